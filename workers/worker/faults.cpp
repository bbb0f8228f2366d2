#include "workers/worker/faults.h"

#include <array>
#include <csignal>

namespace ipclab {

namespace {

std::atomic<WorkerSlot*> noted{nullptr};

constexpr std::size_t stackBytes = 16 * 1024;
alignas(16) std::array<char, stackBytes> stack; // a process without stack can still tell

/// The disposition is the default again (SA_RESETHAND). A signal that somebody sent comes again
/// only if it is sent again.
void note(int signal, siginfo_t* info, void* /*context*/) {
    if (info->si_code <= 0) {
        (void)::raise(signal);
        return;
    }
    WorkerSlot* slot = noted.load();
    if (slot == nullptr) return;
    slot->fault.store(reinterpret_cast<std::uint64_t>(info->si_addr));
    slot->ending.store(-signal);
}

} // namespace

bool isFault(int signal) {
    return signal == SIGSEGV || signal == SIGBUS;
}

int noteFaultsOf(int signal) {
    struct sigaction action{};
    action.sa_sigaction = note;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND;
    return ::sigaction(signal, &action, nullptr);
}

void noteExit(int status) {
    constexpr int statusBits = 0xff;
    if (WorkerSlot* slot = noted.load()) slot->ending.store(1 + (status & statusBits));
}

void noteFaultsIn(WorkerSlot& slot) {
    const bool first = noted.exchange(&slot) == nullptr;
    if (!first) return;
    stack_t alternate{};
    alternate.ss_sp = stack.data();
    alternate.ss_size = stack.size();
    (void)::sigaltstack(&alternate, nullptr);
    for (const int signal : {SIGSEGV, SIGBUS})
        (void)noteFaultsOf(signal); // a fault without its address is still a fault
}

} // namespace ipclab
