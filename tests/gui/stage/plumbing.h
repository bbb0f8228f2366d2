// Worlds with pipes, put together by hand: what a stage has to show, whatever made it so.
#pragma once

#include "engine/world/world.h"
#include "gui/bridge/frame.h"

#include <string>
#include <vector>

namespace ipclab {

class Plumbing {
public:
    Process& process(const std::string& letter, const std::string& label,
                     const std::string& parent = {});
    /// A pipe, or a FIFO with a path, with room for so many pages.
    Pipe& pipe(const std::string& path = {}, std::uint32_t capacity = 16);
    /// Opens one end: the open file that descriptors lead to.
    std::uint64_t open(const Pipe& pipe, AccessMode access);
    /// A descriptor of the process leads there.
    void give(const std::string& letter, int fd, std::uint64_t file);
    /// It is closed again.
    void close(const std::string& letter, int fd);
    /// Terminals at 0, 1 and 2.
    void terminals(const std::string& letter);
    /// Bytes that stand in the pipe: in its last page where they fit, else in new ones.
    void write(Pipe& pipe, const std::string& letter, const std::string& bytes,
               bool packet = false);
    void sleeps(const std::string& letter, Pipe& pipe, PipeSleeper::Kind kind, CallId call,
                std::int64_t fd);

    [[nodiscard]] Process& named(const std::string& letter);
    [[nodiscard]] Frame frame() const;
    World world;

private:
    void count();
    std::uint64_t nextSerial_ = 1, nextWrite_ = 1;
};

/// The moment that the picture of the aim shows: the child sleeps in read, 11 bytes have come.
[[nodiscard]] Plumbing helloChild();

} // namespace ipclab
