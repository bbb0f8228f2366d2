#include "tests/world/pipe_story.h"

#include "engine/world/pipe_slots.h"

#include <fmt/format.h>

namespace ipclab {

namespace {

constexpr std::uint32_t fifoMode = 0010600;

} // namespace

void PipeStory::makePipe(ProcessId process, std::int64_t flags, int readEnd) {
    enters(process, {CallId::Pipe2, 0, {flags}, {}});
    event::Returned returned;
    returned.ref = world.process(process)->current->ref;
    returned.call = CallId::Pipe2;
    const event::FileIdentity file{fifoMode, 13, nextInode_++};
    returned.files = {{readEnd, file}, {readEnd + 1, file}};
    happens(process, std::move(returned));
}

void PipeStory::makeFifo(ProcessId process, const std::string& path) {
    enters(process, {CallId::Mkfifo, 0, {0600}, path});
    event::Returned returned;
    returned.ref = world.process(process)->current->ref;
    returned.call = CallId::Mkfifo;
    returned.files = {{-1, {fifoMode, 14, nextInode_++}}};
    happens(process, std::move(returned));
}

void PipeStory::open(ProcessId process, const std::string& path, std::int64_t flags, int fd) {
    const Process* opener = world.process(process);
    if (!opener->current) enters(process, {CallId::Open, 0, {flags, 0}, path});
    event::Returned returned;
    returned.ref = world.process(process)->current->ref;
    returned.call = CallId::Open;
    returned.result = fd;
    for (const NamedFile& name : world.names)
        if (name.path == path && name.exists) returned.files = {{fd, name.file}};
    happens(process, std::move(returned));
}

void PipeStory::write(ProcessId process, int fd, const std::string& bytes, std::int64_t result) {
    enters(process, writeCall(fd, bytes));
    returns(process, result == -2 ? static_cast<std::int64_t>(bytes.size()) : result,
            result == -1 ? EAGAIN : 0);
}

void PipeStory::read(ProcessId process, int fd, std::size_t count, const std::string& bytes) {
    enters(process, readCall(fd, count));
    brings(process, bytes);
}

void PipeStory::brings(ProcessId process, const std::string& bytes) {
    event::Returned returned;
    returned.ref = world.process(process)->current->ref;
    returned.call = CallId::Read;
    returned.result = static_cast<std::int64_t>(bytes.size());
    returned.data = bytes;
    happens(process, std::move(returned));
}

void PipeStory::close(ProcessId process, int fd) {
    enters(process, {CallId::Close, 0, {fd}, {}});
    returns(process, 0);
}

void PipeStory::control(ProcessId process, int fd, std::int64_t command, std::int64_t argument,
                        std::int64_t result) {
    enters(process, {CallId::Fcntl, 0, {fd, command, argument}, {}});
    returns(process, result);
}

std::vector<event::OutsideChange> PipeStory::look(const std::string& contents) {
    event::PipeSeen seen;
    seen.dev = pipe().dev;
    seen.ino = pipe().ino;
    seen.bytes = contents.size();
    seen.capacity = std::uint64_t{pipe().capacity} * pipePageBytes;
    seen.quiet = seen.contentsKnown = true;
    seen.contents = contents;
    auto changes = differences(world, seen);
    for (const event::OutsideChange& change : changes)
        happens(engineProcess, change);
    happens(supervisorProcess, std::move(seen));
    return changes;
}

std::string PipeStory::slotsInUse() const {
    std::string line;
    for (const PipeSlot& slot : pipe().pages) {
        if (!line.empty()) line += " ";
        if (slot.read > 0) line += fmt::format("{}+", slot.read);
        line += fmt::format("{}{}", slot.unread(), slot.packet ? "p" : "");
    }
    return line;
}

std::string PipeStory::stream() const {
    std::string line;
    std::uint64_t before = 0;
    for (const PipeSlot& slot : pipe().pages) {
        std::size_t at = 0;
        for (const WritePiece& piece : slot.pieces) {
            const std::size_t from = std::max<std::size_t>(at, slot.read);
            at += piece.bytes;
            if (at <= from) continue;
            if (piece.write != before) {
                const Process* writer = world.process(piece.writer);
                line += fmt::format("{}{} ", line.empty() ? "" : "|",
                                    writer ? writer->letter : "outside");
            }
            before = piece.write;
            line += slot.bytes->substr(from, at - from);
        }
    }
    return line;
}

ResolvedCall writeCall(int fd, const std::string& bytes) {
    return {CallId::Write, 0, {fd, static_cast<std::int64_t>(bytes.size())}, bytes};
}

ResolvedCall readCall(int fd, std::size_t count) {
    return {CallId::Read, 0, {fd, static_cast<std::int64_t>(count)}, {}};
}

} // namespace ipclab
