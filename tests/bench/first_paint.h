#pragma once

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace ipclab::bench {

/// Ends the program as soon as the window has been painted once.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QWidget& window) : QObject(&window) { window.installEventFilter(this); }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        // Behind the painting that this event begins: of the window and all that it contains. Not
        // quit(), which closes the window, and that writes settings.
        if (event->type() == QEvent::Paint)
            QTimer::singleShot(0, qApp, [] { QCoreApplication::exit(); });
        return false;
    }
};

inline int endAfterFirstPaint(QWidget& window) {
    new FirstPaint(window);
    return QApplication::exec();
}

} // namespace ipclab::bench
