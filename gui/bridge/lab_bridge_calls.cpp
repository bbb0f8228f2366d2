// What the window asks of processes: lines to make, signals, names.
#include "gui/bridge/lab_bridge.h"

#include <algorithm>

namespace ipclab {
namespace {

[[nodiscard]] QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

} // namespace

bool LabBridge::canMakeCalls() {
    if (lab_) return true;
    if (recording_)
        emit refused(tr("This is a recording: what happened can be looked at, but no process runs. "
                        "Start over for free play."));
    return false;
}

template <class T> bool LabBridge::told(const Result<T>& result) {
    if (result) return true;
    emit refused(text(result.error().message()));
    return false;
}

bool LabBridge::addProcess(const QString& letter, const QString& label, const QString& user) {
    if (!canMakeCalls()) return false;
    const auto added =
        lab_->addProcess(letter.toStdString(), label.toStdString(), user.toStdString());
    if (added) starting_.emplace(*added, letter.toStdString());
    return told(added);
}

bool LabBridge::rename(ProcessId process, const QString& label) {
    return canMakeCalls() && told(lab_->rename(process, label.toStdString()));
}

bool LabBridge::sendSignal(ProcessId process, int signal) {
    if (!canMakeCalls()) return false;
    goLive();
    return told(lab_->sendSignal(process, signal));
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
        const bool asked =
            std::ranges::any_of(starting_, [&](const auto& each) { return each.second == letter; });
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
    return canMakeCalls() && told(lab_->release(process));
}

bool LabBridge::withdraw(ProcessId process) {
    return canMakeCalls() && told(lab_->withdraw(process));
}

bool LabBridge::stopRepeating(ProcessId process) {
    return canMakeCalls() && told(lab_->stopRepeating(process));
}

} // namespace ipclab
