#include "engine/lesson/refuse.h"

#include "engine/call/evaluate.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <string>

namespace ipclab {

namespace {

/// A number that needs no variable; nothing where the value is known only while running.
std::optional<std::int64_t> constant(const Expr& expr) {
    const Scope nothing;
    const auto value = evaluate(expr, nothing);
    if (!value) return {};
    const auto* number = std::get_if<std::int64_t>(&*value);
    return number ? std::optional(*number) : std::nullopt;
}

template <class Visit> void eachAction(const std::vector<Statement>& statements, Visit visit) {
    for (const Statement& statement : statements)
        for (const Action& action : statement.actions)
            visit(action);
}

using Keys = std::vector<std::int64_t>;

/// Every key that the expression can stand for: a number, or a variable that is only ever set to
/// numbers. Nothing where a key is known only while running.
std::optional<Keys> possibleKeys(const Expr& written, const std::vector<Statement>& statements) {
    if (const auto number = constant(written)) return Keys{*number};
    const Expr& name = withoutCasts(written);
    if (name.kind != Expr::Kind::Name) return {};
    Keys keys;
    bool known = true;
    eachAction(statements, [&](const Action& action) {
        if (action.target != name.text) return;
        const auto number = action.value ? constant(*action.value) : std::nullopt;
        known = known && number;
        if (number) keys.push_back(*number);
    });
    if (!known || keys.empty()) return {};
    return keys;
}

bool takesId(CallId id) {
    return id == CallId::Msgsnd || id == CallId::Msgrcv || id == CallId::Msgctl;
}

/// Looks at every line of a script, knowing all of its names.
class Refusal {
public:
    Refusal(const Script& script, bool allowRoot) : script_(script), allowRoot_(allowRoot) {
        for (const Statement& statement : script.statements)
            letters_.insert(statement.processes.begin(), statement.processes.end());
        eachAction(script.statements, [this](const Action& action) { note(action); });
    }

    std::optional<SyntaxError> run() {
        for (const Statement& statement : script_.statements)
            if (statement.kind == Statement::Kind::Declare &&
                statement.declaration.user == "root" && !allowRoot_)
                fail(statement.at, "a script starts no process as root");
        eachAction(script_.statements, [this](const Action& action) {
            if (action.call) check(*action.call);
        });
        return problem_;
    }

private:
    void fail(Position at, std::string message) {
        if (!problem_) problem_ = SyntaxError{at, std::move(message)};
    }

    /// Which variables hold what msgget gave, and which were set otherwise.
    void note(const Action& action) {
        if (action.target.empty()) return;
        if (action.call && action.call->id == CallId::Msgget)
            identifiers_.insert(action.target);
        else if (!isHarmlessId(action))
            others_.insert(action.target);
    }

    /// A negative number is nobody's identifier.
    static bool isHarmlessId(const Action& action) {
        if (!action.value) return false;
        const auto number = constant(*action.value);
        return number && *number < 0;
    }

    void check(const Call& call) {
        if (call.args.empty()) return;
        const Expr& first = withoutCasts(call.args[0]);
        if (call.id == CallId::Msgget) checkKey(first);
        if (call.id == CallId::Kill) checkProcess(first);
        if (takesId(call.id)) checkId(first);
    }

    void checkId(const Expr& id) {
        if (id.kind == Expr::Kind::Name) {
            if (identifiers_.contains(id.text) && !others_.contains(id.text)) return;
            return fail(id.at, fmt::format("'{}' may hold the identifier of a queue that is not "
                                           "this lab's: only what msgget gave can be used here",
                                           id.text));
        }
        if (const auto number = constant(id); number && *number < 0) return;
        fail(id.at, "a number could be the identifier of a queue that is not this lab's: use a "
                    "variable that msgget set");
    }

    void checkKey(const Expr& key) {
        if (possibleKeys(key, script_.statements)) return;
        fail(key.at, "a key is written as a number here, so that it is known before the start "
                     "whether another program's queue has it");
    }

    void checkProcess(const Expr& process) {
        if (process.kind == Expr::Kind::Name && letters_.contains(process.text) &&
            !identifiers_.contains(process.text) && !others_.contains(process.text))
            return;
        fail(process.at, "only a process of this script can be signalled, by its letter");
    }

    const Script& script_;
    bool allowRoot_ = false;
    std::set<std::string, std::less<>> letters_, identifiers_, others_;
    std::optional<SyntaxError> problem_;
};

/// The first column of a line of /proc/sysvipc/msg: the key, as a signed number.
std::optional<std::int64_t> keyOfRow(std::string_view row) {
    const auto begin = row.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    std::int64_t key = 0;
    const auto parsed = std::from_chars(row.data() + begin, row.data() + row.size(), key);
    return parsed.ec == std::errc() ? std::optional(key) : std::nullopt;
}

} // namespace

std::optional<SyntaxError> refuse(const Script& script, bool allowRoot) {
    return Refusal(script, allowRoot).run();
}

std::vector<UsedKey> usedKeys(const std::vector<Statement>& statements) {
    std::vector<UsedKey> keys;
    eachAction(statements, [&](const Action& action) {
        if (!action.call || action.call->id != CallId::Msgget) return;
        const Expr& written = action.call->args[0];
        for (const std::int64_t key : possibleKeys(written, statements).value_or(Keys{})) {
            const auto isThis = [key](const UsedKey& used) { return used.key == key; };
            if (key != 0 && std::ranges::none_of(keys, isThis)) keys.push_back({key, written.at});
        }
    });
    return keys;
}

std::optional<SyntaxError> refuseTakenKeys(const std::vector<UsedKey>& keys,
                                           std::string_view kernelTable) {
    std::set<std::int32_t> taken;
    while (!kernelTable.empty()) {
        const auto end = kernelTable.find('\n');
        if (const auto key = keyOfRow(kernelTable.substr(0, end)))
            taken.insert(static_cast<std::int32_t>(*key));
        if (end == std::string_view::npos) break;
        kernelTable.remove_prefix(end + 1);
    }
    for (const UsedKey& used : keys)
        if (taken.contains(static_cast<std::int32_t>(used.key)))
            return SyntaxError{used.at, fmt::format("key {} already belongs to a queue of another "
                                                    "program (ipcs -q shows it); remove that "
                                                    "queue, or play in a private lab",
                                                    used.key)};
    return {};
}

} // namespace ipclab
