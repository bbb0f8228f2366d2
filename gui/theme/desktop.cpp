#include "gui/theme/desktop.h"

#include <QSettings>
#include <QStandardPaths>

namespace ipclab {
namespace {

bool gtkWantsIt(const QString& file) {
    const QSettings settings(file, QSettings::IniFormat);
    const QString value = settings.value("Settings/gtk-enable-animations", "true").toString();
    return value == "false" || value == "0";
}

bool kdeWantsIt(const QString& file) {
    const QSettings settings(file, QSettings::IniFormat);
    bool isNumber = false;
    const double factor = settings.value("KDE/AnimationDurationFactor", "1").toDouble(&isNumber);
    return isNumber && factor == 0.0;
}

} // namespace

bool desktopWantsReducedMotion() {
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + '/';
    return gtkWantsIt(folder + "gtk-4.0/settings.ini") ||
           gtkWantsIt(folder + "gtk-3.0/settings.ini") || kdeWantsIt(folder + "kdeglobals");
}

} // namespace ipclab
