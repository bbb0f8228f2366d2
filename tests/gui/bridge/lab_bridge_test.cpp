// The bridge on a real lab: frames, steps back and forward, lessons. A private IPC namespace where
// the system gives one, so that keys of other programs cannot be met.
#include "gui/bridge/lab_bridge.h"
#include "gui/bridge/lesson_run.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <csignal>
#include <sys/resource.h>

using namespace ipclab;

namespace {

/// proc(5), stat: the fourth word, behind a name in brackets.
pid_t parentOf(pid_t pid) {
    QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!stat.open(QIODevice::ReadOnly)) return 0;
    return stat.readAll().split(')').last().simplified().split(' ').value(1).toInt();
}

} // namespace

class LabBridgeTest : public QObject {
    Q_OBJECT

    LabBridge* bridge_ = nullptr;
    QStringList refused_;

    bool give(const char* line) {
        const auto statement = parseStatement(line);
        return statement && bridge_->give(*statement);
    }
    const Process* shownProcess(const char* letter) {
        return bridge_->shown().world->process(std::string_view(letter));
    }
    bool isIn(const char* letter, ProcessState state) {
        const Process* process = shownProcess(letter);
        return process != nullptr && process->state == state;
    }
    std::uint64_t calls(const char* letter) {
        const Process* process = shownProcess(letter);
        return process != nullptr ? process->calls : 0;
    }

private slots:
    void init() {
        bridge_ = new LabBridge;
        refused_.clear();
        connect(bridge_, &LabBridge::refused, this,
                [this](const QString& why) { refused_ << why; });
        LabOptions options;
        options.programs = IPCLAB_PROGRAMS;
        const auto opened = bridge_->open(options);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().message().c_str());
    }
    void cleanup() {
        delete bridge_;
        bridge_ = nullptr;
    }

    void aLineStartsItsProcessAndItsResultIsShown() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(bridge_->shown().world->queues.size(), std::size_t{1});
        QTRY_VERIFY(isIn("A", ProcessState::Ready));
        QVERIFY(shownProcess("A")->variables.contains("q"));
        QVERIFY(!bridge_->shown().past);
        QCOMPARE(bridge_->shown().statistics.lost, std::uint64_t{0});
    }

    void aLineBehindANewProcessWaitsForIt() {
        QVERIFY(bridge_->addProcess("C", "third", "alice"));
        QVERIFY(give("C: x = 1"));
        QTRY_VERIFY(isIn("C", ProcessState::Ready));
        QTRY_VERIFY(shownProcess("C")->variables.contains("x"));
        QCOMPARE(shownProcess("C")->label, std::string("third"));
        QCOMPARE(refused_, QStringList());
    }

    void whatCannotBeDoneIsSaid() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        QVERIFY(!give("A: msgsnd(unknown, {1, \"x\"}, 1, 0)"));
        QCOMPARE(refused_.size(), 1);
        QVERIFY2(refused_[0].contains("unknown"), qPrintable(refused_[0]));
        QVERIFY(give("A: msgrcv(q, &rbuf, 8, 0, 0)"));
        QTRY_VERIFY(isIn("A", ProcessState::Asleep));
        QVERIFY(!give("A: msgctl(q, IPC_RMID, NULL)"));
        QVERIFY2(refused_[1].contains("busy"), qPrintable(refused_[1]));
    }

    void aProcessThatCannotBeStartedIsSaid() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        constexpr rlimit few{100, 100};
        QCOMPARE(::prlimit(parentOf(shownProcess("A")->pid), RLIMIT_NOFILE, &few, nullptr), 0);
        QVERIFY(give("B: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(refused_.size(), 1);
        QVERIFY2(refused_.last().startsWith("B could not be started: "),
                 qPrintable(refused_.last()));
        QVERIFY(give("A: msgsnd(q, {1}, 0, 0)")); // the others go on
        QTRY_COMPARE(calls("A"), std::uint64_t{2});
    }

    void backAndForwardGoBySteps() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        QVERIFY(give("A: msgsnd(q, {1, \"one\"}, 3, 0)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{2});
        QVERIFY(give("A: msgsnd(q, {2, \"two\"}, 3, 0)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{3});
        const auto messages = [&] { return bridge_->shown().world->queues.at(0).messages.size(); };
        QCOMPARE(messages(), std::size_t{2});

        bridge_->stepBack();
        QVERIFY(bridge_->shown().past);
        QCOMPARE(messages(), std::size_t{1});
        bridge_->stepBack();
        QCOMPARE(messages(), std::size_t{0});
        bridge_->stepForward();
        QCOMPARE(messages(), std::size_t{1});
        QVERIFY(!bridge_->shown().fresh.empty());
        bridge_->stepForward();
        QVERIFY(!bridge_->shown().past);
        QCOMPARE(messages(), std::size_t{2});

        bridge_->stepBack();
        bridge_->stepBack();
        bridge_->goLive();
        QVERIFY(!bridge_->shown().past);
        QCOMPARE(messages(), std::size_t{2});
    }

    void aHeldLineWaitsUntilItIsLetGo() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        bridge_->setHold(true);
        QVERIFY(give("A: msgsnd(q, {1, \"x\"}, 1, 0)"));
        QTRY_VERIFY(isIn("A", ProcessState::Held));
        QCOMPARE(calls("A"), std::uint64_t{1});
        QVERIFY(bridge_->release(shownProcess("A")->id));
        QTRY_COMPARE(calls("A"), std::uint64_t{2});
        QVERIFY(give("A: msgsnd(q, {1, \"y\"}, 1, 0)"));
        QTRY_VERIFY(isIn("A", ProcessState::Held));
        QVERIFY(bridge_->withdraw(shownProcess("A")->id));
        QTRY_VERIFY(isIn("A", ProcessState::Ready));
        QCOMPARE(calls("A"), std::uint64_t{2});
    }

    void aFloodIsShownWithoutLosingTheNextStep() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        QVERIFY(give("A: repeat 20000 { msgsnd(q, {1, \"x\"}, 1, 0); "
                     "msgrcv(q, &rbuf, 8, 0, 0) }"));
        QTRY_COMPARE_WITH_TIMEOUT(calls("A"), std::uint64_t{40001}, 20000);
        QTRY_VERIFY(isIn("A", ProcessState::Ready));
        QVERIFY(give("A: msgctl(q, IPC_RMID, NULL)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{40002});
        bridge_->stepBack();
        QCOMPARE(shownProcess("A")->calls, std::uint64_t{40001});
        bridge_->stepBack();
        QCOMPARE(shownProcess("A")->calls, std::uint64_t{1});
    }

    void aRecordingIsSteppedThroughWithoutALab() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        QVERIFY(give("A: msgsnd(q, {1, \"kept\"}, 4, 0)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{2});
        const QTemporaryDir folder;
        const std::string file = folder.filePath("a.ipcrec").toStdString();
        QVERIFY(bridge_->saveRecording(file).has_value());

        const auto opened = bridge_->openRecording(file);
        QVERIFY2(opened.has_value(), opened ? "" : opened.error().message().c_str());
        QVERIFY(bridge_->shown().past);
        QCOMPARE(calls("A"), std::uint64_t{0});
        bridge_->stepForward();
        QCOMPARE(calls("A"), std::uint64_t{1});
        bridge_->stepForward();
        QCOMPARE(bridge_->shown().position, bridge_->shown().total);
        QCOMPARE(bridge_->shown().world->queues.at(0).messages.at(0).text, std::string("kept"));
        bridge_->stepBack();
        QCOMPARE(calls("A"), std::uint64_t{1});
        QVERIFY(!give("A: msgctl(q, IPC_RMID, NULL)"));
        QVERIFY(refused_.last().contains("recording"));
        // Every button that asks something of a process says so too.
        refused_.clear();
        const ProcessId process = firstWorker;
        QVERIFY(!bridge_->sendSignal(process, SIGKILL));
        QVERIFY(!bridge_->rename(process, "other"));
        QVERIFY(!bridge_->release(process));
        QVERIFY(!bridge_->withdraw(process));
        QVERIFY(!bridge_->stopRepeating(process));
        QVERIFY(!give("kill A SIGTERM"));
        QCOMPARE(refused_.filter("recording").size(), 6);
    }

    void aScriptIsPlayedStepByStepAsTheKernelAllows() {
        LessonRun run(*bridge_);
        auto lesson = parseScriptAsLesson("A: q = msgget(IPC_PRIVATE, 0600)\n"
                                          "A: msgrcv(q, &rbuf, 64, 0, 0) blocks\n"
                                          "B: kill(A, SIGTERM) = 0\n",
                                          "sleep");
        QVERIFY2(lesson.has_value(), lesson ? "" : lesson.error().message.c_str());
        run.load(std::move(*lesson), "sleep");
        run.step();
        QTRY_VERIFY(!run.busy());
        QCOMPARE(run.begun(), std::size_t{1});
        run.step();
        QTRY_VERIFY(!run.busy());
        QVERIFY(isIn("A", ProcessState::Asleep) ||
                bridge_->present()->process("A")->state == ProcessState::Asleep);
        QSignalSpy finished(&run, &LessonRun::finished);
        run.setPause(0);
        run.play();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!run.failure());
        QTRY_VERIFY(isIn("A", ProcessState::Killed));
    }

    void aLineThatGoesOtherwiseStopsTheLesson() {
        LessonRun run(*bridge_);
        auto lesson = parseScriptAsLesson("A: q = msgget(IPC_PRIVATE, 0600)\n"
                                          "A: msgrcv(q, &rbuf, 64, 0, IPC_NOWAIT) = 5\n"
                                          "A: msgctl(q, IPC_RMID, NULL)\n",
                                          "wrong");
        QVERIFY(lesson.has_value());
        run.load(std::move(*lesson), "wrong");
        run.setPause(0);
        run.play();
        QTRY_VERIFY(run.failure().has_value());
        QCOMPARE(run.begun(), std::size_t{2});
        QCOMPARE(run.played(), std::size_t{1});
        QVERIFY(!run.playing());
        QVERIFY(QString::fromStdString(run.failure()->message("wrong.ipc")).contains("ENOMSG"));
    }

    void theSessionIsWrittenAsAScriptThatRunsAgain() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        QVERIFY(give("A: msgsnd(q, {7, \"again\"}, 5, 0)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{2});
        QVERIFY(give("A: msgrcv(q, &rbuf, 64, 0, 0)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{3});
        auto lesson = parseScriptAsLesson(bridge_->script(), "again");
        QVERIFY2(lesson.has_value(), bridge_->script().c_str());
        playAgain(std::move(*lesson));
    }

    void aSessionWithWhatTheButtonsDidRunsAgain() {
        QVERIFY(give("A: q = msgget(IPC_PRIVATE, 0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        QVERIFY(give("A: repeat 1000000 every 1 ms { msgsnd(q, {2, \"y\"}, 1, IPC_NOWAIT) }"));
        QTRY_VERIFY(calls("A") > 3);
        QVERIFY(bridge_->stopRepeating(shownProcess("A")->id));
        const std::uint64_t quiet = bridge_->requestQuiet();
        QTRY_VERIFY(bridge_->shown().world->quiet >= quiet);
        QVERIFY(give("A: B = fork()"));
        QTRY_VERIFY(isIn("B", ProcessState::Ready));
        QVERIFY(give("B: msgrcv(q, &rbuf, 64, 9, 0)"));
        QTRY_VERIFY(isIn("B", ProcessState::Asleep));
        QVERIFY(bridge_->sendSignal(shownProcess("B")->id, SIGKILL));
        QTRY_VERIFY(isIn("B", ProcessState::Killed));
        QVERIFY(give("kill A SIGTERM"));
        QTRY_VERIFY(isIn("A", ProcessState::Killed));
        const std::string script = bridge_->script();
        QVERIFY2(script.contains("kill B SIGKILL\nB: killed SIGKILL\n"), script.c_str());
        QVERIFY2(script.contains("kill A SIGTERM\nA: killed SIGTERM\n"), script.c_str());
        QVERIFY2(!script.contains("1000000"), script.c_str());
        auto lesson = parseScriptAsLesson(script, "again");
        QVERIFY2(lesson.has_value(), script.c_str());
        playAgain(std::move(*lesson));
    }

    void aQueueThatWasCalledByItsNumberGetsAVariableInTheScript() {
        QVERIFY(give("A: q = msgget(0x4c616202, IPC_CREAT|0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        QTRY_COMPARE(bridge_->shown().world->queues.at(0).stat.key, 0x4c616202);
        const std::string id = std::to_string(bridge_->shown().world->queues.at(0).stat.id);
        QVERIFY(give("B: x = 1"));
        QTRY_VERIFY(isIn("B", ProcessState::Ready));
        QVERIFY(give(("B: msgctl(" + id + ", IPC_STAT, &ds)").c_str()));
        QTRY_COMPARE(calls("B"), std::uint64_t{1});
        const std::string script = bridge_->script();
        QVERIFY2(script.find("B: queue1 = msgget(") != std::string::npos, script.c_str());
        QVERIFY2(script.find("B: msgctl(queue1, IPC_STAT") != std::string::npos, script.c_str());
        auto lesson = parseScriptAsLesson(script, "again");
        QVERIFY2(lesson.has_value(), script.c_str());
        playAgain(std::move(*lesson));
    }

    void aSegmentThatWasCalledByItsNumberGetsAVariableInTheScript() {
        QVERIFY(give("A: s = shmget(0x4c616203, 100, IPC_CREAT|0600)"));
        QTRY_COMPARE(calls("A"), std::uint64_t{1});
        QTRY_COMPARE(bridge_->shown().world->segments.at(0).stat.key, 0x4c616203);
        const std::string id = std::to_string(bridge_->shown().world->segments.at(0).stat.id);
        QVERIFY(give(("B: p = shmat(" + id + ", NULL, 0)").c_str()));
        QTRY_COMPARE(calls("B"), std::uint64_t{1});
        QVERIFY(give(("B: shmctl(" + id + ", IPC_STAT, &ds)").c_str()));
        QTRY_COMPARE(calls("B"), std::uint64_t{2});
        const std::string script = bridge_->script();
        QVERIFY2(script.contains("B: segment1 = shmget("), script.c_str());
        QVERIFY2(script.contains("B: p = shmat(segment1, "), script.c_str());
        QVERIFY2(script.contains("B: shmctl(segment1, IPC_STAT"), script.c_str());
        auto lesson = parseScriptAsLesson(script, "again");
        QVERIFY2(lesson.has_value(), script.c_str());
        playAgain(std::move(*lesson));
    }

private:
    /// In a new lab, to its end and without a difference.
    void playAgain(Lesson lesson) {
        LabOptions options;
        options.programs = IPCLAB_PROGRAMS;
        QVERIFY(bridge_->open(options).has_value());
        LessonRun run(*bridge_);
        run.load(std::move(lesson), "again");
        run.setPause(0);
        QSignalSpy finished(&run, &LessonRun::finished);
        run.play();
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!run.failure());
    }
};

QTEST_GUILESS_MAIN(LabBridgeTest)
#include "lab_bridge_test.moc"
