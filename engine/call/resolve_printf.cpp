// printf(3): the format is checked against its arguments before anything is printed.
#include "engine/call/bytes.h"
#include "engine/call/evaluate.h"
#include "engine/call/pointer.h"
#include "engine/call/printf.h"
#include "engine/call/resolve.h"
#include "engine/call/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

Result<std::string> formatOf(const Expr& written, const Scope& scope) {
    const auto pointer = pointerOf(written, scope);
    if (!pointer) return std::unexpected(pointer.error());
    if (!pointer->isAddress) return evaluateText(*pointer->operand, scope, "format");
    return failure(fmt::format("format must be a text in quotes, not {}; printf(\"%s\", {}) prints "
                               "what is there",
                               print(written), print(written)));
}

/// %s: a text of the process, or memory that is read when it is printed.
Result<PrintfArgument> textArgument(const Expr& written, const Scope& scope) {
    const auto pointer = pointerOf(written, scope);
    if (!pointer) return std::unexpected(pointer.error());
    PrintfArgument argument;
    if (!pointer->isAddress) {
        auto text = evaluateText(*pointer->operand, scope, "what %s prints");
        if (!text) return std::unexpected(text.error());
        argument.kind = PrintfArgument::Kind::Text;
        argument.text = std::move(*text);
        return argument;
    }
    const auto value = evaluate(written, scope);
    const bool isNumber = value && std::holds_alternative<std::int64_t>(*value);
    const bool isCast = written.kind == Expr::Kind::Cast || written.kind == Expr::Kind::Null;
    if (isNumber && !isCast)
        return failure(fmt::format("%s prints a text or what stands at an address, not the number "
                                   "{}; %d prints numbers",
                                   pointer->number()));
    argument.kind = PrintfArgument::Kind::Address;
    argument.number = pointer->number();
    return argument;
}

/// %d and its like: a number, or a place in memory that is read when it is printed.
Result<PrintfArgument> numberArgument(const Expr& written, char conversion, const Scope& scope) {
    PrintfArgument argument;
    const Expr& inner = withoutCasts(written);
    const auto value = evaluate(written, scope);
    if (!value && isPlace(inner)) {
        const auto place = numberPlaceOf(inner, scope);
        if (!place) return std::unexpected(place.error());
        argument.kind = PrintfArgument::Kind::Memory;
        argument.number = static_cast<std::int64_t>(place->at);
        argument.width = place->width;
        argument.isSigned = place->isSigned;
        return argument;
    }
    if (!value) return std::unexpected(value.error());
    if (const auto* number = std::get_if<std::int64_t>(&*value)) {
        argument.number = *number;
        return argument;
    }
    if (const auto* address = std::get_if<Address>(&*value)) {
        argument.kind = PrintfArgument::Kind::Address;
        argument.number = static_cast<std::int64_t>(address->at);
        return argument;
    }
    return failure(
        fmt::format("%{} prints a number, not {}; %s prints texts", conversion, print(*value)));
}

Result<std::vector<FormatPiece>> conversionsOf(const std::string& format) {
    auto pieces = formatPieces(format);
    if (!pieces)
        return failure(fmt::format("{} has a conversion that the lab does not print; it prints %s "
                                   "%d %i %u %x %X %o %c %p, also with l, ll, z, h and hh",
                                   quoted(format)));
    std::erase_if(*pieces, [](const FormatPiece& piece) { return piece.conversion == 0; });
    return std::move(*pieces);
}

} // namespace

Result<ResolvedCall> resolvePrintf(const Call& call, const Scope& scope) {
    auto format = formatOf(call.args[0], scope);
    if (!format) return std::unexpected(format.error());
    const auto conversions = conversionsOf(*format);
    if (!conversions) return std::unexpected(conversions.error());
    if (conversions->size() != call.args.size() - 1)
        return failure(fmt::format("the format prints {} values, and {} stand behind it",
                                   conversions->size(), call.args.size() - 1));
    PrintfCall printed{std::move(*format), {}};
    for (std::size_t i = 0; i < conversions->size(); ++i) {
        const char conversion = (*conversions)[i].conversion;
        auto argument = conversion == 's' ? textArgument(call.args[i + 1], scope)
                                          : numberArgument(call.args[i + 1], conversion, scope);
        if (!argument) return std::unexpected(argument.error());
        printed.arguments.push_back(std::move(*argument));
    }
    ResolvedCall resolved{call.id, 0, {}, packPrintf(printed)};
    if (resolved.data.size() > maxTextBytes)
        return failure(fmt::format("what printf is given has {} bytes, and a call carries at most "
                                   "{} in the lab (maxTextBytes)",
                                   resolved.data.size(), maxTextBytes));
    return resolved;
}

} // namespace ipclab
