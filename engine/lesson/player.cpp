#include "engine/lesson/player.h"

#include "engine/call/characters.h"
#include "engine/lesson/refuse.h"

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// As it is written, below a message; what a terminal would obey is shown instead.
std::string shown(std::string_view source) {
    std::string text;
    while (!source.empty()) {
        const auto end = std::min(source.find('\n'), source.size());
        text += "\n    " + visible(source.substr(0, end));
        source.remove_prefix(std::min(end + 1, source.size()));
    }
    return text;
}

} // namespace

std::string FailedLine::message(std::string_view fileName) const {
    std::string what = refusal.empty() ? obstacle : refusal;
    if (what.empty())
        what = fmt::format("expected {}, got {}", difference.expected, difference.got);
    return fmt::format("{}:{}:{}: {}{}", fileName, at.line, at.column, what, shown(source));
}

Player::Player(Lesson lesson, Playground& playground)
    : lesson_(std::move(lesson)), playground_(playground) {
}

const Statement* Player::line() const {
    if (!isPlaying() || begun_ == 0) return nullptr;
    const auto& statements = lesson_.steps[begun_ - 1].statements;
    return line_ < statements.size() ? &statements[line_] : nullptr;
}

void Player::begin() {
    if (isPlaying() || begun_ == lesson_.steps.size()) return;
    failure_.reset();
    ++begun_;
    line_ = 0;
    if (lesson_.steps[begun_ - 1].statements.empty()) return;
    if (!keysChecked_) {
        playground_.watchTable();
        quiet_ = playground_.requestQuiet();
        phase_ = Phase::Checking;
    } else {
        startLine();
    }
}

void Player::startLine() {
    phase_ = Phase::Starting;
    asked_.clear();
}

bool Player::poll() {
    while (isPlaying()) {
        const auto world = playground_.world();
        if (!poll(*world)) break;
    }
    return !isPlaying();
}

/// One step forward; false when the world has to change first.
bool Player::poll(const World& world) {
    switch (phase_) {
    case Phase::Idle:
        return false;
    case Phase::Checking:
        if (world.quiet < quiet_ || world.kernelTable.empty()) return false;
        checkKeys(world);
        return true;
    case Phase::Starting:
        if (!startProcesses(world)) return false;
        if (isPlaying()) giveLine(world);
        return true;
    case Phase::Running:
        if (!lineIsOver(world)) return false;
        checkLine(world);
        return true;
    }
    return false;
}

void Player::checkKeys(const World& world) {
    std::vector<Statement> all;
    for (const LessonStep& step : lesson_.steps)
        all.insert(all.end(), step.statements.begin(), step.statements.end());
    if (const auto refused = missingUser()) return refuseToPlay(*refused);
    if (const auto refused = refuseTakenKeys(usedKeys(all), world.kernelTable))
        return refuseToPlay(*refused);
    keysChecked_ = true;
    startLine();
}

/// The first process that is declared as somebody whom this system does not give.
std::optional<SyntaxError> Player::missingUser() const {
    for (const LessonStep& step : lesson_.steps)
        for (const Statement& statement : step.statements) {
            if (statement.kind != Statement::Kind::Declare) continue;
            std::string why = playground_.obstacleTo(statement.declaration.user);
            if (!why.empty()) return SyntaxError{statement.declaration.at, std::move(why)};
        }
    return {};
}

void Player::refuseToPlay(const SyntaxError& refused) {
    failure_.emplace();
    failure_->at = refused.at;
    failure_->refusal = refused.message;
    for (const LessonStep& step : lesson_.steps)
        for (const Statement& statement : step.statements)
            if (statement.at.line == refused.at.line) failure_->source = statement.source;
    phase_ = Phase::Idle;
    begun_ = 0;
}

/// Starts the processes that the line names and that are not there. True when all are there.
bool Player::startProcesses(const World& world) {
    const Statement& statement = *line();
    std::vector<ProcessDeclaration> wanted;
    if (statement.kind == Statement::Kind::Declare) wanted.push_back(statement.declaration);
    for (const std::string& letter : statement.processes) {
        ProcessDeclaration plain;
        plain.letter = letter;
        wanted.push_back(plain);
    }
    bool all = true;
    for (const ProcessDeclaration& each : wanted) {
        if (world.process(each.letter)) continue;
        all = false;
        if (const auto asked = start(each, world); !asked) {
            fail(statement.at, asked.error().message());
            failure_->notStarted = true;
            return true;
        }
    }
    return all;
}

