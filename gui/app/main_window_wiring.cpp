// What is connected to what: signals of the views to the bridge, and frames to the views.
#include "gui/app/exporter.h"
#include "gui/app/keys_sheet.h"
#include "gui/app/lesson_words.h"
#include "gui/app/main_window.h"
#include "gui/app/process_popover.h"
#include "gui/app/sidebar.h"
#include "gui/app/status_line.h"
#include "gui/app/toolbar.h"
#include "gui/app/workspace.h"
#include "gui/explain/phrase.h"
#include "gui/explain/segment_phrase.h"
#include "gui/panels/c_source_view.h"
#include "gui/panels/event_log.h"
#include "gui/panels/kernel_tables.h"
#include "gui/panels/lesson_page.h"
#include "gui/stage/stage.h"
#include "gui/timeline/timeline.h"
#include "gui/words/words.h"

#include <QActionGroup>
#include <QFileDialog>

#include <csignal>
#include <utility>

namespace ipclab {

void MainWindow::connectBridge() {
    connect(&bridge_, &LabBridge::frame, this, &MainWindow::showFrame);
    connect(&bridge_, &LabBridge::refused, this,
            [this](const QString& why) { showTrouble(engineWords(why)); });
    connect(&bridge_, &LabBridge::positionChanged, this, [this](bool past) {
        if (toolbar_ != nullptr) toolbar_->setPast(past);
    });
    connect(&bridge_, &LabBridge::speedChanged, this, [this](double speed) {
        if (toolbar_ != nullptr) toolbar_->setSpeed(speed);
        if (workspace_ != nullptr) workspace_->stage()->setSpeed(speed);
    });
    connect(&run_, &LessonRun::changed, this, &MainWindow::showLesson);
    connect(&run_, &LessonRun::finished, this, [this] {
        if (run_.name().isEmpty() || settings_.finished.contains(run_.name())) return;
        settings_.finished << run_.name();
        if (workspace_ != nullptr) workspace_->sidebar()->setFinished(run_.name());
    });
    connect(&scenes_, &Scenes::changed, this, [this] {
        if (workspace_ == nullptr) return;
        workspace_->panel()->startAfresh();
        if (!scenes_.isFreePlay()) workspace_->panel()->setCall(firstCall(scenes_.mechanism()));
        showScene();
        // Whatever had the focus before: Space is the next step now.
        workspace_->stage()->setFocus();
    });
    connect(&scenes_, &Scenes::opened, this, [this] {
        const auto line = parseStatement(openingProposal(scenes_.mechanism()));
        if (workspace_ != nullptr && line) workspace_->panel()->fill(*line);
        if (!unopened_.isEmpty()) showUnopened(std::exchange(unopened_, {}));
    });
    connect(&scenes_, &Scenes::labFailed, this, &MainWindow::showLabFailure);
    connect(&scenes_, &Scenes::unopened, this, &MainWindow::showUnopened);
    connect(&scenes_, &Scenes::trouble, this, qOverload<const QString&>(&MainWindow::showTrouble));
    connect(&scenes_, &Scenes::keyTaken, this, [this](const QString& what) {
        if (workspace_ == nullptr) return;
        workspace_->panel()->showRefusal(what, {tr("Start over in a private IPC namespace"),
                                                [this] { scenes_.startOverInPrivate(); }});
    });
    connect(&steps_, &StepControl::playingChanged, this, [this](bool playing) {
        if (toolbar_ != nullptr) toolbar_->setPlaying(playing);
    });
    connect(exporter_, &Exporter::failed, this,
            qOverload<const QString&>(&MainWindow::showTrouble));
    connect(exporter_, &Exporter::done, this,
            [this](const QString& what) { status_->showMessage(what, 6000); });
}

void MainWindow::connectActions() {
    const auto on = [this](ActionId id, auto what) {
        connect(actions_.at(id), &QAction::triggered, this, [this, what] {
            if (workspace_ != nullptr) what();
        });
    };
    on(ActionId::MakeCall, [this] { workspace_->panel()->makeCall(); });
    on(ActionId::FocusPanel, [this] { workspace_->panel()->focusForm(); });
    on(ActionId::FocusLine, [this] { workspace_->line()->setFocus(Qt::ShortcutFocusReason); });
    on(ActionId::FocusStage, [this] { workspace_->stage()->setFocus(Qt::ShortcutFocusReason); });
    on(ActionId::NextProcess, [this] { chooseProcess(+1); });
    on(ActionId::PreviousProcess, [this] { chooseProcess(-1); });
    on(ActionId::AddProcess, [this] { askProcess(); });
    on(ActionId::OpenFile, [this] { askFile(); });
    on(ActionId::NewLab, [this] { scenes_.startOver(); });
    on(ActionId::SaveScript, [this] { exporter_->askScript(); });
    on(ActionId::SaveSource, [this] { exporter_->askSource(); });
    on(ActionId::SavePicture, [this] { exporter_->askPicture(); });
    on(ActionId::SaveRecording, [this] { exporter_->askRecording(); });
    on(ActionId::ShowTimeline, [this] { workspace_->showTab(workspace_->timeline()); });
    on(ActionId::ShowLog, [this] { workspace_->showTab(workspace_->log()); });
    on(ActionId::ShowSource, [this] { workspace_->showTab(workspace_->source()); });
    on(ActionId::ShowTables, [this] { workspace_->showTab(workspace_->tables()); });
    on(ActionId::ShowLesson, [this] { workspace_->showTab(workspace_->lesson()); });
    on(ActionId::LectureMode,
       [this] { setLecture(actions_.at(ActionId::LeaveLecture)->isEnabled() == false); });
    on(ActionId::LeaveLecture, [this] { setLecture(false); });
    on(ActionId::LargerScale, [this] { theme_.setScale(theme_.scale() + 0.1); });
    on(ActionId::SmallerScale, [this] { theme_.setScale(theme_.scale() - 0.1); });
    on(ActionId::ResetScale, [this] { theme_.setScale(1.0); });
    on(ActionId::NextTheme, [this] { nextTheme(); });
    on(ActionId::NextLanguage, [this] {
        const QStringList all = Languages::all();
        setLanguage(all[(all.indexOf(languages_.current()) + 1) % all.size()]);
    });
    on(ActionId::Keys, [this] { KeysSheet(this).exec(); });
    connect(actions_.at(ActionId::Quit), &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectWorkspace() {
    CallPanel* panel = workspace_->panel();
    panel->setUsers(bridge_.users());
    connect(panel, &CallPanel::callRequested, &bridge_, &LabBridge::give);
    connect(panel, &CallPanel::stepRequested, &run_, &LessonRun::step);
    connect(panel, &CallPanel::stopRequested, &bridge_, &LabBridge::stopRepeating);
    connect(panel, &CallPanel::releaseRequested, &bridge_, &LabBridge::release);
    connect(panel, &CallPanel::withdrawRequested, &bridge_, &LabBridge::withdraw);
    connect(panel, &CallPanel::signalRequested, &bridge_, &LabBridge::sendSignal);
    connect(panel, &CallPanel::renameRequested, &bridge_, &LabBridge::rename);
    connect(panel, &CallPanel::processChanged, this, [this](ProcessId process) {
        workspace_->stage()->setSelection(process);
        const auto world = bridge_.present();
        if (const Process* chosen = world->process(process))
            workspace_->line()->setDefaultProcess(QString::fromStdString(chosen->letter));
    });
    connect(workspace_->line(), &CallLine::entered, &bridge_, &LabBridge::give);
    bridge_.watchTable(false); // the timeline is seen first
    connect(workspace_, &Workspace::tablesWatched, &bridge_, &LabBridge::watchTable);
    connect(toolbar_, &Toolbar::speedChosen, &bridge_, &LabBridge::setSpeed);
    connect(workspace_->sidebar(), &Sidebar::lessonChosen, &scenes_, &Scenes::open);
    connect(workspace_->sidebar(), &Sidebar::openRequested, this, &MainWindow::askFile);
    connect(workspace_->sidebar(), &Sidebar::freePlayChosen, this, [this](Mechanism mechanism) {
        if (!scenes_.isFreePlay() || scenes_.mechanism() != mechanism)
            scenes_.startFreePlay(mechanism);
        showScene();
    });
    connect(workspace_->timeline(), &Timeline::positionRequested, &bridge_, &LabBridge::goTo);
    connect(workspace_, &Workspace::viewsMade, this, &MainWindow::connectViews);
    workspace_->timeline()->setReader(bridge_.reader());
}

void MainWindow::connectViews() {
    connect(workspace_->log(), &EventLog::positionRequested, &bridge_, &LabBridge::goTo);
    connect(workspace_->source(), &CSource::trouble, this,
            qOverload<const QString&>(&MainWindow::showTrouble));
    workspace_->log()->setReader(bridge_.reader());
    workspace_->source()->setReader(bridge_.reader());
    connectLesson();
    showScene();
    if (bridge_.isOpen()) workspace_->setFrame(bridge_.shown());
}

void MainWindow::connectStage() {
    Stage* stage = workspace_->stage();
    stage->setSpeed(bridge_.speed());
    stage->setSelection(workspace_->panel()->process());
    connect(stage, &Stage::processClicked, workspace_->panel(), &CallPanel::setProcess);
    connect(stage, &Stage::killRequested, &bridge_,
            [this](ProcessId process) { bridge_.sendSignal(process, SIGKILL); });
    const auto control = [this](ObjectKind kind, qint64 id, const char* rest) {
        const auto world = bridge_.present();
        const Process* caller = world->process(workspace_->panel()->process());
        if (caller == nullptr || kind == ObjectKind::Pipe) return;
        // By its variable where it has one, as in C: a number is another object the next time.
        const std::string call = kind == ObjectKind::Queue
                                     ? "msgctl(" + phrase::queueName(*caller, id)
                                     : "shmctl(" + phrase::segmentName(*caller, id);
        const std::string line = caller->letter + ": " + call + ", " + rest + ")";
        if (const auto statement = parseStatement(line)) bridge_.give(*statement);
    };
    connect(stage, &Stage::statRequested, this, [control](ObjectKind kind, qint64 id) {
        // One struct of each kind: a variable keeps its type in C.
        control(kind, id, kind == ObjectKind::Segment ? "IPC_STAT, &shmds" : "IPC_STAT, &ds");
    });
    connect(stage, &Stage::removeRequested, this,
            [control](ObjectKind kind, qint64 id) { control(kind, id, "IPC_RMID, NULL"); });
    connect(stage, &Stage::closeRequested, &bridge_, [this](ProcessId process, int descriptor) {
        const auto world = bridge_.present();
        const Process* caller = world->process(process);
        if (caller == nullptr) return;
        const std::string line = caller->letter + ": close(" + std::to_string(descriptor) + ")";
        if (const auto statement = parseStatement(line)) bridge_.give(*statement);
    });
    connect(stage, &Stage::objectClicked, stage, &Stage::setSelectedObject);
}

void MainWindow::showFrame(const Frame& frame) {
    if (workspace_ == nullptr) return;
    workspace_->setFrame(frame);
    // What goes on meanwhile says nothing new of an earlier moment.
    if (!frame.past || frame.world != told_) showSentence();
    told_ = frame.world;
    status_->setFrame(frame);
    status_->countFrame();
}

std::function<std::optional<World>()> MainWindow::earlier() const {
    return [this, position = bridge_.shown().position]() mutable -> std::optional<World> {
        position = bridge_.steps().before(position);
        return position == 0 ? std::nullopt : std::optional(bridge_.stateAt(position));
    };
}

void MainWindow::showSentence() {
    const Frame& frame = bridge_.shown();
    const Lesson* lesson = scenes_.isFreePlay() ? nullptr : run_.lesson();
    const bool lecture = actions_.at(ActionId::LectureMode)->isChecked();
    const bool begins = lesson != nullptr && run_.begun() == 0 && frame.world->processes.empty();
    // In a lecture the page is not to be seen, and the question comes before the step. Why somebody
    // sleeps, and what would wake it, is then the answer.
    const bool mayAsk = lesson != nullptr && !run_.busy() && !frame.past;
    const bool asks = mayAsk && run_.begun() < lesson->steps.size() &&
                      lesson->steps[run_.begun()].prediction.has_value();
    const QString question = asks && lecture ? lessonQuestion(*lesson, run_.begun()) : QString();
    const Telling telling = question.isEmpty() ? Telling::Everything : Telling::WhatHappened;
    const QString words = begins       ? lessonOpening(*lesson)
                          : frame.past ? pastSentence(*frame.world, earlier())
                                       : sentence_.at(*frame.world, telling, earlier());
    workspace_->stage()->setSentence(words + question);
    workspace_->stage()->setAsks(asks);
}

void MainWindow::showTrouble(const QString& what) {
    showTrouble(what, {});
}

void MainWindow::showTrouble(const QString& what, const Remedy& remedy) {
    trouble_ = what;
    if (workspace_ == nullptr) return;
    workspace_->panel()->showRefusal(what, remedy);
    // The panel keeps it; here it must not outlast what it says for long.
    status_->showMessage(what.section(u'\n', 0, 0), 5'000);
}

void MainWindow::showUnopened(const QString& why) {
    showTrouble(why, {tr("Open another lesson or script…"), [this] { askFile(); }});
}

void MainWindow::showScene() {
    if (workspace_ == nullptr) return;
    toolbar_->setScene(scenes_.title(), scenes_.shortTitle());
    workspace_->line()->setExample(typedExample(scenes_.mechanism()));
    workspace_->panel()->setUsers(bridge_.users());
    const Lesson* lesson = scenes_.isFreePlay() ? nullptr : run_.lesson();
    if (lesson != nullptr || workspace_->hasViews())
        workspace_->lesson()->setLesson(lesson != nullptr ? std::optional(*lesson) : std::nullopt);
    workspace_->setReading(lesson != nullptr);
    if (lesson != nullptr) workspace_->showTab(workspace_->lesson());
    workspace_->stage()->setPrivateNamespace(bridge_.options().privateNamespace);
    status_->setPrivate(bridge_.options().privateNamespace);
    showLesson();
}

void MainWindow::chooseProcess(int direction) {
    // The chosen one stays in the row when it has ended: those beside it are next.
    const ProcessId chosen = workspace_->panel()->process();
    std::vector<ProcessId> row;
    const auto world = bridge_.present();
    for (const Process& process : world->processes)
        if (process.alive() || process.id == chosen) row.push_back(process.id);
    if (row.empty()) return;
    const auto count = static_cast<std::ptrdiff_t>(row.size());
    const auto at = std::ranges::find(row, chosen) - row.begin();
    workspace_->panel()->setProcess(
        row[static_cast<std::size_t>((at + direction + count) % count)]);
}

void MainWindow::askFile() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open a lesson or script"), {},
        tr("Lessons, scripts, recordings (*.md *.ipc *.ipcrec);;All files (*)"));
    if (!file.isEmpty()) scenes_.open(file);
}

void MainWindow::askProcess() {
    if (popover_ == nullptr) {
        popover_ = new ProcessPopover(centralWidget());
        connect(popover_, &ProcessPopover::requested, &bridge_, &LabBridge::addProcess);
    }
    popover_->openBelow(toolbar_->addProcessButton(), bridge_.users(),
                        freeLetter(*bridge_.present()));
}

} // namespace ipclab
