#include "tests/world/segment_model.h"

namespace ipclab {

void SegmentModel::create(std::int32_t id, std::uint64_t size) {
    const std::uint64_t bytes = (size + page - 1) / page * page;
    segments_[id] = {
        size, std::string(bytes, '\0'), std::vector<ProcessId>(bytes, unwritten), {}, false, 0};
}

void SegmentModel::remove(std::int32_t id) {
    segments_.at(id).marked = true;
    destroyUnused();
}

/// A marked segment goes with its last mapping.
void SegmentModel::destroyUnused() {
    std::erase_if(segments_, [this](const auto& each) {
        return each.second.marked && nattch(each.first) == 0;
    });
}

void SegmentModel::attach(ProcessId process, std::int32_t id, std::uint64_t address,
                          bool readOnly) {
    Memory& memory = memory_[process];
    ++mappings_;
    for (std::uint64_t at = 0; at < segments_.at(id).bytes.size(); at += page)
        memory[address + at] = {id, at / page, mappings_, readOnly};
    destroyUnused(); // what it was mapped over
}

bool SegmentModel::detach(ProcessId process, std::uint64_t address) {
    Memory& memory = memory_[process];
    std::optional<std::int32_t> segment;
    const std::size_t before = memory.size();
    for (auto each = memory.begin(); each != memory.end();) {
        const bool belongs = each->first - each->second.number * page == address;
        if (belongs && !segment) segment = each->second.segment;
        each = belongs && each->second.segment == segment ? memory.erase(each) : std::next(each);
    }
    const bool any = memory.size() < before;
    destroyUnused();
    return any;
}

void SegmentModel::unmap(ProcessId process, std::uint64_t from, std::uint64_t to) {
    Memory& memory = memory_[process];
    memory.erase(memory.lower_bound(from), memory.lower_bound(to));
    destroyUnused();
}

void SegmentModel::fork(ProcessId parent, ProcessId child) {
    memory_[child] = memory_[parent];
}

void SegmentModel::end(ProcessId process) {
    memory_.erase(process);
    destroyUnused();
}

void SegmentModel::put(ModelSegment& segment, std::uint64_t offset, char byte, ProcessId writer) {
    segment.bytes[offset] = byte;
    segment.writers[offset] = writer;
    segment.touched.insert(offset / page);
}

std::optional<std::uint64_t> SegmentModel::write(ProcessId process, std::uint64_t address,
                                                 const std::string& bytes) {
    const Memory& memory = memory_[process];
    for (std::uint64_t i = 0; i < bytes.size(); ++i) {
        const auto found = memory.find((address + i) / page * page);
        if (found == memory.end() || found->second.readOnly) return address + i;
        put(segments_.at(found->second.segment), found->second.number * page + (address + i) % page,
            bytes[i], process);
    }
    return std::nullopt;
}

std::optional<std::uint64_t> SegmentModel::touch(ProcessId process, std::uint64_t address) {
    const Memory& memory = memory_[process];
    const auto found = memory.find(address / page * page);
    if (found == memory.end()) return address;
    segments_.at(found->second.segment).touched.insert(found->second.number);
    return std::nullopt;
}

void SegmentModel::writeFromOutside(std::int32_t id, std::uint64_t offset,
                                    const std::string& bytes) {
    ModelSegment& segment = segments_.at(id);
    for (std::uint64_t i = 0; i < bytes.size(); ++i)
        if (segment.bytes[offset + i] != bytes[i]) put(segment, offset + i, bytes[i], 0);
    segment.touched.insert(offset / page);
    segment.touched.insert((offset + bytes.size() - 1) / page);
}

void SegmentModel::attachOutside(std::int32_t id, int more) {
    segments_.at(id).outside += static_cast<std::uint64_t>(more);
    destroyUnused();
}

std::uint64_t SegmentModel::nattch(std::int32_t id) const {
    std::uint64_t count = segments_.at(id).outside;
    for (const auto& [process, memory] : memory_) {
        const MappedPage* before = nullptr;
        std::uint64_t end = 0;
        for (const auto& [address, each] : memory) {
            const bool goesOn = before && end == address && before->mapping == each.mapping;
            count += each.segment == id && !goesOn;
            before = &each;
            end = address + page;
        }
    }
    return count;
}

const SegmentModel::Memory& SegmentModel::memory(ProcessId process) const {
    static const Memory none;
    const auto found = memory_.find(process);
    return found == memory_.end() ? none : found->second;
}

} // namespace ipclab
