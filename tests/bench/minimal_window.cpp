// The least window with a word in it that Qt can show, until its first paint: what IPC Lab's is
// measured against.
#include "tests/bench/first_paint.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QMainWindow window;
    window.setCentralWidget(new QLabel(QStringLiteral("Hello")));
    window.resize(1280, 800);
    window.show();
    return ipclab::bench::endAfterFirstPaint(window);
}
