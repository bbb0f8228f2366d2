// The lessons that come with IPC Lab: all can be read, and are the same in both languages.
#include "engine/lesson/library.h"
#include "engine/lesson/outline.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace ipclab;

namespace {

const std::filesystem::path folder = IPCLAB_LESSONS_FOLDER;

std::vector<std::filesystem::path> pages(const char* language) {
    std::vector<std::filesystem::path> all;
    for (const auto& each : std::filesystem::directory_iterator(folder / language))
        all.push_back(each.path());
    return all;
}

} // namespace

class LibraryTest : public QObject {
    Q_OBJECT
private slots:
    void everyPageCanBeRead_data();
    void everyPageCanBeRead();
    void aLessonAsksBeforeItShows_data() { everyPageCanBeRead_data(); }
    void aLessonAsksBeforeItShows();
    void noNumberBreaksAtALinesEnd_data() { everyPageCanBeRead_data(); }
    void noNumberBreaksAtALinesEnd();
    void bothLanguagesPlayTheSame();
    void lessonsComeInTheirOrderAndByName();
    void aListTellsWhatTheWholePagesTell();
    void aPageIsReadUpToWhatItIsAbout();
    void aLessonIsFoundByNameOrPath();
};

void LibraryTest::everyPageCanBeRead_data() {
    QTest::addColumn<QString>("file");
    for (const char* language : {"en", "ko"})
        for (const auto& page : pages(language))
            QTest::newRow(page.string().c_str()) << QString::fromStdString(page.string());
}

void LibraryTest::everyPageCanBeRead() {
    QFETCH(QString, file);
    const auto lesson = loadLesson(file.toStdString());
    QVERIFY2(lesson, lesson ? "" : lesson.error().what.c_str());
    QVERIFY(!lesson->title.empty());
}

void LibraryTest::aLessonAsksBeforeItShows() {
    QFETCH(QString, file);
    const auto lesson = loadLesson(file.toStdString());
    QVERIFY(lesson);
    QVERIFY(lesson->steps.size() >= 6);
    std::size_t questions = 0;
    for (const LessonStep& step : lesson->steps)
        questions += step.prediction ? 1 : 0;
    QVERIFY(questions >= 4);
}

/// In what is read: thousands are set apart by a space that does not break (U+00A0).
void LibraryTest::noNumberBreaksAtALinesEnd() {
    QFETCH(QString, file);
    QFile page(file);
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QRegularExpression breaks(QStringLiteral("\\d \\d{3}(?!\\d)"));
    bool inBlock = false;
    for (const QString& line : QString::fromUtf8(page.readAll()).split('\n')) {
        if (line.startsWith("```")) inBlock = !inBlock;
        QVERIFY2(inBlock || !line.contains(breaks), qPrintable(line));
    }
}

void LibraryTest::bothLanguagesPlayTheSame() {
    QCOMPARE(pages("en").size(), pages("ko").size());
    for (const auto& page : pages("en")) {
        const auto english = loadLesson(page);
        const auto korean = loadLesson(folder / "ko" / page.filename());
        QVERIFY2(english && korean, page.c_str());
        QCOMPARE(english->steps.size(), korean->steps.size());
        for (std::size_t i = 0; i < english->steps.size(); ++i) {
            const LessonStep& en = english->steps[i];
            const LessonStep& ko = korean->steps[i];
            QCOMPARE(ko.statements.size(), en.statements.size());
            for (std::size_t line = 0; line < en.statements.size(); ++line)
                if (en.statements[line].kind != Statement::Kind::Declare) // labels are words
                    QCOMPARE(ko.statements[line].source, en.statements[line].source);
            QCOMPARE(ko.prediction.has_value(), en.prediction.has_value());
            QCOMPARE(ko.afterwards.empty(), en.afterwards.empty());
        }
    }
}

void LibraryTest::lessonsComeInTheirOrderAndByName() {
    const auto english = lessons(folder, "en");
    const auto korean = lessons(folder, "ko");
    QCOMPARE(english.front().name, "first-in-first-out");
    QCOMPARE(english.size(), korean.size());
    QSet<QString> titles;
    for (const auto& all : {english, korean})
        for (const LessonEntry& entry : all)
            titles.insert(QString::fromStdString(entry.title));
    QCOMPARE(titles.size(), static_cast<qsizetype>(2 * english.size()));
    QCOMPARE(lessons(folder, "fr").front().title, english.front().title); // not translated
}

void LibraryTest::aListTellsWhatTheWholePagesTell() {
    for (const char* language : {"en", "ko"}) {
        const auto entries = lessons(folder, language);
        QCOMPARE(entries.size(), pages(language).size());
        for (const LessonEntry& entry : entries) {
            const auto lesson = loadLesson(entry.file);
            QVERIFY(lesson);
            QCOMPARE(entry.title, lesson->title);
            QCOMPARE(entry.mechanism, mechanismOf(*lesson));
        }
    }
}

void LibraryTest::aPageIsReadUpToWhatItIsAbout() {
    const auto late = outlineOf("# Late\n```ipc\nprocess A as bob\n```\nthen\n```ipc\n"
                                "A: id = shmget(IPC_PRIVATE, 1, 0600)\n```\n");
    QVERIFY(late);
    QCOMPARE(late->title, "Late");
    QCOMPARE(late->mechanism, "shared memory");
    const std::string pipe = "```ipc\nA: pipe(fd)\n```\n", fault = "```ipc\nA: pipe(\n```\n";
    const auto faultBehind = outlineOf(pipe + fault);
    QVERIFY(faultBehind);
    QCOMPARE(faultBehind->title, "");
    QCOMPARE(faultBehind->mechanism, "pipe");
    QVERIFY(!outlineOf(fault + pipe));
    QVERIFY(!outlineOf("# Prose alone\n"));
    QCOMPARE(outlineOf("```ipc\nA: close(9)\n```\n")->mechanism, "message queue");
}

void LibraryTest::aLessonIsFoundByNameOrPath() {
    const auto named = findLesson("a-full-queue", "ko"); // beside this program, as when installed
    QVERIFY2(named, named ? "" : named.error().what.c_str());
    const auto path = folder / "en" / "04-a-full-queue.md";
    QVERIFY(std::filesystem::equivalent(*findLesson(path.string(), "en"), path));
    QCOMPARE(findLesson("a-fool-queue", "en").error().message(),
             "no lesson and no file is called 'a-fool-queue'");
}

QTEST_GUILESS_MAIN(LibraryTest)
#include "library_test.moc"
