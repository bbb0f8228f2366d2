// Shared memory: segments with their pages, and who has them attached. The part of the world that
// shmop(2) is about.
#pragma once

#include "engine/event/event.h"
#include "engine/world/origin.h"
#include "engine/world/segment_pages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

/// Who wrote a byte, and when for the last time; 0 in SegmentPage::writer is "nobody yet".
struct SegmentWriter {
    ProcessId process = 0; ///< 0: a program outside
    std::int64_t lastNs = 0;
};

/// One write, newest last: what lights up and fades.
struct SegmentWrite {
    ProcessId process = 0; ///< 0: a program outside
    std::uint64_t offset = 0, length = 0;
    std::int64_t atNs = 0;
};

/// Additions that several processes made to the same bytes at the same time, or that they were
/// asked for at the same time by one line and made one after the other.
struct Race {
    std::uint64_t offset = 0;
    std::uint8_t width = 4;
    std::int64_t before = 0, after = 0; ///< the value before the first and after the last
    std::int64_t added = 0;             ///< what all of them together should have added
    bool atomic = false;                ///< all of them atomically
    bool over = false;                  ///< none of them is still adding
    bool apart = false;                 ///< none began before the one before it was done
    std::string line;                   ///< the line that asked for them, where it named several
    std::int64_t doneNs = 0, gapNs = 0; ///< when the last was done; from one to the next
    std::vector<ProcessId> processes;   ///< in the order in which they began
    [[nodiscard]] std::int64_t lost() const { return before + added - after; }
};

/// Bytes that two processes wrote at the same time, or that one was writing when it died: only the
/// kernel knows what they hold, and a quiet look that reads them tells.
struct UncertainBytes {
    ProcessId process = 0; ///< who is taken to have written what is found there
    std::uint64_t offset = 0, length = 0;
};

using SegmentOrigin = ObjectOrigin;

struct Segment {
    SegmentStat stat; ///< what the world expects the kernel to say
    SegmentPages pages;
    std::vector<SegmentWriter> writers; ///< SegmentPage::writer counts from 1 in here
    std::vector<SegmentWrite> writes;   ///< the newest ones, at most 64
    std::uint64_t rss = 0;              ///< bytes of pages that exist, as the kernel last said
    ProcessId creator = 0;              ///< 0: found, not created by the lab
    SegmentOrigin origin = SegmentOrigin::Found;
    bool seen = false;
    bool removed = false; ///< gone; stat.dest alone: marked, and lives until the last detach
    bool contentsKnown = true;
    std::string missing;
    std::optional<Race> race;              ///< the last one
    std::vector<UncertainBytes> uncertain; ///< empty again after a quiet look at all of it
    /// After a mprotect: where the kernel cuts and joins mappings by it is its own affair.
    bool nattchUncertain = false;
    std::uint64_t outsideChanges = 0;
    std::int64_t createdNs = 0, removedNs = 0;
};

/// Where a process sees a segment.
struct Attachment {
    std::int32_t segment = -1; ///< SegmentStat::id
    std::uint64_t address = 0;
    std::uint64_t bytes = 0;  ///< whole pages
    std::uint64_t offset = 0; ///< in the segment; not 0 where munmap or SHM_REMAP cut the front off
    bool readOnly = false, executable = false;
    bool sealed = false;   ///< attached with SHM_RDONLY: mprotect cannot make it writable
    bool noAccess = false; ///< after mprotect(PROT_NONE)
    std::int64_t attachedNs = 0;
};

/// Why an address could not be used.
enum class FaultReason : std::uint8_t {
    ReadOnly,   ///< written where it is attached with SHM_RDONLY, or after mprotect(PROT_READ)
    NoAccess,   ///< mprotect(PROT_NONE)
    PastTheEnd, ///< behind the last page of an attachment
    Detached,   ///< a segment was attached there before
    NotMapped,  ///< nothing is, or was, there that the lab knows of
};

/// The access that killed a process, or that would.
struct FaultCause {
    FaultReason reason = FaultReason::NotMapped;
    bool write = false;
    std::uint64_t address = 0;
    std::int32_t segment = -1; ///< the one it lies in, behind or was in; -1 for NotMapped
    std::uint64_t offset = 0;  ///< in that segment
};

/// What ftok(3) made of a path: shown as the bits that form the key.
struct KeyMade {
    ProcessId process = 0;
    std::string path;
    std::int64_t id = 0; ///< as given; only the lowest eight bits count
    event::FileIdentity file;
    std::int32_t key = -1;
    int error = 0;
    std::int64_t atNs = 0;
};

} // namespace ipclab
