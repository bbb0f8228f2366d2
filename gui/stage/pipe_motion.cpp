#include "gui/stage/pipe_motion.h"

#include "gui/stage/pipe_ends.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr double travelMs = 520;
constexpr double staggerMs = 90;   ///< between two tokens on one wire
constexpr double standMs = 120;    ///< what came is seen before the next call changes it
constexpr double backlogMs = 1000; ///< motion never lags further behind
constexpr std::size_t shownText = 20;

/// `"hello child"`, or the first of many bytes with their number.
QString tokenText(std::string_view bytes, std::uint64_t count) {
    const QString text = words::literal(bytes.substr(0, shownText));
    if (count <= shownText && bytes.size() >= count) return text;
    return text.chopped(1) + QStringLiteral("…\" ") + words::number(count) + QStringLiteral(" B");
}

/// The pipe of the call that the process is in.
std::optional<std::size_t> pipeOfCall(const World& world, const Process& process) {
    if (!process.current) return {};
    const CallId call = process.current->call.id;
    if (call != CallId::Read && call != CallId::Write) return {};
    return pipeOf(world, process, process.current->call.args[0]);
}

bool hasEnds(const World& world, const Process& process) {
    return std::ranges::any_of(process.descriptors, [&](const auto& each) {
        const OpenFile* file = world.file(each.second.file);
        return file && file->pipe != 0;
    });
}

/// A read or write that just returned, ended its process, or sleeps with a part of its bytes in the
/// pipe.
std::optional<CallId> callOf(const Process& process, const Event& event) {
    if (!process.current) return {};
    const CallId call = process.current->call.id;
    const bool ends = std::holds_alternative<event::Returned>(event.body);
    if (ends && (call == CallId::Read || call == CallId::Write)) return call;
    const bool stays = std::holds_alternative<event::SleepSeen>(event.body) ||
                       std::holds_alternative<event::ProcessEnded>(event.body);
    if (stays && call == CallId::Write) return call;
    return {};
}

/// Which ends of the pipe the process has open.
struct Holds {
    bool write = false, read = false;
};
Holds holdsOf(const World& world, const Pipe& pipe, ProcessId process) {
    Holds to;
    for (const PipeEnd& end : endsOf(world, pipe))
        if (end.process == process) to.write |= end.writes, to.read |= end.reads;
    return to;
}

/// That it enters the next call is not: the result before would be seen no moment.
bool isTold(const Event& event) {
    return !std::holds_alternative<event::Given>(event.body) &&
           !std::holds_alternative<event::Withdrawn>(event.body) &&
           !std::holds_alternative<event::Entered>(event.body);
}

ProcessId firstWriter(const Pipe& pipe) {
    for (const PipeSlot& page : pipe.pages) {
        std::uint32_t at = 0;
        for (const WritePiece& piece : page.pieces)
            if ((at += piece.bytes) > page.read) return piece.writer;
    }
    return 0;
}

ProcessId sleepingWriter(const Pipe& pipe) {
    for (const PipeSleeper& sleeper : pipe.sleepers)
        if (sleeper.kind == PipeSleeper::Kind::Writes) return sleeper.process;
    return 0;
}

} // namespace

void PipeMotion::before(const World& world, const Event& event) {
    before_.reset();
    const Process* process = world.process(event.process);
    if (!process || clock_.instant()) return;
    const auto pipe = pipeOfCall(world, *process);
    if (!pipe && !hasEnds(world, *process) && !cards_.lags(process->id)) return;
    before_ = Before{process->id, std::make_shared<const World>(world), {}, {}, {}, {}};
    const auto call = callOf(*process, event);
    if (!pipe || !call) return;
    before_->pipe = pipe;
    before_->call = *call;
    before_->look = std::make_shared<const Pipe>(world.pipes[*pipe]);
    if (*call == CallId::Read) before_->buffers = words::buffers(*process);
}

void PipeMotion::after(const World& world, const Event& event) {
    if (!before_) return;
    const Before before = *std::exchange(before_, {});
    double at = cards_.last(before.process);
    if (before.pipe) at = std::max(at, move(world, event, before));
    if (std::holds_alternative<event::Returned>(event.body) ||
        std::holds_alternative<event::ProcessEnded>(event.body))
        at = std::max(at, close(world, before, at));
    if (at > clock_.now() && isTold(event))
        cards_.tell(before.process, at, before.world, std::make_shared<const World>(world));
}

