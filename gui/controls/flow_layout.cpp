#include "gui/controls/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace ipclab {
namespace {

[[nodiscard]] bool expands(const QLayoutItem& item) {
    return item.expandingDirections().testFlag(Qt::Horizontal);
}

/// What an item asks of its line at least.
[[nodiscard]] int asked(const QLayoutItem& item) {
    return expands(item) ? item.minimumSize().width() : item.sizeHint().width();
}

[[nodiscard]] int heightAt(const QLayoutItem& item, int width) {
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

FlowLayout::FlowLayout(QWidget* parent) : FlowLayout(parent, Gaps()) {
}

FlowLayout::FlowLayout(QWidget* parent, Gaps gaps) : QLayout(parent), gaps_(gaps) {
    setContentsMargins(0, 0, 0, 0);
}

void FlowLayout::addItem(QLayoutItem* item) {
    items_.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count()) return nullptr;
    QLayoutItem* taken = items_[static_cast<std::size_t>(index)].release();
    items_.erase(items_.begin() + index);
    return taken;
}

Qt::Orientations FlowLayout::expandingDirections() const {
    const bool any = std::ranges::any_of(
        items_, [](const auto& item) { return !item->isEmpty() && expands(*item); });
    return any ? Qt::Horizontal : Qt::Orientations();
}

std::vector<FlowLayout::Line> FlowLayout::lines(int width) const {
    std::vector<Line> to;
    Line line;
    int used = 0;
    bool filled = false;
    for (int i = 0; i < count(); ++i) {
        const QLayoutItem& item = *items_[static_cast<std::size_t>(i)];
        line.to = i + 1;
        if (item.isEmpty()) continue;
        const int more = asked(item) + (filled ? gaps_.beside : 0);
        if (filled && used + more > width) {
            to.push_back({line.from, i});
            line.from = i;
            used = asked(item);
        } else {
            used += more;
        }
        filled = true;
    }
    if (line.to > line.from) to.push_back(line);
    return to;
}

int FlowLayout::place(const Line& line, const QRect& room, int top, bool moves) const {
    std::vector<QLayoutItem*> shown;
    int left = room.width();
    int growing = 0;
    for (int i = line.from; i < line.to; ++i) {
        QLayoutItem* item = itemAt(i);
        if (item->isEmpty()) continue;
        left -= asked(*item) + (shown.empty() ? 0 : gaps_.beside);
        growing += expands(*item) ? 1 : 0;
        shown.push_back(item);
    }
    std::vector<int> widths;
    int height = 0;
    for (const QLayoutItem* item : shown) {
        int width = asked(*item);
        if (left > 0 && expands(*item)) {
            const int share = left / growing--;
            width += share;
            left -= share;
        }
        width = std::min({width, item->maximumSize().width(),
                          std::max(room.width(), item->minimumSize().width())});
        widths.push_back(width);
        height = std::max(height, heightAt(*item, width));
    }
    if (!moves) return height;
    int x = room.left();
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const int own = std::min(heightAt(*shown[i], widths[i]), height);
        const bool above = shown[i]->alignment().testFlag(Qt::AlignTop);
        const QRect at(x, top + (above ? 0 : (height - own) / 2), widths[i], own);
        // Its place is settled here: with its alignment an item would look for one of its own.
        const Qt::Alignment kept = shown[i]->alignment();
        shown[i]->setAlignment(Qt::Alignment());
        shown[i]->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), room, at));
        shown[i]->setAlignment(kept);
        x += widths[i] + gaps_.beside;
    }
    return height;
}

int FlowLayout::heightForWidth(int width) const {
    const QRect room = QRect(0, 0, width, 0).marginsRemoved(contentsMargins());
    int bottom = 0;
    for (const Line& line : lines(room.width()))
        bottom += place(line, room, 0, false) + (bottom > 0 ? gaps_.below : 0);
    return bottom + contentsMargins().top() + contentsMargins().bottom();
}

QSize FlowLayout::sizeHint() const {
    QSize to(0, 0);
    for (const auto& item : items_) {
        if (item->isEmpty()) continue;
        to.rwidth() += item->sizeHint().width() + (to.width() > 0 ? gaps_.beside : 0);
        to.setHeight(std::max(to.height(), item->sizeHint().height()));
    }
    return to.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
    QSize to(0, 0);
    for (const auto& item : items_)
        if (!item->isEmpty()) to = to.expandedTo(item->minimumSize());
    return to.grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    const QRect room = rect.marginsRemoved(contentsMargins());
    int top = room.top();
    for (const Line& line : lines(room.width()))
        top += place(line, room, top, true) + gaps_.below;
}

QWidget* flowing(QWidget* parent, std::initializer_list<QWidget*> widgets) {
    auto* box = new QWidget(parent);
    auto* flow = new FlowLayout(box);
    for (QWidget* widget : widgets)
        flow->addWidget(widget);
    return box;
}

} // namespace ipclab
