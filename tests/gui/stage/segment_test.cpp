// Shared memory on the stage: what stands where, what can be read, and what it costs. With
// IPCLAB_SHOTS=FOLDER the pictures are kept there to be looked at.
#include "gui/stage/byte_tint.h"
#include "gui/stage/memory_deed.h"
#include "gui/stage/offset_field.h"
#include "gui/stage/segment_items.h"
#include "gui/stage/segment_words.h"
#include "gui/stage/stage.h"
#include "tests/gui/stage/segment_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace ipclab {
namespace {

SegmentScene race() {
    SegmentScene scene = twoWriters();
    Race race;
    race.offset = 64;
    race.added = 200000;
    race.after = 131072;
    race.over = true;
    race.processes = {firstWorker, firstWorker + 1};
    scene.segment(7).race = race;
    return scene;
}

SegmentScene removedWhileAttached() {
    SegmentScene scene = twoWriters();
    scene.segment(7).stat.dest = true;
    scene.segment(7).stat.key = 0;
    scene.segment(7).outsideChanges = 1;
    return scene;
}

/// Three cards beside each other, each with an address.
SegmentScene threeAttached() {
    SegmentScene scene;
    scene.create(7, 4096);
    std::uint64_t at = 0x7f31c0a5e000;
    for (const char* letter : {"A", "B", "C"})
        scene.attach(scene.start(letter, "writer", "alice"), 7, at += 0x100000);
    return scene;
}

SegmentScene twice() {
    SegmentScene scene;
    const ProcessId a = scene.start("A", "writer", "alice");
    scene.create(7, 100);
    scene.attach(a, 7, 0x7f31c0a5e000, false, "p");
    scene.attach(a, 7, 0x7f31c0a5d000, true, "r");
    scene.write(a, 7, 90, "over the end");
    return scene;
}

/// 64 MiB, of which every seventh page is touched.
SegmentScene big() {
    SegmentScene scene;
    const ProcessId a = scene.start("A", "writer", "alice");
    scene.create(7, std::uint64_t{64} << 20);
    scene.attach(a, 7, 0x7f31c0a5e000, false, "p");
    for (std::uint64_t page = 0; page < 16384; page += 7)
        scene.write(a, 7, page * segmentPageBytes + 8, "page");
    Segment& segment = scene.segment(7);
    segment.writes.erase(segment.writes.begin(), segment.writes.end() - 64);
    return scene;
}

} // namespace

class SegmentTest : public QObject {
    Q_OBJECT
    Theme theme_;
    QTemporaryDir folder_;

    void show(Stage& stage, const SegmentScene& scene, QSize size = {868, 614}) {
        stage.clock().setManual(true);
        stage.resize(size);
        stage.setFrame(scene.frame());
        stage.grab();
    }

    void keep(Stage& stage, const QString& name) {
        const QString folder = qEnvironmentVariable("IPCLAB_SHOTS", folder_.path());
        QVERIFY(stage.grab().save(folder + '/' + name + ".png"));
    }

    static bool says(const Stage& stage, const QString& text) {
        return std::ranges::any_of(stage.paintedTexts(), [&](const PaintedText& each) {
            return each.full.contains(text);
        });
    }

    /// An address below a card stays below that card, and clear of every other word.
    static void addressesStandClear(const Stage& stage) {
        const auto texts = stage.paintedTexts();
        const StageLayout& layout = stage.layoutNow();
        for (const PaintedText& address : texts) {
            if (!address.full.startsWith("0x7f") || !layout.user.contains(address.box)) continue;
            const QByteArray what = address.full.toUtf8();
            bool inside = false, below = false;
            for (const ProcessPlace& place : layout.processes) {
                inside = inside || place.card.contains(address.box);
                const QRect column(place.card.left(), 0, place.card.width(), layout.size.height());
                below = below ||
                        (column.contains(address.box) && address.box.top() > place.card.bottom());
            }
            QVERIFY2(inside || below, what + " reaches past its card");
            for (const PaintedText& other : texts)
                if (&other != &address && other.full.indexOf("→") < 0)
                    QVERIFY2(!other.box.intersects(address.box),
                             what + " on " + other.full.toUtf8());
        }
    }

private slots:
    void init() {
        theme_.setName(ThemeName::Light);
        theme_.setScale(1.0);
    }

    void nothingIsClipped_data() {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("lecture");
        const QSize wide(868, 614), narrow(500, 420);
        for (const char* scene : {"two", "three", "race", "dest", "twice", "big"})
            for (const int theme :
                 {int(ThemeName::Light), int(ThemeName::Dark), int(ThemeName::HighContrast)}) {
                const auto row = [&](const char* what, QSize size, double scale, bool lecture) {
                    QTest::addRow("%s-%d-%s", scene, theme, what)
                        << scene << theme << size << scale << lecture;
                };
                row("wide", wide, 1.0, false);
                if (theme != int(ThemeName::Light)) continue;
                row("narrow", narrow, 1.0, false);
                row("200", wide, 2.0, false);
                row("narrow-200", narrow, 2.0, false);
                row("lecture", {1440, 900}, 1.0, true);
            }
    }

