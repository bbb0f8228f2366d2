#pragma once

#include "engine/base/ipc_sysctls.h"
#include "engine/call/call_id.h"
#include "engine/call/value.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ipclab {

/// A place in a script; both count from 1. 0 where a call was not written but clicked.
struct Position {
    int line = 0;
    int column = 0;
};

enum class NumberBase : std::uint8_t { Decimal, Octal, Hexadecimal };

/// An argument as written. It is evaluated only when the call is given to its process.
struct Expr {
    enum class Kind : std::uint8_t {
        Number,     ///< `number`, printed in `base`
        Name,       ///< `text`: a variable, a named constant (IPC_CREAT), or a process (its pid)
        String,     ///< `text`: raw bytes, printed as a C string literal
        Or,         ///< parts joined by |
        Negative,   ///< -parts[0]
        Complement, ///< ~parts[0]
        Sum,        ///< parts joined by +
        Product,    ///< parts joined by *
        AddressOf,  ///< &parts[0]
        Null,       ///< NULL
        Sizeof,     ///< sizeof(parts[0]) or sizeof parts[0]
        List,       ///< {parts…}: a message {1, "hello"}, or {handler, SA_RESTART}
        Fields,     ///< {.names[i] = parts[i], …}: a partial struct msqid_ds for IPC_SET
        Cast,       ///< (text)parts[0]; kept so that a line prints as it was written
        Member,     ///< parts[0].text, e.g. ds.msg_perm.mode (text = "msg_perm.mode")
        Index,      ///< parts[0][parts[1]]: fd[0] of an array, or a byte p[64] of memory
        Deref,      ///< *parts[0]: what a pointer points at
        Function,   ///< text(parts…) whose value is known without a call: strlen("hello")
    };
    Kind kind = Kind::Number;
    std::int64_t number = 0;
    NumberBase base = NumberBase::Decimal;
    std::string text;
    std::vector<Expr> parts;
    std::vector<std::string> names;
    Position at;
};

/// One system call as written: `msgsnd(q, {1, "hello"}, 5, IPC_NOWAIT)`.
struct Call {
    CallId id = CallId::Msgget;
    std::vector<Expr> args; ///< in the order of the catalogue's parameters
    /// Store: '=' or what stands before it in `+=`, `-=`, `|=`, `&=`, `^=`. args are {the place, as
    /// Deref or Index, and the value}. Load has the place alone.
    char operation = '=';
};

/// One thing that a process does: a call, or a store of a value into one of its variables.
/// `q = msgget(…)` is a call with a target; `sbuf = {1, "hi"}` has no call but a value; `int fd[2]`
/// has neither, only a type.
struct Action {
    std::string target;        ///< "q", "ds.msg_perm.mode", "fd[0]", or empty
    std::optional<Call> call;  ///< nothing for a plain assignment
    std::optional<Expr> value; ///< the assigned value when there is no call
    std::string type;          ///< declared in front: "int *"; "char[64]" for `char buf[64]`
    std::string cast;          ///< of what the call returns: "char *" in `p = (char *)shmat(…)`
    Position at;
};

/// What stands behind a call in a script. Nothing of it is checked when it is absent.
struct Expectation {
    enum class Kind : std::uint8_t {
        Returns, ///< `= 5 {1, "hello"}`, `= -1 EIDRM`
        Blocks,  ///< `blocks`: asleep in the kernel
        Killed,  ///< `killed SIGKILL`
    };
    /// How what came back compares with what is written: `= 5`, `!= key`, `< 20000000`.
    enum class Compare : std::uint8_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
    Kind kind = Kind::Returns;
    Compare compare = Compare::Equal;
    std::int64_t result = 0;
    std::optional<Expr> value;       ///< instead of `result`: an expression with variables, `= key`
    std::optional<std::string> text; ///< what was read or printed: `= 11 "hello child"`
    int error = 0;                   ///< errno, 0 for none
    std::optional<MessageBuffer> message; ///< the payload of a receive
    std::optional<Expr> fields;           ///< {.msg_qnum = 2, …} after IPC_STAT
    int signal = 0;
    Position at;
};

/// A process that a script declares: `process C as carol "reader"`.
struct ProcessDeclaration {
    std::string letter;         ///< the name in front of the colon: A, B, parent
    std::string label;          ///< what the card says beside the letter; may be empty
    std::string user = "alice"; ///< alice, bob, carol (or root, when the lab was asked to)
    Position at;
};

