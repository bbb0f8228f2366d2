#include "gui/stage/layout_parts.h"
#include "gui/stage/pipe_words.h"

#include <algorithm>

namespace ipclab::parts {
namespace {

/// Walks down the card row by row. Beside the tube there is room for the wires to its ends, so
/// that they cross no words: every row is only as wide as the tube.
class PipeCard {
public:
    PipeCard(const Metrics& metrics, const World& world, const Pipe& pipe, PipePlace& to)
        : m_(metrics), world_(world), pipe_(pipe), to_(to), y_(to.card.y()) {
        const int width = to.card.width();
        const int side = std::clamp(width * 17 / 100, std::min(width / 4, m_.px(104)), width / 4);
        left_ = to.card.x() + side;
        width_ = width - 2 * side;
    }

    void place(int extra) {
        gap(8, 3);
        to_.grown = std::clamp(extra, 0, full() ? m_.px(16) : 0);
        to_.tube = row(tubeHeight() + to_.grown);
        cells();
        gap(7, 3);
        to_.facts = row(m_.body.height);
        copies();
        if (to_.density != Density::Tiny) {
            gap(3, 1);
            const QRect bytes = row(m_.mono.height + m_.px(4));
            if (!pipe_.gone) to_.bytes = bytes;
        }
        const bool sleeps = !words::pipeSleepers(world_, pipe_).empty();
        if (!sleeps && full()) {
            // Kept free, so that nothing moves when somebody falls asleep or wakes.
            gap(6, 3);
            row(m_.small.height + m_.px(6));
        }
        if (sleeps) {
            gap(6, 3);
            to_.sleepersRow = row(m_.small.height + m_.px(6));
            // Longer than the tube where it has to be; the wires end above.
            to_.sleepersRow.setLeft(to_.card.left() + m_.px(8));
            to_.sleepersRow.setRight(to_.card.right() - m_.px(8));
        }
        if (!words::pipeNote(pipe_).isEmpty()) {
            gap(4, 2);
            to_.note = row(m_.small.height);
        }
        gap(8, 3);
        finish();
    }

    void placeSlim() {
        to_.facts = row(m_.body.height);
        gap(6, 6);
        finish();
    }

private:
    [[nodiscard]] bool full() const { return to_.density == Density::Full; }
    QRect row(int height) {
        const QRect to{left_, y_, width_, height};
        y_ += height;
        return to;
    }
    void gap(double full_, double less) { y_ += m_.px(full() ? full_ : less); }

    int tubeHeight() const {
        switch (to_.density) {
        case Density::Full:
            return m_.px(50);
        case Density::Compact:
            return m_.px(34);
        case Density::Tiny:
            break;
        }
        return m_.px(24);
    }

    /// Below the wires, which arrive at the middle of the tube.
    void copies() {
        const int gap = m_.px(8);
        if (!full() || pipe_.gone) return;
        const auto place = [&](const QString& words, int left, int right) {
            if (m_.small.width(words) > right - left) return QRect();
            return QRect(left, to_.tube.bottom() + 1 - m_.small.height / 2, right - left,
                         m_.small.height);
        };
        to_.copiesIn = place(words::copiedIn(), to_.card.left(), to_.tube.left() - gap);
        to_.copiesOut = place(words::copiedOut(), to_.tube.right() + gap, to_.card.right());
        if (to_.copiesOut.isNull()) to_.copiesIn = {};
        if (to_.copiesIn.isNull()) to_.copiesOut = {};
    }

    /// As many pages to a cell as it takes to see each cell; the read end is at the right.
    void cells() {
        const int inset = to_.tube.height() / 6;
        const QRect inside = to_.tube.adjusted(inset, m_.px(3), -inset, -m_.px(3));
        const int least = m_.px(9);
        std::size_t each = 1;
        const std::size_t pages = std::max<std::uint32_t>(1, pipe_.capacity);
        while (static_cast<int>((pages + each - 1) / each) * least > inside.width())
            each *= 2;
        const auto count = static_cast<int>((pages + each - 1) / each);
        const int between = std::max(1, m_.px(each == 1 ? 2 : 1));
        for (int i = 0; i < count; ++i) {
            const int right = inside.x() + inside.width() * (count - i) / count;
            const int left = inside.x() + inside.width() * (count - i - 1) / count;
            const std::size_t first = static_cast<std::size_t>(i) * each;
            to_.cells.push_back(
                {first, std::min(each, pages - first),
                 QRect(left, inside.y(), std::max(1, right - left - between), inside.height())});
        }
    }

    void finish() {
        to_.card.setHeight(y_ - to_.card.y());
        to_.title = to_.facts;
        to_.port = {to_.tube.center().x(), to_.card.y()};
    }

    const Metrics& m_;
    const World& world_;
    const Pipe& pipe_;
    PipePlace& to_;
    int left_ = 0, width_ = 0, y_;
};

} // namespace

PipePlace placePipe(const Metrics& metrics, const World& world, ShownObject shown, QPoint at,
                    int width, Density density, int extra) {
    const Pipe& pipe = world.pipes[shown.object.index];
    PipePlace to;
    to.index = shown.object.index;
    to.id = static_cast<std::int64_t>(pipe.serial);
    to.density = density;
    to.slim = shown.slim;
    to.card = {at, QSize(width, 0)};
    PipeCard card(metrics, world, pipe, to);
    if (shown.slim)
        card.placeSlim();
    else
        card.place(extra);
    return to;
}

} // namespace ipclab::parts
