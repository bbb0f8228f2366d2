// What is said of segments, and that no error of any call is left without a word.
#include "tests/gui/explain/scene.h"

using namespace ipclab;
using namespace ipclab::test;

namespace {

/// alice's segment 5, which A and B have attached.
struct SegmentScene : Scene {
    SegmentScene() {
        Segment segment;
        segment.stat.id = 5;
        segment.stat.key = 1234;
        segment.stat.mode = 0666;
        segment.stat.uid = segment.stat.cuid = 1000;
        segment.stat.segsz = 4096;
        segment.stat.nattch = 2;
        segment.stat.cpid = process("A").pid;
        world.segments.push_back(segment);
    }

    Segment& segment() { return world.segments.front(); }
    QString said(const char* letter) { return plain(explain(letter).sentence); }
};

} // namespace

class SegmentsTest : public QObject {
    Q_OBJECT

private slots:
    void aDetachedSegmentStaysUntilItIsRemovedOrIsRemovedAlready() {
        SegmentScene scene;
        Attachment gone;
        gone.segment = 5;
        gone.address = 0x10000;
        gone.bytes = 4096;
        scene.process("A").detached.push_back(gone);
        scene.returned("A", CallId::Shmdt, {0x10000}, 0);
        QVERIFY2(scene.said("A").endsWith("The segment stays until IPC_RMID."),
                 qPrintable(scene.said("A")));
        scene.segment().stat.dest = true;
        scene.segment().stat.nattch = 1;
        QCOMPARE(scene.said("A"),
                 QStringLiteral("A no longer sees it at 0x10000. The segment was removed already: "
                                "it lives until the last detach, and attachments left are 1."));
    }

    void theKernelsAccountNamesTheProcesses() {
        SegmentScene scene;
        scene.segment().stat.lpid = 99;
        scene.returned("B", CallId::Shmctl, {5, flag("IPC_STAT")}, 0);
        QCOMPARE(scene.said("B"),
                 QStringLiteral("The kernel says: 4096 bytes, attached 2 times (shm_nattch), made "
                                "by A (pid %1), last attached or detached by pid 99.")
                     .arg(scene.process("A").pid));
        scene.segment().stat.lpid = 0;
        QVERIFY(scene.said("B").endsWith("detached by nobody."));
    }

    void lockingIsForTheOwnerBeforeItIsAMatterOfTheLimit() {
        SegmentScene scene;
        scene.returned("A", CallId::Shmctl, {5, flag("SHM_LOCK")}, EPERM);
        QVERIFY(scene.said("A").contains("RLIMIT_MEMLOCK"));
        scene.returned("B", CallId::Shmctl, {5, flag("SHM_LOCK")}, EPERM);
        QVERIFY2(scene.said("B").startsWith("Only the owner and the creator"),
                 qPrintable(scene.said("B")));
    }

    void everyErrorOfEveryCallHasASentence_data() {
        QTest::addColumn<int>("call");
        for (const CatalogueEntry& entry : catalogue())
            if (!entry.errors.empty())
                QTest::newRow(std::string(entry.name).c_str()) << static_cast<int>(entry.id);
    }

    /// Whatever is known of the world: here the object that the call names is not.
    void everyErrorOfEveryCallHasASentence() {
        QFETCH(int, call);
        const auto id = static_cast<CallId>(call);
        for (const ErrorEntry& error : entryOf(id).errors) {
            Scene scene;
            scene.returned("A", id, {3, 1}, error.number);
            const Explanation explanation = scene.explain("A");
            QVERIFY2(!explanation.sentence.isEmpty(), qPrintable(explanation.headline));
            QCOMPARE(explanation.severity, Severity::Error);
        }
    }

    void anErrorWithoutASentenceOfItsOwnHasTheCatalogues() {
        Scene scene;
        scene.returned("A", CallId::Link, {}, EXDEV);
        QCOMPARE(plain(scene.explain("A").sentence),
                 QStringLiteral("EXDEV here: the names are on different file systems."));
    }
};

QTEST_GUILESS_MAIN(SegmentsTest)
#include "segments_test.moc"
