#include "gui/stage/segment_items.h"
#include "gui/stage/segment_words.h"

#include <algorithm>

namespace ipclab {
namespace {

std::uint64_t pagesOf(const Segment& segment) {
    return mappedBytes(segment) / segmentPageBytes;
}

/// Where page `page` begins on the strip. Several pages may share a pixel.
int leftOf(std::uint64_t page, std::uint64_t pages, const QRect& strip) {
    return strip.x() + static_cast<int>(static_cast<std::uint64_t>(strip.width()) * page / pages);
}

} // namespace

std::uint64_t pageAt(const Segment& segment, const QRect& strip, int x) {
    const std::uint64_t pages = pagesOf(segment);
    const auto along = static_cast<std::uint64_t>(std::clamp(x - strip.x(), 0, strip.width() - 1));
    return std::min(pages - 1, along * pages / static_cast<std::uint64_t>(strip.width()));
}

void paintPageStrip(Ink& ink, const Segment& segment, const SegmentPlace& place) {
    const QRect& strip = place.strip;
    if (strip.width() <= 0) return;
    const Palette& p = ink.palette();
    QPainter& painter = ink.painter();
    painter.setRenderHint(QPainter::Antialiasing, false);
    const std::uint64_t pages = pagesOf(segment);
    const QColor ground = mixed(p.card, p.boundary, 0.22);
    painter.fillRect(strip, ground);
    const auto width = static_cast<std::uint64_t>(strip.width());
    if (pages <= width) {
        for (auto page = segment.pages.next(0); page && *page < pages;
             page = segment.pages.next(*page + 1)) {
            const int left = leftOf(*page, pages, strip);
            painter.fillRect(
                QRect(left, strip.y(), leftOf(*page + 1, pages, strip) - left, strip.height()),
                p.accent);
        }
        if (pages * static_cast<std::uint64_t>(ink.px(5)) <= width)
            for (std::uint64_t page = 1; page < pages; ++page)
                painter.fillRect(
                    QRect(leftOf(page, pages, strip) - 1, strip.y(), 1, strip.height()), p.card);
    } else {
        // Several pages share a pixel: the more of them are touched, the stronger it is.
        std::vector<std::uint32_t> touched(width, 0);
        for (auto page = segment.pages.next(0); page && *page < pages;
             page = segment.pages.next(*page + 1))
            ++touched[*page * width / pages];
        for (std::uint64_t x = 0; x < width; ++x) {
            if (touched[x] == 0) continue;
            const double share =
                static_cast<double>(touched[x] * width) / static_cast<double>(pages);
            painter.fillRect(QRect(strip.x() + static_cast<int>(x), strip.y(), 1, strip.height()),
                             mixed(ground, p.accent, std::clamp(0.3 + share * 0.7, 0.0, 1.0)));
        }
    }
    ink.oneOf(place.stripText, words::stripTexts(segment), ink.metrics().small, p.mutedText,
              Qt::AlignRight | Qt::AlignVCenter);
}

void paintSeenPart(Ink& ink, const Segment& segment, const SegmentPlace& place,
                   std::uint64_t first) {
    const QRect& strip = place.strip;
    if (strip.width() <= 0) return;
    const auto at = [&](std::uint64_t offset) {
        return strip.x() + static_cast<int>(strip.width() * static_cast<double>(offset) /
                                            static_cast<double>(mappedBytes(segment)));
    };
    const int left = at(first);
    const auto seen = static_cast<std::uint64_t>(place.grid.rows * place.grid.columns);
    const QRect window(left, strip.y(), std::max(ink.px(4), at(first + seen) - left),
                       strip.height());
    ink.box(window.adjusted(-1, -ink.px(2), 1, ink.px(2)), ink.px(2), {}, ink.palette().text,
            std::max(1.0, ink.metrics().factor * 1.3));
}

} // namespace ipclab
