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

[[nodiscard]] QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
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

bool LabBridge::canMakeCalls() {
    if (lab_) return true;
    if (recording_)
        emit refused(tr("This is a recording: what happened can be looked at, but no process runs. "
                        "Start over for free play."));
    return false;
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

bool LabBridge::addProcess(const QString& letter, const QString& label, const QString& user) {
    if (!canMakeCalls()) return false;
    const auto added =
        lab_->addProcess(letter.toStdString(), label.toStdString(), user.toStdString());
    if (added) starting_.emplace(*added, letter.toStdString());
    return told(added);
}

bool LabBridge::rename(ProcessId process, const QString& label) {
    return lab_ && told(lab_->rename(process, label.toStdString()));
}

bool LabBridge::sendSignal(ProcessId process, int signal) {
    goLive();
    return lab_ && told(lab_->sendSignal(process, signal));
}

Result<void> LabBridge::trySendSignal(ProcessId process, int signal) {
    if (!lab_) return failure("no laboratory is open");
    return lab_->sendSignal(process, signal);
}

/// kill B SIGTERM
bool LabBridge::signal(const Statement& statement) {
    const std::string& letter = statement.processes.front();
    const std::shared_ptr<const World> world = lab_->world();
    if (const Process* process = world->process(letter))
        return told(trySendSignal(process->id, statement.signal));
    return told(Result<void>(failure("there is no process " + letter)));
}

bool LabBridge::give(const Statement& statement) {
    if (!canMakeCalls()) return false;
    goLive();
    if (statement.kind == Statement::Kind::Declare) {
        const ProcessDeclaration& wanted = statement.declaration;
        return addProcess(text(wanted.letter), text(wanted.label), text(wanted.user));
    }
    if (statement.kind == Statement::Kind::Await) {
        emit refused(tr("“returns” says what a sleeping call is expected to give back; "
                        "there is nothing to make."));
        return false;
    }
    if (statement.kind == Statement::Kind::Signal) return signal(statement);
    if (!startMissing(statement)) return false;
    if (!pending_.empty()) {
        wake();
        return true;
    }
    return told(tryGive(statement));
}

bool LabBridge::startMissing(const Statement& statement) {
    const std::shared_ptr<const World> world = lab_->world();
    bool missing = false;
    for (const std::string& letter : statement.processes) {
        if (world->process(letter) != nullptr) continue;
        missing = true;
        const bool asked = std::ranges::any_of(pending_, [&](const Statement& other) {
            return std::ranges::find(other.processes, letter) != other.processes.end();
        });
        if (!asked && !addProcess(text(letter), {}, QStringLiteral("alice"))) return false;
    }
    // A process must be seen alive before its first line; later lines keep their order.
    if (missing || !pending_.empty()) pending_.push_back(statement);
    return true;
}

/// A process that could not be started takes the lines with it that wait for it.
void LabBridge::sayNotStarted() {
    const std::shared_ptr<const World> world = lab_->world();
    QStringList reasons;
    std::erase_if(starting_, [&](const auto& each) {
        const std::string* why = world->whyNotStarted(each.first);
        if (!why) return world->process(each.first) != nullptr;
        std::erase_if(pending_, [&each](const Statement& line) {
            return std::ranges::find(line.processes, each.second) != line.processes.end();
        });
        reasons << text(*why);
        return true;
    });
    for (const QString& why : reasons)
        emit refused(why);
}

void LabBridge::givePending() {
    const std::shared_ptr<const World> world = lab_->world();
    const auto present = [&](const std::string& letter) {
        return world->process(letter) != nullptr;
    };
    while (!pending_.empty() && std::ranges::all_of(pending_.front().processes, present)) {
        const Statement statement = std::move(pending_.front());
        pending_.pop_front();
        told(tryGive(statement));
    }
}

Result<void> LabBridge::tryGive(const Statement& statement) {
    if (!lab_) return failure("no laboratory is open");
    Result<void> given = lab_->give(statement, hold_);
    if (given) givenCount_ += statement.processes.size();
    return given;
}

Result<ProcessId> LabBridge::tryAddProcess(const ProcessDeclaration& declaration) {
    if (!lab_) return failure("no laboratory is open");
    return lab_->addProcess(declaration.letter, declaration.label, declaration.user);
}

bool LabBridge::release(ProcessId process) {
    return lab_ && told(lab_->release(process));
}

bool LabBridge::withdraw(ProcessId process) {
    return lab_ && told(lab_->withdraw(process));
}

bool LabBridge::stopRepeating(ProcessId process) {
    return lab_ && told(lab_->stopRepeating(process));
}

void LabBridge::watchTable(bool on) {
    if (lab_) lab_->watchTable(on);
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

template <class T> bool LabBridge::told(const Result<T>& result) {
    if (result) return true;
    emit refused(text(result.error().message()));
    return false;
}

} // namespace ipclab
