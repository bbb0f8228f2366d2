#include "engine/call/check.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/spelling.h"
#include "engine/call/types.h"
#include "engine/call/words.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace ipclab {

namespace {

using Variables = std::set<std::string, std::less<>>;

/// Walks over the statements in their order and keeps what each process knows by then.
class Checker {
public:
    std::optional<SyntaxError> run(const Script& script) {
        for (const Statement& statement : script.statements) {
            check(statement);
            if (problem_) break;
        }
        return problem_;
    }

private:
    void fail(Position at, std::string message) {
        if (!problem_) problem_ = SyntaxError{at, std::move(message)};
    }

    void check(const Statement& statement) {
        if (statement.kind == Statement::Kind::Declare) return declare(statement.declaration);
        for (const std::string& process : statement.processes) {
            if (statement.kind == Statement::Kind::Await && !acted_.contains(process))
                fail(statement.at,
                     fmt::format("{} has made no call yet, so none can return", process));
            bringToLife(process, statement.at);
            acted_.insert(process);
        }
        for (const std::string& process : statement.processes)
            for (const Action& action : statement.actions)
                check(action, process);
        if (statement.expectation && statement.expectation->fields)
            checkParts(*statement.expectation->fields, statement.processes[0]);
    }

    void declare(const ProcessDeclaration& declaration) {
        if (processes_.contains(declaration.letter))
            fail(declaration.at, fmt::format("{} is already there; a process is declared before "
                                             "its first line, and once",
                                             declaration.letter));
        bringToLife(declaration.letter, declaration.at);
    }

    void bringToLife(const std::string& process, Position at) {
        processes_.try_emplace(process);
        if (processes_.size() > maxScriptProcesses)
            fail(at, fmt::format("more than {} processes (maxProcesses)", maxScriptProcesses));
    }

    void check(const Action& action, const std::string& process) {
        if (action.call) check(*action.call, process);
        if (action.value) check(*action.value, process);
        if (action.call) learn(filledVariable(*action.call), process);
        learn(splitTarget(action.target).variable, process);
    }

    void learn(std::string_view variable, const std::string& process) {
        if (!variable.empty()) processes_[process].emplace(variable);
    }

    void check(const Call& call, const std::string& process) {
        const auto parameters = entryOf(call.id).parameters;
        const bool fills = !filledVariable(call).empty();
        for (std::size_t i = 0; i < call.args.size(); ++i) {
            const ParameterKind kind = parameters[i].kind;
            const bool isFilled =
                fills && (kind == ParameterKind::MessageOut || kind == ParameterKind::QueueStruct);
            if (isFilled) continue;
            if (kind == ParameterKind::ProcessRef) checkProcess(call.args[i], process);
            if (kind == ParameterKind::Disposition)
                checkDisposition(call.args[i], process);
            else
                check(call.args[i], process);
        }
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
        const Expr* expr = &withoutCasts(written);
        if (expr->kind == Expr::Kind::AddressOf) expr = &withoutCasts(expr->parts[0]);
        if (expr->kind != Expr::Kind::List && expr->kind != Expr::Kind::Fields)
            return fail(written.at, "act is written in place, as {handler, SA_RESTART}");
        for (const Expr& part : expr->parts)
            check(part, process);
    }

    void check(const Expr& expr, const std::string& process) {
        if (expr.kind == Expr::Kind::Name) return checkName(expr, process);
        if (expr.kind == Expr::Kind::Sizeof && isType(expr.parts[0])) return;
        if (expr.kind == Expr::Kind::Member && !isMember(expr.text))
            return fail(expr.at, fmt::format("unknown member '{}'{}", expr.text,
                                             suggestion(expr.text, memberNames())));
        checkParts(expr, process);
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
        std::vector<std::string_view> near(processes_[process].begin(), processes_[process].end());
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
    std::set<std::string, std::less<>> acted_; ///< processes that made a call
    std::optional<SyntaxError> problem_;
};

} // namespace

std::optional<SyntaxError> firstProblem(const Script& script) {
    return Checker().run(script);
}

} // namespace ipclab
