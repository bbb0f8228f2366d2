// What is saved of a session: as many C programs as there are processes.
#include "gui/app/exporter.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace ipclab;

class ExporterTest : public QObject {
    Q_OBJECT

    LabBridge bridge_;
    QWidget window_;

    bool make(const char* line) {
        const auto statement = parseStatement(line);
        if (!statement || !bridge_.give(*statement)) return false;
        const std::string letter = statement->processes.front();
        return QTest::qWaitFor([&] {
            const Process* process = bridge_.shown().world->process(letter);
            return process != nullptr && process->calls == 1;
        });
    }

private slots:
    void twoNamesGiveTwoFiles() {
        LabOptions options;
        options.programs = IPCLAB_PROGRAMS;
        QVERIFY(bridge_.open(options).has_value());
        QVERIFY(make("A: pipe(fd)") && make("a: close(99)") && make("B: close(98)"));
        const QTemporaryDir folder;
        const auto saved = Exporter(bridge_, &window_).saveSource(folder.path());
        QVERIFY(saved);
        QCOMPARE(*saved, QStringList({"A.c", "a.c", "b.c"}));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
        bridge_.close();
    }
};

QTEST_MAIN(ExporterTest)
#include "exporter_test.moc"
