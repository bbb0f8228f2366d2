#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>
#include <QString>

#include <span>
#include <vector>

namespace ipclab {

/// Everything that can be done in the window without pointing at something.
enum class ActionId {
    NextStep,
    StepBack,
    Play,
    Live,
    Hold,
    Slower,
    Faster,
    MakeCall,
    FocusPanel,
    FocusLine,
    FocusStage,
    NextProcess,
    PreviousProcess,
    AddProcess,
    OpenFile,
    NewLab,
    SaveScript,
    SaveSource,
    SavePicture,
    SaveRecording,
    ShowTimeline,
    ShowLog,
    ShowSource,
    ShowTables,
    ShowLesson,
    LectureMode,
    LeaveLecture,
    LargerScale,
    SmallerScale,
    ResetScale,
    NextTheme,
    NextLanguage,
    Keys,
    Quit,
};

/// One row of the table: F1 shows it, the menus and the toolbar are made from it.
struct ActionEntry {
    ActionId id;
    const char* text;    ///< translated in the context "actions"
    const char* keys[3]; ///< portable key sequences; nullptr ends them
    const char* group;   ///< heading in the sheet of keys, translated
};

/// The one table of all actions with their keys.
[[nodiscard]] std::span<const ActionEntry> actionTable();
[[nodiscard]] QString actionText(const ActionEntry& entry);
[[nodiscard]] QString actionGroup(const ActionEntry& entry);
[[nodiscard]] QList<QKeySequence> actionKeys(const ActionEntry& entry);

/// The actions of one window. Keys that the focused control uses itself stay with it: Space
/// presses a focused button, and letters go into fields.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget* window);
    [[nodiscard]] QAction* at(ActionId id) const { return actions_[static_cast<std::size_t>(id)]; }
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* window_;
    std::vector<QAction*> actions_;
};

} // namespace ipclab
