// The timeline shows what happened, however much of it, and leads back to any moment.
#include "gui/timeline/timeline.h"
#include "tests/gui/timeline/scenario.h"
#include "tests/gui/timeline/written.h"

#include <QHelpEvent>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

/// Counts how often a widget is painted.
class Painted : public QObject {
public:
    explicit Painted(QWidget& widget) { widget.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

} // namespace

class TimelineTest : public QObject {
    Q_OBJECT

    /// A and B pass a message to and fro: four events a round.
    static Recording rounds(int count) {
        Recording session;
        session.start("A", "sender", "alice", 1000);
        session.call("A: q = msgget(1234, IPC_CREAT|0644)", 3);
        for (int i = 0; i < count; ++i) {
            session.call("A: msgsnd(q, {1, \"hello\"}, 5, 0)", 0);
            session.receive("A: msgrcv(q, &rbuf, 64, 0, 0)", 1, "hello");
        }
        return session;
    }

    /// What the timeline writes in this view.
    static std::vector<Word> written(const Timeline& timeline, const Theme& theme,
                                     const TimelineView& view) {
        Written device(view.size);
        QPainter painter(&device);
        const TimeAxis axis;
        LanePainter(timeline.lanes(), axis, theme).paint(painter, view);
        painter.end();
        return device.words();
    }

private slots:
    void lanesOfTheLesson() {
        Lanes lanes;
        Recording session = types();
        lanes.take(session.frame());
        QCOMPARE(lanes.asText(), QStringLiteral("A: msgget = 3 | snd 1 | IPC_SET 0666 | snd 2\n"
                                                "C: msgget = 3 | snd EACCES | snd 4\n"
                                                "B: msgget = 3 | asleep in msgrcv, type 3\n"
                                                "queue 3: 0 1 2 3"));
    }

    void takesFramesAsTheyCome() {
        // The same events in one frame or in many give the same lanes.
        Recording whole = types();
        Lanes atOnce, bitByBit;
        atOnce.take(whole.frame());
        Recording grown;
        for (const Event& event : whole.events) {
            grown.events.push_back(event);
            grown.nowNs = event.timeNs;
            bitByBit.take(grown.frame());
        }
        QCOMPARE(bitByBit.asText(), atOnce.asText());
    }

    void theSleeperWakes() {
        Recording session = types();
        Lanes lanes;
        lanes.take(session.frame());
        session.call("A: msgctl(q, IPC_RMID, NULL)", 0);
        session.returns("B", -1, EIDRM);
        lanes.take(session.frame());
        const Block& block = lanes.processes()[2].blocks.back();
        QCOMPARE(blockLabel(block), QStringLiteral("rcv EIDRM"));
        QVERIFY(block.asleepNs != 0);
        QVERIFY(lanes.objects()[0].goneNs != 0);
        QCOMPARE(blockStory(block, QStringLiteral("B"), block.startNs, 0).section('\n', 0, 0),
                 QStringLiteral("B: msgrcv(q, &rbuf, 64, 3, 0) = -1 EIDRM"));
    }

    void aStoppedProcessIsSeen() {
        Recording session = types();
        Lanes lanes;
        session.stop("A", true);
        lanes.take(session.frame());
        QVERIFY2(lanes.asText().contains("snd 2 | stopped\n"), qPrintable(lanes.asText()));
        session.stop("A", false);
        lanes.take(session.frame());
        QVERIFY2(lanes.asText().contains("snd 2 | was stopped\n"), qPrintable(lanes.asText()));
    }

    /// A forked child was given no label: its lane has its pid, as there is no other name.
    void everyLaneHasAName() {
        ProcessLane lane;
        lane.letter = "B";
        lane.pid = 4712;
        QCOMPARE(lane.name(), QString("B pid 4712"));
        lane.label = "reader";
        QCOMPARE(lane.name(), QString("B reader"));
    }

