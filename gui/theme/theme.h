// theme: palettes, scale and fonts; the only room in which a colour is written.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

namespace ipclab {

enum class ThemeName { Light, Dark, HighContrast, Desktop };

/// Every colour of the window and the stage. Text on its ground has a contrast of at least 4.5:1.
struct Palette {
    bool dark = false;
    QColor window, panel, sidebar, border, text, mutedText, faintText;
    QColor accent, accentText, accentSoft;         ///< buttons that lead on, selection
    QColor userSpace, kernelSpace, boundary, card, cardBorder, slotOutline;
    QColor codeGround, codeText;                   ///< the live line of C
    QColor error, errorGround, errorBorder;        ///< errno, IPC_RMID, kill
    QColor ready, readyGround, inKernel, inKernelGround, asleep, asleepGround, ended, endedGround;
    QColor pastGround, pastText;                   ///< the mark of an earlier moment
    QColor focus;
    /// Okabe-Ito in order, chosen for contrast on this palette; text on it is processText.
    [[nodiscard]] QColor process(int index) const;
    [[nodiscard]] QColor processText(int index) const;
    QColor processes[8], processTexts[8];
    QColor outside;                                ///< programs that are not the lab's
};

/// One object for the whole window: palette, scale (0.5 to 3.0) and fonts; widgets and stage
/// follow changed(). Given to whoever draws; there is no global one.
class Theme : public QObject {
    Q_OBJECT
public:
    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] const Palette& palette() const { return palette_; }
    [[nodiscard]] ThemeName name() const { return name_; }
    [[nodiscard]] double scale() const { return scale_; }
    /// Logical pixels at the current scale.
    [[nodiscard]] int px(double atScaleOne) const;
    /// The interface font; size in points at scale one.
    [[nodiscard]] QFont font(double size = 10, QFont::Weight weight = QFont::Normal) const;
    /// The fixed-pitch font for code and bytes.
    [[nodiscard]] QFont mono(double size = 10, QFont::Weight weight = QFont::Normal) const;
    /// Whether the desktop asks for reduced motion.
    [[nodiscard]] bool reducedMotion() const;

    void setName(ThemeName name);
    void setScale(double scale); ///< clamped to 0.5 … 3.0
    /// Style sheet and QPalette for the whole application, from the palette and scale.
    [[nodiscard]] QString styleSheet() const;

signals:
    void changed();

private:
    Palette palette_;
    ThemeName name_ = ThemeName::Light;
    double scale_ = 1.0;
};

} // namespace ipclab
