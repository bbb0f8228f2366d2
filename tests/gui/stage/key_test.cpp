// The keys that ftok made, as the stage shows them. With IPCLAB_SHOTS=FOLDER the pictures are kept.
#include "gui/stage/key_words.h"
#include "gui/stage/stage.h"
#include "tests/gui/stage/segment_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>

namespace ipclab {
namespace {

KeyMade made(const std::string& path, std::int64_t id, std::uint64_t dev, std::uint64_t ino) {
    KeyMade to;
    to.process = firstWorker;
    to.path = path;
    to.id = id;
    to.file = {0100644, dev, ino};
    to.key =
        static_cast<std::int32_t>((id & 0xff) << 24 | static_cast<std::int64_t>(dev & 0xff) << 16 |
                                  static_cast<std::int64_t>(ino & 0xffff));
    return to;
}

KeyMade missing(const std::string& path) {
    KeyMade to;
    to.process = firstWorker;
    to.path = path;
    to.id = 'A';
    to.error = ENOENT;
    return to;
}

SegmentScene keyed(const std::vector<KeyMade>& keys) {
    SegmentScene scene = twoWriters();
    scene.world().keys = keys;
    return scene;
}

} // namespace

class KeyTest : public QObject {
    Q_OBJECT
    Theme theme_;
    QTemporaryDir folder_;

private slots:
    void aKeyIsThreeParts() {
        const SegmentScene scene = keyed({made("notes.txt", 'A', 0x81f, 0x1a3a2c)});
        const auto rows = words::keyRows(*scene.frame().world);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].call, "ftok(\"notes.txt\", 'A')");
        QCOMPARE(rows[0].key, "0x411f3a2c");
        QCOMPARE(rows[0].parts[0].kept, "41");
        QCOMPARE(rows[0].parts[0].bits, "0100 0001");
        QCOMPARE(rows[0].parts[0].lost, "");
        QCOMPARE(rows[0].parts[1].kept, "1f");
        QCOMPARE(rows[0].parts[1].lost, "8");
        QCOMPARE(rows[0].parts[2].kept, "3a2c");
        QCOMPARE(rows[0].parts[2].lost, "1a");
    }

    void twoKeysAreCompared_data() {
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("warns");
        QTest::newRow("link") << "both paths lead to one file" << false;
        QTest::newRow("collision") << "two different files" << true;
        QTest::newRow("id") << "only the lowest eight bits" << true;
        QTest::newRow("different") << "Different keys: st_ino differ" << false;
        QTest::newRow("missing") << "object with key 0xffffffff" << true;
    }

    void twoKeysAreCompared() {
        QFETCH(QString, says);
        QFETCH(bool, warns);
        const QString which = QTest::currentDataTag();
        const KeyMade first = made("notes.txt", 'A', 0x1f, 0x1a3a2c);
        const SegmentScene scene =
            keyed({first, which == "link"        ? made("link.txt", 'A', 0x1f, 0x1a3a2c)
                          : which == "collision" ? made("other.txt", 'A', 0x1f, 0x2b3a2c)
                          : which == "id"        ? made("notes.txt", 0x141, 0x1f, 0x1a3a2c)
                          : which == "different" ? made("other.txt", 'A', 0x1f, 0x1a3a2d)
                                                 : missing("gone.txt")});
        const auto verdict = words::keyVerdict(*scene.frame().world);
        QVERIFY2(verdict.text.contains(says), verdict.text.toUtf8());
        QCOMPARE(verdict.warns, warns);
        const auto rows = words::keyRows(*scene.frame().world);
        if (which == "different") {
            QVERIFY(rows[0].parts[0].same && rows[0].parts[1].same);
            QVERIFY(!rows[0].parts[2].same);
        }
        if (which == "missing") QCOMPARE(rows[1].key, "-1 ENOENT");
    }

    void nothingIsClipped_data() {
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::newRow("wide") << int(ThemeName::Light) << QSize(868, 760) << 1.0;
        QTest::newRow("usual") << int(ThemeName::Dark) << QSize(868, 614) << 1.0;
        QTest::newRow("narrow") << int(ThemeName::Light) << QSize(500, 420) << 1.0;
        QTest::newRow("narrow-200") << int(ThemeName::HighContrast) << QSize(500, 420) << 2.0;
        QTest::newRow("200") << int(ThemeName::Light) << QSize(1300, 900) << 2.0;
    }

    void nothingIsClipped() {
        QFETCH(int, theme);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        theme_.setName(ThemeName(theme));
        theme_.setScale(scale);
        const SegmentScene scene =
            keyed({made("notes.txt", 'A', 0x81f, 0x1a3a2c),
                   made("a/longer/path/to/other.txt", 0x141, 0x81f, 0x7fff1a3a2c)});
        Stage stage(theme_);
        stage.clock().setManual(true);
        stage.resize(size);
        stage.setFrame(scene.frame());
        const QString folder = qEnvironmentVariable("IPCLAB_SHOTS", folder_.path());
        QVERIFY(stage.grab().save(folder + "/keys-" + QTest::currentDataTag() + ".png"));
        const StageLayout& layout = stage.layoutNow();
        QVERIFY(layout.user.contains(layout.keys.card));
        for (const ProcessPlace& place : layout.processes)
            QVERIFY(!place.card.intersects(layout.keys.card));
        for (const PaintedText& text : stage.paintedTexts()) {
            if (text.card != layout.keys.card) continue;
            const QByteArray what = text.full.toUtf8();
            QVERIFY2(layout.keys.card.contains(text.box), what);
            for (const PaintedText& other : stage.paintedTexts())
                if (&other != &text && other.card == text.card && other.room != text.room)
                    QVERIFY2(!other.box.intersects(text.box), what + " on " + other.full.toUtf8());
        }
    }

    void withoutKeysThereIsNoCard() {
        Stage stage(theme_);
        stage.resize(868, 614);
        stage.setFrame(twoWriters().frame());
        QVERIFY(stage.layoutNow().keys.card.isNull());
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::KeyTest)
#include "key_test.moc"
