// Shared memory: segments with their pages, and who has them attached. The part of the world that
// shmop(2) is about.
#pragma once

#include "engine/event/event.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

inline constexpr std::uint32_t segmentPageBytes = 4096;

/// What one page holds, and who wrote each byte last (index into Segment::writers).
struct SegmentPage {
    std::array<char, segmentPageBytes> bytes{};
    std::array<std::uint8_t, segmentPageBytes> writer{};
};

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

/// Additions that several processes made to the same bytes at the same time.
struct Race {
    std::uint64_t offset = 0;
    std::uint8_t width = 4;
    std::int64_t before = 0, after = 0; ///< the value before the first and after the last
    std::int64_t added = 0;             ///< what all of them together should have added
    bool atomic = false;                ///< all of them atomically
    bool over = false;                  ///< none of them is still adding
    std::vector<ProcessId> processes;
    [[nodiscard]] std::int64_t lost() const { return before + added - after; }
};

enum class SegmentOrigin : std::uint8_t { Found, PerhapsCreated, Created };

struct Segment {
    SegmentStat stat; ///< what the world expects the kernel to say
    /// The pages that exist, by number; several may share one picture. Others read as zeros.
    std::map<std::uint64_t, std::shared_ptr<const SegmentPage>> pages;
    std::vector<SegmentWriter> writers; ///< SegmentPage::writer counts from 1 in here
    std::vector<SegmentWrite> writes;   ///< the newest ones, at most 64
    std::uint64_t rss = 0;              ///< bytes of pages that exist, as the kernel last said
    ProcessId creator = 0;              ///< 0: found, not created by the lab
    SegmentOrigin origin = SegmentOrigin::Found;
    bool seen = false;
    bool removed = false; ///< gone; stat.dest alone: marked, and lives until the last detach
    bool contentsKnown = true;
    std::string missing;
    std::optional<Race> race; ///< the last one
    std::uint64_t outsideChanges = 0;
    std::int64_t createdNs = 0, removedNs = 0;
};

/// Where a process sees a segment.
struct Attachment {
    std::int32_t segment = -1; ///< SegmentStat::id
    std::uint64_t address = 0;
    std::uint64_t bytes = 0; ///< whole pages
    bool readOnly = false, executable = false;
    std::int64_t attachedNs = 0;
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
