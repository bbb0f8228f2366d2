// Long random runs against the model of the kernel. Processes enter, reach the kernel and are told
// of in any order that real processes could produce; the world must never lose, double or mix up a
// message, and once everyone is idle or asleep it must hold exactly what the kernel holds.
#include "tests/world/kernel_model.h"
#include "tests/world/story.h"

#include <QTest>
#include <cerrno>
#include <csignal>
#include <fmt/format.h>
#include <map>
#include <random>
#include <set>
#include <sys/msg.h>

using namespace ipclab;

namespace {

constexpr std::uint64_t qbytes = 60;
constexpr int processCount = 6;
constexpr int nameLength = 6; ///< every text begins with its own number, so long

class Run {
public:
    Run(std::uint32_t seed, bool inOrder, bool killing)
        : random_(seed), inOrder_(inOrder), killing_(killing) {
        maker_ = story_.start("M");
        for (int i = 0; i < processCount; ++i)
            addActor();
        makeQueue();
    }

    /// One random step and the checks after it; a sentence when something is wrong.
    std::string step() {
        if (chance(400) || stuck()) return removeAndMakeAgain();
        Actor& actor = actors_[pick(actors_.size())];
        if (killing_ && chance(60)) {
            kill(actor);
            return {};
        }
        switch (actor.stage) {
        case Stage::Idle:
            enter(actor);
            break;
        case Stage::Entered:
            reachKernel(actor);
            break;
        case Stage::InKernel:
            tell(actor);
            break;
        }
        if (inOrder_) settle();
        return check();
    }

    /// Lets everything happen that can still happen, and compares with the kernel's own word.
    std::string quiet() {
        settle();
        const event::QueueSeen look = model_.look();
        const auto changes = differences(story_.world, look);
        for (const event::OutsideChange& change : changes) {
            const bool order = change.kind == event::OutsideChange::Kind::Reordered;
            if (!order || inOrder_) return "a difference was told: " + change.what;
        }
        story_.look(look);
        if (!differences(story_.world, look).empty()) return "the look was not adopted";
        for (const std::string& text : undecided_)
            if (std::ranges::find(look.messages, text, &event::SeenMessage::text) ==
                look.messages.end())
                told_.erase(text);
        undecided_.clear();
        return check();
    }

    [[nodiscard]] std::uint64_t handedOver() const { return handedOver_; }
    [[nodiscard]] std::uint64_t toldEarly() const { return toldEarly_; }

private:
    enum class Stage { Idle, Entered, InKernel };
    struct Actor {
        ProcessId id = 0;
        Stage stage = Stage::Idle;
        ResolvedCall call;
    };

    bool chance(int oneIn) { return pick(static_cast<std::size_t>(oneIn)) == 0; }
    std::size_t pick(std::size_t count) { return random_() % count; }

    /// Everyone sleeps: only a removal helps.
    bool stuck() const {
        return std::ranges::all_of(actors_, [&](const Actor& actor) {
            return story_.process(actor.id).state == ProcessState::Asleep &&
                   !model_.complete(actor.id);
        });
    }

    void addActor() { actors_.push_back({story_.start(fmt::format("P{}", ++letters_)), {}, {}}); }

    void makeQueue() {
        model_.recreate(++lastId_);
        story_.makeQueue(maker_, lastId_);
        auto look = model_.look();
        story_.look(look);
    }

    void enter(Actor& actor) {
        const std::int64_t nowait = chance(3) ? IPC_NOWAIT : 0;
        if (chance(2)) {
            std::string text = fmt::format("{:06}", ++names_);
            text.append(pick(8), 'x');
            actor.call = sendCall(lastId_, 1 + static_cast<int>(pick(4)), text, nowait);
            told_.insert(text);
        } else {
            const auto msgtyp = static_cast<std::int64_t>(pick(9)) - 4;
            const std::int64_t flags = (chance(3) ? MSG_NOERROR : 0) | (chance(4) ? MSG_EXCEPT : 0);
            const auto size = nameLength + static_cast<std::int64_t>(pick(9));
            actor.call = receiveCall(lastId_, size, msgtyp, nowait | flags);
        }
        story_.enters(actor.id, actor.call);
        actor.stage = Stage::Entered;
    }

    void reachKernel(Actor& actor) {
        model_.perform(actor.id, actor.call);
        actor.stage = Stage::InKernel;
    }

    /// Tells of what the process came to: its sleep, or its return.
    void tell(Actor& actor) {
        const Process& process = story_.process(actor.id);
        if (const auto outcome = model_.outcome(actor.id)) return tellReturn(actor, *outcome);
        if (process.state != ProcessState::Asleep) story_.sleeps(actor.id);
    }

    void tellReturn(Actor& actor, const ModelOutcome& outcome) {
        actor.stage = Stage::Idle;
        if (actor.call.id == CallId::Msgrcv && outcome.result >= 0) {
            countKinds(actor, outcome);
            told_.erase(outcome.whole);
            undecided_.erase(outcome.whole);
            story_.receives(actor.id, outcome.mtype, outcome.data);
            return;
        }
        if (actor.call.id == CallId::Msgsnd && outcome.result != 0) told_.erase(actor.call.data);
        story_.returns(actor.id, outcome.result, outcome.error);
    }

