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
    if (!show(settings)) return false;
    start();
    return awaitOpened();
}

bool LiveWindow::show(const Settings& settings) {
    theme_ = std::make_unique<Theme>();
    theme_->applyTo(*qApp);
    languages_ = std::make_unique<Languages>();
    languages_->use(settings.language);
    window_ = std::make_unique<MainWindow>(*theme_, *languages_, settings, false);
    window_->scenes().setPrograms(IPCLAB_PROGRAMS);
    window_->show();
    // A bare X server has no window manager that would do it.
    window_->activateWindow();
    if (!QTest::qWaitForWindowActive(window_.get())) {
        qWarning("the window did not become active");
        return false;
    }
    opened_ = false;
    const auto say = [](const QString& words) { qWarning("%s", qPrintable(words)); };
    QObject::connect(&window_->scenes(), &Scenes::opened, window_.get(),
                     [this] { opened_ = true; });
    QObject::connect(&window_->scenes(), &Scenes::trouble, window_.get(), say);
    QObject::connect(&window_->scenes(), &Scenes::labFailed, window_.get(),
                     [say](const Error& error) { say(QString::fromStdString(error.message())); });
    return true;
}

bool LiveWindow::awaitOpened() {
    const bool asleep = QTest::qWaitFor([&] { return opened_; }, 20000) &&
                        QTest::qWaitFor([&] { return isIn("B", ProcessState::Asleep); });
    if (!asleep)
        qWarning("opened: %d, events: %llu", int(opened_),
                 static_cast<unsigned long long>(window_->bridge().shown().world->events));
    return asleep;
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

void LiveWindow::click(QWidget* widget) {
    QTest::mouseClick(widget, Qt::LeftButton);
}

QPushButton* LiveWindow::remedyIn(const ResultBox& result) {
    for (QPushButton* each : result.findChildren<QPushButton*>())
        if (each->isVisible()) return each;
    return nullptr;
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
