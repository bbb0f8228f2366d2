#pragma once

#include "engine/base/result.h"
#include "engine/event/board.h"
#include "workers/supervisor/standing.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ipclab {

/// Removes exactly what the processes of the lab created: by id and creator, never by key alone,
/// never anything else.
class Cleanup {
public:
    /// One for each kind of object, in the order of LedgerKind.
    using Kinds = std::array<std::unique_ptr<StandingObjects>, ledgerKinds>;
    [[nodiscard]] static Result<Kinds> openKinds();
    Cleanup(Board& board, Kinds kinds) : board_(board), kinds_(std::move(kinds)) {}

    /// A worker has died. If it was killed between its get and the note of what came of it, the
    /// object it made is found now, so that it is looked at like the others.
    void died(ProcessId process);

    /// Every worker is dead: removes all they made. What could not be removed, or might be somebody
    /// else's and was left alone, is said in words.
    [[nodiscard]] std::vector<std::string> removeAll();
    /// The same at the end of the lab, when the terminal alone is left to hear what is said. False
    /// when something is left.
    [[nodiscard]] bool finish();

private:
    [[nodiscard]] const StandingObjects& kindOf(const LedgerEntry& entry) const;
    void resolve(LedgerEntry& entry);
    void resolveKey(LedgerEntry& entry, const std::vector<Standing>& objects);
    void resolvePrivate(LedgerEntry& entry, const std::vector<Standing>& objects);
    [[nodiscard]] bool couldBe(const LedgerEntry& entry, const Standing& object) const;
    [[nodiscard]] bool isListed(LedgerKind kind, std::int32_t id) const;
    Result<void> remove(LedgerEntry& entry);
    [[nodiscard]] bool livesOn(const LedgerEntry& entry) const;

    Board& board_;
    Kinds kinds_;
    std::map<ProcessId, std::int64_t> deathSec_; ///< CLOCK_REALTIME
};

} // namespace ipclab
