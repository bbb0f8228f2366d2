#include "tests/live/lesser_kernel.h"

#include <cstddef>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <span>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace ipclab {

namespace {

constexpr unsigned numberAt = offsetof(seccomp_data, nr);
/// The lower half of an argument, as little-endian machines store it.
constexpr unsigned argument(unsigned index) {
    return static_cast<unsigned>(offsetof(seccomp_data, args) + index * sizeof(std::uint64_t));
}

/// access(2) is a call of its own only where it always was.
#ifdef SYS_access
constexpr long accessCall = SYS_access;
constexpr unsigned accessMode = argument(1);
#else
constexpr long accessCall = SYS_faccessat;
constexpr unsigned accessMode = argument(2);
#endif

constexpr sock_filter load(unsigned at) {
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, at);
}
/// When the loaded number is this, goes on with the next `length` lines, else behind them.
constexpr sock_filter whenIs(long number, std::uint8_t length) {
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(number), 0, length);
}
constexpr sock_filter whenFlag(unsigned flag, std::uint8_t length) {
    return BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, flag, 0, length);
}
constexpr sock_filter fails(unsigned number) {
    return BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | number);
}
constexpr sock_filter isAllowed = BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);

/// For this thread and everything that it starts. seccomp(2).
bool install(std::vector<sock_filter> lines) {
    const sock_fprog program{static_cast<unsigned short>(lines.size()), lines.data()};
    if (::geteuid() != 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

bool giveUp(Lacking what) {
    switch (what) {
    case Lacking::MsgCopy:
        return install({load(numberAt), whenIs(SYS_msgrcv, 3), load(argument(4)),
                        whenFlag(MSG_COPY, 1), fails(ENOSYS), isAllowed});
    case Lacking::ProcSyscall: // whoever asks whether a file is there hears that it is not
        return install({load(numberAt), whenIs(accessCall, 3), load(accessMode), whenIs(F_OK, 1),
                        fails(ENOENT), isAllowed});
    case Lacking::PtraceRight: // from the next exec on, which is the supervisor's
        return ::prctl(PR_CAPBSET_DROP, CAP_SYS_PTRACE, 0, 0, 0) == 0;
    }
    return false;
}

} // namespace

Result<std::unique_ptr<Lab>> openLabLacking(Lacking what) {
    Result<std::unique_ptr<Lab>> lab = failure("this system refuses the filter");
    std::thread opens([&] {
        if (!giveUp(what)) return;
        LabOptions options;
        options.programs = IPCLAB_PROGRAMS;
        lab = Lab::open(options);
    });
    opens.join();
    return lab;
}

} // namespace ipclab
