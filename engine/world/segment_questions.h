#pragma once

#include "engine/world/world.h"

#include <optional>
#include <string>

namespace ipclab {

/// An address of a process, seen as a place in a segment.
struct MemoryPlace {
    const Attachment* attachment = nullptr;
    std::uint64_t offset = 0; ///< in the segment
    std::uint64_t left = 0;   ///< bytes from there to the end of the attachment
};

/// The address that a variable holds: a pointer, or the number that shmat returned.
[[nodiscard]] std::optional<std::uint64_t> pointerOf(const Value& value);

/// Where in which segment the address lies; nothing where no segment is attached there.
[[nodiscard]] std::optional<MemoryPlace> placeOf(const Process& process, std::uint64_t address);

/// Why a read or write of this address kills the process; nothing where it works.
[[nodiscard]] std::optional<FaultCause> whyFaults(const Process& process, std::uint64_t address,
                                                  bool write);

/// Memory that a call reads or writes.
struct MemoryAccess {
    std::uint64_t address = 0, length = 0;
    bool write = false;
};

/// What the call does to the process's memory, by its arguments: at most one read and one write.
/// Lengths that depend on what stands there (strlen) are taken from the world's account.
[[nodiscard]] std::vector<MemoryAccess> memoryAccesses(const World& world, const Process& process,
                                                       const ResolvedCall& call);

/// Why a process that was killed in this call by SIGSEGV or SIGBUS at `address` was.
[[nodiscard]] std::optional<FaultCause> causeOfFault(const World& world, const Process& process,
                                                     const ResolvedCall& call,
                                                     std::uint64_t address);

/// So many bytes of a segment from an offset on, as the world knows them.
[[nodiscard]] std::string bytesOf(const Segment& segment, std::uint64_t offset,
                                  std::uint64_t length);

/// The process that wrote this byte last: nothing for nobody, 0 for a program outside.
[[nodiscard]] std::optional<ProcessId> writerOf(const Segment& segment, std::uint64_t offset);

/// How many of its mappings a process outside the lab has: nattch less those of the lab.
[[nodiscard]] std::uint64_t attachedOutside(const World& world, const Segment& segment);

/// The segments that hold a key now: what shmget(key, 0, 0) finds.
[[nodiscard]] const Segment* segmentOfKey(const World& world, std::int32_t key);

} // namespace ipclab
