#include "gui/timeline/lanes.h"

#include <QStringList>
#include <algorithm>

namespace ipclab {

namespace {

QString fromUtf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

void join(Block& into, const Block& next) {
    into.endNs = std::max(into.endNs, next.endNs);
    into.position = next.position;
    into.count += next.count;
    into.errors += next.errors;
    into.asleepNs = 0;
    into.statement.reset();
}

/// Joins blocks of the older half with the next one where the time between them is shortest, so
/// that a burst becomes one block and a call that stood alone still does.
void thin(std::vector<Block>& blocks) {
    if (blocks.size() <= mostBlocks) return;
    const std::size_t half = blocks.size() / 2;
    const auto gapBefore = [&blocks](std::size_t i) {
        return blocks[i].startNs - blocks[i - 1].endNs;
    };
    std::vector<std::int64_t> gaps;
    gaps.reserve(half);
    for (std::size_t i = 1; i < half; ++i)
        gaps.push_back(gapBefore(i));
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    const std::int64_t widest = *middle;
    std::vector<Block> kept;
    kept.reserve(mostBlocks);
    for (std::size_t i = 0; i < half; ++i) {
        const bool joins = i > 0 && gapBefore(i) <= widest;
        if (joins)
            join(kept.back(), blocks[i]);
        else
            kept.push_back(std::move(blocks[i]));
    }
    std::move(blocks.begin() + static_cast<std::ptrdiff_t>(half), blocks.end(),
              std::back_inserter(kept));
    blocks = std::move(kept);
}

/// A call that was left out alone: the world still knows it.
Block blockOf(const CallOutcome& outcome) {
    Block block;
    block.startNs = outcome.enteredNs;
    block.endNs = std::max(outcome.returnedNs, outcome.enteredNs + 1);
    block.call = outcome.call;
    block.call.data.clear();
    block.result = outcome.result;
    block.error = outcome.error;
    block.refused = outcome.refused;
    block.errors = block.failed() ? 1 : 0;
    block.mtype = outcome.mtype;
    block.statement = outcome.statement;
    block.action = outcome.action;
    return block;
}

} // namespace

QString ProcessLane::name() const {
    if (label.isEmpty() && pid != 0) return letter + QStringLiteral(" pid %1").arg(pid);
    return (letter + u' ' + label).trimmed();
}

void Lanes::take(const Frame& frame) {
    if (!frame.world) return;
    if (frame.total < taken_) { // another lab
        Lanes anew;
        anew.reader_ = std::move(reader_);
        *this = std::move(anew);
    }
    readMissing(frame.fresh.empty() ? frame.total : frame.firstFresh);
    if (!frame.fresh.empty() && frame.firstFresh > taken_) leaveOut(frame);
    takeAll(frame.firstFresh, frame.fresh);
    if (frame.past) return; // frame.world is an earlier one
    for (const Process& process : frame.world->processes) {
        ProcessLane& lane = laneOf(process.id);
        lane.letter = fromUtf8(process.letter);
        lane.label = fromUtf8(process.label);
        lane.pid = process.pid;
    }
    if (following_ || frame.total != taken_) return;
    countLeftOut(*frame.world);
    resumeOpen(*frame.world);
    objects_.measure(*frame.world);
    // A copy of the world is dear, so only when events come slowly enough again.
    if (frame.skipped > 0) return;
    world_ = *frame.world;
    following_ = true;
}

void Lanes::takeAll(std::uint64_t first, const std::vector<Event>& events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        const std::uint64_t place = first + i;
        if (place < taken_) continue;
        takeEvent(events[i], place + 1);
        if (following_) {
            applyTo(world_, events[i]);
            objects_.measure(world_);
        }
        taken_ = place + 1;
    }
}

/// A view that is made while a lab runs has missed its beginning.
void Lanes::readMissing(std::uint64_t to) {
    if (!reader_ || !following_ || to <= taken_ || to - taken_ > mostRead) return;
    takeAll(taken_, reader_(taken_, to - taken_));
}

/// Events were left out before the fresh ones: what was open then is no longer known to be.
void Lanes::leaveOut(const Frame& frame) {
    if (following_ || gapFromNs_ == 0) gapFromNs_ = std::max(lastNs_, frame.world->startNs);
    following_ = false;
    gapToNs_ = frame.fresh.front().timeNs;
    if (startNs_ == 0) startNs_ = frame.world->startNs;
    for (ProcessLane& lane : processes_) {
        if (lane.blocks.empty() || !lane.blocks.back().open()) continue;
        // Its return is among the events left out, and will be counted with them.
        lane.blocks.pop_back();
    }
}

void Lanes::countLeftOut(const World& world) {
    for (const Process& process : world.processes) {
        ProcessLane& lane = laneOf(process.id);
        if (process.calls <= lane.counted) continue;
        Block burst;
        burst.startNs = gapFromNs_;
        burst.endNs = std::max(gapToNs_, gapFromNs_ + 1);
        burst.count = process.calls - lane.counted;
        burst.nameless = true;
        const bool isLast = process.last && process.last->returnedNs <= gapToNs_;
        if (burst.count == 1 && isLast) burst = blockOf(*process.last);
        burst.position = taken_;
        lane.counted = process.calls;
        Block* last = lane.blocks.empty() ? nullptr : &lane.blocks.back();
        if (last && last->count > 1 && !last->open() && last->endNs <= burst.startNs + 1) {
            join(*last, burst);
            continue;
        }
        const auto place =
            std::ranges::upper_bound(lane.blocks, burst.startNs, {}, &Block::startNs);
        lane.blocks.insert(place, burst);
        thin(lane.blocks);
    }
    gapFromNs_ = gapToNs_;
}

