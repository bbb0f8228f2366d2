// Three processes make random message-queue calls, one after the other; after every step the world
// must say what the kernel says. Every difference that a look finds is an event of its own
// ("changed from outside"), and nobody from outside can reach a private namespace: so there must
// be none.
#include "engine/call/language.h"
#include "engine/cli/event_text.h"
#include "engine/lab/lab.h"

#include <QTest>
#include <deque>
#include <fmt/ranges.h>
#include <map>
#include <random>

using namespace ipclab;

namespace {

constexpr int stepsPerSeed = 2500;
constexpr std::chrono::seconds quietDeadline{20};

class RandomCalls {
public:
    RandomCalls(Lab& lab, std::uint32_t seed) : lab_(lab), random_(seed) {}

    /// The line of the next step, made for a process that is not asleep.
    std::string line() {
        std::string awake;
        const auto world = lab_.world();
        for (const Process& process : world->processes)
            if (process.state == ProcessState::Ready) awake += process.letter;
        // D never sleeps and may do anything: it is there to get the others out.
        const char who = awake[below(awake.size())];
        q_ = who == 'D' ? queueWithSleepers(*world) : "q";
        return fmt::format("{}: {}", who, call(who, *world));
    }

private:
    std::size_t below(std::size_t bound) { return random_() % bound; }
    template <class... T> std::string one(const T&... choices) {
        const std::string all[] = {choices...};
        return all[below(sizeof...(choices))];
    }

    std::string call(char who, const World& world) {
        const Process* process = world.process(std::string(1, who));
        if (below(40) == 0 || (!holdsQueue(*process, world) && below(8) > 0)) return get();
        const std::string wait = who == 'D' || below(3) == 0 ? "IPC_NOWAIT" : "0";
        switch (below(10)) {
        case 0:
            return control();
        case 1:
        case 2:
        case 3:
        case 4:
            return send(wait);
        default:
            return receive(wait);
        }
    }
    static std::string queueWithSleepers(const World& world) {
        for (const Queue& queue : world.queues)
            if (!queue.removed && !queue.sleepers.empty()) return std::to_string(queue.stat.id);
        return "q";
    }
    static bool holdsQueue(const Process& process, const World& world) {
        const auto q = process.variables.find("q");
        return q != process.variables.end() &&
               world.queue(static_cast<std::int32_t>(std::get<std::int64_t>(q->second)));
    }
    std::string get() {
        if (below(10) == 0) return "nobodys = msgget(99, 0)";
        return fmt::format("q = msgget({}, {})", one("1", "1", "1", "1", "2", "IPC_PRIVATE"),
                           one("IPC_CREAT|0666", "IPC_CREAT|0666", "IPC_CREAT|0644",
                               "IPC_CREAT|0600", "0", "IPC_CREAT|IPC_EXCL|0660", "0444"));
    }
    std::string send(const std::string& wait) {
        const auto size = one("0", "1", "5", "20", "3000", "8192", "8193");
        return fmt::format("msgsnd(q, {{{}, \"x{}\" * 2000}}, {}, {})",
                           one("1", "2", "3", "5", "0"), below(10), size, wait);
    }
    std::string receive(const std::string& wait) {
        return fmt::format("msgrcv({}, &rbuf, {}, {}, {}{})", q_, one("0", "4", "64", "8192"),
                           one("0", "0", "1", "2", "-2", "-9", "3"), wait,
                           one("", "", "|MSG_NOERROR", "|MSG_EXCEPT", "|MSG_COPY"));
    }
    std::string control() {
        if (below(4) == 0) return fmt::format("msgctl({}, IPC_RMID, NULL)", q_);
        if (below(3) == 0) return fmt::format("msgctl({}, IPC_STAT, &ds)", q_);
        return fmt::format("msgctl({}, IPC_SET, {{.msg_perm.mode = {}, .msg_qbytes = {}}})", q_,
                           one("0666", "0666", "0666", "0600", "0644", "0400", "0200", "0622"),
                           one("16384", "16384", "100", "5", "8192"));
    }

    Lab& lab_;
    std::mt19937 random_;
    std::string q_; ///< the queue that the next call uses
};

} // namespace

