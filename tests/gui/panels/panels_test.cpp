// The C source, the kernel's tables and the lesson's page, compared as text.
#include "engine/lesson/library.h"
#include "gui/panels/c_source_view.h"
#include "gui/panels/kernel_tables.h"
#include "gui/panels/lesson_page.h"
#include "tests/gui/timeline/scenario.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace ipclab;
using namespace ipclab::test;

class PanelsTest : public QObject {
    Q_OBJECT

    static EventReader readerOf(const Recording& session) {
        return [&session](std::uint64_t from, std::size_t limit) {
            const std::size_t end = std::min(session.events.size(), std::size_t(from) + limit);
            return std::vector<Event>(session.events.begin() + std::ptrdiff_t(from),
                                      session.events.begin() + std::ptrdiff_t(end));
        };
    }

    static QString plain(const std::string& markdown) {
        QTextDocument page;
        page.setMarkdown(QString::fromStdString(markdown));
        return page.toPlainText();
    }

    static Lesson twoSteps() {
        Lesson lesson;
        lesson.title = "First in, first out";
        LessonStep first;
        first.before = "A *queue* is made.";
        first.source = "A: q = msgget(1234, IPC_CREAT|0644)";
        first.afterwards = "The id is not the key.";
        LessonStep second;
        second.prediction = Prediction{"Who gets it?", {"`B`", "nobody"}, {}};
        second.source = "A: msgsnd(q, {1, \"hello\"}, 5, 0)";
        second.afterwards = "It stands in the queue.";
        second.statements = {*parseStatement(second.source)};
        lesson.steps = {first, second};
        lesson.closing = "That was all.";
        return lesson;
    }

private slots:
    void aProgramForEachProcess() {
        Theme theme;
        CSource source(theme);
        Recording session = types();
        source.setReader(readerOf(session));
        source.show();
        source.setFrame(session.frame());
        QCOMPARE(source.processes()->count(), 3);
        QVERIFY(source.text().contains(QStringLiteral("msgget(1234, IPC_CREAT | 0644)")) ||
                source.text().contains(QStringLiteral("msgget(1234, IPC_CREAT|0644)")));
        QVERIFY(source.text().contains(QStringLiteral("photo")));
        source.processes()->setCurrentIndex(2);
        QVERIFY(source.text().contains(QStringLiteral("msgrcv(")));
        QVERIFY(!source.text().contains(QStringLiteral("photo")));
    }

    void theLastCallIsInSight() {
        Theme theme;
        CSource source(theme);
        source.resize(700, 170);
        Recording session = types();
        source.setReader(readerOf(session));
        source.show();
        source.setFrame(session.frame());
        QVERIFY2(source.isSeen("photo") && !source.isSeen("#include"), qPrintable(source.text()));
        source.processes()->setCurrentIndex(2);
        QVERIFY(source.isSeen("msgrcv(q"));
        source.processes()->setCurrentIndex(0);
        // What is read stays where it is until the next call.
        auto* bar = source.findChild<QPlainTextEdit*>()->verticalScrollBar();
        bar->setValue(0);
        source.setFrame(session.frame());
        QVERIFY(source.isSeen("#include"));
        session.call("A: msgsnd(q, {9, \"newest\"}, 6, 0)", 0);
        source.setFrame(session.frame());
        QVERIFY(source.isSeen("newest"));
        Frame frame = session.frame();
        frame.past = true;
        frame.position = 10;
        source.setFrame(frame);
        QVERIFY(source.isSeen("hello"));
    }

    void theProgramOfAnEarlierMoment() {
        Theme theme;
        CSource source(theme);
        Recording session = types();
        source.setReader(readerOf(session));
        source.show();
        Frame frame = session.frame();
        frame.past = true;
        frame.position = 10;
        source.setFrame(frame);
        QVERIFY(source.text().contains(QStringLiteral("hello")));
        QVERIFY(!source.text().contains(QStringLiteral("photo")));
    }

    void aRepeatCountsAsOftenAsItWasDone() {
        Recording session;
        session.start("A", "", "alice", 1000);
        session.call("A: q = msgget(1234, IPC_CREAT|0644)", 3);
        Histories histories;
        histories.take(0, session.events);
        for (int i = 0; i < 4; ++i) { // three more turns of the last line
            const std::vector<Event> turn(session.events.end() - 2, session.events.end());
            if (i > 0) histories.take(histories.taken(), turn);
        }
        QCOMPARE(histories.at(firstWorker, UINT64_MAX).done.size(), std::size_t{1});
        QCOMPARE(histories.at(firstWorker, UINT64_MAX).done[0].times, std::uint64_t{4});
    }

