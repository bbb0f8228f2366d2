// Addresses in the C program: every pointer is a char *, and says by a cast what it points at.
#include "engine/call/c_program.h"
#include "engine/call/catalogue.h"
#include "engine/call/evaluate.h"
#include "engine/call/types.h"
#include "engine/call/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

/// Nothing for what is no pointer, or known only while running.
std::optional<CProgram::PointerInC> CProgram::pointer(const Expr& expr) {
    if (expr.kind == Expr::Kind::Cast && !expr.parts.empty()) {
        auto inner = pointer(expr.parts[0]);
        const auto type = writtenType(expr.text);
        if (!inner || !type || !type->isPointer()) return inner;
        inner->width = type->width();
        inner->isSigned = type->pointsAtSigned();
        return inner;
    }
    if (expr.kind == Expr::Kind::Name && !constantNamed(expr.text) && kinds_.contains(expr.text) &&
        kindOf(expr) == Kind::Pointer) {
        PointerInC found = pointers_[expr.text];
        found.text = read(expr.text, Kind::Pointer);
        return found;
    }
    if (expr.kind == Expr::Kind::Sum) return movedPointer(expr);
    return std::nullopt;
}

/// p + 64 counts in what p points at; in C it is a char *, so the bytes are written out.
std::optional<CProgram::PointerInC> CProgram::movedPointer(const Expr& sum) {
    if (sum.parts.size() < 2) return std::nullopt;
    auto base = pointer(sum.parts[0]);
    if (!base) return std::nullopt;
    for (std::size_t i = 1; i < sum.parts.size(); ++i) {
        if (pointer(sum.parts[i])) return std::nullopt;
        const std::string width = base->width == 1 ? "" : fmt::format(" * {}", base->width);
        base->text += fmt::format(" + (long)({}){}", number(sum.parts[i]), width);
    }
    base->text = "(" + base->text + ")";
    return base;
}

/// What a pointer points at, as often read and written as the process did: volatile.
std::optional<std::string> CProgram::place(const Expr& written) {
    const Expr& expr = withoutCasts(written);
    const bool isIndex = expr.kind == Expr::Kind::Index && expr.parts.size() == 2;
    if (!isIndex && expr.kind != Expr::Kind::Deref) return std::nullopt;
    auto base = pointer(expr.parts[0]);
    if (!base) return isIndex ? element(expr) : std::nullopt;
    if (isIndex)
        base->text =
            fmt::format("({} + (long)({}) * {})", base->text, number(expr.parts[1]), base->width);
    std::string type(pointerTo(base->width, base->isSigned));
    if (type.empty()) return std::nullopt;
    return fmt::format("*(volatile {}){}", type, base->text);
}

/// An item of an array that is a variable of the process.
std::optional<std::string> CProgram::element(const Expr& expr) {
    const Expr& of = withoutCasts(expr.parts[0]);
    const auto index = evaluateNumber(expr.parts[1], known(), "");
    if (of.kind != Expr::Kind::Name || !index || *index < 0 || constantNamed(of.text))
        return std::nullopt;
    const Kind kind = kinds_.contains(of.text) ? kindOf(of) : Kind::Number;
    if (kind == Kind::Array) {
        const std::string name = read(of.text, kind);
        if (static_cast<std::size_t>(*index) >= variable(of.text, kind).items) return std::nullopt;
        return fmt::format("{}[{}]", name, *index);
    }
    if (kind != Kind::Text || static_cast<std::size_t>(*index) >= maxTextBytes) return std::nullopt;
    textHolds(of.text, static_cast<std::size_t>(*index) + 1);
    return fmt::format("{}[{}]", read(of.text, kind), *index);
}

/// A pointer argument that is an address: of the process's memory, or one that somebody made up,
/// which the compiler must not know so well that it warns.
std::optional<std::string> CProgram::address(const Expr& written) {
    if (const auto found = pointer(written)) return found->text;
    const Expr& expr = withoutCasts(written);
    if (expr.kind == Expr::Kind::AddressOf && !expr.parts.empty()) {
        const Expr& of = withoutCasts(expr.parts[0]);
        const bool isPlace = of.kind == Expr::Kind::Deref || of.kind == Expr::Kind::Index;
        if (!isPlace || !pointer(of.parts[0])) return std::nullopt;
        const auto found = place(of);
        return found ? std::optional("((char *)&" + *found + ")") : std::nullopt;
    }
    const auto made = evaluateNumber(expr, known(), "");
    if (!made) return std::nullopt;
    Expr madeUp;
    madeUp.number = *made;
    const std::string name = names_.take("nowhere");
    line(fmt::format("char *volatile {} = (char *)({});", name,
                     *made == 0 ? "NULL" : fmt::format("(long)({})", number(madeUp))));
    line(fmt::format("(void){};", name));
    return name;
}

/// The bytes that a call reads: at an address, of a variable, or a text. `count` says how many.
std::optional<std::string> CProgram::source(const Expr& written, const Expr* count) {
    const Expr& expr = withoutCasts(written);
    const std::size_t room = count ? sizeBound(*count) : 0;
    const auto text = evaluate(expr, known());
    if (text && std::holds_alternative<std::string>(*text)) {
        const auto& bytes = std::get<std::string>(*text);
        if (!count || room <= bytes.size()) return cString(bytes);
        const std::string name = names_.take("bytes");
        line(fmt::format("static char {}[{}];", name, std::max(room, bytes.size() + 1)));
        line(fmt::format("(void){};", name));
        assignText(name, expr);
        return name;
    }
    const bool isBehind = expr.kind == Expr::Kind::AddressOf && !expr.parts.empty();
    const Expr& of = isBehind ? withoutCasts(expr.parts[0]) : expr;
    if (of.kind != Expr::Kind::Name || !kinds_.contains(of.text) || constantNamed(of.text))
        return address(written);
    const Kind kind = kindOf(of);
    if (kind == Kind::Text || kind == Kind::Message) {
        if (kind == Kind::Text) textHolds(of.text, room);
        roomFor(room + 1);
        return (kind == Kind::Text ? "" : "&") + read(of.text, kind);
    }
    const std::size_t most = kind == Kind::Array ? 2 * sizeof(int) : sizeof(int);
    if ((kind == Kind::Array || (kind == Kind::Number && isBehind)) && room <= most)
        return (kind == Kind::Array ? "" : "&") + read(of.text, kind);
    return address(written);
}

/// A count of bytes that the compiler does not know for certain where it is too large for any
/// buffer, so that the kernel may say so.
std::string CProgram::count(const Expr& expr) {
    const auto value = evaluateNumber(expr, known(), "");
    if (value && *value >= 0 && static_cast<std::size_t>(*value) <= maxTextBytes)
        return fmt::format("{}", *value);
    const std::string name = names_.take("size");
    headers_.insert("stddef.h");
    line(fmt::format("volatile size_t {} = (size_t)({});", name, number(expr)));
    line(fmt::format("(void){};", name));
    return name;
}

std::optional<std::string> CProgram::path(const Expr& written) {
    const auto value = evaluate(withoutCasts(written), known());
    if (const auto* text = value ? std::get_if<std::string>(&*value) : nullptr)
        return cString(text->substr(0, text->find('\0')));
    const Expr& expr = withoutCasts(written);
    if (expr.kind != Expr::Kind::Name || kindOf(expr) != Kind::Text) return std::nullopt;
    return read(expr.text, Kind::Text);
}

} // namespace ipclab