namespace {

/// A run in which little happened would prove little.
void verifyThatMuchHappened(const Lab& lab) {
    std::map<int, int> errors;
    int received = 0;
    int sleeps = 0;
    int looks = 0;
    std::size_t longest = 0;
    for (const Event& event : lab.events(0, lab.eventCount())) {
        if (const auto* returned = std::get_if<event::Returned>(&event.body)) {
            ++errors[returned->error];
            received += returned->call == CallId::Msgrcv && returned->result >= 0;
        }
        sleeps += std::holds_alternative<event::SleepSeen>(event.body);
        if (const auto* seen = std::get_if<event::QueueSeen>(&event.body)) {
            looks += seen->quiet && seen->contentsKnown;
            longest = std::max(longest, seen->messages.size());
        }
    }
    QVERIFY2(errors[0] > stepsPerSeed / 5, fmt::format("{}", fmt::join(errors, " ")).c_str());
    for (const int expected : {EAGAIN, ENOMSG, EACCES, EINVAL, EIDRM, E2BIG, EPERM, ENOENT})
        QVERIFY2(errors[expected] > 0, errnoName(expected).c_str());
    QVERIFY2(received > stepsPerSeed / 50, std::to_string(received).c_str());
    QVERIFY2(sleeps > stepsPerSeed / 100, std::to_string(sleeps).c_str());
    QVERIFY2(looks > stepsPerSeed / 4, std::to_string(looks).c_str());
    QVERIFY2(longest >= 3, std::to_string(longest).c_str());
}

/// What led to a failure, as the command line prints it.
std::string lastLines(const Lab& lab) {
    constexpr std::size_t shown = 40;
    EventText text;
    std::deque<std::string> lines;
    for (const Event& event : lab.events(0, lab.eventCount())) {
        if (auto line = text.line(event)) lines.push_back(std::move(*line));
        if (lines.size() > shown) lines.pop_front();
    }
    return fmt::format("\n{}", fmt::join(lines, "\n"));
}

} // namespace

class RandomCallsTest : public QObject {
    Q_OBJECT
private slots:
    void worldSaysWhatTheKernelSays_data();
    void worldSaysWhatTheKernelSays();
};

void RandomCallsTest::worldSaysWhatTheKernelSays_data() {
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 4; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void RandomCallsTest::worldSaysWhatTheKernelSays() {
    QFETCH(quint32, seed);
    LabOptions options;
    options.programs = IPCLAB_PROGRAMS;
    options.privateNamespace = true;
    options.allowRoot = true;
    auto lab = Lab::open(options);
    if (!lab) QSKIP(("no private namespace here: " + lab.error().message()).c_str());
    const auto users = (*lab)->users();
    const auto user = [&](std::size_t i) { return users[i].available ? users[i].name : "alice"; };
    QVERIFY((*lab)->addProcess("A", "", "alice"));
    QVERIFY((*lab)->addProcess("B", "", user(1)));
    QVERIFY((*lab)->addProcess("C", "", user(2)));
    QVERIFY((*lab)->addProcess("D", "", user(3)));
    QVERIFY((*lab)->waitUntilQuiet(quietDeadline));

    RandomCalls calls(**lab, seed);
    for (int step = 0; step < stepsPerSeed; ++step) {
        const std::string line = calls.line();
        const auto statement = parseStatement(line);
        QVERIFY2(statement, line.c_str());
        // A partial IPC_SET of a queue that is gone has nothing to take the other fields from.
        const auto given = (*lab)->give(*statement);
        if (!given) continue;
        const bool quiet = (*lab)->waitUntilQuiet(quietDeadline);
        QVERIFY2(quiet, fmt::format("step {}: {}: not quiet", step, line).c_str());
        const auto world = (*lab)->world();
        if (world->outsideChanges != 0) QFAIL(lastLines(**lab).c_str());
    }
    verifyThatMuchHappened(**lab);
    QCOMPARE((*lab)->statistics().lost, 0U);
    QCOMPARE((*lab)->world()->holes, 0U);
}

QTEST_GUILESS_MAIN(RandomCallsTest)
#include "random_calls_test.moc"
