// architecture: what the rooms may and may not do, checked in the sources themselves.
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

namespace ipclab {

/// One source file of the project.
struct SourceFile {
    QString path; ///< from the top: "engine/base/result.h"
    QString room; ///< its folder: "engine/base"
    QStringList lines;
};

/// Every .h and .cpp below engine, gui, workers and tests.
[[nodiscard]] std::vector<SourceFile> sourceFiles();

/// The paths that #include "…" or <…> names in these lines.
[[nodiscard]] QStringList includedPaths(const SourceFile& file);

/// The line without comments and without what stands in string literals.
[[nodiscard]] QString codeOf(const QString& line);

/// The rooms whose headers a room may include, itself and indirect ones too. Empty for a folder
/// that is not in the table of rooms.
[[nodiscard]] QStringList mayInclude(const QString& room);

} // namespace ipclab
