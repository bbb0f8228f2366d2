// Which moment the window shows: the present, or an earlier one.
#include "gui/bridge/lab_bridge.h"

#include <algorithm>

namespace ipclab {

void LabBridge::stepBack() {
    if (!isOpen() || taken_ == 0) return;
    goTo(steps_.before(past_.value_or(taken_)));
}

void LabBridge::stepForward() {
    if (!isOpen() || !past_) return;
    const std::uint64_t from = *past_;
    const std::optional<std::uint64_t> next = steps_.after(from);
    if (next) {
        goTo(*next);
        return;
    }
    if (recording_) {
        goTo(taken_);
        return;
    }
    // The last step ends in the present: what happened in it is shown like any other step.
    const std::uint64_t first = taken_ - std::min<std::uint64_t>(taken_ - from, maxFresh);
    past_.reset();
    showPresent(lab_->events(first, static_cast<std::size_t>(taken_ - first)), first, first - from);
    emit positionChanged(false);
    wake();
}

void LabBridge::goLive() {
    if (recording_) goTo(taken_);
    if (!lab_ || !past_) return;
    past_.reset();
    showPresent({}, taken_, 0);
    emit positionChanged(false);
    wake();
}

void LabBridge::goTo(std::uint64_t position) {
    if (!isOpen()) return;
    position = std::min(position, taken_);
    // One step forward is shown as what happened in it; a jump is only shown as its end.
    const std::uint64_t from = past_.value_or(taken_);
    const bool forward =
        past_ && position > from && steps_.countBefore(position) <= steps_.countBefore(from) + 1;
    const std::uint64_t first =
        forward ? position - std::min<std::uint64_t>(position - from, maxFresh) : position;
    past_ = position;
    shown_.world = std::make_shared<World>(stateAt(position));
    shown_.fresh = read(first, position - first);
    shown_.firstFresh = first;
    shown_.skipped = forward ? first - from : 0;
    shown_.past = true;
    shown_.position = position;
    shown_.total = taken_;
    shown_.nowNs = shown_.world->timeNs;
    if (lab_) shown_.statistics = lab_->statistics();
    emit frame(shown_);
    emit positionChanged(true);
}

} // namespace ipclab
