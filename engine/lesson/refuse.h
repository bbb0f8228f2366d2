#pragma once

#include "engine/call/language.h"

#include <optional>
#include <vector>

namespace ipclab {

/// The first place where a script could touch what its own lab did not make: an identifier that
/// no msgget of the script gave, a key that is not known before the start, a signal to something
/// other than a process of the script, a process as root that the user did not allow.
[[nodiscard]] std::optional<SyntaxError> refuse(const Script& script, bool allowRoot = false);

/// A key that the script opens or creates a queue with.
struct UsedKey {
    std::int64_t key = 0;
    Position at;
};

/// Every key of the script but IPC_PRIVATE, once, where it stands first.
[[nodiscard]] std::vector<UsedKey> usedKeys(const std::vector<Statement>& statements);

/// Refuses a script whose key already belongs to a queue in the kernel's table (the text of
/// /proc/sysvipc/msg): the queue is not the lab's own.
[[nodiscard]] std::optional<SyntaxError> refuseTakenKeys(const std::vector<UsedKey>& keys,
                                                         std::string_view kernelTable);

} // namespace ipclab
