#include "engine/event/protocol.h"
#include "engine/event/ring.h"
#include "workers/worker/identity.h"
#include "workers/worker/line.h"
#include "workers/worker/own_descriptors.h"
#include "workers/worker/runner.h"

#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <vector>

namespace {

using namespace ipclab;

constexpr int exitUsage = 2;
constexpr int exitSetup = 3;

int complain(const Error& error, int status) {
    fmt::print(stderr, "ipclab-worker: {}\n", error.message());
    return status;
}

/// Takes lines until the engine closes its end.
void serve(int control, Board& board, ProcessId self, Runner& runner) {
    std::vector<char> packet(maxRecordData);
    for (std::uint64_t number = 1;;) {
        const ssize_t size = ::recv(control, packet.data(), packet.size(), 0);
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0) return;
        const auto line = readLine({packet.data(), static_cast<std::size_t>(size)});
        if (line)
            runner.run(*line, number);
        else
            board.workers[self].finished.store(number);
        ++number;
    }
}

template <class Shared> Result<Shared> attachAtOwn(int fd) {
    auto moved = amongOwn(Fd(fd));
    if (!moved) return std::unexpected(moved.error());
    return Shared::attach(std::move(*moved));
}

int work(ProcessId self, const Identity& identity) {
    auto board = attachAtOwn<SharedBoard>(boardFd);
    if (!board) return complain(board.error(), exitSetup);
    auto ring = attachAtOwn<SharedRing>(ringFd);
    if (!ring) return complain(ring.error(), exitSetup);
    const auto control = amongOwn(Fd(controlFd));
    if (!control) return complain(control.error(), exitSetup);
    if (const auto done = become(identity); !done) return complain(done.error(), exitSetup);
    const pid_t supervisor = (*board)->workers[supervisorProcess].pid.load();
    if (const auto done = dieWithParent(supervisor); !done)
        return complain(done.error(), exitSetup);
    Runner runner(**board, ring->memory(), self);
    if (const auto done = keepFromOwnDescriptors(); !done) return complain(done.error(), exitSetup);
    runner.reportStarted();
    serve(control->get(), **board, self, runner);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 6) {
        fmt::print(stderr, "ipclab-worker is started by ipclab-supervisor, not by hand.\n"
                           "usage: ipclab-worker PROCESS UID GID GROUPS LETTER\n");
        return exitUsage;
    }
    const int self = std::atoi(argv[1]);
    if (self < firstWorker || self >= boardSlots)
        return complain({"the process number is out of range", 0}, exitUsage);
    const auto identity = parseIdentity(argv[2], argv[3], argv[4]);
    if (!identity) return complain(identity.error(), exitUsage);
    return work(static_cast<ProcessId>(self), *identity);
}