/// One line of a script.
struct Statement {
    enum class Kind : std::uint8_t {
        Declare, ///< process …
        Do,      ///< A: actions (more than one, or times > 1, only in a repeat)
        Await,   ///< A: returns …   the sleeping call of A returns; or A: killed SIGSEGV
        Signal,  ///< kill A SIGTERM   nobody's call: the lab itself sends a signal
    };
    Kind kind = Kind::Do;
    ProcessDeclaration declaration;     ///< Declare
    std::vector<std::string> processes; ///< letters; more than one start together
    std::vector<Action> actions;
    bool repeated = false;     ///< written as repeat N { … }
    std::uint64_t times = 1;   ///< repeat N
    std::uint64_t everyMs = 0; ///< repeat N every T ms; 0 = flat out
    int signal = 0;            ///< Signal
    std::optional<Expectation> expectation;
    std::string source; ///< the line as it was written, without the indentation
    Position at;
};

struct Script {
    bool privateNamespace = false; ///< `lab private`: an IPC namespace of its own
    IpcSysctls sysctls{};          ///< `lab private msgmni=2`
    std::vector<Statement> statements;
};

/// Descriptors of a process from here on are the lab's own: not shown, and a call that names one is
/// refused.
inline constexpr int firstOwnDescriptor = 900;

/// Flags of a resolved call.
inline constexpr std::uint32_t rawAddress = 1; ///< the buffer argument is an address
inline constexpr std::uint32_t rawSource = 32; ///< memcpy, strcpy, strlen: the source is an address
inline constexpr std::uint32_t intoVariable = 64; ///< the same and memset: into a variable

/// Where a Store and an AtomicAdd keep how often they are to be made.
inline constexpr std::size_t storeTimes = 4;
inline constexpr std::size_t atomicAddTimes = 3;

/// A call with every argument evaluated: what travels to the worker and back in events.
/// The arguments by call, and what its Returned carries besides result and errno:
/// Msgget {key, msgflg}; Msgsnd {msqid, mtype, msgsz, msgflg}, data = mtext, [4] = raw address;
/// Msgrcv {msqid, msgsz, msgtyp, msgflg, [4] = raw address};
/// Msgctl {msqid, cmd, mode, uid, gid, qbytes} (the last four for IPC_SET), [2] = raw address;
/// Kill {pid, sig}; Sigaction {signum, disposition 0 default 1 ignore 2 handler, sa_flags}.
/// Pipe {[2] = raw address}; Pipe2 {flags, [2] = raw address}: returns `files` of both ends;
/// Open {flags, mode}, data = path: returns `files` of the one; Mkfifo {mode}, data = path: the
/// same, fd -1; Read {fd, count, [2] = raw address}: returns data; Write {fd, count, [2] = raw
/// address}, data (raw: returns it); Close {fd}; Dup {fd}; Dup2 {oldfd, newfd}; Fcntl {fd, cmd,
/// arg}; Lseek {fd, offset, whence}; Fork {}, data = process ids that were got ready, 16 bits each:
/// returns detail = the child's; Wait {[2] = raw address}: returns detail = the status, mtype = a
/// fault's address; Exit {status}; Setrlimit {resource, soft, hard}; Unlink, data = path; Link,
/// Symlink, Rename, data = old path, NUL, new path; Chmod {mode}, data = path; Shmget {key, size,
/// shmflg}; Shmat {shmid, shmaddr, shmflg}: returns the address, and detail = bytes mapped; Shmdt
/// {shmaddr}; Shmctl {shmid, cmd, mode, uid, gid}, [2] = raw address: returns `segment`; Mprotect
/// {addr, len, prot}; Munmap {addr, len}; Strcpy {dest, source}, data = the text; Memcpy {dest,
/// source, n}, data = the bytes, returns data where it copied from memory; Memset {dest, byte, n};
/// all three with intoVariable write no memory; Strlen {address} with rawSource, else data = the
/// text; Printf, data = packed format and arguments (printf.h): returns data = what was printed;
/// Load {address, width, isSigned}: returns the value; Store {address, width, value, operation,
/// times}, AtomicAdd {address, width, value, times}: they repeat by themselves, so that the loop is
/// as tight as in C. Return the value after the last, detail = the value before the first, mtype =
/// how often it was done (a stop ends it early). Ftok {id}, data = path: returns `files` of it.
struct ResolvedCall {
    CallId id = CallId::Msgget;
    std::uint32_t flags = 0; ///< rawAddress, rawSource, intoVariable
    std::array<std::int64_t, 6> args{};
    std::string data;
};

} // namespace ipclab
