#include "engine/lesson/refuse.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/path.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <set>
#include <string>

namespace ipclab {

using event::ObjectKind;

namespace {

/// A number that needs no variable; nothing where the value is known only while running.
std::optional<std::int64_t> constant(const Expr& expr) {
    const Scope nothing;
    const auto value = evaluate(expr, nothing);
    if (!value) return {};
    const auto* number = std::get_if<std::int64_t>(&*value);
    return number ? std::optional(*number) : std::nullopt;
}

/// int q; has no value of its own, and a script that uses it so is refused already.
bool isDeclaration(const Action& action) {
    return !action.call && !action.value;
}

template <class Visit> void eachAction(const std::vector<Statement>& statements, Visit visit) {
    for (const Statement& statement : statements)
        for (const Action& action : statement.actions)
            visit(action);
}

/// The variable that the action's call writes into, as memcpy(&q, …) does; empty when there is
/// none.
std::string_view filledBy(const Action& action) {
    return action.call ? filledVariable(*action.call) : std::string_view();
}

bool isGet(CallId id) {
    return id == CallId::Msgget || id == CallId::Shmget;
}

/// What ftok gives where there is no such file. Its other keys are made of a file of the lab's own,
/// and judged when they are there.
constexpr std::int64_t failedFtok = -1;

using Keys = std::vector<std::int64_t>;

/// Every key that the expression can stand for, as far as a script shows it: a number, or a
/// variable that is only ever set to numbers and by ftok. Nothing where a key could be anything.
std::optional<Keys> possibleKeys(const Expr& written, const std::vector<Statement>& statements) {
    if (const auto number = constant(written)) return Keys{*number};
    const Expr& name = withoutCasts(written);
    if (name.kind != Expr::Kind::Name) return {};
    Keys keys;
    bool known = true;
    eachAction(statements, [&](const Action& action) {
        if (filledBy(action) == name.text) known = false;
        if (action.target != name.text || isDeclaration(action)) return;
        auto number = action.value ? constant(*action.value) : std::nullopt;
        if (action.call && action.call->id == CallId::Ftok) number = failedFtok;
        known = known && number;
        if (number) keys.push_back(*number);
    });
    if (!known || keys.empty()) return {};
    return keys;
}

/// Which kind of identifier the call takes as its first argument.
std::optional<ObjectKind> takenId(CallId id) {
    switch (id) {
    case CallId::Msgsnd:
    case CallId::Msgrcv:
    case CallId::Msgctl:
        return ObjectKind::Queue;
    case CallId::Shmat:
    case CallId::Shmctl:
        return ObjectKind::Segment;
    default:
        return {};
    }
}

/// Looks at every line of a script, knowing all of its names.
class Refusal {
    using Names = std::set<std::string, std::less<>>;

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
                fail(statement.at,
                     "a script starts no process as root, unless ipclab-cli run gets --allow-root");
        eachAction(script_.statements, [this](const Action& action) {
            if (action.call) check(*action.call);
        });
        return problem_;
    }

private:
    void fail(Position at, std::string message) {
        if (!problem_) problem_ = SyntaxError{at, std::move(message)};
    }

