#pragma once

#include "engine/world/world.h"
#include "gui/controls/result_box.h"

namespace ipclab {

/// What the result box shows: the newest return, sleep or end, or why something could not be done.
class LatestResult {
public:
    explicit LatestResult(ResultBox& box) : box_(box) {}

    void look(const World& world);
    /// Stays until something new comes back. With a remedy, also until it is more than another
    /// round of a repeat, and what came back before the refusal is no news, seen or not.
    void showRefusal(const QString& why, const Remedy& remedy);
    /// A call is asked for: whatever was refused before is over.
    void callRequested();
    /// Another lab has been opened: nothing was made or refused in it yet.
    void forget();

private:
    ResultBox& box_;
    QString shown_;
    bool refused_ = false;
    std::int64_t pinnedNs_ = 0; ///< since when a refusal with its remedy is shown; 0: none
};

} // namespace ipclab
