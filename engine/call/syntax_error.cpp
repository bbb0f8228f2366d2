#include "engine/call/characters.h"
#include "engine/call/language.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// Characters of a very long line that are shown on each side of the caret.
constexpr int aroundCaret = 60;

/// The line with this number. A text of a single line counts as whatever line it was said to be.
std::string_view lineOf(std::string_view script, int number) {
    const bool single = !script.substr(0, script.find_last_not_of('\n') + 1).contains('\n');
    for (int line = single ? number : 1; line < number; ++line) {
        const std::size_t end = script.find('\n');
        if (end == std::string_view::npos) return {};
        script.remove_prefix(end + 1);
    }
    std::string_view line = script.substr(0, script.find('\n'));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

struct Excerpt {
    std::string text, indent;
};

/// The part of a line around a column, and the spaces that bring a caret below it.
Excerpt excerptOf(std::string_view line, int column) {
    Excerpt excerpt;
    const int first = std::max(1, column - aroundCaret);
    if (first > 1) {
        excerpt.text = "…";
        excerpt.indent = " ";
    }
    for (int place = 1; !line.empty() && place <= column + aroundCaret; ++place) {
        const Character character = firstCharacter(line);
        const std::string shown =
            character.code == '\t' ? " " : visible(line.substr(0, character.length));
        line.remove_prefix(character.length);
        if (place < first) continue;
        excerpt.text += shown;
        if (place >= column) continue;
        const bool plain = character.valid && !isHidden(character.code);
        excerpt.indent.append(plain ? columnsOf(character.code) : shown.size(), ' ');
    }
    if (!line.empty()) excerpt.text += "…";
    return excerpt;
}

} // namespace

std::string SyntaxError::render(std::string_view fileName, std::string_view script) const {
    std::string text = fmt::format("{}:{}:{}: {}", fileName, at.line, at.column, message);
    const std::string_view line = lineOf(script, at.line);
    if (at.line < 1 || at.column < 1 || line.empty()) return text;
    const Excerpt excerpt = excerptOf(line, at.column);
    return fmt::format("{}\n    {}\n    {}^", text, excerpt.text, excerpt.indent);
}

} // namespace ipclab
