// The whole window with a lab of real processes behind it, for tests that use it as a person does.
#pragma once

#include "gui/app/main_window.h"
#include "gui/controls/result_box.h"

#include <QAbstractButton>
#include <QPushButton>

#include <memory>

namespace ipclab {

class LiveWindow {
public:
    /// Opens the window in English with the opening scene, as it stands when the user gets it.
    /// False when the scene does not come to stand.
    [[nodiscard]] bool open(const Settings& settings = english());
    /// The parts of open(), so that several windows can start at once.
    [[nodiscard]] bool show(const Settings& settings = english());
    void start() { window_->start({}); }
    [[nodiscard]] bool awaitOpened();
    void close();
    [[nodiscard]] static Settings english();

    [[nodiscard]] MainWindow& window() { return *window_; }
    MainWindow* operator->() { return window_.get(); }
    [[nodiscard]] Theme& theme() { return *theme_; }
    [[nodiscard]] Languages& languages() { return *languages_; }

    template <class Widget> Widget* find(const char* name) {
        return window_->findChild<Widget*>(QLatin1String(name));
    }
    [[nodiscard]] const Process* process(const char* letter);
    [[nodiscard]] bool isIn(const char* letter, ProcessState state);
    [[nodiscard]] QAction* action(ActionId id) { return window_->actions().at(id); }
    static void click(QWidget* widget);
    /// The button that the result offers against what went wrong; null where it offers none.
    [[nodiscard]] static QPushButton* remedyIn(const ResultBox& result);
    /// Into whatever has the focus.
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    /// Types a line into the call line and enters it.
    void enter(const QString& line);

private:
    std::unique_ptr<Theme> theme_;
    std::unique_ptr<Languages> languages_;
    std::unique_ptr<MainWindow> window_;
    bool opened_ = false;
};

} // namespace ipclab
