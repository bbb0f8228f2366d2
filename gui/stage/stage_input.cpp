#include "gui/stage/pipe_words.h"
#include "gui/stage/stage.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <set>

namespace ipclab {

namespace {

StageButton::Kind kindOf(StageAction action) {
    switch (action) {
    case StageAction::SelectProcess:
    case StageAction::SelectObject:
    case StageAction::Bytes:
        return StageButton::Kind::Select;
    case StageAction::Kill:
        return StageButton::Kind::Small;
    case StageAction::Close:
        return StageButton::Kind::Close;
    case StageAction::Stat:
        return StageButton::Kind::Plain;
    case StageAction::Offset:
        return StageButton::Kind::Quiet;
    case StageAction::Remove:
        return StageButton::Kind::Danger;
    }
    return StageButton::Kind::Plain;
}

} // namespace

StageButton& Stage::button(const ButtonKey& key) {
    auto& found = buttons_[key];
    if (!found) {
        found = new StageButton(kindOf(key.action), this);
        found->installEventFilter(this);
        connect(found, &StageButton::clicked, this, [this, key] { pressed(key); });
    }
    return *found;
}

void Stage::pressed(const ButtonKey& key) {
    const auto process = static_cast<ProcessId>(key.id);
    switch (key.action) {
    case StageAction::SelectProcess:
        return emit processClicked(process);
    case StageAction::Kill:
        return emit killRequested(process);
    case StageAction::Close:
        return emit closeRequested(process, key.descriptor);
    case StageAction::Offset:
        return askOffset(key);
    case StageAction::Bytes:
    case StageAction::SelectObject:
        return emit objectClicked(key.object, key.id);
    case StageAction::Stat:
        return emit statRequested(key.object, key.id);
    case StageAction::Remove:
        return emit removeRequested(key.object, key.id);
    }
}

void Stage::placeButtons() {
    std::set<ButtonKey> kept;
    QWidget* previous = nullptr;
    for (const ButtonSpec& spec : buttonsOf(frame_, layout_)) {
        const bool ofProcess = spec.key.action == StageAction::SelectProcess ||
                               spec.key.action == StageAction::Kill ||
                               spec.key.action == StageAction::Close;
        if (ofProcess && director_.arriving(static_cast<ProcessId>(spec.key.id))) continue;
        StageButton& to = button(spec.key);
        kept.insert(spec.key);
        to.setText(spec.text);
        to.setAccessibleName(spec.name);
        to.setToolTip(spec.tip);
        to.setLook(theme_.palette(), metrics_);
        to.setGeometry(spec.place.translated(0, -scroll_.value()));
        to.show();
        if (previous) setTabOrder(previous, &to);
        previous = &to;
    }
    std::erase_if(buttons_, [&](const auto& each) {
        if (kept.contains(each.first)) return false;
        each.second->hide();
        each.second->deleteLater(); // it may be the one whose click brought us here
        return true;
    });
    if (previous && sentence_.isVisibleTo(this)) setTabOrder(previous, &sentence_);
}

/// What gets the focus is scrolled into sight.
bool Stage::eventFilter(QObject* watched, QEvent* event) {
    if (bytesKey(watched, event)) return true;
    if (event->type() == QEvent::FocusIn && scroll_.isVisible()) {
        const QRect place = static_cast<QWidget*>(watched)->geometry();
        const int edge = metrics_.px(40);
        if (place.top() < edge)
            scroll_.setValue(scroll_.value() + place.top() - edge);
        else if (place.bottom() > height() - edge)
            scroll_.setValue(scroll_.value() + place.bottom() - height() + edge);
    }
    return QWidget::eventFilter(watched, event);
}

const Message* Stage::messageAt(QPoint content) const {
    for (const QueuePlace& place : layout_.queues)
        for (const TokenPlace& token : place.lane.tokens)
            if (token.rect.contains(content))
                return &frame_.world->queues[place.index].messages[token.index];
    return nullptr;
}

QString Stage::tipAt(QPoint content) const {
    if (const Message* message = messageAt(content))
        return words::tokenTip(*frame_.world, *message);
    if (const QString tip = memory_.tipAt(*frame_.world, layout_, content, nowNs()); !tip.isEmpty())
        return tip;
    for (const PaintedText& text : stillTexts_)
        if (text.elided && text.room.contains(content)) return text.full;
    for (const PipePlace& place : layout_.pipes)
        for (const TubeCell& cell : place.cells)
            if (cell.rect.contains(content))
                return words::pageTip(*frame_.world, frame_.world->pipes[place.index], cell.first,
                                      cell.count);
    for (const ProcessPlace& place : layout_.processes)
        if (place.density != Density::Full && place.card.contains(content)) {
            const Process& process = *frame_.world->process(place.id);
            QStringList lines{words::under(*frame_.world, process).front()};
            for (const words::Buffer& buffer : words::buffers(process))
                lines << buffer.name + ' ' + buffer.type + ' ' + buffer.value;
            return lines.join('\n');
        }
    return {};
}

void Stage::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPoint at = toContent(event->pos());
    if (memory_.press(*frame_.world, layout_, at)) return update();
    for (const ProcessPlace& place : layout_.processes)
        if (place.card.contains(at)) return emit processClicked(place.id);
    for (const auto& [object, slim] : layout_.objects)
        if (const ObjectPlace* place = layout_.object(object);
            place->card.contains(at) && !removed(*frame_.world, object))
            return emit objectClicked(object.kind, place->id);
}

void Stage::mouseMoveEvent(QMouseEvent* event) {
    const Message* message = messageAt(toContent(event->pos()));
    const quint64 serial = message ? message->serial : 0;
    if (serial == hovered_) return;
    hovered_ = serial;
    emit messageHovered(serial);
    update();
}

void Stage::leaveEvent(QEvent*) {
    if (hovered_ == 0) return;
    hovered_ = 0;
    emit messageHovered(0);
    update();
}

void Stage::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier) return event->ignore();
    const int rows = -event->angleDelta().y() * 3 / 120;
    if (memory_.wheel(*frame_.world, layout_, toContent(event->position().toPoint()), rows)) {
        update();
        return event->accept();
    }
    if (!scroll_.isVisible()) return event->ignore();
    scroll_.setValue(scroll_.value() - event->angleDelta().y() * metrics_.px(60) / 120);
    event->accept();
}

bool Stage::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = tipAt(toContent(help->pos()));
    // Plain text: what a message holds is never taken for markup.
    if (tip.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(
            help->globalPos(),
            QStringLiteral("<span style='white-space:pre-wrap'>%1</span>").arg(tip.toHtmlEscaped()),
            this);
    return true;
}

void Stage::resizeEvent(QResizeEvent*) {
    if (lecture_)
        restyle();
    else
        relayout(false);
}

void Stage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) relayout(false);
    QWidget::changeEvent(event);
}

} // namespace ipclab
