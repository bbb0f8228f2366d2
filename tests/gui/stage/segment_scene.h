// Worlds with shared memory, written down field by field: what the stage is given to draw, without
// a kernel, a worker or a parser.
#pragma once

#include "engine/world/world.h"
#include "gui/bridge/frame.h"

#include <string>

namespace ipclab {

class SegmentScene {
public:
    SegmentScene();

    ProcessId start(const std::string& letter, const std::string& label, const std::string& user);
    Segment& create(std::int32_t id, std::uint64_t bytes, std::int32_t key = 0x4d2);
    /// `variable` of the process points at the segment from now on.
    void attach(ProcessId process, std::int32_t id, std::uint64_t address, bool readOnly = false,
                const std::string& variable = "p");
    void write(ProcessId process, std::int32_t id, std::uint64_t offset, const std::string& bytes);
    void pass(std::int64_t ms) { nowNs_ += ms * 1'000'000; }

    [[nodiscard]] World& world() { return world_; }
    [[nodiscard]] Process& process(ProcessId id);
    [[nodiscard]] Segment& segment(std::int32_t id);
    /// A frame that follows nothing: nothing moves.
    [[nodiscard]] Frame frame() const;

private:
    World world_;
    std::int64_t nowNs_ = 10'000'000'000;
    ProcessId next_ = firstWorker;
};

/// The moment that the picture of the aim shows: A wrote a text, B stores at +64, C only reads.
[[nodiscard]] SegmentScene twoWriters();

} // namespace ipclab
