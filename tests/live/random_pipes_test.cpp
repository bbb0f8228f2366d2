// Processes that fork, die and are replaced make random calls on pipes and FIFOs. See random_run.h
// for what must hold after every step, and for IPCLAB_SEEDS; besides, /proc must show the
// descriptors that the calls have made, and a write that does not wait must put in as much as the
// world says there is room for.
#include "engine/world/pipe_questions.h"
#include "tests/live/random_run.h"

#include <QTest>
#include <csignal>
#include <fcntl.h>
#include <fmt/ranges.h>

using namespace ipclab;

namespace {

constexpr int stepsPerSeed = 1200;
constexpr std::size_t fewest = 3, most = 6; ///< processes alive
constexpr int firstFd = 3;

class RandomPipes {
public:
    RandomPipes(RandomRun& run, std::uint32_t seed) : run_(run), dice_(seed) {}

    std::string begin() {
        for (const char* letter : {"A", "B", "C"})
            if (std::string wrong = newcomer(letter); !wrong.empty()) return wrong;
        return run_.make("A: mkfifo(\"one\", 0666)");
    }
    /// One random step; a sentence when something is wrong.
    std::string step() {
        ++step_;
        const auto alive = run_.alive();
        if (alive.size() < fewest) return newcomer({});
        const auto awake = run_.awake();
        if (awake.empty() || dice_.oneIn(200)) return run_.kill(*dice_.of(alive));
        process_ = run_.world().process(std::string_view(dice_.of(awake)));
        return run_.make(fmt::format("{}: {}", process_->letter, call()));
    }

private:
    /// It lets itself be disturbed in its sleep.
    std::string newcomer(const std::string& letter) {
        if (std::string wrong = run_.start(letter, 0); !wrong.empty()) return wrong;
        const std::string& started = run_.world().processes.back().letter;
        return run_.make(started + ": sigaction(SIGUSR1, {handler, 0}, NULL)");
    }

    /// Descriptors of this process; only those that lead to such ends when there are any.
    std::vector<int> descriptors(AccessMode other) const {
        std::vector<int> all;
        for (const auto& [fd, descriptor] : process_->descriptors) {
            const OpenFile* file = run_.world().file(descriptor.file);
            if (fd >= firstFd && file && file->pipe != 0 && file->access != other)
                all.push_back(fd);
        }
        return all;
    }
    int end(AccessMode other) {
        std::vector<int> all = descriptors(other);
        if (all.empty() || dice_.oneIn(40))
            all.push_back(firstFd + static_cast<int>(dice_.below(6)));
        return dice_.of(all);
    }
    int readEnd() { return end(AccessMode::Write); }
    int writeEnd() { return end(AccessMode::Read); }
    int anyEnd() { return dice_.oneIn(2) ? readEnd() : writeEnd(); }