    void aFamilyHasOneProgram() {
        Theme theme;
        CSource source(theme);
        Recording session;
        session.start("A", "", "alice", 1000);
        session.enter("A: B = fork()");
        const ProcessId child = firstWorker + 1;
        session.add(child,
                    event::ProcessStarted{"B", "reader", "alice", 4712, 1000, 1000, firstWorker});
        session.returns("A", 4712);
        session.call("A: close(9)", -1, EBADF);
        session.enter("B: exit(3)");
        session.call("A: wait(NULL)", 4712);
        source.setReader(readerOf(session));
        source.show();
        source.setFrame(session.frame());
        const QString program = source.text();
        const qsizetype fork = program.indexOf(QStringLiteral("B = fork();"));
        const qsizetype childs = program.indexOf(QStringLiteral("/* process B (reader) */\n"
                                                                "        exit(3);\n    }\n"));
        QVERIFY2(fork > 0 && childs > fork && program.indexOf("close(9)") > childs &&
                     program.indexOf("wait(NULL)") > childs,
                 qPrintable(program));
        source.processes()->setCurrentIndex(1);
        QCOMPARE(source.text(), program);
    }

    void aTextThatLooksLikeACommentIsNone() {
        Theme theme;
        QTextDocument program(QStringLiteral("write(fd[1], \"/*\", 2);\nclose(fd[1]); /* done */\n"
                                             "/* process B\n   (reader) */"));
        const CHighlighter highlighter(&program, theme);
        const auto isOpen = [&program](int line) {
            return program.findBlockByNumber(line).userState() == 1;
        };
        QVERIFY(!isOpen(0) && !isOpen(1));
        QVERIFY(isOpen(2) && !isOpen(3));
    }

    void readsTheKernelsTable() {
        const auto rows = readKernelTable(
            "       key      msqid perms      cbytes       qnum lspid lrpid   uid   gid  cuid\n"
            "      1234          3   644          13          3  4711     0  1000  1000  1000  "
            "1000 1700000000          0 1699999999\n"
            "        -1      32768  1600           0          0     0     0     0     0     0     "
            "0          0          0 1700000000\n");
        QCOMPARE(rows.size(), std::size_t{2});
        QCOMPARE(rows[0].mode, 0644U);
        QCOMPARE(rows[0].usedBytes, std::uint64_t{13});
        QCOMPARE(rows[0].sent, std::int64_t{1700000000});
        QCOMPARE(rows[1].key, -1);
        QCOMPARE(rows[1].mode, 01600U);
    }

    void marksWhatIsTheLabs() {
        Theme theme;
        KernelTables tables(theme);
        tables.show();
        Recording session = types();
        event::TableSeen seen;
        seen.text = "key msqid …\n"
                    "1234 3 666 13 3 4711 0 1000 1000 1000 1000 0 0 0\n"
                    "77 9 600 0 0 0 0 55 55 55 55 0 0 0\n";
        session.add(supervisorProcess, seen);
        tables.setFrame(session.frame());
        QCOMPARE(tables.asText(),
                 QStringLiteral("A\t0x000004d2\t3\talice\t666\t13\t3\t4711\t0\t—\t—\t—\n"
                                "not this lab's\t0x0000004d\t9\t55\t600\t0\t0\t0\t0\t—\t—\t—"));
        tables.setVerbatim(true);
        QVERIFY(tables.findChild<QPlainTextEdit*>()->isVisible());
        QVERIFY(tables.findChild<QPlainTextEdit*>()->toPlainText().startsWith("key msqid"));
    }

    void listsTheSegmentsBesideTheQueues() {
        Theme theme;
        KernelTables tables(theme);
        tables.show();
        Recording session = types();
        event::TableSeen seen;
        seen.text = "key msqid …\n"
                    "1234 3 666 13 3 4711 0 1000 1000 1000 1000 0 0 0\n"
                    "key shmid …\n"
                    "0 8 1600 4096 4711 4712 2 1000 1000 1000 1000 0 0 0 4096 0\n";
        session.add(supervisorProcess, seen);
        tables.setFrame(session.frame());
        QVERIFY(tables.asText().startsWith(QStringLiteral("A\t0x000004d2\t3")));
        tables.showTable(KernelTables::Table::Segments);
        QCOMPARE(tables.asText(),
                 QStringLiteral("not this lab's\t0x00000000\t8\talice\t600\t4096\t2\t4711\t4712\t"
                                "—\t—\t—\t4096\tdest"));
    }

