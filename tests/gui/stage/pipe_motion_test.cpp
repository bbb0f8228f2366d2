// What moves because of read, write, close and fork. The clock is set by hand.
#include "gui/stage/pipe_ends.h"
#include "gui/stage/stage.h"
#include "tests/gui/stage/scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace ipclab {
namespace {

/// A parent that writes to its child; each has closed the end it does not use.
Scene parentAndChild() {
    Scene scene;
    scene.start("A", "parent", "alice");
    scene.makePipe("A: pipe(fd)", 3, 4);
    scene.fork("A", "B", "child");
    scene.call("A: close(3)", 0);
    scene.call("B: close(4)", 0);
    return scene;
}

/// How often a widget was painted.
struct Paints : QObject {
    int count = 0;
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

} // namespace

class PipeMotionTest : public QObject {
    Q_OBJECT
    Theme theme_;
    QTemporaryDir folder_;

    struct Shown {
        Stage stage;
        Frame frame;
        Shown(Theme& theme, Scene& scene) : stage(theme) {
            stage.clock().setManual(true);
            stage.resize(868, 614);
            show(scene);
        }
        /// On to this moment of motion, as fine as the display would.
        void goTo(double ms) {
            while (stage.clock().now() < ms)
                stage.clock().advance(std::min(16.0, ms - stage.clock().now()));
        }
        bool reads(const QString& words) {
            stage.grab();
            return std::ranges::any_of(stage.paintedTexts(), [&](const PaintedText& each) {
                return each.full.contains(words);
            });
        }
        /// The last line of the process's card: `write(4, "x", 1) = 1`.
        QString call(ProcessId process) {
            stage.grab();
            const QRect room = stage.layoutNow().process(process)->call;
            QString to;
            for (const PaintedText& each : stage.paintedTexts())
                if (room.contains(each.room)) to += each.full;
            return to;
        }
        void show(Scene& scene) {
            frame = scene.frame();
            stage.setFrame(frame);
        }
        const PipeMotion& pipes() const { return stage.director().pipes(); }
        const Pipe& pipe() const { return pipes().shown(*frame.world, 0); }
        std::optional<ByteToken> token(const QString& text) const {
            for (const ByteToken& each : pipes().tokens(stage.layoutNow()))
                if (each.text == text) return each;
            return {};
        }
    };

    void keep(Stage& stage, const QString& name) {
        const QString folder = qEnvironmentVariable("IPCLAB_SHOTS", folder_.path());
        QVERIFY(stage.grab().save(folder + "/pipe-motion-" + name + ".png"));
    }

private slots:
    void aWriteGoesDownAndSettlesInAPage() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        QVERIFY(!shown.stage.director().moving());
        scene.call("A: write(4, \"hello child\", 11)", 11);
        shown.show(scene);
        const StageLayout& layout = shown.stage.layoutNow();
        double last = -1;
        bool above = false, below = false;
        for (int step = 0; step < 5; ++step) {
            const auto token = shown.token("\"hello child\"");
            QVERIFY(token);
            QVERIFY(token->at.y() >= last); // only ever down
            last = token->at.y();
            above |= last < layout.boundary.top();
            below |= last > layout.boundary.bottom();
            QCOMPARE(shown.pipe().unread(), std::uint64_t(0)); // it has not come yet
            keep(shown.stage, QString("write-%1").arg(step));
            shown.stage.clock().advance(100);
        }
        QVERIFY(above && below);
        shown.stage.clock().advance(100);
        QCOMPARE(shown.pipe().unread(), std::uint64_t(11));
        QVERIFY(!shown.stage.director().moving());
        keep(shown.stage, "written");
    }

    void aReadTakesTheBytesUpAndTheBufferFillsThen() {
        Scene scene = parentAndChild();
        scene.call("A: write(4, \"hello child\", 11)", 11);
        Shown shown(theme_, scene);
        scene.call("B: read(3, buf, 64)", 11, 0, 0, "hello child");
        shown.show(scene);
        const ProcessId reader = shown.frame.world->process("B")->id;
        QVERIFY(shown.stage.director().held(reader));
        QCOMPARE(shown.pipe().unread(), std::uint64_t(0)); // taken at once
        const auto start = shown.token("\"hello child\"");
        QVERIFY(start && start->at.y() > shown.stage.layoutNow().boundary.bottom());
        shown.stage.clock().advance(300);
        QVERIFY(shown.token("\"hello child\"")->at.y() < start->at.y());
        keep(shown.stage, "read");
        shown.stage.clock().advance(400);
        QVERIFY(!shown.token("\"hello child\""));
        QVERIFY(!shown.stage.director().held(reader));
    }

