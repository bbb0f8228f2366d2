#include "engine/call/characters.h"
#include "engine/call/language.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

/// The letter behind the backslash for bytes that C has one for, else 0.
char escapeLetter(char32_t code) {
    switch (code) {
    case '\n':
        return 'n';
    case '\t':
        return 't';
    case '\r':
        return 'r';
    case '"':
        return '"';
    case '\\':
        return '\\';
    default:
        return 0;
    }
}

} // namespace

/// Octal escapes end after three digits; \x would take in the letters that follow.
std::string quoted(std::string_view bytes) {
    std::string text = "\"";
    while (!bytes.empty()) {
        const Character character = firstCharacter(bytes);
        const std::string_view raw = bytes.substr(0, character.length);
        bytes.remove_prefix(character.length);
        const bool digitFollows = !bytes.empty() && bytes[0] >= '0' && bytes[0] <= '7';
        if (const char letter = character.valid ? escapeLetter(character.code) : '\0'; letter != 0)
            (text += '\\') += letter;
        else if (character.valid && character.code == 0 && !digitFollows)
            text += "\\0";
        else if (character.valid && !isHidden(character.code))
            text += raw;
        else
            for (const char byte : raw)
                text += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
    }
    return text + '"';
}

} // namespace ipclab
