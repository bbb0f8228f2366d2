#include "workers/worker/print_text.h"

#include "engine/call/printf.h"
#include "workers/worker/burst.h"

#include <algorithm>
#include <cstdio>
#include <cstring>

namespace ipclab {

namespace {

/// One conversion by the C library itself. The format was checked when it was cut into pieces.
template <class Value> std::string printed(const std::string& format, Value value) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    const int size = std::snprintf(nullptr, 0, format.c_str(), value);
    std::string text(static_cast<std::size_t>(std::max(size, 0)), '\0');
    std::snprintf(text.data(), text.size() + 1, format.c_str(), value);
#pragma GCC diagnostic pop
    return text;
}

/// `%-8d` as `%-8ld`: every number travels with 64 bits.
std::string withLength(const FormatPiece& piece, const char* length) {
    return piece.text + length + piece.conversion;
}

std::int64_t narrowed(std::int64_t value, int bytes, bool isSigned) {
    const int unused = 64 - 8 * bytes;
    if (unused == 0) return value;
    if (isSigned)
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << unused) >> unused;
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(value) << unused >> unused);
}

/// Another process may be writing there: the bytes are taken once, and printed as they were then.
std::string textAt(std::int64_t address, std::size_t most) {
    const char* start = reinterpret_cast<const char*>(address);
    std::string text(start, ::strnlen(start, most));
    text.resize(std::min(text.find('\0'), text.size()));
    return text;
}

std::size_t precisionOf(const FormatPiece& piece, std::size_t most) {
    const std::size_t point = piece.text.find('.');
    if (point == std::string::npos) return most;
    return std::min(most, static_cast<std::size_t>(std::atoi(piece.text.c_str() + point + 1)));
}

/// What the conversion prints: of a place in memory what stands there now.
std::int64_t numberOf(const PrintfArgument& argument) {
    if (argument.kind != PrintfArgument::Kind::Memory) return argument.number;
    return loadNumber(reinterpret_cast<const char*>(argument.number), argument.width,
                      argument.isSigned);
}

std::string convert(const FormatPiece& piece, const PrintfArgument& argument, std::size_t most) {
    switch (piece.conversion) {
    case 's': {
        std::string text = argument.text;
        if (argument.kind == PrintfArgument::Kind::Address)
            text = textAt(argument.number, precisionOf(piece, most));
        return printed(withLength(piece, ""), text.c_str());
    }
    case 'c':
        return printed(withLength(piece, ""), static_cast<int>(numberOf(argument)));
    case 'p':
        return printed(withLength(piece, ""), reinterpret_cast<const void*>(numberOf(argument)));
    default: {
        const bool isSigned = piece.conversion == 'd' || piece.conversion == 'i';
        return printed(withLength(piece, "l"),
                       narrowed(numberOf(argument), piece.length, isSigned));
    }
    }
}

} // namespace

std::optional<std::string> printText(std::string_view packed, std::size_t most) {
    const auto call = unpackPrintf(packed);
    const auto pieces = call ? formatPieces(call->format) : std::nullopt;
    if (!pieces) return std::nullopt;
    std::string out;
    std::size_t next = 0;
    for (const FormatPiece& piece : *pieces) {
        if (out.size() > most) break;
        if (piece.conversion == 0) {
            out += piece.text;
            continue;
        }
        if (next == call->arguments.size()) return std::nullopt;
        out += convert(piece, call->arguments[next++], most + 1);
    }
    return out;
}

} // namespace ipclab
