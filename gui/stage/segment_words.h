// Every text about shared memory on the stage, made from the world.
#pragma once

#include "engine/world/world.h"
#include "gui/stage/words.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ipclab::words {

[[nodiscard]] QString segmentTitle();
/// The longest first; each says the same with fewer words.
[[nodiscard]] QStringList segmentMeta(const World& world, const Segment& segment);
/// Marked for removal and still attached, removed, or nothing.
[[nodiscard]] QString segmentFate(const Segment& segment);
/// What a removed segment's card says.
[[nodiscard]] QString segmentGone();
/// "page 1 of 1 · no copy through the kernel", the longest first. Where a queue or a pipe stands
/// beside the segment, how often each copies.
[[nodiscard]] QStringList pageTexts(const World& world, const Segment& segment, std::uint64_t page);
/// Why there is no copy here, and how many there are elsewhere: for the tooltip.
[[nodiscard]] QString copiesTip();
[[nodiscard]] QString goToOffset();
/// "2 of 16 384 pages touched · rss 8 KiB", the longest first.
[[nodiscard]] QStringList stripTexts(const Segment& segment);
/// "4096 B", "64 MiB"
[[nodiscard]] QString bytes(std::uint64_t count);
/// "now", "1.2 s ago"
[[nodiscard]] QString ago(std::int64_t thenNs, std::int64_t nowNs);
/// Ages beyond this read the same, so that nothing has to be painted again.
inline constexpr std::int64_t agesShownNs = 60'000'000'000;

/// A writer as its bytes are marked: its letter, or ◇ for a program outside.
[[nodiscard]] QString writerMark(const World& world, ProcessId process);
/// A byte for the tooltip: where, what, by whom and when.
[[nodiscard]] QString byteTip(const World& world, const Segment& segment, std::uint64_t offset,
                              std::int64_t nowNs);
/// What differs from what the lab expected, or is not known; empty for most segments.
[[nodiscard]] QString segmentNote(const Segment& segment);

/// Additions that several processes made at the same time: a headline, what the numbers say, and
/// why. Empty headline: there was none.
struct RaceWords {
    QString headline, numbers, why;
    bool lost = false;
};
[[nodiscard]] RaceWords race(const World& world, const Segment& segment);

/// One row per attachment: the variable that holds its address, the address, and the access.
[[nodiscard]] std::vector<Buffer> attachmentRows(const Process& process);
/// Two rows of a process that died of SIGSEGV: where, and why. Empty for any other.
[[nodiscard]] std::vector<Buffer> faultRows(const Process& process);
/// The same in one line; empty for any other.
[[nodiscard]] QString faultLine(const Process& process);
/// "rw", "r-", "r-x", and "--" where nothing is allowed
[[nodiscard]] QString access(const Attachment& attachment);
[[nodiscard]] QString address(std::uint64_t at);

} // namespace ipclab::words
