#include "gui/bridge/lesson_run.h"

namespace ipclab {

LessonRun::LessonRun(LabBridge& bridge, QObject* parent) : QObject(parent), bridge_(bridge) {
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &LessonRun::step);
    connect(&bridge_, &LabBridge::frame, this, &LessonRun::look);
}

void LessonRun::load(Lesson lesson, const QString& name) {
    pause_.stop();
    playing_ = false;
    name_ = name;
    player_.emplace(std::move(lesson), static_cast<Playground&>(*this));
    emit changed();
}

void LessonRun::clear() {
    pause_.stop();
    playing_ = false;
    name_.clear();
    player_.reset();
    bridge_.needTable(false);
    emit changed();
}

const Lesson* LessonRun::lesson() const {
    return player_ ? &player_->lesson() : nullptr;
}

std::optional<FailedLine> LessonRun::failure() const {
    return player_ ? player_->failure() : std::nullopt;
}

void LessonRun::step() {
    if (!player_ || busy() || over()) return;
    bridge_.goLive();
    player_->begin();
    emit changed();
    look();
}

void LessonRun::play() {
    if (over()) return;
    playing_ = true;
    emit changed();
    step();
}

void LessonRun::pause() {
    pause_.stop();
    if (!playing_) return;
    playing_ = false;
    emit changed();
}

void LessonRun::look() {
    if (!busy() || !player_->poll()) return;
    const std::size_t step = player_->begun() - 1;
    const bool failed = player_->failure().has_value();
    const bool done = over();
    if (failed || done) playing_ = false;
    emit changed();
    if (done && !failed) emit finished();
    emit stepOver(step); // whoever hears it may load something else
    if (playing_ && !busy()) pause_.start(static_cast<int>(pauseMs_ / bridge_.speed()));
}

std::string LessonRun::obstacleTo(std::string_view user) const {
    return bridge_.obstacleTo(user);
}

Result<ProcessId> LessonRun::addProcess(const ProcessDeclaration& declaration) {
    return bridge_.tryAddProcess(declaration);
}

Result<void> LessonRun::give(const Statement& statement) {
    return bridge_.tryGive(statement);
}

Result<void> LessonRun::sendSignal(ProcessId process, int signal) {
    return bridge_.trySendSignal(process, signal);
}

} // namespace ipclab