    std::string call() {
        if (process_->descriptors.size() < 5 && !dice_.oneIn(4)) return opening();
        if (process_->descriptors.size() > 14) return fmt::format("close({})", anyEnd());
        switch (dice_.below(24)) {
        case 0:
            return opening();
        case 1:
        case 2:
            return fmt::format("close({})", anyEnd());
        case 3:
            return copying();
        case 4:
        case 5:
            return fmt::format("fcntl({}, F_SETFL, {})", anyEnd(), status());
        case 6:
            return capacity();
        case 7:
            return family();
        case 8:
            return signalling();
        case 9:
            return naming();
        default:
            return dice_.oneIn(2) ? writing() : reading();
        }
    }
    std::string opening() {
        if (dice_.oneIn(6)) return "pipe(fd)";
        if (dice_.oneIn(3))
            return fmt::format("pipe2(fd, {})",
                               dice_.one("0", "O_NONBLOCK", "O_DIRECT", "O_DIRECT|O_NONBLOCK",
                                         "O_CLOEXEC", "O_CLOEXEC|O_DIRECT"));
        return fmt::format("f = open(\"{}\", {}{})", name(),
                           dice_.one("O_RDONLY", "O_WRONLY", "O_RDWR"),
                           dice_.one("", "|O_NONBLOCK", "|O_NONBLOCK", "|O_CLOEXEC", "|O_DIRECT",
                                     "|O_NONBLOCK|O_DIRECT"));
    }
    std::string name() { return dice_.one("one", "one", "one", "two"); }
    std::string naming() {
        if (dice_.oneIn(4)) return fmt::format("unlink(\"{}\")", name());
        return fmt::format("mkfifo(\"{}\", 0666)", name());
    }
    std::string status() {
        return dice_.one("0", "O_NONBLOCK", "O_DIRECT", "O_DIRECT", "O_DIRECT|O_NONBLOCK",
                         "O_DIRECT|O_NONBLOCK", "O_APPEND");
    }
    std::string copying() {
        if (dice_.oneIn(3)) return fmt::format("dup({})", anyEnd());
        if (dice_.oneIn(4)) return fmt::format("fcntl({}, F_DUPFD, {})", anyEnd(), dice_.below(20));
        return fmt::format("dup2({}, {})", anyEnd(), firstFd + dice_.below(12));
    }
    std::string capacity() {
        if (dice_.oneIn(3)) return fmt::format("fcntl({}, F_GETPIPE_SZ)", anyEnd());
        return fmt::format("fcntl({}, F_SETPIPE_SZ, {})", anyEnd(),
                           dice_.one("1", "4096", "8192", "20000", "65536", "131072"));
    }
    std::string family() {
        if (run_.alive().size() < most && !dice_.oneIn(3)) return "fork()";
        if (dice_.oneIn(3)) return fmt::format("exit({})", dice_.below(3));
        return "wait(&status)";
    }
    std::string signalling() {
        if (dice_.oneIn(3))
            return fmt::format("sigaction(SIGPIPE, {{{}, 0}}, NULL)",
                               dice_.one("SIG_IGN", "SIG_IGN", "SIG_DFL"));
        return fmt::format("kill({}, SIGUSR1)", dice_.of(run_.alive())->letter);
    }
    std::string size() {
        if (dice_.oneIn(3)) return std::to_string(dice_.below(20'001));
        return dice_.one("0", "1", "5", "64", "904", "1000", "2049", "3000", "4000", "4095", "4096",
                         "4097", "5000", "8192", "20000");
    }
    std::string writing() {
        const std::string text = fmt::format("{:x}.", step_);
        // Sometimes less than the count: zeros follow.
        const std::size_t times = (dice_.oneIn(10) ? 300 : 20'000) / text.size() + 1;
        return fmt::format("write({}, \"{}\" * {}, {})", writeEnd(), text, times, size());
    }
    std::string reading() {
        return fmt::format("read({}, buf, {})", readEnd(), dice_.oneIn(8) ? "65536" : size());
    }

    RandomRun& run_;
    Dice dice_;
    int step_ = 0;
    const Process* process_ = nullptr;
};

/// What /proc shows is what the calls have made, to the flag.
std::string compareDescriptors(const World& world, const Event& event) {
    const auto* seen = std::get_if<event::DescriptorsSeen>(&event.body);
    const Process* process = world.process(event.process);
    if (!seen || !process || !process->descriptorsSeen) return {};
    std::map<int, std::string> expected, found;
    for (const auto& [fd, descriptor] : process->descriptors)
        if (const OpenFile* file = world.file(descriptor.file))
            expected[fd] = fmt::format("{}:{}{}{}", file->file.ino, static_cast<int>(file->access),
                                       file->nonblocking ? "n" : "", file->packets ? "p" : "");
    for (const event::SeenDescriptor& each : seen->descriptors)
        found[each.fd] =
            fmt::format("{}:{}{}{}", each.file.ino, each.flags & O_ACCMODE,
                        each.flags & O_NONBLOCK ? "n" : "", each.flags & O_DIRECT ? "p" : "");
    if (expected == found) return {};
    return fmt::format("{} should have {} and has {}", process->letter, expected, found);
}

/// A write that does not wait puts in what there is room for.
std::string compareRoom(const World& world, const Event& event) {
    const auto* returned = std::get_if<event::Returned>(&event.body);
    const Process* process = world.process(event.process);
    if (!returned || returned->call != CallId::Write || !process->current) return {};
    const ResolvedCall& call = process->current->call;
    const auto descriptor = process->descriptors.find(static_cast<int>(call.args[0]));
    if (descriptor == process->descriptors.end()) return {};
    const OpenFile* file = world.file(descriptor->second.file);
    const Pipe* pipe = file ? world.pipe(file->pipe) : nullptr;
    if (!pipe || !file->nonblocking || file->access == AccessMode::Read || pipe->readers == 0)
        return {};
    const bool begun = std::ranges::any_of(world.writesInFlight, [&](const WriteInFlight& each) {
        return each.process == process->id && (each.started || each.copied > 0);
    });
    if (begun || process->current->asleepNs != 0) return {}; // a reader has told of it before
    const std::uint64_t room = wouldGoIn(*pipe, static_cast<std::uint64_t>(call.args[1]));
    const bool full = room == 0 && call.args[1] > 0;
    const auto expected = full ? std::int64_t{-1} : static_cast<std::int64_t>(room);
    if (returned->result == expected) return {};
    return fmt::format("{}'s write of {} should put in {}, not {}", process->letter, call.args[1],
                       expected, returned->result);
}

std::string compare(const World& world, const Event& event) {
    if (std::string wrong = compareDescriptors(world, event); !wrong.empty()) return wrong;
    return compareRoom(world, event);
}

/// What happened in all runs together.
struct Happened {
    std::map<int, int> errors;
    int sleeps = 0, looks = 0, forks = 0, broken = 0;
    std::uint64_t fullest = 0, moved = 0;

    void add(RandomRun& run) {
        for (const auto& [error, times] : run.outcomes())
            errors[error] += times;
        for (const Event& event : run.lab().events(0, run.lab().eventCount()))
            add(event);
    }
    void add(const Event& event) {
        sleeps += std::holds_alternative<event::SleepSeen>(event.body);
        if (const auto* seen = std::get_if<event::PipeSeen>(&event.body)) {
            looks += seen->quiet && seen->contentsKnown;
            fullest = std::max(fullest, seen->bytes);
        }
        if (const auto* returned = std::get_if<event::Returned>(&event.body)) {
            forks += returned->call == CallId::Fork && returned->result > 0;
            if (returned->call == CallId::Read && returned->result > 0)
                moved += static_cast<std::uint64_t>(returned->result);
        }
        if (const auto* ended = std::get_if<event::ProcessEnded>(&event.body))
            broken += ended->killed && ended->code == SIGPIPE;
    }
};

} // namespace

class RandomPipesTest : public QObject {
    Q_OBJECT
    Happened happened_;
    int runs_ = 0;

private slots:
    void worldSaysWhatTheKernelSays_data() { addSeeds(4); }
    void worldSaysWhatTheKernelSays() {
        QFETCH(quint32, seed);
        RandomRun run;
        if (!run.open()) QSKIP(run.why().c_str());
        run.watch(compare);
        RandomPipes pipes(run, seed);
        std::string wrong = pipes.begin();
        for (int step = 0; step < stepsPerSeed && wrong.empty(); ++step)
            wrong = pipes.step();
        if (wrong.empty()) wrong = run.end();
        QVERIFY2(wrong.empty(), wrong.c_str());
        happened_.add(run);
        ++runs_;
    }
    /// Runs in which little happened would prove little.
    void muchHappened() {
        const std::string all =
            fmt::format("errors {}, {} sleeps, {} looks, {} forks, {} broken, "
                        "{} bytes at most, {} moved",
                        happened_.errors, happened_.sleeps, happened_.looks, happened_.forks,
                        happened_.broken, happened_.fullest, happened_.moved);
        if (runs_ < 4) QSKIP("too few runs");
        QVERIFY2(happened_.errors[0] > runs_ * stepsPerSeed / 3, all.c_str());
        for (const int expected : {EAGAIN, EBADF, ENXIO, EEXIST, EPIPE, EINTR, EBUSY, ECHILD})
            QVERIFY2(happened_.errors[expected] > 0, (errnoName(expected) + " " + all).c_str());
        QVERIFY2(happened_.sleeps > runs_ * stepsPerSeed / 40, all.c_str());
        QVERIFY2(happened_.looks > runs_ * stepsPerSeed / 6, all.c_str());
        QVERIFY2(happened_.forks > runs_ * 5, all.c_str());
        QVERIFY2(happened_.broken > runs_, all.c_str());
        QVERIFY2(happened_.fullest >= 50'000, all.c_str());
        QVERIFY2(happened_.moved > 100'000, all.c_str());
    }
};

QTEST_GUILESS_MAIN(RandomPipesTest)
#include "random_pipes_test.moc"
