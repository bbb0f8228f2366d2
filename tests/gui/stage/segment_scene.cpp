#include "tests/gui/stage/segment_scene.h"

#include <algorithm>

namespace ipclab {

SegmentScene::SegmentScene() {
    world_.startNs = nowNs_;
}

ProcessId SegmentScene::start(const std::string& letter, const std::string& label,
                              const std::string& user) {
    Process process;
    process.id = next_++;
    process.letter = letter;
    process.label = label;
    process.user = user;
    process.pid = 4709 + process.id;
    process.uid = user == "bob" ? 1001 : user == "carol" ? 1002 : 1000;
    world_.processes.push_back(process);
    return process.id;
}

Segment& SegmentScene::create(std::int32_t id, std::uint64_t bytes, std::int32_t key) {
    Segment segment;
    segment.stat.id = id;
    segment.stat.key = key;
    segment.stat.mode = 0664;
    segment.stat.segsz = bytes;
    segment.stat.uid = segment.stat.cuid = 1000;
    segment.createdNs = nowNs_;
    segment.seen = true;
    world_.segments.push_back(segment);
    return world_.segments.back();
}

Process& SegmentScene::process(ProcessId id) {
    return *std::ranges::find(world_.processes, id, &Process::id);
}

Segment& SegmentScene::segment(std::int32_t id) {
    return *std::ranges::find_if(world_.segments,
                                 [id](const Segment& each) { return each.stat.id == id; });
}

void SegmentScene::attach(ProcessId id, std::int32_t segmentId, std::uint64_t address,
                          bool readOnly, const std::string& variable) {
    Segment& to = segment(segmentId);
    Attachment attachment;
    attachment.segment = segmentId;
    attachment.address = address;
    attachment.bytes = (to.stat.segsz + segmentPageBytes - 1) / segmentPageBytes * segmentPageBytes;
    attachment.readOnly = readOnly;
    process(id).attachments.push_back(attachment);
    process(id).variables[variable] = Address{address};
    ++to.stat.nattch;
}

void SegmentScene::write(ProcessId id, std::int32_t segmentId, std::uint64_t offset,
                         const std::string& bytes) {
    Segment& to = segment(segmentId);
    auto writer = std::ranges::find(to.writers, id, &SegmentWriter::process);
    if (writer == to.writers.end()) writer = to.writers.insert(writer, {id, 0});
    writer->lastNs = nowNs_;
    const auto index = static_cast<std::uint8_t>(writer - to.writers.begin() + 1);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        SegmentPage& page = to.pages.edit((offset + i) / segmentPageBytes);
        page.bytes[(offset + i) % segmentPageBytes] = bytes[i];
        page.writer[(offset + i) % segmentPageBytes] = index;
    }
    to.writes.push_back({id, offset, bytes.size(), nowNs_});
    to.rss = to.pages.size() * segmentPageBytes;
}

Frame SegmentScene::frame() const {
    Frame to;
    to.world = std::make_shared<const World>(world_);
    to.nowNs = nowNs_;
    to.position = to.total = 41;
    return to;
}

SegmentScene twoWriters() {
    SegmentScene scene;
    const ProcessId a = scene.start("A", "writer", "alice");
    const ProcessId b = scene.start("B", "counter", "bob");
    const ProcessId c = scene.start("C", "reader", "carol");
    scene.create(7, 4096);
    scene.attach(a, 7, 0x7f31c0a5e000, false, "shmaddr");
    scene.attach(b, 7, 0x7fa2be410000, false, "shmaddr");
    scene.attach(c, 7, 0x7fd6e29f3000, true, "shmaddr");
    scene.write(a, 7, 0, std::string("Linux Programming", 18));
    scene.pass(1200);
    scene.write(b, 7, 64, "\x2a");
    // B is still in its store: the box stands on its line.
    CallInProgress store;
    store.call.id = CallId::Store;
    store.call.args = {0x7fa2be410040, 1, 42, '=', 1, 0};
    scene.process(b).current = store;
    scene.process(b).state = ProcessState::InKernel;
    return scene;
}

} // namespace ipclab
