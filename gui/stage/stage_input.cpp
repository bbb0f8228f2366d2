#include "gui/stage/stage.h"
#include "gui/stage/words.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>

#include <set>

namespace ipclab {

StageButton& Stage::button(const ButtonKey& key) {
    auto& found = buttons_[key];
    if (!found) {
        found = new StageButton(key.kind, this);
        found->installEventFilter(this);
        connect(found, &StageButton::clicked, this, [this, key] { pressed(key); });
    }
    return *found;
}

void Stage::pressed(const ButtonKey& key) {
    using Kind = StageButton::Kind;
    switch (key.kind) {
    case Kind::Plain:
        emit statRequested(key.id);
        return;
    case Kind::Danger:
        emit removeRequested(key.id);
        return;
    case Kind::Small:
        emit killRequested(static_cast<ProcessId>(key.id));
        return;
    case Kind::Select:
        break;
    }
    if (key.ofQueue)
        emit queueClicked(key.id);
    else
        emit processClicked(static_cast<ProcessId>(key.id));
}

/// Tab follows the eye: each process, then each queue, in the order of the layout.
void Stage::placeButtons() {
    using Kind = StageButton::Kind;
    std::set<ButtonKey> kept;
    QWidget* previous = nullptr;
    const auto put = [&](const ButtonKey& key, const QRect& place, const QString& text,
                         const QString& name) {
        if (place.isNull()) return;
        StageButton& to = button(key);
        kept.insert(key);
        to.setText(text);
        to.setAccessibleName(name);
        to.setLook(theme_.palette(), metrics_);
        to.setGeometry(place.translated(0, -scroll_.value()));
        to.show();
        if (previous) setTabOrder(previous, &to);
        previous = &to;
    };
    for (const ProcessPlace& place : layout_.processes) {
        const Process& process = *frame_.world->process(place.id);
        const QString letter = words::text(process.letter);
        put({Kind::Select, false, place.id}, place.letter, {},
            tr("Process %1 %2, %3")
                .arg(letter, words::text(process.label), words::state(process, frame_.nowNs)));
        put({Kind::Small, false, place.id}, place.kill, words::kill(),
            tr("Kill process %1").arg(letter));
    }
    for (const QueuePlace& place : layout_.queues) {
        if (place.slim || frame_.world->queues[place.index].removed) continue;
        put({Kind::Select, true, place.id}, place.title, {},
            tr("Message queue id %1").arg(place.id));
        put({Kind::Plain, true, place.id}, place.stat, QStringLiteral("IPC_STAT"),
            tr("IPC_STAT of queue id %1").arg(place.id));
        put({Kind::Danger, true, place.id}, place.remove, QStringLiteral("IPC_RMID"),
            tr("IPC_RMID: remove queue id %1").arg(place.id));
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
    for (const PaintedText& text : stillTexts_)
        if (text.elided && text.room.contains(content)) return text.full;
    for (const ProcessPlace& place : layout_.processes)
        if (place.density != Density::Full && place.card.contains(content)) {
            const Process& process = *frame_.world->process(place.id);
            QStringList lines{words::under(process)};
            for (const words::Buffer& buffer : words::buffers(process))
                lines << buffer.name + ' ' + buffer.type + ' ' + buffer.value;
            return lines.join('\n');
        }
    return {};
}

void Stage::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const QPoint at = toContent(event->pos());
    for (const ProcessPlace& place : layout_.processes)
        if (place.card.contains(at)) return emit processClicked(place.id);
    for (const QueuePlace& place : layout_.queues)
        if (place.card.contains(at) && !frame_.world->queues[place.index].removed)
            return emit queueClicked(place.id);
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
    if (!scroll_.isVisible() || event->modifiers() & Qt::ControlModifier) return event->ignore();
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
