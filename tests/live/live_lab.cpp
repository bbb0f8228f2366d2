#include "tests/live/live_lab.h"

#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ipclab {

namespace {

constexpr std::chrono::seconds patience{20}; // the tests assert what comes, never how fast

Result<std::unique_ptr<Lab>> openLab() {
    LabOptions options;
    options.programs = IPCLAB_PROGRAMS;
    return Lab::open(options);
}

} // namespace

LiveLab::LiveLab() : LiveLab(openLab()) {
}

LiveLab::LiveLab(Result<std::unique_ptr<Lab>> lab) {
    if (!lab) qFatal("%s", lab.error().message().c_str());
    lab_ = std::move(*lab);
    lab_->onEvents([this] {
        const std::lock_guard lock(mutex_);
        ++batches_;
        news_.notify_all();
    });
}

LiveLab::~LiveLab() = default;

void LiveLab::give(const std::string& line) {
    const auto statement = parseStatement(line);
    if (!statement) qFatal("%s: %s", line.c_str(), statement.error().message.c_str());
    for (const std::string& letter : statement->processes)
        if (!lab_->world()->process(letter)) (void)lab_->addProcess(letter, "", "alice");
    const auto given = lab_->give(*statement);
    if (!given) qFatal("%s: %s", line.c_str(), given.error().message().c_str());
}

void LiveLab::run(const std::string& line) {
    give(line);
    if (!lab_->waitUntilQuiet(patience)) qFatal("%s: not quiet", line.c_str());
}

pid_t LiveLab::supervisor() {
    int parent = 0;
    FILE* file = std::fopen(fmt::format("/proc/{}/stat", process("A").pid).c_str(), "r");
    const int read = file ? std::fscanf(file, "%*d (%*[^)]) %*c %d", &parent) : 0;
    if (file) std::fclose(file);
    return read == 1 ? parent : 0;
}

const Process& LiveLab::process(const char* letter) {
    shown_ = lab_->world();
    const Process* process = shown_->process(letter);
    if (!process) qFatal("there is no process %s", letter);
    return *process;
}

int LiveLab::number(const char* letter, const char* variable) {
    const Process& owner = process(letter);
    const auto found = owner.variables.find(variable);
    if (found == owner.variables.end()) qFatal("%s has no %s", letter, variable);
    return static_cast<int>(std::get<std::int64_t>(found->second));
}

bool LiveLab::waitFor(const std::function<bool()>& reached) {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (;;) {
        std::uint64_t seen = 0;
        {
            const std::lock_guard lock(mutex_);
            seen = batches_;
        }
        if (reached()) return true;
        std::unique_lock lock(mutex_);
        if (!news_.wait_until(lock, deadline, [&] { return batches_ != seen; })) return false;
    }
}

Event LiveLab::await(const std::function<bool(const Event&)>& wanted) {
    Event found;
    const bool came = waitFor([&] {
        constexpr std::size_t atOnce = 1024;
        for (auto events = lab_->events(read_, atOnce); !events.empty();
             events = lab_->events(read_, atOnce))
            for (Event& event : events) {
                ++read_;
                if (!wanted(event)) continue;
                found = std::move(event);
                return true;
            }
        return false;
    });
    if (!came) qFatal("the event that was waited for did not come");
    awaitWorld([this](const World& world) { return world.events >= read_; });
    return found;
}

event::OutsideChange LiveLab::awaitOutside(event::OutsideChange::Kind kind) {
    const Event event = await([kind](const Event& e) {
        const auto* change = std::get_if<event::OutsideChange>(&e.body);
        return change && change->kind == kind;
    });
    // The look that showed it comes right behind it.
    awaitWorld([this](const World& world) { return world.events > read_; });
    return std::get<event::OutsideChange>(event.body);
}

bool LiveLab::awaitWorld(const std::function<bool(const World&)>& wanted) {
    return waitFor([&] { return wanted(*lab_->world()); });
}

pid_t inAnotherProgram(const std::function<bool()>& what, uid_t uid) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        if (uid != static_cast<uid_t>(-1) && ::setresuid(uid, uid, uid) != 0) ::_exit(1);
        ::_exit(what() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(pid, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? pid : 0;
}

key_t freeKey() {
    static key_t next = 0x4c500000 + (::getpid() & 0xfff) * 256;
    do
        ++next;
    while (::msgget(next, 0) >= 0 || errno != ENOENT);
    return next;
}

std::optional<msqid_ds> statOf(int id) {
    msqid_ds ds{};
    if (::msgctl(id, IPC_STAT, &ds) != 0) return {};
    return ds;
}

bool rawSend(int id, long type, std::string_view text) {
    std::vector<char> buffer(sizeof(long) + text.size());
    std::memcpy(buffer.data(), &type, sizeof(long));
    text.copy(buffer.data() + sizeof(long), text.size());
    return ::msgsnd(id, buffer.data(), text.size(), IPC_NOWAIT) == 0;
}

std::optional<std::string> rawReceive(int id, long type) {
    constexpr std::size_t largest = 64 * 1024;
    std::vector<char> buffer(sizeof(long) + largest);
    const ssize_t size = ::msgrcv(id, buffer.data(), largest, type, IPC_NOWAIT);
    if (size < 0) return {};
    return std::string(buffer.data() + sizeof(long), static_cast<std::size_t>(size));
}

} // namespace ipclab
