// The kernel objects' own lanes: how full a queue or a pipe was, and who wrote into a segment.
#pragma once

#include "engine/world/world.h"

#include <QString>
#include <vector>

namespace ipclab {

/// So many blocks of a lane, or steps of an object, are kept apart; beyond that the closest of
/// the older half are drawn as one, so that the memory stays bounded and the newest stay exact.
inline constexpr std::size_t mostBlocks = 4096;

/// From this time on: messages in a queue, unread bytes in a pipe.
struct ObjectStep {
    std::int64_t timeNs = 0;
    std::uint64_t value = 0;
};

/// Somebody wrote into a segment; many writes that follow each other are one.
struct WriteMark {
    ProcessId process = 0; ///< 0: a program outside
    std::int64_t startNs = 0, endNs = 0;
};

struct ObjectLane {
    event::ObjectKind kind = event::ObjectKind::Queue;
    std::uint64_t object = 0; ///< the id of a queue or segment, the serial of a pipe
    std::int64_t createdNs = 0;
    std::int64_t goneNs = 0;
    std::vector<ObjectStep> steps; ///< queue and pipe
    std::uint64_t most = 1;        ///< the greatest value so far
    std::vector<WriteMark> writes; ///< segment
    int number = 0;                ///< pipes have no name but the order in which they were made
    QString path;                  ///< of a FIFO
};

/// "queue 3", "segment 7", "pipe 1", "FIFO channel"
[[nodiscard]] QString objectName(const ObjectLane& lane);

class ObjectLanes {
public:
    /// Takes the state after one event, or after many that were left out.
    void measure(const World& world);
    [[nodiscard]] const std::vector<ObjectLane>& all() const { return lanes_; }
    /// The lane's place, or all().size().
    [[nodiscard]] std::size_t place(event::ObjectKind kind, std::int64_t object) const;

private:
    ObjectLane& laneOf(event::ObjectKind kind, std::uint64_t object, std::int64_t createdNs);
    void measurePipes(const World& world);
    void measureSegments(const World& world);

    std::vector<ObjectLane> lanes_;
    int pipes_ = 0;
};

} // namespace ipclab
