#pragma once

#include "engine/base/fd.h"
#include "engine/event/board.h"

#include <optional>
#include <string_view>

namespace ipclab {

/// The worker's hand in the lab's ledger of objects: what it is about to create is noted before
/// the call, so that nothing stays behind even when the worker is killed within it.
class Ledger {
public:
    Ledger(Board& board, ProcessId self);

    struct Note {
        LedgerEntry* entry = nullptr;            ///< nothing when the call cannot create
        std::optional<std::string_view> refused; ///< the lab's limit that forbids the call
    };

    /// Before msgget. Looks up which queue the key names now, where that tells later whether the
    /// call made one: /proc/sysvipc/msg, since a second msgget would be a call nobody asked for.
    [[nodiscard]] Note intend(std::int32_t key, int msgflg);
    /// After msgget, with its result. Whether the queue stood there before.
    bool settle(const Note& note, int id);
    /// After a successful IPC_RMID.
    void removed(int id);

private:
    [[nodiscard]] LedgerEntry* claim();
    [[nodiscard]] LedgerEntry* known(int id);
    [[nodiscard]] std::int32_t idOfKey(std::int32_t key);
    void noteFound(int id);

    Board& board_;
    ProcessId self_;
    Fd table_; ///< /proc/sysvipc/msg
};

} // namespace ipclab
