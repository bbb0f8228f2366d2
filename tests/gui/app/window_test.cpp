// The window as a person uses it: real processes and calls behind real clicks and keys.
#include "gui/app/entry_button.h"
#include "gui/app/process_popover.h"
#include "gui/app/sidebar.h"
#include "gui/app/status_line.h"
#include "gui/app/toolbar.h"
#include "gui/app/workspace.h"
#include "gui/controls/repeat_popup.h"
#include "gui/panels/lesson_page.h"
#include "gui/stage/stage.h"
#include "tests/gui/app/live_window.h"

#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <set>

using namespace ipclab;

class WindowTest : public QObject, private LiveWindow {
    Q_OBJECT

    void click(QWidget* widget) { QTest::mouseClick(widget, Qt::LeftButton); }

    static QPushButton* remedyIn(const ResultBox& result) {
        for (QPushButton* each : result.findChildren<QPushButton*>())
            if (each->isVisible()) return each;
        return nullptr;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void itOpensWithARunningQueueAndSomethingToClick() {
        const World& world = *window().bridge().shown().world;
        QCOMPARE(world.queues.size(), std::size_t{1});
        QCOMPARE(world.queues[0].messages.size(), std::size_t{3});
        QCOMPARE(world.queues[0].sleepers.size(), std::size_t{1});
        QTRY_VERIFY(find<QPushButton>("make")->isEnabled());
        QVERIFY(find<CodeText>("line")->text().contains("hello bob"));
    }

    void oneClickWakesTheSleeper() {
        QTRY_VERIFY(find<QPushButton>("make")->isEnabled());
        click(find<QPushButton>("make"));
        QTRY_VERIFY(isIn("B", ProcessState::Ready));
        QVERIFY(process("B")->last.has_value());
        QCOMPARE(process("B")->last->result, std::int64_t{9});
        QCOMPARE(process("B")->last->data, std::string("hello bob"));
    }

    void anErrorSaysItsNameAndWhy() {
        enter("A: msgsnd(q, {0, \"x\"}, 1, 0)");
        auto* result = window().findChild<ResultBox*>();
        QTRY_VERIFY2(result->headline().contains("EINVAL"), qPrintable(result->headline()));
        QVERIFY(!result->sentence().isEmpty());
    }

    void aRefusalGoesWithItsLab() {
        QVERIFY(window().scenes().open("first-in-first-out"));
        auto* result = window().findChild<ResultBox*>();
        enter("Z: kill(99, SIGTERM)"); // no process of the lab
        QTRY_VERIFY(!result->headline().isEmpty());
        action(ActionId::NewLab)->trigger();
        QTRY_COMPARE(result->headline(), QString());
    }

    void aSleeperIsShownAsAsleepAndNotAsAnError() {
        const auto* result = window().findChild<ResultBox*>();
        QTRY_VERIFY2(result->headline().startsWith("B: msgrcv"), qPrintable(result->headline()));
        QCOMPARE(result->property("role").toString(), QStringLiteral("asleepCard"));
    }

    void aVariableThatIsMissingIsOneClickAway() {
        enter("C: x = 1");
        QTRY_VERIFY(isIn("C", ProcessState::Ready));
        CallPanel* panel = window().workspace()->panel();
        panel->setProcess(process("C")->id);
        panel->setCall(CallId::Msgctl);
        QTRY_VERIFY(find<QPushButton>("make")->isEnabled());
        click(find<QPushButton>("make"));
        auto* result = window().findChild<ResultBox*>();
        QTRY_VERIFY2(result->sentence().contains("has no value"), qPrintable(result->sentence()));
        QTRY_VERIFY(remedyIn(*result) != nullptr);
        QPushButton* remedy = remedyIn(*result);
        QVERIFY2(remedy->text().contains("q = msgget("), qPrintable(remedy->text()));
        click(remedy);
        QTRY_VERIFY(process("C")->variables.contains("q"));
        QTRY_VERIFY(isIn("C", ProcessState::Ready));
    }

    void aLessonWhoseKeyIsTakenCanBeHadInPrivate() {
        LiveWindow second; // the first one's queue is another program's to it, and the other way
        QVERIFY(second.open());
        QVERIFY(second->scenes().open("first-in-first-out"));
        second->run().step();
        auto* result = second->findChild<ResultBox*>();
        // Free play had another key for the same reason, and said so without a remedy.
        QTRY_VERIFY(remedyIn(*result) != nullptr);
        QVERIFY2(result->sentence().contains("another program"), qPrintable(result->sentence()));
        click(remedyIn(*result));
        QVERIFY(second->bridge().options().privateNamespace);
        while (!second->run().over()) {
            second->run().step();
            QTRY_VERIFY(!second->run().busy());
            QVERIFY2(!second->run().failure(), qPrintable(second->lastTrouble()));
        }
        second.close();
    }

    void windowsThatOpenAtOnceHaveAQueueEach() {
        std::array<LiveWindow, 3> others;
        for (LiveWindow& other : others)
            QVERIFY(other.show());
        for (LiveWindow& other : others)
            other.start();
        std::set<int> ids{window().bridge().shown().world->queues.at(0).stat.id};
        for (LiveWindow& other : others) {
            QVERIFY(other.awaitOpened());
            const World& world = *other->bridge().shown().world;
            QCOMPARE(world.queues.size(), std::size_t{1});
            QCOMPARE(world.queues[0].messages.size(), std::size_t{3});
            ids.insert(world.queues[0].stat.id);
        }
        QCOMPARE(ids.size(), std::size_t{4});
        for (LiveWindow& other : others)
            other.close();
    }

    void spaceStepsThroughThePastAndBackspaceGoesBack() {
        key(Qt::Key_Backspace);
        QVERIFY(window().bridge().shown().past);
        QVERIFY(!isIn("B", ProcessState::Asleep));
        key(Qt::Key_Backspace);
        key(Qt::Key_Space);
        QVERIFY(window().bridge().shown().past);
        key(Qt::Key_Space);
        QVERIFY(!window().bridge().shown().past);
        key(Qt::Key_PageUp);
        QVERIFY(window().bridge().shown().past);
        key(Qt::Key_PageDown);
        QVERIFY(!window().bridge().shown().past);
    }

    void spaceInAFieldIsALetterAndNoStep() {
        auto* line = find<QLineEdit>("callLine");
        line->setFocus();
        QTest::keyClicks(line, "A: x");
        QTest::keyClick(line, Qt::Key_Space);
        QTest::keyClick(line, Qt::Key_Backspace);
        QTest::keyClick(line, Qt::Key_Backspace);
        QCOMPARE(line->text(), QStringLiteral("A: "));
        QVERIFY(!window().bridge().shown().past);
    }

    void holdingMakesTheNextStepLetTheCallGo() {
        key(Qt::Key_H, Qt::ControlModifier);
        QTRY_VERIFY(find<QPushButton>("make")->isEnabled());
        click(find<QPushButton>("make"));
        QTRY_VERIFY(isIn("A", ProcessState::Held));
        QTRY_VERIFY(action(ActionId::NextStep)->isEnabled());
        window().workspace()->stage()->setFocus();
        key(Qt::Key_Space);
        QTRY_VERIFY(isIn("B", ProcessState::Ready));
    }

    void aProcessIsAddedWithLabelAndUser() {
        key(Qt::Key_N, Qt::ControlModifier);
        auto* popover = window().findChild<ProcessPopover*>();
        QTRY_VERIFY(popover->isVisible());
        QCOMPARE(popover->findChild<QLineEdit*>("letter")->text(), QStringLiteral("C"));
        QTest::keyClicks(popover->findChild<QLineEdit*>("label"), "third");
        click(popover->findChild<QPushButton*>("start"));
        QTRY_VERIFY(process("C") != nullptr);
        QCOMPARE(process("C")->label, std::string("third"));
        QCOMPARE(process("C")->user, std::string("alice"));
    }

    void aKilledProcessLeavesTheOthersAlone() {
        emit window().workspace() -> stage()->killRequested(process("A")->id);
        QTRY_VERIFY(isIn("A", ProcessState::Killed));
        QVERIFY(isIn("B", ProcessState::Asleep));
    }

    void aLessonIsChosenAndPlayedToItsEnd() {
        auto* sidebar = window().workspace()->sidebar();
        auto* lesson = sidebar->findChild<EntryButton*>("first-in-first-out");
        QVERIFY2(lesson != nullptr, "the lessons are there");
        click(lesson);
        QVERIFY(!window().scenes().isFreePlay());
        QVERIFY(window().workspace()->lesson()->isVisible());
        LessonRun& run = window().run();
        while (!run.over()) {
            const std::size_t before = run.begun();
            QTRY_VERIFY(action(ActionId::NextStep)->isEnabled());
            window().workspace()->stage()->setFocus();
            key(Qt::Key_Space);
            QCOMPARE(run.begun(), before + 1);
            QTRY_VERIFY(!run.busy());
            QVERIFY2(!run.failure(), qPrintable(window().lastTrouble()));
        }
        QTRY_VERIFY(lesson->wholeText().startsWith(u'✓'));
    }

    void lectureModeShowsOnlyTheStageAndEscLeaves() {
        key(Qt::Key_F11);
        QVERIFY(!window().workspace()->panel()->isVisible());
        QVERIFY(!window().workspace()->tabs()->isVisible());
        QVERIFY(!window().findChild<Toolbar*>()->isVisible());
        QVERIFY(window().workspace()->stage()->isVisible());
        key(Qt::Key_PageUp);
        QVERIFY(window().bridge().shown().past);
        key(Qt::Key_Escape);
        QVERIFY(window().workspace()->panel()->isVisible());
        QVERIFY(window().findChild<Toolbar*>()->isVisible());
    }

    void lectureModeAsksBeforeItShows() {
        Stage* stage = window().workspace()->stage();
        const auto sentence = [stage] { return stage->findChild<QLabel*>()->text(); };
        QVERIFY(window().scenes().open("a-pipe-between-two-processes"));
        // Before the first step: what the lesson is about.
        QTRY_VERIFY2(sentence().contains("A pipe between two processes"), qPrintable(sentence()));
        QVERIFY(sentence().contains("A pipe is a small buffer in the kernel"));
        stage->setFocus();
        key(Qt::Key_Space);
        QTRY_VERIFY(window().run().begun() == 1 && !window().run().busy());
        QTRY_VERIFY(sentence().contains("A new pipe"));
        QVERIFY2(!sentence().contains("Predict:"), "the lesson's page asks it beside the stage");
        key(Qt::Key_F11);
        QTRY_VERIFY2(sentence().contains("Predict:"), qPrintable(sentence()));
        QVERIFY(sentence().contains("Which ends does B hold?"));
        key(Qt::Key_Space);
        QTRY_VERIFY(window().run().begun() == 2 && !window().run().busy());
        QTRY_VERIFY2(sentence().contains("What does B's read do?"), qPrintable(sentence()));
        key(Qt::Key_Escape);
        QTRY_VERIFY(!sentence().contains("Predict:"));
    }

    void theSentenceAnswersAfterTheQuestionAndStays() {
        Stage* stage = window().workspace()->stage();
        const auto sentence = [stage] { return stage->findChild<QLabel*>()->text(); };
        QVERIFY(window().scenes().open("types-and-blocking"));
        LessonRun& run = window().run();
        const auto playTo = [&](std::size_t step) {
            while (run.begun() < step) {
                QTRY_VERIFY(action(ActionId::NextStep)->isEnabled());
                run.step();
                QTRY_VERIFY(!run.busy());
                QVERIFY2(!run.failure(), qPrintable(window().lastTrouble()));
            }
        };
        playTo(8);
        QTRY_VERIFY2(sentence().contains("Why is B asleep?"), qPrintable(sentence()));
        // What would wake it is what the lecture asks now.
        key(Qt::Key_F11);
        QTRY_VERIFY2(sentence().contains("Does B wake?"), qPrintable(sentence()));
        QVERIFY2(!sentence().contains("Why is B asleep?"), qPrintable(sentence()));
        key(Qt::Key_Escape);
        QTRY_VERIFY2(sentence().contains("Why is B asleep?"), qPrintable(sentence()));
        // The step ends with an IPC_STAT; what it was played for is what is told.
        playTo(10);
        QTRY_VERIFY2(sentence().contains("never stood in the queue"), qPrintable(sentence()));
    }

    void aMessageBeforeTheWindowIsSeenHasTheLineToItself() {
        StatusLine line;
        line.resize(1200, 30);
        line.showMessage(QStringLiteral("Key 1234 belongs to another program."));
        line.show();
        const auto seen = [&line] {
            const auto labels = line.findChildren<QLabel*>();
            return std::ranges::count_if(labels, [](const QLabel* each) {
                return each->isVisible() && !each->text().isEmpty();
            });
        };
        QCOMPARE(seen(), 1); // what happens to the objects at the end
        line.clearMessage();
        QVERIFY(seen() > 1);
    }

    void aSessionIsSavedAsAScriptAndPlayedAgain_data() {
        QTest::addColumn<int>("mechanism");
        for (const Mechanism each : mechanisms())
            QTest::newRow(qPrintable(mechanismName(each))) << int(each);
    }

    void aSessionIsSavedAsAScriptAndPlayedAgain() {
        QFETCH(int, mechanism);
        QSignalSpy stands(&window().scenes(), &Scenes::opened);
        window().scenes().startFreePlay(Mechanism(mechanism));
        QTRY_COMPARE(stands.size(), 1);
        const auto before = window().bridge().present();
        const std::string script = window().bridge().script();
        QTemporaryDir folder;
        QFile file(folder.filePath("again.ipc"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(script.data(), static_cast<qint64>(script.size()));
        file.close();
        // Whatever has the focus, Space steps from now on.
        find<QLineEdit>("callLine")->setFocus();
        QVERIFY(window().scenes().open(file.fileName()));
        LessonRun& run = window().run();
        while (!run.over()) {
            QTRY_VERIFY(action(ActionId::NextStep)->isEnabled());
            const std::size_t begun = run.begun();
            key(Qt::Key_Space);
            QCOMPARE(run.begun(), begun + 1);
            QTRY_VERIFY(!run.busy());
            QVERIFY2(!run.failure(), qPrintable(window().lastTrouble()));
        }
        const auto after = window().bridge().present();
        QCOMPARE(after->processes.size(), before->processes.size());
        for (std::size_t i = 0; i < before->processes.size(); ++i) {
            QCOMPARE(after->processes[i].state, before->processes[i].state);
            QCOMPARE(after->processes[i].descriptors.size(),
                     before->processes[i].descriptors.size());
            QCOMPARE(after->processes[i].attachments.size(),
                     before->processes[i].attachments.size());
        }
    }

    void aPipesFormIsReadyToBeClicked() {
        window().scenes().startFreePlay(Mechanism::Pipe);
        QTRY_VERIFY(isIn("B", ProcessState::Asleep));
        QTRY_COMPARE(find<CodeText>("line")->text(),
                     QStringLiteral("write(fd[1], \"hello child\", 11);"));
        QTRY_VERIFY(find<QPushButton>("make")->isEnabled());
        click(find<QPushButton>("make"));
        QTRY_VERIFY(isIn("B", ProcessState::Ready));
        QVERIFY(process("B")->last.has_value());
        QCOMPARE(process("B")->last->data, std::string("hello child"));
    }

    void aProcessThatDiedIsToldBesideTheFormToo() {
        emit window().workspace() -> stage()->killRequested(process("B")->id);
        auto* result = window().findChild<ResultBox*>();
        QTRY_COMPARE(result->headline(), QStringLiteral("B was killed by SIGKILL."));
    }

    void aLessonsWholeNameStandsInTheSidebar() {
        auto* lesson =
            window().workspace()->sidebar()->findChild<EntryButton*>("removed-under-a-sleeper");
        QVERIFY(lesson != nullptr && lesson->isVisible());
        QVERIFY2(!lesson->text().contains(QChar(0x2026)), qPrintable(lesson->text()));
        QCOMPARE(lesson->text().simplified(), lesson->wholeText().simplified());
        // In a low window the column scrolls, and no line is cut.
        window().resize(1024, 700);
        const auto* sidebar = window().workspace()->sidebar();
        QTRY_VERIFY(lesson->text().contains(u'\n'));
        for (const EntryButton* each : sidebar->findChildren<EntryButton*>()) {
            const int lines = 1 + int(each->text().count(u'\n'));
            if (each->isVisible())
                QTRY_VERIFY2(each->height() >= lines * each->fontMetrics().lineSpacing(),
                             qPrintable(each->text()));
        }
    }

    void aRepeatIsStoppedBeforeItsEnd() {
        CallPanel* panel = window().workspace()->panel();
        panel->fill(*parseStatement("A: msgctl(q, IPC_STAT, &ds)"));
        QTRY_VERIFY(find<QPushButton>("repeat")->isEnabled());
        click(find<QPushButton>("repeat"));
        auto* popup = window().findChild<RepeatPopup*>();
        QTRY_VERIFY(popup->isVisible());
        popup->findChild<QSpinBox*>("times")->setValue(100000);
        popup->findChild<QSpinBox*>("every")->setValue(5);
        const std::uint64_t before = process("A")->calls;
        click(popup->findChild<QPushButton*>("start"));
        QTRY_VERIFY(process("A")->calls > before + 3);
        QTRY_COMPARE(find<QPushButton>("repeat")->text(), QStringLiteral("Stop"));
        click(find<QPushButton>("repeat"));
        QTRY_VERIFY(isIn("A", ProcessState::Ready));
        QVERIFY(process("A")->calls < before + 100000);
    }

    void aProcessIsRenamed() {
        find<QToolButton>("more")->menu()->actions().first()->trigger();
        auto* field = find<QLineEdit>("rename");
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, "boss");
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(process("A")->label, std::string("boss"));
    }

    void aSuggestionFillsTheForm() {
        QTRY_VERIFY(find<QPushButton>("suggestion") != nullptr);
        const QString line = find<QPushButton>("suggestion")->toolTip();
        click(find<QPushButton>("suggestion"));
        const auto filled = window().workspace()->panel()->statement();
        QVERIFY(filled.has_value());
        QCOMPARE(QString::fromStdString(print(*filled)), line);
    }

    void whatCannotBeOpenedIsSaidAndStays() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("wrong.ipc"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("A: msgget(1234\n");
        file.close();
        QSignalSpy opened(&window().scenes(), &Scenes::opened);
        window().start(file.fileName());
        QVERIFY(QTest::qWaitFor([&] { return opened.count() == 1; }, 20000));
        QTRY_VERIFY(isIn("B", ProcessState::Asleep));
        const auto* result = window().findChild<ResultBox*>();
        QTRY_VERIFY2(result->sentence().contains("wrong.ipc:1:"), qPrintable(result->sentence()));
        // The message has the bottom line to itself.
        const auto* line = window().findChild<StatusLine*>();
        QVERIFY(line->currentMessage().contains("wrong.ipc:1:"));
        for (const QLabel* label : line->findChildren<QLabel*>())
            QVERIFY2(!label->isVisible() || label->text().startsWith("objects are removed"),
                     qPrintable(label->text()));
    }

    void aRecordingIsOpenedAgainAndPlayed() {
        const QTemporaryDir folder;
        const QString file = folder.filePath("a.ipcrec");
        QVERIFY(window().bridge().saveRecording(file.toStdString()).has_value());
        QVERIFY(window().scenes().open(file));
        QVERIFY(window().bridge().isRecording());
        const std::uint64_t at = window().bridge().shown().position;
        QTRY_VERIFY(action(ActionId::NextStep)->isEnabled());
        window().workspace()->stage()->setFocus();
        key(Qt::Key_Space);
        QVERIFY(window().bridge().shown().position > at);
    }

    void closingWhileSomebodySleepsLeavesNoProcess() {
        const std::int32_t sleeper = process("B")->pid;
        close();
        QTRY_VERIFY(::kill(sleeper, 0) == -1 && errno == ESRCH);
    }

    void anotherLanguageKeepsTheLab() {
        const std::int32_t pid = process("A")->pid;
        window().workspace()->panel()->fill(*parseStatement("A: msgsnd(q, {7, \"kept\"}, 4, 0)"));
        window().setLanguage("ko");
        QVERIFY2(find<CodeText>("line")->text().contains("kept"), "the form goes on as it was");
        QCOMPARE(languages().current(), QStringLiteral("ko"));
        QCOMPARE(process("A")->pid, pid);
        QVERIFY(isIn("B", ProcessState::Asleep));
        QTRY_VERIFY(find<QPushButton>("make")->isEnabled());
        const std::uint64_t before = process("A")->calls;
        click(find<QPushButton>("make"));
        QTRY_COMPARE(process("A")->calls, before + 1);
    }

    void everythingCanBeReachedByTab() {
        QSet<QWidget*> reached;
        QWidget* first = window().focusWidget();
        for (QWidget* at = first->nextInFocusChain(); at != first; at = at->nextInFocusChain())
            reached.insert(at);
        for (const char* name : {"make", "repeat", "call", "process"})
            QVERIFY2(reached.contains(find<QWidget>(name)) &&
                         (find<QWidget>(name)->focusPolicy() & Qt::TabFocus) != 0,
                     name);
    }

    void everyControlHasAName() {
        for (const QWidget* each : window().findChildren<QWidget*>()) {
            const bool reachable = (each->focusPolicy() & Qt::TabFocus) != 0 && each->isVisible();
            const QWidget* parent = each->parentWidget();
            const bool inner = qobject_cast<const QComboBox*>(parent) != nullptr ||
                               qobject_cast<const QAbstractSpinBox*>(parent) != nullptr;
            if (!reachable || inner) continue;
            const auto* button = qobject_cast<const QAbstractButton*>(each);
            const bool named = !each->accessibleName().isEmpty() ||
                               (button != nullptr && !button->text().isEmpty());
            QVERIFY2(named, qPrintable(QString(each->metaObject()->className()) + " " +
                                       each->objectName()));
        }
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
