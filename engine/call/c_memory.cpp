// Memory used like a variable, in the C program.
#include "engine/call/c_program.h"
#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace ipclab {

bool CProgram::memoryCall(const Call& call, const Target& target) {
    const auto& args = call.args;
    switch (call.id) {
    case CallId::Strcpy:
    case CallId::Memcpy:
    case CallId::Memset:
        return copy(call, target);
    case CallId::Printf:
        return printed(call, target);
    case CallId::Strlen: {
        openBlock();
        const auto from = source(args[0], nullptr);
        from ? gives(target, fmt::format("{}strlen({})", isKept(target) ? "" : "(void)", *from))
             : notMade(call);
        closeBlock();
        return true;
    }
    case CallId::Load: {
        const auto from = place(args[0]);
        if (from) gives(target, *from);
        return from.has_value();
    }
    case CallId::Store: {
        const auto to = place(args[0]);
        const std::string sign = call.operation == '=' ? "" : std::string(1, call.operation);
        if (to) line(fmt::format("{} {}= {};", *to, sign, number(args[1])));
        return to.has_value();
    }
    default:
        break;
    }
    const auto to = pointer(args[0]);
    if (!to) return false;
    std::string type = to->width == 8 ? "long" : to->width == 2 ? "short" : "int";
    if (to->width == 1) type = "char";
    gives(target,
          fmt::format("atomic_fetch_add((atomic_{} *){}, {})", type, to->text, number(args[1])));
    return true;
}

/// strcpy, memcpy, memset: to an address, or into a text of the process.
bool CProgram::copy(const Call& call, const Target& target) {
    const auto& args = call.args;
    const Expr& of = withoutCasts(args[0]);
    const bool isText =
        of.kind == Expr::Kind::Name && kinds_.contains(of.text) && kindOf(of) == Kind::Text;
    const bool isMember =
        of.kind == Expr::Kind::Member && of.text == "mtext" && of.parts[0].kind == Expr::Kind::Name;
    if (!target.variable.empty()) return false;
    openBlock();
    auto to = isText     ? std::optional(read(of.text, Kind::Text))
              : isMember ? std::optional(read(of.parts[0].text, Kind::Message) + ".mtext")
                         : address(args[0]);
    const bool isSet = call.id == CallId::Memset;
    std::optional<std::string> from;
    if (to)
        from = isSet ? std::optional(intNumber(args[1]))
                     : source(args[1], call.id == CallId::Memcpy ? &args[2] : nullptr);
    if (!to || !from) {
        notMade(call);
    } else {
        if (isText && args.size() > 2) textHolds(of.text, sizeBound(args[2]));
        const auto text = evaluate(withoutCasts(args[1]), known());
        const bool isCertain = text && std::holds_alternative<std::string>(*text);
        if (isText && args.size() == 2 && isCertain)
            textHolds(of.text, std::get<std::string>(*text).size() + 1);
        if (isText || isMember) roomFor(args.size() > 2 ? sizeBound(args[2]) : maxTextBytes);
        const std::string tail = args.size() > 2 ? ", " + count(args[2]) : "";
        line(fmt::format("{}({}, {}{});", entryOf(call.id).name, *to, *from, tail));
    }
    closeBlock();
    const std::string name = isText ? of.text : isMember ? of.parts[0].text : "";
    values_.erase(name);
    if (isMember) kinds_.insert_or_assign(name, Kind::Message);
    return true;
}

/// A value as the conversion wants it; nothing for what the compiler would not take.
std::optional<std::string> CProgram::printedValue(const Expr& expr, const FormatPiece& piece) {
    if (piece.conversion == 's') {
        const auto text = evaluate(withoutCasts(expr), known());
        const bool isText = text && std::holds_alternative<std::string>(*text);
        if (!isText && !pointer(expr) && kindOf(expr) != Kind::Text) return std::nullopt;
        return source(expr, nullptr);
    }
    if (piece.conversion == 'p') {
        const auto at = address(expr);
        return at ? std::optional("(void *)" + *at) : std::nullopt;
    }
    const bool isSigned = piece.conversion == 'd' || piece.conversion == 'i';
    const std::string_view type = piece.conversion == 'c' || piece.length < 4
                                      ? (isSigned || piece.conversion == 'c' ? "int" : "unsigned")
                                  : piece.length == 8 ? (isSigned ? "long" : "unsigned long")
                                                      : (isSigned ? "int" : "unsigned");
    return fmt::format("({})({})", type, number(expr));
}

bool CProgram::printed(const Call& call, const Target& target) {
    const auto format = evaluate(withoutCasts(call.args[0]), known());
    const auto* text = format ? std::get_if<std::string>(&*format) : nullptr;
    const auto pieces = text && !text->empty() ? formatPieces(*text) : std::nullopt;
    if (!pieces || text->contains('\0')) return false;
    std::string whole;
    std::string values;
    std::size_t next = 1;
    openBlock();
    bool isKnown = true;
    for (const FormatPiece& piece : *pieces) {
        if (piece.conversion == 0) {
            for (const char byte : piece.text)
                whole += byte == '%' ? "%%" : std::string(1, byte);
            continue;
        }
        constexpr std::array<std::string_view, 9> lengths{"", "hh", "h", "", "", "", "", "", "l"};
        const bool hasLength = std::string_view("diuxXo").contains(piece.conversion);
        whole += piece.text;
        if (hasLength) whole += lengths[static_cast<std::size_t>(piece.length)];
        whole += piece.conversion;
        const auto value =
            next < call.args.size() ? printedValue(call.args[next++], piece) : std::nullopt;
        // Flags that say nothing together are warned of.
        const bool isPlain =
            piece.text == "%" || piece.text.find_first_of("-+ #0.") == std::string::npos;
        isKnown = isKnown && value && isPlain;
        if (value) values += ", " + *value;
    }
    if (isKnown && next == call.args.size())
        gives(target, fmt::format("printf({}{})", cString(whole), values));
    else
        notMade(call);
    closeBlock();
    return true;
}

} // namespace ipclab
