#include "gui/stage/layout_parts.h"
#include "gui/stage/segment_words.h"

#include <algorithm>

namespace ipclab::parts {
namespace {

/// The least that the bytes need.
int gridBase(const Metrics& metrics, Density density) {
    const int rows = density == Density::Full ? 3 : density == Density::Compact ? 2 : 1;
    return rows * hexRowHeight(metrics);
}

/// Walks down the card row by row.
class SegmentCard {
public:
    SegmentCard(const Metrics& metrics, const World& world, const Segment& segment,
                SegmentPlace& to)
        : m_(metrics), world_(world), segment_(segment), to_(to),
          full_(to.density == Density::Full), pad_(metrics.px(full_ ? 14 : 9)),
          left_(to.card.x() + pad_), width_(to.card.width() - 2 * pad_),
          y_(to.card.y() + metrics.px(full_ ? 12 : 6)) {}

    void place(int gridHeight) {
        header();
        gap(10, 5);
        to_.grid = hexGrid(m_, row(gridHeight), mappedBytes(segment_));
        y_ = to_.grid.area.bottom() + 1;
        to_.grown = std::max(0, to_.grid.area.height() - gridBase(m_, to_.density));
        gap(6, 3);
        legend();
        if (to_.density != Density::Tiny && mappedBytes(segment_) > segmentPageBytes) {
            gap(6, 3);
            strip();
        }
        race();
        if (!words::segmentNote(segment_).isEmpty()) {
            gap(5, 2);
            to_.note = row(m_.small.height);
        }
        gap(12, 6);
        finish();
    }

    void placeSlim() {
        to_.title = row(m_.body.height);
        gap(6, 6);
        finish();
    }

private:
    QRect row(int height) {
        const QRect to{left_, y_, width_, height};
        y_ += height;
        return to;
    }
    void gap(double full, double less) { y_ += m_.px(full_ ? full : less); }
    void finish() {
        to_.card.setHeight(y_ - to_.card.y());
        to_.port = {to_.card.center().x(), to_.card.y()};
    }

    void header() {
        const int height = std::max<int>(m_.px(full_ ? 30 : 22), m_.heading.height);
        QRect line = row(height);
        if (!segment_.removed) {
            const int between = m_.px(full_ ? 10 : 5), edge = m_.px(full_ ? 22 : 12);
            const int remove = m_.body.width("IPC_RMID") + edge;
            const int stat = m_.body.width("IPC_STAT") + edge;
            to_.remove = {line.right() + 1 - remove, line.y(), remove, height};
            to_.stat = {to_.remove.x() - between - stat, line.y(), stat, height};
            line.setRight(to_.stat.x() - between - 1);
        }
        const int title =
            std::min(m_.heading.width(words::segmentTitle()) + m_.px(2), line.width());
        to_.title = {line.x(), line.y(), title, height};
        QString meta = words::segmentMeta(world_, segment_)[1];
        if (const QString fate = words::segmentFate(segment_); !fate.isEmpty())
            meta.prepend(fate + QStringLiteral(" · "));
        const int left = to_.title.right() + m_.px(12);
        const int room = line.right() - left + 1;
        if (to_.density == Density::Tiny || m_.mono.width(meta) <= room) {
            to_.meta = {left, line.y(), std::max(0, room), height};
            return;
        }
        gap(3, 1);
        to_.meta = row(m_.mono.height);
    }

    /// Who wrote last, on the left; the page, and the button that goes to an offset, on the right.
    void legend() {
        const int button = m_.small.height + m_.px(4);
        QRect line = row(std::max<int>(button, m_.mono.height));
        if (to_.density != Density::Tiny && !segment_.removed) {
            const int width = m_.small.width(words::goToOffset()) + m_.px(14);
            to_.jump = {line.right() + 1 - width, line.y() + (line.height() - button) / 2, width,
                        button};
            line.setRight(to_.jump.x() - m_.px(9));
        }
        const std::uint64_t page = mappedBytes(segment_) / segmentPageBytes - 1;
        int wanted = 0;
        for (const QString& choice : words::pageTexts(world_, segment_, page)) {
            wanted = m_.mono.width(choice) + m_.px(2);
            if (wanted <= line.width() * 3 / 5) break;
        }
        wanted = std::min({wanted, line.width() / 2 + m_.px(60), line.width()});
        to_.page = {line.right() + 1 - wanted, line.y(), wanted, line.height()};
        to_.legend = {line.x(), line.y(), to_.page.x() - m_.px(10) - line.x(), line.height()};
    }

    void strip() {
        const QRect line = row(m_.small.height);
        int text = 0;
        for (const QString& choice : words::stripTexts(segment_)) {
            text = m_.small.width(choice) + m_.px(2);
            if (text <= line.width() / 2) break;
        }
        text = std::min(text, line.width() / 2);
        to_.stripText = {line.right() + 1 - text, line.y(), text, line.height()};
        const int thick = m_.px(10);
        to_.strip = {line.x(), line.center().y() - thick / 2 + 1,
                     to_.stripText.x() - m_.px(10) - line.x(), thick};
    }

    void race() {
        const words::RaceWords said = words::race(world_, segment_);
        if (said.headline.isEmpty() || to_.density == Density::Tiny) return;
        gap(9, 4);
        const int pad = m_.px(full_ ? 7 : 4), line = m_.body.height;
        const int wide = m_.strong.width(said.headline + ' ') + m_.body.width(said.numbers + ' ') +
                         m_.body.width(said.why) + 2 * m_.px(12);
        to_.raceLines = wide <= width_ || said.why.isEmpty() ? 1 : 2;
        to_.race = row(to_.raceLines * line + 2 * pad);
    }

    const Metrics& m_;
    const World& world_;
    const Segment& segment_;
    SegmentPlace& to_;
    bool full_;
    int pad_, left_, width_, y_;
};

} // namespace

SegmentPlace placeSegment(const Metrics& metrics, const World& world, ShownObject shown, QPoint at,
                          int width, Density density, int extra) {
    const Segment& segment = world.segments[shown.object.index];
    SegmentPlace to;
    to.index = shown.object.index;
    to.id = segment.stat.id;
    to.density = density;
    to.slim = shown.slim;
    to.card = {at, QSize(width, 0)};
    SegmentCard card(metrics, world, segment, to);
    if (shown.slim)
        card.placeSlim();
    else
        card.place(gridBase(metrics, density) + extra);
    return to;
}

} // namespace ipclab::parts
