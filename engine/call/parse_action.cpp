#include "engine/call/catalogue.h"
#include "engine/call/member.h"
#include "engine/call/parser.h"
#include "engine/call/spelling.h"
#include "engine/call/words.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

std::string unknownCall(std::string_view name) {
    std::vector<std::string_view> names;
    for (const CatalogueEntry& entry : catalogue())
        names.push_back(entry.name);
    const std::string_view start = name.substr(0, maxNameBytes);
    if (const std::string near = suggestion(name, names); !near.empty())
        return fmt::format("unknown call '{}'{}", start, near);
    return fmt::format("unknown call '{}'; the lab makes {}", start, listed(names));
}

std::string signature(const CatalogueEntry& entry) {
    std::string text = fmt::format("{}(", entry.name);
    for (std::size_t i = 0; i < entry.parameters.size(); ++i)
        text += fmt::format("{}{}", i > 0 ? ", " : "", entry.parameters[i].name);
    return text + ")";
}

} // namespace

/// call(…) | target = call(…) | target = value. A cast of a call's result, as in (void)msgsnd(…),
/// and the type in front of a declared variable say nothing to the lab and are left out.
Action Parser::action() {
    Action result;
    result.at = cursor_.peek().at;
    if (callFollows()) {
        result.call = call();
        return result;
    }
    if (typeFollows(0)) type();
    result.target = target();
    cursor_.expect('=', "'=' after the variable, or '(' after a call");
    if (callFollows())
        result.call = call();
    else
        result.value = expression();
    return result;
}

std::string Parser::target() {
    if (!cursor_.at(Token::Kind::Identifier)) {
        cursor_.failExpected("a call such as msgget(1234, 0), or a variable");
        return {};
    }
    const Token token = cursor_.take();
    if (isReserved(token.text))
        cursor_.fail(token.at, fmt::format("{} cannot be a variable", shown(token)));
    if (token.text.size() > maxNameBytes)
        cursor_.fail(token.at, fmt::format("a name has at most {} letters", maxNameBytes));
    std::string text(token.text);
    const Position at = cursor_.peek(1).at;
    if (!cursor_.accept('.')) return text;
    const std::string path = memberPath();
    if (!isMember(path))
        cursor_.fail(at, fmt::format("unknown member '{}'{}", path.substr(0, maxNameBytes),
                                     suggestion(path, memberNames())));
    return text + "." + path;
}

/// Whether a call is next. Skips casts in front of it, but only if there is one.
bool Parser::callFollows() {
    const std::size_t begin = cursor_.place();
    std::size_t ahead = 0;
    // (type) in front: only words and stars stand between its parentheses.
    while (cursor_.atSign('(', ahead) && typeFollows(ahead + 1)) {
        std::size_t end = ahead + 1;
        while (cursor_.at(Token::Kind::Identifier, end) || cursor_.atSign('*', end))
            ++end;
        if (!cursor_.atSign(')', end)) return false;
        ahead = end + 1;
    }
    const bool found = cursor_.at(Token::Kind::Identifier, ahead) &&
                       !cursor_.atWord("sizeof", ahead) && cursor_.atSign('(', ahead + 1);
    if (!found) return false;
    while (cursor_.place() < begin + ahead) {
        cursor_.take();
        type();
        cursor_.take();
        if (cursor_.error()) break;
    }
    return true;
}

Call Parser::call() {
    Call result;
    const Token name = cursor_.take();
    const CatalogueEntry* entry = entryOf(name.text);
    if (!entry) {
        cursor_.fail(name.at, unknownCall(name.text));
        return result;
    }
    result.id = entry->id;
    cursor_.expect('(', "'('");
    if (!cursor_.atSign(')')) {
        do {
            result.args.push_back(expression());
        } while (cursor_.accept(',') && result.args.size() < maxParts);
    }
    cursor_.expect(')', "',' or ')'");
    checkArgumentCount(result, name.at);
    return result;
}

void Parser::checkArgumentCount(const Call& call, Position at) {
    const CatalogueEntry& entry = entryOf(call.id);
    if (call.args.size() == entry.parameters.size()) return;
    cursor_.fail(at, fmt::format("{} takes {} arguments, not {}: {}", entry.name,
                                 entry.parameters.size(), call.args.size(), signature(entry)));
}

} // namespace ipclab
