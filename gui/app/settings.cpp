#include "gui/app/settings.h"

#include <QSettings>

namespace ipclab {
namespace {

[[nodiscard]] QString keyOf(ThemeName theme) {
    switch (theme) {
    case ThemeName::Dark:
        return QStringLiteral("dark");
    case ThemeName::HighContrast:
        return QStringLiteral("contrast");
    case ThemeName::Desktop:
        return QStringLiteral("desktop");
    case ThemeName::Light:
        break;
    }
    return QStringLiteral("light");
}

[[nodiscard]] ThemeName themeOf(const QString& key) {
    for (const ThemeName theme : {ThemeName::Dark, ThemeName::HighContrast, ThemeName::Desktop})
        if (keyOf(theme) == key) return theme;
    return ThemeName::Light;
}

} // namespace

Settings Settings::load() {
    const QSettings stored;
    Settings settings;
    settings.theme = themeOf(stored.value("theme").toString());
    settings.scale = stored.value("scale", 1.0).toDouble();
    settings.language = stored.value("language").toString();
    settings.geometry = stored.value("geometry").toByteArray();
    settings.columns = stored.value("columns").toByteArray();
    settings.rows = stored.value("rows").toByteArray();
    settings.history = stored.value("history").toStringList();
    settings.finished = stored.value("finished").toStringList();
    return settings;
}

void Settings::save() const {
    QSettings stored;
    stored.setValue("theme", keyOf(theme));
    stored.setValue("scale", scale);
    stored.setValue("language", language);
    stored.setValue("geometry", geometry);
    stored.setValue("columns", columns);
    stored.setValue("rows", rows);
    stored.setValue("history", history);
    stored.setValue("finished", finished);
}

} // namespace ipclab
