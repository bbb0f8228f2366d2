// The least window that Qt can show, until its first paint: what IPC Lab's is measured against.
#include "tests/bench/first_paint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1280, 800);
    window.show();
    return ipclab::bench::endAfterFirstPaint(window);
}