    void nothingIsClipped() {
        QFETCH(QString, scene);
        QFETCH(int, theme);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, lecture);
        theme_.setName(ThemeName(theme));
        theme_.setScale(scale);
        Stage stage(theme_);
        stage.setLecture(lecture);
        show(stage,
             scene == "two"     ? twoWriters()
             : scene == "three" ? threeAttached()
             : scene == "race"  ? race()
             : scene == "dest"  ? removedWhileAttached()
             : scene == "big"   ? big()
                                : twice(),
             size);
        keep(stage, QString("segment-") + QTest::currentDataTag());
        const QRect all(QPoint(), stage.layoutNow().size);
        for (const PaintedText& text : stage.paintedTexts()) {
            const QByteArray what = text.full.toUtf8();
            QVERIFY2(all.contains(text.box), what);
            if (!text.card.isNull()) QVERIFY2(text.card.contains(text.box), what);
            QVERIFY2(text.box.width() <= text.room.width() + 1, what);
            for (const PaintedText& other : stage.paintedTexts())
                if (&other != &text && other.card == text.card && other.full != text.full)
                    QVERIFY2(!other.box.intersects(text.box), what + " on " + other.full.toUtf8());
        }
        addressesStandClear(stage);
        // Lines pass behind the words of the bands: none of their pixels stands between the
        // letters.
        const QImage seen = stage.grab().toImage();
        const QRect words = stage.layoutNow().boundaryLabel;
        for (const ProcessPlace& place : stage.layoutNow().processes)
            for (int x = words.left(); x <= words.right(); ++x)
                for (int y = words.top(); y <= words.bottom(); ++y)
                    if (seen.rect().contains(x, y))
                        QVERIFY2(seen.pixelColor(x, y) !=
                                     theme_.palette().process(colourIndex(place.id)),
                                 qPrintable(QString("a line at %1,%2").arg(x).arg(y)));
        for (const SegmentPlace& place : stage.layoutNow().segments) {
            QVERIFY(stage.layoutNow().kernel.contains(place.card));
            QVERIFY(place.card.contains(place.grid.area));
            QVERIFY(place.grid.whoRect(0).right() <= place.card.right());
        }
    }

    void theCardSaysWhatTheKernelSays() {
        Stage stage(theme_);
        show(stage, twoWriters(), {1100, 700});
        keep(stage, "segment-words");
        QVERIFY(says(stage, "key 0x000004d2 (1234) · id 7 · rw-rw-r-- 0664 · 4096 B · nattch 3"));
        QVERIFY(says(stage, "page 1 of 1 · no copy through the kernel"));
        QVERIFY(says(stage, "0x7f31c0a5e000"));
        QVERIFY(says(stage, "1.2 s ago"));
        QVERIFY(says(stage, "store 2a → +64"));
    }

    void removedButAttachedLivesOn() {
        Stage stage(theme_);
        show(stage, removedWhileAttached(), {1100, 700});
        QVERIFY(says(stage, "removed, lives until the last detach"));
        QVERIFY(says(stage, "changed from outside"));
    }

    void theRaceIsCounted() {
        const SegmentScene scene = race();
        Stage stage(theme_);
        show(stage, scene, {1100, 700});
        QVERIFY(says(stage, "Lost update."));
        const auto said = words::race(*scene.frame().world, scene.frame().world->segments[0]);
        QVERIFY(said.numbers.contains(words::number(131072)));
        QVERIFY(said.numbers.contains(words::number(200000)));
        QVERIFY(said.why.contains(words::number(200000 - 131072)));
        SegmentScene atomic = race();
        atomic.segment(7).race->atomic = true;
        atomic.segment(7).race->after = 200000;
        const auto none = words::race(*atomic.frame().world, atomic.frame().world->segments[0]);
        QCOMPARE(none.headline, "No update lost.");
        QVERIFY(!none.lost);
    }

    void loopsThatDidNotMeetAreNoRace() {
        SegmentScene scene = race();
        Race& seen = *scene.segment(7).race;
        seen.apart = true;
        seen.added = seen.after = 2000;
        seen.gapNs = 12'000;
        Stage stage(theme_);
        show(stage, scene, {1100, 700});
        keep(stage, "segment-apart");
        QVERIFY(says(stage, "Not at the same time."));
        QVERIFY(says(stage, "A was done 12 µs before B began."));
        QVERIFY(says(stage, "none was lost"));
        QVERIFY(!says(stage, "Lost update."));
        // While the second still adds, nothing is known yet.
        seen.over = false;
        QVERIFY(
            words::race(*scene.frame().world, scene.frame().world->segments[0]).headline.isEmpty());
    }

    /// Text on every tint of every process in every palette.
    void tintsCanBeRead() {
        for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
            const Palette palette = makePalette(name);
            for (int process = 0; process < 9; ++process)
                for (int level = 0; level < tintLevels; ++level) {
                    const ProcessId writer =
                        process == 8 ? ProcessId{0} : ProcessId(firstWorker + process);
                    const ByteTint tint = byteTint(palette, writer, level);
                    QVERIFY2(contrast(tint.ground, tint.ink) >= 4.5,
                             qPrintable(QString("theme %1 process %2 level %3: %4")
                                            .arg(int(name))
                                            .arg(process)
                                            .arg(level)
                                            .arg(contrast(tint.ground, tint.ink))));
                }
        }
    }

    void bytesAreFoundUnderThePointer() {
        Stage stage(theme_);
        show(stage, twoWriters());
        const HexGrid& grid = stage.layoutNow().segments[0].grid;
        QCOMPARE(grid.columns, 16);
        QVERIFY(grid.rows >= 5); // the byte at +64 stands in the fifth
        QCOMPARE(grid.byteAt(grid.byteRect(4, 0).center()), std::optional<std::uint64_t>(64));
        QCOMPARE(grid.byteAt(grid.charRect(0, 3).center()), std::optional<std::uint64_t>(3));
        QVERIFY(!grid.byteAt(grid.offsetRect(0).center()));
    }

    void itFollowsTheWritesUntilTheUserScrolls() {
        SegmentScene scene = big();
        Stage stage(theme_);
        show(stage, scene);
        const SegmentPlace place = stage.layoutNow().segments[0];
        const std::uint64_t seen = std::uint64_t(place.grid.rows * place.grid.columns);
        const std::uint64_t last = scene.segment(7).writes.back().offset;
        const std::uint64_t first = stage.memory().firstSeen(scene.world(), place);
        QVERIFY(first <= last && last < first + seen);

        const QPoint on = place.grid.area.center();
        QWheelEvent wheel(on, stage.mapToGlobal(on), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&stage, &wheel);
        QCOMPARE(stage.memory().firstSeen(scene.world(), place), first - 3 * 16);
        scene.write(firstWorker, 7, 0, "far away");
        stage.setFrame(scene.frame());
        QCOMPARE(stage.memory().firstSeen(scene.world(), place), first - 3 * 16);

        // A click on the strip goes to its page, Escape follows the writes again.
        QTest::mouseClick(&stage, Qt::LeftButton, {}, place.strip.center());
        const std::uint64_t middle = stage.memory().firstSeen(scene.world(), place);
        QVERIFY(middle % segmentPageBytes == 0);
        QVERIFY(middle > (std::uint64_t{31} << 20) && middle < (std::uint64_t{33} << 20));
        QWidget* bytes = nullptr;
        for (QWidget* each : stage.findChildren<QWidget*>())
            if (each->accessibleName().startsWith("Bytes of")) bytes = each;
        QVERIFY(bytes);
        QTest::keyClick(bytes, Qt::Key_PageDown);
        QCOMPARE(stage.memory().firstSeen(scene.world(), place), middle + seen);
        QTest::keyClick(bytes, Qt::Key_End);
        QCOMPARE(stage.memory().firstSeen(scene.world(), place), (std::uint64_t{64} << 20) - seen);
        QTest::keyClick(bytes, Qt::Key_Escape);
        QCOMPARE(stage.memory().firstSeen(scene.world(), place), std::uint64_t{0});
    }

    void anOffsetIsAsked() {
        QCOMPARE(OffsetField::read("64"), std::optional<qint64>(64));
        QCOMPARE(OffsetField::read(" +0x1000 "), std::optional<qint64>(4096));
        QVERIFY(!OffsetField::read("-1"));
        QVERIFY(!OffsetField::read("p"));
        SegmentScene scene = big();
        Stage stage(theme_);
        show(stage, scene);
        stage.show();
        QAbstractButton* jump = nullptr;
        for (QAbstractButton* each : stage.findChildren<QAbstractButton*>())
            if (each->text() == "go to offset…") jump = each;
        QVERIFY(jump);
        jump->click();
        auto* field = stage.findChild<OffsetField*>();
        QVERIFY(field->isVisible());
        QTest::keyClicks(field, "0x20000");
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!field->isVisible());
        QCOMPARE(stage.memory().firstSeen(scene.world(), stage.layoutNow().segments[0]),
                 std::uint64_t{0x20000});
    }

    void whatAnAccessDoes_data() {
        QTest::addColumn<int>("call");
        QTest::addColumn<QList<qint64>>("args");
        QTest::addColumn<QString>("text");
        const qint64 p = 0x1000;
        QTest::newRow("byte") << int(CallId::Store) << QList<qint64>{p + 64, 1, 42, '=', 1}
                              << "store 2a → +64";
        QTest::newRow("int") << int(CallId::Store) << QList<qint64>{p, 4, 258, '=', 1}
                             << "store 02 01 00 00 → +0";
        QTest::newRow("many") << int(CallId::Store) << QList<qint64>{p + 64, 4, 1, '+', 5000}
                              << "×" + words::number(5000) + "  += 1 → +64";
        QTest::newRow("atomic") << int(CallId::AtomicAdd) << QList<qint64>{p + 64, 4, 1, 1}
                                << "atomic += 1 → +64";
        QTest::newRow("load") << int(CallId::Load) << QList<qint64>{p + 64, 4, 1}
                              << "load 42 ← +64";
        QTest::newRow("past the end") << int(CallId::Load) << QList<qint64>{p + 4096, 4, 1} << "";
    }

    void whatAnAccessDoes() {
        QFETCH(int, call);
        QFETCH(QList<qint64>, args);
        QFETCH(QString, text);
        Process process;
        Attachment attachment;
        attachment.segment = 7;
        attachment.address = 0x1000;
        attachment.bytes = 4096;
        process.attachments.push_back(attachment);
        ResolvedCall resolved;
        resolved.id = CallId(call);
        std::ranges::copy(args, resolved.args.begin());
        const auto deed = memoryDeed(process, resolved, 42);
        QCOMPARE(deed ? deed->text : QString(), text);
    }

    void aProcessSaysWhyItDied() {
        SegmentScene scene = twoWriters();
        Process& c = scene.process(firstWorker + 2);
        c.state = ProcessState::Killed;
        c.endCode = SIGSEGV;
        c.fault = 0x7fd6e29f3000;
        c.faultCause = FaultCause{FaultReason::ReadOnly, true, c.fault, 7, 0};
        c.attachments.clear();
        Stage stage(theme_);
        show(stage, scene, {1100, 700});
        keep(stage, "segment-fault");
        QVERIFY(says(stage, "write to +0"));
        QVERIFY(says(stage, "of a read-only attachment"));
        c.faultCause = FaultCause{FaultReason::PastTheEnd, false, c.fault + 4096, 7, 4096};
        QCOMPARE(words::faultLine(c), "SIGSEGV: read at +4096 past the last page of the segment");
    }

    void theEndOfABurstIsCounted() {
        SegmentScene scene = twoWriters();
        Stage stage(theme_);
        show(stage, scene);
        Frame frame = scene.frame();
        for (int i = 0; i < 40; ++i) {
            ResolvedCall call;
            call.id = CallId::Store;
            call.args = {0x7f31c0a5e000 + i % 8, 1, 42, '=', 1, 0};
            frame.fresh.push_back({0, 0, firstWorker, event::Entered{1, call}});
            frame.fresh.push_back(
                {0, 0, firstWorker, event::Returned{1, CallId::Store, 42, 0, 0, {}, nullptr}});
        }
        frame.position += frame.fresh.size();
        stage.setFrame(frame);
        const auto boxes = stage.memory().boxes(*frame.world);
        QCOMPARE(boxes.size(), std::size_t{2}); // A's burst, and B's store that goes on
        QVERIFY(boxes[1].perSecond > 100);
        // Nothing moves for longer than it can be read.
        stage.clock().advance(2000);
        QCOMPARE(stage.memory().boxes(*frame.world).size(), std::size_t{1});
    }

    /// 64 MiB cost no more than one page: only what is seen is drawn.
    void aLongSegmentIsNotSlower() {
        const auto costOf = [&](const SegmentScene& scene) {
            Stage stage(theme_);
            show(stage, scene, {1400, 900});
            QPixmap to(stage.size());
            stage.render(&to);
            double best = 1e9;
            for (int round = 0; round < 9; ++round) {
                QElapsedTimer time;
                time.start();
                for (int i = 0; i < 5; ++i)
                    stage.render(&to);
                best = std::min(best, double(time.nsecsElapsed()) / 5e6);
            }
            return best;
        };
        const double small = costOf(twoWriters()), large = costOf(big());
        qInfo("a frame with one page: %.2f ms, with 16384 pages: %.2f ms", small, large);
        QVERIFY2(large < small * 4 + 4, "the length of a segment must not be felt");
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::SegmentTest)
#include "segment_test.moc"
