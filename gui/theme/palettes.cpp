#include "gui/theme/theme.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace ipclab {
namespace {

void fill(QColor (&to)[8], std::initializer_list<const char*> names) {
    std::transform(names.begin(), names.end(), to, [](const char* name) { return QColor(name); });
}

Palette light() {
    Palette p;
    p.window = "#fbfcfe", p.panel = "#ffffff", p.sidebar = "#ffffff", p.border = "#d5dbe6";
    p.text = "#111827", p.mutedText = "#4a5568", p.faintText = "#5c6678";
    p.accent = "#2d5bd7", p.accentText = "#ffffff", p.accentSoft = "#e2eafd", p.link = "#2450c4";
    p.field = "#ffffff", p.hover = "#f1f4f9";
    p.userSpace = "#fbfcfe", p.kernelSpace = "#e9edf4", p.boundary = "#8b95a7";
    p.boundaryGap = "#b9c1cf", p.card = "#ffffff", p.cardBorder = "#cdd4e0";
    p.slotOutline = "#b6becc";
    p.codeGround = "#0f172a", p.codeText = "#e2e8f0";
    p.error = "#b42318", p.errorGround = "#fff6f1", p.errorBorder = "#f3b8a0";
    p.ready = "#14692f", p.readyGround = "#e2f3e8";
    p.inKernel = "#1d4ed8", p.inKernelGround = "#e2edff";
    p.asleep = "#a13d06", p.asleepGround = "#fde8dc";
    p.ended = "#4a5568", p.endedGround = "#e8ebf0";
    p.pastGround = "#fff3c4", p.pastText = "#6b4700";
    p.focus = "#2d5bd7", p.shadow = QColor(15, 23, 42, 34);
    fill(p.processes,
         {"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#9c8f00", "#5a6472"});
    fill(p.processTexts,
         {"#ffffff", "#0b0f19", "#0b0f19", "#0b0f19", "#0b0f19", "#0b0f19", "#0b0f19", "#ffffff"});
    fill(p.processInks,
         {"#00639c", "#a84800", "#00694d", "#96427a", "#835800", "#14658f", "#655c00", "#4a5462"});
    p.outside = "#5b4a8a", p.outsideText = "#ffffff";
    return p;
}

Palette dark() {
    Palette p;
    p.dark = true;
    p.window = "#12161d", p.panel = "#171c25", p.sidebar = "#141920", p.border = "#2f3847";
    p.text = "#e8ecf3", p.mutedText = "#a9b4c6", p.faintText = "#929eb2";
    p.accent = "#3a6bea", p.accentText = "#ffffff", p.accentSoft = "#1f3056", p.link = "#9dbcff";
    p.field = "#11151c", p.hover = "#232b38";
    p.userSpace = "#191e27", p.kernelSpace = "#0d1117", p.boundary = "#56627b";
    p.boundaryGap = "#2b3445", p.card = "#1d2430", p.cardBorder = "#3a4558";
    p.slotOutline = "#4a566b";
    p.codeGround = "#080b11", p.codeText = "#e2e8f0";
    p.error = "#ff9a8a", p.errorGround = "#2f1a1a", p.errorBorder = "#8a4238";
    p.ready = "#7fdca4", p.readyGround = "#16301f";
    p.inKernel = "#96c9eb", p.inKernelGround = "#16304a";
    p.asleep = "#ffcf70", p.asleepGround = "#3b2c0b";
    p.ended = "#a9b4c6", p.endedGround = "#29313e";
    p.pastGround = "#3d3208", p.pastText = "#ffe08a";
    p.focus = "#8fb3ff", p.shadow = QColor(0, 0, 0, 110);
    fill(p.processes,
         {"#4ca3ea", "#f0814a", "#2cc08f", "#df98c2", "#eeb02a", "#8fd3fb", "#d8cb3c", "#a7b1c2"});
    fill(p.processTexts,
         {"#0b0f16", "#0b0f16", "#0b0f16", "#0b0f16", "#0b0f16", "#0b0f16", "#0b0f16", "#0b0f16"});
    std::copy(std::begin(p.processes), std::end(p.processes), p.processInks);
    p.outside = "#b9a5ee", p.outsideText = "#0b0f16";
    return p;
}

Palette highContrast() {
    Palette p;
    p.dark = true;
    p.window = p.panel = p.sidebar = p.userSpace = p.card = p.field = "#000000";
    p.kernelSpace = "#0b0b14", p.border = p.cardBorder = p.slotOutline = "#ffffff";
    p.text = "#ffffff", p.mutedText = "#f0f0f0", p.faintText = "#dcdcdc";
    p.accent = "#ffe14d", p.accentText = "#000000", p.accentSoft = "#40360a", p.link = "#ffe14d";
    p.hover = "#2a2a2a", p.boundary = "#ffffff", p.boundaryGap = "#5a5a5a";
    p.codeGround = "#000000", p.codeText = "#ffffff";
    p.error = "#ffb3a8", p.errorGround = "#2a0500", p.errorBorder = "#ff8573";
    p.ready = "#8dffb4", p.readyGround = "#00290f";
    p.inKernel = "#a8d8ff", p.inKernelGround = "#00233f";
    p.asleep = "#ffd98a", p.asleepGround = "#332400";
    p.ended = "#f0f0f0", p.endedGround = "#2a2a2a";
    p.pastGround = "#ffe14d", p.pastText = "#000000";
    p.focus = "#ffe14d", p.shadow = QColor(0, 0, 0, 0);
    fill(p.processes,
         {"#5cb8ff", "#ff9255", "#35dca4", "#ffa9d8", "#ffc233", "#a8e2ff", "#fff06a", "#d0d7e2"});
    std::fill(std::begin(p.processTexts), std::end(p.processTexts), QColor("#000000"));
    std::copy(std::begin(p.processes), std::end(p.processes), p.processInks);
    p.outside = "#d6c7ff", p.outsideText = "#000000";
    return p;
}

Palette asDesktop(const QPalette& desktop) {
    const QColor ground = desktop.color(QPalette::Window);
    const QColor ink = desktop.color(QPalette::WindowText);
    Palette p = ground.lightnessF() < ink.lightnessF() ? dark() : light();
    const QColor highlight = desktop.color(QPalette::Highlight);
    const QColor onHighlight = desktop.color(QPalette::HighlightedText);
    if (contrast(highlight, onHighlight) >= 4.5) p.accent = highlight, p.accentText = onHighlight;
    return p;
}

double luminance(const QColor& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor mixed(const QColor& ground, const QColor& over, double part) {
    const auto mix = [part](float from, float to) {
        return static_cast<float>(from + (to - from) * part);
    };
    return QColor::fromRgbF(mix(ground.redF(), over.redF()), mix(ground.greenF(), over.greenF()),
                            mix(ground.blueF(), over.blueF()));
}

Palette makePalette(ThemeName name, const QPalette& desktop) {
    switch (name) {
    case ThemeName::Light:
        return light();
    case ThemeName::Dark:
        return dark();
    case ThemeName::HighContrast:
        return highContrast();
    case ThemeName::Desktop:
        return asDesktop(desktop);
    }
    return light();
}

QColor Palette::process(int index) const {
    return processes[index & 7];
}
QColor Palette::processText(int index) const {
    return processTexts[index & 7];
}
QColor Palette::processInk(int index) const {
    return processInks[index & 7];
}

} // namespace ipclab
