// Shared segments and who has them mapped, page by page as the kernel has them: what the world must
// agree with.
#pragma once

#include "engine/event/event.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace ipclab {

/// One page of a process's memory.
struct MappedPage {
    std::int32_t segment = -1;
    std::uint64_t number = 0;  ///< in the segment
    std::uint64_t mapping = 0; ///< the shmat that made it
    bool readOnly = false;
    bool operator==(const MappedPage&) const = default;
};

struct ModelSegment {
    std::uint64_t size = 0;
    std::string bytes;              ///< whole pages
    std::vector<ProcessId> writers; ///< of each byte, the last one; nobody has `unwritten`
    std::set<std::uint64_t> touched;
    bool marked = false;
    std::uint64_t outside = 0; ///< mappings of programs outside
};

class SegmentModel {
public:
    static constexpr std::uint64_t page = 4096;
    static constexpr ProcessId unwritten = 0xffff;
    using Memory = std::map<std::uint64_t, MappedPage>; ///< by address

    void create(std::int32_t id, std::uint64_t size);
    void remove(std::int32_t id);
    void attach(ProcessId process, std::int32_t id, std::uint64_t address, bool readOnly);
    /// False where nothing is attached there (EINVAL).
    bool detach(ProcessId process, std::uint64_t address);
    void unmap(ProcessId process, std::uint64_t from, std::uint64_t to);
    void fork(ProcessId parent, ProcessId child);
    void end(ProcessId process);

    /// Writes as far as it may; returns the address that it must not use, if it comes upon one.
    std::optional<std::uint64_t> write(ProcessId process, std::uint64_t address,
                                       const std::string& bytes);
    /// Reads one byte; the page exists from then on.
    std::optional<std::uint64_t> touch(ProcessId process, std::uint64_t address);
    void writeFromOutside(std::int32_t id, std::uint64_t offset, const std::string& bytes);
    void attachOutside(std::int32_t id, int more);

    /// shm_nattch: mappings that lie together count as one if one shmat made them.
    [[nodiscard]] std::uint64_t nattch(std::int32_t id) const;
    [[nodiscard]] const std::map<std::int32_t, ModelSegment>& segments() const { return segments_; }
    [[nodiscard]] const Memory& memory(ProcessId process) const;

private:
    void put(ModelSegment& segment, std::uint64_t offset, char byte, ProcessId writer);
    void destroyUnused();

    std::map<std::int32_t, ModelSegment> segments_;
    std::map<ProcessId, Memory> memory_;
    std::uint64_t mappings_ = 0;
};

} // namespace ipclab
