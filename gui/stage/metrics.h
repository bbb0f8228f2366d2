// stage: what the kernel did, drawn: layout, items, director (event to motion) and the clock.
#pragma once

#include "gui/theme/theme.h"

#include <QFont>
#include <QFontMetrics>

#include <utility>

namespace ipclab {

/// The height of one line of a font, measured when it is first asked for: fontconfig takes longest
/// of all that the first picture needs, and not every font of the stage is in it.
class LineHeight {
public:
    LineHeight() = default;
    explicit LineHeight(const QFont& font) : font_(font) {}
    operator int() const {
        if (height_ < 0) height_ = QFontMetrics(font_).height();
        return height_;
    }

private:
    QFont font_;
    mutable int height_ = -1;
};

/// A font with the heights that the layout needs.
struct Type {
    QFont font;
    LineHeight height;
    [[nodiscard]] int width(const QString& text) const;
    /// The height of a text that is broken into lines of at most a width.
    [[nodiscard]] int heightFor(const QString& text, int width) const;
};

/// Every size of the stage at the theme's scale; in lecture mode all of them grow.
struct Metrics {
    double factor = 1.0; ///< theme scale times lecture enlargement
    Type title, heading, body, strong, small, smallStrong, section, mono, monoStrong, call, disc;
    Type sentence; ///< the why-box, or the sentence of lecture mode

    [[nodiscard]] int px(double atScaleOne) const;
};

/// `enlarged` is 1 in the window and up to about 1.6 in lecture mode.
[[nodiscard]] Metrics metricsOf(const Theme& theme, double enlarged, bool lecture);

} // namespace ipclab
