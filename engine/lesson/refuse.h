#pragma once

#include "engine/call/language.h"
#include "engine/world/world.h"

#include <optional>
#include <vector>

namespace ipclab {

/// The first place where a script could touch what its own lab did not make: an identifier that
/// no msgget or shmget of the script gave, a key that is not known before the start, a signal to
/// something other than a process of the script, a process as root that the user did not allow.
[[nodiscard]] std::optional<SyntaxError> refuse(const Script& script, bool allowRoot = false);

/// A key that the script opens or creates a queue or a segment with.
struct UsedKey {
    std::int64_t key = 0;
    Position at;
    event::ObjectKind kind = event::ObjectKind::Queue;
};

/// Every key of the script but IPC_PRIVATE, once, where it stands first.
[[nodiscard]] std::vector<UsedKey> usedKeys(const std::vector<Statement>& statements);

/// Refuses a script whose key already belongs to an object in the kernel's tables (the texts of
/// /proc/sysvipc/msg and shm): it is not the lab's own.
[[nodiscard]] std::optional<SyntaxError> refuseTakenKeys(const std::vector<UsedKey>& keys,
                                                         std::string_view kernelTable);

/// The same for one call whose key is known by now, as one that ftok made: the object is fine when
/// the lab knows it.
[[nodiscard]] std::optional<SyntaxError> refuseForeignKey(const Call& call, const Scope& scope,
                                                          const World& world);

} // namespace ipclab
