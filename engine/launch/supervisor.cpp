#include "engine/launch/supervisor.h"

#include "engine/base/pidfd.h"
#include "engine/launch/packet.h"
#include "engine/launch/programs.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <sys/socket.h>
#include <sys/wait.h>
#include <vector>

namespace ipclab {

namespace {

/// Mapping the namespaces and clearing up after a predecessor included; far more than it takes.
constexpr int greetingMs = 10'000;

/// Room for some hundred commands: the kernel counts about a kilobyte for each.
constexpr std::size_t commandBufferBytes = 256 * 1024;

/// The supervisor never waits for the engine, so a full socket is empty again in no time.
constexpr int sendMs = 2'000;

/// Copies of descriptors above those they are to become, so that no dup2 overwrites another.
using Descriptors = std::array<Fd, 4>;
Result<Descriptors> liftAbove(std::array<int, 4> descriptors) {
    constexpr int above = 16;
    Descriptors lifted;
    for (std::size_t i = 0; i < lifted.size(); ++i) {
        lifted[i] = Fd(::fcntl(descriptors[i], F_DUPFD_CLOEXEC, above));
        if (!lifted[i]) return systemError("fcntl(F_DUPFD_CLOEXEC)");
    }
    return lifted;
}

std::vector<std::string> argumentsFor(const std::string& program,
                                      const SupervisorOptions& options) {
    std::vector<std::string> arguments{program};
    if (options.privateNamespace) arguments.emplace_back("--private");
    for (const IpcSysctl& each : ipcSysctls)
        if (const std::uint64_t value = options.sysctls.*each.value; value > 0)
            arguments.push_back(fmt::format("--{}={}", each.name, value));
    if (options.allowRoot) arguments.emplace_back("--allow-root");
    return arguments;
}

/// In a session of its own (Ctrl+C in a terminal ends the front end, and the supervisor clears up
/// after it), with every signal at its default.
Result<pid_t> spawn(std::vector<std::string> arguments, const Descriptors& descriptors) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    constexpr std::array targets{boardFd, ringFd, controlFd, lifelineFd};
    for (std::size_t i = 0; i < targets.size(); ++i)
        ::posix_spawn_file_actions_adddup2(&actions, descriptors[i].get(), targets[i]);
    sigset_t none, all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setsigdefault(&attributes, &all);
    ::posix_spawnattr_setflags(&attributes,
                               POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> argv;
    for (std::string& argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_t pid = 0;
    const int problem = ::posix_spawn(&pid, argv[0], &actions, &attributes, argv.data(), environ);
    ::posix_spawn_file_actions_destroy(&actions);
    ::posix_spawnattr_destroy(&attributes);
    if (problem != 0) return systemError("starting " + arguments.front(), problem);
    return pid;
}

bool readyWithin(int fd, short what, int ms) {
    pollfd waiting{fd, what, 0};
    int ready = 0;
    do {
        ready = ::poll(&waiting, 1, ms);
    } while (ready < 0 && errno == EINTR);
    return ready > 0;
}

} // namespace

Supervisor::Supervisor(pid_t pid, Fd pidfd, Fd socket, Fd lifeline)
    : pid_(pid), pidfd_(std::move(pidfd)), socket_(std::move(socket)),
      lifeline_(std::move(lifeline)) {
}

Supervisor& Supervisor::operator=(Supervisor&& other) noexcept {
    std::swap(pid_, other.pid_);
    std::swap(pidfd_, other.pidfd_);
    std::swap(socket_, other.socket_);
    std::swap(lifeline_, other.lifeline_);
    std::swap(hello_, other.hello_);
    return *this;
}

Supervisor::~Supervisor() {
    (void)close();
}

Result<Supervisor> Supervisor::start(const SharedBoard& board, const SharedRing& ring,
                                     const SupervisorOptions& options) {
    const auto program = findProgram(options.programs, "ipclab-supervisor");
    if (!program) return std::unexpected(program.error());
    auto sockets = packetSockets(commandBufferBytes);
    if (!sockets) return std::unexpected(sockets.error());
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) return systemError("pipe2");
    const Fd reads(pipe[0]);
    Fd writes(pipe[1]);
    auto descriptors = liftAbove({board.fd(), ring.fd(), sockets->second.get(), reads.get()});
    if (!descriptors) return std::unexpected(descriptors.error());
    const auto pid = spawn(argumentsFor(program->string(), options), *descriptors);
    if (!pid) return std::unexpected(pid.error());
    Supervisor supervisor(*pid, openProcess(*pid), std::move(sockets->first), std::move(writes));
    if (!supervisor.pidfd_) return systemError("pidfd_open");
    // Its end must be open in the supervisor alone, or its death would not be noticed.
    sockets->second.reset();
    *descriptors = {};
    if (const auto greeted = supervisor.greet(); !greeted) return std::unexpected(greeted.error());
    return supervisor;
}

Result<void> Supervisor::greet() {
    if (!readyWithin(socket_.get(), POLLIN, greetingMs))
        return failure("ipclab-supervisor does not answer");
    const ssize_t size = ::recv(socket_.get(), &hello_, sizeof(hello_), MSG_DONTWAIT);
    if (size != static_cast<ssize_t>(sizeof(hello_)))
        return failure("ipclab-supervisor ended before it was ready");
    if (hello_.failed[0] != '\0') return failure(hello_.failed);
    return {};
}

Result<void> Supervisor::send(const Command& command, std::string_view what,
                              std::span<const int> descriptors) {
    const std::string_view packet{reinterpret_cast<const char*>(&command), sizeof(command)};
    auto sent = sendPacket(socket_.get(), packet, descriptors);
    if (!sent && sent.error().number == EAGAIN && readyWithin(socket_.get(), POLLOUT, sendMs))
        sent = sendPacket(socket_.get(), packet, descriptors);
    if (sent) return {};
    return std::unexpected(
        Error{"asking the supervisor to " + std::string(what), sent.error().number});
}

Result<WorkerEnds> Supervisor::startWorker(ProcessId process, int user, std::string_view letter) {
    if (process < firstWorker || process >= boardSlots)
        return failure("the lab's limit of processes in its whole life is reached (boardSlots)");
    if (user < 0 || user >= userCount) return failure("there is no such user");
    auto worker = prepareWorker();
    if (!worker) return std::unexpected(worker.error());
    Command command;
    command.kind = CommandKind::Start;
    command.process = process;
    command.user = static_cast<std::uint32_t>(user);
    letter.copy(command.letter, sizeof(command.letter) - 1);
    const std::array descriptors{worker->ends.ring.fd(), worker->control.get()};
    if (const auto sent = send(command, "start a process", descriptors); !sent)
        return std::unexpected(sent.error());
    return std::move(worker->ends);
}

Result<void> Supervisor::signal(ProcessId process, int signal) {
    Command command;
    command.kind = CommandKind::Signal;
    command.process = process;
    command.value = signal;
    return send(command, "send a signal");
}

Result<void> Supervisor::requestQuiet(std::uint64_t request) {
    Command command;
    command.kind = CommandKind::Quiet;
    command.request = request;
    return send(command, "report when all is quiet");
}

Result<void> Supervisor::watchTable(bool on) {
    Command command;
    command.kind = CommandKind::Table;
    command.value = on ? 1 : 0;
    return send(command, "watch the kernel's table");
}

Result<void> Supervisor::look() {
    return send(Command{}, "look");
}

Result<void> Supervisor::close(std::chrono::milliseconds deadline) {
    socket_.reset();
    lifeline_.reset();
    if (!pidfd_) return {};
    if (!readyWithin(pidfd_.get(), POLLIN, static_cast<int>(deadline.count())))
        return failure("ipclab-supervisor did not end in time");
    siginfo_t info{};
    ::waitid(P_PIDFD, static_cast<id_t>(pidfd_.get()), &info, WEXITED);
    pidfd_.reset();
    if (info.si_code == CLD_EXITED && info.si_status == 0) return {};
    if (info.si_code == CLD_EXITED) return failure("ipclab-supervisor could not remove everything");
    return failure("ipclab-supervisor was killed by " + signalName(info.si_status));
}

} // namespace ipclab
