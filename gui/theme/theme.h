// theme: palettes, scale and fonts; the only room in which a colour is written.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

class QApplication;

namespace ipclab {

enum class ThemeName { Light, Dark, HighContrast, Desktop };

/// Every colour of the window and the stage. Text on its ground has a contrast of at least 4.5:1:
/// text, mutedText and faintText on every plain ground; the others on the ground of their name.
struct Palette {
    bool dark = false;
    QColor window, panel, sidebar, border, text, mutedText, faintText;
    QColor accent, accentText; ///< buttons that lead on; accentText stands on accent
    QColor accentSoft;         ///< selection, under `link` or `text`
    QColor link;               ///< a link, or selected text on accentSoft
    QColor field;              ///< ground of inputs
    QColor hover;              ///< ground of a button or row under the pointer
    QColor userSpace, kernelSpace, boundary, boundaryGap, card, cardBorder, slotOutline;
    QColor codeGround, codeText;            ///< the live line of C
    QColor error, errorGround, errorBorder; ///< errno, IPC_RMID, kill; error also on card
    QColor ready, readyGround, inKernel, inKernelGround, asleep, asleepGround, ended, endedGround;
    QColor pastGround, pastText; ///< the mark of an earlier moment
    QColor focus;
    QColor shadow; ///< translucent
    /// Okabe-Ito in order, chosen for contrast on this palette; text on it is processText.
    [[nodiscard]] QColor process(int index) const;
    [[nodiscard]] QColor processText(int index) const;
    /// The same hue as text: on card, panel, userSpace and kernelSpace.
    [[nodiscard]] QColor processInk(int index) const;
    QColor processes[8], processTexts[8], processInks[8];
    QColor outside;     ///< programs that are not the lab's; as text, disc or outline
    QColor outsideText; ///< on `outside`
};

/// One of the written palettes; Desktop is light or dark as the given desktop palette is, with
/// its highlight as accent where that is readable.
[[nodiscard]] Palette makePalette(ThemeName name, const QPalette& desktop = {});

/// Relative contrast of two opaque colours, 1 to 21 (WCAG 2.1).
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// `part` of `over` laid on `ground`: a tint that stays inside the palette.
[[nodiscard]] QColor mixed(const QColor& ground, const QColor& over, double part);

/// One object for the whole window: palette, scale (0.5 to 3.0) and fonts; widgets and stage
/// follow changed(). Given to whoever draws; there is no global one.
///
/// The style sheet knows these values of the dynamic property "role":
/// QPushButton/QToolButton: primary, danger, segment, flat, link;
/// QLabel: title, heading, section, muted, faint, error, code, sentence, pill;
/// QFrame/QWidget: card, panel, sidebar, errorCard, asleepCard, code, bar.
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
    [[nodiscard]] bool reducedMotion() const { return reducedMotion_; }

    void setName(ThemeName name);
    void setScale(double scale); ///< clamped to 0.5 … 3.0
    /// What the desktop's palette is now. Changes something where the theme is the desktop's.
    void setDesktop(const QPalette& desktop);
    /// Style sheet for the whole application, from the palette and scale.
    [[nodiscard]] QString styleSheet() const;
    /// The same colours for whatever the style sheet does not reach.
    [[nodiscard]] QPalette widgetPalette() const;
    /// Sets style, palette, font and style sheet of the application, now and at each change, also
    /// when the desktop takes another palette while the application runs.
    void applyTo(QApplication& application);

signals:
    void changed();

protected:
    /// Hears of the desktop's changes: its windows are told.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void readDesktop();

    QPalette desktop_;     ///< as the desktop gave it last
    bool reading_ = false; ///< the desktop's palette, for which the application's is put away
    ThemeName name_ = ThemeName::Light;
    Palette palette_;
    double scale_ = 1.0;
    double desktopScale_ = 1.0; ///< the desktop's own text size, in quarters
    bool reducedMotion_ = false;
};

} // namespace ipclab
