#include "gui/bridge/session_script.h"

#include "engine/call/catalogue.h"
#include "engine/call/language.h"

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

    [[nodiscard]] std::string text() const {
        std::string text;
        for (const Line& line : lines_) {
            text += line.comment.empty() ? print(line.statement) : "// " + line.comment;
            text += '\n';
        }
        return text;
    }

private:
    struct Line {
        Statement statement;
        std::string comment;
    };
    struct Open {
        std::size_t line = 0;
        CallRef ref = 0;
        bool blocked = false;
    };

    void on(const Event& event, const event::ProcessStarted& started) {
        letters_[event.process] = started.letter;
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

    void on(const Event& event, const event::Entered&) { start(event.process); }

    /// A line that was held is written where it was let go, not where it was given.
    void start(ProcessId process) {
        const auto at = waiting_.find(process);
        if (at == waiting_.end()) return;
        const event::Given given = at->second;
        waiting_.erase(at);
        // What has not returned when the next line begins was asleep, seen or not.
        for (auto& [other, open] : open_)
            block(open);
        if (given.statement != shared_) {
            shared_ = given.statement;
            Statement line = *given.statement;
            line.expectation.reset();
            nameQueues(line);
            lines_.push_back({line, {}});
        }
        const bool one = given.statement->actions.size() == 1 && !given.statement->repeated &&
                         given.statement->processes.size() == 1 &&
                         given.statement->actions[0].call.has_value();
        if (one) open_[process] = {lines_.size() - 1, given.first, false};
    }

    void on(const Event&, const event::QueueSeen& seen) {
        if (!seen.gone) keys_[seen.stat.id] = seen.stat.key;
    }

    void on(const Event& event, const event::Stopped& seen) {
        lines_.push_back(
            {{}, letters_[event.process] + (seen.stopped ? " stopped" : " goes on (SIGCONT)")});
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
        if (const auto at = open_.find(event.process); at != open_.end()) block(at->second);
    }

    void on(const Event& event, const event::Returned& returned) {
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
        const auto at = open_.find(event.process);
        if (at != open_.end() && ended.killed) {
            Expectation killed;
            killed.kind = Expectation::Kind::Killed;
            killed.signal = ended.code;
            if (at->second.blocked)
                await(event.process, killed);
            else // in the call itself: SIGPIPE, SIGSEGV
                lines_[at->second.line].statement.expectation = killed;
        } else if (ended.killed) {
            lines_.push_back({{}, letters_[event.process] + " killed " + signalName(ended.code)});
        }
        open_.erase(event.process);
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
