#include "engine/cli/event_text.h"

#include "engine/call/catalogue.h"
#include "engine/call/language.h"

#include <fmt/format.h>
#include <sys/wait.h>

namespace ipclab {

namespace {

constexpr double nsPerSecond = 1e9;

/// The action as it was written, found by the ref that its events carry.
std::string written(const Process& process, CallRef ref, const ResolvedCall& call) {
    if (process.given) {
        const CallRef index = ref - process.given->first;
        const auto& actions = process.given->statement->actions;
        if (index < actions.size()) return print(actions[index]);
    }
    return printResolved(call);
}

std::string endText(const event::ProcessEnded& ended) {
    if (!ended.killed) return fmt::format("exits {}", ended.code);
    const std::string at = ended.fault != 0 ? fmt::format(" at {:#x}", ended.fault) : "";
    return fmt::format("killed {}{}", signalName(ended.code), at);
}

/// What wait() was told, as the macros of sys/wait.h take it apart.
std::string statusText(std::int64_t status) {
    const int told = static_cast<int>(status);
    return WIFSIGNALED(told) ? "killed " + signalName(WTERMSIG(told))
                             : fmt::format("exited {}", WEXITSTATUS(told));
}

std::string result(const event::Returned& returned) {
    if (returned.refused) return "refused: " + returned.data;
    // -1 alone may be a value: n = *p.
    if (returned.result == -1 && returned.error != 0)
        return fmt::format("= -1 {}", errnoName(returned.error));
    if (returned.call == CallId::Msgrcv)
        return fmt::format("= {} {}", returned.result,
                           print(Value(MessageBuffer{returned.mtype, returned.data})));
    if (returned.stat) return fmt::format("= {} {}", returned.result, print(Value(*returned.stat)));
    if (returned.segment)
        return fmt::format("= {} {}", returned.result, print(Value(*returned.segment)));
    if (entryOf(returned.call).result == ResultKind::AddressResult)
        return fmt::format("= {:#x}", static_cast<std::uint64_t>(returned.result));
    if (returned.call == CallId::Ftok)
        return fmt::format("= {:#010x}", static_cast<std::uint32_t>(returned.result));
    if (returned.files.size() == 2)
        return fmt::format("= {} {{{}, {}}}", returned.result, returned.files[0].fd,
                           returned.files[1].fd);
    if (returned.call == CallId::Wait && returned.result > 0)
        return fmt::format("= {} ({})", returned.result, statusText(returned.detail));
    const bool brings = returned.call == CallId::Read || returned.call == CallId::Printf;
    if (brings && returned.result > 0)
        return fmt::format("= {} {}", returned.result, print(Value(returned.data)));
    return fmt::format("= {}", returned.result);
}

std::string outsideQueue(const event::OutsideChange& change, const std::string& by) {
    using Kind = event::OutsideChange::Kind;
    switch (change.kind) {
    case Kind::Sent:
        return fmt::format("queue {}: {} message(s) sent from outside{}", change.queue,
                           change.count, by);
    case Kind::Taken:
        return fmt::format("queue {}: {} message(s) taken from outside{}", change.queue,
                           change.count, by);
    case Kind::Removed:
        return fmt::format("queue {}: removed from outside", change.queue);
    case Kind::Reordered:
        return fmt::format("queue {}: the kernel's order differs from the order of the reports",
                           change.queue);
    default:
        return fmt::format("queue {}: changed from outside{}: {}", change.queue, by, change.what);
    }
}

std::string outsideSegment(const event::OutsideChange& change, const std::string& by) {
    using Kind = event::OutsideChange::Kind;
    switch (change.kind) {
    case Kind::Written:
        return fmt::format("segment {}: {} byte(s) at +{} written from outside{}", change.queue,
                           change.count, change.offset, by);
    case Kind::Attached:
        return fmt::format("segment {}: attached from outside{}", change.queue, by);
    case Kind::Detached:
        return fmt::format("segment {}: detached from outside{}", change.queue, by);
    case Kind::Removed:
        return fmt::format("segment {}: removed from outside", change.queue);
    default:
        return fmt::format("segment {}: changed from outside{}: {}", change.queue, by, change.what);
    }
}

std::string outsidePipe(const event::OutsideChange& change) {
    using Kind = event::OutsideChange::Kind;
    if (change.kind == Kind::Sent)
        return fmt::format("pipe:[{}]: {} byte(s) written from outside", change.ino, change.count);
    if (change.kind == Kind::Taken)
        return fmt::format("pipe:[{}]: {} byte(s) read from outside", change.ino, change.count);
    return fmt::format("pipe:[{}]: changed from outside: {}", change.ino, change.what);
}

std::string outsideText(const event::OutsideChange& change) {
    const std::string by = change.pid > 0 ? fmt::format(" by pid {}", change.pid) : "";
    switch (change.object) {
    case event::ObjectKind::Queue:
        return outsideQueue(change, by);
    case event::ObjectKind::Segment:
        return outsideSegment(change, by);
    case event::ObjectKind::Pipe:
        return outsidePipe(change);
    }
    return {};
}

} // namespace

std::string EventText::startText(const event::ProcessStarted& started) const {
    const Process* parent = world_.process(started.parent);
    const std::string origin = parent ? fmt::format("starts as a child of {}", parent->letter)
                                      : "starts as " + started.user;
    return fmt::format("{}: {}, pid {}", started.letter, origin, started.pid);
}

/// With the call that it was in, unless that was printed already when it blocked.
std::string EventText::endingText(const event::ProcessEnded& ended, const Process& process) const {
    std::string text = process.letter + ": ";
    if (process.current && process.current->asleepNs == 0)
        text += written(process, process.current->ref, process.current->call) + "  ";
    return text + endText(ended) + familyText(process);
}

/// What an end means for those who are left.
std::string EventText::familyText(const Process& ended) const {
    if (ended.tornAway) return {}; // nobody is left
    std::string text;
    const Process* parent = world_.process(ended.parent);
    if (parent && parent->alive() && ended.alive())
        text = fmt::format("; a zombie until {} waits for it", parent->letter);
    for (const Process& child : world_.processes)
        if (child.parent == ended.id && child.alive())
            text += fmt::format("; {} lives on as a child of the supervisor", child.letter);
    return text;
}

std::optional<std::string> EventText::line(const Event& event) {
    auto words = text(event);
    applyTo(world_, event);
    if (!words) return {};
    const double seconds = static_cast<double>(event.timeNs - world_.startNs) / nsPerSecond;
    return fmt::format("{:10.6f}  {}", seconds, *words);
}

std::optional<std::string> EventText::text(const Event& event) const {
    const Process* process = world_.process(event.process);
    const std::string letter = process ? process->letter : std::string("lab");
    if (const auto* started = std::get_if<event::ProcessStarted>(&event.body))
        return startText(*started);
    if (const auto* ended = std::get_if<event::ProcessEnded>(&event.body)) {
        if (!process) return {}; // never started, which a notice has said
        return endingText(*ended, *process);
    }
    if (const auto* stopped = std::get_if<event::Stopped>(&event.body))
        return fmt::format("{}: {}", letter, stopped->stopped ? "stopped" : "goes on");
    if (const auto* assigned = std::get_if<event::Assigned>(&event.body))
        return fmt::format("{}: {} = {}", letter, assigned->target, print(assigned->value));
    if (process && process->current) {
        const CallInProgress& current = *process->current;
        if (std::holds_alternative<event::SleepSeen>(event.body))
            return fmt::format("{}: {}  blocks", letter,
                               written(*process, current.ref, current.call));
        if (const auto* returned = std::get_if<event::Returned>(&event.body)) {
            if (current.asleepNs != 0)
                return fmt::format("{}: returns  {}", letter, result(*returned));
            return fmt::format("{}: {}  {}", letter, written(*process, returned->ref, current.call),
                               result(*returned));
        }
    }
    if (const auto* change = std::get_if<event::OutsideChange>(&event.body))
        return outsideText(*change);
    if (const auto* hole = std::get_if<event::Hole>(&event.body))
        return fmt::format("event {} of {} was never written: its process died in the middle of it",
                           hole->seq, letter);
    if (const auto* notice = std::get_if<event::Notice>(&event.body))
        return fmt::format("note: {}", notice->text);
    return {};
}

} // namespace ipclab
