// ipclab-cli as a shell sees it: its exit status, what it prints, and what it says where it cannot
// read its input or write its output.
#include "tests/cli/finished.h"

#include <QTest>
#include <fmt/format.h>

using namespace ipclab;

namespace {

const std::string quick = "A: q = msgget(IPC_PRIVATE, 0600) = 0\n";

const QByteArray closedOutput =
    "ipclab-cli: writing to standard output: Bad file descriptor (EBADF)\n";

void verifyStatus(const Finished& run, int status) {
    QVERIFY2(run.status == status,
             qPrintable(QString("status %1: %2%3").arg(run.status).arg(run.out, run.errors)));
}

} // namespace

class ProgramTest : public QObject {
    Q_OBJECT
private slots:
    void aClosedOutputHarmsNoLab();
    void outputThatCannotBeWrittenIsAnError_data();
    void outputThatCannotBeWrittenIsAnError();
    void aClosedStandardErrorIsNoHindrance();
};

/// Were a number from 0 to 2 free, the board of the lab would get it, and text written into it.
void ProgramTest::aClosedOutputHarmsNoLab() {
    const Finished run = runShell("exec \"$CLI\" run - >&-", quick);
    verifyStatus(run, 4);
    QCOMPARE(run.errors, closedOutput);
}

void ProgramTest::outputThatCannotBeWrittenIsAnError_data() {
    QTest::addColumn<QString>("command");
    for (const char* command : {"calls", "list", "--help", "--version", "run -", "run --json -"})
        QTest::newRow(command) << command;
}

void ProgramTest::outputThatCannotBeWrittenIsAnError() {
    QFETCH(QString, command);
    const std::string line = fmt::format("exec \"$CLI\" {} >", command.toStdString());
    const Finished full = runShell(line + "/dev/full", quick);
    verifyStatus(full, 4);
    QCOMPARE(full.errors, QByteArray("ipclab-cli: writing to standard output: No space left on "
                                     "device (ENOSPC)\n"));
    const Finished closed = runShell(line + "&-", quick);
    verifyStatus(closed, 4);
    QCOMPARE(closed.errors, closedOutput);
}

void ProgramTest::aClosedStandardErrorIsNoHindrance() {
    for (const char* where : {"2>&-", "2>/dev/full"}) {
        verifyStatus(runShell(fmt::format("exec \"$CLI\" nonsense {}", where)), 2);
        verifyStatus(runShell(fmt::format("exec \"$CLI\" run - {}", where), "nonsense"), 2);
        verifyStatus(runShell(fmt::format("exec \"$CLI\" run - {}", where), quick), 0);
    }
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
