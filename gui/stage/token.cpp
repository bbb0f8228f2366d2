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

QString discText(const Message& message) {
    return QString::number(message.type);
}

int discWidth(const Metrics& metrics, const Message& message, int height) {
    return std::max(height, metrics.disc.width(discText(message)) + metrics.px(10));
}

/// Paints the type at the right of the room; the left edge of what it took.
int disc(Ink& ink, const QRect& room, const Message& message, const Colours& colours) {
    const int wanted = discWidth(ink.metrics(), message, room.height());
    QRect rect(0, 0, std::min(wanted, room.width()), room.height());
    rect.moveTopRight(room.topRight());
    ink.box(rect, rect.height() / 2.0, colours.disc, {});
    ink.text(rect.adjusted(ink.px(2), 0, -ink.px(2), 0), discText(message), ink.metrics().disc,
             colours.discText, Qt::AlignCenter);
    return rect.left();
}

/// The message's text; of a long one its beginning, no letter of it cut in two.
QString shownOf(const Message& message) {
    if (message.text.size() <= static_cast<std::size_t>(shownText) || !message.textKnown)
        return words::tokenText(message);
    std::size_t bytes = static_cast<std::size_t>(shownText);
    while (bytes > 0 && (static_cast<unsigned char>(message.text[bytes]) & 0xc0U) == 0x80)
        --bytes;
    const QString quoted = words::literal(std::string_view(message.text).substr(0, bytes));
    return quoted.chopped(1) + QStringLiteral("…\"");
}

constexpr int largeDisc = 21, smallDisc = 18, miniEdge = 4;

/// The width of what a mini token says of its message, beside the type.
int miniText(const World& world, const Message& message, const Metrics& metrics) {
    const QString who = words::letter(world, message.sender).left(1);
    return metrics.smallStrong.width(who + ' ') + metrics.small.width(shownOf(message)) +
           metrics.px(3);
}

void large(Ink& ink, const QRect& r, const World& world, const Message& message,
           const Colours& colours) {
    const int pad = ink.px(8);
    const int round = ink.px(largeDisc);
    const QRect top = r.adjusted(pad, ink.px(6), -ink.px(6), 0);
    const int taken = disc(ink, {top.x() + top.width() / 4, top.y(), top.width() * 3 / 4, round},
                           message, colours);
    ink.text({top.x(), top.y(), taken - ink.px(3) - top.x(), ink.metrics().small.height},
             words::tokenHead(world, message), ink.metrics().small, ink.palette().mutedText);
    ink.text({r.x() + pad, r.bottom() - ink.px(9) - ink.metrics().mono.height, r.width() - 2 * pad,
              ink.metrics().mono.height},
             shownOf(message), ink.metrics().mono, ink.palette().text);
}

void small(Ink& ink, const QRect& r, const World& world, const Message& message,
           const Colours& colours) {
    const int round = ink.px(smallDisc);
    const QRect right(r.x() + r.width() / 3, r.y() + (r.height() - round) / 2,
                      r.width() * 2 / 3 - ink.px(4), round);
    const int taken = disc(ink, right, message, colours);
    const QRect room(r.x() + ink.px(5), r.y(), taken - ink.px(3) - r.x() - ink.px(5), r.height());
    const QString who = words::letter(world, message.sender);
    ink.pieces(room, {{who.left(1) + ' ', &ink.metrics().smallStrong, colours.ink},
                      {shownOf(message), &ink.metrics().mono, ink.palette().text}});
}

void mini(Ink& ink, const QRect& r, const World& world, const Message& message,
          const Colours& colours) {
    const QString who = words::letter(world, message.sender).left(1);
    const int edge = ink.px(3), end = ink.px(2);
    const int most = r.width() - edge - ink.metrics().smallStrong.width(who) - end;
    const int taken = disc(ink,
                           {r.right() + 1 - end - most, r.y() + ink.px(miniEdge) / 2, most,
                            r.height() - ink.px(miniEdge)},
                           message, colours);
    const QRect room(r.x() + edge, r.y(), taken - r.x() - edge, r.height());
    // Its text where the lane had room for the whole of it.
    if (room.width() >= miniText(world, message, ink.metrics()))
        return ink.pieces(room, {{who + ' ', &ink.metrics().smallStrong, colours.ink},
                                 {shownOf(message), &ink.metrics().small, ink.palette().text}});
    ink.text(room, who, ink.metrics().smallStrong, colours.ink);
}

QString keyOf(const Message& message, TokenSize size, QSize box, bool raised) {
    return QStringLiteral("%1 %2 %3 %4 %5 %6 ")
               .arg(static_cast<int>(size) * 2 + raised)
               .arg(box.width())
               .arg(message.sender)
               .arg(message.type)
               .arg(message.size)
               .arg(message.textKnown) +
           QString::fromLatin1(
               message.text.data(),
               std::min<qsizetype>(shownText, static_cast<qsizetype>(message.text.size())));
}

} // namespace

QSize wholeToken(const World& world, const Message& message, TokenSize size, const Metrics& metrics,
                 bool text) {
    const QSize least = tokenSize(size, metrics);
    const QString who = words::letter(world, message.sender).left(1);
    int wanted = 0, most = metrics.px(160);
    switch (size) {
    case TokenSize::Large:
        wanted =
            std::max(metrics.mono.width(shownOf(message)) + 2 * metrics.px(8),
                     metrics.px(8 + 3 + 6) + metrics.small.width(words::tokenHead(world, message)) +
                         discWidth(metrics, message, metrics.px(largeDisc)));
        break;
    case TokenSize::Small:
        wanted = metrics.px(5 + 3 + 4) + metrics.smallStrong.width(who + ' ') +
                 metrics.mono.width(shownOf(message)) +
                 discWidth(metrics, message, metrics.px(smallDisc)) + metrics.px(2);
        break;
    case TokenSize::Mini:
        wanted = metrics.px(3 + 2) +
                 (text ? miniText(world, message, metrics) : metrics.smallStrong.width(who)) +
                 discWidth(metrics, message, least.height() - metrics.px(miniEdge));
        most = metrics.px(text ? 130 : 80);
        break;
    }
    return {std::clamp(wanted, least.width(), std::max(least.width(), most)), least.height()};
}

void TokenSprites::draw(QPainter& painter, QPoint at, const World& world, const Message& message,
                        TokenSize size, QSize box, const Palette& palette, const Metrics& metrics,
                        bool raised) {
    const QString key = keyOf(message, size, box, raised);
    const int edge = raised ? metrics.px(6) : 0; // room for the shadow
    auto found = sprites_.find(key);
    if (found == sprites_.end()) {
        if (sprites_.size() > mostSprites) sprites_.clear();
        const double ratio = painter.device()->devicePixelRatioF();
        QPixmap sprite((box + QSize(2 * edge, 2 * edge)) * ratio);
        sprite.setDevicePixelRatio(ratio);
        sprite.fill(Qt::transparent);
        QPainter on(&sprite);
        Ink ink(on, palette, metrics);
        const QRect r(QPoint(edge, edge), box);
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
        if (size == TokenSize::Large)
            large(ink, r, world, message, colours);
        else if (size == TokenSize::Small)
            small(ink, r, world, message, colours);
        else
            mini(ink, r, world, message, colours);
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
