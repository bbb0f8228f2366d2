#include "gui/explain/moment.h"
#include "engine/base/result.h"
#include "gui/explain/phrase.h"

#include <algorithm>

namespace ipclab {

namespace {

struct Latest {
    const Process* process = nullptr;
    std::int64_t timeNs = 0;
};

/// The outcome that returned last before `before`; what came in a burst only where nobody else has
/// done anything lately.
Latest lastOutcome(const World& world, std::int64_t before) {
    Latest latest, burst;
    for (const Process& process : world.processes) {
        if (!process.last || process.last->returnedNs >= before) continue;
        Latest& kind = repeatsNow(process) ? burst : latest;
        if (process.last->returnedNs > kind.timeNs) kind = {&process, process.last->returnedNs};
    }
    const bool lately = latest.process && burst.timeNs - latest.timeNs < newsNs;
    return lately || !burst.process ? latest : burst;
}

Latest lastSleeper(const World& world) {
    Latest latest;
    for (const Process& process : world.processes) {
        if (process.state != ProcessState::Asleep || !process.current) continue;
        if (process.current->asleepNs > latest.timeNs) {
            latest = {&process, process.current->asleepNs};
        }
    }
    return latest;
}

bool tells(const Explanation& explanation) {
    return explanation.severity != Severity::Plain;
}

/// Whether the call changed nothing and failed at nothing: somebody had a look.
bool onlyLooks(const CallOutcome& outcome) {
    if (outcome.error != 0 || outcome.refused) return false;
    switch (outcome.call.id) {
    case CallId::Load:
    case CallId::Strlen:
    case CallId::Printf:
        return true;
    case CallId::Msgctl:
    case CallId::Shmctl:
        return outcome.call.args[1] == phrase::constant("IPC_STAT");
    default:
        return false;
    }
}

/// A headline that is no sentence is kept apart: "B: read(…) = 11 · B asked for up to 64 bytes".
QString withHeadline(const Explanation& explanation) {
    const bool isSentence = explanation.headline.endsWith(QLatin1Char('.'));
    return QStringLiteral("<b>%1</b>%2 %3")
        .arg(explanation.headline.toHtmlEscaped(), isSentence ? QString() : QStringLiteral(" ·"),
             explanation.sentence);
}

/// What the last outcome says. When another call woke it up, and that one has something to tell
/// (the hand-over), what that one says, unless the sleeper woke with an error.
Explanation lastTelling(const World& world, const Latest& latest, Telling telling) {
    const CallOutcome& last = *latest.process->last;
    Explanation explanation = explainOutcome(world, *latest.process, last, telling);
    if (explanation.severity == Severity::Error) return explanation;
    const Latest before = lastOutcome(world, last.returnedNs);
    if (!before.process || before.process->last->enteredNs < last.enteredNs) return explanation;
    Explanation cause = explainOutcome(world, *before.process, *before.process->last, telling);
    return tells(cause) ? cause : explanation;
}

QString fullSentence(const World& world) {
    constexpr std::uint64_t nearlyFull = 90; // per cent
    for (const Queue& queue : world.queues) {
        const QueueStat& stat = queue.stat;
        if (queue.removed || stat.qbytes == 0) continue;
        if (stat.cbytes * 100 < stat.qbytes * nearlyFull && stat.qnum < stat.qbytes) continue;
        return Explain::tr("Queue %1 is nearly full: %2 of %3 bytes. A send that does not fit "
                           "sleeps, or returns EAGAIN with IPC_NOWAIT.")
            .arg(stat.id)
            .arg(stat.cbytes)
            .arg(stat.qbytes);
    }
    return {};
}

QString sleepSentence(const World& world, const Process& process) {
    return QStringLiteral("<b>%1</b> %2")
        .arg(Explain::tr("Why is %1 asleep?").arg(phrase::text(process.letter).toHtmlEscaped()),
             explainSleep(world, process).sentence);
}

Latest lastEnd(const World& world) {
    Latest latest;
    for (const Process& process : world.processes)
        if (!process.alive() && process.endedNs > latest.timeNs)
            latest = {&process, process.endedNs};
    return latest;
}

/// Whether the end is the newest that happened. What a kill says of it is told by the kill.
bool endIsNews(const Latest& end, const Latest& latest, const Latest& sleeper) {
    if (!end.process || end.timeNs < std::max(latest.timeNs, sleeper.timeNs)) return false;
    return !latest.process || latest.process->last->call.id != CallId::Kill;
}

/// What there is to say of a moment.
struct Moment {
    QString text;
    std::int64_t toldNs = 0;           ///< when what is worth a word happened; 0 = nothing is
    const CallOutcome* look = nullptr; ///< the latest that happened is only this look
};

/// Of what goes on: who sleeps and why, else how full a queue is.
QString standingSentence(const World& world, const Latest& sleeper) {
    return sleeper.process ? sleepSentence(world, *sleeper.process) : fullSentence(world);
}

Moment momentOf(const World& world, Telling telling) {
    if (world.processes.empty())
        return {.text = Explain::tr(
                    "Nothing runs yet. Next step plays a lesson's first step; + Process "
                    "starts a process of your own.")};
    const Latest sleeper = lastSleeper(world);
    const Latest latest = lastOutcome(world, INT64_MAX);
    const Latest end = lastEnd(world);
    if (endIsNews(end, latest, sleeper) && end.timeNs >= world.lastOutsideNs)
        return {endSentence(world, *end.process), end.timeNs};
    if (world.lastOutside && world.lastOutsideNs >= std::max(latest.timeNs, sleeper.timeNs))
        return {outsideSentence(world), world.lastOutsideNs};
    Explanation explanation;
    Moment moment;
    const bool isNews = latest.process && latest.timeNs > sleeper.timeNs;
    if (latest.process) explanation = lastTelling(world, latest, telling);
    if (isNews && tells(explanation)) return {withHeadline(explanation), latest.timeNs};
    if (isNews && onlyLooks(*latest.process->last)) moment.look = &*latest.process->last;
    if (telling == Telling::Everything) moment.text = standingSentence(world, sleeper);
    const bool isOld = telling == Telling::WhatHappened && !isNews;
    if (moment.text.isEmpty() && !isOld && !explanation.sentence.isEmpty())
        moment.text = withHeadline(explanation);
    return moment;
}

} // namespace

bool repeatsNow(const Process& process) {
    return process.given && process.given->statement && process.given->statement->repeated &&
           process.given->done > 0;
}

QString stageSentence(const World& world) {
    return stageSentence(world, Telling::Everything);
}

QString stageSentence(const World& world, Telling telling) {
    return momentOf(world, telling).text;
}

namespace {

/// What the lines before this look have shown; empty if nothing.
QString toldBefore(const CallOutcome& look, Telling telling,
                   const std::function<std::optional<World>()>& before) {
    constexpr int mostLooks = 8; // one after the other; each costs a state from the journal
    std::int64_t beganNs = look.enteredNs;
    for (int looks = 0; looks < mostLooks; ++looks) {
        const std::optional<World> earlier = before();
        if (!earlier) break;
        const Moment then = momentOf(*earlier, telling);
        const std::int64_t toldNs = then.look != nullptr ? then.look->returnedNs : then.toldNs;
        if (toldNs == 0 || beganNs - toldNs >= sameStepNs) break;
        if (then.look == nullptr) return then.text;
        beganNs = then.look->enteredNs;
    }
    return {};
}

bool somebodyRepeats(const World& world) {
    return std::ranges::any_of(world.processes, repeatsNow);
}

} // namespace

QString pastSentence(const World& world, const std::function<std::optional<World>()>& before) {
    const Moment now = momentOf(world, Telling::Everything);
    if (now.look == nullptr) return now.text;
    const QString told = toldBefore(*now.look, Telling::Everything, before);
    return told.isEmpty() ? now.text : told;
}

QString RunningSentence::at(const World& world, Telling telling, const Before& before) {
    const Moment now = momentOf(world, telling);
    const bool several = world.calls > calls_ + 1;
    calls_ = world.calls;
    if (now.look == nullptr) {
        told_ = now.toldNs != 0 ? now.text : QString();
        toldNs_ = now.toldNs;
        return now.text;
    }
    if (several && before) {
        // What was told last may be older than a call that came together with the look. In a burst
        // each frame would ask the journal.
        told_ = somebodyRepeats(world) ? QString() : toldBefore(*now.look, telling, before);
        toldNs_ = now.look->returnedNs;
        return told_.isEmpty() ? now.text : told_;
    }
    const bool isNewLab = now.look->returnedNs < toldNs_;
    if (isNewLab || told_.isEmpty() || now.look->enteredNs - toldNs_ >= sameStepNs) {
        told_.clear();
        return now.text;
    }
    toldNs_ = std::max(toldNs_, now.look->returnedNs);
    return told_;
}

} // namespace ipclab
