#pragma once

#include "engine/call/call_id.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

/// One name for a number that a parameter takes: a flag bit, a command, or a special value.
struct Constant {
    std::string_view name; ///< "IPC_NOWAIT"
    std::int64_t value = 0;
    std::string_view means; ///< one short phrase, English; the window translates it
};

/// How a parameter is asked for and checked. The forms in the window are made from it.
enum class ParameterKind : std::uint8_t {
    Key,            ///< key_t: number, IPC_PRIVATE
    QueueId,        ///< a queue's identifier: usually a variable
    Flags,          ///< constants OR-ed; hasMode adds the nine permission bits
    MessageIn,      ///< const void *msgp of a send: mtype and mtext
    MessageOut,     ///< void *msgp of a receive: a buffer variable
    Size,           ///< size_t in bytes
    MessageType,    ///< long msgtyp: 0, n, -n
    Command,        ///< one of the constants
    QueueStruct,    ///< struct msqid_ds *buf
    ProcessRef,     ///< pid_t: a process of the lab
    SignalNumber,   ///< one of the constants
    Disposition,    ///< const struct sigaction *: {handler | SIG_DFL | SIG_IGN, sa_flags}
    Pointer,        ///< any other pointer, usually NULL
    Descriptor,     ///< int fd: a variable or an element, fd[0]
    DescriptorPair, ///< int fd[2] of a pipe: the array that is filled
    Path,           ///< const char *: a name in the lab's scratch folder
    BufferIn,       ///< const void *buf of a write: a text, a variable, or an address
    BufferOut,      ///< void *buf of a read: a variable that is filled, or an address
    StatusOut,      ///< int *wstatus: NULL, or a variable that is filled
    LimitsIn,       ///< const struct rlimit *: {soft, hard}
    SegmentId,      ///< a segment's identifier: usually a variable
    SegmentStruct,  ///< struct shmid_ds *buf
    AddressIn,      ///< a pointer into the process's memory: p, p + 64, NULL
    Text,           ///< const char * or const void * to copy: a text, a variable, or an address
    Place,          ///< what a pointer points at: *(int *)(p + 64), p[3]
    Number,         ///< any other number
    Format,         ///< const char *format of printf
    PrintedValue,   ///< what one % of the format prints: a number, a text, or an address
};

struct Parameter {
    std::string_view name;  ///< "msgflg"
    std::string_view ctype; ///< "int"
    ParameterKind kind = ParameterKind::Size;
    std::span<const Constant> constants;
    bool hasMode = false;  ///< the permission bits belong to it
    std::string_view hint; ///< "must be at least 1"; may be empty
    std::string_view
        initial;           ///< what a fresh form holds, as an expression: "1234", "IPC_CREAT|0644"
    bool optional = false; ///< may be left out, with all that follow it
};

struct ErrorEntry {
    int number = 0;        ///< errno
    std::string_view when; ///< when this call gives it, one phrase
};

enum class ResultKind : std::uint8_t {
    Zero,
    QueueId,
    ByteCount,
    SegmentId,
    Descriptor, ///< the lowest number that is free
    Pid,
    AddressResult, ///< a pointer
    Key,           ///< key_t of ftok
    Number,        ///< what the call says: a flag word, a position, a value
    Never,         ///< does not return
};

/// Whether the kernel chooses the number, so that it is another one at the next run: a script's
/// `= 0` is only a name for it.
[[nodiscard]] bool isChosenByKernel(ResultKind kind);

/// All the lab knows of one call: forms, C lines, parser, log and C export are made from it.
struct CatalogueEntry {
    CallId id;
    std::string_view name;      ///< "msgget"
    std::string_view header;    ///< "sys/msg.h"
    std::string_view section;   ///< "msgget(2)"
    std::string_view mechanism; ///< "message queue"
    std::string_view summary;   ///< one sentence
    std::string_view ctype;     ///< "int"
    ResultKind result;
    std::string_view target; ///< variable that a fresh form stores the result in: "q"; may be empty
    long number; ///< the system call's number on this machine (SYS_msgget); -1: it makes none
    std::span<const Parameter> parameters;
    std::span<const ErrorEntry> errors;
    bool variadic = false; ///< printf: the last parameter may stand any number of times
};

/// Every call, in the order of CallId.
[[nodiscard]] std::span<const CatalogueEntry> catalogue();
[[nodiscard]] const CatalogueEntry& entryOf(CallId id);
/// nullptr for a name that is not in the catalogue.
[[nodiscard]] const CatalogueEntry* entryOf(std::string_view name);
/// Whether the call can be made with so many arguments.
[[nodiscard]] bool takes(const CatalogueEntry& entry, std::size_t arguments);
/// A named constant of any call (IPC_CREAT, SIGUSR1, …), or nullptr.
[[nodiscard]] const Constant* constantNamed(std::string_view name);
/// Names that belong to no single call: INT_MAX and its like, S_IRUSR and its like.
enum class GeneralConstants : std::uint8_t { Limits, ModeBits };
[[nodiscard]] std::span<const Constant> generalConstants(GeneralConstants which);
/// "IPC_CREAT|IPC_EXCL|0644" for the number, with the flags of this parameter. "0" for none.
[[nodiscard]] std::string printFlags(const Parameter& parameter, std::int64_t value);

} // namespace ipclab
