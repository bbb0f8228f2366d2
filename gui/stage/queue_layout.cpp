#include "gui/stage/layout_parts.h"
#include "gui/stage/words.h"

#include <algorithm>

namespace ipclab::parts {
namespace {

/// The least that a lane needs.
int laneBase(const Metrics& metrics, Density density) {
    const TokenSize size = density == Density::Full      ? TokenSize::Large
                           : density == Density::Compact ? TokenSize::Small
                                                         : TokenSize::Mini;
    return tokenSize(size, metrics).height();
}

/// Walks down the card row by row.
class QueueCard {
public:
    QueueCard(const Metrics& metrics, const World& world, const Queue& queue, QueuePlace& to)
        : m_(metrics), world_(world), queue_(queue), to_(to),
          pad_(metrics.px(to.density == Density::Full ? 14 : 9)), left_(to.card.x() + pad_),
          width_(to.card.width() - 2 * pad_),
          y_(to.card.y() + metrics.px(to.density == Density::Full ? 12 : 6)) {}

    void place(int laneHeight) {
        header();
        gap(12, 6);
        laneRow(laneHeight);
        gap(12, 5);
        fillRow();
        if (to_.density != Density::Tiny) {
            gap(9, 3);
            to_.takes = row(m_.body.height);
        }
        if (!words::queueNote(queue_).isEmpty()) {
            gap(5, 2);
            to_.note = row(m_.small.height);
        }
        gap(12, 6);
        to_.card.setHeight(y_ - to_.card.y());
        to_.port = {to_.card.center().x(), to_.card.y()};
    }

    void placeSlim() {
        to_.title = row(m_.body.height);
        gap(6, 6);
        to_.card.setHeight(y_ - to_.card.y());
        to_.port = {to_.card.center().x(), to_.card.y()};
    }

private:
    QRect row(int height) {
        const QRect to{left_, y_, width_, height};
        y_ += height;
        return to;
    }
    void gap(double full, double less) { y_ += m_.px(to_.density == Density::Full ? full : less); }

    void header() {
        const bool full = to_.density == Density::Full;
        const int height = std::max<int>(m_.px(full ? 30 : 22), m_.heading.height);
        QRect line = row(height);
        // A removed queue has no buttons, but its words stay where they stood beside them.
        const int between = m_.px(full ? 10 : 5);
        const int remove = m_.body.width("IPC_RMID") + m_.px(full ? 22 : 12);
        const int stat = m_.body.width("IPC_STAT") + m_.px(full ? 22 : 12);
        const QRect removes{line.right() + 1 - remove, line.y(), remove, height};
        const QRect stats{removes.x() - between - stat, line.y(), stat, height};
        if (!queue_.removed) {
            to_.remove = removes;
            to_.stat = stats;
        }
        line.setRight(stats.x() - between - 1);
        const int title =
            std::min(m_.heading.width(words::queueTitle(queue_)) + m_.px(2), line.width());
        to_.title = {line.x(), line.y(), title, height};
        const QString meta = words::queueMeta(world_, queue_).front();
        const int left = to_.title.right() + m_.px(12);
        const int room = line.right() - left + 1;
        // Below the title where it would be cut beside it.
        if (to_.density == Density::Tiny || m_.mono.width(meta) <= room) {
            to_.meta = {left, line.y(), std::max(0, room), height};
            return;
        }
        gap(3, 1);
        to_.meta = row(m_.mono.height);
    }

    void laneRow(int laneHeight) {
        if (queue_.removed) {
            const int sentence = m_.body.heightFor(words::queueGone(world_, queue_), width_);
            // It wants no more room than an empty one, so that nothing else moves.
            to_.lane.area = row(std::max(sentence, laneBase(m_, to_.density)));
            to_.lane.height = to_.lane.area.height();
            return;
        }
        QRect area{left_, y_, width_, laneHeight};
        if (to_.density == Density::Full) {
            const int label = std::max(m_.small.width(words::headLabel()[0]),
                                       m_.small.width(words::headLabel()[1]));
            to_.head = {left_, y_, label + m_.px(2), 0};
            area.setLeft(left_ + label + m_.px(10));
        }
        const auto sleepers = words::sleeperLines(world_, queue_);
        const bool box = to_.density == Density::Full && width_ >= m_.px(500);
        int boxHeight = 0;
        if (!sleepers.empty() && box) {
            const int width = boxWidth(sleepers);
            boxHeight = m_.px(16) + static_cast<int>(sleepers.size()) * (m_.small.height + 1);
            to_.sleepers = {left_ + width_ - width, y_, width, boxHeight};
            area.setRight(to_.sleepers.left() - m_.px(14));
        }
        placeLane(area);
        const int height = std::max({to_.lane.height, boxHeight, laneBase(m_, to_.density)});
        center(height);
        y_ += height;
        if (!sleepers.empty() && !box) {
            gap(8, 4);
            to_.sleepersRow = row(m_.small.height + m_.px(6));
        }
    }

