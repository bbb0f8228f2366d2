#include "tests/live/random_run.h"

#include "engine/call/language.h"
#include "engine/cli/event_text.h"

#include <QTest>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <fmt/ranges.h>

namespace ipclab {

namespace {

constexpr std::chrono::seconds quietDeadline{20};

/// "7" or "100-149".
std::pair<std::uint32_t, std::uint32_t> seedsIn(std::string_view text) {
    std::uint32_t first = 0, last = 0;
    const char* const end = text.data() + text.size();
    const auto [behind, error] = std::from_chars(text.data(), end, first);
    const bool range = error == std::errc() && behind != end && *behind == '-';
    if (!range || std::from_chars(behind + 1, end, last).ec != std::errc()) last = first;
    return {first, last};
}

} // namespace

void addSeeds(std::uint32_t count) {
    QTest::addColumn<quint32>("seed");
    const char* const wanted = std::getenv("IPCLAB_SEEDS");
    const auto [first, last] = wanted ? seedsIn(wanted) : std::pair(std::uint32_t{1}, count);
    for (quint32 seed = first; seed <= last; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

RandomRun::RandomRun() {
    LabOptions options;
    options.programs = IPCLAB_PROGRAMS;
    options.privateNamespace = true;
    options.allowRoot = true;
    auto lab = Lab::open(options);
    if (!lab) {
        why_ = "no private namespace here: " + lab.error().message();
        return;
    }
    lab_ = std::move(*lab);
    world_ = lab_->world();
}

RandomRun::~RandomRun() = default;

std::string RandomRun::start(const std::string& letter, std::size_t choice) {
    const auto users = lab_->users();
    const UserChoice& user = users[choice % users.size()];
    const auto added = lab_->addProcess(letter, "", user.available ? user.name : "alice");
    if (!added) return failed(added.error().message());
    return settle("start");
}

std::string RandomRun::kill(const Process& process) {
    if (const auto sent = lab_->sendSignal(process.id, SIGKILL); !sent)
        return failed(sent.error().message());
    // One that was idle ends on its own time: that it rests tells nothing.
    const ProcessId id = process.id;
    const auto deadline = std::chrono::steady_clock::now() + quietDeadline;
    while (world_->process(id)->alive()) {
        if (std::string wrong = settle("kill"); !wrong.empty()) return wrong;
        if (std::chrono::steady_clock::now() > deadline) return failed("it does not end");
    }
    return {};
}

std::string RandomRun::make(const std::string& line) {
    const auto statement = parseStatement(line);
    if (!statement) return line + ": " + statement.error().message;
    if (!lab_->give(*statement)) return {};
    return settle(line);
}

std::string RandomRun::settle(const std::string& step) {
    if (!lab_->waitUntilQuiet(quietDeadline)) return failed(step + ": not quiet");
    world_ = lab_->world();
    if (watch_)
        if (std::string wrong = takeEvents(); !wrong.empty()) return failed(step + ": " + wrong);
    if (world_->outsideChanges != 0) return failed(step + ": changed from outside");
    return {};
}

std::string RandomRun::takeEvents() {
    constexpr std::size_t most = 10'000;
    for (const Event& event : lab_->events(taken_, most)) {
        ++taken_;
        if (std::string wrong = watch_(shadow_, event); !wrong.empty()) return wrong;
        applyTo(shadow_, event);
    }
    return {};
}

std::vector<std::string> RandomRun::awake() const {
    std::vector<std::string> letters;
    for (const Process& process : world_->processes)
        if (process.state == ProcessState::Ready) letters.push_back(process.letter);
    return letters;
}

std::vector<const Process*> RandomRun::alive() const {
    std::vector<const Process*> all;
    for (const Process& process : world_->processes)
        if (process.alive()) all.push_back(&process);
    return all;
}

std::string RandomRun::end() {
    if (lab_->statistics().lost != 0) return "events were lost";
    if (world_->holes != 0) return failed("there are holes");
    return {};
}

std::map<int, int> RandomRun::outcomes() const {
    std::map<int, int> errors;
    for (const Event& event : lab_->events(0, lab_->eventCount()))
        if (const auto* returned = std::get_if<event::Returned>(&event.body))
            ++errors[returned->error];
    return errors;
}

std::string RandomRun::failed(const std::string& what) const {
    constexpr std::size_t shown = 60, longest = 160;
    EventText text;
    std::deque<std::string> lines;
    for (const Event& event : lab_->events(0, lab_->eventCount())) {
        if (auto line = text.line(event)) lines.push_back(line->substr(0, longest));
        if (lines.size() > shown) lines.pop_front();
    }
    fmt::print(stderr, "{}\n", fmt::join(lines, "\n")); // longer than a message of QTest's can be
    return what;
}

} // namespace ipclab
