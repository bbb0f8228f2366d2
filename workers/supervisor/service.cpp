#include "workers/supervisor/service.h"

#include "engine/base/clock.h"
#include "engine/event/protocol.h"
#include "workers/supervisor/descriptor_watch.h"
#include "workers/supervisor/pipe_watch.h"
#include "workers/supervisor/queue_watch.h"
#include "workers/supervisor/segment_watch.h"

#include <algorithm>
#include <csignal>
#include <cstring>
#include <fmt/format.h>
#include <poll.h>

namespace ipclab {

namespace {

/// While workers are at work they are looked at after 0.1 ms, and then less and less often.
constexpr std::int64_t shortestPauseNs = 100'000;
constexpr std::int64_t longestPauseNs = 2'000'000;
/// How old a change from outside may be before it is seen.
constexpr std::int64_t looksEveryNs = 40'000'000;

/// A pidfd tells of the end alone; that a worker stops or goes on is told by SIGCHLD. It is let in
/// only while the loop waits, so it interrupts nothing else.
void listenForStops() {
    struct sigaction handler{};
    handler.sa_handler = [](int) {};
    ::sigaction(SIGCHLD, &handler, nullptr);
    sigset_t childSignal;
    ::sigemptyset(&childSignal);
    ::sigaddset(&childSignal, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &childSignal, nullptr);
}

/// As long as it lives, no worker begins a call.
class Looking {
public:
    explicit Looking(Board& board) : board_(board) { board_.looking.store(1); }
    ~Looking() { board_.looking.store(0); }
    Looking(const Looking&) = delete;
    Looking& operator=(const Looking&) = delete;

private:
    Board& board_;
};

} // namespace

Service::Service(Board& board, Reporter& reporter, Children& children, Cleanup& cleanup,
                 TableWatch& table, Guard& guard, const Identities& identities)
    : board_(board), reporter_(reporter), children_(children), cleanup_(cleanup), table_(table),
      guard_(guard), identities_(identities), rest_(board, children, reporter), looks_(reporter) {
    board.looking.store(0); // a predecessor may have been killed while it looked
    looks_.add(std::make_unique<QueueWatch>(board, reporter));
    if (auto segments = SegmentTable::open())
        looks_.add(std::make_unique<SegmentWatch>(board, reporter, children, std::move(*segments)));
    auto descriptors = std::make_unique<DescriptorWatch>(board, reporter, children);
    auto pipes = std::make_unique<PipeWatch>(reporter, children, *descriptors);
    looks_.add(std::move(descriptors));
    looks_.add(std::move(pipes));
}

void Service::run() {
    listenForStops();
    do {
        hearOfGuard();
        hearOfWorkers();
        reporter_.flush();
        look();
        table_.tick(monotonicNs());
        wait();
    } while (obeyAll());
    children_.killAll();
}

std::int64_t Service::untilNs() const {
    constexpr std::int64_t retryNs = 1'000'000; // until the engine has made room in the ring
    const std::int64_t now = monotonicNs();
    std::int64_t until = table_.dueNs();
    if (active_) until = std::min(until, now + pauseNs_);
    if (reporter_.waiting()) until = std::min(until, now + retryNs);
    if (looks_.any() || rest_.someoneSleeps() || children_.anyForked())
        until = std::min(until, looksDueNs_);
    return until;
}

void Service::wait() {
    std::vector<pollfd> waiting{{controlFd, POLLIN, 0}, {guard_.deathFd(), POLLIN, 0}};
    for (const Child& child : children_.living())
        waiting.push_back({child.pidfd.get(), POLLIN, 0});
    const std::int64_t until = untilNs();
    constexpr std::int64_t second = 1'000'000'000;
    const std::int64_t left = std::max<std::int64_t>(0, until - monotonicNs());
    const timespec timeout{left / second, left % second};
    sigset_t none;
    ::sigemptyset(&none);
    (void)::ppoll(waiting.data(), waiting.size(), until == TableWatch::never ? nullptr : &timeout,
                  &none);
}

bool Service::obeyAll() {
    for (;;) {
        Request request;
        switch (readCommand(controlFd, request)) {
        case Reading::Closed:
            return false;
        case Reading::Nothing:
            return true;
        case Reading::Got:
            active_ = true;
            pauseNs_ = shortestPauseNs;
            obey(request);
        }
    }
}

void Service::obey(const Request& request) {
    const Command& command = request.command;
    switch (command.kind) {
    case CommandKind::Start:
        return start(request);
    case CommandKind::Signal:
        return sendSignal(command);
    case CommandKind::Quiet:
        quietAsked_ = std::max(quietAsked_, command.request);
        return;
    case CommandKind::Table:
        return table_.want(command.value != 0);
    case CommandKind::Look:
        return; // it is awake, that is all
    }
}

void Service::start(const Request& request) {
    const Command& command = request.command;
    if (command.process < firstWorker || command.process >= boardSlots ||
        command.user >= static_cast<std::uint32_t>(userCount))
        return;
    const std::string letter(command.letter, ::strnlen(command.letter, sizeof(command.letter)));
    const auto started = startChild(request, letter);
    if (started) return;
    constexpr int cannotRun = 127; // what a shell says of a command that it cannot run
    reportNotStarted(command.process, letter, started.error().message());
    reportEnd(command.process, {false, cannotRun});
}

Result<void> Service::startChild(const Request& request, const std::string& letter) {
    const UserIdentity& user = identities_[request.command.user];
    if (!user.available) return failure(user.why);
    // The kernel leaves out of a packet what there is no number for. recvmsg(2), MSG_CTRUNC
    if (!request.ring || !request.control)
        return systemError("taking what it needs (ulimit -n is the limit of descriptors)", EMFILE);
    return children_.start(request.command.process, user, letter, request.ring, request.control);
}

void Service::reportNotStarted(ProcessId process, const std::string& name, const std::string& why) {
    reporter_.notice(fmt::format("{} could not be started: {}", name, why), process);
}

/// A worker that ended while it was getting ready left a word why, unless it was killed.
void Service::reportIfNeverReady(const Child& child, const End& end) {
    const WorkerSlot& slot = board_.workers[child.process];
    if (slot.ready.load() != 0) return;
    const std::string name = child.forked ? fmt::format("process {}", child.pid) : child.letter;
    const std::string ended = end.killed ? "killed by " + signalName(end.code)
                                         : fmt::format("it exited with {}", end.code);
    reportNotStarted(child.process, name, slot.failed[0] != '\0' ? slot.failed : ended);
}

void Service::sendSignal(const Command& command) {
    const auto sent = children_.signal(command.process, command.value);
    if (!sent)
        reporter_.notice(fmt::format("{} could not be sent: {}", signalName(command.value),
                                     sent.error().message()));
}

void Service::hearOfGuard() {
    if (!guard_.hasDied()) return;
    const auto started = guard_.start();
    if (started) return;
    reporter_.notice(
        fmt::format("ipclab-guard was killed and could not be started again ({}): what "
                    "the lab has made stays behind if the window and "
                    "ipclab-supervisor are killed at once",
                    started.error().message()));
}

void Service::hearOfWorkers() {
    std::vector<std::pair<ProcessId, End>> ended;
    children_.adopt();
    for (Child& child : children_.living()) {
        End end;
        ChildNews news = children_.news(child, end);
        for (; news == ChildNews::Stopped || news == ChildNews::Continued;
             news = children_.news(child, end))
            reportStop(child.process, news == ChildNews::Stopped);
        if (news != ChildNews::Ended) continue;
        reportIfNeverReady(child, end);
        ended.emplace_back(child.process, end);
    }
    for (const auto& [process, end] : ended) {
        if (!end.known)
            reporter_.notice(fmt::format("how process {} ended is not known: the kernel told only "
                                         "its parent",
                                         board_.workers[process].pid.load()));
        children_.forget(process);
        cleanup_.died(process);
        reportEnd(process, end);
        active_ = true;
    }
    children_.reapOrphans();
}

void Service::reportStop(ProcessId process, bool stopped) {
    Record record;
    record.kind = RecordKind::Stopped;
    record.process = process;
    record.args[0] = stopped ? 1 : 0;
    reporter_.post(record);
    active_ = true;
}

void Service::reportEnd(ProcessId process, const End& end) {
    WorkerSlot& slot = board_.workers[process];
    const bool faulted = end.killed && (end.code == SIGSEGV || end.code == SIGBUS);
    slot.ended.store(1);
    Record record;
    record.kind = RecordKind::Ended;
    record.process = process;
    record.args = {end.killed ? 1 : 0, end.code,
                   faulted ? static_cast<std::int64_t>(slot.fault.load()) : 0, 0};
    reporter_.post(record);
}

void Service::look() {
    const std::int64_t now = monotonicNs();
    const bool looksDue = now >= looksDueNs_;
    if (!active_ && !(looksDue && rest_.stirred())) {
        if (!looksDue) return;
        looksDueNs_ = now + looksEveryNs;
        if (looks_.any()) (void)reportQuiet();
        return;
    }
    pauseNs_ = std::clamp(pauseNs_ * 2, shortestPauseNs, longestPauseNs);
    const bool allAtRest = rest_.look();
    if (looksDue) looksDueNs_ = now + looksEveryNs;
    if (allAtRest)
        active_ = !reportQuiet();
    else if (looksDue)
        looks_.glance();
}

/// Says what the queues hold, and that all is quiet if the engine asked, exactly when every worker
/// is at rest before and after the looks, and nobody took a number meanwhile. False: not now.
bool Service::reportQuiet() {
    constexpr int tries = 3;
    for (int i = 0; i < tries; ++i) {
        std::uint64_t next = board_.nextSeq.load();
        std::vector<News> news;
        {
            // Before it is made sure that all rest: who is given a line later waits.
            const Looking looking(board_);
            if (!rest_.confirmed()) return false;
            news = looks_.survey();
        }
        if (news.empty() && quietAsked_ == quietGiven_) return true;
        if (!rest_.confirmed() || !looks_.report(news, next)) continue;
        if (quietAsked_ == quietGiven_) return true;
        Record record;
        record.kind = RecordKind::Quiet;
        record.process = supervisorProcess;
        record.args[0] = static_cast<std::int64_t>(quietAsked_);
        if (!reporter_.publishIfNext(next, record)) continue;
        quietGiven_ = quietAsked_;
        return true;
    }
    return false;
}

} // namespace ipclab
