// What moves, and why: the clock is set by hand, so every frame is the same each time.
#include "gui/stage/stage.h"
#include "tests/gui/stage/scene.h"

#include <QTemporaryDir>
#include <QTest>

namespace ipclab {

class MotionTest : public QObject {
    Q_OBJECT
    Theme theme_;
    QTemporaryDir folder_;

    struct Shown {
        Stage stage;
        explicit Shown(Theme& theme, Scene& scene) : stage(theme) {
            stage.clock().setManual(true);
            stage.resize(868, 614);
            show(scene);
        }
        /// Where the message with this text is drawn.
        std::optional<DrawnToken> token(const std::string& text) const {
            for (const DrawnToken& each :
                 stage.director().tokens(world(), stage.layoutNow(), metrics))
                if (each.message->text == text) return each;
            return {};
        }
        const World& world() const { return *frame.world; }
        void show(Scene& scene) {
            frame = scene.frame();
            stage.setFrame(frame);
        }
        Frame frame;
        Metrics metrics;
    };

    void keep(Stage& stage, const QString& name) {
        const QString folder = qEnvironmentVariable("IPCLAB_SHOTS", folder_.path());
        QVERIFY(stage.grab().save(folder + "/motion-" + name + ".png"));
    }

    std::unique_ptr<Shown> open(Scene& scene) {
        auto shown = std::make_unique<Shown>(theme_, scene);
        shown->metrics = metricsOf(theme_, 1.0, false);
        return shown;
    }

private slots:
    void aSendGoesDownThroughTheBoundaryToTheTail() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        QVERIFY(!shown->stage.director().moving());
        scene.call("C: msgsnd(q, {1, \"hi\"}, 2, IPC_NOWAIT)", 0);
        shown->show(scene);
        const StageLayout& layout = shown->stage.layoutNow();
        const QRect slot = layout.queues.front().lane.tokens.back().rect;
        int last = -1;
        bool above = false, below = false;
        for (int step = 0; step < 5; ++step) {
            const auto token = shown->token("hi");
            QVERIFY(token);
            QVERIFY(token->at.y() >= last); // only ever down
            last = token->at.y();
            above |= last < layout.boundary.top();
            below |= last > layout.boundary.bottom();
            keep(shown->stage, QString("send-%1").arg(step));
            shown->stage.clock().advance(100);
        }
        QVERIFY(above && below);
        QCOMPARE(shown->token("hi")->at, slot.topLeft());
        QVERIFY(!shown->stage.director().moving());
    }

