#include "engine/journal/checkpoints.h"

namespace ipclab {

namespace {

/// The pictures of pages that the state does not share with the one behind it.
std::uint64_t ownBytes(const SegmentPages& pages, const SegmentPages* behind) {
    if (&pages == behind) return 0;
    std::uint64_t bytes = 0;
    const SegmentPage* last = nullptr; // pages that were filled at once share one picture
    for (auto number = pages.next(0); number; number = pages.next(*number + 1)) {
        const SegmentPage* page = pages.find(*number);
        if (behind && behind->find(*number) == page) continue;
        bytes += sizeof(SegmentPages::Page) + (page == last ? 0 : sizeof(SegmentPage));
        last = page;
    }
    return bytes;
}

const SegmentPages* pagesIn(const World& world, const Segment& segment) {
    for (const Segment& each : world.segments)
        if (each.stat.id == segment.stat.id && each.createdNs == segment.createdNs)
            return &each.pages;
    return nullptr;
}

std::uint64_t bytesOf(const Pipe& pipe) {
    std::uint64_t bytes = sizeof(Pipe);
    for (const PipeSlot& slot : pipe.pages)
        bytes += sizeof(PipeSlot) + slot.pieces.size() * sizeof(WritePiece) +
                 (slot.bytes ? slot.bytes->size() : 0);
    return bytes;
}

/// About how much memory a state takes beside the one behind it. Behind the newest there is the
/// present, which has not changed a page yet.
std::uint64_t bytesOf(const World& world, const World& behind) {
    std::uint64_t bytes = sizeof(World) + world.kernelTable.size();
    for (const std::string& notice : world.notices)
        bytes += sizeof(std::string) + notice.size();
    for (const Process& process : world.processes) {
        bytes += sizeof(process);
        for (const auto& [name, value] : process.variables) {
            bytes += 128;
            if (const auto* buffer = std::get_if<MessageBuffer>(&value))
                bytes += buffer->mtext.size();
        }
        if (process.last) bytes += process.last->data.size() + process.last->call.data.size();
    }
    for (const Queue& queue : world.queues)
        bytes += sizeof(queue) + queue.messages.size() * sizeof(Message) + queue.stat.cbytes;
    for (const Pipe& pipe : world.pipes)
        bytes += bytesOf(pipe);
    for (const Segment& segment : world.segments)
        bytes += sizeof(segment) + ownBytes(segment.pages, pagesIn(behind, segment));
    return bytes;
}

} // namespace

void Checkpoints::add(const World& world) {
    const auto behind = states_.upper_bound(world.events);
    const bool newest = behind == states_.end();
    const std::uint64_t bytes = bytesOf(world, newest ? world : *behind->second.world);
    if (bytes > largestCheckpoints / 2) return;
    states_[world.events] = {std::make_shared<const World>(world), bytes};
    bytes_ += bytes;
    if (auto added = states_.find(world.events); added != states_.begin()) {
        State& before = std::prev(added)->second;
        bytes_ -= before.bytes;
        before.bytes = bytesOf(*before.world, world);
        bytes_ += before.bytes;
    }
    while (states_.size() > 1 && (states_.size() > mostCheckpoints || bytes_ > largestCheckpoints))
        thin();
}

std::shared_ptr<const World> Checkpoints::before(std::uint64_t count) const {
    auto after = states_.upper_bound(count);
    if (after == states_.begin()) return nullptr;
    return std::prev(after)->second.world;
}

void Checkpoints::thin() {
    distance_ *= 2;
    std::erase_if(states_, [this](const auto& each) { return each.first % distance_ != 0; });
    // What was shared with a state that is gone counts for the one before it now.
    bytes_ = 0;
    const World* behind = nullptr;
    for (auto state = states_.rbegin(); state != states_.rend(); ++state) {
        const World& world = *state->second.world;
        state->second.bytes = bytesOf(world, behind ? *behind : world);
        bytes_ += state->second.bytes;
        behind = &world;
    }
}

} // namespace ipclab