double PipeMotion::move(const World& world, const Event& event, const Before& before) {
    const double now = clock_.now();
    const std::size_t index = *before.pipe;
    if (index >= world.pipes.size() || world.pipes[index].serial != before.look->serial) return now;
    // A write that finds no reader ends its process, after all that went before.
    if (std::holds_alternative<event::ProcessEnded>(event.body)) return settled(index);
    const auto pipe = std::make_shared<const Pipe>(world.pipes[index]);
    const Process* process = world.process(event.process);
    const std::uint64_t came = pipe->written - std::min(pipe->written, before.look->written);
    const std::uint64_t went = pipe->read - std::min(pipe->read, before.look->read);
    if (before.call == CallId::Write) {
        if (came == 0) return now;
        const ResolvedCall* call = process->current ? &process->current->call
                                   : process->last  ? &process->last->call
                                                    : nullptr;
        const QString text = tokenText(call ? call->data : std::string(), came);
        const bool goes = travel({before.process, index, true, before.process, text,
                                  pipe->pages.empty() ? 0 : pipe->pages.size() - 1},
                                 before, pipe);
        return goes ? travels_.back().end() : now;
    }
    const auto* returned = std::get_if<event::Returned>(&event.body);
    if (!returned || returned->result < 0) return now;
    // The end of the file comes after the last byte, and after the last write end.
    if (const double all = settled(index); returned->result == 0)
        return all > now ? all + standMs : now;
    if (went == 0) return now;
    ProcessId writer = firstWriter(*before.look);
    if (writer == 0) writer = firstWriter(*pipe);
    double comes = now;
    // Bytes that came and went at once were never seen in the pipe; they have their writer's
    // colour all the same.
    if (travel({before.process, index, false, writer, tokenText(returned->data, went)}, before,
               pipe)) {
        comes = travels_.back().end();
        holds_.push_back({before.process, before.buffers, comes});
    }
    const ProcessId slept = sleepingWriter(*before.look);
    if (came > 0 && slept != 0)
        travel({slept, index, true, slept, words::number(came) + QStringLiteral(" B")}, before,
               pipe);
    return comes;
}

double PipeMotion::close(const World& world, const Before& before, double earliest) {
    double latest = clock_.now();
    for (std::size_t i = 0; i < std::min(world.pipes.size(), before.world->pipes.size()); ++i) {
        const Pipe &was = before.world->pipes[i], &is = world.pipes[i];
        if (was.serial != is.serial) break;
        // After a fork another process still has the same end open, and yet this wire goes.
        const Holds had = holdsOf(*before.world, was, before.process);
        const Holds has = holdsOf(world, is, before.process);
        const bool write = had.write && !has.write, read = had.read && !has.read;
        if (!write && !read) continue;
        double start = earliest;
        for (const ByteTravel& each : travels_) {
            if (each.pipe != i) continue;
            const bool here = each.process == before.process && (each.write ? write : read);
            start = std::max(start, here ? each.end() : each.start);
        }
        if (start > clock_.now() || shown_.contains(i))
            show(i, start, std::make_shared<const Pipe>(was), std::make_shared<const Pipe>(is));
        if (write) closings_.push_back({before.process, i, true, start});
        if (read) closings_.push_back({before.process, i, false, start});
        latest = std::max(latest, start);
    }
    return latest;
}

double PipeMotion::arrival(std::size_t pipe, bool write) const {
    double to = clock_.now();
    for (const ByteTravel& each : travels_) {
        if (each.pipe != pipe) continue;
        // A read waits for what is still on its way down; otherwise they follow one another.
        to = std::max(to, each.write && !write ? each.end() + standMs : each.start + staggerMs);
    }
    for (const Closing& each : closings_)
        if (each.pipe == pipe) to = std::max(to, each.start);
    return to;
}

double PipeMotion::settled(std::size_t pipe) const {
    double to = clock_.now();
    for (const ByteTravel& each : travels_)
        if (each.pipe == pipe) to = std::max(to, each.end());
    for (const Closing& each : closings_)
        if (each.pipe == pipe) to = std::max(to, each.start + wireMs);
    return to;
}

bool PipeMotion::travel(ByteTravel travel, const Before& before, std::shared_ptr<const Pipe> look) {
    travel.start = arrival(travel.pipe, travel.write);
    travel.duration = travelMs;
    if (travel.start - clock_.now() > backlogMs) {
        overflow_.push_back({travel.process, travel.pipe, travel.write});
        if (const auto shown = shown_.find(travel.pipe); shown != shown_.end())
            shown->second.push_back({shown->second.back().from, std::move(look)});
        return false;
    }
    show(travel.pipe, travel.write ? travel.end() : travel.start, before.look, std::move(look));
    travels_.push_back(std::move(travel));
    return true;
}

void PipeMotion::show(std::size_t pipe, double from, std::shared_ptr<const Pipe> before,
                      std::shared_ptr<const Pipe> look) {
    auto& looks = shown_[pipe];
    if (looks.empty()) looks.push_back({clock_.now(), std::move(before)});
    looks.push_back({std::max(from, looks.back().from), std::move(look)});
}

void PipeMotion::snap() {
    before_.reset();
    travels_.clear();
    shown_.clear();
    wireMotions_.clear();
    closings_.clear();
    cards_.snap();
    holds_.clear();
    overflow_.clear();
}

bool PipeMotion::advance() {
    const double now = clock_.now();
    std::erase_if(travels_, [now](const ByteTravel& each) { return now >= each.end(); });
    bool changed = std::erase_if(wireMotions_, [now](const WireMotion& each) {
                       return now >= each.start + each.duration;
                   }) > 0;
    std::erase_if(closings_, [now](const Closing& each) { return now >= each.start + wireMs; });
    changed |= cards_.advance();
    for (auto& [pipe, looks] : shown_)
        while (looks.size() > 1 && now >= looks[1].from) {
            looks.pop_front();
            changed = true;
        }
    // The last look is the world's own.
    std::erase_if(shown_, [](const auto& each) { return each.second.size() < 2; });
    return changed;
}

const Pipe& PipeMotion::shown(const World& world, std::size_t pipe) const {
    const auto found = shown_.find(pipe);
    if (found == shown_.end()) return world.pipes[pipe];
    const auto& looks = found->second;
    auto look = looks.rbegin();
    while (std::next(look) != looks.rend() && look->from > clock_.now())
        ++look;
    return *look->pipe;
}

} // namespace ipclab
