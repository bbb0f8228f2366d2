// event: what happened, as plain data; the rings it travels in and how it is written to a file.
#pragma once

#include "engine/call/call.h"

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace ipclab {

/// Who reports. 0 is the engine, 1 the supervisor; workers count from firstWorker and are never
/// reused within a lab.
using ProcessId = std::uint16_t;
inline constexpr ProcessId engineProcess = 0;
inline constexpr ProcessId supervisorProcess = 1;
inline constexpr ProcessId firstWorker = 2;

/// Limits of a lab; more is refused with the limit's name.
inline constexpr int maxProcesses = 32;                           ///< alive at the same time
inline constexpr int maxObjects = 64;                             ///< that stand at the same time
inline constexpr std::size_t maxPayload = std::size_t{64} * 1024; ///< bytes of one call

/// Names one given action, so that its events can be tied to the line that was written.
using CallRef = std::uint32_t;

namespace event {

/// A worker is ready to take calls.
struct ProcessStarted {
    std::string letter, label, user;
    std::int32_t pid = 0;
    std::uint32_t uid = 0, gid = 0; ///< as the lab's user namespace sees them, like all owners
    ProcessId parent = 0;           ///< 0: started by the lab
};

/// A worker is gone. An exit is a kind, never a number alone.
struct ProcessEnded {
    bool killed = false;
    int code = 0;            ///< the signal when killed, else the exit status
    std::uint64_t fault = 0; ///< killed SIGSEGV or SIGBUS: the address that it used; else 0
};

/// A signal stopped a worker, or let it go on; whoever sent it.
struct Stopped {
    bool stopped = true; ///< false: it goes on
};

/// The user gave a process another label.
struct Renamed {
    std::string label;
};

/// A line was given to a process and is about to be made ("held" until Entered follows).
struct Given {
    CallRef first = 0; ///< ref of actions[0]; the others follow
    std::shared_ptr<const Statement> statement;
};

/// A held line was taken back before it was made.
struct Withdrawn {
    CallRef first = 0;
};

/// The process is about to enter the kernel.
struct Entered {
    CallRef ref = 0;
    ResolvedCall call;
};

/// The kernel says that the process sleeps in the call it entered.
struct SleepSeen {
    CallId call = CallId::Msgget;
};

/// What a descriptor, or a path, leads to. stat(2).
struct FileIdentity {
    std::uint32_t mode = 0; ///< st_mode: S_IFIFO, S_IFREG, … and the permission bits
    std::uint64_t dev = 0, ino = 0;
    bool operator==(const FileIdentity&) const = default;
};

/// A descriptor that a call made, and what it leads to.
struct OpenedFile {
    std::int32_t fd = -1; ///< -1 for ftok, which opens nothing
    FileIdentity file;
    bool operator==(const OpenedFile&) const = default;
};

/// The call returned. `data` is the received text; `stat` what IPC_STAT gave. See ResolvedCall for
/// what belongs to which call.
struct Returned {
    CallRef ref = 0;
    CallId call = CallId::Msgget;
    std::int64_t result = 0;
    int error = 0;          ///< errno when result is -1
    std::int64_t mtype = 0; ///< of a received message
    std::string data;
    std::shared_ptr<const QueueStat> stat;
    bool refused = false; ///< the lab's own limit, not the kernel (`data` names it)
    bool existed = false; ///< msgget, shmget: the object stood there just before the call
    std::int64_t detail = 0;
    std::shared_ptr<const SegmentStat> segment = nullptr;
    std::vector<OpenedFile> files = {};
};

/// A process stored a value in one of its variables.
struct Assigned {
    std::string target;
    Value value;
};

struct SeenMessage {
    std::int64_t type = 0;
    std::string text;
    bool operator==(const SeenMessage&) const = default;
};

/// A look at a queue. When `quiet`, no process of the lab did anything during the look, and the
/// event stands in the order exactly where the look was true.
struct QueueSeen {
    QueueStat stat;
    bool gone = false; ///< the kernel no longer knows the id
    bool quiet = false;
    bool contentsKnown = false;        ///< `messages` holds the first of the queue
    std::vector<SeenMessage> messages; ///< from the head, at most observedMessages
    std::string missing;               ///< why the contents are not known; empty if they are
};

/// Every process is idle or asleep, and the supervisor was asked (`request`) to say when.
struct Quiet {
    std::uint64_t request = 0;
};

/// The kernel's own tables, /proc/sysvipc/msg and then /proc/sysvipc/shm, verbatim.
struct TableSeen {
    std::string text;
};

/// What /proc says of one descriptor. proc(5), fd and fdinfo.
struct SeenDescriptor {
    std::int32_t fd = -1;
    std::string target; ///< the link: "pipe:[4711]", "/dev/null", a path in the scratch folder
    FileIdentity file;
    std::uint32_t flags = 0; ///< access mode and status flags of the open file description
    bool closeOnExec = false;
    bool operator==(const SeenDescriptor&) const = default;
};

/// The descriptor table of a process (of whom), without the lab's own descriptors.
struct DescriptorsSeen {
    std::vector<SeenDescriptor> descriptors; ///< in the order of their numbers
};

/// A look at a pipe or FIFO, quiet as QueueSeen is.
struct PipeSeen {
    std::uint64_t dev = 0, ino = 0;
    std::uint64_t bytes = 0;    ///< unread, FIONREAD
    std::uint64_t capacity = 0; ///< bytes, F_GETPIPE_SZ
    bool quiet = false;
    bool contentsKnown = false;
    std::string contents; ///< the unread bytes, at most maxPayload of them
    std::string missing;  ///< why the contents are not known
};

/// A look at a segment, quiet as QueueSeen is. Contents travel as what changed since the last look.
struct SegmentSeen {
    SegmentStat stat;
    bool gone = false;
    bool quiet = false;
    std::uint64_t rss = 0; ///< bytes of pages that exist, /proc/sysvipc/shm
    struct Run {
        std::uint64_t offset = 0;
        std::string bytes;
        std::uint64_t times = 1; ///< `bytes` so often, one behind the other: a page of zeros is one
        bool operator==(const Run&) const = default;
    };
    std::vector<Run> changed; ///< at most maxPayload bytes a look; the rest comes with the next
    bool contentsKnown = false;
    /// Pages that exist were not read: not gone over yet, or touched by no process of the lab.
    bool partial = false;
    std::string missing; ///< why (some of) the contents are not known
};

/// Which kind of kernel object an event is about.
enum class ObjectKind : std::uint8_t { Queue, Segment, Pipe };

/// Something that no process of the lab did: found by comparing world and kernel.
struct OutsideChange {
    enum class Kind : std::uint8_t {
        Sent, ///< messages, or bytes into a pipe
        Taken,
        Changed,
        Removed,
        Reordered,
        Written, ///< bytes of a segment, at `offset`
        Attached,
        Detached,
    };
    Kind kind = Kind::Changed;
    std::int32_t queue = -1; ///< the id of the queue or segment
    std::int32_t pid = 0;    ///< from msg_lspid or msg_lrpid; 0 where the kernel does not say
    std::int64_t count = 1;  ///< messages sent or taken
    std::string what;        ///< "msg_qbytes 16384 → 100"; for the log
    ObjectKind object = ObjectKind::Queue;
    std::uint64_t ino = 0;    ///< of a pipe
    std::uint64_t offset = 0; ///< Written: of the first byte; `count` bytes
};

/// A process died between taking a number and writing its event.
struct Hole {
    ProcessId process = 0;
    std::uint64_t seq = 0;
};

/// The text of the Notice that says: every process that is there now is as good as dead.
inline constexpr const char* supervisorDied =
    "the supervisor died, and every process with it; a new one has removed what they had created";

/// The text of the Notice that says: a segment without attachments does not outlive its maker, and
/// goes with its last attachment. proc_sys_kernel(5).
inline constexpr const char* shmRmidForced =
    "shm_rmid_forced is 1 here: a segment goes with its last attachment, or with the process that "
    "made it";

/// What is missing or was noticed; shown in the status line and the log. That of a process which
/// is not there says why it could not be started.
struct Notice {
    std::string text;
};

using Body = std::variant<ProcessStarted, ProcessEnded, Renamed, Given, Withdrawn, Entered,
                          SleepSeen, Returned, Assigned, QueueSeen, Quiet, TableSeen, OutsideChange,
                          Hole, Notice, Stopped, DescriptorsSeen, PipeSeen, SegmentSeen>;

} // namespace event

/// At most so many messages of a queue are read in one look (MSG_COPY is quadratic).
inline constexpr int observedMessages = 200;

struct Event {
    std::uint64_t seq = 0;   ///< one order over all processes
    std::int64_t timeNs = 0; ///< CLOCK_MONOTONIC
    ProcessId process = 0;   ///< who reports; for what the supervisor says of a worker: of whom
    event::Body body;
};

} // namespace ipclab