    /// Which variables hold what msgget, shmget or fork gave, and which were set otherwise.
    void note(const Action& action) {
        if (const std::string_view filled = filledBy(action); !filled.empty())
            others_.emplace(filled);
        if (action.target.empty() || isDeclaration(action)) return;
        const CallId id = action.call ? action.call->id : CallId::Load;
        if (id == CallId::Msgget)
            queues_.insert(action.target);
        else if (id == CallId::Shmget)
            segments_.insert(action.target);
        else if (id == CallId::Fork)
            children_.insert(action.target);
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
        if (isGet(call.id)) checkKey(first);
        if (call.id == CallId::Kill) checkProcess(first);
        if (const auto kind = takenId(call.id)) checkId(first, *kind);
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

    /// Whether the variable is only ever set by the calls that fill `good`.
    [[nodiscard]] bool isOnly(const std::string& name, const Names& good) const {
        const auto isElsewhere = [&](const Names& names) {
            return &names != &good && names.contains(name);
        };
        return good.contains(name) && !isElsewhere(queues_) && !isElsewhere(segments_) &&
               !isElsewhere(children_) && !isElsewhere(others_);
    }

    void checkId(const Expr& id, ObjectKind kind) {
        const bool isQueue = kind == ObjectKind::Queue;
        if (id.kind == Expr::Kind::Name) {
            if (isOnly(id.text, isQueue ? queues_ : segments_)) return;
            return fail(id.at, fmt::format("'{}' may hold the identifier of a {} that is not "
                                           "this lab's: only what {} gave can be used here",
                                           id.text, isQueue ? "queue" : "segment",
                                           isQueue ? "msgget" : "shmget"));
        }
        if (const auto number = constant(id); number && *number < 0) return;
        fail(id.at, fmt::format("a number could be the identifier of a {} that is not this "
                                "lab's: use a variable that {} set",
                                isQueue ? "queue" : "segment", isQueue ? "msgget" : "shmget"));
    }

    void checkKey(const Expr& key) {
        if (possibleKeys(key, script_.statements)) return;
        fail(key.at, "a key is written as a number here, or made by ftok, so that it is known "
                     "whether it belongs to another program");
    }

    void checkProcess(const Expr& process) {
        const bool isName = process.kind == Expr::Kind::Name;
        if (isName && isOnly(process.text, children_)) return;
        if (isName && isOnly(process.text, letters_)) return;
        fail(process.at, "only a process of this script can be signalled, by its letter");
    }

    const Script& script_;
    bool allowRoot_ = false;
    Names letters_, queues_, segments_, children_, others_;
    std::optional<SyntaxError> problem_;
};

struct TakenKey {
    ObjectKind kind = ObjectKind::Queue;
    std::int32_t key = 0, id = 0;
};

/// The first two columns of a line of /proc/sysvipc: the key, as a signed number, and the id.
std::optional<TakenKey> rowOf(std::string_view row, ObjectKind kind) {
    TakenKey taken{kind};
    for (std::int32_t* const number : {&taken.key, &taken.id}) {
        row.remove_prefix(std::min(row.find_first_not_of(' '), row.size()));
        const auto parsed = std::from_chars(row.data(), row.data() + row.size(), *number);
        if (parsed.ec != std::errc()) return {};
        row.remove_prefix(static_cast<std::size_t>(parsed.ptr - row.data()));
    }
    return taken;
}

/// The tables of queues and of segments stand one behind the other, each below its own heading.
std::vector<TakenKey> takenKeys(std::string_view tables) {
    std::vector<TakenKey> all;
    ObjectKind kind = ObjectKind::Queue;
    while (!tables.empty()) {
        const auto end = std::min(tables.find('\n'), tables.size());
        const std::string_view row = tables.substr(0, end);
        if (row.contains("shmid")) kind = ObjectKind::Segment;
        if (row.contains("msqid")) kind = ObjectKind::Queue;
        if (const auto taken = rowOf(row, kind)) all.push_back(*taken);
        tables.remove_prefix(std::min(end + 1, tables.size()));
    }
    return all;
}

SyntaxError alreadyTaken(const UsedKey& used) {
    const bool isQueue = used.kind == ObjectKind::Queue;
    return {used.at,
            fmt::format("key {} already belongs to a {} of another program (ipcs {} shows it); "
                        "remove that {}, or play in a private lab",
                        used.key, isQueue ? "queue" : "segment", isQueue ? "-q" : "-m",
                        isQueue ? "queue" : "segment")};
}

} // namespace

std::optional<SyntaxError> refuse(const Script& script, bool allowRoot) {
    return Refusal(script, allowRoot).run();
}

std::vector<UsedKey> usedKeys(const std::vector<Statement>& statements) {
    std::vector<UsedKey> keys;
    eachAction(statements, [&](const Action& action) {
        if (!action.call || !isGet(action.call->id)) return;
        const Expr& written = action.call->args[0];
        const auto kind =
            action.call->id == CallId::Msgget ? ObjectKind::Queue : ObjectKind::Segment;
        for (const std::int64_t key : possibleKeys(written, statements).value_or(Keys{})) {
            const auto isThis = [&](const UsedKey& used) {
                return used.key == key && used.kind == kind;
            };
            if (key != 0 && std::ranges::none_of(keys, isThis))
                keys.push_back({key, written.at, kind});
        }
    });
    return keys;
}

std::optional<SyntaxError> refuseTakenKeys(const std::vector<UsedKey>& keys,
                                           std::string_view kernelTable) {
    const std::vector<TakenKey> taken = takenKeys(kernelTable);
    for (const UsedKey& used : keys)
        for (const TakenKey& each : taken)
            if (each.kind == used.kind && each.key == static_cast<std::int32_t>(used.key))
                return alreadyTaken(used);
    return {};
}

std::optional<SyntaxError> refuseForeignKey(const Call& call, const Scope& scope,
                                            const World& world) {
    if (!isGet(call.id) || call.args.empty() || constant(call.args[0])) return {};
    const auto key = evaluateInt(call.args[0], scope, "key");
    if (!key || *key == 0) return {};
    const bool isQueue = call.id == CallId::Msgget;
    const UsedKey used{*key, call.args[0].at, isQueue ? ObjectKind::Queue : ObjectKind::Segment};
    // What the lab removed may still stand in the table.
    const auto isKnown = [&world, isQueue](std::int32_t id) {
        const auto isIt = [id](const auto& object) { return object.stat.id == id; };
        return isQueue ? std::ranges::any_of(world.queues, isIt)
                       : std::ranges::any_of(world.segments, isIt);
    };
    for (const TakenKey& each : takenKeys(world.kernelTable))
        if (each.kind == used.kind && each.key == *key && !isKnown(each.id))
            return alreadyTaken(used);
    return {};
}

} // namespace ipclab
