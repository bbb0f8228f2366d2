// Draws the stage in every theme and size. Nothing may be clipped, nothing may overlap. With
// IPCLAB_SHOTS=FOLDER the pictures are kept there to be looked at.
#include "gui/stage/stage.h"
#include "tests/gui/stage/clear_picture.h"
#include "tests/gui/stage/scene.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

#include <algorithm>
#include <cerrno>

namespace ipclab {
namespace {

const QString why =
    "<b>Why is B asleep?</b> msgrcv with msgtyp 3 takes the first message of type 3. The queue "
    "holds types 1, 4 and 2, so the kernel puts B to sleep. Send a message of type 3, set "
    "<a href='nowait'>IPC_NOWAIT</a>, or press IPC_RMID and watch.";

Scene crowd() {
    Scene scene;
    const char* users[] = {"alice", "bob", "carol"};
    for (int i = 0; i < 12; ++i)
        scene.start(std::string(1, static_cast<char>('A' + i)),
                    "worker number " + std::to_string(i), users[i % 3]);
    for (int i = 0; i < 5; ++i) {
        const std::string key = std::to_string(1000 + i);
        scene.call("A: q = msgget(" + key + ", IPC_CREAT|0666)", 32768 + i);
        for (int m = 0; m < 3 * i + 1; ++m)
            scene.call("A: msgsnd(q, {" + std::to_string(m + 1) + ", \"message text\"}, 12, 0)", 0);
    }
    scene.call("B: q = msgget(1000, 0)", 32768);
    scene.enter("B: msgrcv(q, &rbuf, 64, 99, 0)");
    scene.fallsAsleep("B");
    scene.call("C: q = msgget(1001, 0777)", -1, EACCES);
    scene.end("L", 9);
    return scene;
}

Scene korean() {
    Scene scene;
    scene.start("A", "보내는 프로세스", "alice");
    scene.start("B", "받는 프로세스입니다 아주 긴 이름", "bob");
    scene.call("A: q = msgget(1234, IPC_CREAT|0644)", 0);
    scene.call("A: msgsnd(q, {1, \"안녕하세요 여러분\"}, 25, 0)", 0);
    scene.call("A: msgsnd(q, {1234567890123, \"\\x01\\x02 <b>no markup</b>\"}, 20, 0)", 0);
    return scene;
}

Scene thousands() {
    Scene scene;
    scene.start("A", "sender", "alice");
    scene.start("B", "receiver", "bob");
    scene.call("A: q = msgget(IPC_PRIVATE, IPC_CREAT|0600)", 7);
    for (int i = 0; i < 2000; ++i)
        scene.call("A: msgsnd(q, {" + std::to_string(i % 7 + 1) + ", \"x\"}, 1, 0)", 0);
    return scene;
}

Scene blockedSender() {
    Scene scene = typesAndBlocking();
    scene.call("A: msgsnd(q, {5, \"big\"}, 8192, 0)", 0);
    scene.enter("C: msgsnd(q, {6, \"no room\"}, 8192, 0)");
    scene.fallsAsleep("C");
    scene.look(3, {{1, "hello"}, {4, "log"}, {2, "photo"}, {5, std::string(8192, 'b')}}, 4711, 0);
    scene.look(3, {{4, "log"}, {2, "photo"}, {5, std::string(8192, 'b')}, {9, "from ipcs"}}, 777,
               778);
    return scene;
}

Scene removed() {
    Scene scene = typesAndBlocking();
    scene.call("A: msgctl(q, IPC_RMID, NULL)", 0);
    scene.returns("B", -1, EIDRM);
    return scene;
}

/// What stays of it is one line.
Scene longRemoved() {
    Scene scene = removed();
    scene.pass(removedShownNs / 1'000'000);
    return scene;
}

} // namespace

class PicturesTest : public QObject {
    Q_OBJECT
    Theme theme_;
    QTemporaryDir folder_;

