#include "gui/stage/stage.h"

#include <QKeyEvent>

#include <algorithm>

namespace ipclab {

const SegmentPlace* Stage::segmentOf(const ButtonKey& key) const {
    if (key.object != ObjectKind::Segment) return nullptr;
    for (const SegmentPlace& place : layout_.segments)
        if (!place.slim && place.id == key.id && !frame_.world->segments[place.index].removed)
            return &place;
    return nullptr;
}

void Stage::askOffset(const ButtonKey& key) {
    const SegmentPlace* place = segmentOf(key);
    if (!place) return;
    asked_ = key;
    offset_.ask(place->jump.translated(0, -scroll_.value()));
}

bool Stage::bytesKey(QObject* watched, QEvent* event) {
    const bool pressed = event->type() == QEvent::KeyPress;
    // Page Up and Down step through a lesson elsewhere; on the bytes they are the bytes'.
    if (!pressed && event->type() != QEvent::ShortcutOverride) return false;
    const auto found =
        std::ranges::find_if(buttons_, [&](const auto& each) { return each.second == watched; });
    if (found == buttons_.end() || found->first.action != StageAction::Bytes) return false;
    const SegmentPlace* place = segmentOf(found->first);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (!place || key->modifiers() & ~Qt::KeypadModifier) return false;
    if (!pressed) {
        constexpr Qt::Key own[] = {Qt::Key_Up,   Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown,
                                   Qt::Key_Home, Qt::Key_End,  Qt::Key_Escape};
        if (std::ranges::find(own, key->key()) == std::end(own)) return false;
        event->accept();
        return true;
    }
    if (!memory_.key(*frame_.world, *place, key->key())) return false;
    update();
    return true;
}

} // namespace ipclab