/// Asks for it once, and fails when it is known that it will not come.
Result<void> Player::start(const ProcessDeclaration& wanted, const World& world) {
    if (const auto asked = asked_.find(wanted.letter); asked != asked_.end()) {
        const std::string* why = world.whyNotStarted(asked->second);
        return why ? Result<void>(ipclab::failure(*why)) : Result<void>();
    }
    const auto added = playground_.addProcess(wanted);
    if (!added) return std::unexpected(added.error());
    asked_.emplace(wanted.letter, *added);
    return {};
}

/// A key that ftok made is known only now.
std::optional<SyntaxError> Player::foreignKey(const Statement& statement,
                                              const World& world) const {
    if (lesson_.privateNamespace) return {};
    for (const std::string& letter : statement.processes)
        for (const Action& action : statement.actions) {
            if (!action.call) continue;
            const Scope scope = scopeOf(*world.process(letter), world);
            if (auto refused = refuseForeignKey(*action.call, scope, world)) return refused;
        }
    return {};
}

void Player::giveLine(const World& world) {
    const Statement& statement = *line();
    if (statement.kind == Statement::Kind::Declare) return nextLine();
    for (const std::string& letter : statement.processes) {
        const Before now = before(*world.process(letter));
        if (statement.kind == Statement::Kind::Do)
            before_[letter] = now;
        else if (now.asleep)
            before_[letter].asleep = now.asleep;
    }
    if (const auto refused = foreignKey(statement, world))
        return fail(refused->at, refused->message);
    if (const auto given = give(statement, world); !given)
        return fail(statement.at, given.error().message());
    wasHeld_ = false;
    quiet_ = playground_.requestQuiet();
    phase_ = Phase::Running;
}

Result<void> Player::give(const Statement& statement, const World& world) {
    if (statement.kind == Statement::Kind::Do) return playground_.give(statement);
    if (statement.kind != Statement::Kind::Signal) return {};
    const Process& process = *world.process(statement.processes.front());
    return playground_.sendSignal(process.id, statement.signal);
}

/// Quiet, and no process holds its line until someone lets it go.
bool Player::lineIsOver(const World& world) {
    if (world.quiet < quiet_) return false;
    // A process that a signal is about to end may still look idle: where an end is expected, the
    // kernel is asked some more times before the line counts as over.
    const auto& expected = line()->expectation;
    const auto lives = [&world](const std::string& letter) {
        const Process* process = world.process(letter);
        return process && process->alive();
    };
    if (expected && expected->kind == Expectation::Kind::Killed && endRounds_ < maxEndRounds &&
        std::ranges::any_of(line()->processes, lives)) {
        ++endRounds_;
        quiet_ = playground_.requestQuiet();
        return false;
    }
    endRounds_ = 0;
    const auto holds = [&world](const std::string& letter) {
        const Process* process = world.process(letter);
        return process && process->state == ProcessState::Held;
    };
    if (std::ranges::any_of(line()->processes, holds)) {
        wasHeld_ = true;
        return false;
    }
    if (!wasHeld_) return true;
    wasHeld_ = false;
    quiet_ = playground_.requestQuiet();
    return false;
}

void Player::checkLine(const World& world) {
    const Statement& statement = *line();
    for (const std::string& letter : statement.processes) {
        const Process& process = *world.process(letter);
        if (auto difference = compare(statement, process, before_[letter], world, identities_))
            return fail(std::move(*difference));
        if (process.current) before_[letter].asleep = process.current->ref;
    }
    nextLine();
}

void Player::nextLine() {
    ++line_;
    if (line_ < lesson_.steps[begun_ - 1].statements.size())
        startLine();
    else
        phase_ = Phase::Idle;
}

void Player::fail(Difference difference) {
    const Statement& statement = *line();
    failure_ = FailedLine{statement.at, statement.source, std::move(difference), {}, {}};
    phase_ = Phase::Idle;
    ++failed_;
}

void Player::fail(Position at, std::string obstacle) {
    failure_ = FailedLine{at, line()->source, {}, std::move(obstacle), {}};
    phase_ = Phase::Idle;
    ++failed_;
}

void Player::giveUp(std::string why) {
    if (isPlaying()) fail(line()->at, std::move(why));
}

void playStep(Player& player, const std::function<bool(std::chrono::milliseconds)>& waitUntilQuiet,
              std::chrono::milliseconds deadline) {
    const auto end = std::chrono::steady_clock::now() + deadline;
    player.begin();
    while (!player.poll()) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        if (left.count() <= 0 || !waitUntilQuiet(left))
            return player.giveUp(
                fmt::format("this has not come to an end after {} ms", deadline.count()));
    }
}

} // namespace ipclab