    void countKinds(const Actor& actor, const ModelOutcome& outcome) {
        for (const InFlight& each : story_.queue(lastId_).inFlight) {
            if (each.message.text != outcome.whole) continue;
            if (each.receiver == actor.id) ++handedOver_;
            if (each.receiver == 0) ++toldEarly_;
        }
    }

    /// Everyone goes on until all are idle or asleep, and all that is told.
    void settle() {
        for (bool moved = true; moved;) {
            moved = false;
            for (Actor& actor : actors_) {
                if (actor.stage == Stage::Entered) reachKernel(actor);
                const bool asleep = story_.process(actor.id).state == ProcessState::Asleep;
                if (actor.stage == Stage::Idle || asleep || model_.complete(actor.id)) continue;
                story_.sleeps(actor.id);
                moved = true;
            }
            while (const ProcessId first = model_.firstComplete()) {
                tell(*std::ranges::find(actors_, first, &Actor::id));
                moved = true;
            }
        }
    }

    void kill(Actor& actor) {
        if (actor.stage == Stage::InKernel && model_.complete(actor.id)) {
            const ModelOutcome outcome = *model_.outcome(actor.id);
            if (actor.call.id == CallId::Msgrcv) undecided_.insert(outcome.whole); // lost with it
            if (actor.call.id == CallId::Msgsnd) undecided_.insert(actor.call.data);
        } else if (actor.stage != Stage::Idle && actor.call.id == CallId::Msgsnd) {
            undecided_.insert(actor.call.data);
        }
        model_.forget(actor.id);
        story_.end(actor.id, SIGKILL);
        const ProcessId next = story_.start(fmt::format("P{}", ++letters_));
        actor = {next, Stage::Idle, {}};
    }

    std::string removeAndMakeAgain() {
        if (std::string wrong = quiet(); !wrong.empty()) return wrong;
        story_.enters(maker_, controlCall(lastId_, IPC_RMID));
        model_.remove();
        story_.returns(maker_, 0);
        settle(); // all sleepers come back with EIDRM
        told_.clear();
        undecided_.clear();
        makeQueue();
        return check();
    }

    /// Every message that was told of and not told to be received stands in the world once, and is
    /// the token that it was from the beginning.
    std::string check() {
        std::map<std::string, int> found;
        const Queue& queue = story_.queue(lastId_);
        for (const Message& message : queue.messages)
            if (std::string wrong = meet(message, found); !wrong.empty()) return wrong;
        for (const InFlight& each : queue.inFlight)
            if (!each.taken)
                if (std::string wrong = meet(each.message, found); !wrong.empty()) return wrong;
        for (const std::string& text : told_)
            if (!found.contains(text) && !undecided_.contains(text)) return "lost " + text;
        for (const auto& [text, times] : found)
            if (!told_.contains(text) && !undecided_.contains(text)) return "invented " + text;
        if (queue.strangeReceives > 0) return "took a message of the lab for a stranger's";
        if (queue.stat.qnum != queue.messages.size()) return "qnum is not the number of messages";
        return {};
    }

    std::string meet(const Message& message, std::map<std::string, int>& found) {
        if (++found[message.text] > 1) return "doubled " + message.text;
        const auto [token, fresh] = tokens_.try_emplace(message.text, message.serial);
        if (token->second != message.serial) return "another token for " + message.text;
        if (message.size != message.text.size()) return "wrong size of " + message.text;
        return {};
    }

    std::mt19937 random_;
    bool inOrder_;
    bool killing_;
    Story story_;
    KernelModel model_{qbytes};
    ProcessId maker_ = 0;
    std::vector<Actor> actors_;
    int letters_ = 0;
    int names_ = 0;
    std::int32_t lastId_ = 0;
    std::uint64_t handedOver_ = 0, toldEarly_ = 0;
    std::set<std::string> told_, undecided_;
    std::map<std::string, std::uint64_t> tokens_;
};

} // namespace

class PropertyTest : public QObject {
    Q_OBJECT
    static void run(bool inOrder, bool killing, std::uint64_t& handedOver, std::uint64_t& early) {
        for (std::uint32_t seed = 1; seed <= 16; ++seed) {
            Run run(seed, inOrder, killing);
            for (int i = 0; i < 6000; ++i) {
                std::string wrong = run.step();
                if (wrong.empty() && i % 50 == 49) wrong = run.quiet();
                if (!wrong.empty())
                    QFAIL(fmt::format("seed {}, step {}: {}", seed, i, wrong).c_str());
            }
            handedOver += run.handedOver();
            early += run.toldEarly();
        }
    }

private slots:
    void callsThatAreToldInOrder() {
        std::uint64_t handedOver = 0, early = 0;
        run(true, false, handedOver, early);
        QVERIFY(handedOver > 3000); // the run was about something
    }
    void callsThatAreToldInAnyOrder() {
        std::uint64_t handedOver = 0, early = 0;
        run(false, false, handedOver, early);
        QVERIFY(handedOver > 400);
        QVERIFY(early > 500);
    }
    void processesThatAreKilledInTheirCalls() {
        std::uint64_t handedOver = 0, early = 0;
        run(false, true, handedOver, early);
    }
};

QTEST_GUILESS_MAIN(PropertyTest)
#include "property_test.moc"
