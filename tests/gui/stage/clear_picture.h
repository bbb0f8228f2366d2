// What every picture of the stage has to keep: no text is cut off or lies on another, no card on
// another.
#pragma once

#include "gui/stage/stage.h"

#include <QTest>

namespace ipclab {

inline void nothingClipped(const Stage& stage) {
    const QRect all(QPoint(), stage.layoutNow().size);
    const auto texts = stage.paintedTexts();
    QVERIFY(!texts.empty());
    for (const PaintedText& text : texts) {
        const auto say = [&](const char* what) {
            return QString("%1: \"%2\" %3,%4 %5x%6")
                .arg(what, text.full)
                .arg(text.box.x())
                .arg(text.box.y())
                .arg(text.box.width())
                .arg(text.box.height())
                .toUtf8();
        };
        QVERIFY2(all.contains(text.box), say("outside the stage"));
        if (!text.card.isNull()) QVERIFY2(text.card.contains(text.box), say("outside its card"));
        QVERIFY2(text.box.width() <= text.room.width() + 1, say("wider than its room"));
        for (const PaintedText& other : texts)
            if (&other != &text && other.card == text.card)
                QVERIFY2(!other.box.intersects(text.box),
                         say(("on top of " + other.full.toUtf8()).constData()));
    }
}

inline void nothingOverlaps(const StageLayout& layout) {
    std::vector<QRect> cards;
    for (const auto& place : layout.processes)
        cards.push_back(place.card);
    for (const auto& [object, slim] : layout.objects)
        cards.push_back(layout.object(object)->card);
    if (!layout.sentence.isNull()) cards.push_back(layout.sentence);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        QVERIFY(QRect(QPoint(), layout.size).contains(cards[i]));
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY(!cards[i].intersects(cards[j]));
    }
    for (const auto& place : layout.processes)
        QVERIFY(layout.user.contains(place.card));
    for (const auto& [object, slim] : layout.objects)
        QVERIFY(layout.kernel.contains(layout.object(object)->card));
    for (const auto& place : layout.queues) {
        for (const auto& token : place.lane.tokens)
            QVERIFY(place.card.contains(token.rect));
    }
}

} // namespace ipclab
