#include "tests/gui/stage/plumbing.h"

#include <algorithm>

namespace ipclab {

Process& Plumbing::process(const std::string& letter, const std::string& label,
                           const std::string& parent) {
    world.processes.reserve(maxProcesses); // what is given out stays where it is
    Process process;
    process.id = static_cast<ProcessId>(firstWorker + world.processes.size());
    process.letter = letter;
    process.label = label;
    process.user = "alice";
    process.uid = process.gid = 1000;
    process.pid = 4709 + process.id;
    if (!parent.empty()) process.parent = named(parent).id;
    world.processes.push_back(process);
    return world.processes.back();
}

Process& Plumbing::named(const std::string& letter) {
    return *std::ranges::find(world.processes, letter, &Process::letter);
}

Pipe& Plumbing::pipe(const std::string& path, std::uint32_t capacity) {
    world.pipes.reserve(maxObjects); // what is given out stays where it is
    Pipe pipe;
    pipe.serial = nextSerial_++;
    pipe.path = path;
    pipe.capacity = capacity;
    pipe.createdNs = world.timeNs;
    world.pipes.push_back(pipe);
    return world.pipes.back();
}

std::uint64_t Plumbing::open(const Pipe& pipe, AccessMode access) {
    OpenFile file;
    file.serial = nextSerial_++;
    file.kind = pipe.path.empty() ? FileKind::Pipe : FileKind::Fifo;
    file.access = access;
    file.pipe = pipe.serial;
    file.path = pipe.path;
    world.files.push_back(file);
    return file.serial;
}

void Plumbing::give(const std::string& letter, int fd, std::uint64_t file) {
    named(letter).descriptors[fd] = {file, false, {}};
    count();
}

void Plumbing::close(const std::string& letter, int fd) {
    Process& process = named(letter);
    const std::uint64_t serial = process.descriptors.at(fd).file;
    process.closed.push_back({fd, *world.file(serial), world.timeNs});
    process.descriptors.erase(fd);
    count();
}

void Plumbing::terminals(const std::string& letter) {
    OpenFile file;
    file.serial = nextSerial_++;
    file.kind = FileKind::Terminal;
    file.access = AccessMode::ReadWrite;
    world.files.push_back(file);
    for (int fd = 0; fd < 3; ++fd)
        give(letter, fd, file.serial);
}

void Plumbing::write(Pipe& pipe, const std::string& letter, const std::string& bytes, bool packet) {
    const ProcessId writer = named(letter).id;
    const std::uint64_t serial = nextWrite_++;
    for (std::size_t at = 0; at < bytes.size();) {
        const bool merges = !packet && !pipe.pages.empty() && !pipe.pages.back().packet &&
                            pipe.pages.back().bytes->size() < pipePageBytes;
        if (!merges) pipe.pages.push_back({std::make_shared<const std::string>(), 0, packet, {}});
        PipeSlot& page = pipe.pages.back();
        const std::size_t count =
            std::min<std::size_t>(pipePageBytes - page.bytes->size(), bytes.size() - at);
        page.bytes = std::make_shared<const std::string>(*page.bytes + bytes.substr(at, count));
        page.pieces.push_back({serial, writer, static_cast<std::uint32_t>(count), world.timeNs});
        at += count;
    }
    pipe.written += bytes.size();
}

void Plumbing::sleeps(const std::string& letter, Pipe& pipe, PipeSleeper::Kind kind, CallId call,
                      std::int64_t fd) {
    Process& process = named(letter);
    process.state = ProcessState::Asleep;
    process.current = CallInProgress{};
    process.current->call.id = call;
    process.current->call.args = {fd, 64};
    process.current->asleepNs = world.timeNs - 1'800'000'000;
    pipe.sleepers.push_back({process.id, kind});
}

void Plumbing::count() {
    for (Pipe& pipe : world.pipes) {
        pipe.readers = pipe.writers = 0;
        for (const OpenFile& file : world.files) {
            const bool used = std::ranges::any_of(world.processes, [&](const Process& process) {
                return std::ranges::any_of(process.descriptors, [&](const auto& row) {
                    return row.second.file == file.serial;
                });
            });
            if (!used || file.pipe != pipe.serial) continue;
            pipe.readers += file.access != AccessMode::Write;
            pipe.writers += file.access != AccessMode::Read;
        }
    }
}

Frame Plumbing::frame() const {
    Frame frame;
    frame.world = std::make_shared<const World>(world);
    frame.position = frame.total = world.events;
    frame.nowNs = world.timeNs;
    return frame;
}

Plumbing helloChild() {
    Plumbing to;
    to.world.timeNs = 10'000'000'000;
    to.process("A", "parent");
    to.terminals("A");
    Pipe& pipe = to.pipe();
    const auto out = to.open(pipe, AccessMode::Read), in = to.open(pipe, AccessMode::Write);
    to.give("A", 3, out);
    to.give("A", 4, in);
    Process& child = to.process("B", "child", "A");
    child.descriptors = to.named("A").descriptors;
    to.close("A", 3);
    to.close("B", 4);
    to.sleeps("B", pipe, PipeSleeper::Kind::Reads, CallId::Read, 3);
    to.write(pipe, "A", "hello child");
    return to;
}

} // namespace ipclab
