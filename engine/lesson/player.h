#pragma once

#include "engine/lesson/check.h"
#include "engine/lesson/identities.h"
#include "engine/lesson/lesson.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

/// What a lesson is played on: the lab itself, or the window's way to it.
class Playground {
public:
    virtual ~Playground() = default;
    /// Why no process can be started as this user here; "" when one can.
    [[nodiscard]] virtual std::string obstacleTo(std::string_view user) const = 0;
    virtual Result<ProcessId> addProcess(const ProcessDeclaration& declaration) = 0;
    virtual Result<void> give(const Statement& statement) = 0;
    virtual Result<void> sendSignal(ProcessId process, int signal) = 0;
    /// A number that World::quiet reaches when every process is idle or asleep.
    virtual std::uint64_t requestQuiet() = 0;
    /// Has the kernel's table looked at, so that World::kernelTable is filled.
    virtual void watchTable() = 0;
    [[nodiscard]] virtual std::shared_ptr<const World> world() const = 0;
};

/// A line that was played and did not do what it says.
struct FailedLine {
    Position at;
    std::string source; ///< the line as it is written
    Difference difference;
    std::string obstacle;    ///< why the line could not be made or did not end; no difference then
    std::string refusal;     ///< why nothing was played at all; neither of the others then
    bool notStarted = false; ///< a process that it names could not be started

    /// "FILE:12:1: expected = 0, got = -1 EIDRM" (or what stood against it), and the line below it.
    [[nodiscard]] std::string message(std::string_view fileName) const;
};

/// Plays a lesson step by step. Nothing here waits: begin() starts the next step, and poll(),
/// called whenever the world has changed, gives the next line as soon as the last one is over
/// (every process idle or asleep, as the kernel says). So a script runs the same way every time.
class Player {
public:
    /// The playground outlives the player.
    Player(Lesson lesson, Playground& playground);

    [[nodiscard]] const Lesson& lesson() const { return lesson_; }
    /// How many steps were begun.
    [[nodiscard]] std::size_t begun() const { return begun_; }
    /// Those of them that did not fail.
    [[nodiscard]] std::size_t played() const { return begun_ - failed_; }
    [[nodiscard]] bool isOver() const { return begun_ == lesson_.steps.size() && !isPlaying(); }
    [[nodiscard]] bool isPlaying() const { return phase_ != Phase::Idle; }
    /// The line being played, or nullptr between steps.
    [[nodiscard]] const Statement* line() const;
    /// The first line that went otherwise; the rest of its step was not played. Nothing if none.
    [[nodiscard]] const std::optional<FailedLine>& failure() const { return failure_; }

    /// Starts the next step. Does nothing while one is playing, or behind the last.
    void begin();
    /// Goes on as far as the world allows. True when no step is playing any more.
    bool poll();
    /// Ends the step that is playing with a failure, for one that does not come to an end.
    void giveUp(std::string why);

private:
    enum class Phase { Idle, Checking, Starting, Running };

    void startLine();
    bool poll(const World& world);
    bool startProcesses(const World& world);
    [[nodiscard]] Result<void> start(const ProcessDeclaration& wanted, const World& world);
    void giveLine(const World& world);
    [[nodiscard]] Result<void> give(const Statement& statement, const World& world);
    [[nodiscard]] std::optional<SyntaxError> foreignKey(const Statement& statement,
                                                        const World& world) const;
    bool lineIsOver(const World& world);
    void nextLine();
    void checkLine(const World& world);
    void checkKeys(const World& world);
    [[nodiscard]] std::optional<SyntaxError> missingUser() const;
    void refuseToPlay(const SyntaxError& refused);
    void fail(Difference difference);
    /// The line cannot be made, or does not end.
    void fail(Position at, std::string obstacle);

    Lesson lesson_;
    Playground& playground_;
    std::size_t begun_ = 0;
    std::size_t failed_ = 0; ///< steps
    std::size_t line_ = 0;   ///< in the step being played
    Phase phase_ = Phase::Idle;
    bool keysChecked_ = false;
    bool wasHeld_ = false; ///< the line waited as "held"; the quiet before it does not count
    static constexpr int maxEndRounds = 100;
    int endRounds_ = 0; ///< times that everything was quiet though an end is expected
    std::uint64_t quiet_ = 0;
    std::map<std::string, ProcessId> asked_; ///< processes that are being started, by letter
    std::map<std::string, Before> before_;
    Identities identities_;
    std::optional<FailedLine> failure_;
};

/// Plays the next step to its end. `waitUntilQuiet` waits for the kernel at most so long, and says
/// whether all became idle or asleep. Gives up at the deadline.
void playStep(Player& player, const std::function<bool(std::chrono::milliseconds)>& waitUntilQuiet,
              std::chrono::milliseconds deadline);

} // namespace ipclab
