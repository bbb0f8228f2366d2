#include "engine/call/c_program.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/words.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <linux/msg.h>

namespace ipclab {

namespace {

bool isNullPointer(const Expr& written) {
    const Expr& expr = withoutCasts(written);
    return expr.kind == Expr::Kind::Null || (expr.kind == Expr::Kind::Number && expr.number == 0);
}

bool isBraces(const Expr& expr) {
    return expr.kind == Expr::Kind::List || expr.kind == Expr::Kind::Fields;
}

} // namespace

void CProgram::make(const Call& call, const std::string& written) {
    const Target target = splitTarget(written);
    const CatalogueEntry& entry = entryOf(call.id);
    if (!takes(entry, call.args.size())) return;
    headers_.insert(std::string(entry.header));
    switch (entry.id) {
    case CallId::Msgget:
        msgget(call, target);
        break;
    case CallId::Msgsnd:
        msgsnd(call, target);
        break;
    case CallId::Msgrcv:
        msgrcv(call, target);
        break;
    case CallId::Msgctl:
        msgctl(call, target);
        break;
    case CallId::Kill:
        kill(call, target);
        break;
    case CallId::Sigaction:
        sigaction(call, target);
        break;
    default:
        if (!makeOther(call, target)) notMade(call);
        if (call.id == CallId::Shmat) return; // it said itself what it gives
        break;
    }
    if (target.variable.empty()) return;
    const std::string name(target.variable);
    values_.erase(name);
    if (target.member.empty()) kinds_.insert_or_assign(name, Kind::Number);
}

/// What only the lab can do stays a remark: a place that is known only while running, a format that
/// a variable holds.
void CProgram::notMade(const Call& call) {
    line(fmt::format("/* {} */", inComment(print(call).substr(0, maxTextBytes))));
}

/// Whether a call's result goes anywhere: a text has no room for a number.
bool CProgram::isKept(const Target& target) {
    return !target.variable.empty() && target.member != "mtext";
}

/// Where it goes: n, fd[1] or ds.msg_qbytes. A wide one may need more than an int.
std::string CProgram::into(const Target& target, bool isWide) {
    const std::string name(target.variable);
    if (target.member.starts_with('[')) return item(target);
    if (!target.member.empty())
        return fmt::format("{}.{}", variable(name, kindOfMember(target.member)).cname,
                           target.member);
    Variable& to = variable(name, Kind::Number);
    (isWide ? to.isWide : to.fromCall) = true;
    return to.cname;
}

/// fd[1] of an array, buf[1] of a text: long enough to have it.
std::string CProgram::item(const Target& target) {
    const std::string name(target.variable);
    const std::string_view digits = target.member.substr(1);
    std::size_t index = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), index);
    const auto known = kinds_.find(name);
    if (known != kinds_.end() && known->second == Kind::Text && index < maxTextBytes) {
        textHolds(name, index + 1);
        return fmt::format("{}[{}]", variable(name, Kind::Text).cname, index);
    }
    Variable& array = variable(name, Kind::Array);
    index = std::min(index, maxParts - 1); // no array of the lab is longer
    array.items = std::max(array.items, index + 1);
    return fmt::format("{}[{}]", array.cname, index);
}

/// A call without errno: what it gives goes into the target where it has one.
void CProgram::gives(const Target& target, const std::string& text) {
    if (!isKept(target)) return line(text + ";");
    line(fmt::format("{} = (long){};", into(target, true), text));
}

/// The call, its check, and its result in the target where it has one.
void CProgram::checked(const Call& call, const Target& target, const std::string& text) {
    const std::string_view name = entryOf(call.id).name;
    if (!isKept(target)) {
        line(fmt::format("if ({} == -1)", text));
        line(fmt::format("    perror(\"{}\");", name));
        return;
    }
    const std::string to = into(target, call.id == CallId::Msgrcv);
    if (target.member.empty()) {
        variable(std::string(target.variable), Kind::Number).isRead = true;
        line(fmt::format("{} = {};", to, text));
        line(fmt::format("if ({} == -1)", to));
        line(fmt::format("    perror(\"{}\");", name));
        return;
    }
    // A member, or a byte of a text, may be too narrow to hold -1.
    openBlock();
    line(fmt::format("int result = (int){};", text));
    line(fmt::format("{} = result;", to));
    line("if (result == -1)");
    line(fmt::format("    perror(\"{}\");", name));
    closeBlock();
}

void CProgram::msgget(const Call& call, const Target& target) {
    const auto& args = call.args;
    checked(call, target,
            fmt::format("msgget({}, {})", intNumber(args[0], "key_t"), intNumber(args[1])));
}

void CProgram::msgsnd(const Call& call, const Target& target) {
    const auto& args = call.args;
    const Expr& from = pointee(args[1]);
    const std::string tail = fmt::format("{}, {})", number(args[2]), intNumber(args[3]));
    const std::string head = fmt::format("msgsnd({}, ", intNumber(args[0]));
    if (isBraces(from)) {
        // The kernel reads msgsz bytes, also behind the end of the text.
        roomFor(sizeBound(args[2]));
        openBlock();
        declareMessage(from);
        checked(call, target, fmt::format("{}&message, {}", head, tail));
        closeBlock();
    } else if (from.kind == Expr::Kind::Name && kindOf(from) == Kind::Message) {
        roomFor(sizeBound(args[2]));
        checked(call, target, fmt::format("{}&{}, {}", head, read(from.text, Kind::Message), tail));
    } else if (isNullPointer(args[1])) {
        checked(call, target, fmt::format("{}NULL, {}", head, tail));
    } else {
        checked(call, target, fmt::format("{}(void *)(long)({}), {}", head, number(from), tail));
    }
}

