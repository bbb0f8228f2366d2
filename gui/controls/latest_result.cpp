#include "gui/controls/latest_result.h"

#include "engine/base/clock.h"
#include "gui/explain/moment.h"

namespace ipclab {
namespace {

/// The result worth showing: the newest return, or the sleep or end that came after it.
struct Latest {
    enum class What : std::uint8_t { Returned, Asleep, Ended };
    const Process* process = nullptr;
    What what = What::Returned;
    std::int64_t timeNs = 0;
};

[[nodiscard]] Latest latestOf(const World& world) {
    Latest latest, burst;
    for (const Process& process : world.processes) {
        Latest& returned = repeatsNow(process) ? burst : latest;
        if (process.last && process.last->returnedNs > returned.timeNs)
            returned = {&process, Latest::What::Returned, process.last->returnedNs};
        if (process.state == ProcessState::Asleep && process.current &&
            process.current->enteredNs > latest.timeNs)
            latest = {&process, Latest::What::Asleep, process.current->enteredNs};
        if (!process.alive() && process.endedNs > latest.timeNs)
            latest = {&process, Latest::What::Ended, process.endedNs};
    }
    if (burst.process != nullptr && burst.timeNs - latest.timeNs >= newsNs) return burst;
    return latest.process != nullptr ? latest : burst;
}

[[nodiscard]] Explanation explain(const World& world, const Latest& latest) {
    switch (latest.what) {
    case Latest::What::Asleep:
        return explainSleep(world, *latest.process);
    case Latest::What::Ended:
        return explainEnd(world, *latest.process);
    case Latest::What::Returned:
        break;
    }
    return explainOutcome(world, *latest.process, *latest.process->last);
}

} // namespace

void LatestResult::look(const World& world) {
    const Latest latest = latestOf(world);
    if (latest.process == nullptr) {
        if (!refused_) box_.clear();
        shown_.clear();
        return;
    }
    const QString key = QStringLiteral("%1 %2 %3")
                            .arg(latest.process->id)
                            .arg(static_cast<int>(latest.what))
                            .arg(latest.timeNs);
    const bool pinned =
        pinnedNs_ != 0 && (latest.timeNs <= pinnedNs_ || repeatsNow(*latest.process));
    if (key == shown_ || pinned) return;
    shown_ = key;
    refused_ = false;
    pinnedNs_ = 0;
    box_.explain(ipclab::explain(world, latest));
}

void LatestResult::showRefusal(const QString& why, const Remedy& remedy) {
    refused_ = true;
    pinnedNs_ = remedy.make != nullptr ? monotonicNs() : 0;
    box_.showRefusal(why, remedy);
}

void LatestResult::callRequested() {
    refused_ = false;
    pinnedNs_ = 0;
}

void LatestResult::forget() {
    callRequested();
    box_.clear();
}

} // namespace ipclab
