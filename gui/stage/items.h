// The items of the stage, painted from the world at the places that the layout gives.
#pragma once

#include "gui/bridge/frame.h"
#include "gui/stage/ink.h"
#include "gui/stage/layout.h"

#include <QRegion>

#include <functional>

namespace ipclab {

/// What a process card shows besides its process.
struct CardLook {
    bool selected = false;
    /// The buffers as they were, while the message that will fill them is still on its way.
    const std::vector<words::Buffer>* held = nullptr;
    /// The world of its call, buffers and descriptors, while what they do is still on its way.
    const World* told = nullptr;
};

/// What an object's card shows besides its object.
struct ObjectLook {
    bool selected = false;
    double faded = 0;  ///< how far what was removed has gone: 0 to 1
    bool asks = false; ///< a prediction is open: what a receive would take is not told
};
/// The ground of a card: it fades into the kernel's with its object. Words stay, so that they can
/// be read to the end.
[[nodiscard]] QColor cardGround(const Palette& palette, const ObjectLook& look);

/// Where one write ends and the next begins: drawn for a while, since the stream has lost it.
struct PieceMark {
    QRect rect;
    std::int64_t writtenNs = 0;
};
inline constexpr std::int64_t pieceMarkNs = 6'000'000'000;

void paintBands(Ink& ink, const StageLayout& layout, const Frame& frame, bool lecture,
                const QString& footnote);
/// Where wires may be drawn: everywhere but on the words of the bands, behind which they pass.
[[nodiscard]] QRegion besideWords(const Metrics& metrics, const StageLayout& layout);
void paintProcess(Ink& ink, const World& world, const Process& process, const ProcessPlace& place,
                  const CardLook& look);
/// The rows of its descriptor table, or one line of a compact card.
void paintDescriptors(Ink& ink, const World& world, const Process& process,
                      const ProcessPlace& place);
/// A dashed line from each parent to those of its children that are there.
void paintForks(Ink& ink, const World& world, const StageLayout& layout,
                const std::function<bool(ProcessId)>& isThere);
/// The state with its running seconds; painted on its own, because it changes while nothing else
/// does.
void paintState(Ink& ink, const Process& process, const QRect& pill, std::int64_t nowNs);
/// In a narrow card the words of sleepers stand in one row; centred, it is as wide as they are.
void paintSleepersRow(Ink& ink, const std::vector<words::SleeperLine>& lines, const QRect& row,
                      bool centred = false);
[[nodiscard]] const Type& sleeperType(const Ink& ink, words::SleeperLine::Kind kind);
[[nodiscard]] QColor sleeperColour(const Palette& palette, words::SleeperLine::Kind kind);

/// `pipe` is what is shown: the world's, or what it was while bytes are on their way. Adds the
/// boundaries between writes to `marks`.
void paintPipe(Ink& ink, const World& world, const Pipe& pipe, const PipePlace& place,
               const ObjectLook& look, std::vector<PieceMark>& marks);
/// The wires, and above the cards the tabs that say which descriptors they belong to.
void paintPipeWires(Ink& ink, const World& world, const StageLayout& layout,
                    const std::function<bool(const PipeWire&)>& isStill);
void paintPipeTabs(Ink& ink, const World& world, const StageLayout& layout,
                   const std::function<bool(const PipeWire&)>& isStill);
/// A wire that grows or is drawn back.
void paintLooseWire(Ink& ink, const PipeWire& wire);
/// The line of a wire, with round corners.
[[nodiscard]] QPainterPath roundedWay(const QPolygonF& way, double radius);

void paintQueue(Ink& ink, const World& world, const QueuePlace& place, const ObjectLook& look);
/// The stack in the middle of a long queue, and the free place at its tail.
void paintLane(Ink& ink, const QueuePlace& place);

/// From each process that is in a call on a queue to that queue: dashed in the kernel, dotted
/// asleep.
void paintWires(Ink& ink, const World& world, const StageLayout& layout);
/// Where the wire of a process ends at a queue's card.
[[nodiscard]] QPointF wireEnd(const ProcessPlace& process, const QueuePlace& queue);
/// The path that a wire takes, from card to queue.
[[nodiscard]] QPainterPath wirePath(QPointF card, QPointF queue);
/// The queue that a call is about, as an index into World::queues; queues.size() for none.
[[nodiscard]] std::size_t queueOf(const World& world, const ResolvedCall& call);

} // namespace ipclab
