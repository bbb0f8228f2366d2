// The layout is a pure function: from a world and a size to rectangles.
#include "gui/stage/items.h"
#include "gui/stage/layout.h"
#include "tests/gui/stage/scene.h"

#include <QPainterPath>
#include <QTest>

namespace ipclab {
namespace {

StageLayout at(const World& world, QSize size, double scale = 1.0, int sentence = 34,
               int usual = 0) {
    Theme theme;
    theme.setScale(scale);
    LayoutOptions options;
    options.size = size;
    options.nowNs = world.timeNs;
    options.sentenceHeight = sentence;
    options.usualSentenceHeight = usual;
    return layOut(world, metricsOf(theme, 1.0, false), options);
}

Scene processes(int count) {
    Scene scene;
    for (int i = 0; i < count; ++i)
        scene.start(std::string(1, static_cast<char>('A' + i)), "worker", "alice");
    return scene;
}

Scene queues(int count) {
    Scene scene = processes(2);
    for (int i = 0; i < count; ++i)
        scene.call("A: q = msgget(" + std::to_string(100 + i) + ", IPC_CREAT|0600)", i);
    return scene;
}

Scene messages(int count) {
    Scene scene = queues(1);
    for (int i = 0; i < count; ++i)
        scene.call("A: msgsnd(q, {" + std::to_string(i + 1) + ", \"x\"}, 1, 0)", 0);
    return scene;
}

} // namespace

class LayoutTest : public QObject {
    Q_OBJECT
private slots:
    void processesStandAboveTheBoundaryAndQueuesBelow() {
        const Scene scene = typesAndBlocking();
        const StageLayout layout = at(scene.world(), {868, 614});
        for (const auto& place : layout.processes)
            QVERIFY(place.card.bottom() < layout.boundary.top());
        for (const auto& place : layout.queues)
            QVERIFY(place.card.top() > layout.boundary.bottom());
        QVERIFY(layout.sentence.top() > layout.queues.back().card.bottom());
        QCOMPARE(layout.size, QSize(868, 614));
    }

    /// The eye follows what a call changes only where nothing else moves.
    void neitherSleepNorCloseMovesTheKernel() {
        Scene scene = processes(1);
        scene.makePipe("A: pipe(fd)", 3, 4);
        scene.fork("A", "B", "child");
        const StageLayout before = at(scene.world(), {868, 614});
        scene.enter("B: read(fd[0], buf, 64)");
        scene.fallsAsleep("B");
        const StageLayout asleep = at(scene.world(), {868, 614});
        QVERIFY(!asleep.pipes[0].sleepersRow.isNull());
        QCOMPARE(asleep.boundary, before.boundary);
        QCOMPARE(asleep.pipes[0].tube, before.pipes[0].tube);
        scene.call("A: close(fd[0])", 0);
        const StageLayout closed = at(scene.world(), {868, 614});
        QCOMPARE(closed.wires.size() + 1, before.wires.size());
        QCOMPARE(closed.boundary, before.boundary);
        QCOMPARE(closed.pipes[0].tube, before.pipes[0].tube);
    }

    /// Nor do a sentence of three lines and the variables that come one by one.
    void neitherWordsNorVariablesMoveTheKernel() {
        Scene scene = queues(1);
        const StageLayout before = at(scene.world(), {868, 614}, 1.0, 34, 51);
        QCOMPARE(before.processes[0].density, Density::Full);
        const auto still = [&](const StageLayout& now) {
            QCOMPARE(now.boundary, before.boundary);
            QCOMPARE(now.queues[0].card, before.queues[0].card);
        };
        const StageLayout longer = at(scene.world(), {868, 614}, 1.0, 51, 51);
        still(longer);
        QVERIFY(longer.sentence.height() > before.sentence.height());
        scene.call("A: msgsnd(q, {1, \"hello\"}, 5, 0)", 0);
        still(at(scene.world(), {868, 614}, 1.0, 34, 51));
        scene.call("A: msgrcv(q, &rbuf, 64, 0, 0)", 5, 0, 1, "hello");
        scene.call("A: msgsnd(q, {2, \"again\"}, 5, 0)", 0);
        const StageLayout three = at(scene.world(), {868, 614}, 1.0, 34, 51);
        QCOMPARE(three.processes[0].lines, 3);
        still(three);
        // Where there is less room than that, it is used all the same.
        const int least = at(scene.world(), {868, 100}, 1.0, 34).size.height();
        QCOMPARE(at(scene.world(), {868, least}, 1.0, 34, 51).size.height(), least);
    }