    void aSleeperIsGivenItsBytesOnlyAfterTheyHaveComeDown() {
        Scene scene = parentAndChild();
        scene.enter("B: read(3, buf, 64)");
        scene.fallsAsleep("B");
        Shown shown(theme_, scene);
        scene.call("A: write(4, \"hi\", 2)", 2);
        scene.returns("B", 2, 0, 0, "hi");
        shown.show(scene);
        const auto& travels = shown.pipes().travels();
        QCOMPARE(travels.size(), std::size_t(2));
        QVERIFY(travels[0].write && !travels[1].write);
        QVERIFY(travels[1].start >= travels[0].end());
        shown.stage.clock().advance(travels[0].end() - 10);
        QCOMPARE(shown.pipe().unread(), std::uint64_t(0));
        QVERIFY(shown.token("\"hi\""));
        keep(shown.stage, "sleeper");
        shown.stage.clock().advance(2000); // it arrives
        shown.stage.clock().advance(600);  // and the light on the buffer fades
        QVERIFY(!shown.stage.director().moving());
    }

    void aPartialReadFreesNothing() {
        Scene scene = parentAndChild();
        scene.call("A: write(4, \"hello child\", 11)", 11);
        scene.call("B: read(3, buf, 5)", 5, 0, 0, "hello");
        Shown shown(theme_, scene);
        QCOMPARE(shown.pipe().pages.size(), std::size_t(1));
        QCOMPARE(shown.pipe().pages.front().read, std::uint32_t(5));
        keep(shown.stage, "partial");
    }

    void theBoundaryBetweenTwoWritesFades() {
        Scene scene = parentAndChild();
        scene.call("A: write(4, \"one\", 3)", 3);
        scene.call("A: write(4, \"two\", 3)", 3);
        Shown shown(theme_, scene);
        const QImage fresh = shown.stage.grab().toImage();
        shown.stage.clock().advance(8000);
        const QImage later = shown.stage.grab().toImage();
        QVERIFY(fresh != later);
        keep(shown.stage, "faded");
    }

    void theBoundaryFadesInAnIdleWindow() {
        Scene scene = parentAndChild();
        scene.call("A: write(4, \"one\", 3)", 3);
        scene.call("A: write(4, \"two\", 3)", 3);
        scene.pass(1000);
        Stage stage(theme_);
        stage.resize(868, 614);
        stage.setFrame(scene.frame());
        Paints paints;
        stage.installEventFilter(&paints);
        stage.show();
        QVERIFY(QTest::qWaitForWindowExposed(&stage));
        QVERIFY(!stage.director().moving());
        // Nothing else happens, and yet it is painted again and again.
        const int before = paints.count;
        QTRY_VERIFY(paints.count > before + 4);
    }

