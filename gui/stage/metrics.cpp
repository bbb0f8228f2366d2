#include "gui/stage/metrics.h"

#include <cmath>

namespace ipclab {
namespace {

Type typeOf(QFont font) {
    LineHeight height(font);
    return {std::move(font), std::move(height)};
}

} // namespace

int Type::width(const QString& text) const {
    return QFontMetrics(font).horizontalAdvance(text);
}

int Type::heightFor(const QString& text, int width) const {
    constexpr int flags = Qt::AlignLeft | Qt::TextWordWrap;
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 1 << 20), flags, text).height();
}

int Metrics::px(double atScaleOne) const {
    return static_cast<int>(std::lround(atScaleOne * factor));
}

Metrics metricsOf(const Theme& theme, double enlarged, bool lecture) {
    const auto sans = [&](double size, QFont::Weight weight = QFont::Normal) {
        return typeOf(theme.font(size * enlarged, weight));
    };
    const auto fixed = [&](double size, QFont::Weight weight = QFont::Normal) {
        return typeOf(theme.mono(size * enlarged, weight));
    };
    Metrics to;
    to.factor = theme.px(1000) / 1000.0 * enlarged;
    to.title = sans(10, QFont::DemiBold);
    to.heading = sans(10.75, QFont::Bold);
    to.body = sans(9.5);
    to.strong = sans(9.5, QFont::Bold);
    to.small = sans(8.5);
    to.smallStrong = sans(8.5, QFont::DemiBold);
    QFont section = theme.font(8.25 * enlarged, QFont::DemiBold);
    section.setLetterSpacing(QFont::AbsoluteSpacing, to.factor * 1.0);
    to.section = typeOf(section);
    to.mono = fixed(9);
    to.monoStrong = fixed(9, QFont::Bold);
    to.call = fixed(8.5);
    to.disc = sans(9, QFont::Bold);
    to.sentence = lecture ? sans(13) : sans(9.5);
    return to;
}

} // namespace ipclab
