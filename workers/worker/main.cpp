#include "engine/base/standard_streams.h"
#include "engine/event/protocol.h"
#include "engine/event/ring.h"
#include "workers/worker/control.h"
#include "workers/worker/identity.h"
#include "workers/worker/lifeline.h"
#include "workers/worker/line.h"
#include "workers/worker/own_descriptors.h"
#include "workers/worker/runner.h"

#include <cstdlib>
#include <cstring>
#include <unistd.h>
#include <vector>

namespace {

using namespace ipclab;

constexpr int exitUsage = 2;
constexpr int exitSetup = 3;

int complain(const Error& error, int status) {
    tell("ipclab-worker: " + error.message() + "\n");
    return status;
}

/// What `ps` and the supervisor see: the number of a forked child is another than its parent's, and
/// it has no letter in there.
void rename(char** argv, ProcessId self) {
    for (char* digit = argv[1] + std::strlen(argv[1]); digit-- != argv[1]; self /= 10)
        *digit = static_cast<char>('0' + self % 10);
    std::memset(argv[5], ' ', std::strlen(argv[5]));
}

/// Takes lines until the engine closes its end.
void serve(Fd control, Runner& runner, char** argv) {
    std::vector<char> buffer(maxRecordData);
    for (std::uint64_t number = 1;; ++number) {
        Packet packet = receivePacket(control.get(), buffer);
        if (packet.bytes.empty()) return;
        const auto line = readLine(packet.bytes);
        if (!line) {
            runner.skip(number);
            continue;
        }
        auto own = runner.run(*line, number, cradlesFor(*line, std::move(packet.descriptors)));
        if (!own) continue;
        control = std::move(*own);
        number = 0;
        rename(argv, runner.self());
    }
}

Result<SharedRing> attachRing() {
    auto moved = amongOwn(Fd(ringFd));
    if (!moved) return std::unexpected(moved.error());
    return SharedRing::attach(std::move(*moved));
}

Result<void> work(Board& board, ProcessId self, const Identity& identity, char** argv) {
    auto ring = attachRing();
    if (!ring) return std::unexpected(ring.error());
    auto control = amongOwn(Fd(controlFd));
    if (!control) return std::unexpected(control.error());
    const auto lifeline = amongOwn(Fd(lifelineFd));
    if (!lifeline) return std::unexpected(lifeline.error());
    if (const auto done = become(identity); !done) return done;
    const pid_t supervisor = board.workers[supervisorProcess].pid.load();
    if (const auto done = dieWithSupervisor(*lifeline, supervisor); !done) return done;
    Runner runner(board, std::move(*ring), self);
    if (const auto done = keepFromOwnDescriptors(); !done) return done;
    runner.reportStarted();
    serve(std::move(*control), runner, argv);
    return {};
}

/// The board first: there the supervisor reads why a worker could not begin.
int attachAndWork(ProcessId self, const Identity& identity, char** argv) {
    auto board = SharedBoard::attach(Fd(boardFd));
    if (!board) return complain(board.error(), exitSetup);
    // The supervisor may be killed before it notes whom it has started.
    (*board)->workers[self].pid.store(::getpid());
    board->closeDescriptor(); // of those that a process sees, none is the lab's
    const auto done = work(**board, self, identity, argv);
    if (done) return 0;
    copyText(done.error().message(), (*board)->workers[self].failed);
    return exitSetup;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 6) {
        tell("ipclab-worker is started by ipclab-supervisor, not by hand.\n"
             "usage: ipclab-worker PROCESS UID GID GROUPS LETTER\n");
        return exitUsage;
    }
    const int self = std::atoi(argv[1]);
    if (self < firstWorker || self >= boardSlots)
        return complain({"the process number is out of range", 0}, exitUsage);
    const auto identity = parseIdentity(argv[2], argv[3], argv[4]);
    if (!identity) return complain(identity.error(), exitUsage);
    return attachAndWork(static_cast<ProcessId>(self), *identity, argv);
}