    /// A wire that is broken at the boundary would say that no call leads through it. Where a wire
    /// may come the words keep off before it is there: a call moves nothing.
    void theWordsOfTheBandsLeaveTheWiresWhole() {
        const Scene scene = typesAndBlocking();
        const Metrics metrics = metricsOf(Theme(), 1.0, false);
        for (const int width : {700, 868}) {
            const StageLayout layout = at(scene.world(), {width, 614});
            const QRegion words =
                QRegion(QRect(QPoint(), layout.size)) - besideWords(metrics, layout);
            QVERIFY(!words.isEmpty());
            for (const ProcessPlace& place : layout.processes) {
                const QPolygonF way =
                    wirePath(place.port, wireEnd(place, layout.queues[0])).toFillPolygon();
                for (qsizetype i = 1; i < way.size(); ++i)
                    QVERIFY2(!words.intersects(QRectF(way[i - 1], way[i])
                                                   .normalized()
                                                   .toAlignedRect()
                                                   .adjusted(-1, 0, 1, 0)),
                             qPrintable(QString("%1 in %2").arg(place.id).arg(width)));
            }
        }
    }

    void aRemovedQueueKeepsItsSize() {
        for (const int width : {868, 600}) {
            Scene scene = messages(1);
            scene.call("B: q = msgget(100, 0)", 0);
            const StageLayout before = at(scene.world(), {width, 614});
            scene.call("B: msgctl(q, IPC_RMID, NULL)", 0);
            const StageLayout after = at(scene.world(), {width, 614});
            QVERIFY(scene.world().queues[0].removed);
            QVERIFY(after.queues[0].remove.isNull());
            QCOMPARE(after.boundary, before.boundary);
            QCOMPARE(after.queues[0].card, before.queues[0].card);
        }
    }

    void theSameWorldGivesTheSameLayout() {
        const Scene scene = typesAndBlocking();
        const StageLayout a = at(scene.world(), {868, 614}), b = at(scene.world(), {868, 614});
        QCOMPARE(a.processes[1].card, b.processes[1].card);
        QCOMPARE(a.queues[0].lane.tokens[2].rect, b.queues[0].lane.tokens[2].rect);
    }

    void cardsFlowIntoRows() {
        const Scene scene = processes(5);
        const StageLayout layout = at(scene.world(), {868, 900});
        QCOMPARE(layout.processes[0].card.top(), layout.processes[2].card.top());
        QVERIFY(layout.processes[3].card.top() > layout.processes[0].card.bottom());
        QCOMPARE(layout.processes[3].card.left(), layout.processes[0].card.left());
    }

    void whatDoesNotFitTellsLessAndThenScrolls() {
        const Scene scene = processes(12);
        QCOMPARE(at(scene.world(), {1400, 900}).processes[0].density, Density::Full);
        const StageLayout narrow = at(scene.world(), {500, 420});
        QVERIFY(narrow.processes[0].density != Density::Full);
        const StageLayout doubled = at(scene.world(), {500, 420}, 2.0);
        QVERIFY(doubled.size.height() > 420);
        QCOMPARE(doubled.size.width(), 500);
    }

    /// The moon says "asleep" too: where there is room for one of the two words, it is the name.
    void aNameIsNotCutForAWordThatASignSays() {
        Scene scene;
        for (const char* name : {"sender", "receiver", "counter"})
            scene.start(std::string(1, static_cast<char>(name[0] - 'a' + 'A')), name, "alice");
        scene.call("S: q = msgget(1234, IPC_CREAT|0666)", 3);
        scene.call("R: q = msgget(1234, 0)", 3);
        scene.enter("R: msgrcv(q, &rbuf, 64, 3, 0)");
        scene.fallsAsleep("R");
        const World& world = scene.world();
        const Metrics metrics = metricsOf(Theme(), 1.0, false);
        for (const int height : {420, 614})
            for (const int width : {440, 500, 620, 868})
                for (const ProcessPlace& place : at(world, {width, height}).processes) {
                    const QString name = words::title(world, *world.process(place.id));
                    QVERIFY2(metrics.title.width(name) <= place.title.width(),
                             qPrintable(QString("%1 in %2x%3").arg(name).arg(width).arg(height)));
                }
    }

