// How the timeline is used: buttons, wheel, mouse and keys.
#include "gui/timeline/timeline.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

constexpr double zoomStep = 1.5;

} // namespace

void Timeline::makeActions() {
    const auto add = [this](const QString& text, const QKeySequence& key, auto function) {
        auto* action = new QAction(text, this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, function);
        addAction(action);
        return action;
    };
    const auto middle = [this] { return (viewport()->width() + view_.labelWidth) / 2; };
    auto* in = add(tr("Zoom in"), QKeySequence(Qt::Key_Plus),
                   [this, middle] { zoom(zoomStep, middle()); });
    in->setShortcuts({QKeySequence(Qt::Key_Plus), QKeySequence(Qt::Key_Equal)});
    add(tr("Zoom out"), QKeySequence(Qt::Key_Minus),
        [this, middle] { zoom(1 / zoomStep, middle()); });
    add(tr("Show all"), QKeySequence(Qt::Key_A), [this] { showAll(); });
    add(tr("Follow the newest"), QKeySequence(Qt::Key_End), [this] { follow(); });
    foldAction_ = add(tr("Fold idle gaps"), QKeySequence(Qt::Key_F),
                      [this](bool checked) { setFolded(checked); });
    foldAction_->setCheckable(true);
}

void Timeline::makeButtons() {
    const QStringList faces = {QStringLiteral("+"), QStringLiteral("−"), QStringLiteral("↔"),
                               QStringLiteral("⇥"), QStringLiteral("⋯")};
    for (int i = 0; i < faces.size(); ++i) {
        QAction* action = actions().at(i);
        auto* button = new QToolButton(this);
        button->setText(faces[i]);
        button->setCheckable(action->isCheckable());
        button->setProperty("role", QStringLiteral("flat"));
        button->setAccessibleName(action->text());
        button->setToolTip(QStringLiteral("%1 (%2)").arg(
            action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::toggled, button, &QToolButton::setChecked);
        buttons_ << button;
    }
}

void Timeline::layOut() {
    int x = theme_.px(6);
    for (QToolButton* button : buttons_) {
        button->setFont(theme_.font(9));
        button->setStyleSheet(QStringLiteral("padding:0;min-height:0"));
        button->setGeometry(x, theme_.px(1), theme_.px(27), view_.axisHeight - theme_.px(2));
        button->raise();
        x += theme_.px(27);
    }
}

void Timeline::wheelEvent(QWheelEvent* event) {
    const double turned =
        event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (event->modifiers() & Qt::ControlModifier) {
        zoom(std::pow(zoomStep, turned / 120), event->position().toPoint().x());
    } else if ((event->modifiers() & Qt::ShiftModifier) || event->angleDelta().x() != 0 ||
               verticalScrollBar()->maximum() == 0) {
        pan(static_cast<std::int64_t>(-turned * view_.nsPerPixel));
    } else {
        QAbstractScrollArea::wheelEvent(event);
    }
    event->accept();
}

const BlockPlace* Timeline::placeAt(QPoint point) const {
    const BlockPlace* found = nullptr;
    for (const BlockPlace& place : places_) {
        if (place.rect.adjusted(-2, 0, 2, 0).contains(point)) found = &place;
    }
    return point.x() < view_.labelWidth ? nullptr : found;
}

const Block* Timeline::blockAt(QPoint point) const {
    const BlockPlace* place = placeAt(point);
    if (!place || place->lane >= lanes_.processes().size()) return nullptr;
    const auto& blocks = lanes_.processes()[place->lane].blocks;
    return place->block < blocks.size() ? &blocks[place->block] : nullptr;
}

void Timeline::mousePressEvent(QMouseEvent* event) {
    pressed_ = event->pos();
    dragged_ = false;
}

void Timeline::mouseMoveEvent(QMouseEvent* event) {
    viewport()->setCursor(placeAt(event->pos()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!(event->buttons() & Qt::LeftButton)) return;
    const int moved = event->pos().x() - pressed_.x();
    constexpr int least = 4;
    if (!dragged_ && std::abs(moved) < least) return;
    dragged_ = true;
    pressed_ = event->pos();
    pan(static_cast<std::int64_t>(-moved * view_.nsPerPixel));
}

void Timeline::mouseReleaseEvent(QMouseEvent* event) {
    if (dragged_ || event->button() != Qt::LeftButton) return;
    const Block* block = blockAt(event->pos());
    view_.selected = block ? block->position : 0;
    viewport()->update();
    if (block) emit positionRequested(block->position);
}

void Timeline::choose(int step) {
    std::uint64_t best = 0;
    const std::uint64_t from = view_.selected;
    for (const ProcessLane& lane : lanes_.processes()) {
        for (const Block& block : lane.blocks) {
            const bool later = block.position > from;
            const bool fits = step > 0 ? later : from == 0 || block.position < from;
            const bool nearer =
                best == 0 || (step > 0 ? block.position < best : block.position > best);
            if (fits && nearer) best = block.position;
        }
    }
    if (best == 0) return;
    view_.selected = best;
    viewport()->update();
    emit positionRequested(best);
}

void Timeline::keyPressEvent(QKeyEvent* event) {
    const std::int64_t tenth = shownNs() / 10;
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        return control ? choose(-1) : pan(-tenth);
    case Qt::Key_Right:
        return control ? choose(1) : pan(tenth);
    case Qt::Key_Home:
        return moveTo(axis_.toAxis(lanes_.startNs()));
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void Timeline::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addActions(actions());
    menu.exec(event->globalPos());
}

bool Timeline::viewportEvent(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const BlockPlace* place = placeAt(help->pos());
    const Block* block = blockAt(help->pos());
    if (!place || !block) {
        QToolTip::hideText();
        return true;
    }
    const QString story =
        blockStory(*block, lanes_.processes()[place->lane].letter, lanes_.startNs(), view_.nowNs);
    // Plain text: what a message holds is never taken for markup.
    QToolTip::showText(
        help->globalPos(),
        QStringLiteral("<span style='white-space:pre-wrap'>%1</span>").arg(story.toHtmlEscaped()),
        viewport());
    return true;
}

} // namespace ipclab
