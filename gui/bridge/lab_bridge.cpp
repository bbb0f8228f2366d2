#include "gui/bridge/lab_bridge.h"

#include "engine/base/clock.h"
#include "gui/bridge/session_script.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr int frameMs = 16;
/// While nothing happens but somebody sleeps, only the clocks on the cards move.
constexpr int sleepMs = 100;

[[nodiscard]] bool someoneAsleep(const World& world) {
    return std::ranges::any_of(world.processes, [](const Process& process) {
        return process.state == ProcessState::Asleep || process.state == ProcessState::InKernel;
    });
}

} // namespace

LabBridge::LabBridge(QObject* parent) : QObject(parent) {
    shown_.world = std::make_shared<World>();
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &LabBridge::tick);
}

LabBridge::~LabBridge() {
    close();
}

Result<void> LabBridge::open(const LabOptions& options) {
    close();
    options_ = options;
    Result<std::unique_ptr<Lab>> lab = Lab::open(options);
    if (!lab) return std::unexpected(lab.error());
    lab_ = std::move(*lab);
    watchTable(tableSeen_);
    emit frame(shown_); // empty: every view forgets the lab before
    lab_->onEvents([this] {
        // On the lab's thread: one wake-up per frame, however many batches arrive.
        if (!dirty_.exchange(true))
            QMetaObject::invokeMethod(this, &LabBridge::wake, Qt::QueuedConnection);
    });
    dirty_ = true;
    wake();
    return {};
}

Result<void> LabBridge::openRecording(const std::filesystem::path& file) {
    auto recording = Journal::load(file);
    if (!recording) return std::unexpected(recording.error());
    close();
    recording_ = std::move(*recording);
    emit frame(shown_); // empty: every view forgets what was before
    const std::uint64_t total = recording_->size();
    for (std::uint64_t from = 0; from < total;) {
        const std::vector<Event> events = read(from, maxFresh);
        if (events.empty()) break;
        steps_.take(from, events);
        from += events.size();
    }
    taken_ = total;
    goTo(steps_.after(0).value_or(total));
    return {};
}

void LabBridge::close() {
    timer_.stop();
    lab_.reset();
    recording_.reset();
    shown_ = Frame{};
    shown_.world = std::make_shared<World>();
    steps_.clear();
    pending_.clear();
    starting_.clear();
    past_.reset();
    taken_ = givenCount_ = 0;
    tableNeeded_ = tableWatched_ = false;
    dirty_ = false;
}

std::shared_ptr<const World> LabBridge::present() const {
    return lab_ ? lab_->world() : shown_.world;
}

std::vector<UserChoice> LabBridge::users() const {
    return lab_ ? lab_->users() : std::vector<UserChoice>{};
}

std::string LabBridge::obstacleTo(std::string_view user) const {
    return lab_ ? lab_->obstacleTo(user) : std::string();
}

std::vector<Event> LabBridge::read(std::uint64_t from, std::uint64_t limit) const {
    const auto count = static_cast<std::size_t>(limit);
    if (lab_) return lab_->events(from, count);
    return recording_ ? recording_->read(from, count) : std::vector<Event>{};
}

World LabBridge::stateAt(std::uint64_t count) const {
    if (lab_) return lab_->worldAt(count);
    return recording_ ? recording_->stateAt(count) : World{};
}

void LabBridge::wake() {
    if (lab_ && (!timer_.isActive() || timer_.interval() != frameMs)) timer_.start(frameMs);
}

void LabBridge::tick() {
    if (!lab_) return;
    if (dirty_.exchange(false)) {
        takeIn();
        return;
    }
    if (past_) {
        timer_.stop();
        return;
    }
    if (!someoneAsleep(*shown_.world)) {
        timer_.stop();
        return;
    }
    timer_.setInterval(sleepMs);
    showPresent({}, taken_, 0);
}

void LabBridge::takeIn() {
    const std::uint64_t total = lab_->eventCount();
    const std::uint64_t first = total - std::min<std::uint64_t>(total - taken_, maxFresh);
    // What a view never gets is read only while a line's beginning is still to come.
    for (std::uint64_t from = taken_; from < first && steps_.given() < givenCount_;) {
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(first - from, 8192));
        const std::vector<Event> missed = lab_->events(from, count);
        if (missed.empty()) break;
        steps_.take(from, missed);
        from += missed.size();
    }
    std::vector<Event> fresh = lab_->events(first, static_cast<std::size_t>(total - first));
    steps_.take(first, fresh);
    const std::uint64_t skipped = first - taken_;
    taken_ = first + fresh.size();
    sayNotStarted();
    givePending();
    if (past_) {
        shown_.total = taken_;
        shown_.fresh.clear();
        shown_.statistics = lab_->statistics();
        emit frame(shown_);
    } else {
        showPresent(std::move(fresh), first, skipped);
    }
}

void LabBridge::showPresent(std::vector<Event> fresh, std::uint64_t first, std::uint64_t skipped) {
    shown_.world = lab_->world();
    shown_.fresh = std::move(fresh);
    shown_.firstFresh = first;
    shown_.skipped = skipped;
    shown_.past = false;
    shown_.position = shown_.total = taken_;
    shown_.nowNs = monotonicNs();
    shown_.statistics = lab_->statistics();
    emit frame(shown_);
}

void LabBridge::watchTable(bool on) {
    tableSeen_ = on;
    lookAtTable();
}

void LabBridge::needTable(bool on) {
    tableNeeded_ = on;
    lookAtTable();
}

void LabBridge::lookAtTable() {
    const bool on = tableSeen_ || tableNeeded_;
    if (!lab_ || on == tableWatched_) return;
    tableWatched_ = on;
    lab_->watchTable(on);
}

EventReader LabBridge::reader() const {
    return [this](std::uint64_t from, std::size_t limit) { return read(from, limit); };
}

std::string LabBridge::script() const {
    return sessionScript(reader(), eventCount());
}

std::uint64_t LabBridge::eventCount() const {
    return lab_ ? lab_->eventCount() : taken_;
}

Result<void> LabBridge::saveRecording(const std::filesystem::path& file) const {
    if (recording_) return recording_->save(file);
    if (!lab_) return failure("no laboratory is open");
    return lab_->saveJournal(file);
}

std::uint64_t LabBridge::requestQuiet() {
    return lab_ ? lab_->requestQuiet() : 0;
}

void LabBridge::setHold(bool hold) {
    if (hold_ == hold) return;
    hold_ = hold;
    emit holdChanged(hold);
}

void LabBridge::setSpeed(double speed) {
    speed = std::clamp(speed, 0.1, 25.0);
    if (speed_ == speed) return;
    speed_ = speed;
    emit speedChanged(speed);
}

} // namespace ipclab
