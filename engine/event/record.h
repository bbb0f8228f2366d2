#pragma once

#include "engine/event/event.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace ipclab {

/// What kind of event a record carries. Only what workers and supervisor report travels in rings;
/// the engine makes the rest (Given, OutsideChange, …) itself.
enum class RecordKind : std::uint8_t {
    Started,   ///< args: pid, the parent's process id (0: started by the lab)
    Entered,   ///< args: the call's, four inline, the others in front of the data
    Returned,  ///< args: result, errno, mtype, detail; data: received text or packed QueueStat
    Ended,     ///< process: of whom; args: killed, code, address of a fault
    SleepSeen, ///< process: of whom; call
    QueueSeen, ///< args: flags of a look; data: packed stat and messages
    Quiet,     ///< args: request
    TableSeen, ///< data: the table
    Notice,    ///< data: the text
    Stopped,   ///< process: of whom; args: stopped, else it goes on
    Encoded,   ///< data: any event, as EventEncoder writes it (encodedBody)
};

inline constexpr std::uint32_t recordRefused = 2; ///< Returned: refused by the lab's own limit
inline constexpr std::uint32_t recordStat = 4;    ///< Returned: data is a packed QueueStat
inline constexpr std::uint32_t recordLongArgs =
    8; ///< Entered: args[4] and [5] stand before the data
inline constexpr std::uint32_t recordExisted = 16; ///< Returned: the queue stood before the call

inline constexpr std::int64_t queueGone = 1; ///< QueueSeen, args[0]: the bits of a look
inline constexpr std::int64_t queueQuiet = 2;
inline constexpr std::int64_t queueContents = 4;

/// One slot of a ring: the head of a record. `dataBytes` bytes of data fill the next slots.
struct alignas(64) Record {
    std::uint64_t seq = 0;
    std::int64_t timeNs = 0;
    RecordKind kind = RecordKind::Notice;
    CallId call = CallId::Msgget;
    ProcessId process = 0;
    CallRef ref = 0;
    std::uint32_t flags = 0;
    std::uint32_t dataBytes = 0;
    std::array<std::int64_t, 4> args{};
};
static_assert(sizeof(Record) == 64, "a record's head is one slot, one cache line");

/// How many slots a record with this much data takes.
[[nodiscard]] constexpr std::uint32_t slotsFor(std::size_t dataBytes) {
    return static_cast<std::uint32_t>(1 + (dataBytes + sizeof(Record) - 1) / sizeof(Record));
}

/// The event that a record stands for. ProcessStarted holds only the pid: who was started is known
/// to the engine alone. A record that makes no sense becomes a Notice that says so.
[[nodiscard]] Event decode(const Record& record, std::string data);

/// The record of a call that is about to be made. What it needs beyond the head is `data`: the
/// call's own bytes, unless args[4] or [5] are used; then `spare` is filled and returned.
[[nodiscard]] Record enteredRecord(const ResolvedCall& call, CallRef ref, std::string& spare,
                                   std::string_view& data);

/// The data of a QueueSeen record, and its arguments.
struct QueueSeenRecord {
    std::array<std::int64_t, 4> args{};
    std::string data;
};
[[nodiscard]] QueueSeenRecord packQueueSeen(const event::QueueSeen& seen);
/// The data of an Encoded record: for events too rare or too long to have a form of their own.
[[nodiscard]] std::string encodedBody(event::Body body);
/// The same of a return, for workers: a program that writes any event contains the whole language.
[[nodiscard]] std::string encodedReturned(const event::Returned& body);
[[nodiscard]] std::string packStat(const QueueStat& stat);
[[nodiscard]] bool unpackStat(std::string_view data, QueueStat& stat);

} // namespace ipclab
