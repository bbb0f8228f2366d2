#include "gui/stage/clock.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr int frameMs = 16;
/// After a stall (a slow disk, a stopped program) motion goes on, it does not jump to its end.
constexpr double longestStepMs = 100;

} // namespace

StageClock::StageClock(QObject* parent) : QObject(parent) {
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(frameMs);
    connect(&timer_, &QTimer::timeout, this, [this] {
        const double passed = static_cast<double>(since_.nsecsElapsed()) / 1e6;
        since_.restart();
        advance(std::min(passed, longestStepMs));
    });
}

void StageClock::setSpeed(double speed) {
    speed_ = std::clamp(speed, 0.1, 25.0);
}

void StageClock::setManual(bool manual) {
    manual_ = manual;
    if (manual) timer_.stop();
}

void StageClock::advance(double wallMs) {
    wall_ += wallMs;
    now_ += wallMs * speed_;
    emit ticked();
}

void StageClock::keepRunning(bool wanted) {
    if (manual_ || wanted == timer_.isActive()) return;
    if (!wanted) return timer_.stop();
    since_.start();
    timer_.start();
}

} // namespace ipclab
