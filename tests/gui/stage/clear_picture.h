// What every picture of the stage has to keep: no text is cut off or lies on another, no card on
// another.
#pragma once

#include "gui/stage/stage.h"

#include <QHash>
#include <QImage>
#include <QTest>

#include <algorithm>

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

/// Every text has a contrast of 4.5:1 to what it stands on: of its pixels, the one that differs
/// most from those around the letters.
inline void wordsCanBeRead(Stage& stage) {
    const QImage seen = stage.grab().toImage();
    for (const PaintedText& text : stage.paintedTexts()) {
        const QRect box = text.box.translated(0, -stage.scrolled());
        if (!seen.rect().contains(box)) continue;
        QHash<QRgb, int> colours;
        for (int x = box.left(); x <= box.right(); ++x)
            for (int y = box.top(); y <= box.bottom(); ++y)
                ++colours[seen.pixel(x, y)];
        QRgb ground = 0;
        for (auto each = colours.cbegin(); each != colours.cend(); ++each)
            if (each.value() > colours.value(ground)) ground = each.key();
        double most = 0;
        for (auto each = colours.cbegin(); each != colours.cend(); ++each)
            most = std::max(most, contrast(QColor::fromRgb(each.key()), QColor::fromRgb(ground)));
        QVERIFY2(most >= 4.5,
                 qPrintable(QString("%1:1: \"%2\"").arg(most, 0, 'f', 1).arg(text.full)));
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
