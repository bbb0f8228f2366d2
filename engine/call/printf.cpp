#include "engine/call/printf.h"

#include <algorithm>
#include <cstring>

namespace ipclab {

namespace {

void appendText(std::string& out, std::string_view text) {
    const auto size = static_cast<std::uint32_t>(text.size());
    out.append(reinterpret_cast<const char*>(&size), sizeof(size));
    out += text;
}

template <class T> bool take(std::string_view& data, T& value) {
    if (data.size() < sizeof(T)) return false;
    std::memcpy(&value, data.data(), sizeof(T));
    data.remove_prefix(sizeof(T));
    return true;
}

/// A number in memory that a processor can load at once.
bool isWidth(std::uint8_t bytes) {
    return bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
}

bool takeText(std::string_view& data, std::string& text) {
    std::uint32_t size = 0;
    if (!take(data, size) || data.size() < size) return false;
    text = data.substr(0, size);
    data.remove_prefix(size);
    return true;
}

/// Reads `l`, `hh`, `z` … off the front: how many bytes the number has.
int takeLength(std::string_view& rest) {
    struct Length {
        std::string_view name;
        int bytes;
    };
    constexpr Length lengths[] = {{"hh", 1}, {"h", 2}, {"ll", 8}, {"l", 8},
                                  {"z", 8},  {"j", 8}, {"t", 8}};
    for (const Length& each : lengths)
        if (rest.starts_with(each.name)) {
            rest.remove_prefix(each.name.size());
            return each.bytes;
        }
    return 4;
}

std::string_view takeWhile(std::string_view& rest, std::string_view allowed) {
    const std::size_t end = std::min(rest.find_first_not_of(allowed), rest.size());
    const std::string_view taken = rest.substr(0, end);
    rest.remove_prefix(end);
    return taken;
}

/// `rest` stands behind the %.
bool takeConversion(std::string_view& rest, FormatPiece& piece) {
    constexpr std::size_t mostDigits = 4; // a width of 9999 is plenty
    piece.text = "%";
    piece.text += takeWhile(rest, "-+ #0");
    const std::string_view width = takeWhile(rest, "0123456789");
    piece.text += width;
    std::string_view precision;
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        precision = takeWhile(rest, "0123456789");
        piece.text += '.';
        piece.text += precision;
    }
    if (width.size() > mostDigits || precision.size() > mostDigits) return false;
    piece.length = takeLength(rest);
    if (rest.empty() || std::string_view("diuxXocsp").find(rest[0]) == std::string_view::npos)
        return false;
    piece.conversion = rest[0];
    rest.remove_prefix(1);
    return true;
}

} // namespace

std::string packPrintf(const PrintfCall& call) {
    std::string out;
    appendText(out, call.format);
    for (const PrintfArgument& each : call.arguments) {
        out += static_cast<char>(each.kind);
        out.append(reinterpret_cast<const char*>(&each.number), sizeof(each.number));
        appendText(out, each.text);
        out += static_cast<char>(each.width);
        out += static_cast<char>(each.isSigned);
    }
    return out;
}

std::optional<PrintfCall> unpackPrintf(std::string_view data) {
    PrintfCall call;
    if (!takeText(data, call.format)) return std::nullopt;
    while (!data.empty()) {
        PrintfArgument& each = call.arguments.emplace_back();
        std::uint8_t kind = 0;
        std::uint8_t isSigned = 0;
        if (!take(data, kind) || kind > static_cast<int>(PrintfArgument::Kind::Memory) ||
            !take(data, each.number) || !takeText(data, each.text) || !take(data, each.width) ||
            !take(data, isSigned) || isSigned > 1)
            return std::nullopt;
        each.isSigned = isSigned != 0;
        each.kind = static_cast<PrintfArgument::Kind>(kind);
        if (each.kind == PrintfArgument::Kind::Memory && !isWidth(each.width)) return std::nullopt;
    }
    return call;
}

std::optional<std::vector<FormatPiece>> formatPieces(std::string_view format) {
    std::vector<FormatPiece> pieces;
    while (!format.empty()) {
        FormatPiece piece;
        const std::size_t percent = std::min(format.find('%'), format.size());
        if (percent > 0) {
            piece.text = format.substr(0, percent);
            format.remove_prefix(percent);
        } else if (format.starts_with("%%")) {
            piece.text = "%";
            format.remove_prefix(2);
        } else {
            format.remove_prefix(1);
            if (!takeConversion(format, piece)) return std::nullopt;
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

} // namespace ipclab
