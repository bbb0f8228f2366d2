#include "tests/cli/finished.h"

#include <QProcess>

namespace ipclab {

namespace {

constexpr int mostMs = 60'000;

} // namespace

Finished runShell(const std::string& line, const std::string& input) {
    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("CLI", IPCLAB_PROGRAMS "/ipclab-cli");
    shell.setProcessEnvironment(environment);
    shell.start("/bin/sh", {"-c", QString::fromStdString(line)});
    shell.write(input.data(), static_cast<qint64>(input.size()));
    shell.closeWriteChannel();
    if (!shell.waitForFinished(mostMs)) {
        shell.kill();
        shell.waitForFinished();
        return {};
    }
    const int status = shell.exitStatus() == QProcess::NormalExit ? shell.exitCode() : -1;
    return {status, shell.readAllStandardOutput(), shell.readAllStandardError()};
}

Finished play(const std::string& script) {
    return runShell("exec \"$CLI\" run -", script);
}

} // namespace ipclab