    void aSleepGrowsWhileNothingElseHappens() {
        Recording session = types();
        const Theme theme;
        Timeline timeline(theme);
        timeline.resize(900, 200);
        timeline.show();
        timeline.setFrame(session.frame());
        // By now the newest moment stands at its place, and what happened moves away from it.
        session.wait(60'000);
        timeline.setFrame(session.frame());
        QCoreApplication::processEvents();
        Painted painted(*timeline.viewport());
        session.wait(1'000);
        timeline.setFrame(session.frame());
        QTRY_VERIFY(painted.count > 0);
    }

    /// Long after the last event the view still shows it, and follows the next one.
    void theLastEventsStayInViewWhileNothingGoesOn() {
        Recording session = rounds(2);
        const Theme theme;
        Timeline timeline(theme);
        timeline.resize(900, 200);
        timeline.show();
        timeline.setFrame(session.frame());
        const auto x = [&](std::int64_t timeNs) { return timeline.view().x(timeNs); };
        const auto seen = [&](std::int64_t timeNs) {
            return x(timeNs) > timeline.view().labelWidth && x(timeNs) < timeline.width();
        };
        session.wait(60'000);
        timeline.setFrame(session.frame());
        QVERIFY(seen(timeline.lanes().lastNs()));
        session.call("A: msgsnd(q, {1, \"hello\"}, 5, 0)", 0);
        timeline.setFrame(session.frame());
        QVERIFY(seen(timeline.lanes().lastNs()));
        QVERIFY(seen(timeline.view().nowNs));
    }

    void manyCallsStayBounded() {
        Recording session = rounds(10'000);
        Lanes lanes;
        // Frames of 1000 events: none is left out, but the older ones are drawn together.
        Recording played;
        std::size_t done = 0;
        while (done < session.events.size()) {
            const std::size_t end = std::min(done + 1000, session.events.size());
            played.events.insert(played.events.end(), session.events.begin() + std::ptrdiff_t(done),
                                 session.events.begin() + std::ptrdiff_t(end));
            lanes.take(played.frame());
            done = end;
        }
        const ProcessLane& lane = lanes.processes().front();
        QVERIFY(lane.blocks.size() <= mostBlocks);
        QVERIFY(lanes.objects().front().steps.size() <= mostBlocks);
        std::uint64_t calls = 0;
        for (const Block& block : lane.blocks)
            calls += block.count;
        QCOMPARE(calls, std::uint64_t{20'001});
        QCOMPARE(lane.blocks.back().count, std::uint64_t{1});
    }

    void aSleeperSleepsOnThroughABurstOfOthers() {
        Recording session = types();
        Lanes lanes;
        lanes.take(session.frame());
        for (int i = 0; i < 6000; ++i)
            session.call("A: msgrcv(q, &rbuf, 64, 9, IPC_NOWAIT)", -1, ENOMSG);
        lanes.take(session.frame()); // leaves events out
        lanes.take(session.frame());
        const Block& block = lanes.processes()[2].blocks.back();
        QVERIFY2(lanes.asText().contains("asleep in msgrcv, type 3"), qPrintable(lanes.asText()));
        QVERIFY(block.open());
        QCOMPARE(block.startNs, session.world.process("B")->current->enteredNs);
    }

    /// Among the events that a frame leaves out: what it was is still known, and never made up.
    void oneCallInABurstOfOthersIsShownAsWhatItWas() {
        Recording session = types();
        Lanes lanes;
        lanes.take(session.frame());
        const auto burst = [&session] {
            for (int i = 0; i < 3000; ++i)
                session.call("A: msgrcv(q, &rbuf, 64, 9, IPC_NOWAIT)", -1, ENOMSG);
        };
        burst();
        session.call("C: msgsnd(q, {7, \"x\"}, 1, 0)", 0);
        burst();
        lanes.take(session.frame());
        lanes.take(session.frame());
        QVERIFY2(lanes.asText().contains("C: msgget = 3 | snd EACCES | snd 4 | snd 7\n"),
                 qPrintable(lanes.asText()));
        session.call("C: msgsnd(q, {8, \"x\"}, 1, 0)", 0);
        burst();
        session.call("C: msgsnd(q, {9, \"x\"}, 1, 0)", 0);
        lanes.take(session.frame());
        lanes.take(session.frame());
        QVERIFY2(lanes.asText().contains("| snd 7 | ×1 | snd 9\n"), qPrintable(lanes.asText()));
    }

    void aCallThatStoodAloneStaysAlone() {
        Recording session = rounds(1);
        session.wait(200'000); // the burst comes much later
        const std::int64_t burst = session.nowNs;
        for (int i = 0; i < 6000; ++i)
            session.call("A: msgrcv(q, &rbuf, 64, 9, IPC_NOWAIT)", -1, ENOMSG);
        Lanes lanes;
        Recording played;
        std::size_t done = 0;
        while (done < session.events.size()) {
            const std::size_t end = std::min(done + 1000, session.events.size());
            played.events.insert(played.events.end(), session.events.begin() + std::ptrdiff_t(done),
                                 session.events.begin() + std::ptrdiff_t(end));
            lanes.take(played.frame());
            done = end;
        }
        const std::vector<Block>& blocks = lanes.processes().front().blocks;
        QVERIFY(blocks.size() <= mostBlocks);
        QVERIFY(blocks.front().endNs < burst);
        for (const Block& block : blocks)
            QVERIFY2(block.startNs >= burst || block.endNs < burst, "a block spans the quiet time");
    }

    void aCallThatAKillCutsOffMovesNoMessage() {
        Recording session = types();
        Lanes lanes;
        lanes.take(session.frame());
        session.add(lanes.processes()[2].process, event::ProcessEnded{true, SIGKILL});
        lanes.take(session.frame());
        const Block& block = lanes.processes()[2].blocks.back();
        QVERIFY(!block.received());
        QCOMPARE(blockLabel(block), QStringLiteral("rcv never returned"));
    }

    void whatAFrameLeavesOutIsCounted() {
        Recording session = rounds(3000);
        Lanes lanes;
        lanes.take(session.frame());
        std::uint64_t calls = 0;
        for (const Block& block : lanes.processes().front().blocks)
            calls += block.count;
        QCOMPARE(calls, std::uint64_t{6001});
        // The next slow frame follows event by event again.
        session.call("A: msgsnd(q, {7, \"hello\"}, 5, 0)", 0);
        lanes.take(session.frame());
        QCOMPARE(blockLabel(lanes.processes().front().blocks.back()), QStringLiteral("snd 7"));
        QCOMPARE(lanes.objects().front().steps.back().value, std::uint64_t{1});
    }

    void aTimelineMadeLaterReadsTheBeginning() {
        Recording session = types();
        const QString whole = [&] {
            Lanes lanes;
            lanes.take(session.frame());
            return lanes.asText();
        }();
        Lanes late;
        late.setReader([&](std::uint64_t from, std::size_t limit) {
            const auto begin = session.events.begin() + static_cast<std::ptrdiff_t>(from);
            return std::vector<Event>(begin, begin + static_cast<std::ptrdiff_t>(limit));
        });
        late.take(session.frame()); // brings nothing fresh
        QCOMPARE(late.asText(), whole);
    }

    void anotherLabStartsAnew() {
        Lanes lanes;
        Recording first = types(), second;
        lanes.take(first.frame());
        second.start("A", "", "alice", 1000);
        lanes.take(second.frame());
        QCOMPARE(lanes.asText(), QStringLiteral("A: "));
    }

    void drawingIsBoundedByThePixels() {
        Theme theme;
        Timeline timeline(theme);
        timeline.resize(800, 200);
        Recording session = rounds(2000);
        timeline.setFrame(session.frame());
        timeline.grab();
        timeline.showAll();
        timeline.grab();
        int hits = 0;
        for (int x = 0; x < 800; ++x) {
            if (timeline.blockAt({x, timeline.view().laneTop(0) + 10})) ++hits;
        }
        QVERIFY(hits > 300); // a run without gaps is drawn as one
    }

    void aClickLeadsToItsMoment() {
        Theme theme;
        Timeline timeline(theme);
        timeline.resize(1000, 200);
        Recording session = types();
        timeline.setFrame(session.frame());
        timeline.grab();
        QSignalSpy asked(&timeline, &Timeline::positionRequested);
        const Block& third = timeline.lanes().processes()[0].blocks[2];
        const QPoint point(static_cast<int>(timeline.view().x(third.startNs)) + 6,
                           timeline.view().laneTop(0) + timeline.view().laneHeight / 2);
        QTest::mouseClick(timeline.viewport(), Qt::LeftButton, {}, point);
        QCOMPARE(asked.count(), 1);
        const auto position = asked.front().front().toULongLong();
        QCOMPARE(position, third.position);
        const Event& shown = session.events[position - 1];
        QVERIFY(std::holds_alternative<event::Returned>(shown.body));
        QCOMPARE(std::get<event::Returned>(shown.body).call, CallId::Msgctl);
    }

    void keysChooseTheNextCall() {
        Theme theme;
        Timeline timeline(theme);
        Recording session = types();
        timeline.setFrame(session.frame());
        QSignalSpy asked(&timeline, &Timeline::positionRequested);
        QTest::keyClick(&timeline, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&timeline, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(&timeline, Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(asked.count(), 3);
        QCOMPARE(asked[0][0].toULongLong(), asked[2][0].toULongLong());
        QVERIFY(asked[0][0].toULongLong() < asked[1][0].toULongLong());
    }

    void zoomKeepsThePointUnderThePointer() {
        Theme theme;
        Timeline timeline(theme);
        timeline.resize(1000, 200);
        Recording session = types();
        timeline.setFrame(session.frame());
        const int x = timeline.view().labelWidth + 100;
        const auto moment =
            timeline.view().axisStart + static_cast<std::int64_t>(100 * timeline.view().nsPerPixel);
        const double before = timeline.view().nsPerPixel;
        timeline.zoom(4, x);
        QVERIFY(std::abs(timeline.view().x(moment) - x) < 1);
        QCOMPARE(timeline.view().nsPerPixel, before / 4);
    }

    /// At whatever width, and however far it is moved: no word is cut by an edge, and what a lane
    /// says of the newest moment is not left out for it.
    void noWordIsCutByAnEdge() {
        Theme theme;
        Recording session = types();
        session.call("A: msgctl(q, IPC_RMID, NULL)", 0);
        session.returns("B", -1, EIDRM);
        session.wait(300);
        const Frame all = session.frame();
        for (int width = 420; width < 1100; width += 13) {
            Timeline timeline(theme);
            timeline.resize(width, 200);
            timeline.grab(); // lays it out
            timeline.setFrame(all);
            TimelineView view = timeline.view();
            view.size = timeline.viewport()->size();
            for (int moved = 0; moved < width; moved += 37) {
                const auto words = written(timeline, theme, view);
                for (const Word& word : words) {
                    const QByteArray what = QString("\"%1\" %2 to %3 of %4, moved by %5")
                                                .arg(word.text)
                                                .arg(word.left)
                                                .arg(word.right)
                                                .arg(view.size.width())
                                                .arg(moved)
                                                .toUtf8();
                    QVERIFY2(word.right <= view.size.width(), what);
                    QVERIFY2(word.left >= view.labelWidth || word.right <= view.labelWidth, what);
                }
                const bool said = std::ranges::any_of(
                    words, [](const Word& word) { return word.text == "removed"; });
                QVERIFY2(said, qPrintable(QString("%1, moved by %2").arg(width).arg(moved)));
                view.axisStart += static_cast<std::int64_t>(37 * view.nsPerPixel);
            }
        }
    }

    /// Many calls in one block: it is as wide as the burst was long, and says how many where it is
    /// seen.
    void aBurstKeepsItsCountInSight() {
        Theme theme;
        Timeline timeline(theme);
        timeline.resize(800, 200);
        timeline.grab(); // lays it out
        Recording session = rounds(3000);
        session.wait(2000);
        timeline.setFrame(session.frame());
        TimelineView view = timeline.view();
        view.size = timeline.viewport()->size();
        const Block& burst = timeline.lanes().processes().front().blocks.front();
        view.nsPerPixel = double(burst.endNs - burst.startNs) / 1500;
        for (const int moved : {0, 300, 900}) {
            view.axisStart = burst.startNs + static_cast<std::int64_t>(moved * view.nsPerPixel);
            const auto words = written(timeline, theme, view);
            const QString count = blockLabel(burst);
            const bool said = std::ranges::any_of(words, [&](const Word& word) {
                return word.text == count && word.left >= view.labelWidth;
            });
            QVERIFY2(said, qPrintable(QString("%1, moved by %2").arg(count).arg(moved)));
        }
    }

    /// The lab's own limit is no success: the message went nowhere.
    void aRefusedCallMovesNoMessage() {
        Recording session = types();
        session.enter("A: msgsnd(q, {1, \"hello\"}, 5, 0)");
        session.returns("A", -1).refused = true;
        Lanes lanes;
        lanes.take(session.frame());
        const Block& block = lanes.processes().front().blocks.back();
        QVERIFY(!block.sent());
        QCOMPARE(block.errors, std::uint64_t{1});
        QCOMPARE(blockLabel(block), QStringLiteral("snd refused"));
        QVERIFY(blockStory(block, QStringLiteral("A"), 0, 0)
                    .section('\n', 0, 0)
                    .endsWith("refused by the lab"));
    }

    /// A message may hold what looks like markup.
    void aTooltipShowsWhatWasWritten() {
        Theme theme;
        Timeline timeline(theme);
        timeline.resize(1000, 200);
        Recording session = types();
        session.call("A: msgsnd(q, {1, \"<b>bold</b>\"}, 11, 0)", 0);
        timeline.setFrame(session.frame());
        timeline.grab();
        const Block& block = timeline.lanes().processes().front().blocks.back();
        const QPoint at(static_cast<int>(timeline.view().x(block.startNs)) + 3,
                        timeline.view().laneTop(0) + timeline.view().laneHeight / 2);
        QHelpEvent help(QEvent::ToolTip, at, timeline.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(timeline.viewport(), &help);
        QTextDocument shown;
        shown.setHtml(QToolTip::text());
        QVERIFY2(shown.toPlainText().contains("{1, \"<b>bold</b>\"}"),
                 qPrintable(shown.toPlainText()));
        QToolTip::hideText();
    }

    void idleGapsFold() {
        TimeAxis axis;
        constexpr std::int64_t second = 1'000'000'000;
        for (const std::int64_t at : {1, 2, 62, 63, 200})
            axis.note(at * second);
        QCOMPARE(axis.toAxis(63 * second), 63 * second);
        axis.setFolded(true);
        QCOMPARE(axis.gaps().size(), std::size_t{2});
        // A minute of nothing is one second now.
        QCOMPARE(axis.toAxis(62 * second) - axis.toAxis(2 * second), second);
        QCOMPARE(axis.toAxis(200 * second) - axis.toAxis(63 * second), second);
        for (const std::int64_t at : {1, 2, 62, 63, 200}) {
            QCOMPARE(axis.fromAxis(axis.toAxis(at * second)), at * second);
        }
    }
};

QTEST_MAIN(TimelineTest)
#include "timeline_test.moc"
