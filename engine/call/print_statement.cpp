#include "engine/call/catalogue.h"
#include "engine/call/language.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ipclab {

namespace {

std::string printReturned(const Expectation& expectation) {
    constexpr std::array<std::string_view, 6> comparisons{"=", "!=", "<", "<=", ">", ">="};
    std::string text = fmt::format(
        "{} {}", comparisons[static_cast<std::size_t>(expectation.compare)],
        expectation.value ? print(*expectation.value) : fmt::format("{}", expectation.result));
    if (expectation.error != 0) text += " " + errnoName(expectation.error);
    if (expectation.text) text += " " + print(Value(*expectation.text));
    if (expectation.message) text += " " + print(Value(*expectation.message));
    if (expectation.fields) text += " " + print(*expectation.fields);
    return text;
}

std::string printDeclaration(const ProcessDeclaration& declaration) {
    std::string text = "process " + declaration.letter;
    if (declaration.user != "alice") text += " as " + declaration.user;
    if (!declaration.label.empty()) text += " " + quoted(declaration.label);
    return text;
}

std::string printActions(const Statement& statement) {
    std::string text;
    for (const Action& action : statement.actions) {
        if (!text.empty()) text += "; ";
        text += print(action);
    }
    if (!statement.repeated) return text;
    const std::string pace =
        statement.everyMs > 0 ? fmt::format(" every {} ms", statement.everyMs) : "";
    return fmt::format("repeat {}{} {{ {} }}", statement.times, pace, text);
}

/// "n", "int n", "int *n", "char buf[64]": C writes an array's length behind the name.
std::string printDeclared(const Action& action) {
    if (action.type.empty()) return action.target;
    const std::size_t item = std::min(action.type.find('['), action.type.size());
    const std::string_view type = std::string_view(action.type).substr(0, item);
    return fmt::format("{}{}{}{}", type, type.ends_with('*') ? "" : " ", action.target,
                       std::string_view(action.type).substr(item));
}

std::string printAwait(const Statement& statement) {
    if (!statement.expectation) return "returns";
    const bool killed = statement.expectation->kind == Expectation::Kind::Killed;
    return (killed ? "" : "returns ") + print(*statement.expectation);
}

} // namespace

std::string print(const Call& call) {
    if (call.id == CallId::Load && !call.args.empty()) return print(call.args[0]);
    if (call.id == CallId::Store && call.args.size() == 2)
        return fmt::format("{} {}= {}", print(call.args[0]),
                           call.operation == '=' ? "" : std::string(1, call.operation),
                           print(call.args[1]));
    std::string text = fmt::format("{}(", entryOf(call.id).name);
    for (std::size_t i = 0; i < call.args.size(); ++i) {
        if (i > 0) text += ", ";
        text += print(call.args[i]);
    }
    return text + ")";
}

std::string print(const Action& action) {
    std::string text = printDeclared(action);
    if (!action.target.empty() && (action.call || action.value)) text += " = ";
    if (!action.cast.empty()) text += "(" + action.cast + ")";
    if (action.call) text += print(*action.call);
    if (!action.call && action.value) text += print(*action.value);
    return text;
}

std::string print(const Expectation& expectation) {
    switch (expectation.kind) {
    case Expectation::Kind::Returns:
        return printReturned(expectation);
    case Expectation::Kind::Blocks:
        return "blocks";
    case Expectation::Kind::Killed:
        return "killed " + signalName(expectation.signal);
    }
    return {};
}

std::string print(const Statement& statement) {
    if (statement.kind == Statement::Kind::Declare) return printDeclaration(statement.declaration);
    if (statement.kind == Statement::Kind::Signal)
        return fmt::format("kill {} {}", statement.processes.front(), signalName(statement.signal));
    std::string text;
    for (const std::string& process : statement.processes)
        text += (text.empty() ? "" : ", ") + process;
    if (!text.empty()) text += ": ";
    if (statement.kind == Statement::Kind::Await) return text + printAwait(statement);
    text += printActions(statement);
    if (statement.expectation) text += " " + print(*statement.expectation);
    return text;
}

std::string print(const Script& script) {
    std::string text;
    if (script.privateNamespace) {
        text += "lab private";
        for (const IpcSysctl& each : ipcSysctls)
            if (const std::uint64_t value = script.sysctls.*each.value; value > 0)
                text += fmt::format(" {}={}", each.name, value);
        text += '\n';
    }
    for (const Statement& statement : script.statements)
        text += print(statement) + '\n';
    return text;
}

} // namespace ipclab
