#include "engine/call/c_program.h"

#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/types.h"
#include "engine/call/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <limits>

namespace ipclab {

namespace {

Expr numberNode(std::int64_t value) {
    Expr expr;
    expr.number = value;
    return expr;
}

Expr nameNode(std::string text) {
    Expr expr;
    expr.kind = Expr::Kind::Name;
    expr.text = std::move(text);
    return expr;
}

bool isOneOf(std::span<const Constant> constants, std::string_view name) {
    return std::ranges::find(constants, name, &Constant::name) != constants.end();
}

bool fitsInt(std::int64_t value) {
    return value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max();
}

/// Whether no step of the arithmetic can leave the range of an int: C would warn.
bool isSmallArithmetic(const Expr& expr) {
    constexpr std::int64_t small = 1000;
    return expr.parts.size() <= 3 && std::ranges::all_of(expr.parts, [](const Expr& part) {
               return part.kind == Expr::Kind::Number && part.number >= 0 && part.number <= small;
           });
}

/// Names, and numbers that fit, also joined by |.
bool isPlainInt(const Expr& expr) {
    if (expr.kind == Expr::Kind::Number) return fitsInt(expr.number);
    if (expr.kind == Expr::Kind::Or) return std::ranges::all_of(expr.parts, isPlainInt);
    const bool isLong = expr.text == "LONG_MIN" || expr.text == "LONG_MAX";
    return (expr.kind == Expr::Kind::Name && !isLong) || expr.kind == Expr::Kind::Member;
}

bool isIntegerCast(std::string_view type) {
    if (type.starts_with("const ")) type.remove_prefix(6);
    const auto named = typeNamed(type);
    return named && named->size > 0 && !named->name.starts_with("struct");
}

bool isArithmetic(Expr::Kind kind) {
    return kind == Expr::Kind::Sum || kind == Expr::Kind::Product || kind == Expr::Kind::Negative ||
           kind == Expr::Kind::Complement;
}

} // namespace

/// The same expression with C's names in it. What is no number in the lab is 0 in the program.
Expr CProgram::inC(const Expr& expr) {
    switch (expr.kind) {
    case Expr::Kind::Number:
        // C has no literal for the smallest long: its digits alone are too large.
        if (expr.number != std::numeric_limits<std::int64_t>::min()) return expr;
        headers_.insert("limits.h");
        return nameNode("LONG_MIN");
    case Expr::Kind::Name:
        return nameInC(expr);
    case Expr::Kind::Sizeof:
        return sizeofInC(expr);
    case Expr::Kind::AddressOf:
        return inC(expr.parts[0]);
    case Expr::Kind::Cast:
        if (!isIntegerCast(expr.text)) return inC(expr.parts[0]);
        headers_.insert("sys/msg.h"); // for key_t, size_t and their like
        break;
    case Expr::Kind::Index:
    case Expr::Kind::Deref: {
        const auto found = place(expr);
        return found ? nameNode(*found) : numberNode(0);
    }
    case Expr::Kind::Function: {
        const auto value = evaluateNumber(expr, known(), "");
        if (value) return numberNode(*value);
        const Expr& of = withoutCasts(expr.parts[0]);
        if (of.kind != Expr::Kind::Name || constantNamed(of.text)) return numberNode(0);
        const bool isText = expr.text == "strlen";
        if (isText != (kindOf(of) == Kind::Text)) return numberNode(0);
        headers_.insert(isText ? "string.h" : "sys/wait.h");
        const std::string name = read(of.text, isText ? Kind::Text : Kind::Number);
        return nameNode(fmt::format("{}({}{})", expr.text, isText ? "" : "(int)", name));
    }
    case Expr::Kind::Member: {
        if (expr.text == "mtext" || expr.parts[0].kind != Expr::Kind::Name) return numberNode(0);
        return nameNode(read(expr.parts[0].text, kindOfMember(expr.text)) + "." + expr.text);
    }
    case Expr::Kind::String:
    case Expr::Kind::List:
    case Expr::Kind::Fields:
    case Expr::Kind::Null:
        return numberNode(0);
    default:
        break;
    }
    Expr result = expr;
    for (Expr& part : result.parts)
        part = inC(part);
    return isArithmetic(expr.kind) && !isSmallArithmetic(result) ? folded(result) : result;
}

/// The lab calculates with 64 bits, C with the 32 of its literals: what is constant in a sum or a
/// product becomes one number. Constants that overflow even 64 bits never ran in the lab.
Expr CProgram::folded(const Expr& expr) {
    Expr constants = numberNode(0);
    Expr others = expr;
    constants.kind = expr.kind;
    others.parts.clear();
    for (const Expr& part : expr.parts)
        (evaluateNumber(part, Scope{}, "") ? constants : others).parts.push_back(part);
    if (constants.parts.empty()) return expr;
    const auto value = evaluateNumber(constants, Scope{}, "");
    if (!value || others.parts.empty()) return inC(numberNode(value.value_or(0)));
    others.parts.push_back(inC(numberNode(*value)));
    return others;
}

Expr CProgram::nameInC(const Expr& expr) {
    if (!constantNamed(expr.text)) {
        const bool isVariable = kinds_.contains(expr.text);
        if (isVariable && kindOf(expr) == Kind::Pointer)
            return nameNode("(long)" + read(expr.text, Kind::Pointer));
        if (isVariable) return nameNode(read(expr.text, Kind::Number));
        const bool isSelf = expr.text == self_->letter;
        const bool isParent = !isSelf && parent_ != nullptr && expr.text == parent_->letter;
        if (!isSelf && !isParent) return nameNode(argument("PID", expr.text));
        headers_.insert("unistd.h");
        return nameNode(isSelf ? "getpid()" : "getppid()");
    }
    if (isOneOf(generalConstants(GeneralConstants::Limits), expr.text)) headers_.insert("limits.h");
    if (isOneOf(generalConstants(GeneralConstants::ModeBits), expr.text))
        headers_.insert("sys/stat.h");
    for (const CatalogueEntry& entry : catalogue())
        for (const Parameter& parameter : entry.parameters)
            if (isOneOf(parameter.constants, expr.text)) headers_.insert(std::string(entry.header));
    constexpr std::array<std::string_view, 5> gnu{"MSG_EXCEPT", "MSG_COPY", "O_DIRECT",
                                                  "F_GETPIPE_SZ", "F_SETPIPE_SZ"};
    if (std::ranges::find(gnu, expr.text) != gnu.end()) gnuNames_.insert(expr.text);
    // In the lab `handler` is a choice; as a number it has the lab's value.
    return expr.text == "handler" ? numberNode(constantNamed("handler")->value) : expr;
}

/// A buffer of the lab is as long as its text, one in C has a fixed size: the number says it.
Expr CProgram::sizeofInC(const Expr& expr) {
    const Expr& of = expr.parts[0];
    const bool isType =
        of.kind == Expr::Kind::Name && isTypeWord(of.text.substr(0, of.text.find(' ')));
    if (isType && of.text != "void" && of.text != "const void") {
        const bool isSigaction = of.text.contains("sigaction");
        const bool isSegment = of.text.contains("shmid_ds") || of.text.contains("shmatt_t");
        headers_.insert(isSigaction ? "signal.h" : isSegment ? "sys/shm.h" : "sys/msg.h");
        return expr;
    }
    if (const auto value = evaluateNumber(expr, known(), "")) return numberNode(*value);
    const Kind kind = kindOf(of);
    if (of.kind != Expr::Kind::Name || kind == Kind::Number) return numberNode(sizeof(int));
    Expr result = expr;
    result.parts[0] = nameNode(read(of.text, kind));
    return result;
}

std::string CProgram::number(const Expr& expr) {
    return print(inC(expr));
}

/// For a parameter of 32 bits: what may not fit is cast, as the kernel would cut it.
std::string CProgram::intNumber(const Expr& expr, std::string_view ctype) {
    const Expr converted = inC(expr);
    if (isPlainInt(converted)) return print(converted);
    return fmt::format("({})({})", ctype, print(converted));
}

/// A member of msqid_ds: the owner's ids may be given by the name of a user.
std::string CProgram::owner(std::string_view member, const Expr& expr) {
    const bool isUid = member == "msg_perm.uid";
    const bool isName = expr.kind == Expr::Kind::Name && !kinds_.contains(expr.text) &&
                        std::ranges::find(userNames(), expr.text) != userNames().end();
    if (isName && (isUid || member == "msg_perm.gid"))
        return argument(isUid ? "UID" : "GID", expr.text);
    const bool isNarrow = member.starts_with("msg_perm.") || member.ends_with("pid");
    return isNarrow ? intNumber(expr) : number(expr);
}

/// How many bytes a size argument may mean; the lab's own limit where that is not certain.
std::size_t CProgram::sizeBound(const Expr& expr) const {
    const auto value = evaluateNumber(expr, known(), "");
    if (!value) return maxTextBytes;
    return static_cast<std::size_t>(
        std::clamp<std::int64_t>(*value, 0, static_cast<std::int64_t>(maxTextBytes)));
}

} // namespace ipclab
