// Who may do what with a queue, and why not: which class of bits applies, and what it grants.
#pragma once

#include "gui/explain/outcome.h"

namespace ipclab {

/// "carol is neither the owner alice nor in the queue's group, so the <b>other</b> bits of 0644
/// apply: r--."
[[nodiscard]] QString permissionSentence(const World& world, const Process& process,
                                         const QueueStat& stat);

/// The owner's IPC_SET that adds these bits (4 read, 2 write) to the class of this process.
[[nodiscard]] std::optional<Fix> permissionFix(const World& world, const Process& process,
                                               const QueueStat& stat, std::uint32_t needs);

/// EACCES of msgsnd and msgrcv: why these bits (4 read, 2 write) are missing, whether they were
/// taken away while the process slept, and the IPC_SET that gives them. `needs` says which it are.
void explainDenied(Explanation& explanation, const Outcome& outcome, std::uint32_t bits,
                   const QString& needs);

/// A living process that may IPC_SET and IPC_RMID the queue, `preferred` if it may itself.
[[nodiscard]] const Process* ownerOf(const World& world, const QueueStat& stat,
                                     const Process& preferred);

/// A process that may do so and could make the call now, or nullptr.
[[nodiscard]] const Process* readyOwner(const World& world, const QueueStat& stat);

} // namespace ipclab
