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
    Key,          ///< key_t: number, IPC_PRIVATE
    QueueId,      ///< a queue's identifier: usually a variable
    Flags,        ///< constants OR-ed; hasMode adds the nine permission bits
    MessageIn,    ///< const void *msgp of a send: mtype and mtext
    MessageOut,   ///< void *msgp of a receive: a buffer variable
    Size,         ///< size_t in bytes
    MessageType,  ///< long msgtyp: 0, n, -n
    Command,      ///< one of the constants
    QueueStruct,  ///< struct msqid_ds *buf
    ProcessRef,   ///< pid_t: a process of the lab
    SignalNumber, ///< one of the constants
    Disposition,  ///< const struct sigaction *: {handler | SIG_DFL | SIG_IGN, sa_flags}
    Pointer,      ///< any other pointer, usually NULL
};

struct Parameter {
    std::string_view name;  ///< "msgflg"
    std::string_view ctype; ///< "int"
    ParameterKind kind = ParameterKind::Size;
    std::span<const Constant> constants;
    bool hasMode = false;  ///< the permission bits belong to it
    std::string_view hint; ///< "must be at least 1"; may be empty
    std::string_view
        initial; ///< what a fresh form holds, as an expression: "1234", "IPC_CREAT|0644"
};

struct ErrorEntry {
    int number = 0;        ///< errno
    std::string_view when; ///< when this call gives it, one phrase
};

enum class ResultKind : std::uint8_t { Zero, QueueId, ByteCount };

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
    long number;             ///< the system call's number on this machine (SYS_msgget)
    std::span<const Parameter> parameters;
    std::span<const ErrorEntry> errors;
};

/// Every call, in the order of CallId.
[[nodiscard]] std::span<const CatalogueEntry> catalogue();
[[nodiscard]] const CatalogueEntry& entryOf(CallId id);
/// nullptr for a name that is not in the catalogue.
[[nodiscard]] const CatalogueEntry* entryOf(std::string_view name);
/// A named constant of any call (IPC_CREAT, SIGUSR1, …), or nullptr.
[[nodiscard]] const Constant* constantNamed(std::string_view name);
/// Names that belong to no single call: INT_MAX and its like, S_IRUSR and its like.
enum class GeneralConstants : std::uint8_t { Limits, ModeBits };
[[nodiscard]] std::span<const Constant> generalConstants(GeneralConstants which);
/// "IPC_CREAT|IPC_EXCL|0644" for the number, with the flags of this parameter. "0" for none.
[[nodiscard]] std::string printFlags(const Parameter& parameter, std::int64_t value);

} // namespace ipclab
