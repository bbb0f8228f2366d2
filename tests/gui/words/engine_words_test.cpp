// What the engine says in English is shown in Korean, with what it filled in left as it is.
#include "tests/gui/words/engine_source.h"

#include "engine/call/language.h"
#include "gui/words/words.h"

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace ipclab;

class EngineWordsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { QCoreApplication::removeTranslator(&korean_); }
    void whatIsFilledInStays_data();
    void whatIsFilledInStays();
    void aTypedLineThatCannotBeReadIsExplainedInKorean();
    void everyPhraseOfTheEnginesSourceIsListed_data();
    void everyPhraseOfTheEnginesSourceIsListed();
    void englishStaysAsTheEngineWroteIt();

private:
    QTranslator korean_;
};

void EngineWordsTest::initTestCase() {
    QVERIFY(korean_.load("ipclab_ko", IPCLAB_TRANSLATIONS));
    QCoreApplication::installTranslator(&korean_);
}

void EngineWordsTest::whatIsFilledInStays_data() {
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("korean");
    QTest::newRow("a letter") << "B has ended" << "B 프로세스는 끝났습니다";
    QTest::newRow("one that another begins with")
        << "B has ended already" << "B 프로세스는 이미 끝났습니다";
    QTest::newRow("a reason that is a phrase itself")
        << "bob cannot be chosen: user namespaces are switched off: sudo sysctl x=1"
        << "bob 사용자를 고를 수 없습니다: 사용자 네임스페이스가 꺼져 있습니다: sudo sysctl x=1";
    QTest::newRow("an errno") << "msgget(1234): No such file or directory (ENOENT)"
                              << "msgget(1234): 그런 파일이나 디렉터리가 없음(ENOENT)";
    QTest::newRow("a place in front, a line below")
        << "a.ipc:3:1: there is no process %2\n    %2: kill(B, 9)\n    ^"
        << "a.ipc:3:1: 프로세스 %2이(가) 없습니다\n    %2: kill(B, 9)\n    ^";
    QTest::newRow("a damaged recording")
        << "/tmp/a.ipcrec: the journal is damaged: it ends too early"
        << "/tmp/a.ipcrec: 기록 파일이 손상되었습니다: 너무 일찍 끝납니다";
    QTest::newRow("why contents were not compared")
        << "tee gives EINVAL" << "tee가 EINVAL을(를) 돌려줌";
    QTest::newRow("what nobody listed") << "hello world" << "hello world";
    QTest::newRow("nothing") << "" << "";
}

void EngineWordsTest::whatIsFilledInStays() {
    QFETCH(QString, english);
    QFETCH(QString, korean);
    QCOMPARE(engineWords(english), korean);
}

void EngineWordsTest::aTypedLineThatCannotBeReadIsExplainedInKorean() {
    const auto statement = parseStatement("A: msgsnd(q, 5)");
    QVERIFY(!statement);
    const QString shown = engineWords(statement.error().message);
    QVERIFY2(shown.startsWith("msgsnd의 인자는 2개가 아니라 4개입니다"), qPrintable(shown));
}

void EngineWordsTest::everyPhraseOfTheEnginesSourceIsListed_data() {
    QTest::addColumn<QString>("room");
    for (const char* room :
         {"engine/call", "engine/event", "engine/journal", "engine/lab", "engine/launch",
          "engine/lesson", "engine/observe", "workers/supervisor"})
        QTest::newRow(room) << room;
}

void EngineWordsTest::everyPhraseOfTheEnginesSourceIsListed() {
    QFETCH(QString, room);
    const QList<SourcePhrase> phrases = phrasesOf(room);
    QVERIFY(!phrases.isEmpty());
    QStringList missing;
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    static const QRegularExpression words(QStringLiteral("[a-z]{2,} [a-z]{2,}"));
    for (const SourcePhrase& phrase : phrases)
        if (phrase.text.contains(words) && !engineWords(phrase.text).contains(hangul))
            missing << phrase.file + ": " + phrase.text;
    QVERIFY2(missing.isEmpty(),
             qPrintable("not in gui/words/engine_phrases.cpp:\n" + missing.join('\n')));
}

void EngineWordsTest::englishStaysAsTheEngineWroteIt() {
    QCoreApplication::removeTranslator(&korean_);
    QCOMPARE(engineWords(std::string_view("B has ended")), "B has ended");
    QCoreApplication::installTranslator(&korean_);
}

QTEST_GUILESS_MAIN(EngineWordsTest)
#include "engine_words_test.moc"
