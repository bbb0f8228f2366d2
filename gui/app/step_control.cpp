#include "gui/app/step_control.h"

#include "gui/app/toolbar.h"

namespace ipclab {
namespace {

constexpr int replayMs = 900;

} // namespace

StepControl::StepControl(const Actions& actions, LabBridge& bridge, LessonRun& run, QObject* parent)
    : QObject(parent), actions_(actions), bridge_(bridge), run_(run) {
    const auto on = [&](ActionId id, auto what) {
        connect(actions.at(id), &QAction::triggered, this, what);
    };
    on(ActionId::NextStep, [this] { next(); });
    on(ActionId::StepBack, [this] {
        run_.pause();
        bridge_.stepBack();
    });
    on(ActionId::Play, [this] { play(); });
    on(ActionId::Live, [this] { bridge_.goLive(); });
    on(ActionId::Slower, [this] { bridge_.setSpeed(nextSpeed(bridge_.speed(), -1)); });
    on(ActionId::Faster, [this] { bridge_.setSpeed(nextSpeed(bridge_.speed(), +1)); });
    connect(actions.at(ActionId::Hold), &QAction::toggled, this, &StepControl::setHold);
    connect(&replay_, &QTimer::timeout, this, [this] {
        bridge_.stepForward();
        replay_.setInterval(static_cast<int>(replayMs / bridge_.speed()));
    });
    connect(&bridge_, &LabBridge::frame, this, &StepControl::update);
    connect(&bridge_, &LabBridge::positionChanged, this, [this](bool past) {
        if (!past) replay_.stop();
        update();
    });
    connect(&run_, &LessonRun::changed, this, &StepControl::update);
    update();
}

ProcessId StepControl::held() const {
    const auto world = bridge_.present(); // a temporary would be gone before the loop begins
    for (const Process& process : world->processes)
        if (process.state == ProcessState::Held) return process.id;
    return 0;
}

void StepControl::next() {
    if (bridge_.shown().past) {
        bridge_.stepForward();
    } else if (const ProcessId process = held(); process != 0) {
        bridge_.release(process);
    } else {
        run_.step();
    }
}

void StepControl::play() {
    if (playing()) {
        replay_.stop();
        run_.pause();
    } else if (bridge_.shown().past) {
        replay_.start(static_cast<int>(replayMs / bridge_.speed()));
    } else {
        run_.play();
    }
    update();
}

/// What is already held is let go when holding ends: nothing stays behind unseen.
void StepControl::setHold(bool hold) {
    bridge_.setHold(hold);
    if (hold) return;
    const auto world = bridge_.present();
    for (const Process& process : world->processes)
        if (process.state == ProcessState::Held) bridge_.release(process.id);
}

void StepControl::update() {
    const bool more = run_.lesson() != nullptr && !run_.over();
    const Frame& shown = bridge_.shown();
    // A recording has no present behind its last moment.
    const bool past = shown.past && (!bridge_.isRecording() || shown.position < shown.total);
    if (!past) replay_.stop();
    actions_.at(ActionId::NextStep)->setEnabled(past || held() != 0 || (more && !run_.busy()));
    actions_.at(ActionId::StepBack)->setEnabled(bridge_.shown().position > 0);
    actions_.at(ActionId::Play)->setEnabled(past || more);
    actions_.at(ActionId::Live)->setEnabled(past);
    if (playing() == wasPlaying_) return;
    wasPlaying_ = playing();
    emit playingChanged(wasPlaying_);
}

} // namespace ipclab
