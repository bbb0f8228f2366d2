#include "engine/call/c_program.h"

#include "engine/call/evaluate.h"
#include "engine/call/member.h"
#include "engine/call/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// Longer runs of one byte are filled in by memset.
constexpr std::size_t longestRun = 64;

bool isRun(std::string_view text) {
    return text.size() > longestRun &&
           std::ranges::all_of(text, [text](char c) { return c == text[0]; });
}

/// 'x' where it can be seen, else its number.
std::string byteInC(char byte) {
    const bool isPlain = byte >= ' ' && byte <= '~' && byte != '\'' && byte != '\\';
    return isPlain ? fmt::format("'{}'", byte)
                   : fmt::format("{}", static_cast<int>(static_cast<unsigned char>(byte)));
}

} // namespace

void CProgram::roomFor(std::size_t bytes) {
    textRoom_ = std::max(textRoom_, bytes);
}

/// A declared text that more is put into than it has room for becomes as long as the others.
void CProgram::textHolds(const std::string& name, std::size_t bytes) {
    Variable& text = variable(name, Kind::Text);
    if (bytes > text.room) text.room = 0;
    roomFor(bytes);
}

void CProgram::assign(const std::string& target, const Expr& value) {
    const std::string name(splitTarget(target).variable);
    if (!splitTarget(target).member.empty()) return assignMember(target, value);
    if (const auto from = pointer(value)) {
        line(fmt::format("{} = {};", variable(name, Kind::Pointer).cname, from->text));
        pointers_.insert_or_assign(name, *from);
        kinds_.insert_or_assign(name, Kind::Pointer);
        values_.erase(name);
        return;
    }
    const Kind kind = kindOf(value);
    // Arrays and shmid_ds are filled by calls; as a whole they only move inside of the lab.
    if (kind == Kind::Array || kind == Kind::Segment || kind == Kind::Pointer) return;
    Variable& to = variable(name, kind);
    if (kind == Kind::Number) {
        const std::string text = number(value);
        to.isWide = true;
        line(fmt::format("{} = {};", to.cname, text));
    } else if (kind == Kind::Text) {
        to.isRead = true;
        const auto certain = evaluate(pointee(value), known());
        const auto* text = certain ? std::get_if<std::string>(&*certain) : nullptr;
        if (text)
            textHolds(name, text->size());
        else
            to.room = 0; // as long as what it is copied from
        line(fmt::format("memset({0}, 0, sizeof({0}));", to.cname));
        assignText(to.cname, value);
    } else if (kind == Kind::Message) {
        to.isRead = true;
        assignMessage(to.cname, value);
    } else {
        headers_.insert("string.h");
        const Expr& from = pointee(value);
        if (from.kind == Expr::Kind::Name)
            line(fmt::format("{} = {};", to.cname, read(from.text, Kind::Stat)));
        else
            line(fmt::format("memset(&{0}, 0, sizeof({0}));", read(name, Kind::Stat)));
        if (from.kind == Expr::Kind::Fields) assignFields(to.cname, from);
    }
    kinds_.insert_or_assign(name, kind);
    remember(target, value);
}

void CProgram::assignMember(const std::string& written, const Expr& value) {
    const Target target = splitTarget(written);
    const std::string name(target.variable);
    const bool isText = target.member == "mtext";
    if (target.member.starts_with('[')) return assignElement(target, value);
    const Kind kind = kindOfMember(target.member);
    const std::string cname = variable(name, kind).cname;
    const std::string member = fmt::format("{}.{}", cname, target.member);
    kinds_.insert_or_assign(name, kind);
    if (isText) {
        line(fmt::format("memset({0}, 0, sizeof({0}));", member));
        assignText(member, value);
    } else {
        line(fmt::format("{} = {};", member, owner(target.member, value)));
    }
    remember(written, value);
}

/// fd[1] = value, buf[1] = value
void CProgram::assignElement(const Target& target, const Expr& value) {
    const std::string name(target.variable);
    const auto known = kinds_.find(name);
    if (known == kinds_.end() || (known->second != Kind::Array && known->second != Kind::Text))
        return;
    const std::string number = intNumber(value);
    line(fmt::format("{} = {}{};", item(target), known->second == Kind::Text ? "(char)" : "",
                     number));
    values_.erase(name);
}

