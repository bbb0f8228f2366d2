// The blocks of every process and the lanes of every kernel object, taken from frames as they come.
#pragma once

#include "gui/bridge/frame.h"
#include "gui/bridge/session_script.h"
#include "gui/timeline/block.h"
#include "gui/timeline/object_lanes.h"

#include <map>
#include <vector>

namespace ipclab {

struct ProcessLane {
    ProcessId process = 0;
    QString letter, label;
    std::vector<Block> blocks; ///< by start
    std::uint64_t counted = 0; ///< calls that the blocks stand for
    struct Stop {
        std::int64_t fromNs = 0;
        std::int64_t toNs = 0; ///< 0: still stopped
    };
    std::vector<Stop> stops; ///< by start, the latest `mostStops`
    std::int32_t pid = 0;
    /// "A writer"; one that has no label, as a forked child, has its pid.
    [[nodiscard]] QString name() const;
};

class Lanes {
public:
    /// Takes in what the frame brings. Of events that it leaves out, `mostRead` are read at most;
    /// more are only counted. So the work of a frame is bounded.
    void take(const Frame& frame);
    void setReader(EventReader reader) { reader_ = std::move(reader); }

    static constexpr std::uint64_t mostRead = 20'000;
    static constexpr std::size_t mostStops = 1000;

    [[nodiscard]] const std::vector<ProcessLane>& processes() const { return processes_; }
    [[nodiscard]] const std::vector<ObjectLane>& objects() const { return objects_.all(); }
    /// The place of an object among objects(), or their number.
    [[nodiscard]] std::size_t objectOf(event::ObjectKind kind, std::int64_t object) const {
        return objects_.place(kind, object);
    }
    [[nodiscard]] std::int64_t startNs() const { return startNs_; }
    /// When the last event happened.
    [[nodiscard]] std::int64_t lastNs() const { return lastNs_; }
    /// How many events were taken in or stand in a block that counts them.
    [[nodiscard]] std::uint64_t taken() const { return taken_; }

    /// The lanes as text, a line each: for tests and screen readers.
    [[nodiscard]] QString asText() const;

private:
    void takeAll(std::uint64_t first, const std::vector<Event>& events);
    void takeEvent(const Event& event, std::uint64_t position);
    void readMissing(std::uint64_t to);
    void leaveOut(const Frame& frame);
    void countLeftOut(const World& world);
    void resumeOpen(const World& world);
    ProcessLane& laneOf(ProcessId process);
    [[nodiscard]] QString letterOf(ProcessId process) const;
    Block* openBlock(ProcessId process);
    void takeStop(ProcessId process, bool stopped, std::int64_t timeNs);
    void finish(ProcessId process, const event::Returned& body, std::int64_t timeNs,
                std::uint64_t position);

    EventReader reader_;
    std::vector<ProcessLane> processes_;
    ObjectLanes objects_;
    std::map<ProcessId, event::Given> given_;
    World world_;                              ///< follows the fresh events while none is left out
    bool following_ = true;                    ///< world_ is the newest state
    std::int64_t gapFromNs_ = 0, gapToNs_ = 0; ///< events of this time were left out
    std::int64_t startNs_ = 0, lastNs_ = 0;
    std::uint64_t taken_ = 0;
};

} // namespace ipclab
