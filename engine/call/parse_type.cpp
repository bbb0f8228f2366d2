#include "engine/call/parser.h"
#include "engine/call/types.h"
#include "engine/call/words.h"

#include <fmt/format.h>

namespace ipclab {

bool Parser::typeFollows(std::size_t ahead) const {
    return cursor_.at(Token::Kind::Identifier, ahead) && isTypeWord(cursor_.peek(ahead).text);
}

/// "const void *", "key_t", "struct msqid_ds *": words in their order, const in front.
std::string Parser::type() {
    const Position at = cursor_.peek().at;
    std::string base;
    bool constant = false;
    while (typeFollows(0) && base.size() < 64) {
        const std::string_view word = cursor_.take().text;
        if (word == "const") {
            constant = true;
            continue;
        }
        if (!base.empty()) base += ' ';
        base += word;
        if (word != "struct") continue;
        if (!cursor_.at(Token::Kind::Identifier)) cursor_.failExpected("the name of the struct");
        base += ' ';
        base += cursor_.take().text;
    }
    std::string stars;
    while (cursor_.atSign('*') && stars.size() < 4) {
        cursor_.take();
        stars += '*';
    }
    if (!typeNamed(base)) {
        const std::string_view known =
            base.starts_with("struct")
                ? "; known are struct msgbuf, msqid_ds, shmid_ds and sigaction"
                : "";
        cursor_.fail(at, fmt::format("unknown type '{}'{}", base.substr(0, 60), known));
    }
    return fmt::format("{}{}{}{}", constant ? "const " : "", base, stars.empty() ? "" : " ", stars);
}

/// (type) of a cast or a sizeof: also (int[2]).
std::string Parser::typeInParentheses() {
    cursor_.expect('(', "'('");
    const Position at = cursor_.peek().at;
    std::string text = withArray(type(), at, false);
    cursor_.expect(')', "')' after the type");
    return text;
}

/// The type with the [64] that stands behind it, or behind the name that it declares.
std::string Parser::withArray(const std::string& item, Position at, bool mayBeEmpty) {
    if (!cursor_.accept('[')) return item;
    const auto type = writtenType(item);
    if (type && !type->isNumber())
        cursor_.fail(at, "the lab has arrays of numbers only, such as int fd[2] or char buf[64]");
    if (mayBeEmpty && cursor_.accept(']')) return item + "[]";
    const bool isBytes = type && type->base.size == 1;
    const std::uint64_t items =
        count("how many: char buf[64]", isBytes ? maxTextBytes : std::size_t{maxParts});
    cursor_.expect(']', "']' after the number of items");
    return fmt::format("{}[{}]", item, items);
}

} // namespace ipclab
