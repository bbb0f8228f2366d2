// The card of the keys that ftok(3) made. It stands in user space: ftok asks stat(2) for the file
// and puts three numbers together; the kernel knows of it only what is later given to msgget or
// shmget.
#pragma once

#include "engine/world/world.h"
#include "gui/stage/ink.h"

#include <array>
#include <vector>

namespace ipclab {

enum class Density : std::uint8_t;

/// Where everything on the card stands; a null card where no key was made.
struct KeysPlace {
    QRect card, title, verdict;
    std::array<QRect, 3> heads; ///< null, as the parts, where there is no room for them
    struct Row {
        QRect letter, call, key;
        std::array<QRect, 3> parts;
    };
    std::vector<Row> rows; ///< as words::keyRows
    bool bits = false;     ///< whether single bits are shown
};

[[nodiscard]] KeysPlace placeKeys(const Metrics& metrics, const World& world, QPoint at, int width,
                                  Density density);
void paintKeys(Ink& ink, const World& world, const KeysPlace& place);

} // namespace ipclab
