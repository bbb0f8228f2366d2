// shmat, shmdt and what else changes who sees a segment. Each Attachment is one mapping of the
// kernel's (a VMA), and nattch counts exactly those: cutting one in two makes it grow.
#include "engine/world/attach.h"

#include "engine/world/numbers.h"
#include "engine/world/segments.h"

#include <algorithm>
#include <cerrno>

namespace ipclab {

namespace {

constexpr std::size_t mostDetached = 8;

std::uint64_t endOf(const Attachment& each) {
    return each.address + each.bytes;
}

void countAttach(World& world, const Process& process, const Attachment& each) {
    Segment& segment = segmentFound(world, each.segment);
    ++segment.stat.nattch;
    segment.stat.lpid = process.pid;
}

void countDetach(World& world, const Process& process, const Attachment& each) {
    Segment* segment = liveSegment(world, each.segment);
    if (!segment) return;
    if (segment->stat.nattch > 0) --segment->stat.nattch;
    segment->stat.lpid = process.pid;
}

bool isAttachedByUs(const World& world, const Segment& segment) {
    return std::ranges::any_of(world.processes, [&](const Process& each) {
        return std::ranges::find(each.attachments, segment.stat.id, &Attachment::segment) !=
               each.attachments.end();
    });
}

/// A marked one goes with its last attachment, and under shm_rmid_forced any. Where nattch is a
/// guess, what the lab's own processes have attached still counts.
void removeIfLeft(World& world, std::int32_t id) {
    Segment* segment = liveSegment(world, id);
    if (!segment || segment->stat.nattch > 0) return;
    if (!segment->stat.dest && !world.shmRmidForced) return;
    if (segment->nattchUncertain && isAttachedByUs(world, *segment)) {
        segment->stat.nattch = 1;
        return;
    }
    removeSegment(world, *segment);
}

/// What lies from `at` on becomes an attachment of its own.
Attachment split(Attachment& first, std::uint64_t at) {
    Attachment second = first;
    second.address = at;
    second.offset += at - first.address;
    second.bytes = endOf(first) - at;
    first.bytes = at - first.address;
    return second;
}

/// Cuts whatever reaches over the address in two.
void cutAt(World& world, Process& process, std::uint64_t at) {
    for (std::size_t i = 0; i < process.attachments.size(); ++i) {
        Attachment& each = process.attachments[i];
        if (at <= each.address || at >= endOf(each)) continue;
        const Attachment rest = split(each, at);
        process.attachments.push_back(rest);
        countAttach(world, process, rest);
        return;
    }
}

void remember(Process& process, const Attachment& gone) {
    process.detached.push_back(gone);
    if (process.detached.size() > mostDetached) process.detached.erase(process.detached.begin());
}

template <class Gone> void detach(World& world, Process& process, const Gone& gone) {
    std::vector<std::int32_t> segments;
    for (const Attachment& each : process.attachments)
        if (gone(each)) {
            remember(process, each);
            countDetach(world, process, each);
            segments.push_back(each.segment);
        }
    std::erase_if(process.attachments, gone);
    for (const std::int32_t id : segments)
        removeIfLeft(world, id);
}

std::uint64_t wholePages(std::uint64_t bytes) {
    return (bytes + segmentPageBytes - 1) / segmentPageBytes * segmentPageBytes;
}

void unmap(World& world, Process& process, std::uint64_t from, std::uint64_t to) {
    cutAt(world, process, from);
    cutAt(world, process, to);
    detach(world, process,
           [&](const Attachment& each) { return each.address >= from && endOf(each) <= to; });
}

/// The first attachment that ends behind an address; one that begins there or before where there
/// may be no hole. The number of attachments where there is none.
std::size_t attachmentFrom(const Process& process, std::uint64_t at, bool overHoles) {
    const std::vector<Attachment>& all = process.attachments;
    std::size_t found = all.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool fits = endOf(all[i]) > at && (overHoles || all[i].address <= at);
        if (fits && (found == all.size() || all[i].address < all[found].address)) found = i;
    }
    return found;
}

struct Pages {
    std::uint64_t begin = 0, end = 0;
};

/// Changes what may be done with some pages of one attachment. Nothing is cut where nothing
/// changes.
void protect(World& world, Process& process, const Attachment& each, Pages pages,
             std::int64_t protection) {
    const bool noAccess = protection == 0;
    const bool readOnly = (protection & number::protWrite) == 0;
    const bool executable = (protection & number::protExec) != 0;
    if (each.noAccess == noAccess && each.readOnly == readOnly && each.executable == executable)
        return;
    cutAt(world, process, pages.begin);
    cutAt(world, process, pages.end);
    for (Attachment& part : process.attachments) {
        if (part.address < pages.begin || endOf(part) > pages.end) continue;
        part.noAccess = noAccess;
        part.readOnly = readOnly;
        part.executable = executable;
        // Where the kernel then moves the boundary between two mappings is its own affair.
        if (Segment* segment = liveSegment(world, part.segment)) segment->nattchUncertain = true;
    }
}

} // namespace

