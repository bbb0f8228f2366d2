#include "gui/bridge/session_script.h"

#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "gui/bridge/object_names.h"
#include "gui/bridge/repeat_count.h"

#include <algorithm>
#include <csignal>
#include <list>
#include <map>
#include <optional>

namespace ipclab {
namespace {

constexpr std::size_t chunk = 4096;

/// Follows the events in their order and writes one line per thing that a script can say.
class Writer {
public:
    void take(const Event& event) {
        std::visit([&](const auto& body) { on(event, body); }, event.body);
    }

    [[nodiscard]] std::string text() {
        while (!repeats_.empty())
            cut(repeats_.begin()->first, lines_.end()); // as far as it has come
        std::string text;
        for (const Line& line : lines_)
            text += textOf(line);
        return text;
    }

private:
    struct Line {
        Statement statement;
        std::string comment;
        RepeatRounds rounds{}; ///< of a repeat that is over
    };
    /// Where a line stands, whatever is put in front of it later.
    using Place = std::list<Line>::iterator;
    /// A repeat that a process is making.
    struct Repeat {
        Place line;
        RepeatCount count;
    };
    /// A signal on its way: to whom, and which.
    using Sent = std::pair<ProcessId, int>;
    struct Open {
        Place line;
        CallRef ref = 0;
        bool blocked = false;
    };

    [[nodiscard]] std::string textOf(const Line& line) const {
        if (!line.rounds.empty()) return printRounds(line.statement, line.rounds, letters_);
        return (line.comment.empty() ? print(line.statement) : "// " + line.comment) + '\n';
    }

    void on(const Event& event, const event::ProcessStarted& started) {
        letters_[event.process] = started.letter;
        processes_[started.pid] = event.process;
        if (started.parent != 0) return name(started);
        Statement line;
        line.kind = Statement::Kind::Declare;
        line.declaration = {started.letter, started.label, started.user, {}};
        lines_.push_back({line, {}});
    }

    /// `A: fork()` made this child: the line names it, so that it has the same letter next time.
    void name(const event::ProcessStarted& child) {
        const auto at = open_.find(child.parent);
        if (at == open_.end()) return;
        Action& action = at->second.line->statement.actions[0];
        if (action.call->id == CallId::Fork && action.target.empty()) action.target = child.letter;
    }

    void on(const Event& event, const event::Given& given) {
        if (given.statement == nullptr || given.statement->actions.empty()) return;
        waiting_[event.process] = given;
        // An assignment is not a call: it never enters the kernel, so it is written now.
        if (!given.statement->actions[0].call) start(event.process);
    }

    void on(const Event& event, const event::Withdrawn&) { waiting_.erase(event.process); }

    void on(const Event& event, const event::Entered& entered) {
        start(event.process);
        const auto repeat = repeats_.find(event.process);
        if (repeat != repeats_.end()) repeat->second.count.entered();
        if (entered.call.id == CallId::Kill) noteKill(event.process, entered.call);
    }

    /// A call of the lab that may be why another process ends or stops.
    void noteKill(ProcessId sender, const ResolvedCall& call) {
        const auto to = processes_.find(static_cast<std::int32_t>(call.args[0]));
        const auto line = lineOf(sender);
        if (to == processes_.end() || !line) return;
        lastSent_[sender] = {to->second, static_cast<int>(call.args[1])};
        sent_[lastSent_[sender]] = *line;
    }

    /// The line that a process is working on.
    [[nodiscard]] std::optional<Place> lineOf(ProcessId process) const {
        if (const auto at = open_.find(process); at != open_.end()) return at->second.line;
        if (const auto at = repeats_.find(process); at != repeats_.end()) return at->second.line;
        return std::nullopt;
    }

    /// A line that was held is written where it was let go, not where it was given.
    void start(ProcessId process) {
        const auto at = waiting_.find(process);
        if (at == waiting_.end()) return;
        const event::Given given = at->second;
        waiting_.erase(at);
        // What has not returned when the next line begins was asleep, seen or not.
        for (auto& [other, open] : open_)
            block(open);
        if (repeats_.contains(process)) cut(process, lines_.end()); // it was stopped
        if (given.statement != shared_) {
            shared_ = given.statement;
            Statement line = *given.statement;
            line.expectation.reset();
            for (Statement& get : names_.replaceIn(line))
                lines_.push_back({std::move(get), {}});
            sharedLine_ = lines_.insert(lines_.end(), {line, {}});
        }
        if (given.statement->repeated && given.statement->actions[0].call)
            repeats_.emplace(process, Repeat{sharedLine_, {given.statement, given.first}});
        const bool one = given.statement->actions.size() == 1 && !given.statement->repeated &&
                         given.statement->processes.size() == 1 &&
                         given.statement->actions[0].call.has_value();
        if (one) open_[process] = {std::prev(lines_.end()), given.first, false};
    }

    void on(const Event&, const event::QueueSeen& seen) {
        if (!seen.gone) names_.seen(ParameterKind::QueueId, seen.stat.id, seen.stat.key);
    }
    void on(const Event&, const event::SegmentSeen& seen) {
        if (!seen.gone) names_.seen(ParameterKind::SegmentId, seen.stat.id, seen.stat.key);
    }

    void on(const Event& event, const event::Stopped& seen) {
        const auto isCause = [&](const auto& sent) {
            const auto& [to, signal] = sent.first;
            const bool stops =
                signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
            return to == event.process && (seen.stopped ? stops : signal == SIGCONT);
        };
        if (std::erase_if(sent_, isCause) == 0)
            signal(event.process, seen.stopped ? SIGSTOP : SIGCONT);
    }

