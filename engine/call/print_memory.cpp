#include "engine/call/catalogue.h"
#include "engine/call/print_call.h"
#include "engine/call/printf.h"
#include "engine/call/types.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// A place has one of the widths that asNumber() lets through.
std::string_view pointerType(std::int64_t width, bool isSigned = true) {
    return pointerTo(static_cast<std::uint8_t>(width), isSigned);
}

std::string printPlace(std::int64_t address, std::int64_t width, bool isSigned = true) {
    const std::string_view type = pointerType(width, isSigned);
    return address == 0 ? fmt::format("*({})NULL", type)
                        : fmt::format("*{}", printAddress(address, type));
}

std::string destination(const ResolvedCall& call) {
    return (call.flags & intoVariable) != 0 ? "buf" : printAddress(call.args[0], "char *");
}

std::string source(const ResolvedCall& call) {
    return (call.flags & rawSource) != 0 ? printAddress(call.args[1], "char *")
                                         : printBytes(call.data);
}

std::string printArgument(const PrintfArgument& argument) {
    switch (argument.kind) {
    case PrintfArgument::Kind::Text:
        return printBytes(argument.text);
    case PrintfArgument::Kind::Address:
        return printAddress(argument.number, "char *");
    case PrintfArgument::Kind::Memory:
        return printPlace(argument.number, argument.width, argument.isSigned);
    case PrintfArgument::Kind::Number:
        break;
    }
    return fmt::format("{}", argument.number);
}

std::string printPrintf(const ResolvedCall& call) {
    const auto printed = unpackPrintf(call.data);
    if (!printed) return "printf(?)";
    std::string text = "printf(" + quoted(printed->format);
    for (const PrintfArgument& argument : printed->arguments)
        text += ", " + printArgument(argument);
    return text + ")";
}

std::string repeated(std::int64_t times, const std::string& text) {
    return times == 1 ? text : fmt::format("repeat {} {{ {} }}", times, text);
}

std::string printStore(const ResolvedCall& call) {
    const auto& args = call.args;
    const auto sign = static_cast<char>(args[3]);
    return repeated(args[4], fmt::format("{} {}= {}", printPlace(args[0], args[1]),
                                         sign == '=' ? "" : std::string(1, sign), args[2]));
}

std::string printAtomicAdd(const ResolvedCall& call) {
    const auto& args = call.args;
    std::string type(pointerType(args[1]));
    return repeated(args[3], fmt::format("atomic_fetch_add({}, {})",
                                         printAddress(args[0], "atomic_" + type), args[2]));
}

} // namespace

std::string printMemoryCall(const ResolvedCall& call) {
    const auto& args = call.args;
    switch (call.id) {
    case CallId::Strcpy:
        return fmt::format("strcpy({}, {})", destination(call), source(call));
    case CallId::Memcpy:
        return fmt::format("memcpy({}, {}, {})", destination(call), source(call), args[2]);
    case CallId::Memset:
        return fmt::format("memset({}, {}, {})", destination(call), args[1], args[2]);
    case CallId::Strlen:
        return fmt::format("strlen({})", (call.flags & rawSource) != 0
                                             ? printAddress(args[0], "char *")
                                             : printBytes(call.data));
    case CallId::Printf:
        return printPrintf(call);
    case CallId::Load:
        return printPlace(args[0], args[1], args[2] != 0);
    case CallId::Store:
        return printStore(call);
    default:
        return printAtomicAdd(call);
    }
}

} // namespace ipclab
