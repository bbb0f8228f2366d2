#include "engine/call/check.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/foreseen.h"
#include "engine/call/member.h"
#include "engine/call/process_name.h"
#include "engine/call/repeat.h"
#include "engine/call/room.h"
#include "engine/call/spelling.h"
#include "engine/call/types.h"
#include "engine/call/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <set>

namespace ipclab {

namespace {

/// An array of a process, since `n = fd[0]` loads from no memory; nothing for any other variable.
/// Shared with its children, of whom there may be many.
using Array = std::shared_ptr<const Value>;
/// What a process has set by a line.
using Variables = std::map<std::string, Array, std::less<>>;

/// So many processes, living and dead, no lab ever has.
constexpr std::size_t mostInALab = 1024;

/// An array or a text of a length that is not known.
const Array someArray = std::make_shared<const Value>(IntArray{});
/// What pipe() fills.
const Array twoDescriptors = std::make_shared<const Value>(IntArray{{0, 0}});

/// Walks over the statements in their order and keeps what each process knows by then.
class Checker {
public:
    std::optional<SyntaxError> run(Script& script) {
        for (Statement& statement : script.statements) {
            check(statement);
            if (problem_) break;
        }
        return problem_;
    }

private:
    void fail(Position at, std::string message) {
        if (!problem_) problem_ = SyntaxError{at, std::move(message)};
    }

    void check(Statement& statement) {
        if (statement.kind == Statement::Kind::Declare) return declare(statement.declaration);
        if (statement.kind == Statement::Kind::Signal) return signal(statement);
        for (const std::string& process : statement.processes) {
            if (statement.kind == Statement::Kind::Await && !acted_.contains(process) &&
                !isEnd(statement, process))
                fail(statement.at,
                     fmt::format("{} has made no call yet, so none can return", process));
            bringToLife(process, statement.at);
            acted_.insert(process);
        }
        settleArrays(statement);
        checkRepeat(statement);
        for (const std::string& process : statement.processes)
            for (const Action& action : statement.actions) {
                check(action, process);
                if (action.call && action.call->id == CallId::Fork)
                    fork(action, process, statement.repeated ? statement.times : 1);
            }
        if (statement.expectation) check(*statement.expectation, statement.processes);
    }

    /// One that only waits can be ended, too.
    [[nodiscard]] bool isEnd(const Statement& statement, const std::string& process) const {
        return statement.expectation && statement.expectation->kind == Expectation::Kind::Killed &&
               processes_.contains(process);
    }

    void signal(const Statement& statement) {
        const std::string& process = statement.processes.front();
        if (!processes_.contains(process))
            fail(statement.at, fmt::format("there is no process {0} yet; write 'process {0}' or a "
                                           "line of its own first",
                                           process));
    }

    void check(const Expectation& expectation, const std::vector<std::string>& processes) {
        for (const std::string& process : processes)
            if (expectation.value) check(*expectation.value, process);
        if (expectation.fields) checkParts(*expectation.fields, processes[0]);
    }

    /// By now it is known which names are arrays, which one line alone does not say.
    void settleArrays(Statement& statement) {
        Scope scope;
        scope.variable = [&](std::string_view name) {
            return arrayOf(name, statement.processes[0]) ? someArray.get() : nullptr;
        };
        if (const auto settled = settle(statement, scope); !settled)
            fail(statement.at, settled.error().what);
        const bool isPlain = !statement.actions.empty() && !statement.actions.back().call;
        if (isPlain && statement.expectation && statement.kind == Statement::Kind::Do)
            fail(statement.expectation->at,
                 "nothing can be expected of an assignment: it makes no system call");
    }

    void checkRepeat(const Statement& statement) {
        const auto isBuffer = [&](std::string_view name) {
            return arrayOf(name, statement.processes[0]) != nullptr;
        };
        if (auto refused = refuseRepeat(statement, isBuffer))
            fail(refused->at, std::move(refused->message));
    }

    /// The array of the process, or nullptr for any other variable.
    const Value* arrayOf(std::string_view name, const std::string& process) {
        const Variables& known = processes_[process];
        const auto found = known.find(name);
        return found != known.end() ? found->second.get() : nullptr;
    }

    /// The child has its parent's variables. How many live at once only a run knows, so nothing is
    /// refused here; but a repeat of forks ends at the limit.
    void fork(const Action& action, const std::string& parent, std::uint64_t times) {
        const std::size_t most = times > 1 ? maxScriptProcesses : mostInALab;
        for (std::uint64_t i = 0; i < times && processes_.size() < most; ++i) {
            const std::string child = childName(
                action.target, [this](std::string_view name) { return processes_.contains(name); });
            const Variables copy = processes_[parent];
            processes_.emplace(child, copy);
        }
    }

