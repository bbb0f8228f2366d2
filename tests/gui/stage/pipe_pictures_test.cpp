// Draws processes with descriptors, pipes and FIFOs in every theme and size. With
// IPCLAB_SHOTS=FOLDER the pictures are kept there to be looked at.
#include "gui/stage/items.h"
#include "gui/stage/layout_parts.h"
#include "gui/stage/pipe_words.h"
#include "gui/stage/stage.h"
#include "tests/gui/stage/clear_picture.h"
#include "tests/gui/stage/plumbing.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace ipclab {
namespace {

/// Both processes hold both ends: the reader itself keeps end-of-file away.
Plumbing forgotten() {
    Plumbing to;
    to.world.timeNs = 10'000'000'000;
    to.process("A", "parent");
    to.terminals("A");
    Pipe& pipe = to.pipe();
    to.give("A", 3, to.open(pipe, AccessMode::Read));
    to.give("A", 4, to.open(pipe, AccessMode::Write));
    to.process("B", "child", "A").descriptors = to.named("A").descriptors;
    to.close("A", 3);
    to.close("A", 4);
    to.sleeps("B", pipe, PipeSleeper::Kind::Reads, CallId::Read, 3);
    return to;
}

/// Several writers, a FIFO, a big pipe, packets, a page that is half read, and one that is gone.
Plumbing busy() {
    Plumbing to;
    to.world.timeNs = 20'000'000'000;
    to.process("A", "writer");
    to.process("B", "second writer");
    to.process("C", "reader");
    for (const char* letter : {"A", "B", "C"})
        to.terminals(letter);
    Pipe& pipe = to.pipe();
    to.give("A", 3, to.open(pipe, AccessMode::Read));
    to.give("A", 4, to.open(pipe, AccessMode::Write));
    to.give("B", 4, to.named("A").descriptors[4].file);
    to.give("C", 3, to.named("A").descriptors[3].file);
    to.close("A", 3);
    to.write(pipe, "A", std::string(3000, 'a'));
    to.write(pipe, "B", std::string(3000, 'b'));
    to.write(pipe, "A", std::string(4096, 'c'));
    pipe.pages.front().read = 1500;
    Pipe& fifo = to.pipe("news", 256);
    to.give("B", 5, to.open(fifo, AccessMode::Write));
    to.give("C", 5, to.open(fifo, AccessMode::Read));
    to.world.files.back().nonblocking = true;
    to.write(fifo, "B", std::string(700'000, 'n'));
    Pipe& packets = to.pipe();
    to.give("A", 6, to.open(packets, AccessMode::Write));
    to.give("C", 6, to.open(packets, AccessMode::Read));
    to.write(packets, "A", "one", true);
    to.write(packets, "A", "two", true);
    Pipe& gone = to.pipe();
    gone.gone = true;
    gone.goneNs = to.world.timeNs;
    gone.lost = 11;
    to.named("C").state = ProcessState::Exited;
    to.process("D", "ended child", "A").state = ProcessState::Exited;
    to.named("C").state = ProcessState::Ready;
    return to;
}

/// One process right after pipe(), and one that waits in open.
Plumbing alone() {
    Plumbing to;
    to.world.timeNs = 10'000'000'000;
    to.process("A", "작성자");
    to.terminals("A");
    Pipe& pipe = to.pipe();
    to.give("A", 3, to.open(pipe, AccessMode::Read));
    to.give("A", 4, to.open(pipe, AccessMode::Write));
    to.write(pipe, "A", "hi");
    to.write(pipe, "A", "안녕");
    Pipe& fifo = to.pipe("news");
    to.process("B", "waits");
    to.sleeps("B", fifo, PipeSleeper::Kind::OpensToRead, CallId::Open, 0);
    return to;
}

/// Lines that cross are apart; lines that lie on one another are not.
bool apart(const QPolygonF& a, const QPolygonF& b) {
    for (qsizetype i = 1; i < a.size(); ++i)
        for (qsizetype j = 1; j < b.size(); ++j) {
            const QRectF first = QRectF(a[i - 1], a[i]).normalized(),
                         second = QRectF(b[j - 1], b[j]).normalized();
            const double wide =
                std::min(first.right(), second.right()) - std::max(first.left(), second.left());
            const double high =
                std::min(first.bottom(), second.bottom()) - std::max(first.top(), second.top());
            const bool upright = first.width() < 1 && second.width() < 1;
            const bool flat = first.height() < 1 && second.height() < 1;
            if (upright && wide > -2 && high > 2) return false;
            if (flat && high > -2 && wide > 2) return false;
        }
    return true;
}

} // namespace

class PipePicturesTest : public QObject {
    Q_OBJECT
    Theme theme_;
    QTemporaryDir folder_;

    void keep(Stage& stage, const QString& name) {
        const QString folder = qEnvironmentVariable("IPCLAB_SHOTS", folder_.path());
        QVERIFY(stage.grab().save(folder + "/pipe-" + name + ".png"));
    }

    static QString said(const Stage& stage) {
        QStringList to;
        for (const PaintedText& text : stage.paintedTexts())
            to << text.full;
        return to.join('\n');
    }

    QString draw(const Plumbing& plumbing, const QString& name, QSize size = {868, 614},
                 bool lecture = false) {
        Stage stage(theme_);
        stage.clock().setManual(true);
        stage.resize(size);
        stage.setLecture(lecture);
        stage.setFrame(plumbing.frame());
        keep(stage, name);
        nothingClipped(stage);
        nothingOverlaps(stage.layoutNow());
        wordsCanBeRead(stage);
        return said(stage);
    }

private slots:
    void aPipeThatNobodyReadsSaysWhatAWriterGets() {
        Plumbing to;
        to.process("A", "writer");
        to.terminals("A");
        Pipe& pipe = to.pipe();
        to.give("A", 3, to.open(pipe, AccessMode::Read));
        to.give("A", 4, to.open(pipe, AccessMode::Write));
        pipe.contentsKnown = false;
        pipe.missing = "not looked at yet";
        const QString before = draw(to, "read");
        QVERIFY2(before.contains("read() would sleep"), qPrintable(before));
        QVERIFY2(before.contains("contents not compared"), qPrintable(before));
        to.close("A", 3);
        const QString after = draw(to, "unread");
        QVERIFY2(after.contains("No reader: who write()s gets SIGPIPE"), qPrintable(after));
        QVERIFY2(!after.contains("contents not compared"), qPrintable(after));
    }

    void init() {
        theme_.setName(ThemeName::Light);
        theme_.setScale(1.0);
    }

    void everyThemeAndSize_data() {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("lecture");
        const QSize wide(868, 614), narrow(500, 420), small(1024 - 220 - 300, 450);
        for (const char* scene : {"hello", "forgotten", "busy", "alone"}) {
            const auto row = [&](const char* what) -> QTestData& {
                return QTest::newRow(qPrintable(QString("%1-%2").arg(scene, what))) << scene;
            };
            row("light") << int(ThemeName::Light) << wide << 1.0 << false;
            row("dark") << int(ThemeName::Dark) << wide << 1.0 << false;
            row("contrast") << int(ThemeName::HighContrast) << wide << 1.0 << false;
            row("narrow") << int(ThemeName::Light) << narrow << 1.0 << false;
            row("1024x700") << int(ThemeName::Light) << small << 1.0 << false;
            row("200") << int(ThemeName::Light) << wide << 2.0 << false;
            row("narrow-200") << int(ThemeName::Dark) << narrow << 2.0 << false;
            row("lecture") << int(ThemeName::Dark) << QSize(1440, 900) << 1.0 << true;
        }
    }

    void everyThemeAndSize() {
        QFETCH(QString, scene);
        QFETCH(int, theme);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, lecture);
        theme_.setName(ThemeName(theme));
        theme_.setScale(scale);
        draw(scene == "hello"       ? helloChild()
             : scene == "forgotten" ? forgotten()
             : scene == "busy"      ? busy()
                                    : alone(),
             QTest::currentDataTag(), size, lecture);
    }

    void theFactsStandBelowTheTube() {
        const QString said = draw(helloChild(), "facts");
        QVERIFY2(
            said.contains(
                "pipe · 11 of 65\u202f536 bytes · 1 of 16 pages · 1 write end(s), 1 read end(s)"),
            qPrintable(said));
        QVERIFY(said.contains("hello child"));
    }

    void aClosedNumberIsKeptWithWhatClosedIt() {
        const QString said = draw(helloChild(), "closed");
        QVERIFY2(said.contains("pipe, read end  close(3)"), qPrintable(said));
        QVERIFY2(said.contains("pipe, write end  close(4)"), qPrintable(said));
        QVERIFY2(said.contains("forked by 4711"), qPrintable(said));
    }

    /// From the least to all in small steps: a card never tells less where there is more room, and
    /// is never compact where a whole one with the fewest rows would fit.
    void aCardTellsAsMuchAsThereIsRoomFor() {
        const Metrics metrics = metricsOf(theme_, 1.0, false);
        const Plumbing plumbing = helloChild();
        const int shortest =
            parts::processHeight(metrics, Density::Full, {1, 0, 1, TableForm::OneLine});
        const int compact = parts::processHeight(metrics, Density::Compact, {1, 0, 1});
        int lastCompact = 0, firstFull = 0;
        for (int height = 200; height <= 900; ++height) {
            LayoutOptions options;
            options.size = {868, height};
            const StageLayout layout = layOut(plumbing.world, metrics, options);
            const Density now = layout.processes.front().density;
            if (layout.size.height() <= height && now == Density::Compact) lastCompact = height;
            if (now == Density::Full && firstFull == 0) firstFull = height;
            QVERIFY2(firstFull == 0 || now == Density::Full, qPrintable(QString::number(height)));
        }
        QVERIFY(firstFull > 0);
        // Compact cards begin to fit at some height; whole ones just the difference later.
        int firstCompact = 0;
        for (int height = 200; height <= lastCompact && firstCompact == 0; ++height) {
            LayoutOptions options;
            options.size = {868, height};
            const StageLayout layout = layOut(plumbing.world, metrics, options);
            const bool pipeToo = layout.pipes.front().density == Density::Compact;
            if (layout.size.height() <= height && pipeToo &&
                layout.processes.front().density == Density::Compact)
                firstCompact = height;
        }
        QVERIFY(firstCompact > 0);
        QCOMPARE(firstFull, firstCompact + shortest - compact);
    }

    void whoWaitsInOpenHangsOnTheFifoAlready() {
        const QString said = draw(alone(), "opens");
        QVERIFY2(said.contains("open()"), qPrintable(said));
        LayoutOptions options;
        options.size = {868, 614};
        const Plumbing plumbing = alone();
        const StageLayout layout = layOut(plumbing.world, metricsOf(theme_, 1.0, false), options);
        const auto wire = std::ranges::find_if(
            layout.wires, [](const PipeWire& each) { return each.fds.empty(); });
        QVERIFY(wire != layout.wires.end());
        QVERIFY(!wire->write);
        QCOMPARE(wire->pipe, std::size_t(1));
    }

    void everyDescriptorCountsAsAnEnd() {
        const QString said = draw(forgotten(), "ends");
        QVERIFY2(said.contains("1 write end(s), 1 read end(s)"), qPrintable(said));
        Plumbing both = forgotten();
        both.give("A", 4, both.named("B").descriptors[4].file);
        const QString two = draw(both, "two-ends");
        QVERIFY2(two.contains("2 write end(s), 1 read end(s)"), qPrintable(two));
    }

    void aForgottenWriteEndIsNamed() {
        const QString said = draw(forgotten(), "end");
        QVERIFY2(said.contains("no end-of-file while a write end is open (B 4)"), qPrintable(said));
        QVERIFY2(said.contains("still open"), qPrintable(said));
        const QString closed = draw(helloChild(), "no-end");
        QVERIFY(!closed.contains("still open"));
    }

    void lostBytesAreSaid() {
        QVERIFY(draw(busy(), "lost", {868, 900}).contains("11 unread byte(s) lost"));
    }

    void aWireLeadsFromEachDescriptorToItsEnd() {
        Stage stage(theme_);
        stage.resize(868, 614);
        const Plumbing plumbing = helloChild();
        stage.setFrame(plumbing.frame());
        const StageLayout& layout = stage.layoutNow();
        QCOMPARE(layout.wires.size(), std::size_t(2));
        const PipePlace& pipe = layout.pipes.front();
        for (const PipeWire& wire : layout.wires) {
            QCOMPARE(wire.fds.size(), std::size_t(1));
            QVERIFY(wire.tab.top() > layout.process(wire.process)->card.bottom());
            QVERIFY(wire.write ? wire.way.last().x() <= pipe.tube.center().x()
                               : wire.way.last().x() >= pipe.tube.center().x());
        }
        QVERIFY(layout.wire(plumbing.world.processes[0].id, 0, true));
        QVERIFY(layout.wire(plumbing.world.processes[1].id, 0, false));
        QVERIFY(!layout.wire(plumbing.world.processes[1].id, 0, true));
    }

    void noWireRunsOnAnother() {
        Plumbing both = helloChild();
        Pipe& fifo = both.pipe("news");
        both.give("A", 3, both.open(fifo, AccessMode::ReadWrite));
        for (const Plumbing& plumbing : {busy(), forgotten(), both})
            for (const QSize size : {QSize(868, 614), QSize(1440, 900)}) {
                Stage stage(theme_);
                stage.setPrivateNamespace(true);
                stage.resize(size);
                stage.setFrame(plumbing.frame());
                const auto& wires = stage.layoutNow().wires;
                for (std::size_t i = 0; i < wires.size(); ++i)
                    for (std::size_t j = 0; j < i; ++j)
                        QVERIFY(apart(wires[i].way, wires[j].way));
            }
    }

    /// A wire that is broken at the boundary would say that it ends there.
    void noWireIsBehindTheWordsOfTheBands() {
        for (const double scale : {1.0, 2.0})
            for (const Plumbing& plumbing : {helloChild(), forgotten(), alone()})
                for (const QSize size : {QSize(868, 614), QSize(504, 450)}) {
                    theme_.setScale(scale);
                    Stage stage(theme_);
                    stage.setPrivateNamespace(true);
                    stage.resize(size * scale);
                    stage.setFrame(plumbing.frame());
                    const StageLayout& layout = stage.layoutNow();
                    const QRegion open = besideWords(metricsOf(theme_, 1.0, false), layout);
                    const QRegion words = QRegion(QRect(QPoint(), layout.size)) - open;
                    QVERIFY(!layout.wires.empty() && !words.isEmpty());
                    for (const PipeWire& wire : layout.wires)
                        for (qsizetype i = 1; i < wire.way.size(); ++i) {
                            const QRectF line(wire.way[i - 1], wire.way[i]);
                            const QRect around =
                                line.normalized().toAlignedRect().adjusted(-1, -1, 1, 1);
                            QVERIFY2(
                                !words.intersects(around),
                                qPrintable(
                                    QString("scale %1, %2 wide").arg(scale).arg(stage.width())));
                        }
                }
    }

    void theEndsAreSaidBeforeThePagesUnlessItIsFull() {
        Plumbing plumbing = forgotten();
        Pipe& pipe = plumbing.world.pipes[0];
        QStringList facts = words::pipeFacts(plumbing.world, pipe);
        for (const QString& each : facts)
            QVERIFY2(each.contains("1 write end(s), 1 read end(s)"), qPrintable(each));
        QVERIFY2(!facts.at(2).contains("pages"), qPrintable(facts.at(2)));
        plumbing.write(pipe, "A", std::string(std::size_t{16} * 4096, 'x'));
        facts = words::pipeFacts(plumbing.world, pipe);
        for (const QString& each : facts)
            QVERIFY2(each.contains("16 of 16 pages"), qPrintable(each));
    }

    void manyPagesShareCells() {
        const Plumbing plumbing = busy();
        Stage stage(theme_);
        stage.resize(868, 614);
        stage.setFrame(plumbing.frame());
        const auto& cells = stage.layoutNow().pipe(1)->cells;
        std::size_t pages = 0;
        for (const TubeCell& cell : cells)
            pages += cell.count;
        QCOMPARE(pages, std::size_t(256));
        QVERIFY(cells.size() < 256);
        QCOMPARE(stage.layoutNow().pipe(0)->cells.size(), std::size_t(16));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::PipePicturesTest)
#include "pipe_pictures_test.moc"
