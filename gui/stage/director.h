#pragma once

#include "gui/bridge/frame.h"
#include "gui/stage/clock.h"
#include "gui/stage/motion.h"
#include "gui/stage/pipe_motion.h"
#include "gui/stage/witness.h"

#include <map>
#include <unordered_map>

namespace ipclab {

/// Turns events into motion. It never invents one: each motion belongs to an event of the frame.
/// Motion that would lag more than a second behind becomes a stream with a counter instead.
class Director {
public:
    explicit Director(const StageClock& clock) : clock_(clock) {}

    /// The frame's events since the one before. A jump in time moves nothing.
    void take(const Frame& frame);
    /// The layout of the newest frame: tokens glide to their new places.
    void settle(const StageLayout& layout, bool glide);
    /// Everything arrives now.
    void snap();
    /// Drops what has ended. True when the still picture changes with it (a buffer fills).
    bool advance();
    /// Whether anything moves, or will.
    [[nodiscard]] bool moving() const;

    /// Every token of the moment, those on their way last.
    [[nodiscard]] std::vector<DrawnToken> tokens(const World& world, const StageLayout& layout,
                                                 const Metrics& metrics) const;
    /// The buffers to show on a card while its message is on its way; nullptr: the world's.
    [[nodiscard]] const std::vector<words::Buffer>* held(ProcessId process) const;
    [[nodiscard]] const std::vector<Flash>& flashes() const { return flashes_; }
    [[nodiscard]] const std::vector<Stream>& streams() const { return streams_; }
    [[nodiscard]] const std::vector<Travel>& travels() const { return travels_; }
    /// 0 just after an arrival to 1: how far the light on a filled buffer has faded.
    [[nodiscard]] std::optional<double> glow(ProcessId process) const;
    /// How far the card of a removed object has faded: 0 to 1.
    [[nodiscard]] double faded(ObjectRef object) const;
    [[nodiscard]] bool fading() const { return !fades_.empty(); }
    [[nodiscard]] const PipeMotion& pipes() const { return pipes_; }
    /// How far a forked child is on its way out of its parent; nothing when it stands there.
    struct Birth {
        ProcessId child = 0, parent = 0;
        double part = 0;
    };
    [[nodiscard]] std::vector<Birth> births() const;
    [[nodiscard]] bool arriving(ProcessId process) const { return births_.contains(process); }

private:
    struct Glide {
        QPoint from, to;
        double start = 0;
        /// Comes into another row: it would look like a message that is sent or received.
        bool appears = false;
    };
    struct Stood {
        QRect rect;
        int row = 0;
    };
    struct Held {
        std::vector<words::Buffer> buffers;
        double until = 0;
    };

    void show(Deed deed);
    void travel(Deed deed, Anchor from, Anchor to, double duration);
    void count(const Frame& frame, double perEvent);
    void count(ProcessId process, ObjectRef object, bool send, double calls);
    void endStreams();
    /// What the event did that is no message: a fork, an end, bytes of a pipe.
    void note(const World& world, const Event& event);
    [[nodiscard]] QPoint gliding(const TokenPlace& token) const;
    /// The opacity of a token in its place.
    [[nodiscard]] double appeared(std::uint64_t serial) const;
    [[nodiscard]] bool pending(std::uint64_t serial) const;

    const StageClock& clock_;
    std::shared_ptr<const World> world_;
    std::uint64_t position_ = 0;
    std::int64_t nowNs_ = 0;
    double nextStart_ = 0;
    bool follows_ = false; ///< the newest frame goes on where the one before ended
    PipeMotion pipes_{clock_};
    struct Born {
        ProcessId parent = 0;
        double start = 0;
    };
    std::map<ProcessId, Born> births_;
    std::vector<Travel> travels_;
    std::vector<Flash> flashes_;
    std::vector<Stream> streams_;
    std::map<ObjectRef, double> fades_; ///< removed objects, to start
    std::map<ProcessId, Held> held_;
    std::map<ProcessId, double> filled_; ///< when a buffer was filled
    std::unordered_map<std::uint64_t, Stood> stood_;
    std::unordered_map<std::uint64_t, Glide> glides_;
};

} // namespace ipclab
