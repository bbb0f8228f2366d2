// The window as a person uses it: real processes and calls behind real clicks and keys.
#include "gui/app/process_popover.h"
#include "gui/app/status_line.h"
#include "gui/app/toolbar.h"
#include "gui/app/workspace.h"
#include "gui/controls/repeat_popup.h"
#include "gui/panels/kernel_tables.h"
#include "gui/stage/stage.h"
#include "tests/gui/app/live_window.h"

#include <QLabel>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <array>
#include <csignal>
#include <set>

using namespace ipclab;

class WindowTest : public QObject, private LiveWindow {
    Q_OBJECT

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
        const std::uint64_t calls = process("A")->calls;
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(process("A")->label, std::string("boss"));
        // Enter in a field of the form makes its call; this is none of them.
        const std::uint64_t quiet = window().bridge().requestQuiet();
        QTRY_VERIFY(window().bridge().shown().world->quiet >= quiet);
        QCOMPARE(process("A")->calls, calls);
    }

    void thePastDoesNotChooseAnotherProcess() {
        enter("C: x = 1");
        QTRY_VERIFY(isIn("C", ProcessState::Ready));
        CallPanel* panel = window().workspace()->panel();
        const ProcessId chosen = process("C")->id;
        panel->setProcess(chosen);
        window().workspace()->stage()->setFocus();
        while (process("C") != nullptr)
            key(Qt::Key_Backspace);
        QVERIFY(process("B") != nullptr);
        QCOMPARE(panel->process(), process("A")->id);
        key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!window().bridge().shown().past);
        QCOMPARE(panel->process(), chosen);
    }

    void theProcessBehindOneThatEndedIsTheNext() {
        enter("C: x = 1");
        QTRY_VERIFY(isIn("C", ProcessState::Ready));
        CallPanel* panel = window().workspace()->panel();
        panel->setProcess(process("B")->id);
        emit window().workspace() -> stage()->killRequested(process("B")->id);
        QTRY_VERIFY(isIn("B", ProcessState::Killed));
        action(ActionId::NextProcess)->trigger();
        QCOMPARE(panel->process(), process("C")->id);
        action(ActionId::PreviousProcess)->trigger();
        QCOMPARE(panel->process(), process("A")->id);
    }

    void theKernelsTableIsLookedAtWhileItIsSeen() {
        const auto made = [this](const char* variable) {
            const Value& id = process("A")->variables.find(variable)->second;
            return std::to_string(std::get<std::int64_t>(id));
        };
        const auto tableHas = [this](const std::string& id) {
            return window().bridge().present()->kernelTable.find(id) != std::string::npos;
        };
        window().scenes().startFreePlay(Mechanism::Pipe);
        QTRY_VERIFY(isIn("B", ProcessState::Asleep));
        action(ActionId::ShowTables)->trigger();
        action(ActionId::NewLab)->trigger(); // the next lab has it looked at too
        QTRY_VERIFY(isIn("B", ProcessState::Asleep));
        enter("A: seen = msgget(IPC_PRIVATE, 0600)");
        QTRY_VERIFY(process("A")->variables.contains("seen"));
        QTRY_VERIFY(tableHas(made("seen")));
        action(ActionId::ShowLog)->trigger();
        enter("A: unseen = msgget(IPC_PRIVATE, 0600)");
        QTRY_VERIFY(process("A")->variables.contains("unseen"));
        const std::uint64_t quiet = window().bridge().requestQuiet();
        QTRY_VERIFY(window().bridge().present()->quiet >= quiet);
        QVERIFY(!tableHas(made("unseen")));
    }

    void aSuggestionFillsTheForm() {
        QTRY_VERIFY(find<QPushButton>("suggestion") != nullptr);
        const QString line = find<QPushButton>("suggestion")->toolTip();
        click(find<QPushButton>("suggestion"));
        const auto filled = window().workspace()->panel()->statement();
        QVERIFY(filled.has_value());
        QCOMPARE(QString::fromStdString(print(*filled)), line);
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
