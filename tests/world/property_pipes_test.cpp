// Long random runs of processes that share a pipe, against the model of the kernel: reads, writes,
// forks, copied and closed ends, deaths, and a program outside. Bytes are never lost, doubled or
// counted wrongly, descriptors and ends agree, and once everyone is idle or asleep the world holds
// exactly what the kernel holds.
#include "tests/world/drawn_world.h"
#include "tests/world/pipe_family.h"
#include "tests/world/seeded_run.h"

#include <QTest>
#include <array>
#include <fcntl.h>
#include <fmt/format.h>
#include <random>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

/// What a run does besides reads and writes.
struct Manner {
    bool inOrder = true;  ///< calls are told of in the order in which the kernel completed them
    bool packets = false; ///< O_DIRECT comes and goes
    bool killing = false;
    bool outside = false; ///< another program reads and writes while everyone rests
};

/// What the runs were about.
struct Seen {
    std::uint64_t moved = 0;
    int sleeps = 0, early = 0, pipes = 0, forks = 0, killed = 0, outside = 0, discards = 0;
};

class Run {
public:
    Run(std::uint32_t seed, Manner manner, Seen& seen)
        : seen_(seen), random_(seed), manner_(manner) {
        family_.startOver(16);
    }

    /// One random step and the checks after it; a sentence when something is wrong.
    std::string step() {
        if (family_.members().empty() || family_.isStuck() || chance(250)) return startOver();
        Member& member = family_.members()[pick(family_.members().size())];
        if (manner_.killing && chance(80)) {
            kill(member);
        } else if (member.stage == Member::Stage::Idle) {
            begin(member);
        } else {
            settle();
        }
        if (manner_.inOrder || chance(2)) settle();
        return check();
    }

    /// Lets everything happen that can still happen, and compares with the kernel's own word.
    std::string quiet() {
        settle();
        std::string expected;
        if (manner_.outside && !family_.model().sleeping()) expected = stranger();
        if (std::string wrong = compare(expected); !wrong.empty()) return wrong;
        if (chance(4)) kept_.remember();
        return check();
    }

    std::string end() {
        addUp();
        kept_.remember();
        return kept_.differs();
    }

private:
    bool chance(int oneIn) { return pick(static_cast<std::size_t>(oneIn)) == 0; }
    std::size_t pick(std::size_t count) { return random_() % count; }

