// The section that writes into a segment: which line each choice makes, and when it is offered.
#include "engine/call/language.h"
#include "gui/controls/memory_panel.h"

#include <QSignalSpy>
#include <QTest>

namespace ipclab {
namespace {

/// A and B have segment 7 attached under the same name, C only to read.
std::shared_ptr<World> attachedWorld() {
    auto world = std::make_shared<World>();
    for (int i = 0; i < 3; ++i) {
        Process process;
        process.id = static_cast<ProcessId>(firstWorker + i);
        process.letter = std::string(1, static_cast<char>('A' + i));
        Attachment attachment;
        attachment.segment = 7;
        attachment.address = 0x7f0000000000 + static_cast<std::uint64_t>(i) * 0x10000;
        attachment.bytes = 4096;
        attachment.readOnly = i == 2;
        process.attachments = {attachment};
        process.variables["p"] = Address{attachment.address};
        world->processes.push_back(process);
    }
    Segment segment;
    segment.stat.id = 7;
    segment.stat.segsz = 100;
    world->segments.push_back(segment);
    return world;
}

template <class Widget> Widget* named(QWidget& panel, const char* name) {
    return panel.findChild<Widget*>(QString::fromLatin1(name));
}

} // namespace

class MemoryPanelTest : public QObject {
    Q_OBJECT
private slots:
    void everyWishIsALine_data() {
        using Kind = MemoryWish::Kind;
        QTest::addColumn<MemoryWish>("wish");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("back");
        const auto row = [](const char* name, MemoryWish wish, const char* line, const char* back) {
            QTest::newRow(name) << wish << QString(line) << QString(back);
        };
        row("text at 0", {"p", 0, Kind::Text, "Linux \"x\""}, "A: strcpy(p, \"Linux \\\"x\\\"\")",
            "printf(\"%s\\n\", p)");
        row("text", {"p", 5, Kind::Text, "abc"}, "A: strcpy(p + 5, \"abc\")",
            "printf(\"%s\\n\", p + 5)");
        row("a format is no format", {"p", 0, Kind::Text, "100 %n"}, "A: strcpy(p, \"100 %n\")",
            "printf(\"%s\\n\", p)");
        row("int", {"p", 64, Kind::Int, "= 42"}, "A: *(int *)(p + 64) = 42",
            "n = *(int *)(p + 64)");
        row("int alone", {"p", 0, Kind::Int, "-7"}, "A: *(int *)p = -7", "n = *(int *)p");
        row("plus", {"p", 64, Kind::Int, "+= 1"}, "A: *(int *)(p + 64) += 1",
            "n = *(int *)(p + 64)");
        row("many", {"p", 64, Kind::Int, "+= 1", false, 100000},
            "A: repeat 100000 { *(int *)(p + 64) += 1 }", "n = *(int *)(p + 64)");
        row("atomic", {"p", 64, Kind::Int, "+= 1", true},
            "A: atomic_fetch_add((atomic_int *)(p + 64), 1)", "n = *(int *)(p + 64)");
        row("atomic minus", {"p", 64, Kind::Int, "-= 2", true},
            "A: atomic_fetch_add((atomic_int *)(p + 64), -2)", "n = *(int *)(p + 64)");
        row("bytes", {"p", 16, Kind::Bytes, "41 0a"}, "A: memcpy(p + 16, \"A\\n\", 2)",
            "n = *(unsigned short *)(p + 16)");
    }

    /// Each of them is in the language, and prints as it was made.
    void everyWishIsALine() {
        QFETCH(MemoryWish, wish);
        QFETCH(QString, line);
        QFETCH(QString, back);
        const auto action = writeAction(wish);
        QVERIFY(action);
        const std::string statement = memoryStatement("A", wish, *action);
        QCOMPARE(QString::fromStdString(statement), line);
        const auto parsed = parseStatement(statement);
        QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
        QCOMPARE(QString::fromStdString(print(*parsed)), line);
        QCOMPARE(QString::fromStdString(readAction(wish)), back);
        QVERIFY(parseStatement("A: " + readAction(wish)));
    }

    void whatIsNoValueMakesNoLine() {
        using Kind = MemoryWish::Kind;
        QVERIFY(!writeAction({"p", 0, Kind::Int, "one"}));
        QVERIFY(!writeAction({"p", 0, Kind::Int, "99999999999"}));
        QVERIFY(!writeAction({"p", 0, Kind::Int, "= 1", true})); // adding only
        QVERIFY(!writeAction({"p", 0, Kind::Bytes, "2"}));
        QVERIFY(!writeAction({"p", 0, Kind::Bytes, ""}));
    }

    void itHidesWhileNothingIsAttached() {
        MemoryPanel panel;
        auto world = attachedWorld();
        panel.look(world, firstWorker);
        QVERIFY(!panel.isHidden());
        world->processes[0].attachments.clear();
        panel.look(world, firstWorker);
        QVERIFY(panel.isHidden());
    }

    void aLineIsShownBeforeItIsMade() {
        MemoryPanel panel;
        panel.look(attachedWorld(), firstWorker);
        QCOMPARE(named<CodeText>(panel, "memoryLine")->text(), "strcpy(p, \"Linux Programming\");");
        QSignalSpy asked(&panel, &MemoryPanel::callRequested);
        named<QPushButton>(panel, "write")->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(QString::fromStdString(print(asked[0][0].value<Statement>())),
                 "A: strcpy(p, \"Linux Programming\")");
        named<QPushButton>(panel, "readBack")->click();
        QCOMPARE(QString::fromStdString(print(asked[1][0].value<Statement>())),
                 "A: printf(\"%s\\n\", p)");
    }

    void twoProcessesRunTogether() {
        MemoryPanel panel;
        auto world = attachedWorld();
        panel.look(world, firstWorker);
        auto* together = named<QPushButton>(panel, "together");
        QCOMPARE(together->text(), "Run in A and B together");
        QCOMPARE(QString::fromStdString(print(*panel.writing(true))),
                 "A, B: strcpy(p, \"Linux Programming\")");
        world->processes[1].variables.erase("p");
        panel.look(world, firstWorker);
        QVERIFY(together->isHidden()); // C could only read
    }

    void whatWouldKillIsSaidButNotForbidden() {
        MemoryPanel panel;
        auto world = attachedWorld();
        panel.look(world, static_cast<ProcessId>(firstWorker + 2));
        const auto says = [&](const QString& part) {
            for (const QLabel* label : panel.findChildren<QLabel*>())
                if (!label->isHidden() && label->text().contains(part)) return true;
            return false;
        };
        QVERIFY(says("SHM_RDONLY"));
        QVERIFY(named<QPushButton>(panel, "write")->isEnabled());
        panel.look(world, firstWorker);
        auto* offset = panel.findChild<QSpinBox*>();
        offset->setValue(100);
        QVERIFY(says("Past shm_segsz"));
        offset->setValue(4096);
        QVERIFY(says("Past the last page"));
        QVERIFY(named<QPushButton>(panel, "write")->isEnabled());
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MemoryPanelTest)
#include "memory_panel_test.moc"
