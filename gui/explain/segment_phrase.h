// Segments and addresses in words.
#pragma once

#include "gui/explain/phrase.h"

namespace ipclab::phrase {

/// The segment that this id named last, the removed ones too, or nullptr.
[[nodiscard]] const Segment* segmentOf(const World& world, std::int64_t id);
/// The attachment that holds the address, or whose last page ends just below it; nullptr for none.
[[nodiscard]] const Attachment* attachmentAt(const Process& process, std::uint64_t address);
/// "0x7f31c0a5e000"
[[nodiscard]] QString address(std::uint64_t address);
/// How the process writes the segment's id, and its address: a variable, or the number.
[[nodiscard]] std::string segmentName(const Process& process, std::int64_t id);
[[nodiscard]] std::string addressName(const Process& process, std::uint64_t address);
/// A segment's owner and mode, where the questions about permissions ask for a queue's.
[[nodiscard]] QueueStat permissions(const SegmentStat& stat);
/// "carol is neither the owner alice nor in the segment's group, so the <b>other</b> bits of 0644
/// apply: r--."
[[nodiscard]] QString segmentPermission(const World& world, const Process& process,
                                        const SegmentStat& stat);

} // namespace ipclab::phrase
