#pragma once

#include "engine/lesson/player.h"
#include "gui/bridge/lab_bridge.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace ipclab {

/// Plays a lesson or script through the bridge: by hand, one step at a time, or by itself. A step
/// is over when the kernel says that every process is idle or asleep.
class LessonRun : public QObject, private Playground {
    Q_OBJECT
public:
    explicit LessonRun(LabBridge& bridge, QObject* parent = nullptr);

    /// Starts from the beginning; the lab must be new. `name` is what the sidebar calls it.
    void load(Lesson lesson, const QString& name);
    void clear();
    [[nodiscard]] const Lesson* lesson() const;
    [[nodiscard]] const QString& name() const { return name_; }
    [[nodiscard]] std::size_t begun() const { return player_ ? player_->begun() : 0; }
    /// Steps that went as the lesson says, and the one being played.
    [[nodiscard]] std::size_t played() const { return player_ ? player_->played() : 0; }
    /// The step being played is not over yet.
    [[nodiscard]] bool busy() const { return player_ && player_->isPlaying(); }
    [[nodiscard]] bool over() const { return !player_ || player_->isOver(); }
    [[nodiscard]] bool playing() const { return playing_; }
    /// The line that went otherwise than the lesson says.
    [[nodiscard]] std::optional<FailedLine> failure() const;
    /// Milliseconds between two steps while it plays, at speed 1; 0 runs without a pause.
    void setPause(int ms) { pauseMs_ = ms; }

public slots:
    /// Begins the next step; does nothing while one is under way or at the end.
    void step();
    void play();
    void pause();

signals:
    /// A step has begun, is over, or failed; or another lesson is loaded.
    void changed();
    void stepOver(std::size_t step);
    void finished();

private:
    [[nodiscard]] std::string obstacleTo(std::string_view user) const override;
    Result<ProcessId> addProcess(const ProcessDeclaration& declaration) override;
    Result<void> give(const Statement& statement) override;
    Result<void> sendSignal(ProcessId process, int signal) override;
    std::uint64_t requestQuiet() override { return bridge_.requestQuiet(); }
    void watchTable() override { bridge_.needTable(true); }
    [[nodiscard]] std::shared_ptr<const World> world() const override { return bridge_.present(); }
    void look();

    LabBridge& bridge_;
    std::optional<Player> player_;
    QString name_;
    QTimer pause_;
    bool playing_ = false;
    int pauseMs_ = 900;
};

} // namespace ipclab
