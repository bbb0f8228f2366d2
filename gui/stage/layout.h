#pragma once

#include "engine/world/world.h"
#include "gui/stage/hex_grid.h"
#include "gui/stage/key_card.h"
#include "gui/stage/metrics.h"

#include <QRect>
#include <QSize>

#include <vector>

namespace ipclab {

using event::ObjectKind;

/// How much an item tells. The layout takes the richest that fits, and scrolls when none does.
enum class Density : std::uint8_t { Full, Compact, Tiny };

/// How a whole card tells its descriptors, the more crowded the stage, the shorter.
enum class TableForm : std::uint8_t {
    Folded,  ///< a row each; those from the start that lead to the same share one
    Opened,  ///< without those that it had at the start
    OneLine, ///< the pipes that they lead to, in one line
};

enum class TokenSize : std::uint8_t { Large, Small, Mini };

/// One row of the descriptor table.
struct DescriptorPlace {
    int fd = -1;
    QRect row, number, what;
    QRect close; ///< the cross that closes it; null for what is no end of a pipe
};

struct ProcessPlace {
    ProcessId id = 0;
    Density density = Density::Full;
    QRect card, letter, title, pill, under, kill, buffers, call;
    int lines = 1;     ///< rows in `buffers`
    QRect descriptors; ///< all rows, or the one line of a compact card
    std::vector<DescriptorPlace> table;
    TableForm form = TableForm::Folded;
    QPoint port; ///< where its wire leaves the card
};

struct TokenPlace {
    std::size_t index = 0; ///< in Queue::messages
    std::uint64_t serial = 0;
    QRect rect;
};

/// Where a queue's messages stand. The middle of a long queue is one stack.
struct Lane {
    TokenSize size = TokenSize::Large;
    std::vector<TokenPlace> tokens;
    QRect area;
    QRect stack; ///< null when every message is drawn
    std::size_t stackFirst = 0, stackCount = 0;
    QRect tail; ///< the free place at the tail; null when the queue is full of tokens
    int height = 0;
};

/// A kernel object as the stage knows it: a place in one of the world's lists.
struct ObjectRef {
    ObjectKind kind = ObjectKind::Queue;
    std::size_t index = 0; ///< in World::queues, World::pipes or World::segments
    auto operator<=>(const ObjectRef&) const = default;
};

/// One that has a card: a whole one, or a line for what was removed a while ago.
struct ShownObject {
    ObjectRef object;
    bool slim = false;
    bool operator==(const ShownObject&) const = default;
};

/// What the cards of all kinds of objects have.
struct ObjectPlace {
    std::size_t index = 0; ///< in the world's list of its kind
    std::int64_t id = -1;  ///< of a queue or segment; the serial of a pipe
    Density density = Density::Full;
    bool slim = false; ///< one line
    int grown = 0;     ///< how much higher than at least it became
    QRect card, title, meta;
    QPoint port; ///< where wires arrive
};

struct QueuePlace : ObjectPlace {
    QRect stat, remove, head, tailLabel, sleepers, sleepersRow;
    QRect barLabel, bar, barText, takes, note;
    Lane lane;
};

struct SegmentPlace : ObjectPlace {
    QRect stat, remove;
    HexGrid grid;
    QRect legend, page; ///< who wrote last; which page is seen
    QRect jump;         ///< the button that asks for an offset
    QRect strip, stripText;
    QRect race;
    int raceLines = 0;
    QRect note;
};

/// One cell of the tube: a page of the pipe, or several where there are too many to be seen.
struct TubeCell {
    std::size_t first = 0, count = 1; ///< counted from the read end
    QRect rect;
};

struct PipePlace : ObjectPlace {
    QRect tube, facts, bytes, sleepersRow, note;
    QRect copiesIn, copiesOut;   ///< below the tube's ends; null where there is no room
    std::vector<TubeCell> cells; ///< the read end's first
};

/// From a process's descriptors to one end of a pipe.
struct PipeWire {
    ProcessId process = 0;
    std::size_t pipe = 0; ///< in World::pipes
    bool write = false;
    std::vector<int> fds; ///< empty while the process still sleeps in open()
    QRect tab;            ///< with the numbers, below the card
    QPolygonF way;        ///< from the tab to the tube
};

struct StageLayout {
    QRect ribbon, userLabel, user, boundary, boundaryLabel, kernel, kernelLabel, badge, sentence;
    QRect footnote;
    KeysPlace keys; ///< above the processes; null while ftok made none
    std::vector<ProcessPlace> processes;
    std::vector<ShownObject> objects; ///< all of the kernel's, in the order of the eye
    std::vector<QueuePlace> queues;
    std::vector<SegmentPlace> segments;
    std::vector<PipePlace> pipes;
    std::vector<PipeWire> wires;
    QSize size; ///< of the content; higher than the window when it has to scroll

    [[nodiscard]] const ProcessPlace* process(ProcessId id) const;
    [[nodiscard]] const QueuePlace* queue(std::size_t index) const;
    [[nodiscard]] const SegmentPlace* segment(std::size_t index) const;
    [[nodiscard]] const PipePlace* pipe(std::size_t index) const;
    [[nodiscard]] const PipeWire* wire(ProcessId process, std::size_t pipe, bool write) const;
    [[nodiscard]] const ObjectPlace* object(ObjectRef ref) const;
};

struct LayoutOptions {
    QSize size; ///< of the stage in logical pixels
    std::int64_t nowNs = 0;
    /// What the sentence needs at the width that sentenceWidth() gives; 0 = none.
    int sentenceHeight = 0;
    /// What most sentences need there: so much is kept free, so that the next one moves nothing.
    int usualSentenceHeight = 0;
    bool lecture = false;
    bool past = false;
    bool badge = false;
    bool footnote = false;
};

/// How long a removed object stays to be seen, and for how much of it the card is still whole.
inline constexpr std::int64_t removedShownNs = 4'000'000'000;

/// The place of everything. Pure: the same world, sizes and time give the same layout.
[[nodiscard]] StageLayout layOut(const World& world, const Metrics& metrics,
                                 const LayoutOptions& options);

/// The width that the sentence is wrapped at.
[[nodiscard]] int sentenceWidth(const Metrics& metrics, int stageWidth, bool lecture);

/// The processes that have a card: the living, and those that ended last.
[[nodiscard]] std::vector<ProcessId> shownProcesses(const World& world);
/// The objects that have a card, of all kinds in the order of their appearance: the living, the
/// removed for a while, and the last removed of a kind as one line until another is made.
[[nodiscard]] std::vector<ShownObject> shownObjects(const World& world, std::int64_t nowNs);
/// Whether the world has had it.
[[nodiscard]] bool exists(const World& world, ObjectRef object);
/// Whether the object is no more.
[[nodiscard]] bool removed(const World& world, ObjectRef object);

/// Places `queue`'s messages in `area` (its height is what is allowed, Lane::height what is used).
[[nodiscard]] Lane layOutLane(const World& world, const Queue& queue, const QRect& area,
                              const Metrics& metrics, TokenSize largest);
/// The least size of a token.
[[nodiscard]] QSize tokenSize(TokenSize size, const Metrics& metrics);

} // namespace ipclab
