// The menus of the toolbar, and what the window shows of the lesson that is played.
#include "gui/app/main_window.h"

#include "engine/lesson/library.h"
#include "gui/app/sidebar.h"
#include "gui/app/toolbar.h"
#include "gui/app/workspace.h"
#include "gui/panels/lesson_page.h"
#include "gui/stage/stage.h"
#include "gui/words/words.h"

#include <QActionGroup>
#include <QDesktopServices>

namespace ipclab {
namespace {

/// A menu whose rows exclude each other; the chosen one is ticked.
template <class Value, class Choose>
void addChoices(QMenu* menu, const std::vector<std::pair<QString, Value>>& choices,
                const Value& current, Choose choose) {
    auto* group = new QActionGroup(menu);
    for (const auto& [text, value] : choices) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(value == current);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, menu, [choose, value] { choose(value); });
    }
}

} // namespace

void MainWindow::fillMenus() {
    QMenu* exports = toolbar_->exportMenu();
    for (const ActionId id : {ActionId::SaveScript, ActionId::SaveSource, ActionId::SavePicture,
                              ActionId::SaveRecording})
        exports->addAction(actions_.at(id));

    QMenu* menu = toolbar_->mainMenu();
    // Whatever gives way in a narrow toolbar is here too.
    toolbar_->sceneMenu()->setTitle(tr("Lessons"));
    menu->addMenu(toolbar_->sceneMenu());
    menu->addAction(actions_.at(ActionId::OpenFile));
    menu->addAction(actions_.at(ActionId::NewLab));
    menu->addAction(actions_.at(ActionId::AddProcess));
    menu->addSeparator();
    menu->addActions(exports->actions());
    menu->addSeparator();
    addChoices<ThemeName>(menu->addMenu(tr("Theme")),
                          {{tr("Light"), ThemeName::Light},
                           {tr("Dark"), ThemeName::Dark},
                           {tr("High contrast"), ThemeName::HighContrast},
                           {tr("As the desktop"), ThemeName::Desktop}},
                          theme_.name(), [this](ThemeName name) { theme_.setName(name); });
    std::vector<std::pair<QString, QString>> languages;
    for (const QString& language : Languages::all())
        languages.emplace_back(Languages::nameOf(language), language);
    // Queued: the menu that is clicked is made anew in the other language.
    addChoices<QString>(menu->addMenu(tr("Language")), languages, languages_.current(),
                        [this](const QString& language) {
                            QMetaObject::invokeMethod(
                                this, [this, language] { setLanguage(language); },
                                Qt::QueuedConnection);
                        });
    QMenu* size = menu->addMenu(tr("Size"));
    for (const ActionId id : {ActionId::LargerScale, ActionId::SmallerScale, ActionId::ResetScale})
        size->addAction(actions_.at(id));
    menu->addSeparator();
    for (const ActionId id :
         {ActionId::Play, ActionId::Live, ActionId::Hold, ActionId::Slower, ActionId::Faster,
          ActionId::LectureMode, ActionId::Keys, ActionId::Quit})
        menu->addAction(actions_.at(id));
    fillSceneMenu();
}

void MainWindow::fillSceneMenu() {
    QMenu* scenes = toolbar_->sceneMenu();
    std::map<Mechanism, QMenu*> menus;
    for (const Mechanism each : mechanisms()) {
        QMenu* menu = menus[each] = scenes->addMenu(mechanismName(each));
        connect(menu->addAction(tr("Free play")), &QAction::triggered, &scenes_,
                [this, each] { scenes_.startFreePlay(each); });
        menu->addSeparator();
    }
    std::vector<SidebarLesson> entries;
    for (const LessonEntry& lesson : lessons(languages_.current().toStdString())) {
        const QString name = QString::fromStdString(lesson.name);
        const QString title = QString::fromStdString(lesson.title);
        const Mechanism about = mechanismNamed(lesson.mechanism);
        entries.push_back({name, title, settings_.finished.contains(name), about});
        connect(menus[about]->addAction(title), &QAction::triggered, &scenes_,
                [this, name] { scenes_.open(name); });
    }
    workspace_->sidebar()->setLessons(entries);
    scenes->addSeparator();
    scenes->addAction(actions_.at(ActionId::OpenFile));
}

void MainWindow::connectLesson() {
    connect(workspace_->lesson(), &LessonPage::stepRequested, actions_.at(ActionId::NextStep),
            &QAction::trigger);
    connect(workspace_->lesson(), &LessonPage::linkClicked, this,
            [](const QUrl& url) { QDesktopServices::openUrl(url); });
}

void MainWindow::showLesson() {
    if (workspace_ == nullptr) return;
    const Lesson* lesson = scenes_.isFreePlay() ? nullptr : run_.lesson();
    const int steps = lesson != nullptr ? static_cast<int>(lesson->steps.size()) : 0;
    const int played = lesson != nullptr ? static_cast<int>(run_.played()) : 0;
    workspace_->sidebar()->setCurrent(scenes_.mechanism(),
                                      lesson != nullptr ? run_.name() : QString(), played, steps);
    const QString keys = tr("◀ ▶ step   Esc leave");
    workspace_->stage()->setFootnote(
        lesson != nullptr ? QStringLiteral("%1 / %2   ").arg(played).arg(steps) + keys : keys);
    std::optional<LessonCall> next;
    if (lesson != nullptr && !run_.busy()) next = lessonCall(*lesson, run_.begun());
    workspace_->panel()->follow(next);
    if (!workspace_->hasViews()) return;
    LessonProgress progress;
    progress.begun = run_.begun();
    progress.playing = run_.busy();
    if (const auto failed = run_.failure())
        progress.failure = engineWords(failed->message(run_.name().toStdString()));
    workspace_->lesson()->setProgress(progress);
    if (bridge_.isOpen()) showSentence();
}

} // namespace ipclab
