// Which capability does what with a queue that is somebody else's: no worker has any, so a program
// of its own tries it on a queue of the lab's.
#include "tests/live/live_lab.h"

#include <cstring>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

constexpr uid_t owner = 61101, other = 61102; // alice of root's lab, and bob

/// As another user who has these capabilities and no others. capabilities(7).
bool become(uid_t uid, const std::vector<int>& capabilities) {
    if (::prctl(PR_SET_KEEPCAPS, 1) != 0 || ::setresgid(uid, uid, uid) != 0 ||
        ::setresuid(uid, uid, uid) != 0)
        return false;
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    __user_cap_data_struct data[2] = {};
    for (const int each : capabilities) {
        data[each / 32].effective |= 1U << (each % 32);
        data[each / 32].permitted |= 1U << (each % 32);
    }
    return ::syscall(SYS_capset, &header, data) == 0;
}

/// 0 or the errno.
int errnoOf(long result) {
    return result < 0 ? errno : 0;
}

int statAs(int id) {
    msqid_ds ds{};
    return errnoOf(::msgctl(id, IPC_STAT, &ds));
}

int setAs(int id) {
    msqid_ds ds{};
    ds.msg_perm.uid = owner;
    ds.msg_perm.gid = owner;
    ds.msg_perm.mode = 0600;
    ds.msg_qbytes = 100;
    return errnoOf(::msgctl(id, IPC_SET, &ds));
}

int sendAs(int id) {
    const struct {
        long type = 1;
        char text[1] = {'x'};
    } message;
    return errnoOf(::msgsnd(id, &message, 1, IPC_NOWAIT));
}

int receiveAs(int id) {
    struct {
        long type = 0;
        char text[1] = {};
    } message;
    return errnoOf(::msgrcv(id, &message, 1, 0, IPC_NOWAIT));
}

int removeAs(int id) {
    return errnoOf(::msgctl(id, IPC_RMID, nullptr));
}

struct Attempt {
    const char* what;
    int (*call)(int id);
    int expected;
};

/// The attempts in their order; what came instead is said.
bool gives(int id, const std::vector<Attempt>& attempts) {
    bool all = true;
    for (const Attempt& each : attempts) {
        const int got = each.call(id);
        if (got == each.expected) continue;
        all = false;
        qWarning("%s: %s, expected %s", each.what, ::strerror(got), ::strerror(each.expected));
    }
    return all;
}

} // namespace

class CapabilitiesTest : public QObject {
    Q_OBJECT
private slots:
    void truth25_whatEachPermits();
};

void CapabilitiesTest::truth25_whatEachPermits() {
    if (::geteuid() != 0) QSKIP("it takes root to have one capability alone");
    LiveLab lab;
    const std::vector<Attempt> nothing{{"IPC_STAT", statAs, EACCES},
                                       {"msgsnd", sendAs, EACCES},
                                       {"msgrcv", receiveAs, EACCES},
                                       {"IPC_SET", setAs, EPERM},
                                       {"IPC_RMID", removeAs, EPERM}};
    const std::vector<Attempt> owners{{"IPC_STAT", statAs, 0},
                                      {"msgsnd", sendAs, 0},
                                      {"msgrcv", receiveAs, 0},
                                      {"IPC_SET", setAs, EPERM},
                                      {"IPC_RMID", removeAs, EPERM}};
    const std::vector<Attempt> administrators{{"IPC_STAT", statAs, EACCES},
                                              {"msgsnd", sendAs, EACCES},
                                              {"msgrcv", receiveAs, EACCES},
                                              {"IPC_SET", setAs, 0},
                                              {"IPC_RMID", removeAs, 0}};
    lab.run("A: q = msgget(IPC_PRIVATE, 0600)"); // alice's
    const int id = lab.number("A", "q");
    const auto as = [id](const std::vector<int>& capabilities, const auto& attempts) {
        return inAnotherProgram([&] { return become(other, capabilities) && gives(id, attempts); });
    };
    QVERIFY(as({}, nothing));
    QVERIFY(as({CAP_IPC_OWNER}, owners));
    QVERIFY(as({CAP_SYS_ADMIN}, administrators));
    QCOMPARE(lab.awaitOutside(Kind::Removed).queue, id);
}

QTEST_GUILESS_MAIN(CapabilitiesTest)
#include "capabilities_test.moc"