    void aClosedEndDrawsItsWireBack() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        QCOMPARE(shown.stage.layoutNow().wires.size(), std::size_t(2));
        scene.call("A: close(4)", 0);
        shown.show(scene);
        QCOMPARE(shown.stage.layoutNow().wires.size(), std::size_t(1));
        QCOMPARE(shown.pipes().movingWires().size(), std::size_t(1));
        const double whole = shown.pipes().movingWires().front().way.last().y();
        shown.stage.clock().advance(160);
        QVERIFY(shown.pipes().movingWires().front().way.last().y() <= whole);
        keep(shown.stage, "close");
        shown.stage.clock().advance(300);
        QVERIFY(shown.pipes().movingWires().empty());
    }

    void whatOneStepDoesIsSeenInItsOrder() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        const ProcessId writer = shown.frame.world->process("A")->id;
        const ProcessId reader = shown.frame.world->process("B")->id;
        scene.call("A: write(4, \"by name\", 7)", 7);
        scene.call("B: read(3, buf, 64)", 7, 0, 0, "by name");
        scene.call("A: close(4)", 0);
        scene.call("B: read(3, buf, 64)", 0);
        shown.show(scene);
        QCOMPARE(shown.pipes().travels().size(), std::size_t(2));
        const ByteTravel down = shown.pipes().travels()[0], up = shown.pipes().travels()[1];
        QVERIFY(up.start > down.end()); // the bytes are seen in the pipe

        // Down along the wire it was written through, never through the air.
        const auto wire = [&] { return shown.pipes().movingWires().front().way; };
        while (shown.token("\"by name\"")->at.y() < wire().last().y() - 10) {
            const QRectF along = wire().boundingRect().adjusted(-3, -60, 3, 3);
            QVERIFY(along.contains(shown.token("\"by name\"")->at));
            shown.stage.clock().advance(16);
        }
        shown.goTo(down.end() - 30);
        QCOMPARE(shown.call(writer), QString("write(4, \"by name\", 7) …"));
        QVERIFY(!shown.call(reader).contains("= 7") && !shown.reads("end of file"));
        QVERIFY(shown.reads("1 write end"));
        // Its wire stands until the last byte is through.
        QVERIFY(!shown.stage.layoutNow().wire(writer, 0, true));
        const auto wires = shown.pipes().movingWires();
        QCOMPARE(wires.size(), std::size_t(1));
        QVERIFY(wires.front().process == writer && wires.front().write);
        shown.goTo(down.end() + 30);
        QVERIFY(shown.reads("7 of "));
        QCOMPARE(shown.call(writer), QString("write(4, \"by name\", 7) = 7"));
        shown.goTo(up.start + 30); // taken; only now A closes
        QCOMPARE(shown.call(writer), QString("close(4) = 0"));
        QVERIFY(shown.reads("0 write end"));
        QVERIFY(!shown.call(reader).contains("= 7") && !shown.reads("end of file"));
        shown.goTo(up.end() + 30);
        QCOMPARE(shown.call(reader), QString("read(3, buf, 64) = 7"));
        QVERIFY(!shown.reads("end of file"));
        QVERIFY(shown.pipes().movingWires().empty());
        shown.goTo(up.end() + 200);
        QCOMPARE(shown.call(reader), QString("read(3, buf, 64) = 0"));
        QVERIFY(shown.reads("end of file"));
        keep(shown.stage, "order");
        shown.goTo(up.end() + 2000);
        QVERIFY(!shown.stage.director().moving());
        QVERIFY(!shown.stage.director().held(reader));
    }

    void anEndThatTheChildStillHasIsDrawnBackAfterItsBytes() {
        Scene scene;
        scene.start("A", "parent", "alice");
        scene.makePipe("A: pipe(fd)", 3, 4);
        scene.fork("A", "B", "child");
        Shown shown(theme_, scene);
        const ProcessId writer = shown.frame.world->process("A")->id;
        scene.call("A: write(4, \"last words\", 10)", 10);
        scene.call("A: close(4)", 0);
        shown.show(scene);
        QVERIFY(!shown.stage.layoutNow().wire(writer, 0, true));
        const double whole = shown.pipes().movingWires().front().way.boundingRect().height();
        shown.goTo(shown.pipes().travels().front().end() - 20);
        QCOMPARE(shown.pipes().movingWires().size(), std::size_t(1));
        QCOMPARE(shown.pipes().movingWires().front().way.boundingRect().height(), whole);
        shown.goTo(shown.stage.clock().now() + 400);
        QVERIFY(shown.pipes().movingWires().empty());
    }

    void theCaptionCountsUpBeforeItIsEmptied() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        scene.call("A: write(4, \"ab\", 2)", 2);
        scene.call("A: write(4, \"cd\", 2)", 2);
        scene.call("B: read(3, buf, 64)", 4, 0, 0, "abcd");
        shown.show(scene);
        const ProcessId reader = shown.frame.world->process("B")->id;
        std::vector<std::uint64_t> seen;
        std::size_t lastFull = 0, frames = 0;
        for (; shown.stage.director().moving() && frames < 400; ++frames) {
            const std::uint64_t unread = shown.pipe().unread();
            if (seen.empty() || seen.back() != unread) seen.push_back(unread);
            lastFull += unread == 4;
            QVERIFY(!shown.call(reader).contains("= 4") || unread == 0);
            shown.stage.clock().advance(16);
        }
        QCOMPARE(seen, (std::vector<std::uint64_t>{0, 2, 4, 0}));
        QVERIFY(lastFull >= 6);
        QCOMPARE(shown.call(reader), QString("read(3, buf, 64) = 4"));
    }

    void whatADyingWriterCausesComesAfterItsBytes() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        scene.call("A: write(4, \"x\", 1)", 1);
        scene.call("B: close(3)", 0);
        scene.enter("A: write(4, \"y\", 1)");
        scene.end("A", SIGPIPE);
        shown.show(scene);
        const double arrives = shown.pipes().travels().front().end();
        QVERIFY(shown.stage.director().flashes().front().start >= arrives);
    }

    void endOfFileIsToldAtTheReader() {
        Scene scene = parentAndChild();
        scene.call("A: close(4)", 0);
        Shown shown(theme_, scene);
        scene.call("B: read(3, buf, 64)", 0);
        shown.show(scene);
        QCOMPARE(shown.stage.director().flashes().size(), std::size_t(1));
        QCOMPARE(shown.stage.director().flashes().front().text, QString("end of file"));
        QVERIFY(shown.stage.director().flashes().front().calm);
        keep(shown.stage, "eof");
    }

    void aWriterWithoutReaderIsKilledVisibly() {
        Scene scene = parentAndChild();
        scene.call("B: close(3)", 0);
        Shown shown(theme_, scene);
        scene.enter("A: write(4, \"x\", 1)");
        scene.end("A", SIGPIPE);
        shown.show(scene);
        QCOMPARE(shown.stage.director().flashes().front().text, QString("SIGPIPE"));
        keep(shown.stage, "sigpipe");
    }

    void aChildComesOutOfItsParent() {
        Scene scene;
        scene.start("A", "parent", "alice");
        scene.makePipe("A: pipe(fd)", 3, 4);
        Shown shown(theme_, scene);
        const ProcessId child = scene.fork("A", "B", "child");
        shown.show(scene);
        QVERIFY(shown.stage.director().arriving(child));
        shown.stage.clock().advance(200);
        keep(shown.stage, "fork");
        shown.stage.clock().advance(500);
        QVERIFY(!shown.stage.director().arriving(child));
        QVERIFY(shown.stage.layoutNow().wire(child, 0, true));
        keep(shown.stage, "forked");
    }

    /// The words of a card that it passes stay readable.
    void aFurtherChildPassesBehindTheOthers() {
        Scene scene;
        scene.start("A", "parent", "alice");
        scene.start("C", "other", "alice");
        Shown shown(theme_, scene);
        const ProcessId child = scene.fork("A", "B", "child");
        shown.show(scene);
        const QRect other = shown.stage.layoutNow().processes[1].card.adjusted(2, 2, -2, -2);
        for (int step = 0; step < 5; ++step) {
            shown.stage.clock().advance(100);
            QVERIFY(shown.stage.director().arriving(child));
            if (step == 2) keep(shown.stage, "further-child");
            const QImage during = shown.stage.grab().toImage().copy(other);
            Scene still = scene;
            Shown arrived(theme_, still);
            QVERIFY2(during == arrived.stage.grab().toImage().copy(other),
                     qPrintable(QString::number(step)));
        }
    }

    /// An end that was closed hangs on its card, or is gone: where the card has moved it does not
    /// stay behind.
    void noClosedEndFloatsWhereItsCardWas() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        scene.call("A: close(4)", 0);
        shown.show(scene);
        QCOMPARE(shown.pipes().movingWires().size(), std::size_t(1));
        shown.stage.clock().advance(100);
        QCOMPARE(shown.pipes().movingWires().size(), std::size_t(1));
        const QRect before = shown.stage.layoutNow().processes[0].card;
        shown.stage.resize(476, 360);
        QCoreApplication::sendPostedEvents();
        shown.stage.grab();
        const QRect after = shown.stage.layoutNow().processes[0].card;
        QVERIFY(after.bottom() != before.bottom());
        for (const PipeWire& wire : shown.pipes().movingWires())
            QCOMPARE(wire.tab.top(), after.bottom() + 1);
    }

    void whatComesTooFastBecomesAStream() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        for (int frame = 0; frame < 5; ++frame) {
            for (int i = 0; i < 200; ++i) {
                scene.call("A: write(4, \"x\", 1)", 1);
                scene.call("B: read(3, buf, 64)", 1, 0, 0, "x");
            }
            scene.pass(15);
            shown.show(scene);
            shown.stage.clock().advance(16);
        }
        QVERIFY(shown.pipes().travels().empty());
        QCOMPARE(shown.stage.director().streams().size(), std::size_t(2));
        QVERIFY(shown.stage.director().streams()[0].perSecond > 5000);
        keep(shown.stage, "stream");
        shown.stage.clock().advance(1000);
        QVERIFY(!shown.stage.director().moving());
    }

    void motionNeverLagsFarBehind() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        for (int frame = 0; frame < 20; ++frame) {
            for (int i = 0; i < 3; ++i)
                scene.call("A: write(4, \"x\", 1)", 1);
            shown.show(scene);
            shown.stage.clock().advance(16);
        }
        for (const ByteTravel& travel : shown.pipes().travels())
            QVERIFY(travel.start <= shown.stage.clock().now() + 1000);
        shown.stage.clock().advance(2000);
        QCOMPARE(shown.pipe().unread(), std::uint64_t(60));
        QVERIFY(!shown.stage.director().moving());
    }

    void reducedMotionIsInstant() {
        Scene scene = parentAndChild();
        Shown shown(theme_, scene);
        shown.stage.clock().setInstant(true);
        scene.call("A: write(4, \"x\", 1)", 1);
        scene.call("A: close(4)", 0);
        shown.show(scene);
        QVERIFY(shown.pipes().travels().empty());
        QVERIFY(shown.pipes().movingWires().empty());
        QCOMPARE(shown.pipe().unread(), std::uint64_t(1));
    }

    void everyFrameCanBeReproduced() {
        const auto run = [this] {
            Scene scene = parentAndChild();
            Shown shown(theme_, scene);
            scene.call("A: write(4, \"hello child\", 11)", 11);
            scene.call("B: read(3, buf, 4)", 4, 0, 0, "hell");
            shown.show(scene);
            shown.stage.clock().advance(170);
            return shown.stage.grab().toImage();
        };
        QCOMPARE(run(), run());
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::PipeMotionTest)
#include "pipe_motion_test.moc"