    void manyQueuesStandInTwoColumns() {
        const Scene scene = queues(5);
        const StageLayout layout = at(scene.world(), {1200, 800});
        QCOMPARE(layout.queues[0].card.top(), layout.queues[1].card.top());
        QVERIFY(layout.queues[1].card.left() > layout.queues[0].card.right());
    }

    void everyMessageIsDrawnInOrderWhileThereIsRoom() {
        for (const int count : {0, 1, 4, 12, 30}) {
            const Scene scene = messages(count);
            const Lane lane = at(scene.world(), {868, 614}).queues[0].lane;
            QCOMPARE(lane.tokens.size(), std::size_t(count));
            QVERIFY(lane.stack.isNull());
            QVERIFY(!lane.tail.isNull());
            for (std::size_t i = 1; i < lane.tokens.size(); ++i) {
                const QRect a = lane.tokens[i - 1].rect, b = lane.tokens[i].rect;
                QVERIFY(b.left() > a.right() || b.top() > a.bottom());
            }
        }
    }

    /// The text of a message is cut only where there is no room for it.
    void aTokenIsAsWideAsWhatItSays() {
        Scene scene = queues(1);
        for (const char* text : {"12345678", "abcdefgh", "fits", ""})
            scene.call("A: msgsnd(q, {1, \"" + std::string(text) + "\"}, " +
                           std::to_string(std::string_view(text).size()) + ", 0)",
                       0);
        const Metrics metrics = metricsOf(Theme(), 1.0, false);
        const auto needed = [&](const TokenPlace& token) {
            const Message& message = scene.world().queues[0].messages[token.index];
            return metrics.mono.width(words::tokenText(message));
        };
        // In one row and in two, large and small.
        for (const QSize size : {QSize(868, 614), QSize(700, 614)}) {
            const Lane lane = at(scene.world(), size).queues[0].lane;
            const int letter = metrics.smallStrong.width("A "), disc = metrics.px(18);
            for (const TokenPlace& token : lane.tokens) {
                const int rest = lane.size == TokenSize::Large ? 0 : letter + disc;
                QVERIFY2(token.rect.width() > needed(token) + rest,
                         qPrintable(QString("%1 of %2").arg(token.index).arg(size.width())));
            }
            QVERIFY(!lane.tail.isNull());
        }
        // A sent message moves none of those that stand before it.
        const Lane before = at(scene.world(), {868, 614}).queues[0].lane;
        scene.call("A: msgsnd(q, {1, \"a longer text\"}, 13, 0)", 0);
        const Lane after = at(scene.world(), {868, 614}).queues[0].lane;
        QCOMPARE(after.size, before.size);
        for (std::size_t i = 0; i < before.tokens.size(); ++i)
            QCOMPARE(after.tokens[i].rect, before.tokens[i].rect);
    }

    /// Two messages that differ only in their ends must not look the same.
    void aSecondRowIsTakenBeforeATextIsCut() {
        Scene scene = queues(1);
        for (const char* text : {"five", "three", "nine", "three again", "one"})
            scene.call("A: msgsnd(q, {1, \"" + std::string(text) + "\"}, " +
                           std::to_string(std::string_view(text).size()) + ", 0)",
                       0);
        const Metrics metrics = metricsOf(Theme(), 1.0, false);
        const Lane lane = at(scene.world(), {834, 540}).queues[0].lane;
        QCOMPARE(lane.size, TokenSize::Small);
        const int rest = metrics.smallStrong.width("A ") + metrics.px(18);
        for (const TokenPlace& token : lane.tokens) {
            const Message& message = scene.world().queues[0].messages[token.index];
            QVERIFY2(token.rect.width() > metrics.mono.width(words::tokenText(message)) + rest,
                     message.text.c_str());
        }
        // It is no higher for that than a lane with one large message.
        QVERIFY(lane.height <= tokenSize(TokenSize::Large, metrics).height());
    }

