// The pages of a segment: what they hold and who wrote each byte, shared between all copies of a
// World until one of them is written.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>

namespace ipclab {

inline constexpr std::uint32_t segmentPageBytes = 4096;

/// What one page holds, and who wrote each byte last (index into Segment::writers).
struct SegmentPage {
    std::array<char, segmentPageBytes> bytes{};
    std::array<std::uint8_t, segmentPageBytes> writer{};
};

/// The pages that exist, by number; all others read as zeros. A copy costs one pointer for 1 MiB,
/// and many pages may share one picture.
class SegmentPages {
public:
    using Page = std::shared_ptr<const SegmentPage>;

    /// The page, or nullptr where none exists yet.
    [[nodiscard]] const SegmentPage* find(std::uint64_t number) const;
    [[nodiscard]] bool contains(std::uint64_t number) const { return find(number) != nullptr; }
    /// How many exist.
    [[nodiscard]] std::uint64_t size() const { return size_; }
    /// The first that exists from this one on.
    [[nodiscard]] std::optional<std::uint64_t> next(std::uint64_t number) const;

    /// The page, for this copy of the World alone; zeros where none existed.
    [[nodiscard]] SegmentPage& edit(std::uint64_t number);
    /// So many pages show the same picture from now on.
    void set(std::uint64_t first, std::uint64_t count, const Page& page);
    /// A read makes a page exist as much as a write does; it holds zeros.
    void touch(std::uint64_t first, std::uint64_t count);
    void clear();

private:
    static constexpr std::uint64_t leafPages = 256;
    struct Leaf {
        std::array<Page, leafPages> pages;
    };
    [[nodiscard]] const Page* slot(std::uint64_t number) const;
    [[nodiscard]] Page& ownSlot(std::uint64_t number);

    std::map<std::uint64_t, std::shared_ptr<Leaf>> leaves_;
    std::uint64_t size_ = 0;
};

} // namespace ipclab
