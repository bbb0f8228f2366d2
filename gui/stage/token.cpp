#include "gui/stage/token.h"

#include "gui/bridge/frame.h"
#include "gui/stage/ink.h"

#include <QPaintDevice>

namespace ipclab {
namespace {

/// More looks than this are forgotten together; a run of unique messages must not fill the memory.
constexpr qsizetype mostSprites = 4000;
constexpr qsizetype shownText = 24;

struct Colours {
    QColor line, ink, disc, discText;
};

Colours coloursOf(const Palette& palette, ProcessId sender) {
    if (sender == outsideSender)
        return {palette.outside, palette.outside, palette.outside, palette.outsideText};
    const int index = colourIndex(sender);
    return {palette.process(index), palette.processInk(index), palette.process(index),
            palette.processText(index)};
}

/// Paints the type at the right of the room; the left edge of what it took.
int disc(Ink& ink, const QRect& room, const Message& message, const Colours& colours) {
    const QString type = QString::number(message.type);
    const int wanted = ink.metrics().disc.width(type) + ink.px(10);
    QRect rect(0, 0, std::clamp(wanted, room.height(), room.width()), room.height());
    rect.moveTopRight(room.topRight());
    ink.box(rect, rect.height() / 2.0, colours.disc, {});
    ink.text(rect.adjusted(ink.px(3), 0, -ink.px(3), 0), type, ink.metrics().disc, colours.discText,
             Qt::AlignCenter);
    return rect.left();
}

void large(Ink& ink, const QRect& r, const World& world, const Message& message,
           const Colours& colours) {
    const int pad = ink.px(8);
    const int round = ink.px(21);
    const QRect top = r.adjusted(pad, ink.px(6), -ink.px(6), 0);
    const int taken = disc(ink, {top.x() + top.width() / 4, top.y(), top.width() * 3 / 4, round},
                           message, colours);
    ink.text({top.x(), top.y(), taken - ink.px(3) - top.x(), ink.metrics().small.height},
             words::tokenHead(world, message), ink.metrics().small, ink.palette().mutedText);
    ink.text({r.x() + pad, r.bottom() - ink.px(9) - ink.metrics().mono.height, r.width() - 2 * pad,
              ink.metrics().mono.height},
             words::tokenText(message), ink.metrics().mono, ink.palette().text);
}

void small(Ink& ink, const QRect& r, const World& world, const Message& message,
           const Colours& colours) {
    const int round = ink.px(18);
    const QRect right(r.x() + r.width() / 3, r.y() + (r.height() - round) / 2,
                      r.width() * 2 / 3 - ink.px(4), round);
    const int taken = disc(ink, right, message, colours);
    const QRect room(r.x() + ink.px(5), r.y(), taken - ink.px(3) - r.x() - ink.px(5), r.height());
    const QString who = words::letter(world, message.sender);
    ink.pieces(room, {{who.left(1) + ' ', &ink.metrics().smallStrong, colours.ink},
                      {words::tokenText(message), &ink.metrics().mono, ink.palette().text}});
}

void mini(Ink& ink, const QRect& r, const World& world, const Message& message,
          const Colours& colours) {
    const int round = r.height() - ink.px(4);
    disc(ink,
         {r.x() + r.width() / 2 - ink.px(4), r.y() + ink.px(2), r.width() / 2 + ink.px(2), round},
         message, colours);
    ink.text(r.adjusted(ink.px(4), 0, -r.width() / 2, 0),
             words::letter(world, message.sender).left(1), ink.metrics().smallStrong, colours.ink);
}

QString keyOf(const Message& message, TokenSize size, bool raised) {
    return QStringLiteral("%1 %2 %3 %4 %5 ")
               .arg(static_cast<int>(size) * 2 + raised)
               .arg(message.sender)
               .arg(message.type)
               .arg(message.size)
               .arg(message.textKnown) +
           QString::fromLatin1(
               message.text.data(),
               std::min<qsizetype>(shownText, static_cast<qsizetype>(message.text.size())));
}

} // namespace

void TokenSprites::draw(QPainter& painter, QPoint at, const World& world, const Message& message,
                        TokenSize size, const Palette& palette, const Metrics& metrics,
                        bool raised) {
    const QString key = keyOf(message, size, raised);
    const int edge = raised ? metrics.px(6) : 0; // room for the shadow
    auto found = sprites_.find(key);
    if (found == sprites_.end()) {
        if (sprites_.size() > mostSprites) sprites_.clear();
        const QSize token = tokenSize(size, metrics);
        const double ratio = painter.device()->devicePixelRatioF();
        QPixmap sprite((token + QSize(2 * edge, 2 * edge)) * ratio);
        sprite.setDevicePixelRatio(ratio);
        sprite.fill(Qt::transparent);
        QPainter on(&sprite);
        Ink ink(on, palette, metrics);
        const QRect r(QPoint(edge, edge), token);
        const Colours colours = coloursOf(palette, message.sender);
        for (int i = edge; i > 0; --i) {
            QColor shade = palette.shadow;
            shade.setAlpha(std::max(1, shade.alpha() / (edge + 1)));
            ink.box(r.adjusted(-i, -i + edge / 2, i, i + edge / 2 - 1), ink.px(6) + i, shade, {});
        }
        const double radius = ink.px(size == TokenSize::Large ? 6 : 4);
        ink.box(r, radius, palette.card, colours.line,
                std::max(1.0, metrics.factor * (size == TokenSize::Large ? 1.8 : 1.3)),
                message.sender == outsideSender ? Qt::DashLine : Qt::SolidLine);
        Message cut = message;
        if (cut.text.size() > static_cast<std::size_t>(shownText))
            cut.text.resize(static_cast<std::size_t>(shownText));
        if (size == TokenSize::Large)
            large(ink, r, world, cut, colours);
        else if (size == TokenSize::Small)
            small(ink, r, world, cut, colours);
        else
            mini(ink, r, world, cut, colours);
        on.end();
        found = sprites_.insert(key, sprite);
    }
    painter.drawPixmap(at - QPoint(edge, edge), *found);
}

void TokenSprites::drawBytes(QPainter& painter, const ByteToken& token, const Palette& palette,
                             const Metrics& metrics) {
    const QString key = QStringLiteral("bytes %1 ").arg(token.writer) + token.text;
    auto found = sprites_.find(key);
    if (found == sprites_.end()) {
        if (sprites_.size() > mostSprites) sprites_.clear();
        const QSize size(metrics.mono.width(token.text) + metrics.px(18),
                         metrics.mono.height + metrics.px(12));
        const double ratio = painter.device()->devicePixelRatioF();
        QPixmap sprite(size * ratio);
        sprite.setDevicePixelRatio(ratio);
        sprite.fill(Qt::transparent);
        QPainter on(&sprite);
        Ink ink(on, palette, metrics);
        const Colours colours = coloursOf(palette, token.writer);
        const QRect r(QPoint(), size);
        ink.box(r, ink.px(6), mixed(palette.card, colours.line, 0.14), colours.line,
                std::max(1.0, metrics.factor * 1.6));
        ink.text(r, token.text, metrics.mono, palette.text, Qt::AlignCenter);
        on.end();
        found = sprites_.insert(key, sprite);
    }
    const QSizeF size = QSizeF(found->deviceIndependentSize());
    if (token.size >= 1) {
        painter.drawPixmap((token.at - QPointF(size.width() / 2, size.height() / 2)).toPoint(),
                           *found);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(token.at);
    painter.scale(token.size, token.size);
    painter.drawPixmap(QPointF(-size.width() / 2, -size.height() / 2), *found);
    painter.restore();
}

} // namespace ipclab
