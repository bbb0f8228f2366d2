#pragma once

#include "gui/app/actions.h"
#include "gui/bridge/lab_bridge.h"
#include "gui/bridge/lesson_run.h"

#include <QObject>
#include <QTimer>

namespace ipclab {

/// Next step, Back, Play, Live: one meaning for buttons, keys and a presenter's remote.
/// Next goes forward in the past, else lets the held call go, else plays the lesson's next step.
class StepControl : public QObject {
    Q_OBJECT
public:
    StepControl(const Actions& actions, LabBridge& bridge, LessonRun& run,
                QObject* parent = nullptr);

    [[nodiscard]] bool playing() const { return replay_.isActive() || run_.playing(); }

signals:
    void playingChanged(bool playing);

private:
    void next();
    void play();
    void setHold(bool hold);
    void update();
    [[nodiscard]] ProcessId held() const;

    const Actions& actions_;
    LabBridge& bridge_;
    LessonRun& run_;
    QTimer replay_; ///< plays the past forward, step by step
    bool wasPlaying_ = false;
};

} // namespace ipclab