    int boxWidth(const std::vector<words::SleeperLine>& lines) const {
        int widest = m_.smallStrong.width(lines.front().text);
        for (const auto& line : lines)
            widest = std::max(widest, m_.small.width(line.text));
        return std::clamp(widest + m_.px(22), m_.px(120), width_ * 2 / 5);
    }

    void placeLane(QRect area) {
        const TokenSize largest = to_.density == Density::Full      ? TokenSize::Large
                                  : to_.density == Density::Compact ? TokenSize::Small
                                                                    : TokenSize::Mini;
        int tail = 0;
        if (to_.density == Density::Full) {
            tail = std::max(m_.small.width(words::tailLabel()[0]),
                            m_.small.width(words::tailLabel()[1])) +
                   m_.px(2);
            area.setRight(area.right() - tail - m_.px(9));
        }
        to_.lane = layOutLane(world_, queue_, area, m_, largest);
        if (tail > 0) {
            const QRect last = lastCell();
            to_.tailLabel = {last.right() + m_.px(9), last.y(), tail, last.height()};
            const QRect first{area.x(), area.y(), 1, tokenSize(to_.lane.size, m_).height()};
            to_.head.setTop(first.y());
            to_.head.setHeight(first.height());
        }
    }

    QRect lastCell() const {
        if (!to_.lane.tail.isNull()) return to_.lane.tail;
        return to_.lane.tokens.empty() ? to_.lane.area : to_.lane.tokens.back().rect;
    }

    /// Lane and box stand in the middle of the row's height.
    void center(int height) {
        const int by = (height - to_.lane.height) / 2;
        for (TokenPlace& token : to_.lane.tokens)
            token.rect.translate(0, by);
        if (!to_.lane.stack.isNull()) to_.lane.stack.translate(0, by);
        if (!to_.lane.tail.isNull()) to_.lane.tail.translate(0, by);
        to_.lane.area = {to_.lane.area.x(), y_, to_.lane.area.width(), height};
        const int label = 2 * m_.small.height;
        for (QRect* rect : {&to_.head, &to_.tailLabel}) {
            if (rect->isNull()) continue;
            rect->translate(0, by);
            *rect = {rect->x(), rect->center().y() - label / 2, rect->width(), label};
            if (rect->top() < y_) rect->moveTop(y_);
        }
        if (!to_.sleepers.isNull()) to_.sleepers.translate(0, (height - to_.sleepers.height()) / 2);
    }

    void fillRow() {
        const QRect line = row(m_.mono.height);
        const int label = to_.density == Density::Tiny
                              ? 0
                              : m_.small.width(QStringLiteral("msg_cbytes")) + m_.px(2);
        if (label > 0) to_.barLabel = {line.x(), line.y(), label, line.height()};
        const int barLeft = label > 0 ? line.x() + label + m_.px(8) : line.x();
        const int most =
            line.right() - barLeft - m_.px(10) - m_.px(to_.density == Density::Full ? 90 : 30);
        int text = 0;
        for (const QString& choice : words::fillTexts(queue_)) {
            text = m_.mono.width(choice) + m_.px(2);
            if (text <= most) break;
        }
        text = std::min(text, std::max(0, most));
        to_.barText = {line.right() + 1 - text, line.y(), text, line.height()};
        const int thick = m_.px(8);
        to_.bar = {barLeft, line.center().y() - thick / 2 + 1,
                   to_.barText.left() - m_.px(10) - barLeft, thick};
    }

    const Metrics& m_;
    const World& world_;
    const Queue& queue_;
    QueuePlace& to_;
    int pad_, left_, width_, y_;
};

} // namespace

QueuePlace placeQueue(const Metrics& metrics, const World& world, ShownObject shown, QPoint at,
                      int width, Density density, int extra) {
    const Queue& queue = world.queues[shown.object.index];
    QueuePlace to;
    to.index = shown.object.index;
    to.id = queue.stat.id;
    to.density = density;
    to.slim = shown.slim;
    to.card = {at, QSize(width, 0)};
    QueueCard card(metrics, world, queue, to);
    if (shown.slim)
        card.placeSlim();
    else
        card.place(laneBase(metrics, density) + extra);
    to.grown = std::max(0, to.lane.height - laneBase(metrics, density));
    return to;
}

} // namespace ipclab::parts
