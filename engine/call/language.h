#pragma once

#include "engine/base/result.h"
#include "engine/call/call.h"

#include <functional>
#include <string>
#include <string_view>

namespace ipclab {

/// What is wrong in a script, where, and what was expected there.
struct SyntaxError {
    Position at;
    std::string message; ///< "unknown call 'msgsend'; did you mean msgsnd?"
    /// "FILE:3:7: unknown call …", the line itself and a caret below the column.
    [[nodiscard]] std::string render(std::string_view fileName, std::string_view script) const;
};

template <class T> using Parsed = std::expected<T, SyntaxError>;

/// Reads a whole script and checks it (unknown calls, wrong counts of arguments, variables that
/// no earlier line sets, users that do not exist, limits), so that a wrong one never starts.
[[nodiscard]] Parsed<Script> parseScript(std::string_view text);

/// Reads one statement, as typed in the window's call line. Variables are not checked. The
/// processes in front may be missing (`processes` is empty then): the caller knows whose line it
/// is.
[[nodiscard]] Parsed<Statement> parseStatement(std::string_view line, int lineNumber = 1);

/// `msgsnd(q, {1, "hello"}, 5, IPC_NOWAIT)`: parses back to the same value.
[[nodiscard]] std::string print(const Expr& expr);
[[nodiscard]] std::string print(const Call& call);
[[nodiscard]] std::string print(const Action& action);
[[nodiscard]] std::string print(const Expectation& expectation);
/// A whole line, with the processes in front and the expectation behind.
[[nodiscard]] std::string print(const Statement& statement);
[[nodiscard]] std::string print(const Script& script);

/// A C string literal with the quotes; NUL, control bytes, bidi marks and invalid UTF-8 as escapes.
[[nodiscard]] std::string quoted(std::string_view bytes);

/// What a process knows when it makes a call: its variables, and the pids of other processes.
struct Scope {
    /// The value of a variable, or nullptr.
    std::function<const Value*(std::string_view name)> variable;
    /// The pid of the process with this letter, or 0.
    std::function<std::int64_t(std::string_view letter)> pid;
    /// The uid of a lab user by name (alice, bob, carol), or -1. For IPC_SET's owner.
    std::function<std::int64_t(std::string_view user)> uid;
    /// What the kernel last said of the queue with this id, or nullptr: fills the fields that a
    /// partial {.msg_qbytes = 100} leaves out.
    std::function<const QueueStat*(std::int32_t id)> queue;
    /// The gid of a lab user by name, or -1. For IPC_SET's group.
    std::function<std::int64_t(std::string_view user)> gid;
    /// The same of a segment.
    std::function<const SegmentStat*(std::int32_t id)> segment;
    /// Whether a pid is that of a process of the lab, a zombie included; without it, kill takes
    /// names only.
    std::function<bool(std::int64_t pid)> isProcess;
    /// The lab's scratch folder, for the sentence that refuses a path outside of it; may be empty.
    std::string_view scratchFolder = {};
};

/// Evaluates every argument. Fails with a sentence that names the variable or value at fault.
[[nodiscard]] Result<ResolvedCall> resolve(const Call& call, const Scope& scope);

/// Evaluates an assigned value or an argument on its own.
[[nodiscard]] Result<Value> evaluate(const Expr& expr, const Scope& scope);

/// What an assignment or a declaration without a call stores: `int *n = p` is a pointer to int.
[[nodiscard]] Result<Value> evaluate(const Action& action, const Scope& scope);

/// `n = fd[0]` and `fd[0] = 5` read as a load and a store, since one line alone does not say what
/// fd is. Where it is an array that the process has as a variable, they become plain assignments.
/// For every line before it is given. Fails where a call's result would go to memory.
[[nodiscard]] Result<void> settle(Statement& statement, const Scope& scope);

/// A resolved call as C with literal numbers and named flags: for events whose text is not known.
[[nodiscard]] std::string printResolved(const ResolvedCall& call);

/// `{1, "hello"}`, `5`, `"text"`: a value as the language writes it.
[[nodiscard]] std::string print(const Value& value);

} // namespace ipclab
