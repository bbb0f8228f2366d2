#include "engine/base/standard_streams.h"
#include "gui/app/command_line.h"
#include "gui/app/languages.h"
#include "gui/app/main_window.h"
#include "gui/app/screenshot.h"
#include "gui/app/settings.h"

#include <QApplication>
#include <QTextStream>
#include <QTimer>

#include <cstdlib>
#include <string_view>

namespace {

/// The exit status where there is no screen, as gui/run has it. A wrong command line is 2, a
/// picture that cannot be drawn 1.
constexpr int noScreen = 3;

/// Whether a window can be shown at all. Qt would end the program with its own words otherwise.
bool hasDisplay(int argc, char** argv) {
    if (std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr) return true;
    if (std::getenv("QT_QPA_PLATFORM") != nullptr) return true;
    for (int i = 1; i < argc; ++i)
        if (std::string_view(argv[i]).starts_with("-platform")) return true;
    return false;
}

bool wants(int argc, char** argv, std::string_view option) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == option ||
            (argument.starts_with(option) && argument.substr(option.size()).starts_with("=")))
            return true;
    }
    return false;
}

bool onlyAsks(int argc, char** argv) {
    for (const char* option : {"--help", "-h", "--version", "-v", "--screenshot"})
        if (wants(argc, argv, option)) return true;
    return false;
}

} // namespace

int main(int argc, char** argv) {
    using namespace ipclab;
    fillStandardStreams();
    if (!hasDisplay(argc, argv)) {
        if (!onlyAsks(argc, argv)) {
            QTextStream(stderr)
                << "ipclab: there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set).\n"
                   "What works without one:\n"
                   "  ipclab-cli run LESSON|FILE     runs calls and prints what the kernel did\n"
                   "  ipclab --screenshot FILE.png   draws one picture of the window\n";
            return noScreen;
        }
        ::setenv("QT_QPA_PLATFORM", "offscreen", 0);
    }
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("ipclab"));
    QCoreApplication::setApplicationName(QStringLiteral("ipclab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(IPCLAB_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("ipclab"));

    const Result<StartOptions> options = readCommandLine(application.arguments());
    if (!options) {
        QTextStream(stderr) << "ipclab: " << QString::fromStdString(options.error().message())
                            << "\nTry ipclab --help.\n";
        return 2;
    }
    if (!options->message.isEmpty()) {
        QTextStream(stdout) << options->message;
        return 0;
    }

    const bool picture = !options->picture.isEmpty();
    // A picture shows the same on every machine: nothing that someone set before.
    Settings settings = picture ? Settings{} : Settings::load();
    if (picture) settings.language = QStringLiteral("en");
    if (options->theme) settings.theme = *options->theme;
    if (options->scale) settings.scale = *options->scale;
    if (!options->language.isEmpty()) settings.language = options->language;
    Theme theme;
    theme.setName(settings.theme);
    theme.setScale(settings.scale);
    theme.applyTo(application);
    Languages languages;
    languages.use(settings.language);
    MainWindow window(theme, languages, settings, options->privateLab);
    if (picture) return drawPicture(window, *options);
    if (options->size.isValid()) window.resize(options->size);
    window.show();
    // After the first paint: the window stands before the lab does.
    QTimer::singleShot(0, &window, [&] { window.start(options->open); });
    return QApplication::exec();
}
