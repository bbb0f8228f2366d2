#include "gui/stage/byte_tint.h"

#include "gui/bridge/frame.h"

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

constexpr double readable = 4.5;

} // namespace

int tintLevel(std::int64_t ageNs) {
    constexpr std::array<std::int64_t, tintLevels - 1> until{700'000'000, 1'600'000'000,
                                                             2'700'000'000, tintFadesNs};
    for (int level = 0; level + 1 < tintLevels; ++level)
        if (ageNs < until[static_cast<std::size_t>(level)]) return level;
    return tintLevels - 1;
}

ByteTint byteTint(const Palette& palette, ProcessId writer, int level) {
    const bool outside = writer == 0;
    const QColor hue = outside ? palette.outside : palette.process(colourIndex(writer));
    const QColor onHue = outside ? palette.outsideText : palette.processText(colourIndex(writer));
    if (level <= 0) return {hue, onHue};
    constexpr std::array strengths{1.0, 0.50, 0.38, 0.28, 0.20};
    // Half-way tints can be too dark for dark text and too light for light text: then a bit less.
    for (double part = strengths[static_cast<std::size_t>(std::min(level, tintLevels - 1))];;
         part -= 0.04) {
        const QColor ground = mixed(palette.card, hue, part);
        const double plain = contrast(palette.text, ground), inverse = contrast(onHue, ground);
        if (std::max(plain, inverse) >= readable || part <= 0.1)
            return {ground, plain >= inverse ? palette.text : onHue};
    }
}

} // namespace ipclab
