#include "workers/supervisor/service.h"

#include <cerrno>
#include <fmt/format.h>
#include <sys/epoll.h>
#include <vector>

namespace ipclab {

namespace {

/// While the engine has not made room in the ring for what must be said.
constexpr int retryMs = 1;

} // namespace

Service::Service(Board& board, RingMemory& ring, Children& children, const Identities& identities)
    : board_(board), reporter_(board, ring), children_(children), identities_(identities),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    watch(controlFd, 0);
}

void Service::watch(int fd, std::uint64_t tag) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = tag;
    ::epoll_ctl(epoll_.get(), EPOLL_CTL_ADD, fd, &event);
}

void Service::run() {
    do {
        epoll_event events[16];
        (void)::epoll_wait(epoll_.get(), events, 16, reporter_.waiting() ? retryMs : -1);
        reporter_.flush();
        reapEnded();
    } while (obeyAll());
    children_.killAll();
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
            obey(request);
        }
    }
}

void Service::obey(const Request& request) {
    switch (request.command.kind) {
    case CommandKind::Start:
        start(request);
        break;
    case CommandKind::Signal:
        if (const auto sent = children_.signal(request.command.process, request.command.value);
            !sent)
            reporter_.notice(fmt::format("{} could not be sent: {}",
                                         signalName(request.command.value),
                                         sent.error().message()));
        break;
    case CommandKind::Quiet:
    case CommandKind::Table:
    case CommandKind::Look:
        break;
    }
}

void Service::start(const Request& request) {
    const Command& command = request.command;
    if (command.process < firstWorker || command.process >= boardSlots ||
        command.user >= static_cast<std::uint32_t>(userCount) || !request.ring || !request.control)
        return;
    const UserIdentity& user = identities_[command.user];
    const std::string letter(command.letter, ::strnlen(command.letter, sizeof(command.letter)));
    const auto child = user.available ? children_.start(command.process, user, letter, request.ring,
                                                        request.control)
                                      : failure(user.why);
    if (child) {
        watch((*child)->pidfd.get(), (*child)->process);
        return;
    }
    constexpr int cannotRun = 127; // what a shell says of a command that it cannot run
    reporter_.notice(fmt::format("{} could not be started: {}", letter, child.error().message()));
    reportEnd(command.process, {false, cannotRun});
}

void Service::reapEnded() {
    std::vector<std::pair<ProcessId, End>> ended;
    for (Child& child : children_.living()) {
        End end;
        if (children_.reap(child, end)) ended.emplace_back(child.process, end);
    }
    for (const auto& [process, end] : ended) {
        children_.forget(process);
        reportEnd(process, end);
    }
}

void Service::reportEnd(ProcessId process, const End& end) {
    board_.workers[process].ended.store(1);
    Record record;
    record.kind = RecordKind::Ended;
    record.process = process;
    record.args = {end.killed ? 1 : 0, end.code, 0, 0};
    reporter_.post(record);
}

} // namespace ipclab
