#include "engine/call/catalogue.h"

#include "engine/base/result.h"

#include <QTest>
#include <fcntl.h>
#include <linux/msg.h>
#include <linux/shm.h>
#include <set>
#include <string>
#include <sys/mman.h>
#include <sys/resource.h>

using namespace ipclab;

/// What every form, log line and parser relies on.
class TestCatalogue : public QObject {
    Q_OBJECT

private slots:
    void everyCallIsFoundByIdAndByName() {
        QCOMPARE(catalogue().size(), std::size_t{callCount});
        for (int i = 0; i < callCount; ++i) {
            const CatalogueEntry& entry = entryOf(static_cast<CallId>(i));
            QCOMPARE(static_cast<int>(entry.id), i);
            QCOMPARE(entryOf(entry.name), &entry);
        }
        QVERIFY(entryOf("semget") == nullptr);
    }

    void everyTextIsThere() {
        for (const CatalogueEntry& entry : catalogue()) {
            QVERIFY(!entry.summary.empty() && !entry.header.empty() && !entry.section.empty());
            QVERIFY(entry.number >= 0 || entry.mechanism == "memory");
            for (const Parameter& parameter : entry.parameters) {
                QVERIFY(!parameter.name.empty() && !parameter.ctype.empty());
                QVERIFY(!parameter.initial.empty());
                for (const Constant& constant : parameter.constants)
                    QVERIFY(!constant.means.empty());
            }
        }
    }

    void everyErrorHasAName() {
        for (const CatalogueEntry& entry : catalogue()) {
            std::set<int> numbers;
            for (const ErrorEntry& error : entry.errors) {
                QVERIFY(errnoName(error.number).starts_with('E'));
                QVERIFY(!error.when.empty());
                QVERIFY2(numbers.insert(error.number).second, "each errno once");
            }
        }
    }

    void aConstantHasOneValueWhereverItStands() {
        for (const CatalogueEntry& entry : catalogue())
            for (const Parameter& parameter : entry.parameters)
                for (const Constant& constant : parameter.constants)
                    QCOMPARE(constantNamed(constant.name)->value, constant.value);
        QCOMPARE(constantNamed("S_IRUSR")->value, 0400);
        QVERIFY(constantNamed("IPC_CREATE") == nullptr);
    }

    void aCallTakesWhatItNeedsAndWhatItMay() {
        const auto counts = [](CallId call) {
            std::string text;
            for (std::size_t n = 0; n < 6; ++n)
                if (takes(entryOf(call), n)) text += std::to_string(n);
            return text;
        };
        QCOMPARE(counts(CallId::Msgget), "2");
        QCOMPARE(counts(CallId::Fork), "0");
        QCOMPARE(counts(CallId::Open), "23");
        QCOMPARE(counts(CallId::Fcntl), "23");
        QCOMPARE(counts(CallId::Printf), "12345");
    }

    void whatTheKernelChoosesIsNotTheSameTwice() {
        for (const CallId call : {CallId::Msgget, CallId::Shmget, CallId::Shmat, CallId::Fork})
            QVERIFY(isChosenByKernel(entryOf(call).result));
        for (const CallId call : {CallId::Msgsnd, CallId::Read, CallId::Dup2, CallId::Load})
            QVERIFY(!isChosenByKernel(entryOf(call).result));
    }

    void flagsAreNamed_data() {
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("parameter");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        const auto row = [](CallId call, int parameter, qint64 value, const char* text) {
            QTest::newRow(text) << static_cast<int>(call) << parameter << value << text;
        };
        row(CallId::Msgget, 0, 0, "IPC_PRIVATE");
        row(CallId::Msgget, 0, 1234, "1234");
        row(CallId::Msgget, 1, IPC_CREAT | IPC_EXCL | 0644, "IPC_CREAT|IPC_EXCL|0644");
        row(CallId::Msgget, 1, 0004, "0004");
        row(CallId::Msgrcv, 4, MSG_COPY | IPC_NOWAIT, "IPC_NOWAIT|MSG_COPY");
        row(CallId::Msgrcv, 4, 1, "0x1");
        row(CallId::Msgrcv, 4, 0, "0");
        row(CallId::Msgctl, 1, IPC_RMID, "IPC_RMID");
        row(CallId::Msgctl, 1, 99, "99");
        row(CallId::Kill, 1, 10, "SIGUSR1");
        row(CallId::Open, 1, O_NONBLOCK, "O_RDONLY|O_NONBLOCK");
        row(CallId::Open, 1, O_WRONLY | O_CREAT, "O_WRONLY|O_CREAT");
        row(CallId::Open, 2, 0640, "0640");
        row(CallId::Fcntl, 1, F_SETPIPE_SZ, "F_SETPIPE_SZ");
        row(CallId::Shmget, 2, IPC_CREAT | SHM_NORESERVE | 0600, "IPC_CREAT|SHM_NORESERVE|0600");
        row(CallId::Shmat, 2, SHM_RDONLY | SHM_RND, "SHM_RDONLY|SHM_RND");
        row(CallId::Mprotect, 2, PROT_READ | PROT_WRITE, "PROT_READ|PROT_WRITE");
        row(CallId::Setrlimit, 0, RLIMIT_NOFILE, "RLIMIT_NOFILE");
        row(CallId::Lseek, 2, SEEK_END, "SEEK_END");
        row(CallId::Sigaction, 1, 0x10000000, "SA_RESTART");
    }

    void flagsAreNamed() {
        QFETCH(int, call);
        QFETCH(int, parameter);
        QFETCH(qint64, value);
        const auto& parameters = entryOf(static_cast<CallId>(call)).parameters;
        const std::string text = printFlags(parameters[static_cast<std::size_t>(parameter)], value);
        QTEST(QString::fromStdString(text), "text");
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "test_catalogue.moc"