void detachAll(World& world, Process& process) {
    detach(world, process, [](const Attachment&) { return true; });
}

void removeUnattachedOf(World& world, ProcessId maker) {
    for (Segment& segment : world.segments)
        if (segment.creator == maker && !segment.removed) removeIfLeft(world, segment.stat.id);
}

void inheritAttachments(World& world, const Process& parent, Process& child) {
    child.attachments = parent.attachments;
    child.detached = parent.detached;
    for (const Attachment& each : child.attachments)
        countAttach(world, parent, each); // in the kernel it is the parent who attaches them
}

void returnAttach(World& world, Process& process, const CallOutcome& done) {
    if (done.result == -1 || done.refused) return;
    const std::int64_t flags = done.call.args[2];
    Attachment fresh;
    fresh.segment = static_cast<std::int32_t>(done.call.args[0]);
    fresh.address = static_cast<std::uint64_t>(done.result);
    fresh.bytes = static_cast<std::uint64_t>(done.detail);
    fresh.readOnly = fresh.sealed = (flags & number::shmRdonly) != 0;
    fresh.executable = (flags & number::shmExec) != 0;
    fresh.attachedNs = world.timeNs;
    // Counted first: SHM_REMAP over the last attachment of a marked segment does not destroy it.
    countAttach(world, process, fresh);
    unmap(world, process, fresh.address, endOf(fresh));
    std::erase_if(process.detached, [&](const Attachment& old) {
        return old.address < endOf(fresh) && fresh.address < endOf(old);
    });
    process.attachments.push_back(fresh);
}

void returnDetach(World& world, Process& process, const CallOutcome& done) {
    if (done.result != 0) return;
    const auto address = static_cast<std::uint64_t>(done.call.args[0]);
    // Whatever is left of the mapping that shmat once made there, cut or not.
    const auto belongs = [address](const Attachment& each) {
        return each.address - each.offset == address;
    };
    const Attachment* first = nullptr; // by address, as the kernel goes over them
    for (const Attachment& each : process.attachments)
        if (belongs(each) && (!first || each.address < first->address)) first = &each;
    if (!first) return;
    const std::int32_t segment = first->segment;
    detach(world, process,
           [&](const Attachment& each) { return belongs(each) && each.segment == segment; });
}

void returnUnmap(World& world, Process& process, const CallOutcome& done) {
    if (done.result != 0) return;
    const auto from = static_cast<std::uint64_t>(done.call.args[0]);
    unmap(world, process, from, from + wholePages(static_cast<std::uint64_t>(done.call.args[1])));
}

void returnProtect(World& world, Process& process, const CallOutcome& done) {
    if (done.result != 0 && done.error != ENOMEM && done.error != EACCES) return;
    const auto from = static_cast<std::uint64_t>(done.call.args[0]);
    const auto to = from + wholePages(static_cast<std::uint64_t>(done.call.args[1]));
    const std::int64_t protection = done.call.args[2];
    // mprotect goes from mapping to mapping: where it fails, it has changed those before.
    for (std::uint64_t at = from; at < to;) {
        const std::size_t found = attachmentFrom(process, at, done.result == 0);
        if (found == process.attachments.size()) return;
        const Attachment each = process.attachments[found];
        if (done.result != 0 && each.sealed && (protection & number::protWrite) != 0) return;
        const std::uint64_t begin = std::max(from, each.address), end = std::min(to, endOf(each));
        if (begin < end) protect(world, process, each, {begin, end}, protection);
        at = endOf(each);
    }
}

} // namespace ipclab
