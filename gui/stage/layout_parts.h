// The pieces that layOut() puts together; nothing outside the layout needs them.
#pragma once

#include "gui/stage/layout.h"

namespace ipclab::parts {

/// Narrowest card that can still tell this much.
[[nodiscard]] int narrowestProcess(const Metrics& metrics, Density density);
[[nodiscard]] int processHeight(const Metrics& metrics, Density density, int lines);
[[nodiscard]] ProcessPlace placeProcess(const Metrics& metrics, const Process& process,
                                        const QRect& card, Density density, int lines,
                                        std::int64_t nowNs);

/// The card at `at`, as high as it needs when it may be `extra` higher than at least.
[[nodiscard]] QueuePlace placeQueue(const Metrics& metrics, const World& world, ShownObject shown,
                                    QPoint at, int width, Density density, int extra);
[[nodiscard]] SegmentPlace placeSegment(const Metrics& metrics, const World& world,
                                        ShownObject shown, QPoint at, int width, Density density,
                                        int extra);
/// The same for an object of any kind, added to the layout.
const ObjectPlace& placeObject(StageLayout& to, const Metrics& metrics, const World& world,
                               ShownObject shown, QPoint at, int width, Density density, int extra);

} // namespace ipclab::parts
