// The items of the stage, painted from the world at the places that the layout gives.
#pragma once

#include "gui/bridge/frame.h"
#include "gui/stage/ink.h"
#include "gui/stage/layout.h"

namespace ipclab {

/// What a process card shows besides its process.
struct CardLook {
    bool selected = false;
    /// The buffers as they were, while the message that will fill them is still on its way.
    const std::vector<words::Buffer>* held = nullptr;
};

void paintBands(Ink& ink, const StageLayout& layout, const Frame& frame, bool lecture,
                const QString& footnote);
void paintProcess(Ink& ink, const Process& process, const ProcessPlace& place,
                  const CardLook& look);
/// The state with its running seconds; painted on its own, because it changes while nothing else
/// does.
void paintState(Ink& ink, const Process& process, const QRect& pill, std::int64_t nowNs);
void paintQueue(Ink& ink, const World& world, const QueuePlace& place, bool selected);
/// The stack in the middle of a long queue, and the free place at its tail.
void paintLane(Ink& ink, const QueuePlace& place);

/// From each process that is in a call on a queue to that queue: dashed in the kernel, dotted
/// asleep.
void paintWires(Ink& ink, const World& world, const StageLayout& layout);
/// The path that a wire takes, from card to queue.
[[nodiscard]] QPainterPath wirePath(QPointF card, QPointF queue);
/// The queue that a call is about, as an index into World::queues; queues.size() for none.
[[nodiscard]] std::size_t queueOf(const World& world, const ResolvedCall& call);

} // namespace ipclab
