// IPC Lab's window as its main() makes it, until its first paint; the lab is opened after that.
#include "gui/app/main_window.h"
#include "tests/bench/first_paint.h"

int main(int argc, char** argv) {
    using namespace ipclab;
    QApplication application(argc, argv);
    Settings settings;
    Theme theme;
    theme.setName(settings.theme);
    theme.setScale(settings.scale);
    theme.applyTo(application);
    Languages languages;
    languages.use(QStringLiteral("en"));
    MainWindow window(theme, languages, settings, false);
    window.resize(1280, 800);
    window.show();
    return bench::endAfterFirstPaint(window);
}
