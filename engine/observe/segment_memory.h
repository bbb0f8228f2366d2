#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace ipclab {

/// Where a process has a part of a segment mapped.
struct SegmentMapping {
    std::int32_t segment = -1; ///< its id
    std::uint64_t address = 0, bytes = 0;
    std::uint64_t offset = 0; ///< in the segment
    bool readable = true;
};

/// What a process has attached now. A process that is ending has no mapping of anything any more:
/// then `alive` is false. proc(5), maps.
struct SegmentMappings {
    std::vector<SegmentMapping> all;
    bool alive = true;
};
[[nodiscard]] SegmentMappings segmentMappingsOf(pid_t pid);
[[nodiscard]] std::vector<SegmentMapping> parseMappings(std::string_view maps);

/// The memory of another process, looked at without changing anything there.
class ProcessMemory {
public:
    [[nodiscard]] static Result<ProcessMemory> open(pid_t pid);

    /// For each page from the address on, whether it is in the process's page table. To read any
    /// other would put it there, and could make a page of a segment exist. proc(5), pagemap.
    [[nodiscard]] bool present(std::uint64_t address, std::span<bool> pages) const;
    /// How many of the bytes could be read. process_vm_readv(2).
    [[nodiscard]] std::size_t read(std::uint64_t address, std::span<char> bytes) const;

private:
    pid_t pid_ = 0;
    Fd pagemap_;
};

} // namespace ipclab
