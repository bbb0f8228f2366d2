// Processes that share one pipe, in the story and in the model of the kernel at once: what the
// property test of pipes moves about.
#pragma once

#include "tests/world/pipe_model.h"
#include "tests/world/pipe_story.h"

#include <list>
#include <map>
#include <memory>

namespace ipclab {

/// An open file description of the model; it is closed with the last descriptor that leads to it.
struct Description {
    bool reads = false;
    std::shared_ptr<PipeUse> use = std::make_shared<PipeUse>();
};

struct Member {
    enum class Stage { Idle, Entered, InKernel };
    ProcessId id = 0;
    Stage stage = Stage::Idle;
    ResolvedCall call;
    std::map<int, std::shared_ptr<Description>> table;
};

/// What a process was said to do.
enum class Told { Nothing, Sleeps, Returns };

class PipeFamily {
public:
    /// Everyone dies, if anyone was there; a new process makes a new pipe of so many slots.
    void startOver(std::size_t capacity);

    // Whole calls, told at once.
    void fork(Member& parent);
    void closeOne(Member& member, std::size_t which);
    void duplicateOne(Member& member, std::size_t which);
    void setFlags(Member& member, std::size_t which, int flags);
    /// A read or write: it enters, later reaches the kernel, and later is told of.
    void enter(Member& member, ResolvedCall call);
    void reachKernel(Member& member);
    Told tell(Member& member);
    void kill(Member& member);
    void see(const event::PipeSeen& look);

    /// A process of which something can be told, or nullptr: the first by the kernel's order, or
    /// one that comes so many behind it. Those that have entered reach the kernel first.
    [[nodiscard]] Member* nextToTell(std::size_t behind);
    /// Everyone sleeps, or nobody can move a byte any more.
    [[nodiscard]] bool isStuck() const;
    [[nodiscard]] bool allTold() const;
    /// Its first descriptors to read and to write, or -1.
    [[nodiscard]] std::pair<int, int> endsOf(const Member& member) const;

    // Sentences where the world has it otherwise than the model.
    [[nodiscard]] std::string wrongEnds() const;
    [[nodiscard]] std::string wrongCounts(bool inOrder) const;
    [[nodiscard]] std::string wrongContents() const;

    [[nodiscard]] std::vector<Member>& members() { return members_; }
    [[nodiscard]] PipeModel& model() { return *model_; }
    [[nodiscard]] PipeStory& story() { return story_; }
    [[nodiscard]] const Pipe& pipe() const { return story_.pipe(); }
    /// Reads that did not take the whole of a packet.
    [[nodiscard]] int discards() const { return discards_; }

private:
    [[nodiscard]] std::string wrongTable(const Member& member) const;
    [[nodiscard]] std::pair<int, int> ends() const;
    [[nodiscard]] Told tellReturn(Member& member, const PipeOutcome& outcome);
    /// Bytes in the pipe of writes that have not returned.
    [[nodiscard]] std::uint64_t onTheirWay() const;
    [[nodiscard]] int fdOf(const Member& member, std::size_t which) const;
    void endsChanged();

    PipeStory story_;
    std::unique_ptr<PipeModel> model_;
    std::vector<Member> members_;
    int letters_ = 0, discards_ = 0;
    std::uint64_t wrote_ = 0, read_ = 0; ///< as told
    bool countsKnown_ = true;            ///< nobody was killed in a call since the last look
};

} // namespace ipclab
