#include "engine/call/repeat.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/member.h"

#include <fmt/format.h>
#include <map>
#include <sys/ipc.h>

namespace ipclab {

namespace {

bool copies(CallId id) {
    return id == CallId::Strcpy || id == CallId::Memcpy || id == CallId::Memset;
}

/// Reading and writing memory have no name in C.
std::string_view nameOf(CallId id) {
    if (id == CallId::Load) return "a load";
    if (id == CallId::Store) return "a store";
    return entryOf(id).name;
}

/// IPC_SET with only what changes: the other fields are filled in before the first round.
bool setsSomeFields(const Call& call) {
    if (call.id != CallId::Msgctl && call.id != CallId::Shmctl) return false;
    if (call.args.size() != 3 || withoutCasts(call.args[2]).kind != Expr::Kind::Fields)
        return false;
    const auto command = evaluateNumber(call.args[1], Scope{}, "cmd");
    return command && *command == IPC_SET;
}

/// The variables of a body, each with the first action that sets it.
using Setters = std::map<std::string_view, std::size_t, std::less<>>;

class Body {
public:
    Body(const Statement& statement, const std::function<bool(std::string_view)>& isBuffer)
        : statement_(statement) {
        for (std::size_t i = 0; i < statement.actions.size(); ++i) {
            const Action& action = statement.actions[i];
            note(targets_, splitTarget(action.target).variable, i);
            if (!action.call) continue;
            const std::string_view filled = filledVariable(*action.call);
            if (!copies(action.call->id) || isBuffer(filled)) note(filled_, filled, i);
        }
    }

    std::optional<SyntaxError> firstProblem() {
        for (index_ = 0; index_ < statement_.actions.size() && !problem_; ++index_) {
            const Action& action = statement_.actions[index_];
            if (!action.call)
                fail(action.at, "a repeat makes system calls, and this is an assignment, which "
                                "makes none: write it on a line of its own");
            else
                check(*action.call);
        }
        return problem_;
    }

private:
    static void note(Setters& setters, std::string_view variable, std::size_t index) {
        if (!variable.empty()) setters.try_emplace(variable, index);
    }

    void fail(Position at, std::string message) {
        if (!problem_) problem_ = SyntaxError{at, std::move(message)};
    }

    void check(const Call& call) {
        const auto filled = filledArgument(call);
        for (std::size_t i = 0; i < call.args.size(); ++i) {
            check(call.args[i], call, targets_);
            // What a call fills it does not read.
            if (filled != i) check(call.args[i], call, filled_);
        }
        if (setsSomeFields(call)) checkSettings(call);
    }

    void checkSettings(const Call& call) {
        const std::string object = print(call.args[0]);
        for (std::size_t i = 0; i < index_; ++i) {
            const auto& other = statement_.actions[i].call;
            if (other && other->id == call.id && setsSomeFields(*other) &&
                print(other->args[0]) == object)
                fail(
                    call.args[2].at,
                    "the fields that are left out are filled in before the first round, so a "
                    "second IPC_SET in a repeat would take back the first: set all of them in one");
        }
    }

    void check(const Expr& expr, const Call& call, const Setters& setters) {
        if (expr.kind == Expr::Kind::Sizeof) return; // known before anything runs, as in C
        for (const Expr& part : expr.parts)
            check(part, call, setters);
        if (expr.kind != Expr::Kind::Name) return;
        const auto found = setters.find(expr.text);
        if (found == setters.end() || !isStale(found->second)) return;
        fail(expr.at, fmt::format("what a repeat uses is worked out once, before its first round, "
                                  "so {} cannot use the {} that the same repeat sets: write these "
                                  "calls on lines of their own",
                                  nameOf(call.id), expr.text));
    }

    /// Set earlier in the round, or by the round before.
    [[nodiscard]] bool isStale(std::size_t setter) const {
        return setter < index_ || statement_.times > 1;
    }

    const Statement& statement_;
    Setters targets_, filled_;
    std::size_t index_ = 0;
    std::optional<SyntaxError> problem_;
};

} // namespace

std::optional<SyntaxError>
refuseRepeat(const Statement& statement,
             const std::function<bool(std::string_view name)>& isBuffer) {
    if (!statement.repeated) return {};
    return Body(statement, isBuffer).firstProblem();
}

} // namespace ipclab
