#include "gui/theme/theme.h"

#include "gui/theme/desktop.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QScreen>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

double screenScale() {
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (!screen) return 1.0;
    return std::max(1.0, std::round(screen->logicalDotsPerInch() / 96.0 * 4.0) / 4.0);
}

/// The families in their order, but the first that is installed in front: for one that is not, Qt
/// asks fontconfig for whatever is near it, at each size and weight anew, and a style sheet, which
/// names one family alone, would show that.
QStringList installedFirst(QStringList families) {
    const QStringList installed = QFontDatabase::families();
    const auto first = std::ranges::find_if(
        families, [&](const QString& family) { return installed.contains(family); });
    if (first != families.end()) std::rotate(families.begin(), first, first + 1);
    return families;
}

/// Sized in pixels, so that text and the boxes around it grow by the same factor.
QFont sized(const QStringList& families, double points, double scale, QFont::Weight weight) {
    QFont font;
    font.setFamilies(families);
    font.setPixelSize(std::max(6, static_cast<int>(std::lround(points * 96.0 / 72.0 * scale))));
    font.setWeight(weight);
    return font;
}

} // namespace

Theme::Theme(QObject* parent)
    : QObject(parent), desktop_(QGuiApplication::palette()), palette_(makePalette(name_)),
      desktopScale_(screenScale()), reducedMotion_(desktopWantsReducedMotion()) {
}

int Theme::px(double atScaleOne) const {
    return static_cast<int>(std::lround(atScaleOne * scale_ * desktopScale_));
}

QFont Theme::font(double size, QFont::Weight weight) const {
    static const QStringList families =
        installedFirst({"Inter", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans",
                        "Noto Sans CJK KR", "sans-serif"});
    return sized(families, size, scale_ * desktopScale_, weight);
}

QFont Theme::mono(double size, QFont::Weight weight) const {
    static const QStringList families =
        installedFirst({"JetBrains Mono", "Noto Sans Mono", "DejaVu Sans Mono", "Ubuntu Mono",
                        "Noto Sans Mono CJK KR", "Noto Sans CJK KR", "monospace"});
    QFont font = sized(families, size, scale_ * desktopScale_, weight);
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return font;
}

void Theme::setName(ThemeName name) {
    if (name == name_) return;
    name_ = name;
    palette_ = makePalette(name, desktop_);
    emit changed();
}

void Theme::setScale(double scale) {
    scale = std::clamp(scale, 0.5, 3.0);
    if (scale == scale_) return;
    scale_ = scale;
    emit changed();
}

void Theme::setDesktop(const QPalette& desktop) {
    if (desktop == desktop_) return;
    desktop_ = desktop;
    if (name_ != ThemeName::Desktop) return;
    palette_ = makePalette(name_, desktop_);
    emit changed();
}

/// Qt gives the desktop's palette only while the application has none of its own.
void Theme::readDesktop() {
    if (reading_) return;
    reading_ = true;
    QGuiApplication::setPalette(QPalette());
    const QPalette desktop = QGuiApplication::palette();
    QGuiApplication::setPalette(widgetPalette());
    reading_ = false;
    setDesktop(desktop);
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange && watched->isWindowType()) readDesktop();
    return QObject::eventFilter(watched, event);
}

QPalette Theme::widgetPalette() const {
    const Palette& p = palette_;
    QPalette to;
    to.setColor(QPalette::Window, p.window);
    to.setColor(QPalette::WindowText, p.text);
    to.setColor(QPalette::Base, p.field);
    to.setColor(QPalette::AlternateBase, p.hover);
    to.setColor(QPalette::Text, p.text);
    to.setColor(QPalette::Button, p.panel);
    to.setColor(QPalette::ButtonText, p.text);
    to.setColor(QPalette::BrightText, p.error);
    to.setColor(QPalette::PlaceholderText, p.faintText);
    to.setColor(QPalette::Highlight, p.accent);
    to.setColor(QPalette::HighlightedText, p.accentText);
    to.setColor(QPalette::Link, p.link);
    to.setColor(QPalette::LinkVisited, p.link);
    to.setColor(QPalette::ToolTipBase, p.codeGround);
    to.setColor(QPalette::ToolTipText, p.codeText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        to.setColor(QPalette::Disabled, role, mixed(p.panel, p.text, 0.5));
    return to;
}

void Theme::applyTo(QApplication& application) {
    const auto apply = [this, &application] {
        application.setPalette(widgetPalette());
        application.setFont(font());
        application.setStyleSheet(styleSheet());
    };
    application.setStyle(QStyleFactory::create("Fusion"));
    apply();
    connect(this, &Theme::changed, &application, apply);
    application.installEventFilter(this);
}

} // namespace ipclab
