#include "workers/worker/signals.h"

#include "workers/worker/faults.h"

#include <csignal>

namespace ipclab {

namespace {

void handler(int /*signal*/) {
}

} // namespace

Outcome performKill(const ResolvedCall& call) {
    return finished(::kill(static_cast<pid_t>(call.args[0]), static_cast<int>(call.args[1])));
}

Outcome performSigaction(const ResolvedCall& call) {
    struct sigaction action{};
    constexpr std::int64_t ignored = 1;
    constexpr std::int64_t handled = 2;
    if (call.args[1] == ignored)
        action.sa_handler = SIG_IGN;
    else if (call.args[1] == handled)
        action.sa_handler = handler;
    else
        action.sa_handler = SIG_DFL;
    action.sa_flags = static_cast<int>(call.args[2]);
    const int signal = static_cast<int>(call.args[0]);
    if (action.sa_handler == SIG_DFL && isFault(signal)) return finished(noteFaultsOf(signal));
    return finished(::sigaction(signal, &action, nullptr));
}

} // namespace ipclab
