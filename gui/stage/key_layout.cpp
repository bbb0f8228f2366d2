#include "gui/stage/key_card.h"
#include "gui/stage/key_words.h"
#include "gui/stage/layout.h"

#include <algorithm>

namespace ipclab {
namespace {

struct Columns {
    std::array<int, 3> parts{};
    int key = 0, gap = 0;
    [[nodiscard]] bool parted() const { return parts[0] > 0; }
    [[nodiscard]] int width() const {
        return parts[0] + parts[1] + parts[2] + key + (parted() ? 4 : 1) * gap;
    }
};

/// As wide as the longest of each column: a part is its digits, those that are lost, and its bits.
Columns columnsOf(const Metrics& m, const std::vector<words::KeyRow>& rows, bool bits) {
    Columns to;
    to.gap = m.px(8);
    for (const words::KeyRow& row : rows) {
        for (std::size_t i = 0; i < 3; ++i) {
            int wide = m.monoStrong.width(row.parts[i].kept) + m.mono.width(row.parts[i].lost);
            if (bits)
                wide = std::max({wide, m.call.width(row.parts[i].bits),
                                 m.small.width(words::keyPartNames()[i].front())});
            else
                wide = std::max(wide, m.small.width(words::keyPartNames()[i].back()));
            to.parts[i] = std::max(to.parts[i], wide + m.px(20));
        }
        to.key = std::max(to.key, m.monoStrong.width(QStringLiteral("= ") + row.key) + m.px(4));
    }
    return to;
}

} // namespace

KeysPlace placeKeys(const Metrics& m, const World& world, QPoint at, int width, Density density) {
    KeysPlace to;
    const auto rows = words::keyRows(world);
    if (rows.empty()) return to;
    const int pad = m.px(density == Density::Full ? 12 : 8);
    const int inner = width - 2 * pad, call = m.px(120);
    to.bits = density == Density::Full && columnsOf(m, rows, true).width() + call <= inner;
    Columns columns = columnsOf(m, rows, to.bits);
    // Where not even their digits fit, the key stands alone.
    if (columns.width() + m.px(70) > inner) columns.parts = {};
    const int left = at.x() + pad, right = left + inner;
    int y = at.y() + m.px(density == Density::Full ? 8 : 5);
    const int partsLeft = right - columns.width() + columns.gap;
    to.title = {left, y, std::max(0, partsLeft - columns.gap - left), m.heading.height};
    int x = partsLeft;
    for (std::size_t i = 0; columns.parted() && i < 3; ++i) {
        to.heads[i] = {x, y, columns.parts[i], m.heading.height};
        x += columns.parts[i] + columns.gap;
    }
    y += m.heading.height + m.px(3);
    const int height = m.monoStrong.height + (to.bits ? m.call.height : 0) + m.px(6);
    // With little room only the newest key stays; the verdict still compares both.
    const std::size_t first = density == Density::Tiny ? rows.size() - 1 : 0;
    for (std::size_t r = first; r < rows.size(); ++r) {
        KeysPlace::Row row;
        const int square = std::min(m.px(16), height);
        row.letter = {left, y + (height - square) / 2, square, square};
        row.call = {row.letter.right() + m.px(7), y,
                    std::max(0, partsLeft - columns.gap - row.letter.right() - m.px(7)), height};
        x = partsLeft;
        for (std::size_t i = 0; columns.parted() && i < 3; ++i) {
            row.parts[i] = {x, y, columns.parts[i], height};
            x += columns.parts[i] + columns.gap;
        }
        row.key = {x, y, right - x, height};
        to.rows.push_back(row);
        y += height + m.px(4);
    }
    if (density != Density::Tiny) {
        to.verdict = {left, y, inner, m.small.height};
        y += m.small.height;
    }
    y += m.px(density == Density::Full ? 8 : 4);
    to.card = {at, QSize(width, y - at.y())};
    return to;
}

} // namespace ipclab
