#pragma once

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <cstdlib>

namespace ipclab::bench {

/// Ends the program as soon as the window has been painted once: what it would do to end in order
/// is not measured, and nothing of it (settings) happens.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget& window) : QObject(&window) { window.installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        // Behind the painting that this event begins: of the window and all that it contains.
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, qApp, [] { std::_Exit(0); });
        return false;
    }
};

inline int endAfterFirstPaint(QWidget& window) {
    new FirstPaint(window);
    return QApplication::exec();
}

} // namespace ipclab::bench