    void theSendersBufferKeepsItsContent() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        scene.call("C: msgsnd(q, {1, \"hi\"}, 2, IPC_NOWAIT)", 0);
        shown->show(scene);
        shown->stage.clock().advance(1000);
        const auto buffers = words::buffers(*shown->world().process("C"));
        QCOMPARE(buffers.front().value, QString("\"hi\""));
    }

    void aReceiveLeavesItsPlaceAndTheOthersCloseTheGap() {
        Scene scene = typesAndBlocking();
        scene.call("C: msgrcv(q, &rbuf, 64, 4, 0)", 3, 0, 4, "log");
        Scene before = typesAndBlocking();
        auto shown = open(before);
        const QPoint log = shown->stage.layoutNow().queues.front().lane.tokens[1].rect.topLeft();
        const QPoint photo = shown->stage.layoutNow().queues.front().lane.tokens[2].rect.topLeft();
        before.call("C: msgrcv(q, &rbuf, 64, 4, 0)", 3, 0, 4, "log");
        shown->show(before);
        QCOMPARE(shown->token("log")->at, log);
        QCOMPARE(shown->token("photo")->at, photo);
        const ProcessId receiver = shown->world().process("C")->id;
        QVERIFY(shown->stage.director().held(receiver)); // the buffer fills when it arrives
        shown->stage.clock().advance(130);
        QVERIFY(shown->token("log")->at.y() < log.y());
        QVERIFY(shown->token("photo")->at.x() < photo.x());
        keep(shown->stage, "receive");
        shown->stage.clock().advance(400);
        QVERIFY(!shown->token("log"));
        QCOMPARE(shown->token("photo")->at, log);
        QVERIFY(!shown->stage.director().held(receiver));
        keep(shown->stage, "received");
    }

    /// Only the received message travels: one that comes into another row is there, or not yet.
    void aMessageThatChangesItsRowDoesNotTravel() {
        Scene scene = typesAndBlocking();
        for (int i = 0; i < 9; ++i)
            scene.call("A: msgsnd(q, {5, \"text" + std::to_string(i) + "\"}, 5, 0)", 0);
        auto shown = open(scene);
        const auto stood = shown->stage.layoutNow().queues.front().lane.tokens;
        scene.call("C: msgrcv(q, &rbuf, 64, 0, 0)", 5, 0, 1, "hello");
        shown->show(scene);
        std::vector<TokenPlace> changed;
        for (const TokenPlace& now : shown->stage.layoutNow().queues.front().lane.tokens)
            for (const TokenPlace& before : stood)
                if (before.serial == now.serial && before.rect.x() < now.rect.x())
                    changed.push_back(now);
        QVERIFY(!changed.empty());
        double last = 0;
        for (int step = 0; step < 10; ++step) {
            const auto tokens = shown->stage.director().tokens(
                shown->world(), shown->stage.layoutNow(), shown->metrics);
            for (const TokenPlace& place : changed) {
                const auto token = std::ranges::find_if(tokens, [&](const DrawnToken& each) {
                    return each.message->serial == place.serial;
                });
                QVERIFY(token != tokens.end());
                QCOMPARE(token->at, place.rect.topLeft());
                if (place.serial == changed.front().serial) {
                    QVERIFY(token->opacity >= last);
                    last = token->opacity;
                    if (step == 0) QCOMPARE(last, 0.0);
                }
            }
            if (step == 5) keep(shown->stage, "row");
            shown->stage.clock().advance(30);
        }
        QCOMPARE(last, 1.0);
    }

    /// Where the rows become more, those of the first do not pass through the others.
    void aMessageGlidesWithinItsRow() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        const int stood = shown->stage.layoutNow().queues.front().lane.tokens.front().rect.y();
        for (int i = 0; i < 9; ++i)
            scene.call("A: msgsnd(q, {5, \"text" + std::to_string(i) + "\"}, 5, 0)", 0);
        shown->show(scene);
        const auto& places = shown->stage.layoutNow().queues.front().lane.tokens;
        QVERIFY(places.front().rect.y() != stood);
        for (int step = 0; step < 10; ++step) {
            for (const char* text : {"hello", "log", "photo"}) {
                const auto token = shown->token(text);
                QVERIFY(token);
                QCOMPARE(token->at.y(), places.front().rect.y());
            }
            shown->stage.clock().advance(30);
        }
    }

    void aHandOffNeverEntersTheList() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        scene.call("A: msgsnd(q, {3, \"yours\"}, 5, 0)", 0);
        scene.returns("B", 5, 0, 3, "yours");
        shown->show(scene);
        const StageLayout& layout = shown->stage.layoutNow();
        QCOMPARE(layout.queues.front().lane.tokens.size(), std::size_t(3));
        bool crossed = false;
        for (int step = 0; step < 6; ++step) {
            const auto token = shown->token("yours");
            QVERIFY(token);
            crossed |= token->at.y() > layout.boundary.top();
            QVERIFY(!layout.queues.front().lane.area.contains(token->at));
            keep(shown->stage, QString("handoff-%1").arg(step));
            shown->stage.clock().advance(100);
        }
        QVERIFY2(crossed, "the message is copied through the kernel");
        QVERIFY(!shown->token("yours"));
    }

    void aFailureLightsUpOnTheCard() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        scene.call("C: msgrcv(q, &rbuf, 2, 4, 0)", -1, E2BIG);
        shown->show(scene);
        QCOMPARE(shown->stage.director().flashes().front().text, QString("E2BIG"));
        QVERIFY(shown->stage.director().travels().empty());
        keep(shown->stage, "failure");
        shown->stage.clock().advance(1000);
        QVERIFY(shown->stage.director().flashes().empty());
    }

    void aRemovedQueueFadesWithItsMessagesAndWakesItsSleepers() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        scene.call("A: msgctl(q, IPC_RMID, NULL)", 0);
        scene.returns("B", -1, EIDRM);
        shown->show(scene);
        QVERIFY(shown->token("hello"));
        QCOMPARE(shown->stage.director().faded({}), 0.0);
        QCOMPARE(shown->stage.director().flashes().front().text, QString("EIDRM"));
        shown->stage.clock().advance(300);
        QVERIFY(shown->token("hello")->opacity < 1.0);
        keep(shown->stage, "removal");
        shown->stage.clock().advance(400);
        QVERIFY(!shown->token("hello"));
        QCOMPARE(shown->stage.director().faded({}), 1.0);
    }

    void anOutsideMessageComesFromTheEdge() {
        Scene scene = typesAndBlocking();
        scene.look(3, {{1, "hello"}, {4, "log"}, {2, "photo"}}, 4711, 0);
        auto shown = open(scene);
        scene.look(3, {{1, "hello"}, {4, "log"}, {2, "photo"}, {9, "stranger"}}, 777, 0);
        shown->show(scene);
        shown->stage.clock().advance(210);
        const auto token = shown->token("stranger");
        QVERIFY(token);
        QVERIFY(token->note.contains("777"));
        QVERIFY(token->at.x() >
                shown->stage.layoutNow().queues.front().lane.tokens.back().rect.x());
        keep(shown->stage, "outside");
    }

    void aSenderWithoutRoomWaitsAtTheDoor() {
        Scene scene = typesAndBlocking();
        scene.call("A: msgsnd(q, {5, \"b\"}, 8192, 0)", 0);
        auto shown = open(scene);
        scene.enter("C: msgsnd(q, {6, \"n\"}, 8192, 0)");
        scene.fallsAsleep("C");
        shown->show(scene);
        shown->stage.clock().advance(1000);
        const auto tokens = shown->stage.director().tokens(shown->world(), shown->stage.layoutNow(),
                                                           shown->metrics);
        const auto parked = std::ranges::find_if(
            tokens, [](const DrawnToken& each) { return each.message->type == 6; });
        QVERIFY(parked != tokens.end());
        const StageLayout& layout = shown->stage.layoutNow();
        QVERIFY(parked->at.y() > layout.boundary.bottom());
        QVERIFY(parked->at.y() < layout.queues.front().card.top());
        QVERIFY(!shown->stage.director().moving());
    }

    void whatComesTooFastBecomesAStream() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        for (int frame = 0; frame < 5; ++frame) {
            for (int i = 0; i < 200; ++i) {
                scene.call("A: msgsnd(q, {7, \"x\"}, 1, 0)", 0);
                scene.call("C: msgrcv(q, &rbuf, 64, 7, 0)", 1, 0, 7, "x");
            }
            scene.pass(15);
            shown->show(scene);
            shown->stage.clock().advance(16);
        }
        QVERIFY(shown->stage.director().travels().empty());
        const auto& streams = shown->stage.director().streams();
        QCOMPARE(streams.size(), std::size_t(2));
        QVERIFY2(streams[0].perSecond > 5000 && streams[0].perSecond < 20000,
                 qPrintable(QString::number(streams[0].perSecond)));
        keep(shown->stage, "stream");
        shown->stage.clock().advance(1000);
        QVERIFY(!shown->stage.director().moving());
    }

    /// Its two streams are on one way: the later one may not cross out the other's counter.
    void noStreamIsPaintedOnACounter() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        for (int frame = 0; frame < 5; ++frame) {
            for (int i = 0; i < 200; ++i) {
                scene.call("A: msgsnd(q, {7, \"x\"}, 1, 0)", 0);
                scene.call("A: msgrcv(q, &rbuf, 64, 7, 0)", 1, 0, 7, "x");
            }
            scene.pass(15);
            shown->show(scene);
            shown->stage.clock().advance(16);
        }
        QCOMPARE(shown->stage.director().streams().size(), std::size_t(2));
        const QImage seen = shown->stage.grab().toImage();
        const QColor stream = theme_.palette().process(
            colourIndex(shown->stage.director().streams().front().process));
        int counters = 0;
        for (const PaintedText& text : shown->stage.paintedTexts()) {
            if (!text.full.contains(QStringLiteral("/s"))) continue;
            ++counters;
            const QRect inside = text.card.adjusted(3, 3, -3, -3);
            for (int x = inside.left(); x <= inside.right(); ++x)
                for (int y = inside.top(); y <= inside.bottom(); ++y)
                    QVERIFY2(seen.pixelColor(x, y) != stream,
                             qPrintable(QString("%1,%2").arg(x).arg(y)));
        }
        QCOMPARE(counters, 2);
        keep(shown->stage, "both-streams");
    }

    /// Who sleeps calls nothing: its stream ends, and covers none of the message that waits.
    void aStreamEndsWhereItsCallerSleeps() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        for (int frame = 0; frame < 3; ++frame) {
            for (int i = 0; i < 200; ++i)
                scene.call("C: msgsnd(q, {7, \"x\"}, 1, 0)", 0);
            if (frame == 2) {
                scene.enter("C: msgsnd(q, {6, \"waits\"}, 16384, 0)");
                scene.fallsAsleep("C");
            }
            scene.pass(15);
            shown->show(scene);
            if (frame < 2) shown->stage.clock().advance(16);
        }
        QCOMPARE(shown->stage.director().streams().size(), std::size_t(1));
        const auto tokens = shown->stage.director().tokens(shown->world(), shown->stage.layoutNow(),
                                                           shown->metrics);
        const auto waits = std::ranges::find_if(
            tokens, [](const DrawnToken& each) { return each.message->type == 6; });
        QVERIFY(waits != tokens.end());
        const QRect inside = QRect(waits->at, waits->box).adjusted(3, 3, -3, -3);
        const QImage during = shown->stage.grab().toImage().copy(inside);
        keep(shown->stage, "stream-and-sleeper");
        shown->stage.clock().advance(250);
        QVERIFY(shown->stage.director().streams().empty());
        QVERIFY(during == shown->stage.grab().toImage().copy(inside));
    }

    /// However many send and receive at once, and in whatever room: each counter can be read.
    void countersStandApartAndWhole_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("usual") << QSize(868, 614) << 1.0;
        QTest::newRow("small") << QSize(476, 400) << 1.0;
        QTest::newRow("wide") << QSize(1440, 900) << 1.0;
        QTest::newRow("200") << QSize(864, 480) << 2.0;
    }

    void countersStandApartAndWhole() {
        QFETCH(QSize, size);
        QFETCH(double, scale);
        theme_.setScale(scale);
        Scene scene = typesAndBlocking();
        scene.start("D", "both", "alice");
        scene.call("D: q = msgget(1234, 0)", 3);
        auto shown = open(scene);
        shown->stage.resize(size);
        for (int frame = 0; frame < 3; ++frame) {
            for (int i = 0; i < 100; ++i)
                for (const char* who : {"A", "C", "D"}) {
                    scene.call(std::string(who) + ": msgsnd(q, {7, \"x\"}, 1, 0)", 0);
                    scene.call(std::string(who) + ": msgrcv(q, &rbuf, 64, 7, 0)", 1, 0, 7, "x");
                }
            scene.pass(15);
            shown->show(scene);
            shown->stage.clock().advance(16);
        }
        keep(shown->stage, QString("counters-") + QTest::currentDataTag());
        std::vector<QRect> counters;
        const QRect all(QPoint(), shown->stage.layoutNow().size);
        for (const PaintedText& text : shown->stage.paintedTexts()) {
            if (!text.full.contains(QStringLiteral("/s"))) continue;
            QVERIFY2(!text.elided, qPrintable(text.full));
            QVERIFY2(all.contains(text.card), qPrintable(text.full));
            for (const QRect& other : counters)
                QVERIFY2(!other.intersects(text.card), qPrintable(text.full));
            for (const ProcessPlace& place : shown->stage.layoutNow().processes)
                QVERIFY2(!place.card.intersects(text.card), qPrintable(text.full));
            counters.push_back(text.card);
        }
        QCOMPARE(counters.size(), std::size_t{6});
        theme_.setScale(1.0);
    }

    void motionNeverLagsFarBehind() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        for (int frame = 0; frame < 20; ++frame) {
            for (int i = 0; i < 4; ++i)
                scene.call("A: msgsnd(q, {7, \"x\"}, 1, 0)", 0);
            shown->show(scene);
            shown->stage.clock().advance(16);
        }
        for (const Travel& travel : shown->stage.director().travels())
            QVERIFY(travel.start <= shown->stage.clock().now() + 1000);
        QVERIFY(!shown->stage.director().streams().empty());
        shown->stage.clock().advance(1700);
        QVERIFY(!shown->stage.director().moving());
    }

    void speedScalesAndReducedMotionIsInstant() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        shown->stage.setSpeed(10);
        scene.call("A: msgsnd(q, {7, \"x\"}, 1, 0)", 0);
        shown->show(scene);
        shown->stage.clock().advance(50);
        QVERIFY(shown->stage.director().travels().empty());
        shown->stage.clock().setInstant(true);
        scene.call("A: msgsnd(q, {8, \"y\"}, 1, 0)", 0);
        shown->show(scene);
        QVERIFY(shown->stage.director().travels().empty());
        QCOMPARE(shown->token("y")->at,
                 shown->stage.layoutNow().queues.front().lane.tokens.back().rect.topLeft());
    }

    void aJumpInTimeMovesNothing() {
        Scene scene = typesAndBlocking();
        auto shown = open(scene);
        scene.call("A: msgsnd(q, {7, \"x\"}, 1, 0)", 0);
        shown->show(scene);
        QVERIFY(shown->stage.director().moving());
        Scene earlier = typesAndBlocking();
        shown->stage.setFrame(earlier.pastFrame(30));
        QVERIFY(!shown->stage.director().moving());
    }

    void theClockRestsWhenNothingMoves() {
        Scene scene = typesAndBlocking();
        Stage stage(theme_);
        stage.resize(868, 614);
        stage.setFrame(scene.frame());
        QVERIFY(!stage.clock().running());
        scene.call("A: msgsnd(q, {7, \"x\"}, 1, 0)", 0);
        stage.setFrame(scene.frame());
        QVERIFY(stage.clock().running());
        QTRY_VERIFY(!stage.clock().running());
    }

    void everyFrameCanBeReproduced() {
        const auto run = [this] {
            Scene scene = typesAndBlocking();
            auto shown = open(scene);
            scene.call("C: msgsnd(q, {1, \"hi\"}, 2, IPC_NOWAIT)", 0);
            shown->show(scene);
            shown->stage.clock().advance(170);
            return shown->stage.grab().toImage();
        };
        QCOMPARE(run(), run());
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MotionTest)
#include "motion_test.moc"
