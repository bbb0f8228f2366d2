// A .ts file as plain data, to hold it against the code and against itself.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace ipclab {

struct TsMessage {
    QString context, source, comment;
    QStringList forms; ///< one, or one a plural form
    bool plural = false, unfinished = false, obsolete = false;

    /// What tells it from every other message of the file.
    [[nodiscard]] QString key() const { return context + " | " + source + " | " + comment; }
};

/// Empty when the file cannot be read or is no .ts file.
[[nodiscard]] std::vector<TsMessage> readTs(const QString& path);

} // namespace ipclab