    void keep(Stage& stage, const QString& name) {
        const QString folder = qEnvironmentVariable("IPCLAB_SHOTS", folder_.path());
        QVERIFY(stage.grab().save(folder + '/' + name + ".png"));
    }

private slots:
    /// A removed queue's sentence stands there to its end, in as many lines as it needs, and says
    /// what the calls of those who slept really returned.
    void aRemovedQueueSaysItsWholeSentence() {
        theme_.setName(ThemeName::Light);
        for (const double scale : {1.0, 2.0})
            for (const QSize size : {QSize(868, 614), QSize(500, 420)}) {
                theme_.setScale(scale);
                Stage stage(theme_);
                stage.clock().setManual(true);
                stage.resize(size);
                stage.setFrame(removed().frame());
                stage.grab();
                const auto texts = stage.paintedTexts();
                const auto gone = std::ranges::find_if(
                    texts, [](const PaintedText& each) { return each.full.startsWith("Gone"); });
                QVERIFY(gone != texts.end());
                QVERIFY(!gone->elided);
                QVERIFY(gone->room.contains(gone->box));
                QVERIFY2(gone->full.contains("woke with EIDRM: B"), qPrintable(gone->full));
                QVERIFY(gone->full.endsWith("EINVAL from now on."));
            }
        // It was stopped while the queue went, and began the call anew.
        Scene stopped = typesAndBlocking();
        stopped.call("A: msgctl(q, IPC_RMID, NULL)", 0);
        stopped.returns("B", -1, EINVAL);
        const QString said = words::queueGone(stopped.world(), stopped.world().queues.front());
        QVERIFY2(!said.contains("EIDRM") && said.contains("got EINVAL: B"), qPrintable(said));
    }

    /// Wires pass behind the words of the bands. Colours tell: no pixel of a process's wire stands
    /// between the letters.
    void wiresLeaveTheWordsOfTheBands() {
        theme_.setName(ThemeName::Light);
        for (const double scale : {1.0, 2.0}) {
            theme_.setScale(scale);
            Scene scene;
            for (const char* letter : {"A", "B", "C", "D", "E", "F"})
                scene.start(letter, "worker", "alice");
            scene.call("A: q = msgget(1234, IPC_CREAT|0644)", 0);
            for (const char* letter : {"B", "C", "D", "E", "F"})
                scene.call(std::string(letter) + ": q = msgget(1234, 0)", 0);
            for (const char* letter : {"A", "B", "C", "D", "E", "F"}) {
                scene.enter(std::string(letter) + ": msgrcv(q, &rbuf, 64, 1, 0)");
                scene.fallsAsleep(letter);
            }
            Stage stage(theme_);
            stage.clock().setManual(true);
            stage.resize({500, 420});
            stage.setFrame(scene.frame());
            const QImage seen = stage.grab().toImage();
            const StageLayout& layout = stage.layoutNow();
            const Type& type = metricsOf(theme_, 1.0, false).section;
            const QRect kernel(layout.kernelLabel.topLeft(), QSize(type.width(words::kernelSpace()),
                                                                   layout.kernelLabel.height()));
            for (const QRect& words : {kernel, layout.boundaryLabel})
                for (int x = words.left(); x <= words.right(); ++x)
                    for (int y = words.top(); y <= words.bottom(); ++y) {
                        if (!seen.rect().contains(x, y)) continue;
                        for (int process = 0; process < 6; ++process)
                            QVERIFY2(seen.pixelColor(x, y) != theme_.palette().process(process),
                                     qPrintable(QString("%1 at %2,%3").arg(scale).arg(x).arg(y)));
                    }
        }
    }

    void aBadgeShowsAllItsLetters() {
        theme_.setScale(1.0);
        Scene scene;
        for (int i = 0; i < 8; ++i)
            scene.start("P" + std::to_string(25 + i), "worker", "alice");
        Stage stage(theme_);
        stage.clock().setManual(true);
        stage.resize({868, 614});
        stage.setFrame(scene.frame());
        stage.grab();
        const auto texts = stage.paintedTexts();
        for (const ProcessPlace& place : stage.layoutNow().processes) {
            const auto badge = std::ranges::find(texts, place.letter, &PaintedText::room);
            QVERIFY(badge != texts.end());
            QVERIFY(!badge->elided);
            QCOMPARE(badge->full.size(), 3);
        }
    }