/// A call that is still in the kernel after events were left out, a sleep above all, goes on.
void Lanes::resumeOpen(const World& world) {
    for (const Process& process : world.processes) {
        if (!process.current || openBlock(process.id) != nullptr) continue;
        Block block;
        block.startNs = process.current->enteredNs;
        block.asleepNs = process.current->asleepNs;
        block.position = taken_;
        block.call = process.current->call;
        block.call.data.clear();
        if (process.given) {
            block.statement = process.given->statement;
            block.action = process.current->ref - process.given->first;
        }
        laneOf(process.id).blocks.push_back(std::move(block));
    }
}

ProcessLane& Lanes::laneOf(ProcessId process) {
    const auto found = std::ranges::find(processes_, process, &ProcessLane::process);
    if (found != processes_.end()) return *found;
    return processes_.emplace_back(ProcessLane{process, {}, {}, {}, 0, {}});
}

Block* Lanes::openBlock(ProcessId process) {
    ProcessLane& lane = laneOf(process);
    if (lane.blocks.empty() || !lane.blocks.back().open()) return nullptr;
    return &lane.blocks.back();
}

void Lanes::takeEvent(const Event& event, std::uint64_t position) {
    if (startNs_ == 0) startNs_ = event.timeNs;
    lastNs_ = std::max(lastNs_, event.timeNs);
    if (const auto* started = std::get_if<event::ProcessStarted>(&event.body)) {
        ProcessLane& lane = laneOf(event.process);
        lane.letter = fromUtf8(started->letter);
        lane.label = fromUtf8(started->label);
    } else if (const auto* given = std::get_if<event::Given>(&event.body)) {
        given_[event.process] = *given;
    } else if (const auto* entered = std::get_if<event::Entered>(&event.body)) {
        Block block;
        block.startNs = event.timeNs;
        block.position = position;
        block.call = entered->call;
        block.call.data.clear();
        const auto line = given_.find(event.process);
        if (line != given_.end()) {
            block.statement = line->second.statement;
            block.action = entered->ref - line->second.first;
        }
        ProcessLane& lane = laneOf(event.process);
        lane.blocks.push_back(std::move(block));
        thin(lane.blocks);
    } else if (std::holds_alternative<event::SleepSeen>(event.body)) {
        if (Block* block = openBlock(event.process)) {
            block->asleepNs = event.timeNs;
            block->position = position;
        }
    } else if (const auto* returned = std::get_if<event::Returned>(&event.body)) {
        finish(event.process, *returned, event.timeNs, position);
    } else if (const auto* stop = std::get_if<event::Stopped>(&event.body)) {
        takeStop(event.process, stop->stopped, event.timeNs);
    } else if (std::holds_alternative<event::ProcessEnded>(event.body)) {
        takeStop(event.process, false, event.timeNs);
        if (Block* block = openBlock(event.process)) {
            block->endNs = event.timeNs;
            block->cutOff = true;
        }
    }
}

void Lanes::takeStop(ProcessId process, bool stopped, std::int64_t timeNs) {
    std::vector<ProcessLane::Stop>& stops = laneOf(process).stops;
    const bool open = !stops.empty() && stops.back().toNs == 0;
    if (open && !stopped) stops.back().toNs = timeNs;
    if (open || !stopped) return;
    if (stops.size() >= mostStops) stops.erase(stops.begin());
    stops.push_back({timeNs, 0});
}

void Lanes::finish(ProcessId process, const event::Returned& body, std::int64_t timeNs,
                   std::uint64_t position) {
    ProcessLane& lane = laneOf(process);
    ++lane.counted;
    Block* block = openBlock(process);
    if (!block) {
        // Its beginning was left out: only the return is known.
        Block known;
        known.startNs = timeNs;
        known.call.id = body.call;
        block = &lane.blocks.emplace_back(std::move(known));
    }
    block->endNs = std::max(timeNs, block->startNs + 1);
    block->position = position;
    block->result = body.result;
    block->error = body.error;
    block->refused = body.refused;
    block->errors = block->failed() ? 1 : 0;
    block->mtype = body.mtype;
}

QString Lanes::letterOf(ProcessId process) const {
    const auto found = std::ranges::find(processes_, process, &ProcessLane::process);
    return found == processes_.end() ? QStringLiteral("outside") : found->letter;
}

QString Lanes::asText() const {
    QStringList lines;
    for (const ProcessLane& lane : processes_) {
        QStringList labels;
        for (const Block& block : lane.blocks) {
            const bool sleeps = block.open() && block.asleepNs != 0;
            labels << (sleeps ? sleepLabel(block) : blockLabel(block));
        }
        for (const ProcessLane::Stop& stop : lane.stops)
            labels << (stop.toNs == 0 ? QStringLiteral("stopped") : QStringLiteral("was stopped"));
        lines << lane.letter + QStringLiteral(": ") + labels.join(QStringLiteral(" | "));
    }
    for (const ObjectLane& lane : objects()) {
        QStringList values;
        for (const ObjectStep& step : lane.steps)
            if (lane.kind != event::ObjectKind::Segment) values << QString::number(step.value);
        for (const WriteMark& write : lane.writes)
            values << letterOf(write.process);
        lines << objectName(lane) + QStringLiteral(": ") + values.join(QLatin1Char(' '));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace ipclab
