#pragma once

#include "gui/stage/card_looks.h"
#include "gui/stage/clock.h"
#include "gui/stage/layout.h"
#include "gui/stage/words.h"

#include <QPainterPath>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace ipclab {

/// Bytes on their way between a process and a pipe.
struct ByteTravel {
    ProcessId process = 0;
    std::size_t pipe = 0; ///< in World::pipes
    bool write = true;
    ProcessId writer = 0; ///< whose colour they have
    QString text;
    std::size_t page = 0; ///< where it comes to stand, or stood; counted from the read end
    double start = 0, duration = 0;
    [[nodiscard]] double end() const { return start + duration; }
};

/// A travelling token as it is drawn at one moment.
struct ByteToken {
    QPointF at; ///< its centre
    QString text;
    ProcessId writer = 0;
    double size = 1; ///< it shrinks into the page
};

/// A wire that grows after open, or is drawn back after close.
struct WireMotion {
    PipeWire wire;
    bool grows = true;
    double start = 0, duration = 0;
};

/// What moves because of read, write, open and close, in the order of the events: a wire is drawn
/// back after its last bytes, the end of the file comes after both. Until then the pipe and the
/// cards are shown as they were.
class PipeMotion {
public:
    explicit PipeMotion(const StageClock& clock) : clock_(clock) {}

    /// What the reader's card shows until its bytes have come.
    struct Hold {
        ProcessId process = 0;
        std::vector<words::Buffer> buffers;
        double until = 0;
    };
    /// More calls on the way than can be shown one by one.
    struct Overflow {
        ProcessId process = 0;
        std::size_t pipe = 0;
        bool write = true;
    };

    /// Just before and just after an event is applied.
    void before(const World& world, const Event& event);
    void after(const World& world, const Event& event);
    [[nodiscard]] std::vector<Hold> takeHolds() { return std::exchange(holds_, {}); }
    [[nodiscard]] std::vector<Overflow> takeOverflow() { return std::exchange(overflow_, {}); }
    /// The layout of a frame; wires that came or went move when the frame `follows` the last one.
    void settle(const StageLayout& layout, bool follows);
    void snap();
    /// Drops what has ended; true when the still picture changes with it.
    bool advance();
    [[nodiscard]] bool moving() const {
        return !travels_.empty() || !shown_.empty() || !wireMotions_.empty() || cards_.moving();
    }

    /// The pipe as it is to be drawn now.
    [[nodiscard]] const Pipe& shown(const World& world, std::size_t pipe) const;
    /// The world as the process's card is to tell it now.
    [[nodiscard]] const World& told(const World& world, ProcessId process) const {
        const World* shown = cards_.shown(process);
        return shown ? *shown : world;
    }
    /// When the card tells the newest event of its process: ms of motion.
    [[nodiscard]] double toldAt(ProcessId process) const { return cards_.last(process); }
    /// Whether the wire still grows, so that it is no part of the still picture.
    [[nodiscard]] bool grows(const PipeWire& wire) const;
    [[nodiscard]] std::vector<ByteToken> tokens(const StageLayout& layout) const;
    /// The wires that move, as far as they reach now.
    [[nodiscard]] std::vector<PipeWire> movingWires() const;
    [[nodiscard]] const std::vector<ByteTravel>& travels() const { return travels_; }

private:
    /// One of the looks of a pipe that follow one another.
    struct Look {
        double from = 0;
        std::shared_ptr<const Pipe> pipe;
    };
    struct Before {
        ProcessId process = 0;
        std::shared_ptr<const World> world;
        std::optional<std::size_t> pipe; ///< of the read or write that is over now
        CallId call = CallId::Read;
        std::shared_ptr<const Pipe> look;
        std::vector<words::Buffer> buffers;
    };
    /// An end that is closed, and its wire drawn back, at `start`.
    struct Closing {
        ProcessId process = 0;
        std::size_t pipe = 0;
        bool write = true;
        double start = 0;
    };
    static constexpr double wireMs = 320;

    /// Both return when what the event did has been seen, or when the wire begins to go.
    double move(const World& world, const Event& event, const Before& before);
    double close(const World& world, const Before& before, double earliest);
    bool travel(ByteTravel travel, const Before& before, std::shared_ptr<const Pipe> look);
    void show(std::size_t pipe, double from, std::shared_ptr<const Pipe> before,
              std::shared_ptr<const Pipe> look);
    [[nodiscard]] double arrival(std::size_t pipe, bool write) const;
    /// When all has arrived there, and what was closed is gone.
    [[nodiscard]] double settled(std::size_t pipe) const;
    [[nodiscard]] double closingOf(const PipeWire& wire) const;
    [[nodiscard]] const PipeWire* wireOf(const ByteTravel& travel, const StageLayout& layout) const;

    const StageClock& clock_;
    std::optional<Before> before_;
    std::vector<ByteTravel> travels_;
    std::map<std::size_t, std::deque<Look>> shown_;
    std::vector<WireMotion> wireMotions_;
    std::vector<Closing> closings_;
    CardLooks cards_{clock_};
    std::vector<PipeWire> wires_; ///< of the last layout
    std::vector<Hold> holds_;
    std::vector<Overflow> overflow_;
};

/// The way of bytes: from the card through the wire, where it has one, to a page, or back.
[[nodiscard]] QPainterPath bytePath(const ByteTravel& travel, const StageLayout& layout,
                                    const PipeWire* wire);

} // namespace ipclab
