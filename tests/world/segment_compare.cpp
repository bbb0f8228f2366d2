#include "tests/world/segment_compare.h"

#include "engine/world/segment_questions.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

constexpr std::uint64_t page = SegmentModel::page;

} // namespace

std::string wrongMappings(const Process& process, const SegmentModel& model) {
    SegmentModel::Memory found;
    for (const Attachment& each : process.attachments)
        for (std::uint64_t at = 0; at < each.bytes; at += page)
            found[each.address + at] = {each.segment, (each.offset + at) / page, 0, each.readOnly};
    SegmentModel::Memory expected = model.memory(process.id);
    for (auto& [address, each] : expected)
        each.mapping = 0;
    if (found == expected) return {};
    return fmt::format("{} has other mappings than it should", process.letter);
}

std::string wrongSegment(const Segment& segment, const SegmentModel& model, const ByteOf& open) {
    const std::int32_t id = segment.stat.id;
    const ModelSegment& expected = model.segments().at(id);
    if (segment.stat.nattch != model.nattch(id))
        return fmt::format("nattch {} instead of {}", segment.stat.nattch, model.nattch(id));
    if (segment.stat.dest != expected.marked) return "marked, or not";
    if (segment.rss != segment.pages.size() * page) return "rss is not the pages that exist";
    const std::string bytes = bytesOf(segment, 0, expected.bytes.size());
    for (std::uint64_t i = 0; i < bytes.size(); ++i)
        if (bytes[i] != expected.bytes[i] && !open(id, i))
            return fmt::format("byte {} of segment {} is another", i, id);
    return {};
}

std::string wrongWriters(const Segment& segment, const SegmentModel& model, const ByteOf& shared) {
    constexpr std::uint64_t stride = 7; // not each of so many, so often
    const std::int32_t id = segment.stat.id;
    const ModelSegment& expected = model.segments().at(id);
    for (std::uint64_t number = 0; number * page < expected.bytes.size(); ++number)
        if (segment.pages.contains(number) != expected.touched.contains(number))
            return fmt::format("page {} of segment {} exists, or not", number, id);
    for (std::uint64_t i = 0; i < expected.bytes.size(); i += stride) {
        const ProcessId writer = writerOf(segment, i).value_or(SegmentModel::unwritten);
        if (writer != expected.writers[i] && !shared(id, i))
            return fmt::format("byte {} of {} is {}'s, not {}'s", i, id, writer,
                               expected.writers[i]);
    }
    return {};
}

event::SegmentSeen lookAt(const Segment& segment, const SegmentModel& model) {
    const ModelSegment& kernel = model.segments().at(segment.stat.id);
    event::SegmentSeen seen;
    seen.stat = segment.stat;
    seen.stat.nattch = model.nattch(segment.stat.id);
    seen.stat.dest = kernel.marked;
    seen.rss = kernel.touched.size() * page;
    seen.quiet = seen.contentsKnown = true;
    for (const std::uint64_t number : kernel.touched)
        seen.changed.push_back({number * page, kernel.bytes.substr(number * page, page)});
    return seen;
}

} // namespace ipclab
