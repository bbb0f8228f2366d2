// What is played in the window: lessons, scripts and recordings, with real processes behind them.
#include "engine/lesson/library.h"
#include "gui/app/entry_button.h"
#include "gui/app/sidebar.h"
#include "gui/app/status_line.h"
#include "gui/app/workspace.h"
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

using namespace ipclab;

class ScenesTest : public QObject, private LiveWindow {
    Q_OBJECT

    CallPanel* panel() { return window().workspace()->panel(); }
    QString line() { return find<CodeText>("line")->text(); }
    QString makeText() { return find<QPushButton>("make")->text(); }

    QPushButton* suggestion(const QString& words) {
        for (QPushButton* each : panel()->findChildren<QPushButton*>("suggestion"))
            if (each->isVisible() && each->text().contains(words)) return each;
        return nullptr;
    }

    /// Plays the lesson's steps up to this one; false when one went otherwise.
    bool playTo(std::size_t step) {
        LessonRun& run = window().run();
        while (run.begun() < step) {
            run.step();
            if (!QTest::qWaitFor([&] { return !run.busy(); }) || run.failure()) return false;
        }
        return true;
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init() { QVERIFY(open()); }
    void cleanup() { close(); }

    void theFormHoldsTheLessonsNextCall() {
        QVERIFY(window().scenes().open("a-pipe-between-two-processes"));
        QCOMPARE(line(), QStringLiteral("pipe(fd);"));
        QCOMPARE(makeText(), QStringLiteral("▶ Play this step"));
        QVERIFY(find<QPushButton>("make")->isEnabled()); // though nobody runs yet
        click(find<QPushButton>("make"));
        QCOMPARE(window().run().begun(), std::size_t{1});
        QTRY_COMPARE(line(), QStringLiteral("B = fork();"));
        QTRY_COMPARE(panel()->process(), process("A")->id);
        QVERIFY(playTo(2));
        QTRY_COMPARE(line(), QStringLiteral("read(fd[0], buf, 64);"));
        QTRY_COMPARE(panel()->process(), process("B")->id);
        click(find<QPushButton>("make"));
        QTRY_VERIFY(isIn("B", ProcessState::Asleep));
        QTRY_COMPARE(line(), QStringLiteral("write(fd[1], \"hello child\", 11);"));
        // In another language it goes on.
        window().setLanguage("ko");
        QVERIFY(panel()->showsLesson());
        QCOMPARE(panel()->process(), process("A")->id);
    }

    void whatSomeoneHasBegunToFillInStays() {
        QVERIFY(window().scenes().open("a-pipe-between-two-processes"));
        QVERIFY(playTo(1));
        QTRY_COMPARE(line(), QStringLiteral("B = fork();"));
        panel()->findChild<QLineEdit*>("target")->selectAll();
        QTest::keyClicks(panel()->findChild<QLineEdit*>("target"), "C");
        QCOMPARE(line(), QStringLiteral("C = fork();"));
        QCOMPARE(makeText(), QStringLiteral("Make the call  ⏎"));
        QVERIFY(playTo(2));
        QTRY_VERIFY(suggestion("Step 3 of the lesson") != nullptr);
        QCOMPARE(line(), QStringLiteral("C = fork();"));
        // Made, it is nobody's any more, and the lesson's next step is shown when it comes.
        click(find<QPushButton>("make"));
        QTRY_VERIFY(process("C") != nullptr);
        QCOMPARE(line(), QStringLiteral("C = fork();"));
        click(suggestion("Step 3 of the lesson"));
        QCOMPARE(line(), QStringLiteral("read(fd[0], buf, 64);"));
        QCOMPARE(makeText(), QStringLiteral("▶ Play this step"));
        QVERIFY(playTo(3));
        QTRY_COMPARE(line(), QStringLiteral("write(fd[1], \"hello child\", 11);"));
    }

    void theFormDoesNotAnswerTheLessonsQuestion() {
        QVERIFY(window().scenes().open("types-and-blocking"));
        const auto tells = [this](const QString& words) {
            for (const QLabel* label : panel()->findChildren<QLabel*>())
                if (label->isVisible() && label->text().contains(words)) return true;
            return false;
        };
        const std::vector<LessonStep>& steps = window().run().lesson()->steps;
        const auto asked = std::ranges::find_if(steps, [](const LessonStep& step) {
            return step.prediction && step.source.find("msgrcv") != std::string::npos;
        });
        QVERIFY(asked != steps.end());
        const auto at = static_cast<std::size_t>(asked - steps.begin());
        QVERIFY(playTo(at));
        QTRY_VERIFY2(line().startsWith("msgrcv("), qPrintable(line()));
        QVERIFY(!tells(QStringLiteral(" → ")));
        find<QPushButton>("make")->setFocus();
        panel()->setCall(CallId::Msgget);
        panel()->setCall(CallId::Msgrcv); // somebody's own, it says what it would take
        QTRY_VERIFY(tells(QStringLiteral(" → ")));
    }

    void everyCallOfTheLessonsHasAPlaceInTheForm() {
        int shown = 0;
        QStringList wrong;
        for (const LessonEntry& entry : lessons("en")) {
            const auto file = findLesson(entry.name, "en");
            QVERIFY(file);
            const auto lesson = loadLesson(*file);
            QVERIFY(lesson);
            for (std::size_t step = 0; step < lesson->steps.size(); ++step) {
                const auto call = lessonCall(*lesson, step);
                if (!call) continue;
                panel()->startAfresh();
                panel()->follow(call);
                if (!panel()->showsLesson())
                    wrong << QString::fromStdString(entry.name + ": " + print(call->statement));
                ++shown;
            }
        }
        QCOMPARE(wrong, QStringList());
        QVERIFY(shown > 50);
    }

    void aRefusalGoesWithItsLab() {
        QVERIFY(window().scenes().open("first-in-first-out"));
        auto* result = window().findChild<ResultBox*>();
        enter("Z: kill(99, SIGTERM)"); // no process of the lab
        QTRY_VERIFY(!result->headline().isEmpty());
        action(ActionId::NewLab)->trigger();
        QTRY_COMPARE(result->headline(), QString());
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

    void theCardDoesNotAnswerTheQuestion() {
        Stage* stage = window().workspace()->stage();
        const auto answers = [stage] {
            stage->grab();
            return std::ranges::any_of(stage->paintedTexts(), [](const PaintedText& each) {
                return each.full.contains("Would be taken next");
            });
        };
        QVERIFY(window().scenes().open("types-and-blocking"));
        LessonRun& run = window().run();
        const auto step = [&] {
            QTRY_VERIFY(action(ActionId::NextStep)->isEnabled());
            run.step();
            QTRY_VERIFY(!run.busy());
        };
        for (int i = 0; i < 2; ++i)
            step();
        QVERIFY(run.lesson()->steps[2].prediction);
        QTRY_VERIFY2(!answers(), "the question is which message comes");
        do
            step();
        while (run.begun() < run.lesson()->steps.size() &&
               run.lesson()->steps[run.begun()].prediction);
        QTRY_VERIFY(answers());
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
        // Until the next call, wherever it is made.
        enter("A: msgctl(q, IPC_STAT, &ds)");
        QTRY_VERIFY2(result->headline().startsWith("A: msgctl"), qPrintable(result->headline()));
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
};

QTEST_MAIN(ScenesTest)
#include "scenes_test.moc"
