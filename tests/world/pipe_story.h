// Pipe calls as short sentences, and the pipe as one line of text.
#pragma once

#include "tests/world/story.h"

#include <string>

namespace ipclab {

class PipeStory : public Story {
public:
    /// pipe2 in this process: descriptors 3 and 4, or the next two that are given.
    void makePipe(ProcessId process, std::int64_t flags = 0, int readEnd = 3);
    void makeFifo(ProcessId process, const std::string& path);
    void open(ProcessId process, const std::string& path, std::int64_t flags, int fd);

    /// Whole calls that nobody interrupts; a write comes back with `result`, or all of it.
    void write(ProcessId process, int fd, const std::string& bytes, std::int64_t result = -2);
    void read(ProcessId process, int fd, std::size_t count, const std::string& bytes);
    void close(ProcessId process, int fd);
    void control(ProcessId process, int fd, std::int64_t command, std::int64_t argument,
                 std::int64_t result = 0);

    /// A read that has entered comes back with these bytes.
    void brings(ProcessId process, const std::string& bytes);
    /// Looks as the lab does, differences first.
    std::vector<event::OutsideChange> look(const std::string& contents);

    [[nodiscard]] const Pipe& pipe() const { return world.pipes.back(); }
    /// The slots' unread bytes: "4096 4096 2049"; a packet is "5p", a read part "1+4095".
    [[nodiscard]] std::string slotsInUse() const;
    /// The writes in the stream, by letter: "A hello|B world".
    [[nodiscard]] std::string stream() const;

private:
    std::uint64_t nextInode_ = 7000;
};

[[nodiscard]] ResolvedCall writeCall(int fd, const std::string& bytes);
[[nodiscard]] ResolvedCall readCall(int fd, std::size_t count);

} // namespace ipclab
