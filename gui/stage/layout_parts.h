// The pieces that layOut() puts together; nothing outside the layout needs them.
#pragma once

#include "gui/stage/layout.h"

namespace ipclab::parts {

/// How much the rows of all cards have to hold; the cards are all of one height.
struct CardRows {
    int buffers = 1, descriptors = 0;
    int line = 0; ///< 1 where some card has a line of descriptors to tell
    TableForm form = TableForm::Folded;
    bool stateBelow = false; ///< the state stands below the name, which gets its room
};

/// Narrowest card that can still tell this much.
[[nodiscard]] int narrowestProcess(const Metrics& metrics, Density density);
/// Whether a card of this width cuts the process's name for its state, whatever state that is of
/// those that come and go.
[[nodiscard]] bool cutsName(const Metrics& metrics, const World& world, const Process& process,
                            int cardWidth, Density density);
[[nodiscard]] int processHeight(const Metrics& metrics, Density density, const CardRows& rows);
[[nodiscard]] ProcessPlace placeProcess(const Metrics& metrics, const World& world,
                                        const Process& process, const QRect& card, Density density,
                                        const CardRows& rows, std::int64_t nowNs);

/// The card at `at`, as high as it needs when it may be `extra` higher than at least.
[[nodiscard]] QueuePlace placeQueue(const Metrics& metrics, const World& world, ShownObject shown,
                                    QPoint at, int width, Density density, int extra);
[[nodiscard]] SegmentPlace placeSegment(const Metrics& metrics, const World& world,
                                        ShownObject shown, QPoint at, int width, Density density,
                                        int extra);
[[nodiscard]] PipePlace placePipe(const Metrics& metrics, const World& world, ShownObject shown,
                                  QPoint at, int width, Density density, int extra);
/// The same for an object of any kind, added to the layout.
const ObjectPlace& placeObject(StageLayout& to, const Metrics& metrics, const World& world,
                               ShownObject shown, QPoint at, int width, Density density, int extra);

/// How many wires to pipes there will be.
[[nodiscard]] int countWires(const World& world, const std::vector<ShownObject>& objects);
/// The height of the tab with a descriptor's number.
[[nodiscard]] int tabHeight(const Metrics& metrics);
/// The wires to the pipes of the layout, whose cards and objects are placed.
[[nodiscard]] std::vector<PipeWire> placeWires(const Metrics& metrics, const World& world,
                                               const StageLayout& layout);
/// The words of the bands, at their ends, move off the wires as far as there is a free place.
void placeBandWords(const Metrics& metrics, const World& world, StageLayout& layout);

} // namespace ipclab::parts