/// Copies a text to an array that is all zero.
void CProgram::assignText(const std::string& destination, const Expr& written) {
    const Expr& expr = pointee(written);
    headers_.insert("string.h");
    const auto value = evaluate(expr, known());
    if (const auto* text = value ? std::get_if<std::string>(&*value) : nullptr) {
        roomFor(text->size() + 1);
        if (isRun(*text))
            line(
                fmt::format("memset({}, {}, {});", destination, byteInC((*text)[0]), text->size()));
        else if (!text->empty())
            line(fmt::format("memcpy({}, {}, {});", destination, cString(*text), text->size()));
    } else if (expr.kind == Expr::Kind::Product && expr.parts[0].kind == Expr::Kind::String) {
        repeatedText(destination, expr);
    } else if (expr.kind == Expr::Kind::Member && expr.parts[0].kind == Expr::Kind::Name) {
        const std::string from = read(expr.parts[0].text, Kind::Message);
        if (from + ".mtext" != destination)
            line(fmt::format("memcpy({0}, {1}.mtext, sizeof({1}.mtext));", destination, from));
    } else if (expr.kind == Expr::Kind::Name && kindOf(expr) == Kind::Text) {
        const std::string from = read(expr.text, Kind::Text);
        if (from != destination)
            line(fmt::format("memcpy({0}, {1}, sizeof({1}));", destination, from));
    }
}

/// "ab" * n, where n is not certain before the program runs.
void CProgram::repeatedText(const std::string& destination, const Expr& product) {
    const std::string& text = product.parts[0].text;
    if (text.empty()) return;
    Expr factor = product;
    factor.parts.erase(factor.parts.begin());
    if (factor.parts.size() == 1) factor = Expr(factor.parts[0]);
    roomFor(maxTextBytes + 1);
    openBlock();
    line(fmt::format("size_t times = (size_t)({});", number(factor)));
    line(fmt::format("for (size_t turn = 0; turn < times && (turn + 1) * {} <= sizeof({}); turn++)",
                     text.size(), destination));
    line(fmt::format("    memcpy({} + turn * {}, {}, {});", destination, text.size(), cString(text),
                     text.size()));
    closeBlock();
}

/// A message for one call; in one line where its text is short and certain.
void CProgram::declareMessage(const Expr& braces) {
    constexpr std::size_t longestLiteral = 200;
    const bool isPair = braces.kind == Expr::Kind::List && braces.parts.size() == 2;
    const auto value = isPair ? evaluate(braces.parts[1], known()) : Value(std::int64_t{0});
    const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
    if (!text || text->size() > longestLiteral || isRun(*text)) {
        line("struct message message;");
        assignMessage("message", braces);
        return;
    }
    hasMessages_ = true;
    roomFor(text->size() + 1);
    line(fmt::format("struct message message = {{{}, {}}};", number(braces.parts[0]),
                     cString(*text)));
}

void CProgram::assignMessage(const std::string& destination, const Expr& written) {
    const Expr& expr = pointee(written);
    hasMessages_ = true;
    headers_.insert("string.h");
    if (expr.kind == Expr::Kind::Name) {
        const std::string from = read(expr.text, Kind::Message);
        if (from != destination) line(fmt::format("{} = {};", destination, from));
        return;
    }
    line(fmt::format("memset(&{0}, 0, sizeof({0}));", destination));
    const bool isList = expr.kind == Expr::Kind::List;
    if (!isList && expr.kind != Expr::Kind::Fields) return;
    for (std::size_t i = 0; i < expr.parts.size() && i < 2; ++i) {
        const bool isText = isList ? i == 1 : expr.names[i] == "mtext";
        if (isText)
            assignText(destination + ".mtext", expr.parts[i]);
        else
            line(fmt::format("{}.mtype = {};", destination, number(expr.parts[i])));
    }
}

void CProgram::assignFields(const std::string& destination, const Expr& fields) {
    for (std::size_t i = 0; i < fields.names.size(); ++i)
        if (isMember(fields.names[i]) && fields.names[i] != "mtext" && fields.names[i] != "mtype")
            line(fmt::format("{}.{} = {};", destination, fields.names[i],
                             owner(fields.names[i], fields.parts[i])));
}

} // namespace ipclab