    /// Where calls are told of in another order, only bytes that are alike nowhere tell who was
    /// first.
    std::uint64_t size() {
        if (!manner_.inOrder) return 8 + pick(20'000);
        static constexpr std::array<std::uint64_t, 11> sizes{1,    5,    64,   904,  2049, 3000,
                                                             4095, 4096, 4097, 8192, 20000};
        return chance(3) ? 1 + pick(20'000) : sizes[pick(sizes.size())];
    }

    void begin(Member& member) {
        const auto& [read, write] = family_.endsOf(member);
        if (chance(30) && family_.members().size() < 7) {
            ++seen_.forks;
            return family_.fork(member);
        }
        if (chance(60)) return family_.closeOne(member, pick(member.table.size() + 1));
        if (chance(40)) return family_.duplicateOne(member, pick(member.table.size() + 1));
        if (chance(12)) {
            const int flags =
                (chance(2) ? O_NONBLOCK : 0) | (manner_.packets && chance(2) ? O_DIRECT : 0);
            return family_.setFlags(member, pick(member.table.size() + 1), flags);
        }
        if (write >= 0 && (read < 0 || chance(2)))
            family_.enter(member, writeCall(write, text(size())));
        else if (read >= 0)
            family_.enter(member, readCall(read, size()));
    }

    /// Bytes of which no four stand anywhere else.
    std::string text(std::uint64_t bytes) {
        std::string all;
        while (all.size() < bytes)
            all += fmt::format("{:05x}.", ++words_);
        all.resize(bytes);
        return all;
    }

    void tell(Member& member) {
        seen_.early += family_.model().completed(0) != member.id;
        const auto told = family_.tell(member);
        seen_.sleeps += told == Told::Sleeps;
    }

    void settle() {
        while (Member* member = family_.nextToTell(manner_.inOrder ? 0 : pick(3)))
            tell(*member);
    }

    void kill(Member& member) {
        ++seen_.killed;
        family_.kill(member);
    }

    std::string startOver() {
        settle();
        if (std::string wrong = compare({}); !wrong.empty()) return wrong;
        addUp();
        family_.startOver(chance(3) ? 2 : 16);
        ++seen_.pipes;
        return check();
    }

    /// Another program takes and adds; returns what the look is to tell of it.
    std::string stranger() {
        ++seen_.outside;
        std::string expected;
        const std::size_t before = family_.model().unread().size();
        // Never all: bytes that are gone and bytes that came could then be the same by chance.
        const std::uint64_t taken =
            before > 1 && chance(2) ? family_.model().readFromOutside(1 + pick(before - 1)) : 0;
        if (chance(2)) family_.model().writeFromOutside(text(8 + size()));
        const std::size_t sent = family_.model().unread().size() + taken - before;
        if (sent > 0) expected += fmt::format("{} sent ", sent);
        if (taken > 0) expected += fmt::format("{} taken ", taken);
        return expected;
    }

    std::string compare(const std::string& expected) {
        Story& story = family_.story();
        const event::PipeSeen look = family_.model().look(true);
        std::string told;
        for (const event::OutsideChange& change : differences(story.world, look)) {
            if (change.kind == Kind::Reordered && !manner_.inOrder) continue;
            const char* kind = change.kind == Kind::Sent    ? "sent"
                               : change.kind == Kind::Taken ? "taken"
                                                            : "else";
            told += fmt::format("{} {} ", change.count, kind);
        }
        if (told != expected && !family_.pipe().gone)
            return fmt::format("told of \"{}\" instead of \"{}\"", told, expected);
        family_.see(look);
        if (!differences(story.world, look).empty()) return "the look was not adopted";
        return {};
    }

    /// What holds at every moment.
    std::string check() {
        if (std::string wrong = family_.wrongEnds(); !wrong.empty()) return wrong;
        if (std::string wrong = family_.wrongCounts(manner_.inOrder); !wrong.empty()) return wrong;
        if (manner_.inOrder && family_.allTold()) return family_.wrongContents();
        return {};
    }

    void addUp() {
        seen_.moved += family_.pipe().read;
        seen_.discards += family_.discards();
    }

    Seen& seen_;
    std::mt19937 random_;
    Manner manner_;
    PipeFamily family_;
    Kept kept_{family_.story()};
    int words_ = 0;
};

} // namespace

class PropertyPipesTest : public QObject {
    Q_OBJECT
    static void run(Manner manner, Seen& seen) {
        for (std::uint32_t seed = 1; seed <= seedsPerManner; ++seed)
            if (const std::string wrong = wrongIn(Run(seed, manner, seen)); !wrong.empty())
                QFAIL(fmt::format("seed {}, {}", seed, wrong).c_str());
    }

private slots:
    void callsThatAreToldInOrder() {
        Seen seen;
        run({}, seen);
        QVERIFY(seen.moved > 15'000'000 && seen.sleeps > 1000);
        QVERIFY(seen.forks > 150 && seen.pipes > 100);
    }
    void packets() {
        Seen seen;
        run({.packets = true}, seen);
        QVERIFY(seen.moved > 12'000'000 && seen.discards > 500);
    }
    void callsThatAreToldInAnyOrder() {
        Seen seen;
        run({.inOrder = false}, seen);
        QVERIFY(seen.early > 2000);
    }
    void processesThatAreKilledInTheirCalls() {
        Seen seen;
        run({.killing = true}, seen);
        QVERIFY(seen.killed > 150);
    }
    void aProgramOutsideReadsAndWrites() {
        Seen seen;
        run({.outside = true}, seen);
        QVERIFY(seen.outside > 200);
    }
};

QTEST_GUILESS_MAIN(PropertyPipesTest)
#include "property_pipes_test.moc"