    void aSmallStageKeepsTheTextsWhereTheRowHasRoom() {
        const Scene scene = typesAndBlocking();
        const Metrics metrics = metricsOf(Theme(), 1.0, false);
        const StageLayout layout = at(scene.world(), {476, 360}, 1.0, 4 * 17);
        const Lane& lane = layout.queues[0].lane;
        QCOMPARE(lane.size, TokenSize::Mini);
        QCOMPARE(lane.tokens.size(), std::size_t(3));
        for (const TokenPlace& token : lane.tokens) {
            const Message& message = scene.world().queues[0].messages[token.index];
            const int text = metrics.small.width(words::tokenText(message));
            QVERIFY2(token.rect.width() > text + metrics.smallStrong.width("A"),
                     message.text.c_str());
        }
        QVERIFY(lane.area.contains(lane.tail));
    }

    /// What is no more may not push what is there out of sight.
    void whatIsGoneStandsLastWhereTheStageScrolls() {
        Scene scene = processes(1);
        for (int i = 0; i < 3; ++i) {
            scene.makePipe("A: pipe(fd)", 3, 4);
            scene.fork("A", std::string(1, static_cast<char>('B' + i)), "child");
            const std::string child(1, static_cast<char>('B' + i));
            if (i == 2) break;
            for (const char* who : {"A", child.c_str()})
                for (const int fd : {3, 4})
                    scene.call(std::string(who) + ": close(" + std::to_string(fd) + ")", 0);
        }
        QVERIFY(scene.world().pipes[0].gone && scene.world().pipes[1].gone);
        const StageLayout small = at(scene.world(), {476, 300});
        QVERIFY(small.size.height() > 300);
        QVERIFY(small.pipe(2)->card.top() < small.pipe(0)->card.top());
        QVERIFY(small.pipe(0)->card.top() < small.pipe(1)->card.top());
        // Where all of it is in sight, nothing changes its place.
        const StageLayout large = at(scene.world(), {1200, 900});
        QCOMPARE(large.size.height(), 900);
        QVERIFY(large.objects == shownObjects(scene.world(), scene.world().timeNs));
    }

    void theMiddleOfALongQueueIsOneStackWithItsCount() {
        const Scene scene = messages(3000);
        const Lane lane = at(scene.world(), {868, 614}).queues[0].lane;
        QVERIFY(!lane.stack.isNull());
        QCOMPARE(lane.tokens.size() + lane.stackCount, std::size_t(3000));
        QCOMPARE(lane.tokens.front().index, std::size_t(0));
        QCOMPARE(lane.tokens.back().index, std::size_t(2999));
        for (const auto& token : lane.tokens)
            QVERIFY(!token.rect.intersects(lane.stack));
    }

    void aRemovedQueueStaysToBeSeenThenShrinksToALine() {
        Scene scene = queues(1);
        scene.call("A: msgctl(q, IPC_RMID, NULL)", 0);
        QVERIFY(!shownObjects(scene.world(), scene.world().timeNs).front().slim);
        const std::int64_t later = scene.world().timeNs + removedShownNs;
        QVERIFY(shownObjects(scene.world(), later).front().slim);
        scene.call("A: q = msgget(100, IPC_CREAT|0600)", 32768);
        const auto shown = shownObjects(scene.world(), later + removedShownNs);
        QCOMPARE(shown.size(), std::size_t(1));
        QCOMPARE(shown.front().object.index, std::size_t(1));
    }

    void theEndedGiveWayToTheLiving() {
        Scene scene = processes(8);
        scene.end("A", 9);
        QCOMPARE(shownProcesses(scene.world()).size(), std::size_t(7));
        Scene few = processes(2);
        few.end("A", 9);
        QCOMPARE(shownProcesses(few.world()).size(), std::size_t(2));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::LayoutTest)
#include "layout_test.moc"
