#include "tests/world/drawn_world.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

std::string drawnProcess(const Process& process) {
    std::string text =
        fmt::format("process {} {} pid {} parent {} state {} end {} calls {} {}\n", process.id,
                    process.letter, process.pid, process.parent, static_cast<int>(process.state),
                    process.endCode, process.calls, process.errors);
    if (process.current)
        text += fmt::format(" in {} {} since {} asleep {}\n", process.current->ref,
                            static_cast<int>(process.current->call.id), process.current->enteredNs,
                            process.current->asleepNs);
    for (const auto& [fd, descriptor] : process.descriptors)
        text += fmt::format(" fd {} -> {} {}\n", fd, descriptor.file, descriptor.target);
    for (const std::vector<Attachment>* all : {&process.attachments, &process.detached})
        for (const Attachment& each : *all)
            text += fmt::format(" {} {:x}+{} of {} from {} {}{}{}{}\n",
                                all == &process.attachments ? "attached" : "detached", each.address,
                                each.bytes, each.segment, each.offset, each.readOnly,
                                each.executable, each.sealed, each.noAccess);
    return text;
}

std::string drawnPipe(const Pipe& pipe) {
    std::string text = fmt::format(
        "pipe {} {} capacity {} ends {} {} written {} read {} lost {} {}{}{}{}\n", pipe.serial,
        pipe.ino, pipe.capacity, pipe.readers, pipe.writers, pipe.written, pipe.read, pipe.lost,
        pipe.gone, pipe.unlinked, pipe.contentsKnown, pipe.uncertain);
    for (const PipeSlot& slot : pipe.pages) {
        text += fmt::format(" slot {} {} {}:", slot.read, slot.packet, *slot.bytes);
        for (const WritePiece& piece : slot.pieces)
            text += fmt::format(" {} {} {}", piece.write, piece.writer, piece.bytes);
        text += '\n';
    }
    for (const PipeSleeper& each : pipe.sleepers)
        text += fmt::format(" asleep {} {}\n", each.process, static_cast<int>(each.kind));
    for (const auto& [process, line] : pipe.earlyReads)
        for (const EarlyRead& each : line) {
            text += fmt::format(" early of {}: {} before", process, each.data);
            for (const ReadUnderWay& other : each.others)
                text += fmt::format(" {} {}", other.process, other.calls);
            text += '\n';
        }
    return text;
}

std::string drawnSegment(const Segment& segment) {
    std::string text = fmt::format("segment {} key {} nattch {} rss {} {}{}{}\n", segment.stat.id,
                                   segment.stat.key, segment.stat.nattch, segment.rss,
                                   segment.stat.dest, segment.removed, segment.seen);
    for (auto page = segment.pages.next(0); page; page = segment.pages.next(*page + 1)) {
        const SegmentPage* held = segment.pages.find(*page);
        text += fmt::format(" page {} ", *page);
        text.append(held->bytes.begin(), held->bytes.end());
        text.append(held->writer.begin(), held->writer.end());
    }
    for (const SegmentWriter& each : segment.writers)
        text += fmt::format(" writer {} {}\n", each.process, each.lastNs);
    for (const SegmentWrite& each : segment.writes)
        text += fmt::format(" write {} {}+{}\n", each.process, each.offset, each.length);
    for (const UncertainBytes& each : segment.uncertain)
        text += fmt::format(" uncertain {} {}+{}\n", each.process, each.offset, each.length);
    return text;
}

} // namespace

std::string drawn(const World& world) {
    std::string text = fmt::format("{} events, {} calls, {} changes, next {}\n", world.events,
                                   world.calls, world.outsideChanges, world.nextSerial);
    for (const Process& each : world.processes)
        text += drawnProcess(each);
    for (const OpenFile& each : world.files)
        text += fmt::format("file {} {} {}{}{} {} pipe {} by {}\n", each.serial,
                            static_cast<int>(each.access), each.nonblocking, each.append,
                            each.packets, each.path, each.pipe, each.descriptors);
    for (const WriteInFlight& each : world.writesInFlight)
        text += fmt::format("flight {} {} to {}: {} of {} {}\n", each.process, each.serial,
                            each.pipe, each.copied, each.bytes, each.started);
    for (const Pipe& each : world.pipes)
        text += drawnPipe(each);
    for (const Segment& each : world.segments)
        text += drawnSegment(each);
    return text;
}

Kept::Kept(Story& story) : story_(story) {
    story.told = [this](const Event& event) {
        journal_.append(event);
        journal_.offer(story_.world);
    };
}

void Kept::remember() {
    moments_[journal_.size()] = drawn(story_.world);
}

std::string Kept::differs() const {
    for (const auto& [moment, before] : moments_)
        if (const std::string again = drawn(journal_.stateAt(moment)); again != before) {
            const auto at = std::ranges::mismatch(before, again).in1 - before.begin();
            const auto from = static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, at - 40));
            return fmt::format("the journal gives another world after {} events: \"{}\" was \"{}\"",
                               moment, again.substr(from, 80), before.substr(from, 80));
        }
    return {};
}

} // namespace ipclab
