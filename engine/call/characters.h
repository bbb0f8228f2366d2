#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

/// One character of UTF-8 text, or one byte where the text is not valid UTF-8.
struct Character {
    char32_t code = 0;
    std::uint8_t length = 1; ///< bytes
    bool valid = false;
};

/// The character at the start of a text that is not empty. Overlong forms, surrogates and codes
/// above U+10FFFF are not valid.
[[nodiscard]] Character firstCharacter(std::string_view text);

/// Characters that change what a terminal or a window shows without being seen themselves:
/// controls, marks of text direction, zero-width marks, line separators.
[[nodiscard]] bool isHidden(char32_t code);

/// Columns that a character takes in a terminal: 2 for Hangul and other wide ones, else 1.
[[nodiscard]] int columnsOf(char32_t code);

/// The text with hidden and invalid bytes written as \ooo, safe to show on one line.
[[nodiscard]] std::string visible(std::string_view text);

} // namespace ipclab