    void declare(const ProcessDeclaration& declaration) {
        if (processes_.contains(declaration.letter))
            fail(declaration.at, fmt::format("{} is already there; a process is declared before "
                                             "its first line, and once",
                                             declaration.letter));
        bringToLife(declaration.letter, declaration.at);
    }

    void bringToLife(const std::string& process, Position at) {
        if (processes_.try_emplace(process).second && ++started_ > maxScriptProcesses)
            fail(at, fmt::format("more than {} processes (maxProcesses)", maxScriptProcesses));
    }

    void check(const Action& action, const std::string& process) {
        if (action.call) check(*action.call, process);
        if (action.value) check(*action.value, process);
        checkArray(action, process);
        if (action.call) learnFilled(*action.call, process);
        const Target target = splitTarget(action.target);
        if (!target.member.empty())
            processes_[process].try_emplace(std::string(target.variable));
        else if (!isWithoutValue(action))
            learn(target.variable, process, madeArray(action, process));
    }

    /// int n; is nothing to read from yet; a buffer or a struct is something to fill.
    static bool isWithoutValue(const Action& action) {
        if (action.call || action.value) return false;
        const auto type = writtenType(action.type);
        return type && (type->isNumber() || type->isPointer()) && !type->isArray;
    }

    void learn(std::string_view variable, const std::string& process, Array array) {
        if (!variable.empty())
            processes_[process].insert_or_assign(std::string(variable), std::move(array));
    }

    Array madeArray(const Action& action, const std::string& process) {
        if (const auto type = writtenType(action.type); type && type->isArray)
            return type->items > 0 ? std::make_shared<const Value>(initialValue(action.type))
                                   : someArray;
        if (action.call || !action.value) return {};
        const Expr& value = withoutCasts(*action.value);
        if (value.kind == Expr::Kind::Name) {
            const Variables& known = processes_[process];
            const auto found = known.find(value.text);
            return found != known.end() ? found->second : Array();
        }
        const bool isArray = value.kind == Expr::Kind::String || value.kind == Expr::Kind::List;
        return isArray ? someArray : Array();
    }

    /// Without a declaration, what strcpy and its like write to may be meant as memory.
    static bool mustExist(const Call& call) {
        return call.id == CallId::Strcpy || call.id == CallId::Memcpy || call.id == CallId::Memset;
    }

    /// pipe(fd), read(fd[0], buf, 64) and their like set the variable that they fill.
    void learnFilled(const Call& call, const std::string& process) {
        const std::string_view filled = filledVariable(call);
        if (filled.empty() || mustExist(call)) return;
        const Variables& known = processes_[process];
        const bool isPair = call.id == CallId::Pipe || call.id == CallId::Pipe2;
        if (isPair && !arrayOf(filled, process)) return learn(filled, process, twoDescriptors);
        if (known.contains(filled)) return;
        learn(filled, process, call.id == CallId::Read ? someArray : Array());
    }

    void check(const Call& call, const std::string& process) {
        const auto parameters = entryOf(call.id).parameters;
        const auto filled = filledArgument(call);
        for (std::size_t i = 0; i < call.args.size(); ++i) {
            if (filled == i && !mustExist(call)) continue;
            const bool isKnown = i < parameters.size();
            if (isKnown && parameters[i].kind == ParameterKind::ProcessRef)
                checkProcess(call.args[i], process);
            if (isKnown && parameters[i].kind == ParameterKind::Disposition)
                checkDisposition(call.args[i], process);
            else
                check(call.args[i], process);
        }
        if (problem_) return;
        const auto known = [&](std::string_view name) {
            return Foreknown{processes_[process].contains(name), arrayOf(name, process)};
        };
        if (auto refused = foreseenRefusal(call, known))
            fail(refused->at, std::move(refused->message));
    }

    /// The lab signals only its own processes, and a script must say so before it starts.
    void checkProcess(const Expr& written, const std::string& process) {
        const Expr& expr = withoutCasts(written);
        const bool isName = expr.kind == Expr::Kind::Name && !constantNamed(expr.text);
        const bool isKnown =
            isName && (processes_.contains(expr.text) || processes_[process].contains(expr.text));
        if (isKnown) return;
        if (isName)
            return fail(written.at, fmt::format("there is no process {0} yet; write 'process {0}' "
                                                "or a line of its own first",
                                                expr.text));
        fail(written.at, fmt::format("kill takes a process of the lab by its name, as in "
                                     "kill(B, SIGUSR1), not {}",
                                     print(written)));
    }

