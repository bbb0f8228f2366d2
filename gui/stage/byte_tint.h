#pragma once

#include "engine/event/event.h"
#include "gui/theme/theme.h"

#include <cstdint>

namespace ipclab {

/// How a byte is drawn that somebody has written: the lighter, the longer ago.
struct ByteTint {
    QColor ground, ink;
};

inline constexpr int tintLevels = 5; ///< 0 is just now; the last one stays

/// A write fades over this time.
inline constexpr std::int64_t tintFadesNs = 4'000'000'000;

[[nodiscard]] int tintLevel(std::int64_t ageNs);
/// What stands on it can be read in every palette: contrast at least 4.5:1.
[[nodiscard]] ByteTint byteTint(const Palette& palette, ProcessId writer, int level);

} // namespace ipclab
