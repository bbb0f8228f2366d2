#include "engine/lesson/refuse.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/path.h"

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

/// What ftok gives where there is no such file. Its other keys are made of a file of the lab's own
/// and cannot be known before.
constexpr std::int64_t failedFtok = -1;

/// Every key that the expression can stand for: a number, or a variable that is only ever set to
/// numbers or by ftok. Nothing where a key is known only while running.
std::optional<Keys> possibleKeys(const Expr& written, const std::vector<Statement>& statements) {
    if (const auto number = constant(written)) return Keys{*number};
    const Expr& name = withoutCasts(written);
    if (name.kind != Expr::Kind::Name) return {};
    Keys keys;
    bool known = true;
    eachAction(statements, [&](const Action& action) {
        if (action.target != name.text) return;
        auto number = action.value ? constant(*action.value) : std::nullopt;
        if (action.call && action.call->id == CallId::Ftok) number = failedFtok;
        known = known && number;
        if (number) keys.push_back(*number);
    });
    if (!known || keys.empty()) return {};
    return keys;
}

bool makesId(CallId id) {
    return id == CallId::Msgget || id == CallId::Shmget;
}

bool takesId(CallId id) {
    return id == CallId::Msgsnd || id == CallId::Msgrcv || id == CallId::Msgctl ||
           id == CallId::Shmat || id == CallId::Shmctl;
}

std::string_view makerOf(CallId id) {
    return id == CallId::Shmat || id == CallId::Shmctl ? "shmget" : "msgget";
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

    /// Which variables hold what msgget or shmget gave, and which were set otherwise. The name of a
    /// forked child is no variable for anyone else.
    void note(const Action& action) {
        if (action.target.empty()) return;
        const bool forks = action.call && action.call->id == CallId::Fork;
        if (forks && letters_.contains(action.target)) return;
        if (action.call && makesId(action.call->id))
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
        if (makesId(call.id)) checkKey(first);
        if (call.id == CallId::Kill) checkProcess(first);
        if (takesId(call.id)) checkId(call.id, first);
        checkPaths(call);
    }

    /// A path that is written out is judged now; one in a variable when its call is given.
    void checkPaths(const Call& call) {
        const auto& parameters = entryOf(call.id).parameters;
        for (std::size_t i = 0; i < call.args.size() && i < parameters.size(); ++i) {
            if (parameters[i].kind != ParameterKind::Path) continue;
            const PathUse use = call.id == CallId::Open ? PathUse::Opened : PathUse::Name;
            if (!constantText(call.args[i])) continue;
            if (const auto path = pathOf(call.args[i], Scope{}, parameters[i].name, use); !path)
                fail(call.args[i].at, path.error().message());
        }
    }

    static bool constantText(const Expr& expr) {
        const auto value = evaluate(expr, Scope{});
        return value && std::holds_alternative<std::string>(*value);
    }

    void checkId(CallId call, const Expr& id) {
        if (id.kind == Expr::Kind::Name) {
            if (identifiers_.contains(id.text) && !others_.contains(id.text)) return;
            return fail(id.at, fmt::format("'{}' may hold an identifier that is not this lab's: "
                                           "only what {} gave can be used here",
                                           id.text, makerOf(call)));
        }
        if (const auto number = constant(id); number && *number < 0) return;
        fail(id.at, fmt::format("a number could be an identifier that is not this lab's: use a "
                                "variable that {} set",
                                makerOf(call)));
    }

    void checkKey(const Expr& key) {
        if (possibleKeys(key, script_.statements)) return;
        fail(key.at, "a key is a number here, or what ftok gave, so that it is known before the "
                     "start whether another program has it");
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
        if (!action.call || !makesId(action.call->id)) return;
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
            return SyntaxError{used.at, fmt::format("key {} already belongs to another program "
                                                    "(ipcs shows it); remove what it names, or "
                                                    "play in a private lab",
                                                    used.key)};
    return {};
}

} // namespace ipclab
