#include "gui/bridge/session_script.h"

#include "engine/call/catalogue.h"
#include "engine/call/language.h"
#include "gui/bridge/repeat_count.h"

#include <algorithm>
#include <csignal>
#include <map>
#include <optional>
#include <set>

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
            cut(repeats_.begin()->first, lines_.size()); // as far as it has come
        std::string text;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            Line& line = lines_[i];
            if (const auto made = rounds_.find(i); made != rounds_.end()) {
                text += repeatText(line.statement, made->second);
                continue;
            }
            text += line.comment.empty() ? print(line.statement) : "// " + line.comment;
            text += '\n';
        }
        return text;
    }

private:
    /// Rounds that each process made of one repeat.
    using Rounds = std::map<ProcessId, std::uint64_t>;
    struct Line {
        Statement statement;
        std::string comment;
    };
    /// A repeat that a process is making.
    struct Repeat {
        std::size_t line = 0;
        RepeatCount count;
    };
    /// A signal on its way: to whom, and which.
    using Sent = std::pair<ProcessId, int>;
    struct Open {
        std::size_t line = 0;
        CallRef ref = 0;
        bool blocked = false;
    };

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
        Action& action = lines_[at->second.line].statement.actions[0];
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
    [[nodiscard]] std::optional<std::size_t> lineOf(ProcessId process) const {
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
        if (repeats_.contains(process)) cut(process, lines_.size()); // it was stopped
        if (given.statement != shared_) {
            shared_ = given.statement;
            Statement line = *given.statement;
            line.expectation.reset();
            nameQueues(line);
            lines_.push_back({line, {}});
            sharedLine_ = lines_.size() - 1;
        }
        if (given.statement->repeated && given.statement->actions[0].call)
            repeats_.emplace(process, Repeat{sharedLine_, {given.statement, given.first}});
        const bool one = given.statement->actions.size() == 1 && !given.statement->repeated &&
                         given.statement->processes.size() == 1 &&
                         given.statement->actions[0].call.has_value();
        if (one) open_[process] = {lines_.size() - 1, given.first, false};
    }

    void on(const Event&, const event::QueueSeen& seen) {
        if (!seen.gone) keys_[seen.stat.id] = seen.stat.key;
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

    /// A number names another queue in the next run, and a script may not name one that way. So the
    /// queue gets a variable first, by its key.
    void nameQueues(Statement& line) {
        for (Action& action : line.actions) {
            if (!action.call) continue;
            const auto parameters = entryOf(action.call->id).parameters;
            for (std::size_t i = 0; i < action.call->args.size() && i < parameters.size(); ++i) {
                Expr& arg = action.call->args[i];
                if (parameters[i].kind != ParameterKind::QueueId) continue;
                if (arg.kind != Expr::Kind::Number) continue;
                const auto key = keys_.find(static_cast<std::int32_t>(arg.number));
                if (key == keys_.end() || key->second == 0) continue;
                const std::string name = variableFor(key->first);
                for (const std::string& letter : line.processes)
                    get(letter, name, key->second);
                arg = Expr{};
                arg.kind = Expr::Kind::Name;
                arg.text = name;
            }
        }
    }

    [[nodiscard]] std::string variableFor(std::int32_t id) {
        const auto at = names_.try_emplace(id, "queue" + std::to_string(names_.size() + 1)).first;
        return at->second;
    }

    void get(const std::string& letter, const std::string& name, std::int32_t key) {
        if (!got_.emplace(letter, name).second) return;
        const auto line =
            parseStatement(letter + ": " + name + " = msgget(" + std::to_string(key) + ", 0)");
        if (line) lines_.push_back({*line, {}});
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
            lines_[open.line].statement.expectation = expected;
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
            lines_[*working].statement.expectation = end;
            return;
        }
        if (repeats_.contains(process)) cut(process, isSent ? sent->second : lines_.size());
        if (at != open_.end()) block(at->second);
        if (!isSent && !isOwn) signal(process, ended.code);
        await(process, end);
    }

    /// The rounds that all of its processes made together, and behind them those that only some
    /// did.
    [[nodiscard]] std::string repeatText(const Statement& repeat, const Rounds& made) const {
        const auto least = std::ranges::min_element(made, {}, &Rounds::value_type::second)->second;
        const std::uint64_t together = made.size() < repeat.processes.size() ? 0 : least;
        Statement part = repeat;
        part.times = together;
        std::string text = together == 0 ? std::string() : print(part) + '\n';
        for (const auto& [process, rounds] : made) {
            if (rounds == together) continue;
            part.processes = {letters_.at(process)};
            part.times = rounds - together;
            text += print(part) + '\n';
        }
        return text;
    }

    /// All rounds of its repeat belong into the script.
    void finish(ProcessId process) {
        const auto at = repeats_.find(process);
        const std::size_t line = at->second.line;
        rounds_[line][process] = lines_[line].statement.times;
        repeats_.erase(at);
    }

    /// Leaves of a repeat what its process made: the rounds, and behind them, at `place`, the calls
    /// of one that was begun. A call that still sleeps is the last of a round.
    void cut(ProcessId process, std::size_t place) {
        const auto at = repeats_.find(process);
        const auto [index, count] = at->second;
        repeats_.erase(at);
        rounds_[index][process] = count.rounds() + (count.isAsleep() ? 1 : 0);
        const std::vector<Action> actions = lines_[index].statement.actions;
        for (std::size_t i = 0; i < count.further() && !count.isAsleep(); ++i) {
            Statement single;
            single.processes = {letters_[process]};
            single.actions = {actions[i]};
            insert(place + i, {single, {}});
        }
    }

    void insert(std::size_t place, Line line) {
        lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(place), std::move(line));
        const auto shift = [place](std::size_t& index) { index += index >= place ? 1 : 0; };
        for (auto& [process, open] : open_)
            shift(open.line);
        for (auto& [process, repeat] : repeats_)
            shift(repeat.line);
        for (auto& [what, index] : sent_)
            shift(index);
        shift(sharedLine_);
        std::map<std::size_t, Rounds> rounds;
        for (const auto& [index, made] : rounds_)
            rounds.emplace(index >= place ? index + 1 : index, made);
        rounds_ = std::move(rounds);
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
        lines_[open.line].statement.expectation = blocks;
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

    std::vector<Line> lines_;
    std::map<ProcessId, std::string> letters_;
    std::map<ProcessId, event::Given> waiting_;
    std::map<ProcessId, Open> open_;
    std::map<std::int32_t, std::int32_t> keys_; ///< by the queues' numbers
    std::map<std::int32_t, std::string> names_; ///< variables for queues that were called by number
    std::set<std::pair<std::string, std::string>> got_; ///< letter and variable
    std::shared_ptr<const Statement> shared_;
    std::size_t sharedLine_ = 0; ///< where it stands
    std::map<ProcessId, Repeat> repeats_;
    std::map<std::size_t, Rounds> rounds_;        ///< of repeats that are over, by their lines
    std::map<std::int32_t, ProcessId> processes_; ///< by their pids
    std::map<Sent, std::size_t> sent_;            ///< and the line whose call sent it
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