    void on(const Event&, const event::Notice& notice) {
        if (notice.text == event::supervisorDied) lines_.push_back({{}, notice.text});
    }

    /// No call of the lab did it: a button, or a program outside.
    void signal(ProcessId process, int signal) {
        Statement line;
        line.kind = Statement::Kind::Signal;
        line.processes = {letters_[process]};
        line.signal = signal;
        lines_.push_back({line, {}});
    }

    void on(const Event& event, const event::SleepSeen&) {
        const auto repeat = repeats_.find(event.process);
        if (repeat != repeats_.end()) repeat->second.count.slept();
        if (const auto at = open_.find(event.process); at != open_.end()) block(at->second);
    }

    void on(const Event& event, const event::Returned& returned) {
        if (returned.call == CallId::Kill && returned.result != 0)
            sent_.erase(lastSent_[event.process]);
        if (const auto repeat = repeats_.find(event.process); repeat != repeats_.end()) {
            repeat->second.count.returned(returned);
            if (repeat->second.count.isComplete()) finish(event.process);
        }
        const auto at = open_.find(event.process);
        if (at == open_.end() || at->second.ref != returned.ref) return;
        const Open open = at->second;
        open_.erase(at);
        const std::optional<Expectation> expected = expectation(returned);
        if (!open.blocked) {
            open.line->statement.expectation = expected;
        } else if (expected) {
            await(event.process, *expected);
        }
    }

    void on(const Event& event, const event::ProcessEnded& ended) {
        if (ended.killed) {
            killed(event.process, ended);
        } else if (repeats_.contains(event.process)) {
            finish(event.process); // it will end in there again
        }
        open_.erase(event.process);
        repeats_.erase(event.process);
    }

    void killed(ProcessId process, const event::ProcessEnded& ended) {
        Expectation end;
        end.kind = Expectation::Kind::Killed;
        end.signal = ended.code;
        const auto at = open_.find(process);
        const auto sent = sent_.find({process, ended.code});
        const bool isSent = sent != sent_.end();
        const auto working = lineOf(process);
        // In the call itself: SIGPIPE, SIGSEGV, or a kill of itself.
        const bool isOwn = ended.fault != 0 || ended.code == SIGPIPE ||
                           (isSent && working && sent->second == *working);
        if (isOwn && working && (at == open_.end() || !at->second.blocked)) {
            if (repeats_.contains(process)) finish(process);
            (*working)->statement.expectation = end;
            return;
        }
        if (repeats_.contains(process)) cut(process, isSent ? sent->second : lines_.end());
        if (at != open_.end()) block(at->second);
        if (!isSent && !isOwn) signal(process, ended.code);
        await(process, end);
    }

    /// All rounds of its repeat belong into the script.
    void finish(ProcessId process) {
        const auto at = repeats_.find(process);
        Line& line = *at->second.line;
        line.rounds[process] = line.statement.times;
        repeats_.erase(at);
    }

    /// Leaves of a repeat what its process made: the rounds, and behind them, before `place`, the
    /// calls of one that was begun. A call that still sleeps is the last of a round.
    void cut(ProcessId process, Place place) {
        const auto at = repeats_.find(process);
        const auto [line, count] = at->second;
        repeats_.erase(at);
        line->rounds[process] = count.rounds() + (count.isAsleep() ? 1 : 0);
        for (std::size_t i = 0; i < count.further() && !count.isAsleep(); ++i) {
            Statement single;
            single.processes = {letters_[process]};
            single.actions = {line->statement.actions[i]};
            lines_.insert(place, {single, {}});
        }
    }

    void on(const Event&, const event::OutsideChange& change) {
        lines_.push_back({{}, "changed from outside: " + change.what});
    }

    void on(const Event&, const auto&) {}

    void block(Open& open) {
        if (open.blocked) return;
        open.blocked = true;
        Expectation blocks;
        blocks.kind = Expectation::Kind::Blocks;
        open.line->statement.expectation = blocks;
    }

    void await(ProcessId process, const Expectation& expectation) {
        Statement line;
        line.kind = Statement::Kind::Await;
        line.processes = {letters_[process]};
        line.expectation = expectation;
        lines_.push_back({line, {}});
    }

    [[nodiscard]] static std::optional<Expectation> expectation(const event::Returned& returned) {
        if (returned.refused) return std::nullopt;
        if (isChosenByKernel(entryOf(returned.call).result) && returned.result >= 0)
            return std::nullopt;
        Expectation expected;
        expected.result = returned.result;
        expected.error = returned.error;
        if (returned.call == CallId::Msgrcv && returned.result >= 0)
            expected.message = MessageBuffer{returned.mtype, returned.data};
        return expected;
    }

    std::list<Line> lines_;
    std::map<ProcessId, std::string> letters_;
    std::map<ProcessId, event::Given> waiting_;
    std::map<ProcessId, Open> open_;
    ObjectNames names_;
    std::shared_ptr<const Statement> shared_;
    Place sharedLine_ = lines_.end(); ///< where it stands
    std::map<ProcessId, Repeat> repeats_;
    std::map<std::int32_t, ProcessId> processes_; ///< by their pids
    std::map<Sent, Place> sent_;                  ///< and the line whose call sent it
    std::map<ProcessId, Sent> lastSent_;
};

} // namespace

std::string sessionScript(const EventReader& read, std::uint64_t count) {
    Writer writer;
    for (std::uint64_t from = 0; from < count;) {
        const std::vector<Event> events = read(from, chunk);
        if (events.empty()) break;
        for (const Event& event : events)
            writer.take(event);
        from += events.size();
    }
    return writer.text();
}

} // namespace ipclab