    void everyThemeAndSize_data() {
        QTest::addColumn<QString>("scene");
        QTest::addColumn<int>("theme");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("lecture");
        const QSize wide(868, 614), narrow(500, 420);
        const int light = int(ThemeName::Light), dark = int(ThemeName::Dark);
        QTest::newRow("types-light") << "types" << light << wide << 1.0 << false;
        QTest::newRow("types-dark") << "types" << dark << wide << 1.0 << false;
        QTest::newRow("types-contrast")
            << "types" << int(ThemeName::HighContrast) << wide << 1.0 << false;
        QTest::newRow("types-narrow") << "types" << light << narrow << 1.0 << false;
        QTest::newRow("types-200") << "types" << light << wide << 2.0 << false;
        QTest::newRow("types-narrow-200") << "types" << light << narrow << 2.0 << false;
        QTest::newRow("types-300") << "types" << light << narrow << 3.0 << false;
        QTest::newRow("types-50") << "types" << light << wide << 0.5 << false;
        QTest::newRow("types-lecture") << "types" << dark << QSize(1440, 900) << 1.0 << true;
        QTest::newRow("crowd") << "crowd" << light << QSize(1300, 800) << 1.0 << false;
        QTest::newRow("crowd-wide") << "crowd" << light << wide << 1.0 << false;
        QTest::newRow("crowd-narrow") << "crowd" << dark << narrow << 1.0 << false;
        QTest::newRow("crowd-200") << "crowd" << light << narrow << 2.0 << false;
        QTest::newRow("korean") << "korean" << light << wide << 1.0 << false;
        QTest::newRow("korean-narrow") << "korean" << dark << narrow << 1.0 << false;
        QTest::newRow("thousands") << "thousands" << light << wide << 1.0 << false;
        QTest::newRow("blocked") << "blocked" << light << wide << 1.0 << false;
        QTest::newRow("removed") << "removed" << light << wide << 1.0 << false;
        QTest::newRow("removed-dark") << "removed" << dark << wide << 1.0 << false;
        QTest::newRow("removed-contrast")
            << "removed" << int(ThemeName::HighContrast) << wide << 1.0 << false;
        QTest::newRow("long-removed") << "long removed" << light << wide << 1.0 << false;
        QTest::newRow("removed-narrow") << "removed" << light << narrow << 1.0 << false;
        QTest::newRow("removed-200") << "removed" << light << wide << 2.0 << false;
        QTest::newRow("removed-narrow-200") << "removed" << dark << narrow << 2.0 << false;
        QTest::newRow("empty") << "" << light << wide << 1.0 << false;
    }

    void everyThemeAndSize() {
        QFETCH(QString, scene);
        QFETCH(int, theme);
        QFETCH(QSize, size);
        QFETCH(double, scale);
        QFETCH(bool, lecture);
        theme_.setName(ThemeName(theme));
        theme_.setScale(scale);
        Scene shown = scene == "types"       ? typesAndBlocking()
                      : scene == "crowd"     ? crowd()
                      : scene == "korean"    ? korean()
                      : scene == "thousands" ? thousands()
                      : scene == "blocked"   ? blockedSender()
                      : scene == "removed"   ? removed()
                      : scene.isEmpty()      ? Scene()
                                             : longRemoved();
        Stage stage(theme_);
        stage.clock().setManual(true);
        stage.resize(size);
        stage.setLecture(lecture);
        stage.setFootnote("5 / 8    ◀ ▶ step    Esc leave");
        stage.setPrivateNamespace(scene == "crowd");
        stage.setSentence(why);
        stage.setFrame(shown.frame());
        keep(stage, QTest::currentDataTag());
        nothingClipped(stage);
        nothingOverlaps(stage.layoutNow());
        if (scale >= 1) wordsCanBeRead(stage);
    }

    void aNumberOfTheSentenceDoesNotBreak() {
        Stage stage(theme_);
        stage.setSentence(QStringLiteral("<b>A</b> added 20\u202f000\u202f000 times."));
        QTextDocument read; // HTML makes a common space of every other
        read.setHtml(stage.findChild<QLabel*>()->text());
        QVERIFY2(read.toRawText().contains(QStringLiteral("20\u00a0000\u00a0000")),
                 qPrintable(read.toRawText()));
    }

    void anEarlierMoment() {
        theme_.setName(ThemeName::Light);
        theme_.setScale(1.0);
        Stage stage(theme_);
        stage.clock().setManual(true);
        stage.resize(868, 614);
        Scene scene = typesAndBlocking();
        stage.setFrame(scene.pastFrame(41));
        keep(stage, "past");
        nothingClipped(stage);
        const auto texts = stage.paintedTexts();
        QVERIFY(std::ranges::any_of(texts, [](const PaintedText& text) {
            return text.full.contains("Earlier moment") && text.full.contains("of 41");
        }));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::PicturesTest)
#include "pictures_test.moc"
