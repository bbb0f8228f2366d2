// The buttons that lie on the stage: which there are, where, and what they are called.
#pragma once

#include "gui/bridge/frame.h"
#include "gui/stage/layout.h"

#include <QString>

namespace ipclab {

enum class StageAction : std::uint8_t {
    SelectProcess,
    Kill,
    Close, ///< a descriptor
    SelectObject,
    Stat,   ///< IPC_STAT
    Remove, ///< IPC_RMID
    Bytes,  ///< of a segment: its keys scroll
    Offset, ///< asks where to scroll to
};

/// Names one button for as long as it is there.
struct ButtonKey {
    StageAction action = StageAction::SelectProcess;
    ObjectKind object = ObjectKind::Queue; ///< of the actions that follow
    std::int64_t id = 0;                   ///< of the process, or ObjectPlace::id
    int descriptor = -1;
    auto operator<=>(const ButtonKey&) const = default;
};

struct ButtonSpec {
    ButtonKey key;
    QRect place;
    QString text;
    QString name; ///< for a screen reader
    QString tip;
};

/// Tab follows the eye: each process, then each object, in the order of the layout.
[[nodiscard]] std::vector<ButtonSpec> buttonsOf(const Frame& frame, const StageLayout& layout);

} // namespace ipclab
