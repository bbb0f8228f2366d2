#include "engine/call/catalogue.h"
#include "engine/call/function.h"
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
        if (isCalledByName(entry)) names.push_back(entry.name);
    const std::string_view start = name.substr(0, maxNameBytes);
    if (const std::string near = suggestion(name, names); !near.empty())
        return fmt::format("unknown call '{}'{}", start, near);
    return fmt::format("unknown call '{}'; the lab makes {}", start, listed(names));
}

/// open(pathname, flags[, mode]); printf(format[, value …]).
std::string signature(const CatalogueEntry& entry) {
    std::string text = fmt::format("{}(", entry.name);
    std::string closing;
    for (std::size_t i = 0; i < entry.parameters.size(); ++i) {
        const Parameter& parameter = entry.parameters[i];
        if (parameter.optional) text += "[";
        text += fmt::format("{}{}", i > 0 ? ", " : "", parameter.name);
        if (parameter.optional) closing += "]";
    }
    return text + (entry.variadic ? " …" : "") + closing + ")";
}

/// "2 arguments", "2 or 3 arguments", "1 argument or more".
std::string argumentCounts(const CatalogueEntry& entry) {
    std::size_t least = 0;
    while (!takes(entry, least) && least < entry.parameters.size())
        ++least;
    const std::size_t most = entry.parameters.size();
    const auto plural = [](std::size_t count) { return count == 1 ? "argument" : "arguments"; };
    if (entry.variadic) return fmt::format("{} {} or more", least, plural(least));
    if (least == most) return fmt::format("{} {}", most, plural(most));
    return fmt::format("{} or {} arguments", least, most);
}

} // namespace

/// call(…) | target = call(…) | target = value | type target | place += value.
Action Parser::action() {
    Action result;
    result.at = cursor_.peek().at;
    if (callFollows()) {
        result.cast = casts();
        result.call = call();
    } else if (typeFollows(0)) {
        declared(result);
    } else if (placeFollows()) {
        store(result);
    } else {
        assigned(result);
    }
    return result;
}

/// What stands behind the '=' of a variable.
void Parser::assignment(Action& action) {
    cursor_.expect('=', "'=' after the variable, or '(' after a call");
    if (callFollows()) {
        action.cast = casts();
        action.call = call();
    } else {
        action.value = expression();
        takeLoad(action);
    }
}

/// int n = 5 | int fd[2] | char *p = shmat(…)
void Parser::declared(Action& action) {
    const Position at = cursor_.peek().at;
    action.type = type();
    if (cursor_.at(Token::Kind::Identifier) && cursor_.atSign('(', 1))
        cursor_.fail(at, fmt::format("this declares {0}; a call of it has values and no types, as "
                                     "in 'A: n = {0}(…)'",
                                     cursor_.peek().text.substr(0, maxNameBytes)));
    action.target = variableName();
    action.type = withArray(action.type, at, true);
    if (cursor_.atSign(','))
        cursor_.fail(cursor_.peek().at, "one variable is declared on a line: int n");
    if (cursor_.atSign('=')) return assignment(action);
    if (action.type == "struct sigaction")
        cursor_.fail(at, "the lab writes a sigaction in place: sigaction(SIGINT, {handler, 0}, "
                         "NULL)");
    if (action.type.ends_with("[]")) cursor_.failExpected("'=' and what is in the array");
    if (action.type == "void") cursor_.fail(at, "no variable is void; a pointer is void *");
}

/// n = value | n += value | ds.msg_qbytes = value
void Parser::assigned(Action& action) {
    action.target = target();
    if (!cursor_.atSign('=') && changeSign() != 0) return change(action);
    assignment(action);
}

std::string Parser::variableName() {
    if (!cursor_.at(Token::Kind::Identifier)) {
        cursor_.failExpected("a call such as msgget(1234, 0), or a variable");
        return {};
    }
    const Token token = cursor_.take();
    if (isReserved(token.text))
        cursor_.fail(token.at, fmt::format("{} cannot be a variable", shown(token)));
    if (token.text.size() > maxNameBytes)
        cursor_.fail(token.at, fmt::format("a name has at most {} letters", maxNameBytes));
    return std::string(token.text);
}

std::string Parser::target() {
    std::string text = variableName();
    const Position at = cursor_.peek(1).at;
    if (!cursor_.accept('.')) return text;
    const std::string path = memberPath();
    if (!isMember(path))
        cursor_.fail(at, fmt::format("unknown member '{}'{}", path.substr(0, maxNameBytes),
                                     suggestion(path, memberNames())));
    return text + "." + path;
}

/// How many tokens of casts are next, as in (char *)shmat(…): only words and stars stand between
/// the parentheses of one.
std::size_t Parser::castsAhead() const {
    std::size_t ahead = 0;
    while (cursor_.atSign('(', ahead) && typeFollows(ahead + 1)) {
        std::size_t end = ahead + 1;
        while (cursor_.at(Token::Kind::Identifier, end) || cursor_.atSign('*', end))
            ++end;
        if (!cursor_.atSign(')', end)) break;
        ahead = end + 1;
    }
    return ahead;
}

/// Whether a call is next, also behind casts. A function that only looks at a value is one only
/// when nothing follows: n = strlen(p), but n = strlen("x") + 1.
bool Parser::callFollows() {
    const std::size_t name = castsAhead();
    const bool found = cursor_.at(Token::Kind::Identifier, name) &&
                       !cursor_.atWord("sizeof", name) && cursor_.atSign('(', name + 1);
    if (!found || !functionNamed(cursor_.peek(name).text)) return found;
    if (!entryOf(cursor_.peek(name).text)) return false;
    std::size_t end = name + 2;
    for (int open = 1;
         open > 0 && !cursor_.at(Token::Kind::End, end) && !cursor_.at(Token::Kind::Newline, end);
         ++end)
        open += cursor_.atSign('(', end) ? 1 : cursor_.atSign(')', end) ? -1 : 0;
    return !cursor_.atSign('+', end) && !cursor_.atSign('-', end) && !cursor_.atSign('*', end) &&
           !cursor_.atSign('|', end);
}

/// The casts in front of a call; the outermost one counts.
std::string Parser::casts() {
    std::string outermost;
    while (cursor_.atSign('(') && !cursor_.error()) {
        const std::string text = typeInParentheses();
        if (outermost.empty()) outermost = text;
    }
    return outermost;
}

Call Parser::call() {
    Call result;
    const Token name = cursor_.take();
    const CatalogueEntry* entry = entryOf(name.text);
    if (!entry || !isCalledByName(*entry)) {
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
    if (takes(entry, call.args.size())) return;
    cursor_.fail(at, fmt::format("{} takes {}, not {}: {}", entry.name, argumentCounts(entry),
                                 call.args.size(), signature(entry)));
}

} // namespace ipclab
