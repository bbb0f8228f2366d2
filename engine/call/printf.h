// How a printf travels to its process: the format and the arguments, packed into
// ResolvedCall::data.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// One argument behind the format.
struct PrintfArgument {
    enum class Kind : std::uint8_t {
        Number,  ///< for %d, %u, %x, %o, %c, %p
        Text,    ///< for %s: a text or a buffer of the process's
        Address, ///< memory: %s reads it there, %p prints the address
        Memory,  ///< a number that is read at this address when it is printed: *(int *)(p + 64)
    };
    Kind kind = Kind::Number;
    std::int64_t number = 0;
    std::string text;
    std::uint8_t width = 0; ///< Memory: its bytes, and whether it has a sign
    bool isSigned = true;
    bool operator==(const PrintfArgument&) const = default;
};

struct PrintfCall {
    std::string format;
    std::vector<PrintfArgument> arguments;
    bool operator==(const PrintfCall&) const = default;
};

[[nodiscard]] std::string packPrintf(const PrintfCall& call);
/// Nothing when the bytes are damaged.
[[nodiscard]] std::optional<PrintfCall> unpackPrintf(std::string_view data);

/// A piece of a format: bytes as they are, or one conversion.
struct FormatPiece {
    std::string text;    ///< bytes to print, or the conversion without its length: "%-8d"
    char conversion = 0; ///< d i u x X o c s p; 0 for bytes to print
    int length = 0;      ///< bytes of the number: 1 hh, 2 h, 4 none, 8 l ll z j t
};

/// Cuts a format into its pieces. Nothing when it has a conversion that the lab does not know
/// (floating point, %n, * as a width).
[[nodiscard]] std::optional<std::vector<FormatPiece>> formatPieces(std::string_view format);

} // namespace ipclab
