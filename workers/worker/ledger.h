#pragma once

#include "engine/base/fd.h"
#include "engine/event/board.h"

#include <array>
#include <optional>
#include <string_view>

namespace ipclab {

/// The worker's hand in the lab's ledger of objects: what it is about to create is noted before
/// the call, so that nothing stays behind even when the worker is killed within it.
class Ledger {
public:
    Ledger(Board& board, ProcessId self);

    /// In a forked child: whose objects they are from now on.
    void become(ProcessId self) { self_ = self; }

    struct Note {
        LedgerEntry* entry = nullptr;            ///< nothing when the call cannot create
        std::optional<std::string_view> refused; ///< the lab's limit that forbids the call
    };

    /// Before msgget or shmget. Looks up which object the key names now, where that tells later
    /// whether the call made one: in /proc/sysvipc, since a second get would be a call nobody asked
    /// for.
    [[nodiscard]] Note intend(LedgerKind kind, std::int32_t key, int flags);
    /// After the call, with its result. Whether the object stood there before.
    bool settle(const Note& note, LedgerKind kind, int id);
    /// After a successful IPC_RMID: the object is gone.
    void removed(LedgerKind kind, int id);
    /// The same of a segment, which lives on as long as somebody has it attached.
    void marked(LedgerKind kind, int id);

private:
    [[nodiscard]] LedgerEntry* claim();
    [[nodiscard]] LedgerEntry* known(LedgerKind kind, int id);
    [[nodiscard]] std::int32_t idOfKey(LedgerKind kind, std::int32_t key);
    [[nodiscard]] bool stillStands(LedgerKind kind, int id);
    void noteFound(LedgerKind kind, int id);

    Board& board_;
    ProcessId self_;
    std::array<Fd, ledgerKinds> tables_; ///< /proc/sysvipc/msg, /proc/sysvipc/shm
};

} // namespace ipclab
