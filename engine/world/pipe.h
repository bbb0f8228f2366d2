// Descriptors, what they lead to, and pipes with their page slots: the part of the world that
// pipe(7) and fifo(7) are about.
#pragma once

#include "engine/event/event.h"

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

/// Whether a descriptor can read, write, or both. open(2).
enum class AccessMode : std::uint8_t { Read, Write, ReadWrite };

enum class FileKind : std::uint8_t { Terminal, Pipe, Fifo, Regular, Other };

/// What several descriptors can share: an open file description. fork and dup copy descriptors,
/// not descriptions; O_NONBLOCK lives here.
struct OpenFile {
    std::uint64_t serial = 0; ///< unique in the world
    FileKind kind = FileKind::Other;
    AccessMode access = AccessMode::Read;
    bool nonblocking = false, append = false, packets = false; ///< O_NONBLOCK, O_APPEND, O_DIRECT
    event::FileIdentity file;
    std::uint64_t pipe = 0; ///< Pipe::serial; 0 where it is not a pipe
    std::string path;       ///< as opened; empty for a pipe
    int descriptors = 0;    ///< how many lead here, over all processes
};

/// One row of a process's descriptor table.
struct Descriptor {
    std::uint64_t file = 0; ///< OpenFile::serial
    bool closeOnExec = false;
    std::string target; ///< what /proc calls it: "pipe:[4711]", "/dev/null"
};

/// A number that was closed, kept to be shown struck through until it is used again.
struct ClosedDescriptor {
    int fd = -1;
    OpenFile file; ///< as it was
    std::int64_t closedNs = 0;
};

/// A part of one write that lies in one slot: where a boundary was that the stream has lost.
struct WritePiece {
    std::uint64_t write = 0; ///< serial of the write; the same in every piece of it
    ProcessId writer = 0;    ///< 0: a program outside
    std::uint32_t bytes = 0; ///< of this piece, read ones too
    std::int64_t writtenNs = 0;
    std::uint64_t from = 0;  ///< where in its write it begins
    std::uint64_t whole = 0; ///< bytes that its write was given; 0 where nobody knows
};

/// One page of the pipe's ring. Read bytes stay in it until the page is drained.
struct PipeSlot {
    std::shared_ptr<const std::string> bytes; ///< all that was written into it
    std::uint32_t read = 0;                   ///< the first so many are read
    bool packet = false;                      ///< O_DIRECT: one read takes it whole
    std::vector<WritePiece> pieces;

    [[nodiscard]] std::uint32_t unread() const {
        return static_cast<std::uint32_t>(bytes ? bytes->size() : 0) - read;
    }
};

/// Why a process sleeps on a pipe.
struct PipeSleeper {
    enum class Kind : std::uint8_t { Reads, Writes, OpensToRead, OpensToWrite };
    ProcessId process = 0;
    Kind kind = Kind::Reads;
};

/// A read that had entered and not returned at some moment.
struct ReadUnderWay {
    ProcessId process = 0;
    std::uint64_t calls = 0; ///< Process::calls, which its return makes grow
};

/// What a read brought that was told of before one which the kernel had let in first.
struct EarlyRead {
    std::string data;
    std::uint64_t count = 0;          ///< bytes that it had asked for
    std::vector<ReadUnderWay> others; ///< each of them may have been let in first
};

inline constexpr std::uint32_t pipePageBytes = 4096; ///< PIPE_BUF, and a slot's size, on x86-64

struct Pipe {
    std::uint64_t serial = 0; ///< unique in the world
    std::uint64_t dev = 0, ino = 0;
    std::string path;            ///< of a FIFO; empty for a pipe
    std::uint32_t capacity = 16; ///< slots
    /// The kernel has said the capacity. A fresh pipe has fewer slots than usual where its user has
    /// many already (pipe(7), pipe-user-pages-soft), and no call tells.
    bool capacityKnown = false;
    std::deque<PipeSlot> pages;          ///< the used ones, the oldest first
    int readers = 0, writers = 0;        ///< open file descriptions that can read, or write
    std::vector<PipeSleeper> sleepers;   ///< in the order in which they slept
    std::uint64_t written = 0, read = 0; ///< bytes in its whole life
    std::uint64_t lost = 0;  ///< bytes that were unread when the last descriptor was closed
    std::int64_t lostNs = 0; ///< when that was, the last time
    bool gone = false;       ///< no descriptor leads to it any more, and no name either
    bool unlinked = false;   ///< FIFO: its name is gone
    bool contentsKnown = true;
    std::string missing; ///< why the contents could not be compared with the kernel's
    std::uint64_t outsideChanges = 0;
    /// Bytes that reads brought though no process of the lab wrote them; the next quiet look
    /// reports them as written from outside.
    std::uint64_t strangeBytes = 0;
    /// What is told of too early, by process and in the order in which the process made the reads.
    std::map<ProcessId, std::deque<EarlyRead>> earlyReads;
    /// A process was killed inside a read or write: nobody will tell how much it moved, until the
    /// next quiet look.
    bool uncertain = false;
    std::int64_t createdNs = 0, goneNs = 0;

    [[nodiscard]] std::uint64_t unread() const {
        std::uint64_t all = 0;
        for (const PipeSlot& slot : pages)
            all += slot.unread();
        return all;
    }
};

/// Bytes on their way: a write that has entered and not returned.
struct WriteInFlight {
    ProcessId process = 0;
    CallRef ref = 0;
    std::uint64_t pipe = 0;
    std::uint64_t serial = 0; ///< WritePiece::write of its pieces
    std::uint64_t bytes = 0;  ///< of the whole call
    std::uint64_t copied = 0; ///< already in the pipe
    bool started = false;     ///< it had its one chance to join the last slot
    /// Written out of a segment: what stands there by the world's account, until somebody tells.
    std::shared_ptr<const std::string> text;
};

/// A name in the scratch folder that the lab's processes made or looked at.
struct NamedFile {
    std::string path;
    event::FileIdentity file;
    bool exists = true;
};

} // namespace ipclab
