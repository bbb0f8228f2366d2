#pragma once

#include "engine/call/language.h"
#include "engine/journal/journal.h"
#include "gui/bridge/frame.h"
#include "gui/bridge/session_script.h"
#include "gui/bridge/steps.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>

namespace ipclab {

/// Owns the lab, takes in its events once per display frame and tells every view. The worker
/// processes are never held up: nothing here waits for them.
class LabBridge : public QObject {
    Q_OBJECT
public:
    explicit LabBridge(QObject* parent = nullptr);
    ~LabBridge() override;

    /// Opens a laboratory in place of the one before, which ends and cleans up.
    Result<void> open(const LabOptions& options);
    /// Shows a recording instead of a lab, from its beginning: all of it is the past.
    Result<void> openRecording(const std::filesystem::path& file);
    void close();
    [[nodiscard]] bool isOpen() const { return lab_ != nullptr || recording_ != nullptr; }
    [[nodiscard]] bool isRecording() const { return recording_ != nullptr; }
    [[nodiscard]] const LabOptions& options() const { return options_; }

    /// What is shown now; the same that the last frame() carried.
    [[nodiscard]] const Frame& shown() const { return shown_; }
    /// The newest state, also while an earlier moment is shown.
    [[nodiscard]] std::shared_ptr<const World> present() const;
    [[nodiscard]] std::vector<UserChoice> users() const;
    [[nodiscard]] std::string obstacleTo(std::string_view user) const;
    [[nodiscard]] const Steps& steps() const { return steps_; }

    /// Starts a process; an empty letter takes the next free one.
    bool addProcess(const QString& letter, const QString& label, const QString& user);
    bool rename(ProcessId process, const QString& label);
    bool sendSignal(ProcessId process, int signal);

    /// Gives a line to its processes, and starts those that no line named before. Shows the
    /// present first. False, with refused(), when it could not be given.
    bool give(const Statement& statement);
    /// The same for a lesson's player, which knows its processes and says itself what went wrong.
    Result<ProcessId> tryAddProcess(const ProcessDeclaration& declaration);
    Result<void> trySendSignal(ProcessId process, int signal);
    Result<void> tryGive(const Statement& statement);
    bool release(ProcessId process);
    bool withdraw(ProcessId process);
    bool stopRepeating(ProcessId process);
    /// Has the kernel's table looked at while it is seen, in this lab and those after it.
    void watchTable(bool on);
    /// The same while a lesson is played, whose keys are compared with it.
    void needTable(bool on);

    /// Reads the journal of whatever lab is open; for views that want more than frames bring.
    [[nodiscard]] EventReader reader() const;
    /// The session so far as a script.
    [[nodiscard]] std::string script() const;
    /// The state after the first `count` events; for what an earlier moment followed from.
    [[nodiscard]] World stateAt(std::uint64_t count) const;
    /// How many events the journal has now.
    [[nodiscard]] std::uint64_t eventCount() const;
    Result<void> saveRecording(const std::filesystem::path& file) const;

    [[nodiscard]] bool hold() const { return hold_; }
    [[nodiscard]] double speed() const { return speed_; }

    /// A number that World::quiet reaches when every process is idle or asleep.
    std::uint64_t requestQuiet();

public slots:
    /// Shows the moment before the last step, or before the step that is shown.
    void stepBack();
    /// In the past: one step towards the present.
    void stepForward();
    void goLive();
    /// Shows the state after the first `position` events.
    void goTo(std::uint64_t position);
    void setHold(bool hold);
    void setSpeed(double speed);

signals:
    void frame(const ipclab::Frame& frame);
    /// Something that was asked for could not be done: what and why.
    void refused(const QString& why);
    void holdChanged(bool hold);
    void speedChanged(double speed);
    /// Live, or an earlier moment: the buttons follow.
    void positionChanged(bool past);

private:
    [[nodiscard]] std::vector<Event> read(std::uint64_t from, std::uint64_t limit) const;
    [[nodiscard]] bool canMakeCalls();
    void wake();
    void tick();
    void takeIn();
    void showPresent(std::vector<Event> fresh, std::uint64_t first, std::uint64_t skipped);
    void givePending();
    void sayNotStarted();
    void lookAtTable();
    bool signal(const Statement& statement);
    bool startMissing(const Statement& statement);
    template <class T> bool told(const Result<T>& result);

    std::unique_ptr<Lab> lab_;
    std::unique_ptr<Journal> recording_; ///< instead of a lab
    LabOptions options_;
    QTimer timer_;
    std::atomic<bool> dirty_{false};
    Frame shown_;
    Steps steps_;
    std::uint64_t taken_ = 0;      ///< events that steps_ and the views know of
    std::uint64_t givenCount_ = 0; ///< Given events that must come, seen or not
    std::optional<std::uint64_t> past_;
    std::deque<Statement> pending_;
    std::map<ProcessId, std::string> starting_; ///< asked for here and not yet seen; letters
    bool tableSeen_ = false, tableNeeded_ = false;
    bool tableWatched_ = false; ///< what this lab was told
    bool hold_ = false;
    double speed_ = 1.0;
};

} // namespace ipclab