    void checkDisposition(const Expr& written, const std::string& process) {
        const Expr& expr = pointee(written);
        if (expr.kind != Expr::Kind::List && expr.kind != Expr::Kind::Fields)
            return fail(written.at, "act is written in place, as {handler, SA_RESTART}");
        for (const Expr& part : expr.parts)
            check(part, process);
    }

    void check(const Expr& expr, const std::string& process) {
        if (expr.kind == Expr::Kind::Name) return checkName(expr, process);
        if (expr.kind == Expr::Kind::Sizeof && isType(expr.parts[0])) return;
        if (expr.kind == Expr::Kind::Member && !isMember(expr.text))
            return fail(expr.at, fmt::format("unknown member '{}'{}", expr.text,
                                             suggestion(expr.text, memberNames())));
        checkParts(expr, process);
        if (expr.kind == Expr::Kind::Index) checkIndex(expr, process);
    }

    /// fd[7] of int fd[2], where both are written out.
    void checkIndex(const Expr& expr, const std::string& process) {
        const Expr& name = expr.parts[0];
        const Value* array = name.kind == Expr::Kind::Name ? arrayOf(name.text, process) : nullptr;
        if (problem_ || !array || array == someArray.get() || !evaluate(expr.parts[1], Scope{}))
            return;
        Scope scope;
        scope.variable = [array](std::string_view) { return array; };
        if (const auto item = evaluate(expr, scope); !item) fail(expr.at, item.error().message());
    }

    /// fd[7] = 1 of int fd[2], and what pipe, read or memcpy would write behind the end.
    void checkArray(const Action& action, const std::string& process) {
        const CallId call = action.call ? action.call->id : CallId::Msgget;
        const bool counts =
            call == CallId::Read || call == CallId::Memcpy || call == CallId::Memset;
        if (problem_ || (counts && !evaluate(action.call->args[2], Scope{}))) return;
        Scope scope;
        scope.variable = [&](std::string_view name) -> const Value* {
            const Value* array = arrayOf(name, process);
            return array != someArray.get() ? array : nullptr;
        };
        if (const auto fits = checkRoom(action, scope); !fits)
            fail(action.at, fits.error().message());
    }

    static bool isType(const Expr& expr) {
        return expr.kind == Expr::Kind::Name &&
               isTypeWord(expr.text.substr(0, expr.text.find(' ')));
    }

    void checkParts(const Expr& expr, const std::string& process) {
        for (std::size_t i = 0; i < expr.parts.size(); ++i) {
            if (i < expr.names.size() && !isMember(expr.names[i]))
                fail(expr.parts[i].at, fmt::format("unknown field '{}'{}", expr.names[i],
                                                   suggestion(expr.names[i], memberNames())));
            const bool isOwner = i < expr.names.size() &&
                                 (expr.names[i].ends_with("uid") || expr.names[i].ends_with("gid"));
            if (isOwner && isUser(expr.parts[i])) continue;
            check(expr.parts[i], process);
        }
    }

    static bool isUser(const Expr& expr) {
        return expr.kind == Expr::Kind::Name &&
               std::ranges::find(userNames(), expr.text) != userNames().end();
    }

    void checkName(const Expr& expr, const std::string& process) {
        const std::string& name = expr.text;
        if (constantNamed(name) || processes_.contains(name)) return;
        const Variables& known = processes_[process];
        if (!known.contains(name)) fail(expr.at, unknownName(name, process));
    }

    std::string unknownName(const std::string& name, const std::string& process) {
        std::vector<std::string_view> near;
        for (const auto& [known, array] : processes_[process])
            near.push_back(known);
        for (const CatalogueEntry& entry : catalogue())
            for (const Parameter& parameter : entry.parameters)
                for (const Constant& constant : parameter.constants)
                    near.push_back(constant.name);
        if (const std::string hint = suggestion(name, near); !hint.empty())
            return fmt::format("'{}' has no value in process {}{}", name, process, hint);
        for (const auto& [other, variables] : processes_)
            if (variables.contains(name))
                return fmt::format("'{0}' is a variable of process {1}; process {2} has its own "
                                   "memory and must set its own '{0}' on an earlier line",
                                   name, other, process);
        return fmt::format("'{0}' has no value yet; set it on an earlier line, as in "
                           "'{1}: {0} = …'",
                           name, process);
    }

    std::map<std::string, Variables, std::less<>> processes_;
    std::size_t started_ = 0;                  ///< processes that nobody forked
    std::set<std::string, std::less<>> acted_; ///< processes that made a call
    std::optional<SyntaxError> problem_;
};

} // namespace

std::optional<SyntaxError> firstProblem(Script& script) {
    return Checker().run(script);
}

} // namespace ipclab
