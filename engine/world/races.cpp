#include "engine/world/memory.h"

#include "engine/world/segment_bytes.h"
#include "engine/world/segment_questions.h"
#include "engine/world/segments.h"

#include <algorithm>

namespace ipclab {

namespace {

/// A Store or AtomicAdd that adds: where, and how much each time.
struct Addition {
    std::int32_t segment = -1;
    std::uint64_t offset = 0;
    std::uint8_t width = 4;
    std::int64_t value = 0;
    bool atomic = false;

    [[nodiscard]] bool sameBytes(const Addition& other) const {
        return segment == other.segment && offset == other.offset && width == other.width;
    }
    [[nodiscard]] bool sameBytes(const Race& race) const {
        return offset == race.offset && width == race.width;
    }
};

/// What the value becomes after so many additions wraps as the processor's does.
std::int64_t product(std::int64_t rounds, std::int64_t value) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(rounds) *
                                     static_cast<std::uint64_t>(value));
}

std::int64_t sum(std::int64_t one, std::int64_t other) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(one) +
                                     static_cast<std::uint64_t>(other));
}

/// Whether a number can have so many bytes; a damaged event may say anything.
bool isWidth(std::int64_t bytes) {
    return bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
}

std::optional<Addition> additionOf(const Process& process, const ResolvedCall& call) {
    const bool atomic = call.id == CallId::AtomicAdd;
    const bool minus = call.args[3] == '-';
    if (!atomic && (call.id != CallId::Store || (call.args[3] != '+' && !minus)))
        return std::nullopt;
    if (!isWidth(call.args[1])) return std::nullopt;
    const auto place = placeOf(process, static_cast<std::uint64_t>(call.args[0]));
    if (!place) return std::nullopt;
    return Addition{place->attachment->segment, place->offset,
                    static_cast<std::uint8_t>(call.args[1]),
                    product(!atomic && minus ? -1 : 1, call.args[2]), atomic};
}

/// Who else is adding to these bytes at this moment.
std::vector<ProcessId> adding(const World& world, const Process& self, const Addition& mine,
                              bool& atomic) {
    std::vector<ProcessId> others;
    for (const Process& other : world.processes) {
        if (other.id == self.id || !other.current) continue;
        const auto theirs = additionOf(other, other.current->call);
        if (!theirs || !theirs->sameBytes(mine)) continue;
        others.push_back(other.id);
        atomic = atomic && theirs->atomic;
    }
    return others;
}

Race* runningRace(Segment* segment, const Addition& addition) {
    if (!segment || !segment->race || segment->race->over) return nullptr;
    return addition.sameBytes(*segment->race) ? &*segment->race : nullptr;
}

void join(Race& race, ProcessId process) {
    if (std::ranges::find(race.processes, process) == race.processes.end())
        race.processes.push_back(process);
}

/// The line that was given to it and to others at the same time; empty where it was given to it
/// alone.
std::string_view sharedLine(const Process& process) {
    if (!process.given || !process.given->statement) return {};
    const Statement& statement = *process.given->statement;
    return statement.processes.size() > 1 ? std::string_view(statement.source) : std::string_view();
}

/// Whether this race is of a line's other processes, which are done, and goes on with this one.
bool goesOn(const Race& race, const Addition& mine, ProcessId process, std::string_view line) {
    return race.apart && race.over && mine.sameBytes(race) && race.line == line &&
           std::ranges::find(race.processes, process) == race.processes.end();
}

/// Nobody else adds at this moment, though others were asked to: they are done, or have not begun.
void enterAlone(Segment& segment, const Process& process, const Addition& mine,
                std::int64_t nowNs) {
    const std::string_view line = sharedLine(process);
    if (line.empty()) return;
    if (segment.race && goesOn(*segment.race, mine, process.id, line)) {
        segment.race->gapNs = nowNs - segment.race->doneNs;
        segment.race->over = false;
    } else {
        Race& race = segment.race.emplace();
        race.offset = mine.offset;
        race.width = mine.width;
        race.before = race.after = numberAt(segment, mine.offset, mine.width);
        race.atomic = mine.atomic;
        race.apart = true;
        race.line = line;
    }
    segment.race->atomic = segment.race->atomic && mine.atomic;
    join(*segment.race, process.id);
}

} // namespace

void enterAddition(World& world, const Process& process, const ResolvedCall& call) {
    const auto mine = additionOf(process, call);
    Segment* segment = mine ? liveSegment(world, mine->segment) : nullptr;
    if (!segment) return;
    bool atomic = mine->atomic;
    const std::vector<ProcessId> others = adding(world, process, *mine, atomic);
    if (others.empty()) return enterAlone(*segment, process, *mine, world.timeNs);
    Race* race = runningRace(segment, *mine);
    if (!race) {
        race = &segment->race.emplace();
        race->offset = mine->offset;
        race->width = mine->width;
        race->before = race->after = numberAt(*segment, mine->offset, mine->width);
        race->atomic = atomic;
    }
    race->atomic = race->atomic && atomic;
    race->apart = false;
    for (const ProcessId other : others)
        join(*race, other);
    join(*race, process.id);
}

void returnAddition(World& world, const Process& process, const CallOutcome& done) {
    const auto mine = additionOf(process, done.call);
    Race* race = mine ? runningRace(liveSegment(world, mine->segment), *mine) : nullptr;
    if (!race || std::ranges::find(race->processes, process.id) == race->processes.end()) return;
    race->added = sum(race->added, product(done.mtype, mine->value));
    race->after = done.result;
    race->doneNs = done.returnedNs;
    bool atomic = true;
    race->over = adding(world, process, *mine, atomic).empty();
}

void endAddition(World& world, const Process& process, const ResolvedCall& call) {
    const auto mine = additionOf(process, call);
    Segment* segment = mine ? liveSegment(world, mine->segment) : nullptr;
    if (segment && runningRace(segment, *mine)) segment->race.reset();
}

} // namespace ipclab
