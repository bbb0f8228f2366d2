#include "engine/base/standard_streams.h"
#include "engine/event/protocol.h"
#include "workers/supervisor/guard.h"
#include "workers/supervisor/inheritance.h"
#include "workers/supervisor/predecessor.h"
#include "workers/supervisor/scratch.h"
#include "workers/supervisor/service.h"
#include "workers/supervisor/surroundings.h"

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fmt/format.h>
#include <string_view>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using namespace ipclab;

constexpr int exitUsage = 2;
constexpr int exitSetup = 3;
constexpr int exitLeft = 4; // not everything could be removed

/// --msgmni=2
bool parseSysctl(std::string_view argument, IpcSysctls& sysctls) {
    for (const IpcSysctl& each : ipcSysctls) {
        const std::string option = fmt::format("--{}=", each.name);
        if (!argument.starts_with(option)) continue;
        sysctls.*each.value = std::strtoull(argument.data() + option.size(), nullptr, 10);
        return true;
    }
    return false;
}

bool parse(int argc, char** argv, Options& options) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--private")
            options.privateNamespace = true;
        else if (argument == "--allow-root")
            options.allowRoot = true;
        else if (!parseSysctl(argument, options.sysctls))
            return false;
    }
    return ::fcntl(controlFd, F_GETFD) >= 0 && ::fcntl(lifelineFd, F_GETFD) >= 0;
}

/// The terminal's signals are for the front end; its end is the one thing that ends the supervisor.
void ignoreTerminal() {
    for (const int signal : {SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGPIPE})
        ::signal(signal, SIG_IGN);
}

int refuse(Hello& hello, const Error& error) {
    copyText(error.message(), hello.failed);
    (void)::send(controlFd, &hello, sizeof(hello), MSG_NOSIGNAL);
    return exitSetup;
}

int supervise(const Options& options, Hello& hello, Board& board, RingMemory& ring) {
    Children children(board);
    if (const auto opened = children.openProgram(); !opened) return refuse(hello, opened.error());
    const std::vector<Orphan> orphans = endOrphans(board);
    if (const auto enough = checkDescriptors(); !enough) return refuse(hello, enough.error());
    auto settled = settleIn(options);
    if (!settled) return refuse(hello, settled.error());
    auto kinds = Cleanup::openKinds();
    if (!kinds) return refuse(hello, kinds.error());
    auto shownTables = TableWatch::openTables();
    if (!shownTables) return refuse(hello, shownTables.error());

    Cleanup cleanup(board, std::move(*kinds));
    Guard guard(board); // there before anything is made that it would remove, and goes after it
    if (const auto started = guard.start(); !started) return refuse(hello, started.error());
    const auto scratch = Scratch::enter();
    if (!scratch) return refuse(hello, scratch.error());
    addMissing(*settled, scratch->missing());
    if (const auto opened = children.openLifeline(); !opened) return refuse(hello, opened.error());

    Reporter reporter(board, ring);
    TableWatch watch(std::move(*shownTables), reporter);
    Service service(board, reporter, children, cleanup, watch, guard, settled->identities);
    for (const Orphan& orphan : orphans)
        service.reportEnd(orphan.process, orphan.end);
    const Inheritance inheritance(board, options.privateNamespace);
    for (std::string& left : cleanup.removeAll())
        reporter.notice(std::move(left));
    if (const auto segments = SegmentTable::open()) inheritance.report(reporter, *segments);
    tell(settled->identities, hello);
    copyText(settled->missing, hello.missing);
    hello.shmRmidForced = settled->shmRmidForced;
    copyText(scratch->path(), hello.scratch);
    if (::send(controlFd, &hello, sizeof(hello), MSG_NOSIGNAL) < 0) return exitSetup;
    service.run();
    return cleanup.finish() ? 0 : exitLeft;
}

int attachAndSupervise(const Options& options) {
    Hello hello;
    hello.pid = ::getpid();
    for (const int fd : {boardFd, ringFd, controlFd, lifelineFd})
        ::fcntl(fd, F_SETFD, FD_CLOEXEC);
    auto board = SharedBoard::attach(Fd(boardFd));
    if (!board) return refuse(hello, board.error());
    auto ring = SharedRing::attach(Fd(ringFd));
    if (!ring) return refuse(hello, ring.error());
    (*board)->workers[supervisorProcess].pid.store(hello.pid);
    return supervise(options, hello, **board, ring->memory());
}

} // namespace

int main(int argc, char** argv) {
    fillStandardStreams();
    ignoreTerminal();
    // A forked worker whose parent dies becomes this process's child. It needs no privilege.
    (void)::prctl(PR_SET_CHILD_SUBREAPER, 1);
    Options options;
    if (!parse(argc, argv, options)) {
        tell("ipclab-supervisor is started by ipclab and ipclab-cli, not by hand.\n"
             "usage: ipclab-supervisor [--private] [--msgmni=N] [--shmmni=N] [--shmall=N] "
             "[--shm_rmid_forced=1] [--allow-root]\n");
        return exitUsage;
    }
    return attachAndSupervise(options);
}
