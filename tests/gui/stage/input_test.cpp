// The stage by mouse and by keyboard, and what a screen reader hears.
#include "gui/stage/stage.h"
#include "tests/gui/stage/scene.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>

namespace ipclab {

class InputTest : public QObject {
    Q_OBJECT
    Theme theme_;
    Scene scene_ = typesAndBlocking();
    Frame frame_ = scene_.frame();
    std::unique_ptr<Stage> stage_;

    StageButton* named(const QString& part) {
        for (StageButton* button : stage_->findChildren<StageButton*>())
            if (button->isVisibleTo(stage_.get()) && button->accessibleName().contains(part))
                return button;
        return nullptr;
    }

private slots:
    void init() {
        stage_ = std::make_unique<Stage>(theme_);
        stage_->clock().setManual(true);
        stage_->resize(868, 614);
        stage_->setFrame(frame_);
        stage_->show();
        QVERIFY(QTest::qWaitForWindowExposed(stage_.get()));
    }

    void aClickOnACardNamesItsProcess() {
        QSignalSpy clicked(stage_.get(), &Stage::processClicked);
        QTest::mouseClick(stage_.get(), Qt::LeftButton, {},
                          stage_->layoutNow().processes[1].under.center());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][0].value<ProcessId>(), stage_->layoutNow().processes[1].id);
    }

    void aClickOnAQueueNamesItsId() {
        QSignalSpy clicked(stage_.get(), &Stage::objectClicked);
        QTest::mouseClick(stage_.get(), Qt::LeftButton, {},
                          stage_->layoutNow().queues[0].takes.center());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][0].value<ObjectKind>(), ObjectKind::Queue);
        QCOMPARE(clicked[0][1].toInt(), 3);
    }

    void buttonsAskForWhatTheySay() {
        QSignalSpy stat(stage_.get(), &Stage::statRequested),
            remove(stage_.get(), &Stage::removeRequested),
            kill(stage_.get(), &Stage::killRequested);
        QTest::mouseClick(named("IPC_STAT"), Qt::LeftButton);
        QTest::mouseClick(named("IPC_RMID"), Qt::LeftButton);
        QTest::mouseClick(named("Kill process B"), Qt::LeftButton);
        QCOMPARE(stat.size(), 1);
        QCOMPARE(remove[0][1].toInt(), 3);
        QCOMPARE(kill[0][0].value<ProcessId>(), ProcessId(firstWorker + 1));
    }

    void everythingIsReachedByTabInTheOrderOfTheEye() {
        QStringList order;
        stage_->activateWindow();
        named("Process A")->setFocus();
        for (int i = 0; i < 9; ++i) {
            order << QApplication::focusWidget()->accessibleName().section(',', 0, 0);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order, QStringList({"Process A sender", "Kill process A", "Process B receiver",
                                     "Kill process B", "Process C second sender", "Kill process C",
                                     "Message queue id 3", "IPC_STAT of queue id 3",
                                     "IPC_RMID: remove queue id 3"}));
    }

    void theKeyboardPressesThem() {
        QSignalSpy remove(stage_.get(), &Stage::removeRequested);
        named("IPC_RMID")->setFocus();
        QTest::keyClick(named("IPC_RMID"), Qt::Key_Space);
        QCOMPARE(remove.size(), 1);
    }

    void aMessageUnderThePointerIsNamed() {
        QSignalSpy hovered(stage_.get(), &Stage::messageHovered);
        const TokenPlace token = stage_->layoutNow().queues[0].lane.tokens[1];
        QTest::mouseMove(stage_.get(), token.rect.center());
        QTRY_COMPARE(hovered.size(), 1);
        QCOMPARE(hovered[0][0].toULongLong(), token.serial);
    }

    void aScreenReaderHearsTheWholeStage() {
        const QString heard =
            QAccessible::queryAccessibleInterface(stage_.get())->text(QAccessible::Description);
        for (const char* part : {"Process A sender, ready", "msgrcv(q, &rbuf, 64, 3, 0)",
                                 "Queue id 3, 3 message", "B waits for type 3"})
            QVERIFY2(heard.contains(part), qPrintable(heard));
    }

    void aClickClosesADescriptor() {
        Scene scene;
        scene.start("A", "parent", "alice");
        scene.makePipe("A: pipe(fd)", 3, 4);
        stage_->setFrame(scene.frame());
        QSignalSpy closed(stage_.get(), &Stage::closeRequested),
            chosen(stage_.get(), &Stage::objectClicked);
        StageButton* button = named("Process A: close(4)");
        QVERIFY(button);
        QCOMPARE(button->toolTip(), QString("close(4)"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(closed[0][0].value<ProcessId>(), ProcessId(firstWorker));
        QCOMPARE(closed[0][1].toInt(), 4);
        QTest::mouseClick(stage_.get(), Qt::LeftButton, {},
                          stage_->layoutNow().pipes[0].tube.center());
        QCOMPARE(chosen[0][0].value<ObjectKind>(), ObjectKind::Pipe);
        const QString heard =
            QAccessible::queryAccessibleInterface(stage_.get())->text(QAccessible::Description);
        QVERIFY2(heard.contains("0 of 16 pages"), qPrintable(heard));
    }

    void aRemovedQueueHasNoButtons() {
        Scene scene = typesAndBlocking();
        stage_->setFrame(scene.frame());
        scene.call("A: msgctl(q, IPC_RMID, NULL)", 0);
        stage_->setFrame(scene.frame());
        QVERIFY(!named("IPC_RMID"));
    }

    void secondsAsleepAreCountedByTheClock() {
        const auto pill = [this] {
            stage_->grab();
            for (const PaintedText& text : stage_->paintedTexts())
                if (text.full.startsWith("asleep")) return text.full + (text.elided ? " cut" : "");
            return QString();
        };
        QCOMPARE(pill(), QString("asleep 1.8 s"));
        stage_->clock().advance(500);
        QCOMPARE(pill(), QString("asleep 2.3 s"));
        // Nothing happens, so nothing is laid out anew: there is room for another digit.
        stage_->clock().advance(10'000);
        QCOMPARE(pill(), QString("asleep 12.3 s"));
        stage_->clock().advance(100'000);
        QCOMPARE(pill(), QString("asleep 112 s"));
    }

    void whatGetsTheFocusIsScrolledIntoSight() {
        stage_->resize(400, 240);
        theme_.setScale(2.0);
        QVERIFY(stage_->layoutNow().size.height() > stage_->height());
        named("IPC_RMID")->setFocus();
        QVERIFY(stage_->rect().contains(named("IPC_RMID")->geometry()));
        theme_.setScale(1.0);
    }

    void aWordThatIsCutHasATooltip() {
        stage_->resize(500, 420);
        stage_->grab();
        const auto texts = stage_->paintedTexts();
        const auto cut = std::ranges::find_if(texts, &PaintedText::elided);
        QVERIFY(cut != texts.end());
        QHelpEvent help(QEvent::ToolTip, cut->box.center(), stage_->mapToGlobal(cut->box.center()));
        QApplication::sendEvent(stage_.get(), &help);
        QVERIFY(!QToolTip::text().isEmpty());
        QToolTip::hideText();
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::InputTest)
#include "input_test.moc"
