#pragma once

#include "engine/base/result.h"
#include "gui/theme/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace ipclab {

/// What `ipclab` was asked for: [LESSON|RECORDING] and its options.
struct StartOptions {
    QString open;    ///< a lesson's name, a file, or empty for free play
    int step = -1;   ///< of the lesson, with --screenshot: LESSON:STEP; -1 for its start
    QString picture; ///< --screenshot: draw one picture into this file and end
    QSize size;      ///< --size; invalid when not given
    std::optional<double> scale; ///< --scale: 1.5 for 150 %
    std::optional<ThemeName> theme;
    QString language; ///< "en", "ko", or empty for the setting
    bool privateLab = false;
    QString message; ///< --help or --version: print this and end
};

/// Reads the command line; an Error says what is wrong in one line.
[[nodiscard]] Result<StartOptions> readCommandLine(const QStringList& arguments);

} // namespace ipclab
