#include "engine/world/looks.h"
#include "engine/world/numbers.h"
#include "engine/world/segment_looks.h"
#include "engine/world/segment_questions.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

using event::OutsideChange;
using event::SegmentSeen;
using Kind = OutsideChange::Kind;

/// Two changed stretches with less than this between them are told as one.
constexpr std::uint64_t closeTogether = 16;
constexpr std::size_t mostWrites = 16; ///< told of one look; the last stands for all the rest

OutsideChange change(Kind kind, std::int32_t id, std::int32_t pid, std::int64_t count,
                     std::string what) {
    OutsideChange made{kind, id, pid, count, std::move(what)};
    made.object = event::ObjectKind::Segment;
    return made;
}

/// Whether a process of the lab is removing it at this moment: it will tell.
bool beingRemoved(const World& world, std::int32_t id) {
    return std::ranges::any_of(world.processes, [id](const Process& process) {
        return process.current && process.current->call.id == CallId::Shmctl &&
               process.current->call.args[0] == id &&
               process.current->call.args[1] == number::ipcRmid;
    });
}

struct Stretch {
    std::uint64_t offset = 0, length = 0;
};

std::vector<Stretch> writtenOutside(const Segment& segment, const SegmentSeen& seen) {
    std::vector<Stretch> all;
    for (const SegmentSeen::Run& run : seen.changed) {
        if (!isWithin(segment, run)) continue;
        for (const FoundBytes& found : unexpectedIn(segment, run)) {
            if (authorOf(segment, found.offset)) continue;
            const std::uint64_t end = found.offset + found.bytes.size();
            const bool joins =
                !all.empty() &&
                (all.size() >= mostWrites ||
                 found.offset < all.back().offset + all.back().length + closeTogether);
            if (joins)
                all.back().length = std::max(all.back().length, end - all.back().offset);
            else
                all.push_back({found.offset, found.bytes.size()});
        }
    }
    return all;
}

void addWrites(const Segment& segment, const SegmentSeen& seen,
               std::vector<OutsideChange>& changes) {
    for (const Stretch& each : writtenOutside(segment, seen)) {
        OutsideChange written =
            change(Kind::Written, seen.stat.id, 0, static_cast<std::int64_t>(each.length),
                   fmt::format("{} byte{} written at offset {}", each.length,
                               each.length == 1 ? "" : "s", each.offset));
        written.offset = each.offset;
        changes.push_back(std::move(written));
    }
}

/// nattch tells how many came or went; where it is the same, shm_lpid tells that somebody did both.
void addAttachments(const World& world, const Segment& segment, const SegmentStat& seen,
                    std::vector<OutsideChange>& changes) {
    const auto more =
        static_cast<std::int64_t>(seen.nattch) - static_cast<std::int64_t>(segment.stat.nattch);
    const bool stranger = !isOurs(world, seen.lpid) && seen.lpid != segment.stat.lpid;
    const std::int32_t pid = isOurs(world, seen.lpid) ? 0 : seen.lpid;
    if (segment.nattchUncertain && !stranger) return;
    const bool both = more == 0 && stranger;
    if (more > 0 || both)
        changes.push_back(change(Kind::Attached, seen.id, pid, both ? 1 : more, "attached"));
    if (more < 0 || both)
        changes.push_back(change(Kind::Detached, seen.id, pid, both ? 1 : -more, "detached"));
}

std::string settingsChanged(const SegmentStat& before, const SegmentStat& now) {
    std::string what;
    const auto note = [&](std::string_view text) {
        if (!what.empty()) what += ", ";
        what += text;
    };
    if (before.mode != now.mode) note(fmt::format("mode {:04o} → {:04o}", before.mode, now.mode));
    if (before.uid != now.uid) note(fmt::format("uid {} → {}", before.uid, now.uid));
    if (before.gid != now.gid) note(fmt::format("gid {} → {}", before.gid, now.gid));
    if (before.locked != now.locked) note(now.locked ? "SHM_LOCK" : "SHM_UNLOCK");
    if (!before.dest && now.dest) note("IPC_RMID: it lives until the last detach");
    return what;
}

} // namespace

std::vector<FoundBytes> unexpectedIn(const Segment& segment, const SegmentSeen::Run& run) {
    std::vector<FoundBytes> all;
    const std::uint64_t length = run.bytes.size() * run.times;
    for (std::uint64_t done = 0; done < length;) {
        const std::uint64_t at = run.offset + done;
        const std::uint64_t size =
            std::min<std::uint64_t>(length - done, segmentPageBytes - at % segmentPageBytes);
        const std::string known = bytesOf(segment, at, size);
        for (std::uint64_t i = 0; i < size; ++i) {
            const char byte = run.bytes[(done + i) % run.bytes.size()];
            if (byte == known[i]) continue;
            const std::uint64_t offset = at + i;
            FoundBytes* last = all.empty() ? nullptr : &all.back();
            const bool next = last && last->offset + last->bytes.size() == offset &&
                              authorOf(segment, last->offset) == authorOf(segment, offset);
            if (next)
                last->bytes += byte;
            else
                all.push_back({offset, std::string(1, byte)});
        }
        done += size;
    }
    return all;
}

std::optional<ProcessId> authorOf(const Segment& segment, std::uint64_t offset) {
    const auto known = std::ranges::find_if(segment.uncertain, [offset](const auto& each) {
        return offset >= each.offset && offset - each.offset < each.length;
    });
    if (known == segment.uncertain.end()) return std::nullopt;
    return known->process;
}

bool isWithin(const Segment& segment, const SegmentSeen::Run& run) {
    const std::uint64_t end =
        (segment.stat.segsz + segmentPageBytes - 1) / segmentPageBytes * segmentPageBytes;
    if (run.bytes.empty() || run.times == 0 || run.offset >= end) return false;
    return run.times <= (end - run.offset) / run.bytes.size();
}

std::vector<OutsideChange> differences(const World& world, const SegmentSeen& seen) {
    const Segment* segment = world.segment(seen.stat.id);
    if (!segment) return {};
    if (seen.gone) {
        // One that is marked goes with its last attachment, whoever's that was, and under
        // shm_rmid_forced each does.
        if (segment->stat.dest || world.shmRmidForced || beingRemoved(world, seen.stat.id))
            return {};
        return {change(Kind::Removed, seen.stat.id, 0, 1, "removed")};
    }
    if (!seen.quiet || (!segment->seen && !madeByLab(world, *segment, seen.stat))) return {};
    std::vector<OutsideChange> changes;
    addWrites(*segment, seen, changes);
    addAttachments(world, *segment, seen.stat, changes);
    if (segment->seen)
        if (std::string what = settingsChanged(segment->stat, seen.stat); !what.empty())
            changes.push_back(change(Kind::Changed, seen.stat.id, 0, 1, std::move(what)));
    return changes;
}

} // namespace ipclab
