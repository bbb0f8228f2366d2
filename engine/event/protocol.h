// The packets between engine, supervisor and workers. One message is one packet of a SOCK_SEQPACKET
// socket.
#pragma once

#include "engine/event/event.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace ipclab {

/// The users of a lab, in this order everywhere.
inline constexpr std::array<const char*, 4> userNames{"alice", "bob", "carol", "root"};
inline constexpr int userCount = 4;

/// What the supervisor says first, once: whom it can start processes as.
struct Hello {
    struct User {
        std::int32_t available = 0;
        std::uint32_t uid = 0, gid = 0; ///< as the system outside sees them
        std::uint32_t insideUid = 0,
                      insideGid = 0; ///< as the supervisor's user namespace sees them
        char why[200] = {};          ///< what is missing and what would help
    };
    std::int32_t pid = 0;
    std::array<User, userCount> users{};
    char failed[300] = {};      ///< why the supervisor cannot work at all; empty when it can
    char missing[600] = {};     ///< what it works without: "no /proc/PID/syscall: …"; may be empty
    bool shmRmidForced = false; ///< a segment goes with its last attachment, or its maker
    char scratch[300] = {};     ///< the lab's scratch folder, the workers' current directory
};

/// Puts a text into a field of a packet, as much of it as there is room for.
template <std::size_t N> void copyText(std::string_view text, char (&field)[N]) {
    field[text.copy(field, N - 1)] = '\0';
}

enum class CommandKind : std::uint32_t {
    Start,  ///< with two descriptors: the worker's ring, the worker's end of its control socket
    Signal, ///< to the worker `process`
    Quiet,  ///< report event Quiet{request} as soon as every worker is idle or asleep
    Table,  ///< watch /proc/sysvipc/msg (value 1) or not (0)
    Look,   ///< a process has a new line, or an object may have changed: look soon
};

/// From the engine to the supervisor. When the engine's end closes, the supervisor ends all
/// workers, removes what they created, and exits.
struct Command {
    CommandKind kind = CommandKind::Look;
    ProcessId process = 0;
    std::uint32_t user = 0; ///< Start: index into userNames
    std::int32_t value = 0; ///< Signal: the signal; Table: on or off
    std::uint64_t request = 0;
    char letter[32] = {}; ///< Start: shown in the process's title
};

/// From the engine to a worker: one line. `count` calls follow in the same packet, each a
/// WireCall with its data; they are made `times` times, in order.
struct LineHeader {
    std::uint32_t count = 0;
    CallRef first = 0;
    std::uint64_t times = 1;
    std::uint64_t everyNs = 0; ///< 0 = flat out
    /// A line of several processes begins in all of them at once.
    std::uint64_t start = 0; ///< number of the common start; 0: it waits for nobody
    std::array<ProcessId, maxProcesses> together{}; ///< whose start it is; 0 behind the last
};

struct WireCall {
    CallId id = CallId::Msgget;
    std::uint32_t flags = 0;
    std::uint32_t dataBytes = 0;
    std::array<std::int64_t, 6> args{};
};

/// Descriptors that the supervisor leaves open in a worker, and the engine in the supervisor.
inline constexpr int boardFd = 3;
inline constexpr int ringFd = 4;
inline constexpr int controlFd = 5;
/// The reading end of a pipe that nobody writes to. Its only writing end belongs to the process
/// above, so it closes when that is gone, in whatever way.
inline constexpr int lifelineFd = 6;

/// Arguments: ipclab-worker PROCESS UID GID GROUPS(comma) LETTER; the uid 4294967295 leaves the
/// identity as it is. ipclab-supervisor [--private] [--msgmni=N] [--shmmni=N] [--shmall=N]
/// [--shm_rmid_forced=1]
/// [--allow-root].

} // namespace ipclab
