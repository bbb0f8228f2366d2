#include "engine/call/language.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// How tightly a kind binds, as in C; a looser part stands in parentheses.
enum Precedence { OrLevel, SumLevel, ProductLevel, UnaryLevel, PrimaryLevel };

Precedence precedenceOf(const Expr& expr) {
    switch (expr.kind) {
    case Expr::Kind::Or:
        return OrLevel;
    case Expr::Kind::Sum:
        return SumLevel;
    case Expr::Kind::Product:
        return ProductLevel;
    case Expr::Kind::Negative:
    case Expr::Kind::Complement:
    case Expr::Kind::AddressOf:
    case Expr::Kind::Cast:
    case Expr::Kind::Sizeof:
    case Expr::Kind::Deref:
        return UnaryLevel;
    case Expr::Kind::Number:
        return expr.number < 0 ? UnaryLevel : PrimaryLevel;
    default:
        return PrimaryLevel;
    }
}

std::string printAt(const Expr& expr, Precedence least) {
    const std::string text = print(expr);
    return precedenceOf(expr) < least ? "(" + text + ")" : text;
}

std::string printNumber(const Expr& expr) {
    const auto bits = static_cast<std::uint64_t>(expr.number);
    const bool negative = expr.number < 0;
    const std::uint64_t size = negative ? -bits : bits;
    const char* sign = negative ? "-" : "";
    if (expr.base == NumberBase::Octal) return fmt::format("{}0{:o}", sign, size);
    if (expr.base == NumberBase::Hexadecimal) return fmt::format("{}0x{:x}", sign, size);
    return fmt::format("{}{}", sign, size);
}

/// -5 is the number itself, so the sign of a number of its own stands before parentheses; and
/// two signs in a row would be C's --.
std::string printSigned(char sign, const Expr& operand) {
    const std::string text = printAt(operand, UnaryLevel);
    const bool apart = text.starts_with('-') || (text[0] >= '0' && text[0] <= '9');
    return sign + (apart ? "(" + text + ")" : text);
}

std::string printSum(const Expr& expr) {
    std::string text;
    for (std::size_t i = 0; i < expr.parts.size(); ++i) {
        const Expr& part = expr.parts[i];
        const bool minus = i > 0 && part.kind == Expr::Kind::Negative && part.parts.size() == 1;
        if (i > 0) text += minus ? " - " : " + ";
        text += printAt(minus ? part.parts[0] : part, ProductLevel);
    }
    return text;
}

std::string joined(const Expr& expr, std::string_view sign, Precedence least) {
    std::string text;
    for (const Expr& part : expr.parts) {
        if (!text.empty()) text += sign;
        text += printAt(part, least);
    }
    return text;
}

std::string printBraces(const Expr& expr) {
    std::string text = "{";
    for (std::size_t i = 0; i < expr.parts.size(); ++i) {
        if (i > 0) text += ", ";
        if (i < expr.names.size()) text += fmt::format(".{} = ", expr.names[i]);
        text += print(expr.parts[i]);
    }
    return text + "}";
}

} // namespace

std::string print(const Expr& expr) {
    static const Expr missing;
    const Expr& first = expr.parts.empty() ? missing : expr.parts[0];
    switch (expr.kind) {
    case Expr::Kind::Number:
        return printNumber(expr);
    case Expr::Kind::Name:
        return expr.text;
    case Expr::Kind::String:
        return quoted(expr.text);
    case Expr::Kind::Or:
        return joined(expr, "|", UnaryLevel);
    case Expr::Kind::Sum:
        return printSum(expr);
    case Expr::Kind::Product:
        return joined(expr, " * ", UnaryLevel);
    case Expr::Kind::Negative:
        return printSigned('-', first);
    case Expr::Kind::Complement:
        return "~" + printAt(first, UnaryLevel);
    case Expr::Kind::AddressOf:
        return "&" + printAt(first, UnaryLevel);
    case Expr::Kind::Null:
        return "NULL";
    case Expr::Kind::Sizeof:
        return "sizeof(" + print(first) + ")";
    case Expr::Kind::List:
    case Expr::Kind::Fields:
        return printBraces(expr);
    case Expr::Kind::Cast:
        return fmt::format("({}){}", expr.text, printAt(first, UnaryLevel));
    case Expr::Kind::Member:
        return fmt::format("{}.{}", print(first), expr.text);
    case Expr::Kind::Index:
        return fmt::format("{}[{}]", printAt(first, PrimaryLevel),
                           print(expr.parts.size() > 1 ? expr.parts[1] : missing));
    case Expr::Kind::Deref:
        return "*" + printAt(first, UnaryLevel);
    case Expr::Kind::Function:
        return fmt::format("{}({})", expr.text, print(first));
    }
    return {};
}

} // namespace ipclab
