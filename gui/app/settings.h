#pragma once

#include "gui/theme/theme.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ipclab {

/// What the window remembers between two starts.
struct Settings {
    ThemeName theme = ThemeName::Light;
    double scale = 1.0;
    QString language; ///< "en", "ko", or empty: as the desktop
    QByteArray geometry;
    QByteArray columns, rows; ///< the splitters
    QStringList history;      ///< typed lines
    QStringList finished;     ///< lessons

    [[nodiscard]] static Settings load();
    void save() const;
};

} // namespace ipclab
