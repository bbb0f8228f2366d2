// Every script of tests/lessons and every lesson is played on real processes: what each line
// expects is what this kernel does.
#include "engine/lesson/lab_playground.h"
#include "engine/lesson/library.h"
#include "engine/lesson/refuse.h"

#include <QTest>
#include <algorithm>
#include <sys/msg.h>
#include <sys/shm.h>

using namespace ipclab;

namespace {

constexpr std::chrono::seconds deadline{30};

std::vector<std::filesystem::path> filesIn(const char* folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& each : std::filesystem::directory_iterator(folder))
        if (each.path().filename() != "README.md") files.push_back(each.path());
    std::ranges::sort(files);
    return files;
}

void addRows(const char* folder) {
    QTest::addColumn<QString>("file");
    for (const auto& file : filesIn(folder))
        QTest::newRow(file.stem().c_str()) << QString::fromStdString(file.string());
}

/// The difference that ended it, or "" when everything went as the file says.
std::string play(const Lesson& lesson, const std::string& name, Lab& lab) {
    LabPlayground playground(lab);
    Player player(lesson, playground);
    while (!player.isOver()) {
        playStep(player, lab, deadline);
        if (player.failure()) return player.failure()->message(name);
    }
    return {};
}

/// A lab as the lesson wants it. `alone`: in an IPC namespace of its own in any case.
Result<std::unique_ptr<Lab>> openFor(const Lesson& lesson, bool alone) {
    LabOptions options;
    options.programs = IPCLAB_PROGRAMS;
    options.privateNamespace = alone || lesson.privateNamespace;
    options.sysctls = lesson.sysctls;
    return Lab::open(options);
}

/// Whether it names keys that a program beside the tests (an open window of IPC Lab, say) may have,
/// or come to have at any moment.
bool namesKeys(const Lesson& lesson) {
    return std::ranges::any_of(
        lesson.steps, [](const LessonStep& step) { return !usedKeys(step.statements).empty(); });
}

bool needsOtherUsers(const Lesson& lesson) {
    for (const LessonStep& step : lesson.steps)
        for (const Statement& statement : step.statements)
            if (statement.kind == Statement::Kind::Declare && statement.declaration.user != "alice")
                return true;
    return false;
}

/// What the lesson needs and this system, or this user, cannot have; "" when it can be played.
std::string missingFor(const Lesson& lesson, Lab& lab) {
    for (const UserChoice& user : lab.users())
        if (needsOtherUsers(lesson) && user.name != "root" && !user.available)
            return user.name + ": " + user.why;
    lab.waitUntilQuiet(deadline); // what the lab could not do is among its first events
    const auto world = lab.world();
    for (const std::string& notice : world->notices)
        for (const IpcSysctl& each : ipcSysctls)
            if (lesson.sysctls.*each.value > 0 && notice.contains(each.name) &&
                notice != event::shmRmidForced)
                return notice;
    return {};
}

} // namespace

class ScriptsTest : public QObject {
    Q_OBJECT
private slots:
    void aScriptHolds_data() { addRows(IPCLAB_SCRIPTS_FOLDER); }
    void aScriptHolds();
    void aLessonHoldsAndLeavesNothingBehind_data() { addRows(IPCLAB_LESSONS_FOLDER); }
    void aLessonHoldsAndLeavesNothingBehind();
};

void ScriptsTest::aScriptHolds() {
    QFETCH(QString, file);
    const auto lesson = loadLesson(file.toStdString());
    QVERIFY2(lesson, lesson ? "" : lesson.error().what.c_str());
    const auto lab = openFor(*lesson, true);
    QVERIFY2(lab, lab ? "" : lab.error().message().c_str());
    if (const std::string why = missingFor(*lesson, **lab); !why.empty()) QSKIP(why.c_str());
    const std::string difference = play(*lesson, file.toStdString(), **lab);
    QVERIFY2(difference.empty(), difference.c_str());
    QCOMPARE((*lab)->world()->outsideChanges, 0U);
    QCOMPARE((*lab)->statistics().lost, 0U);
}

void ScriptsTest::aLessonHoldsAndLeavesNothingBehind() {
    QFETCH(QString, file);
    const auto lesson = loadLesson(file.toStdString());
    QVERIFY2(lesson, lesson ? "" : lesson.error().what.c_str());
    const bool alone = namesKeys(*lesson); // else beside all other queues of the system
    auto lab = openFor(*lesson, alone);
    QVERIFY2(lab, lab ? "" : lab.error().message().c_str());
    if (const std::string why = missingFor(*lesson, **lab); !why.empty()) QSKIP(why.c_str());
    const std::string difference = play(*lesson, file.toStdString(), **lab);
    QVERIFY2(difference.empty(), difference.c_str());
    const auto world = (*lab)->world();
    QVERIFY(!world->queues.empty() || !world->pipes.empty() || !world->segments.empty());
    lab->reset();
    if (alone) return; // the namespace is gone, and its objects with it
    for (const Segment& segment : world->segments) {
        shmid_ds gone{};
        QCOMPARE(::shmctl(segment.stat.id, IPC_STAT, &gone), -1);
        QCOMPARE(errno, EINVAL);
    }
    for (const Queue& queue : world->queues) {
        msqid_ds gone{};
        QCOMPARE(::msgctl(queue.stat.id, IPC_STAT, &gone), -1);
        QCOMPARE(errno, EINVAL);
    }
}

QTEST_GUILESS_MAIN(ScriptsTest)
#include "scripts_test.moc"
