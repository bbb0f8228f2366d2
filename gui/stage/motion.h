#pragma once

#include "gui/stage/call_rate.h"
#include "gui/stage/layout.h"
#include "gui/stage/words.h"

#include <QPainterPath>

#include <optional>
#include <vector>

namespace ipclab {

/// One end of a way. It is looked up in the layout at each frame, so that motion survives a resize.
struct Anchor {
    enum class Kind : std::uint8_t { Card, Slot, Door, Edge } kind = Kind::Card;
    ProcessId process = 0;
    std::size_t queue = 0;
    std::uint64_t serial = 0;
    std::optional<QRect> stood; ///< where the token was last drawn, for a slot that is no more
};

/// A message on its way.
struct Travel {
    Message message;
    Anchor from, to;
    bool throughKernel = false; ///< a hand-off: down across the boundary and up again
    bool fades = false;         ///< vanishes where it stands
    bool stays = false;         ///< MSG_COPY: the original stands still
    QString note;               ///< "outside, pid 77"
    double start = 0, duration = 0;
    [[nodiscard]] double end() const { return start + duration; }
};

/// A failed call lights up on its card.
struct Flash {
    ProcessId process = 0;
    QString text;
    double start = 0, duration = 0;
    bool calm = false; ///< end-of-file: told, but no error
};

/// More calls than can be shown one by one.
struct Stream {
    ProcessId process = 0;
    ObjectRef object;
    bool send = true; ///< towards the object
    CallRate rate;
    double perSecond = 0;
    double until = 0; ///< wall time of the clock
};

/// A token as it is drawn at one moment.
struct DrawnToken {
    const Message* message = nullptr;
    QPoint at;
    TokenSize size = TokenSize::Large;
    QSize box;
    bool raised = false; ///< on its way: drawn last, with a shadow
    double opacity = 1.0;
    QString note;
};

/// Slow at both ends. 0 to 1.
[[nodiscard]] double eased(double part);
/// Where the token's centre is at this anchor.
[[nodiscard]] QPointF placeOf(const Anchor& anchor, const StageLayout& layout,
                              const Metrics& metrics);
/// The way that the token's centre takes.
[[nodiscard]] QPainterPath pathOf(const Travel& travel, const StageLayout& layout,
                                  const Metrics& metrics);
/// The centre of a travelling token after `part` (0 to 1) of its time.
[[nodiscard]] QPointF placeOf(const Travel& travel, double part, const StageLayout& layout,
                              const Metrics& metrics);

} // namespace ipclab
