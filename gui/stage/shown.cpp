#include "gui/stage/layout.h"

#include <algorithm>

namespace ipclab {
namespace {

/// Ended processes keep their card while there are not more cards than this.
constexpr std::size_t cardsWithEnded = 6;

} // namespace

std::vector<ProcessId> shownProcesses(const World& world) {
    std::size_t room = cardsWithEnded;
    for (const Process& process : world.processes)
        if (process.alive() && room > 0) --room;
    std::vector<ProcessId> to;
    for (auto process = world.processes.rbegin(); process != world.processes.rend(); ++process) {
        if (!process->alive() && room-- == 0) break;
        to.push_back(process->id);
    }
    // The loop above stops at the first ended one without a place; the living always have one.
    for (const Process& process : world.processes)
        if (process.alive() && std::ranges::find(to, process.id) == to.end())
            to.push_back(process.id);
    std::ranges::sort(to);
    return to;
}

std::vector<ShownQueue> shownQueues(const World& world, std::int64_t nowNs) {
    std::int64_t newest = 0;
    std::size_t lastRemoved = world.queues.size();
    for (std::size_t i = 0; i < world.queues.size(); ++i) {
        const Queue& queue = world.queues[i];
        if (!queue.removed)
            newest = std::max(newest, queue.createdNs);
        else if (lastRemoved == world.queues.size() ||
                 queue.removedNs >= world.queues[lastRemoved].removedNs)
            lastRemoved = i;
    }
    std::vector<ShownQueue> to;
    for (std::size_t i = 0; i < world.queues.size(); ++i) {
        const Queue& queue = world.queues[i];
        if (!queue.removed || nowNs - queue.removedNs < removedShownNs)
            to.push_back({i, false});
        else if (i == lastRemoved && newest <= queue.removedNs)
            to.push_back({i, true});
    }
    return to;
}

} // namespace ipclab
