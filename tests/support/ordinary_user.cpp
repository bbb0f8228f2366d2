#include "tests/support/ordinary_user.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <unistd.h>

namespace ipclab {

namespace {

constexpr const char* name = "ipclab-test";

/// The real file's text and one more line, for everyone to read.
bool writeBeside(const QString& real, const QString& copy, const QString& line) {
    QFile from(real);
    const QByteArray text = from.open(QIODevice::ReadOnly) ? from.readAll() : QByteArray();
    QFile to(copy);
    return to.open(QIODevice::WriteOnly) && to.write(text + line.toUtf8() + '\n') >= 0 &&
           to.setPermissions(QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
}

constexpr int couldNot = 125;

/// In a mount namespace of its own: FOLDER yes|no UID PROGRAM ARGUMENT…
constexpr const char* becomeOrdinary =
    "cover() { mount --bind \"$folder/$1\" \"/etc/$1\" || exit 125; }\n"
    "folder=$1; ids=$2; uid=$3; shift 3\n"
    "cover passwd\n"
    "if [ \"$ids\" = yes ]; then cover subuid; cover subgid; fi\n"
    "exec setpriv --reuid=\"$uid\" --regid=\"$uid\" --clear-groups -- \"$@\"\n";

/// Whether everybody may enter every folder on the way.
bool isReachable(const QString& program) {
    for (QFileInfo folder(QFileInfo(program).absolutePath());; folder = QFileInfo(folder.path())) {
        if (!(folder.permissions() & QFile::ExeOther)) return false;
        if (folder.filePath() == "/") return true;
    }
}

} // namespace

OrdinaryRun runAsOrdinaryUser(const QString& program, const QStringList& arguments,
                              bool subordinateIds) {
    if (::geteuid() != 0) return {"only root can become another user", 0, {}};
    if (!isReachable(program))
        return {"another user may not enter the folder of " + program, 0, {}};
    for (const char* file : {"/etc/subuid", "/etc/subgid"})
        if (subordinateIds && !QFile::exists(file))
            return {QString("there is no %1 to mount another one over").arg(file), 0, {}};
    QTemporaryDir folder;
    QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)); // 0755
    const QString ids = QString::number(ordinaryUid);
    const QString entry = QString("%1:x:%2:%2::/:/bin/sh").arg(name, ids);
    const QString range = QString("%1:%2:%3").arg(name).arg(200'000).arg(65'536);
    if (!writeBeside("/etc/passwd", folder.filePath("passwd"), entry) ||
        !writeBeside("/etc/subuid", folder.filePath("subuid"), range) ||
        !writeBeside("/etc/subgid", folder.filePath("subgid"), range))
        return {"the files to mount could not be written", 0, {}};

    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    // By programs, not between fork and exec: sanitizers can't have a child do so much there.
    const QStringList shell{"--mount", "--propagation", "private", "sh",
                            "-c",      becomeOrdinary,  "sh"};
    process.start("unshare",
                  shell + QStringList{folder.path(), subordinateIds ? "yes" : "no", ids, program} +
                      arguments);
    constexpr int patienceMs = 280'000;
    if (!process.waitForFinished(patienceMs)) {
        process.kill();
        process.waitForFinished();
        return {{}, -1, "it did not end"};
    }
    if (process.exitCode() == couldNot)
        return {"this system lets even root make no mount namespace", 0, {}};
    return {{}, process.exitCode(), QString::fromUtf8(process.readAll())};
}

} // namespace ipclab
