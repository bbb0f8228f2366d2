#include "engine/journal/checkpoints.h"

namespace ipclab {

namespace {

/// About how much memory a state takes.
std::uint64_t bytesOf(const World& world) {
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
    return bytes;
}

} // namespace

void Checkpoints::add(const World& world) {
    const std::uint64_t bytes = bytesOf(world);
    if (bytes > largestCheckpoints / 2) return;
    states_[world.events] = {std::make_shared<const World>(world), bytes};
    bytes_ += bytes;
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
    for (auto state = states_.begin(); state != states_.end();) {
        if (state->first % distance_ == 0) {
            ++state;
            continue;
        }
        bytes_ -= state->second.bytes;
        state = states_.erase(state);
    }
}

} // namespace ipclab
