#include "engine/world/segment_bytes.h"

#include "engine/world/segment_questions.h"

#include <algorithm>
#include <cstring>

namespace ipclab {

namespace {

constexpr std::uint64_t pageBytes = segmentPageBytes;
constexpr std::size_t mostWriters = 255, mostWrites = 64, mostUncertain = 64;

/// Calls `part(page, first byte in it, length, bytes before it)` for each page of the range.
template <class Part> void byPage(std::uint64_t offset, std::uint64_t length, const Part& part) {
    for (std::uint64_t done = 0; done < length;) {
        const std::uint64_t at = offset + done;
        const std::uint64_t size = std::min(length - done, pageBytes - at % pageBytes);
        part(at / pageBytes, at % pageBytes, size, done);
        done += size;
    }
}

/// rss follows what pages come to exist until the kernel says it itself.
class RssFollows {
public:
    explicit RssFollows(Segment& segment) : segment_(segment), before_(segment.pages.size()) {}
    ~RssFollows() { segment_.rss += (segment_.pages.size() - before_) * pageBytes; }
    RssFollows(const RssFollows&) = delete;
    RssFollows& operator=(const RssFollows&) = delete;

private:
    Segment& segment_;
    std::uint64_t before_;
};

SegmentPages::Page uniformPage(char byte, std::uint8_t writer) {
    const auto page = std::make_shared<SegmentPage>();
    page->bytes.fill(byte);
    page->writer.fill(writer);
    return page;
}

bool covers(const UncertainBytes& one, const UncertainBytes& other) {
    return one.process == other.process && one.offset <= other.offset &&
           other.offset + other.length <= one.offset + one.length;
}

} // namespace

std::uint8_t writerIndex(Segment& segment, ProcessId process, std::int64_t atNs) {
    auto known = std::ranges::find(segment.writers, process, &SegmentWriter::process);
    if (known == segment.writers.end() && segment.writers.size() < mostWriters)
        known = segment.writers.insert(known, SegmentWriter{process, atNs});
    if (known == segment.writers.end()) // whoever wrote longest ago gives up its colour
        known = std::ranges::min_element(segment.writers, {}, &SegmentWriter::lastNs);
    *known = {process, atNs};
    return static_cast<std::uint8_t>(known - segment.writers.begin() + 1);
}

void putBytes(Segment& segment, std::uint64_t offset, std::string_view bytes, std::uint8_t writer) {
    const RssFollows rss(segment);
    byPage(offset, bytes.size(), [&](std::uint64_t number, auto first, auto size, auto done) {
        SegmentPage& page = segment.pages.edit(number);
        std::memcpy(page.bytes.data() + first, bytes.data() + done, size);
        std::memset(page.writer.data() + first, writer, size);
    });
}

void fillBytes(Segment& segment, std::uint64_t offset, std::uint64_t length, char byte,
               std::uint8_t writer) {
    const RssFollows rss(segment);
    const std::uint64_t end = offset + length;
    const std::uint64_t firstWhole = (offset + pageBytes - 1) / pageBytes;
    const std::uint64_t lastWhole = end / pageBytes;
    if (firstWhole < lastWhole)
        segment.pages.set(firstWhole, lastWhole - firstWhole, uniformPage(byte, writer));
    byPage(offset, length, [&](std::uint64_t number, auto first, auto size, auto) {
        if (size == pageBytes) return;
        SegmentPage& page = segment.pages.edit(number);
        std::memset(page.bytes.data() + first, byte, size);
        std::memset(page.writer.data() + first, writer, size);
    });
}

void noteWrite(Segment& segment, const SegmentWrite& write) {
    if (!segment.writes.empty()) {
        SegmentWrite& last = segment.writes.back();
        if (last.process == write.process && last.offset == write.offset &&
            last.length == write.length) {
            last.atNs = write.atNs;
            return;
        }
    }
    if (segment.writes.size() >= mostWrites) segment.writes.erase(segment.writes.begin());
    segment.writes.push_back(write);
}

void touchBytes(Segment& segment, std::uint64_t offset, std::uint64_t length) {
    if (length == 0) return;
    const RssFollows rss(segment);
    const std::uint64_t first = offset / pageBytes;
    segment.pages.touch(first, (offset + length - 1) / pageBytes - first + 1);
}

void makeUncertain(Segment& segment, const UncertainBytes& bytes) {
    if (bytes.length == 0) return;
    auto& all = segment.uncertain;
    if (std::ranges::any_of(all, [&](const auto& each) { return covers(each, bytes); })) return;
    if (all.size() < mostUncertain) {
        all.push_back(bytes);
        return;
    }
    UncertainBytes& last = all.back();
    const std::uint64_t end = std::max(last.offset + last.length, bytes.offset + bytes.length);
    last.offset = std::min(last.offset, bytes.offset);
    last.length = end - last.offset;
}

std::int64_t numberAt(const Segment& segment, std::uint64_t offset, int width) {
    const std::string bytes = bytesOf(segment, offset, static_cast<std::uint64_t>(width));
    std::uint64_t value = 0;
    std::memcpy(&value, bytes.data(), bytes.size());
    const int unused = 64 - 8 * width;
    return static_cast<std::int64_t>(value << unused) >> unused;
}

} // namespace ipclab
