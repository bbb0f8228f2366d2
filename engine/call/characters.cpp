#include "engine/call/characters.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

struct LeadByte {
    std::uint8_t length = 0; ///< 0: cannot start a character
    char32_t bits = 0;
    char32_t smallest = 0; ///< below it, the form is overlong
};

LeadByte classify(unsigned char byte) {
    if (byte < 0x80) return {1, byte, 0};
    if (byte >= 0xc0 && byte < 0xe0) return {2, byte & 0x1fU, 0x80};
    if (byte >= 0xe0 && byte < 0xf0) return {3, byte & 0x0fU, 0x800};
    if (byte >= 0xf0 && byte < 0xf8) return {4, byte & 0x07U, 0x10000};
    return {};
}

bool between(char32_t code, char32_t first, char32_t last) {
    return code >= first && code <= last;
}

} // namespace

Character firstCharacter(std::string_view text) {
    const auto lead = classify(static_cast<unsigned char>(text[0]));
    const Character invalid{static_cast<unsigned char>(text[0]), 1, false};
    if (lead.length == 0 || text.size() < lead.length) return invalid;
    char32_t code = lead.bits;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xc0U) != 0x80U) return invalid;
        code = (code << 6U) | (byte & 0x3fU);
    }
    if (code < lead.smallest || code > 0x10ffff || between(code, 0xd800, 0xdfff)) return invalid;
    return {code, lead.length, true};
}

bool isHidden(char32_t code) {
    return code < 0x20 || between(code, 0x7f, 0x9f) || code == 0xad || code == 0x61c ||
           between(code, 0x200b, 0x200f) || between(code, 0x2028, 0x202e) ||
           between(code, 0x2060, 0x206f) || code == 0xfeff || between(code, 0xfff9, 0xfffb) ||
           between(code, 0xe0000, 0xe0fff);
}

int columnsOf(char32_t code) {
    const bool wide = between(code, 0x1100, 0x115f) || between(code, 0x2e80, 0xa4cf) ||
                      between(code, 0xac00, 0xd7a3) || between(code, 0xf900, 0xfaff) ||
                      between(code, 0xfe30, 0xfe6f) || between(code, 0xff00, 0xff60) ||
                      between(code, 0xffe0, 0xffe6) || between(code, 0x1f300, 0x1f64f) ||
                      between(code, 0x1f900, 0x1f9ff) || between(code, 0x20000, 0x3fffd);
    return wide ? 2 : 1;
}

std::string visible(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        const std::string_view bytes = text.substr(0, character.length);
        if (character.valid && !isHidden(character.code))
            shown += bytes;
        else
            for (const char byte : bytes)
                shown += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
        text.remove_prefix(character.length);
    }
    return shown;
}

} // namespace ipclab
