#include "engine/call/c_program.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/types.h"
#include "engine/call/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

CProgram::Variable& CProgram::variable(const std::string& name, Kind kind) {
    const auto [found, isNew] = variables_.try_emplace({name, kind});
    if (isNew) {
        found->second.cname = names_.take(name);
        found->second.kind = kind;
        if (kind == Kind::Message) hasMessages_ = true;
    }
    return found->second;
}

std::string CProgram::read(const std::string& name, Kind kind) {
    Variable& found = variable(name, kind);
    found.isRead = true;
    return found.cname;
}

CProgram::Kind CProgram::kindOf(const Expr& written) const {
    const Expr& expr = pointee(written);
    switch (expr.kind) {
    case Expr::Kind::String:
        return Kind::Text;
    case Expr::Kind::Product:
        return kindOf(expr.parts[0]);
    case Expr::Kind::List:
        return Kind::Message;
    case Expr::Kind::Fields:
        if (!expr.names.empty() && expr.names[0].starts_with("shm_")) return Kind::Segment;
        return isMessageFields(expr) ? Kind::Message : Kind::Stat;
    case Expr::Kind::Member:
        return expr.text == "mtext" ? Kind::Text : Kind::Number;
    case Expr::Kind::Name: {
        const auto found = kinds_.find(expr.text);
        return found == kinds_.end() || constantNamed(expr.text) ? Kind::Number : found->second;
    }
    default:
        return Kind::Number;
    }
}

/// The struct that has the member.
CProgram::Kind CProgram::kindOfMember(std::string_view member) {
    if (member == "mtype" || member == "mtext") return Kind::Message;
    return member.starts_with("shm_") ? Kind::Segment : Kind::Stat;
}

/// `int fd[2]`, `char buf[64]`, `int *n`: what the variable is from here on.
void CProgram::declare(const Action& action) {
    const std::string name(splitTarget(action.target).variable);
    const auto type = writtenType(action.type);
    if (name.empty() || !type || action.call || action.value) return;
    Kind kind = Kind::Number;
    if (type->isPointer()) kind = Kind::Pointer;
    if (type->isArray) kind = type->base.size == 1 ? Kind::Text : Kind::Array;
    if (type->base.name == "struct msgbuf") kind = Kind::Message;
    if (type->base.name == "struct msqid_ds") kind = Kind::Stat;
    if (type->base.name == "struct shmid_ds") kind = Kind::Segment;
    if (kind == Kind::Text) roomFor(std::min<std::size_t>(type->items, maxTextBytes));
    const bool isNew = !variables_.contains({name, kind});
    Variable& declared = variable(name, kind);
    // In C a name is declared once, and the longest fits all that the process did with it.
    if (kind == Kind::Text && (isNew || declared.room > 0))
        declared.room = std::max(declared.room, static_cast<std::size_t>(type->items));
    if (kind == Kind::Array)
        declared.items = std::max(declared.items, static_cast<std::size_t>(type->items));
    kinds_.insert_or_assign(name, kind);
    values_.erase(name);
    storedInto(action);
}

/// A pointer points at what its declaration says, or the cast of the call that gave it.
void CProgram::storedInto(const Action& action) {
    const auto kind = kinds_.find(action.target);
    if (kind == kinds_.end() || kind->second != Kind::Pointer) return;
    for (const std::string& written : {action.cast, action.type}) {
        const auto type = writtenType(written);
        if (!type || !type->isPointer()) continue;
        pointers_[action.target].width = type->width();
        pointers_[action.target].isSigned = type->pointsAtSigned();
    }
}

/// What is certain when the program is written: values that no call and no loop changes.
Scope CProgram::known() const {
    Scope scope;
    scope.variable = [this](std::string_view name) -> const Value* {
        const auto found = values_.find(name);
        return found == values_.end() ? nullptr : &found->second;
    };
    return scope;
}

void CProgram::remember(const std::string& target, const Expr& value) {
    const std::string name(splitTarget(target).variable);
    const auto result = evaluate(value, known());
    const auto before = values_.find(name);
    const bool isWhole = splitTarget(target).member.empty();
    if (!result || (!isWhole && before == values_.end())) {
        values_.erase(name);
        return;
    }
    const auto after = assigned(isWhole ? nullptr : &before->second, target, *result);
    if (after)
        values_.insert_or_assign(name, *after);
    else
        values_.erase(name);
}

/// The C variable for what only the one who starts the program knows: PID_OF_B, UID_OF_bob.
std::string CProgram::argument(std::string_view use, std::string_view name) {
    const std::string key = fmt::format("{}_OF_{}", use, name);
    const auto found = arguments_.find(key);
    if (found != arguments_.end()) return found->second;
    const std::string cname = names_.take(fmt::format("{}_{}",
                                                      use == "PID"   ? "pid"
                                                      : use == "UID" ? "uid"
                                                                     : "gid",
                                                      name));
    arguments_.emplace(key, cname);
    argumentOrder_.push_back(key);
    headers_.insert("stdlib.h");
    return cname;
}

} // namespace ipclab
