// support: what the tests of several rooms share.
#pragma once

#include <QString>
#include <QStringList>
#include <sys/types.h>

namespace ipclab {

/// The uid and gid that it runs as; they belong to nobody.
inline constexpr uid_t ordinaryUid = 61150;

struct OrdinaryRun {
    QString obstacle; ///< why it cannot be done here; empty when it was
    int exitCode = 0;
    QString output;
};

/// Runs a program as an ordinary user who exists only for it, with or without subordinate ids. Its
/// entries in the user database stand in files that are mounted over the real ones in a mount
/// namespace of its own, so nothing on this machine changes. Needs root.
[[nodiscard]] OrdinaryRun runAsOrdinaryUser(const QString& program, const QStringList& arguments,
                                            bool subordinateIds);

} // namespace ipclab
