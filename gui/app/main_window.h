// app: main, the window, its actions and settings: wiring only.
#pragma once

#include "gui/app/actions.h"
#include "gui/app/languages.h"
#include "gui/app/scenes.h"
#include "gui/app/settings.h"
#include "gui/app/step_control.h"
#include "gui/explain/moment.h"

#include <QMainWindow>

namespace ipclab {

class Exporter;
class ProcessPopover;
class StatusLine;
class Toolbar;
class Workspace;
struct Remedy;

/// The window. The lab behind it lives on while the widgets are made anew in another language.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Theme& theme, Languages& languages, Settings settings, bool privateLab);
    ~MainWindow() override;

    /// Opens the lab with the opening scene, or with a lesson or file.
    void start(const QString& open);
    [[nodiscard]] LabBridge& bridge() { return bridge_; }
    [[nodiscard]] LessonRun& run() { return run_; }
    [[nodiscard]] Scenes& scenes() { return scenes_; }
    [[nodiscard]] Workspace* workspace() const { return workspace_; }
    [[nodiscard]] const Actions& actions() const { return actions_; }
    [[nodiscard]] const QString& lastTrouble() const { return trouble_; }

    void setLanguage(const QString& language);
    void setLecture(bool lecture);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void fillMenus();
    void fillSceneMenu();
    void connectBridge();
    void connectActions();
    void connectWorkspace();
    void connectViews();
    void connectStage();
    void connectLesson();
    void showFrame(const Frame& frame);
    void showTrouble(const QString& what);
    void showTrouble(const QString& what, const Remedy& remedy);
    void showUnopened(const QString& why);
    void showLabFailure(const Error& error);
    void showSentence();
    /// Gives the moments before the shown one, a line of a step further back each time.
    [[nodiscard]] std::function<std::optional<World>()> earlier() const;
    void showScene();
    void showLesson();
    void chooseProcess(int direction);
    void askFile();
    void askProcess();
    void nextTheme();
    void keepSettings();

    Theme& theme_;
    Languages& languages_;
    Settings settings_;
    LabBridge bridge_;
    LessonRun run_;
    Scenes scenes_;
    Actions actions_;
    StepControl steps_;
    Exporter* exporter_;
    Toolbar* toolbar_ = nullptr;
    Workspace* workspace_ = nullptr;
    StatusLine* status_ = nullptr;
    ProcessPopover* popover_ = nullptr; ///< made when it is asked for
    QString trouble_;
    RunningSentence sentence_;
    std::shared_ptr<const World> told_; ///< the moment that the sentence was last made of
    QString unopened_; ///< why what the window was started with could not be opened
    bool wasMaximized_ = false;
};

} // namespace ipclab
