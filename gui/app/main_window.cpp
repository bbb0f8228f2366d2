#include "gui/app/main_window.h"

#include "gui/app/exporter.h"
#include "gui/app/keys_sheet.h"
#include "gui/app/process_popover.h"
#include "gui/app/sidebar.h"
#include "gui/app/status_line.h"
#include "gui/app/toolbar.h"
#include "gui/app/trouble_page.h"
#include "gui/app/workspace.h"
#include "gui/stage/stage.h"

#include <QCloseEvent>
#include <QVBoxLayout>

namespace ipclab {
namespace {

constexpr QSize firstSize{1440, 900};

} // namespace

MainWindow::MainWindow(Theme& theme, Languages& languages, Settings settings, bool privateLab)
    : theme_(theme), languages_(languages), settings_(std::move(settings)), run_(bridge_),
      scenes_(bridge_, run_), actions_(this), steps_(actions_, bridge_, run_),
      exporter_(new Exporter(bridge_, this)) {
    setWindowTitle(QStringLiteral("IPC Lab"));
    setObjectName(QStringLiteral("window"));
    resize(firstSize);
    scenes_.setPrivate(privateLab);
    scenes_.setLanguage(languages_.current());
    if (!settings_.geometry.isEmpty()) restoreGeometry(settings_.geometry);
    connectBridge();
    connectActions();
    build();
}

MainWindow::~MainWindow() {
    // The widgets look at the bridge's frames: they go first.
    delete takeCentralWidget();
}

void MainWindow::build() {
    const bool lecture = actions_.at(ActionId::LectureMode)->isChecked();
    delete takeCentralWidget();
    actions_.retranslate();
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    toolbar_ = new Toolbar(actions_, theme_, whole);
    workspace_ = new Workspace(theme_, whole);
    column->addWidget(toolbar_);
    column->addWidget(workspace_, 1);
    status_ = new StatusLine(this);
    status_->setPrivate(bridge_.options().privateNamespace);
    setStatusBar(status_);
    popover_ = nullptr;
    setCentralWidget(whole);
    if (!settings_.columns.isEmpty()) workspace_->restore(settings_.columns, settings_.rows);
    workspace_->line()->setHistory(settings_.history);
    fillMenus();
    connectWorkspace();
    connectStage();
    showScene();
    if (bridge_.isOpen()) showFrame(bridge_.shown());
    if (lecture) setLecture(true); // else they are made as they shall be
    workspace_->stage()->setFocus();
}

void MainWindow::start(const QString& open) {
    if (open.isEmpty() || !scenes_.open(open)) {
        // What cannot be opened is said, also over the results of the opening scene, and the window
        // is not left empty.
        if (!open.isEmpty()) unopened_ = trouble_;
        scenes_.startFreePlay(Mechanism::MessageQueue);
    }
}

void MainWindow::setLanguage(const QString& language) {
    if (languages_.current() == language) return;
    keepSettings();
    settings_.language = language;
    languages_.use(language);
    scenes_.setLanguage(languages_.current());
    if (workspace_ == nullptr) return build();
    // What is being filled in goes on in the other language.
    const ProcessId process = workspace_->panel()->process();
    const auto wanted = workspace_->panel()->statement();
    const bool isLessons = workspace_->panel()->showsLesson();
    const QString typed = workspace_->line()->text();
    const int tab = workspace_->tabs()->currentIndex();
    build();
    if (!isLessons) workspace_->panel()->setProcess(process);
    if (wanted && !isLessons) workspace_->panel()->fill(*wanted);
    workspace_->line()->setText(typed);
    workspace_->tabs()->setCurrentIndex(tab);
}

void MainWindow::setLecture(bool lecture) {
    if (workspace_ == nullptr) return;
    if (lecture && !isFullScreen()) {
        wasMaximized_ = isMaximized();
        if (isVisible()) showFullScreen();
    } else if (!lecture && isFullScreen()) {
        if (wasMaximized_)
            showMaximized();
        else
            showNormal();
    }
    toolbar_->setVisible(!lecture);
    status_->setVisible(!lecture);
    workspace_->setLecture(lecture);
    actions_.at(ActionId::LectureMode)->setChecked(lecture);
    actions_.at(ActionId::LeaveLecture)->setEnabled(lecture);
    showLesson();
}

void MainWindow::nextTheme() {
    switch (theme_.name()) {
    case ThemeName::Light:
        theme_.setName(ThemeName::Dark);
        break;
    case ThemeName::Dark:
        theme_.setName(ThemeName::HighContrast);
        break;
    case ThemeName::HighContrast:
        theme_.setName(ThemeName::Desktop);
        break;
    case ThemeName::Desktop:
        theme_.setName(ThemeName::Light);
        break;
    }
}

void MainWindow::showLabFailure(const Error& error) {
    toolbar_ = nullptr;
    workspace_ = nullptr;
    popover_ = nullptr;
    auto* page = new TroublePage(error, this);
    delete takeCentralWidget();
    setCentralWidget(page);
    connect(page, &TroublePage::tryAgain, this, [this] {
        build();
        scenes_.startOver();
    });
}

void MainWindow::keepSettings() {
    if (!actions_.at(ActionId::LectureMode)->isChecked()) settings_.geometry = saveGeometry();
    settings_.theme = theme_.name();
    settings_.scale = theme_.scale();
    if (workspace_ == nullptr) return;
    settings_.columns = workspace_->columns();
    settings_.rows = workspace_->rows();
    settings_.history = workspace_->line()->history();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    keepSettings();
    settings_.save();
    event->accept();
}

} // namespace ipclab
