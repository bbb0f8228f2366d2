// Files stay small enough to be read at one sitting, and say what they are for.
#include "tests/architecture/source_tree.h"

#include <QMap>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace ipclab;

class TestFiles : public QObject {
    Q_OBJECT

private slots:
    void noFileIsLongerThan500Lines();
    void halfOfTheFilesAreShorterThan100Lines();
    void everyRoomSaysWhatItIsFor();
    void everyHeaderIsGuarded();
    void nothingIsLeftForLater();
};

void TestFiles::noFileIsLongerThan500Lines() {
    for (const SourceFile& file : sourceFiles())
        QVERIFY2(file.lines.size() <= 500, qPrintable(file.path));
}

void TestFiles::halfOfTheFilesAreShorterThan100Lines() {
    std::vector<qsizetype> lengths;
    for (const SourceFile& file : sourceFiles())
        lengths.push_back(file.lines.size());
    QVERIFY(lengths.size() > 10);
    std::sort(lengths.begin(), lengths.end());
    QCOMPARE_LT(lengths[lengths.size() / 2], 100);
}

void TestFiles::everyRoomSaysWhatItIsFor() {
    QMap<QString, bool> says;
    for (const SourceFile& file : sourceFiles()) {
        if (!file.path.startsWith("engine/") && !file.path.startsWith("gui/")) continue;
        const QString name = file.room.section('/', -1);
        says[file.room] |= file.lines.value(0).startsWith("// " + name + ": ");
    }
    for (auto room = says.cbegin(); room != says.cend(); ++room)
        QVERIFY2(room.value(), qPrintable("no file of " + room.key() + " begins with // " +
                                          room.key().section('/', -1) + ": what it is for"));
}

void TestFiles::everyHeaderIsGuarded() {
    for (const SourceFile& file : sourceFiles())
        if (file.path.endsWith(".h"))
            QVERIFY2(file.lines.mid(0, 12).contains("#pragma once"), qPrintable(file.path));
}

void TestFiles::nothingIsLeftForLater() {
    const QRegularExpression mark(QString("\\b(%1|%2|%3)\\b")
                                      .arg("TO"
                                           "DO",
                                           "FIX"
                                           "ME",
                                           "X"
                                           "XX"));
    for (const SourceFile& file : sourceFiles())
        for (const QString& line : file.lines)
            QVERIFY2(!line.contains(mark), qPrintable(file.path + ": " + line));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