    void theLessonShowsTheNextStep() {
        Theme theme;
        LessonPage page(theme);
        QVERIFY(page.asText().startsWith(QStringLiteral("Free play")));
        page.setLesson(twoSteps());
        QVERIFY(page.asText().contains(QStringLiteral("A queue is made.")));
        QVERIFY(page.asText().contains(QStringLiteral("Step 1 of 2 · next")));
        QVERIFY(!page.asText().contains(QStringLiteral("The id is not the key.")));
        QSignalSpy asked(&page, &LessonPage::stepRequested);
        page.follow(QStringLiteral("play"));
        QCOMPARE(asked.count(), 1);
        page.setProgress({1, true, {}});
        QVERIFY(page.asText().contains(QStringLiteral("Step 1 of 2 · playing")));
        page.setProgress({1, false, {}});
        QVERIFY(page.asText().contains(QStringLiteral("✓ Step 1 of 2")));
        QVERIFY(page.asText().contains(QStringLiteral("The id is not the key.")));
        QVERIFY(page.asText().contains(QStringLiteral("Step 2 of 2 · next")));
    }

    void aLessonBeginsWithItsBeginning() {
        // Also after free play, whose opening calls are steps too, while another tab was shown.
        Theme theme;
        LessonPage page(theme);
        page.resize(300, 90);
        page.setLesson({});
        page.setProgress({2, false, {}});
        page.setLesson(twoSteps());
        page.setProgress({});
        page.show();
        const auto* bar = page.findChild<QTextBrowser*>()->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), 0);
        // What is played while another tab is shown is in view when the page is.
        page.hide();
        page.setProgress({1, false, {}});
        page.show();
        QVERIFY(bar->value() > 0);
    }

    void whatHappenedAndTheNextQuestionAreSeenFromTheirTop() {
        Theme theme;
        Lesson lesson = twoSteps();
        lesson.steps[0].source = "A: q = msgget(1, 0)\nA: q = msgget(2, 0)\nA: q = msgget(3, 0)";
        lesson.steps[0].afterwards = "The id is not the key.";
        LessonPage page(theme);
        page.resize(700, 180);
        page.setLesson(lesson);
        page.show();
        page.setProgress({1, true, {}});
        QVERIFY2(page.firstSeen().startsWith("Step 1 of 2"), qPrintable(page.firstSeen()));
        page.setProgress({1, false, {}});
        QCOMPARE(page.firstSeen(), QStringLiteral("The id is not the key."));
        // Where both do not fit, the question is what counts.
        for (int i = 0; i < 30; ++i)
            lesson.steps[1].statements.push_back(lesson.steps[1].statements.front());
        for (int i = 0; i < 30; ++i)
            lesson.steps[0].afterwards += "\n\nAnd so on.";
        page.setLesson(lesson);
        page.setProgress({1, false, {}});
        QCOMPARE(page.firstSeen(), QStringLiteral("Predict first"));
    }

    void theNextStepIsWholeWhereThereIsRoom_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("a window of 1440 x 900") << QSize(1440, 215);
        QTest::newRow("a window of 1024 x 700") << QSize(1024, 160);
        QTest::newRow("a tab that was made higher") << QSize(1440, 300);
    }

    void theNextStepIsWholeWhereThereIsRoom() {
        QFETCH(QSize, size);
        Theme theme;
        theme.applyTo(*qApp);
        QStringList cut;
        int whole = 0;
        for (const LessonEntry& entry : lessons("en")) {
            const auto file = findLesson(entry.name, "en");
            const auto lesson = file ? loadLesson(*file) : std::unexpected(file.error());
            QVERIFY(lesson);
            LessonPage page(theme);
            page.resize(size);
            page.show();
            page.setLesson(*lesson);
            const int room = page.findChild<QTextBrowser*>()->viewport()->height();
            for (std::size_t step = 0; step < lesson->steps.size(); ++step) {
                page.setProgress({step, false, {}});
                const QRect box = page.nextStep();
                const bool isWhole = box.top() >= 0 && box.bottom() < room;
                whole += isWhole ? 1 : 0;
                // Only what has just happened is worth more, and what leads into the lesson.
                const QString first = step > 0 ? plain(lesson->steps[step - 1].afterwards) : "";
                const bool toldFirst =
                    step == 0 || (!first.isEmpty() &&
                                  first.startsWith(page.firstSeen().replace(QChar::Nbsp, u' ')));
                if (isWhole || box.height() > room || (toldFirst && box.top() < room)) continue;
                cut << QStringLiteral("%1 step %2: %3 to %4 of %5")
                           .arg(QString::fromStdString(entry.name))
                           .arg(step + 1)
                           .arg(box.top())
                           .arg(box.bottom())
                           .arg(room);
            }
        }
        QVERIFY2(whole > 50, qPrintable(QString::number(whole)));
        for (const QString& each : cut)
            qWarning().noquote() << each;
        QVERIFY(cut.isEmpty());
    }

    void predictionsAreMadeBeforeTheAnswer() {
        Theme theme;
        LessonPage page(theme);
        page.setLesson(twoSteps());
        QVERIFY(page.asText().contains(QStringLiteral("Predict first")));
        QVERIFY(page.asText().contains(QStringLiteral("○ B")));
        page.follow(QStringLiteral("choose:1:0"));
        QVERIFY(page.asText().contains(QStringLiteral("◉ B")));
        QVERIFY(page.asText().contains(QStringLiteral("○ nobody")));
        QVERIFY(!page.asText().contains(QStringLiteral("It stands in the queue.")));
        page.follow(QStringLiteral("reveal:1"));
        QVERIFY(page.asText().contains(QStringLiteral("It stands in the queue.")));
    }

    void theLinesOfAQuestionDoNotAnswerIt() {
        Theme theme;
        const auto lesson = parseLesson("# A\n```ipc\nprocess A\nprocess B\n"
                                        "A: q = msgget(1234, IPC_CREAT|0600) = 0\n"
                                        "B: q = msgget(1234, 0) = 0\n```\n"
                                        "> **Predict:** Does B wake?\n"
                                        "```ipc\nB: msgrcv(q, &rbuf, 64, 0, 0) blocks\n"
                                        "A: msgsnd(q, {1, \"hello\"}, 5, 0) = 0 // wakes it\n"
                                        "B: returns = 5 {1, \"hello\"}\n```\n"
                                        "> **Predict:** And now?\n"
                                        "```ipc\nA: msgctl(q, IPC_RMID, NULL) = 0\n```\n");
        QVERIFY2(lesson, lesson ? "" : lesson.error().message.c_str());
        LessonPage page(theme);
        page.setLesson(*lesson);
        // Without a question there is nothing to give away.
        QVERIFY(page.asText().contains(QStringLiteral("A: q = msgget(1234, IPC_CREAT|0600) = 0")));
        const QStringList answers = {"blocks", "5, 0) = 0", "wakes it", "returns"};
        const auto told = [&] {
            QStringList seen;
            for (const QString& each : answers)
                if (page.asText().contains(each)) seen += each;
            return seen;
        };
        QVERIFY(page.asText().contains(QStringLiteral("B: msgrcv(q, &rbuf, 64, 0, 0)")));
        QVERIFY(page.asText().contains(QStringLiteral("A: msgsnd(q, {1, \"hello\"}, 5, 0)")));
        QCOMPARE(told(), QStringList());
        page.setProgress({2, true, {}});
        QCOMPARE(told(), QStringList());
        page.setProgress({2, false, {}});
        QCOMPARE(told(), answers);
        QVERIFY(!page.asText().contains(QStringLiteral("NULL) = 0")));
        // One that went otherwise is shown beside what it should have done.
        page.setProgress({2, false, QStringLiteral("expected = 5, got = -1 EIDRM")});
        QCOMPARE(told(), answers);
    }

    void aStepThatWentOtherwise() {
        Theme theme;
        LessonPage page(theme);
        page.setLesson(twoSteps());
        page.setProgress({1, false, QStringLiteral("expected = 3, got = -1 ENOSPC")});
        QVERIFY(page.asText().contains(QStringLiteral("Step 1 of 2 · went otherwise")));
        QVERIFY(page.asText().contains(QStringLiteral("got = -1 ENOSPC")));
    }

    void aStrangersPageBringsNoHtml() {
        Theme theme;
        LessonPage page(theme);
        Lesson lesson = twoSteps();
        lesson.steps[0].before = "<b>bold</b> ![x](file:///etc/passwd)";
        page.setLesson(lesson);
        QVERIFY(page.asText().contains(QStringLiteral("<b>bold</b>")));
        QSignalSpy clicked(&page, &LessonPage::linkClicked);
        page.follow(QStringLiteral("file:///etc/passwd"));
        QCOMPARE(clicked.count(), 0);
    }
};

QTEST_MAIN(PanelsTest)
#include "panels_test.moc"
