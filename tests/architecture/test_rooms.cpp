// Includes go down only, and each room keeps to what is its own.
#include "tests/architecture/source_tree.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace ipclab;

namespace {

bool isIn(const SourceFile& file, std::initializer_list<const char*> folders) {
    return std::any_of(folders.begin(), folders.end(), [&](const char* folder) {
        return file.path.startsWith(QString(folder) + '/');
    });
}

/// "path:line: text" of every line of code that matches, in files that `looked` accepts.
template <class Predicate>
QStringList linesOfCode(const QRegularExpression& wanted, Predicate looked) {
    QStringList found;
    for (const SourceFile& file : sourceFiles()) {
        if (!looked(file)) continue;
        for (int i = 0; i < file.lines.size(); ++i)
            if (codeOf(file.lines[i]).contains(wanted))
                found
                    << QString("%1:%2: %3").arg(file.path).arg(i + 1).arg(file.lines[i].trimmed());
    }
    return found;
}

} // namespace

#define COMPARE_EMPTY(list)                                                                        \
    do {                                                                                           \
        const QStringList listed = (list);                                                         \
        QVERIFY2(listed.isEmpty(), qPrintable("\n" + listed.join('\n')));                          \
    } while (false)

class TestRooms : public QObject {
    Q_OBJECT

private slots:
    void includesGoDownOnly();
    void theTableItselfHasNoCycle();
    void theEngineAndTheWorkersKnowNoQt();
    void theWorkerLoadsNoLibraryForText();
    void rawIpcCallsStandOnlyWhereTheyAreMade();
    void processesAreStartedAndAwaitedInOneRoom();
    void coloursAreWrittenInTheThemeOnly();
    void testsWaitForEventsAndNeverSleep();
};

void TestRooms::includesGoDownOnly() {
    QStringList wrong;
    for (const SourceFile& file : sourceFiles()) {
        if (file.path.startsWith("tests/")) continue;
        const QStringList allowed = mayInclude(file.room);
        if (allowed.isEmpty()) wrong << file.path + " stands in no room of the table";
        for (const QString& path : includedPaths(file)) {
            if (!path.contains(QRegularExpression("^(engine|gui|workers|tests)/"))) continue;
            const QString room = path.section('/', 0, -2);
            if (!allowed.contains(room)) wrong << file.path + " includes " + path;
        }
    }
    COMPARE_EMPTY(wrong);
}

void TestRooms::theTableItselfHasNoCycle() {
    QSet<QString> seen;
    for (const SourceFile& file : sourceFiles())
        seen.insert(file.room);
    for (const QString& room : seen)
        for (const QString& below : mayInclude(room))
            QVERIFY2(below == room || !mayInclude(below).contains(room),
                     qPrintable(room + " and " + below + " include each other"));
}

void TestRooms::theEngineAndTheWorkersKnowNoQt() {
    COMPARE_EMPTY(linesOfCode(QRegularExpression("#\\s*include\\s*[\"<]Q"),
                              [](const auto& file) { return isIn(file, {"engine", "workers"}); }));
}

/// Its start would take longer: what forms sentences stays in files of which it uses nothing.
void TestRooms::theWorkerLoadsNoLibraryForText() {
    QFile program(IPCLAB_WORKER);
    QVERIFY2(program.open(QIODevice::ReadOnly), IPCLAB_WORKER);
    const QByteArray bytes = program.readAll();
    QVERIFY(bytes.contains("libc.so"));
    QVERIFY(!bytes.contains("libfmt.so"));
}

void TestRooms::rawIpcCallsStandOnlyWhereTheyAreMade() {
    // engine/call takes the names and numbers of the flags from them, and makes no call.
    const QRegularExpression header("#\\s*include\\s*<sys/(msg|shm|sem|socket)\\.h>");
    COMPARE_EMPTY(linesOfCode(header, [](const auto& file) {
        return !isIn(file, {"engine/kernel", "engine/call", "engine/launch", "engine/observe",
                            "engine/event", "workers", "tests"});
    }));
    const QRegularExpression call(
        "(^|[^\\w])::(msgget|msgsnd|msgrcv|msgctl|shmget|shmat|semget|semop)\\(");
    COMPARE_EMPTY(linesOfCode(call, [](const auto& file) {
        return !isIn(file, {"engine/kernel", "engine/observe", "workers", "tests"});
    }));
}

void TestRooms::processesAreStartedAndAwaitedInOneRoom() {
    const QRegularExpression start(
        "(^|[^\\w])::(fork|vfork|posix_spawnp?|execvp?e?|waitpid|waitid)\\(");
    // A worker's fork and wait are calls that a user makes, like any other of the catalogue.
    COMPARE_EMPTY(linesOfCode(start, [](const auto& file) {
        return !isIn(file, {"engine/launch", "workers/supervisor", "tests"}) &&
               file.path != QLatin1String("workers/worker/process.cpp");
    }));
}

void TestRooms::coloursAreWrittenInTheThemeOnly() {
    const auto elsewhere = [](const auto& file) {
        return isIn(file, {"gui"}) && !isIn(file, {"gui/theme"});
    };
    const QRegularExpression made("\\b(QColor\\s*[({]\\s*(\"|0x|\\d|Qt::)|Qt::(red|green|blue|"
                                  "black|white|gray|darkGray|lightGray|cyan|magenta|yellow)\\b|"
                                  "qRgba?\\()");
    COMPARE_EMPTY(linesOfCode(made, elsewhere));
    // In strings too: "#1d4ed8", "rgb(…)".
    const QRegularExpression written("\"[^\"]*(#[0-9a-fA-F]{6}\\b|#[0-9a-fA-F]{3}\\b|rgba?\\()");
    QStringList wrong;
    for (const SourceFile& file : sourceFiles())
        if (elsewhere(file))
            for (const QString& line : file.lines)
                if (line.contains(written)) wrong << file.path + ": " + line.trimmed();
    COMPARE_EMPTY(wrong);
}

void TestRooms::testsWaitForEventsAndNeverSleep() {
    const QRegularExpression nap("qSleep|\\bqWait\\(|msleep|\\busleep\\(|nanosleep\\(|"
                                 "sleep_for|sleep_until|QThread::sleep|(^|[^\\w])::sleep\\(");
    // tests/bench drains as often as the engine does: that is what it measures.
    COMPARE_EMPTY(linesOfCode(nap, [](const auto& file) {
        return isIn(file, {"tests"}) && !isIn(file, {"tests/bench"});
    }));
}

QTEST_GUILESS_MAIN(TestRooms)
#include "test_rooms.moc"
