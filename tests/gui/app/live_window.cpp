#include "tests/gui/app/live_window.h"

#include "gui/app/workspace.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

namespace ipclab {

Settings LiveWindow::english() {
    Settings settings;
    settings.language = QStringLiteral("en");
    return settings;
}

bool LiveWindow::open(const Settings& settings) {
    theme_ = std::make_unique<Theme>();
    theme_->applyTo(*qApp);
    languages_ = std::make_unique<Languages>();
    languages_->use(settings.language);
    window_ = std::make_unique<MainWindow>(*theme_, *languages_, settings, false);
    window_->scenes().setPrograms(IPCLAB_PROGRAMS);
    window_->show();
    // A bare X server has no window manager that would do it.
    window_->activateWindow();
    if (!QTest::qWaitForWindowActive(window_.get())) return false;
    QSignalSpy opened(&window_->scenes(), &Scenes::opened);
    window_->start({});
    return QTest::qWaitFor([&] { return opened.count() == 1; }, 20000) &&
           QTest::qWaitFor([&] { return isIn("B", ProcessState::Asleep); });
}

void LiveWindow::close() {
    window_.reset();
    languages_.reset();
    theme_.reset();
}

const Process* LiveWindow::process(const char* letter) {
    return window_->bridge().shown().world->process(std::string_view(letter));
}

bool LiveWindow::isIn(const char* letter, ProcessState state) {
    const Process* it = process(letter);
    return it != nullptr && it->state == state;
}

void LiveWindow::key(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(window_->focusWidget() != nullptr ? window_->focusWidget() : window_.get(), key,
                    modifiers);
}

void LiveWindow::enter(const QString& line) {
    auto* field = find<QLineEdit>("callLine");
    field->clear();
    QTest::keyClicks(field, line);
    QTest::keyClick(field, Qt::Key_Return);
}

} // namespace ipclab
