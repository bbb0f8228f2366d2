#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/event/event.h"

#include <atomic>
#include <cstdint>

namespace ipclab {

/// Shared by the engine, the supervisor and one worker each; nobody waits for anybody here
/// but who begins a line together with others.
struct alignas(64) WorkerSlot {
    std::atomic<std::uint64_t> given; ///< lines sent to the worker; the engine adds before it sends
    std::atomic<std::uint64_t> finished;  ///< lines the worker has done
    std::atomic<std::uint64_t> calls;     ///< calls entered: tells one sleep from the next
    std::atomic<std::int32_t> inCall;     ///< number of the system call it is in, or notInCall
    std::atomic<std::int32_t> pid;        ///< set by the supervisor, and by the worker itself
    std::atomic<std::uint64_t> stop;      ///< set by the engine: end the line with this number
    std::atomic<std::uint32_t> numbering; ///< numbers taken, from before until published
    std::atomic<std::uint32_t> ended;     ///< set by the supervisor when it has reaped the worker
    std::atomic<std::uint32_t> slowed;    ///< times it waited for a full ring
    std::atomic<std::uint32_t> ready;     ///< set by the worker after it reported its start
    std::atomic<std::uint32_t> parent;    ///< forked: the ProcessId of its parent, from just before
                                          ///< the fork; else 0
    std::atomic<std::int32_t> waitStatus; ///< forked: what wait() told its parent; else notWaited
    std::atomic<std::uint64_t> fault;     ///< the address of its last SIGSEGV or SIGBUS; else 0
    std::atomic<std::uint64_t> begun;     ///< number of the common start that it has begun last
    std::atomic<std::int64_t> waitsNs;    ///< when it last said that it waits for the others of one
    /// Its own last word, for a supervisor that comes too late to be told: 1 + status just before
    /// it exits, -signal when a fault is about to kill it; else 0.
    std::atomic<std::int32_t> ending;
    char failed[256]; ///< why it ends before it is ready, as text; read when it has ended
};

inline constexpr std::int32_t notInCall = -1;
inline constexpr std::int32_t notWaited = -1;

/// Which table of the kernel an id belongs to.
enum class LedgerKind : std::uint32_t { Queue, Segment };
inline constexpr std::size_t ledgerKinds = 2;

/// What became of an object that a process of the lab asked the kernel for.
enum class LedgerState : std::uint32_t {
    Free,
    Claimed,  ///< being filled in by its process
    Intended, ///< about to call a get with IPC_CREAT (or IPC_PRIVATE); id not known yet
    Created,  ///< made by the lab: to be removed at the end
    Found,    ///< existed before: looked at, never removed by the lab's clean-up
    Removed,  ///< gone
};

/// One object. The process fills the entry first and changes `state` last.
struct alignas(64) LedgerEntry {
    std::atomic<LedgerState> state;
    LedgerKind kind;
    std::int32_t key;
    std::int32_t flags; ///< msgflg or shmflg of the call
    std::atomic<std::int32_t> id;
    std::uint32_t uid, gid; ///< who asked, as seen inside the supervisor's user namespace
    std::int32_t pid;
    ProcessId process;
    std::int64_t requestedSec; ///< CLOCK_REALTIME seconds just before the call
    std::int32_t before;       ///< id that the key had before the call, or -1
    std::int64_t ctimeSec;     ///< of the created object when known, else 0
};

inline constexpr int boardSlots = 1024; ///< processes in a lab's whole life
inline constexpr int ledgerSlots = 1024;

/// The memory that all processes of one lab share, besides the rings.
struct Board {
    std::uint64_t magic;
    alignas(64) std::atomic<std::uint64_t> nextSeq;    ///< the one order over all events
    alignas(64) std::atomic<std::uint32_t> ledgerUsed; ///< entries handed out so far
    std::atomic<std::uint32_t> forks; ///< children that have put their pid into their slot
    /// The supervisor holds copies of workers' descriptors: until it has let go of them, no worker
    /// makes a call that it has not entered yet.
    alignas(64) std::atomic<std::uint32_t> looking;
    alignas(64) WorkerSlot workers[boardSlots];
    LedgerEntry ledger[ledgerSlots];
};

inline constexpr std::uint64_t boardMagic = 0x34'62'61'6c'63'70'69; // "ipclab4"

/// A Board in a memfd, mapped. The descriptor is close-on-exec; who passes it on says so.
class SharedBoard {
public:
    [[nodiscard]] static Result<SharedBoard> create();
    [[nodiscard]] static Result<SharedBoard> attach(Fd fd);
    SharedBoard(SharedBoard&& other) noexcept;
    SharedBoard& operator=(SharedBoard&& other) noexcept;
    SharedBoard(const SharedBoard&) = delete;
    SharedBoard& operator=(const SharedBoard&) = delete;
    ~SharedBoard();

    [[nodiscard]] Board& operator*() const { return *board_; }
    [[nodiscard]] Board* operator->() const { return board_; }
    [[nodiscard]] int fd() const { return fd_.get(); }
    /// The memory stays mapped; nobody else can be given it any more.
    void closeDescriptor() { fd_.reset(); }

private:
    SharedBoard(Fd fd, Board* board);
    Fd fd_;
    Board* board_ = nullptr;
};

} // namespace ipclab
