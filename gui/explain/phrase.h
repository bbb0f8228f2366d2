// The parts that sentences are put together from: names, lists, modes, and lines to give.
#pragma once

#include "engine/call/catalogue.h"
#include "gui/explain/explanation.h"

#include <QCoreApplication>
#include <QStringList>

namespace ipclab {

/// The translation context of every explanation.
struct Explain {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Explain)
};

namespace phrase {

[[nodiscard]] QString text(std::string_view utf8);
/// The letter in bold: "<b>B</b>".
[[nodiscard]] QString name(const Process& process);
/// "A, B and C"
[[nodiscard]] QString list(const QStringList& items);
[[nodiscard]] QString processes(const World& world, const std::vector<ProcessId>& ids);
/// "A (pid 4711)", "pid 4711" where it is no process of the lab, or "nobody" for 0.
[[nodiscard]] QString whose(const World& world, std::int64_t pid);
/// "alice", or "uid 1001" for a user of whom the lab has no process.
[[nodiscard]] QString user(const World& world, std::uint32_t uid);
/// "0644"
[[nodiscard]] QString octal(std::int64_t mode);
/// "r--" for 4
[[nodiscard]] QString bits(std::int64_t rwx);
/// "1 byte", "5 bytes"
[[nodiscard]] QString bytes(std::uint64_t count);
/// "1 message", "5 messages"
[[nodiscard]] QString messages(std::uint64_t count);
/// "type 1", "types 1, 4 and 2": the types that stand in the queue, in its order, each once.
[[nodiscard]] QString types(const Queue& queue);
/// What this msgtyp and msgflg take: "the first message of type 3".
[[nodiscard]] QString selection(std::int64_t msgtyp, std::int64_t msgflg);

/// The value of a named constant (IPC_NOWAIT) and whether it is set in a call's flags.
[[nodiscard]] std::int64_t constant(std::string_view name);
[[nodiscard]] bool has(std::int64_t flags, std::string_view name);

/// The queue that this id named last, the removed ones too, or nullptr.
[[nodiscard]] const Queue* queueOf(const World& world, std::int64_t id);
/// How the process names the queue: its variable, or the number.
[[nodiscard]] std::string queueName(const Process& process, std::int64_t id);
/// The process whose latest call was this, made without error on this queue at or after
/// `sinceNs`; nullptr when it can no longer be told.
[[nodiscard]] const Process* whoDid(const World& world, std::string_view command, std::int64_t id,
                                    std::int64_t sinceNs = 0);
/// Another process that could make a call now and has these permission bits (4 read, 2 write).
[[nodiscard]] const Process* someoneElse(const World& world, const Process& process,
                                         const Queue& queue, std::uint32_t needs);

/// A fix from its line of C, `by` in front; nothing when the line cannot be read.
[[nodiscard]] std::optional<Fix> fix(const QString& label, const Process& by,
                                     const std::string& line);

} // namespace phrase
} // namespace ipclab
