#include "gui/stage/layout.h"

#include <algorithm>

namespace ipclab {
namespace {

/// Ended processes keep their card while there are not more cards than this.
constexpr std::size_t cardsWithEnded = 6;
/// One that its parent has waited for is gone from the kernel too: a newer process takes its place
/// where there would be more cards than this.
constexpr std::size_t cardsWithReaped = 3;

struct Life {
    bool over = false;
    std::int64_t bornNs = 0, overNs = 0;
};

struct Living {
    ShownObject shown;
    std::int64_t bornNs = 0;
};

/// The objects of one kind.
template <class Object, class LifeOf>
std::vector<Living> shownOf(const std::vector<Object>& objects, ObjectKind kind, std::int64_t nowNs,
                            LifeOf lifeOf) {
    std::int64_t newest = 0, lastOver = -1;
    std::size_t last = objects.size();
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const Life life = lifeOf(objects[i]);
        if (!life.over)
            newest = std::max(newest, life.bornNs);
        else if (life.overNs >= lastOver)
            last = i, lastOver = life.overNs;
    }
    std::vector<Living> to;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const Life life = lifeOf(objects[i]);
        if (!life.over || nowNs - life.overNs < removedShownNs)
            to.push_back({{{kind, i}, false}, life.bornNs});
        else if (i == last && newest <= life.overNs)
            to.push_back({{{kind, i}, true}, life.bornNs});
    }
    return to;
}

/// One row of all kinds; within a kind the world's order stays.
std::vector<ShownObject> inOrder(std::vector<std::vector<Living>> kinds) {
    std::vector<ShownObject> to;
    std::vector<std::size_t> next(kinds.size(), 0);
    for (;;) {
        std::size_t first = kinds.size();
        for (std::size_t i = 0; i < kinds.size(); ++i)
            if (next[i] < kinds[i].size() &&
                (first == kinds.size() ||
                 kinds[i][next[i]].bornNs < kinds[first][next[first]].bornNs))
                first = i;
        if (first == kinds.size()) return to;
        to.push_back(kinds[first][next[first]++].shown);
    }
}

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
    const auto givesWay = [&](ProcessId id) {
        const Process& process = *world.process(id);
        return !process.alive() && process.parent != 0 && process.reaped && id != to.back();
    };
    while (to.size() > cardsWithReaped) {
        const auto reaped = std::ranges::find_if(to, givesWay);
        if (reaped == to.end()) break;
        to.erase(reaped);
    }
    return to;
}

bool exists(const World& world, ObjectRef object) {
    switch (object.kind) {
    case ObjectKind::Queue:
        return object.index < world.queues.size();
    case ObjectKind::Segment:
        return object.index < world.segments.size();
    case ObjectKind::Pipe:
        return object.index < world.pipes.size();
    }
    return false;
}

bool removed(const World& world, ObjectRef object) {
    switch (object.kind) {
    case ObjectKind::Queue:
        return world.queues[object.index].removed;
    case ObjectKind::Segment:
        return world.segments[object.index].removed;
    case ObjectKind::Pipe:
        return world.pipes[object.index].gone;
    }
    return true;
}

std::vector<ShownObject> shownObjects(const World& world, std::int64_t nowNs) {
    const auto queues = shownOf(world.queues, ObjectKind::Queue, nowNs, [](const Queue& queue) {
        return Life{queue.removed, queue.createdNs, queue.removedNs};
    });
    const auto segments =
        shownOf(world.segments, ObjectKind::Segment, nowNs, [](const Segment& segment) {
            return Life{segment.removed, segment.createdNs, segment.removedNs};
        });
    const auto pipes = shownOf(world.pipes, ObjectKind::Pipe, nowNs, [](const Pipe& pipe) {
        return Life{pipe.gone, pipe.createdNs, pipe.goneNs};
    });
    return inOrder({queues, segments, pipes});
}

} // namespace ipclab
