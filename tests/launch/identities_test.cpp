// Who can be had where, and that the kernel gives each of them his own answers.
#include "tests/launch/small_lab.h"
#include "workers/supervisor/subordinate_ids.h"

#include <array>
#include <sys/msg.h>

using namespace ipclab;

namespace {

constexpr int alice = 0;
constexpr int bob = 1;
constexpr int carol = 2;

bool hasOthers(SmallLab& lab) {
    return lab.supervisor().hello().users[bob].available != 0;
}

/// "rw", "r-", "-w" or "--": what the kernel lets this worker do with the queue.
std::string allowed(SmallLab& lab, SmallLab::Worker& worker, int id) {
    const bool reads = lab.call(worker, toReceive(id, 0, IPC_NOWAIT)).error != EACCES;
    const bool writes = lab.call(worker, toSend(id, 1, "")).error != EACCES;
    return std::string(reads ? "r" : "-") + (writes ? "w" : "-");
}

} // namespace

class IdentitiesTest : public QObject {
    Q_OBJECT
private slots:
    void eachUserGetsTheAnswersOfHisClass_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("expected"); // alice made it, bob is of her group, carol is not
        QTest::newRow("0600") << 0600 << "rw -- --";
        QTest::newRow("0640") << 0640 << "rw r- --";
        QTest::newRow("0644") << 0644 << "rw r- r-";
        QTest::newRow("0660") << 0660 << "rw rw --";
        QTest::newRow("0622") << 0622 << "rw -w -w";
        QTest::newRow("0604") << 0604 << "rw -- r-"; // the first class that fits decides
        QTest::newRow("0066") << 0066 << "-- rw rw";
    }
    void eachUserGetsTheAnswersOfHisClass() {
        QFETCH(int, mode);
        QFETCH(QString, expected);
        SmallLab lab;
        if (!hasOthers(lab)) QSKIP(lab.supervisor().hello().users[bob].why);
        SmallLab::Worker& maker = lab.start(alice);
        const int id = int(lab.call(maker, toGet(IPC_PRIVATE, mode)).result);
        QVERIFY(id >= 0);
        std::string answers = allowed(lab, maker, id);
        for (const int user : {bob, carol})
            answers += " " + allowed(lab, lab.start(user), id);
        QCOMPARE(QString::fromStdString(answers), expected);
    }

    void onlyOwnerOrCreatorRemoves() {
        SmallLab lab;
        if (!hasOthers(lab)) QSKIP(lab.supervisor().hello().users[bob].why);
        SmallLab::Worker& maker = lab.start(alice);
        const int id = int(lab.call(maker, toGet(IPC_PRIVATE, 0666)).result);
        QCOMPARE(lab.call(lab.start(bob), toRemove(id)).error, EPERM);
        QCOMPARE(lab.call(maker, toRemove(id)).result, 0);
    }

    void nobodyIsRootUnlessAskedFor() {
        SmallLab lab({.programs = {}, .allowRoot = true});
        const Hello::User& root = lab.supervisor().hello().users[3];
        QCOMPARE(root.available != 0, ::geteuid() == 0);
        if (!root.available) QSKIP(root.why);
        SmallLab::Worker& worker = lab.start(3);
        const int id = int(lab.call(worker, toGet(IPC_PRIVATE, 0)).result);
        QCOMPARE(allowed(lab, worker, id), std::string("rw")); // mode 0000 stops everyone else
    }

    void aliceIsWhoRunsTheLab() {
        SmallLab lab;
        const Hello::User& user = lab.supervisor().hello().users[alice];
        if (::geteuid() == 0)
            QVERIFY(user.uid != 0);
        else
            QCOMPARE(user.uid, ::geteuid());
    }

    void whoCannotBeHadSaysWhatWouldHelp() {
        SmallLab lab;
        if (hasOthers(lab)) QSKIP("everybody can be had here");
        for (const int user : {bob, carol})
            QVERIFY(lab.supervisor().hello().users[user].why[0] != '\0');
    }

    void aPrivateLabSeesAnEmptyWorld() {
        SmallLab outer;
        const int key = 0x4c414232;
        SmallLab::Worker& outside = outer.start();
        const auto id = outer.call(outside, toGet(key, IPC_CREAT | 0666)).result;
        QVERIFY(id >= 0);
        SmallLab inner({.programs = {}, .privateNamespace = true});
        SmallLab::Worker& inside = inner.start();
        QCOMPARE(inner.call(inside, toGet(key, 0)).error, ENOENT);
        QVERIFY(inner.call(inside, toGet(key, IPC_CREAT | 0600)).result >= 0);
        QVERIFY(inner.supervisor().watchTable(true).has_value());
        const auto table = inner.events().body<event::TableSeen>();
        QCOMPARE(QString::fromStdString(table.text).count('\n'), 3); // both headings and one queue
    }

    void aPrivateLabCanHaveALimitOfItsOwn() {
        SmallLab lab({.programs = {}, .privateNamespace = true, .sysctls = {.msgmni = 2}});
        if (lab.supervisor().hello().missing[0] != '\0') QSKIP(lab.supervisor().hello().missing);
        SmallLab::Worker& worker = lab.start();
        QVERIFY(lab.call(worker, toGet(IPC_PRIVATE, 0600)).result >= 0);
        QVERIFY(lab.call(worker, toGet(IPC_PRIVATE, 0600)).result >= 0);
        QCOMPARE(lab.call(worker, toGet(IPC_PRIVATE, 0600)).error, ENOSPC);
    }

    void soCanItsSegments() {
        SmallLab lab(
            {.programs = {}, .privateNamespace = true, .sysctls = {.shmmni = 2, .shmall = 3}});
        if (lab.supervisor().hello().missing[0] != '\0') QSKIP(lab.supervisor().hello().missing);
        SmallLab::Worker& worker = lab.start();
        const auto get = [&](std::int64_t pages) {
            return lab.call(worker, {CallId::Shmget, 0, {IPC_PRIVATE, 4096 * pages, 0600}, {}});
        };
        QVERIFY(get(1).result >= 0);
        QCOMPARE(get(3).error, ENOSPC); // four pages in all
        QVERIFY(get(2).result >= 0);
        QCOMPARE(get(1).error, ENOSPC); // three segments
    }

    void subordinateIdsAreFoundByNameAndByNumber() {
        const std::string file = "other:100000:65536\nme:200000:2\n\nbroken\n1000:300000:65536\n";
        const std::vector<std::uint32_t> expected{200000, 200001, 300000};
        QCOMPARE(subordinateIds(file, "me", 1000, 3), expected);
        QVERIFY(subordinateIds(file, "nobody", 65534, 3).empty());
        QVERIFY(subordinateIds("me:1:x\nme:99999999999:5\n", "me", 1000, 3).empty());
    }
};

QTEST_GUILESS_MAIN(IdentitiesTest)
#include "identities_test.moc"
