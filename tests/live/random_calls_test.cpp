// Three processes, and one that may do anything, make random message-queue calls. See random_run.h
// for what must hold after every step, and for IPCLAB_SEEDS.
#include "tests/live/random_run.h"

#include <QTest>
#include <algorithm>
#include <fmt/ranges.h>

using namespace ipclab;

namespace {

constexpr int stepsPerSeed = 2500;

class RandomCalls {
public:
    RandomCalls(RandomRun& run, std::uint32_t seed) : run_(run), dice_(seed) {}

    std::string begin() {
        std::size_t user = 0;
        for (const char* letter : {"A", "B", "C", "D"})
            if (std::string wrong = run_.start(letter, user++); !wrong.empty()) return wrong;
        // Where nobody may do anything, D, E and F share that: each may with what its user has
        // made.
        const auto users = run_.lab().users();
        if (users[3].available || !users[1].available) return {};
        if (std::string wrong = run_.start("E", 1); !wrong.empty()) return wrong;
        return run_.start("F", 2);
    }
    /// One random step by a process that is not asleep; a sentence when something is wrong.
    std::string step() {
        const World& world = run_.world();
        // D never sleeps and may do anything: it is there to get the others out.
        std::string who = dice_.of(run_.awake());
        q_ = "q";
        if (who == "D" && world.process("F"))
            who = chooseQueueAndHelper(world);
        else if (isHelper(who))
            q_ = queueWithSleepers(world);
        return run_.make(fmt::format("{}: {}", who, call(who, world)));
    }

private:
    std::string call(const std::string& who, const World& world) {
        const Process* process = world.process(std::string_view(who));
        const bool isChosen = q_ != "q" && world.process("F");
        const bool hasOne = isChosen || holdsQueue(*process, world);
        if (dice_.oneIn(40) || (!hasOne && !dice_.oneIn(8))) return get();
        const std::string wait = isHelper(who) || dice_.oneIn(3) ? "IPC_NOWAIT" : "0";
        switch (dice_.below(10)) {
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
    static bool isHelper(const std::string& who) { return who >= "D"; }
    std::string chooseQueueAndHelper(const World& world) {
        std::vector<const Queue*> standing;
        for (const Queue& queue : world.queues)
            if (!queue.removed) standing.push_back(&queue);
        const auto slept = std::ranges::find_if(
            standing, [](const Queue* queue) { return !queue->sleepers.empty(); });
        if (standing.empty()) return "D";
        const Queue& queue =
            slept != standing.end() ? **slept : *standing[dice_.below(standing.size())];
        q_ = std::to_string(queue.stat.id);
        for (const char* helper : {"E", "F"})
            if (world.process(helper)->uid == queue.stat.cuid) return helper;
        return "D";
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
        if (dice_.oneIn(10)) return "nobodys = msgget(99, 0)";
        return fmt::format("q = msgget({}, {})", dice_.one("1", "1", "1", "1", "2", "IPC_PRIVATE"),
                           dice_.one("IPC_CREAT|0666", "IPC_CREAT|0666", "IPC_CREAT|0644",
                                     "IPC_CREAT|0600", "0", "IPC_CREAT|IPC_EXCL|0660", "0444"));
    }
    std::string send(const std::string& wait) {
        const auto size = dice_.one("0", "1", "5", "20", "3000", "8192", "8193");
        return fmt::format("msgsnd(q, {{{}, \"x{}\" * 2000}}, {}, {})",
                           dice_.one("1", "2", "3", "5", "0"), dice_.below(10), size, wait);
    }
    std::string receive(const std::string& wait) {
        return fmt::format("msgrcv({}, &rbuf, {}, {}, {}{})", q_, dice_.one("0", "4", "64", "8192"),
                           dice_.one("0", "0", "1", "2", "-2", "-9", "3"), wait,
                           dice_.one("", "", "|MSG_NOERROR", "|MSG_EXCEPT", "|MSG_COPY"));
    }
    std::string control() {
        if (dice_.oneIn(4)) return fmt::format("msgctl({}, IPC_RMID, NULL)", q_);
        if (dice_.oneIn(3)) return fmt::format("msgctl({}, IPC_STAT, &ds)", q_);
        return fmt::format(
            "msgctl({}, IPC_SET, {{.msg_perm.mode = {}, .msg_qbytes = {}}})", q_,
            dice_.one("0666", "0666", "0666", "0600", "0644", "0400", "0200", "0622"),
            dice_.one("16384", "16384", "100", "5", "8192"));
    }

    RandomRun& run_;
    Dice dice_;
    std::string q_; ///< the queue that the next call uses
};

/// A run in which little happened would prove little.
void verifyThatMuchHappened(RandomRun& run) {
    auto errors = run.outcomes();
    int received = 0;
    int sleeps = 0;
    int looks = 0;
    std::size_t longest = 0;
    for (const Event& event : run.lab().events(0, run.lab().eventCount())) {
        if (const auto* returned = std::get_if<event::Returned>(&event.body))
            received += returned->call == CallId::Msgrcv && returned->result >= 0;
        sleeps += std::holds_alternative<event::SleepSeen>(event.body);
        if (const auto* seen = std::get_if<event::QueueSeen>(&event.body)) {
            looks += seen->quiet && seen->contentsKnown;
            longest = std::max(longest, seen->messages.size());
        }
    }
    QVERIFY2(errors[0] > stepsPerSeed / 5, fmt::format("{}", fmt::join(errors, " ")).c_str());
    for (const int expected : {EAGAIN, ENOMSG, EACCES, EINVAL, EIDRM, E2BIG, ENOENT})
        QVERIFY2(errors[expected] > 0, errnoName(expected).c_str());
    const bool anyOther = run.lab().users()[1].available; // who is not the owner of everything
    QVERIFY2(errors[EPERM] > 0 || !anyOther, "EPERM");
    QVERIFY2(received > stepsPerSeed / 50, std::to_string(received).c_str());
    QVERIFY2(sleeps > stepsPerSeed / 100, std::to_string(sleeps).c_str());
    QVERIFY2(looks > stepsPerSeed / 4, std::to_string(looks).c_str());
    QVERIFY2(longest >= 3, std::to_string(longest).c_str());
}

} // namespace

class RandomCallsTest : public QObject {
    Q_OBJECT
private slots:
    void worldSaysWhatTheKernelSays_data() { addSeeds(4); }
    void worldSaysWhatTheKernelSays() {
        QFETCH(quint32, seed);
        RandomRun run;
        if (!run.open()) QSKIP(run.why().c_str());
        RandomCalls calls(run, seed);
        std::string wrong = calls.begin();
        for (int step = 0; step < stepsPerSeed && wrong.empty(); ++step)
            wrong = calls.step();
        if (wrong.empty()) wrong = run.end();
        QVERIFY2(wrong.empty(), wrong.c_str());
        verifyThatMuchHappened(run);
    }
};

QTEST_GUILESS_MAIN(RandomCallsTest)
#include "random_calls_test.moc"
