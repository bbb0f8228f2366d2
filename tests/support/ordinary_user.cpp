#include "tests/support/ordinary_user.h"

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
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

/// Between fork and exec.
bool becomeOrdinary(const QByteArray& folder, bool subordinateIds) {
    if (::unshare(CLONE_NEWNS) != 0) return false;
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
    const auto cover = [&](const char* file) {
        const QByteArray copy = folder + '/' + file;
        const QByteArray real = QByteArray("/etc/") + file;
        return ::mount(copy.constData(), real.constData(), nullptr, MS_BIND, nullptr) == 0;
    };
    if (!cover("passwd")) return false;
    if (subordinateIds && !(cover("subuid") && cover("subgid"))) return false;
    return ::setgroups(0, nullptr) == 0 &&
           ::setresgid(ordinaryUid, ordinaryUid, ordinaryUid) == 0 &&
           ::setresuid(ordinaryUid, ordinaryUid, ordinaryUid) == 0;
}

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
    const QByteArray path = folder.path().toUtf8();
    constexpr int couldNot = 125;
    process.setChildProcessModifier([&] {
        if (!becomeOrdinary(path, subordinateIds)) ::_exit(couldNot);
    });
    process.start(program, arguments);
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
