#pragma once

#include "engine/world/world.h"

#include <string_view>

namespace ipclab {

/// Who writes into a segment, as its pages note it: an index into Segment::writers, counted from 1.
[[nodiscard]] std::uint8_t writerIndex(Segment& segment, ProcessId process, std::int64_t atNs);

/// Bytes come into a segment; whoever wrote them is noted byte by byte.
void putBytes(Segment& segment, std::uint64_t offset, std::string_view bytes, std::uint8_t writer);
/// The same byte so often. Whole pages share one picture.
void fillBytes(Segment& segment, std::uint64_t offset, std::uint64_t length, char byte,
               std::uint8_t writer);
/// A write that lights up and fades.
void noteWrite(Segment& segment, const SegmentWrite& write);
/// The pages exist from now on, and rss grows by those that did not.
void touchBytes(Segment& segment, std::uint64_t offset, std::uint64_t length);

/// What the bytes hold is known only after the next look; `process` is taken to have written them.
void makeUncertain(Segment& segment, const UncertainBytes& bytes);

/// A number of 1, 2, 4 or 8 bytes, signed, in this machine's byte order.
[[nodiscard]] std::int64_t numberAt(const Segment& segment, std::uint64_t offset, int width);

} // namespace ipclab
