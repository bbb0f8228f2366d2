// A Markdown page becomes a lesson, and what is wrong in it is found where it stands.
#include "engine/lesson/library.h"

#include <QTest>

using namespace ipclab;

namespace {

constexpr std::string_view page = R"(# Types and blocking

The queue is empty.

> **Predict:** What does B get?
> - `-1` and `ENOMSG`
> - nothing: it *sleeps*

```ipc
B: q = msgget(1234, IPC_CREAT|0600)   = 0
B: msgrcv(q, &rbuf, 64, 3, 0)         blocks
```

<details>
<summary>What happened</summary>

Without `IPC_NOWAIT` a receive waits.

</details>

In C:

```c
# not a title, and not a step
```

  ~~~ipc
  B: returns = -1 EIDRM
  ~~~

That was all.
)";

std::string errorOf(std::string_view text) {
    const auto lesson = readLesson(text, "page.md", true);
    return lesson ? "no error" : lesson.error().what.substr(0, lesson.error().what.find('\n'));
}

std::string inPage(std::string_view lines) {
    return "# T\n\n```ipc\n" + std::string(lines) + "\n```\n";
}

} // namespace

class PageTest : public QObject {
    Q_OBJECT
private slots:
    void aFencedBlockIsAStep();
    void aQuoteThatPredictsIsTheQuestionBeforeTheStep();
    void koreanPagesPredictInKorean();
    void proseGoesWithTheStepItLeadsTo();
    void placesAreThoseOfThePage();
    void errorsNameFileLineAndColumn();
    void whatIsNotClosedOrOutOfPlaceIsSaid();
    void aScriptHasAStepALine();
};

void PageTest::aFencedBlockIsAStep() {
    const auto lesson = parseLesson(page);
    QVERIFY2(lesson, lesson ? "" : lesson.error().message.c_str());
    QCOMPARE(lesson->title, "Types and blocking");
    QCOMPARE(lesson->steps.size(), 2U);
    QCOMPARE(lesson->steps[0].statements.size(), 2U);
    QCOMPARE(lesson->steps[1].statements.size(), 1U);
    QCOMPARE(lesson->steps[1].statements[0].kind, Statement::Kind::Await);
    QCOMPARE(lesson->statementCount(), 3U);
}

void PageTest::aQuoteThatPredictsIsTheQuestionBeforeTheStep() {
    const auto lesson = parseLesson(page);
    QVERIFY(lesson && lesson->steps[0].prediction);
    const Prediction& prediction = *lesson->steps[0].prediction;
    QCOMPARE(prediction.question, "What does B get?");
    QCOMPARE(prediction.choices.size(), 2U);
    QCOMPARE(prediction.choices[1], "nothing: it *sleeps*");
    QCOMPARE(lesson->steps[0].afterwards, "Without `IPC_NOWAIT` a receive waits.");
    QVERIFY(!lesson->steps[1].prediction);
}

void PageTest::koreanPagesPredictInKorean() {
    const auto lesson = parseLesson("# 큐\n\n> **예측:** B는 무엇을 받을까요?\n\n"
                                    "```ipc\nB: q = msgget(IPC_PRIVATE, 0600)\n```\n");
    QVERIFY(lesson && lesson->steps[0].prediction);
    QCOMPARE(lesson->steps[0].prediction->question, "B는 무엇을 받을까요?");
}

void PageTest::proseGoesWithTheStepItLeadsTo() {
    const auto lesson = parseLesson(page);
    QVERIFY(lesson);
    QCOMPARE(lesson->steps[0].before, "The queue is empty.");
    QCOMPARE(lesson->steps[1].before, "In C:\n\n```c\n# not a title, and not a step\n```");
    QCOMPARE(lesson->closing, "That was all.");
}

void PageTest::placesAreThoseOfThePage() {
    const auto lesson = parseLesson(page);
    QVERIFY(lesson);
    QCOMPARE(lesson->steps[0].at.line, 10);
    QCOMPARE(lesson->steps[0].statements[1].at.line, 11);
    QCOMPARE(lesson->steps[1].statements[0].at.line, 28);
    QCOMPARE(lesson->steps[1].statements[0].at.column, 3); // the fence is indented
}

void PageTest::errorsNameFileLineAndColumn() {
    QCOMPARE(
        errorOf(inPage("A: q = msgget(1234, 0)\nA: msgsend(q, {1, \"a\"}, 1, 0)")).substr(0, 12),
        "page.md:5:4:");
    QVERIFY(QString::fromStdString(errorOf(inPage("A: msgsnd(q, {1, \"a\"}, 1, 0)")))
                .startsWith("page.md:4:11: "));
}

void PageTest::whatIsNotClosedOrOutOfPlaceIsSaid() {
    QCOMPARE(errorOf("# T\n\n```ipc\nA: q = msgget(1, 0)\n"),
             "page.md:3:1: this fenced block is not closed: a line ``` is missing");
    QCOMPARE(errorOf("# T\n\nProse only.\n"),
             "page.md:1:1: no step here: a lesson has ```ipc blocks");
    QCOMPARE(errorOf("# T\n\n<details>\n</details>\n" + inPage("A: q = msgget(1, 0)")),
             "page.md:3:1: <details> stands behind the step that it explains");
    QCOMPARE(errorOf(inPage("A: q = msgget(1, 0)") + "> **Predict:** And now?\n"),
             "page.md:6:1: no step follows this question");
    QCOMPARE(errorOf(std::string(maxPageBytes + 1, 'x')),
             "page.md:1:1: a page has at most 1048576 bytes (maxPageBytes)");
}

void PageTest::aScriptHasAStepALine() {
    const auto lesson = readLesson("A: q = msgget(1234, IPC_CREAT|0600)\n\n"
                                   "A: msgctl(q, IPC_RMID, NULL)  = 0\n",
                                   "07-remove.ipc", false);
    QVERIFY2(lesson, lesson ? "" : lesson.error().what.c_str());
    QCOMPARE(lesson->title, "remove");
    QCOMPARE(lesson->steps.size(), 2U);
    QCOMPARE(lesson->steps[1].at.line, 3);
    QCOMPARE(lesson->steps[1].source, "A: msgctl(q, IPC_RMID, NULL)  = 0");
}

QTEST_GUILESS_MAIN(PageTest)
#include "page_test.moc"