void CProgram::msgrcv(const Call& call, const Target& target) {
    const auto& args = call.args;
    const std::string name(filledVariable(call));
    // A plain name is a buffer, unless the variable holds a number, which then is an address.
    const bool isNumber = withoutCasts(args[1]).kind == Expr::Kind::Name && kinds_.contains(name) &&
                          kindOf(args[1]) == Kind::Number;
    const bool isAddress = name.empty() || isNumber;
    const std::string head = fmt::format("msgrcv({}, ", intNumber(args[0]));
    const std::string tail =
        fmt::format("{}, {}, {})", number(args[2]), number(args[3]), intNumber(args[4]));
    if (isAddress) {
        const std::string address =
            isNullPointer(args[1]) ? "NULL" : fmt::format("(void *)(long)({})", number(args[1]));
        checked(call, target, fmt::format("{}{}, {}", head, address, tail));
        return;
    }
    roomFor(sizeBound(args[2]));
    const std::string buffer = read(name, Kind::Message);
    openBlock();
    line(fmt::format("ssize_t got = {}&{}, {};", head, buffer, tail));
    line("if (got == -1)");
    line("    perror(\"msgrcv\");");
    line("else");
    line(fmt::format("    printf(\"msgrcv: type %ld, %zd bytes: %.*s\\n\", {0}.mtype, got, "
                     "(int)got, {0}.mtext);",
                     buffer));
    if (isKept(target)) line(fmt::format("{} = got;", into(target, true)));
    closeBlock();
    kinds_.insert_or_assign(name, Kind::Message);
    values_.erase(name);
}

void CProgram::msgctl(const Call& call, const Target& target) {
    const auto& args = call.args;
    const Expr& buffer = pointee(args[2]);
    const auto command = evaluateNumber(args[1], known(), "cmd");
    if (isBraces(buffer)) return setFields(call, target, buffer);
    const std::string head = fmt::format("msgctl({}, {}, ", intNumber(args[0]), intNumber(args[1]));
    const bool isVariable = buffer.kind == Expr::Kind::Name &&
                            (&buffer != &withoutCasts(args[2]) || kindOf(buffer) == Kind::Stat);
    if (!isVariable) {
        checked(call, target,
                isNullPointer(args[2])
                    ? head + "NULL)"
                    : fmt::format("{}(void *)(long)({}))", head, number(buffer)));
        return;
    }
    const std::string name = read(buffer.text, Kind::Stat);
    checked(call, target, fmt::format("{}&{})", head, name));
    if (!command || *command != IPC_STAT) return;
    line("else");
    line(fmt::format("    printf(\"msg_qnum %lu, msg_qbytes %lu, mode %03o\\n\", (unsigned long)"
                     "{0}.msg_qnum,",
                     name));
    line(fmt::format("           (unsigned long){0}.msg_qbytes, (unsigned){0}.msg_perm.mode);",
                     name));
    kinds_.insert_or_assign(buffer.text, Kind::Stat);
    values_.erase(buffer.text);
}

/// The lab fills in the fields that are not written from what it has seen; a program has to ask.
void CProgram::setFields(const Call& call, const Target& target, const Expr& fields) {
    const auto& args = call.args;
    const std::string id = intNumber(args[0]);
    openBlock();
    line("struct msqid_ds change = {0};");
    line(fmt::format("if (msgctl({}, IPC_STAT, &change) == -1) /* for the other fields */", id));
    line("    perror(\"msgctl\");");
    assignFields("change", fields);
    checked(call, target, fmt::format("msgctl({}, {}, &change)", id, intNumber(args[1])));
    closeBlock();
}

void CProgram::kill(const Call& call, const Target& target) {
    const auto& args = call.args;
    headers_.insert("sys/types.h");
    checked(call, target,
            fmt::format("kill({}, {})", intNumber(args[0], "pid_t"), intNumber(args[1])));
}

void CProgram::sigaction(const Call& call, const Target& target) {
    const auto& args = call.args;
    const Expr& act = pointee(args[1]);
    if (!isBraces(act)) return;
    openBlock();
    line("struct sigaction action = {0};");
    for (std::size_t i = 0; i < act.parts.size() && i < 2; ++i) {
        const bool isFlags = act.kind == Expr::Kind::List ? i == 1 : act.names[i] == "sa_flags";
        const Expr& value = withoutCasts(act.parts[i]);
        if (isFlags) {
            line(fmt::format("action.sa_flags = {};", intNumber(value)));
            continue;
        }
        const auto disposition = evaluateNumber(value, known(), "");
        const bool handles = !disposition || *disposition == 2;
        hasHandler_ = hasHandler_ || handles;
        line(fmt::format("action.sa_handler = {};", handles             ? "onSignal"
                                                    : *disposition == 1 ? "SIG_IGN"
                                                                        : "SIG_DFL"));
    }
    checked(call, target, fmt::format("sigaction({}, &action, NULL)", intNumber(args[0])));
    closeBlock();
}

} // namespace ipclab
