// A front end that is made to die: three processes create and remove queues, make and attach
// segments, fork children that sleep and die as orphans, and pass messages at full speed. It writes
// a line for each step and ends in order when its input closes.
//
// burst_lab PROGRAMS [idle]     idle: one queue with a sleeping receiver, and nothing more
#include "engine/call/language.h"
#include "engine/lab/lab.h"

#include <cstdio>
#include <poll.h>
#include <string_view>
#include <unistd.h>

using namespace ipclab;

namespace {

constexpr std::chrono::seconds patience{5};

/// Lines that go wrong are part of it: their process may have been killed.
void give(Lab& lab, std::string_view line) {
    const auto statement = parseStatement(line);
    if (!statement) {
        std::fprintf(stderr, "%s\n", statement.error().message.c_str());
        std::_Exit(3);
    }
    (void)lab.give(*statement);
    std::puts("step");
    std::fflush(stdout);
}

bool inputOpen() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, 0) == 0;
}

void waitForEndOfInput() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    ::poll(&input, 1, -1);
}

/// Every process alice where there is nobody else.
bool addProcesses(Lab& lab) {
    const char* letters[] = {"A", "B", "C"};
    const auto users = lab.users();
    for (int i = 0; i < 3; ++i) {
        const std::string user = users[i].available ? users[i].name : "alice";
        if (const auto added = lab.addProcess(letters[i], "", user); !added) {
            std::fprintf(stderr, "%s\n", added.error().message().c_str());
            return false;
        }
    }
    return lab.waitUntilQuiet(patience);
}

void beIdle(Lab& lab) {
    give(lab, "A: q = msgget(IPC_PRIVATE, 0666)");
    lab.waitUntilQuiet(patience);
    give(lab, "A: msgrcv(q, &rbuf, 64, 0, 0)");
    lab.waitUntilQuiet(patience);
    std::puts("ready");
    std::fflush(stdout);
    waitForEndOfInput();
}

/// E sleeps for ever, as a child of D, which is one of B.
void makeFamily(Lab& lab) {
    for (const char* line : {"B: empty = msgget(IPC_PRIVATE, 0600)", "B: D = fork()",
                             "D: E = fork()", "E: msgrcv(empty, &rbuf, 64, 0, 0)"}) {
        give(lab, line);
        lab.waitUntilQuiet(patience);
    }
}

void burst(Lab& lab) {
    makeFamily(lab);
    give(lab, "C: q = msgget(0x4c414233, IPC_CREAT|0600)");
    lab.waitUntilQuiet(patience);
    give(lab, "C: repeat 100000000 { msgsnd(q, {1, \"x\"}, 1, IPC_NOWAIT); "
              "msgrcv(q, &rbuf, 8, 0, IPC_NOWAIT) }");
    std::puts("ready");
    std::fflush(stdout);
    while (inputOpen()) {
        give(lab, "D: fork()");
        give(lab, "A: q = msgget(IPC_PRIVATE, 0600)");
        give(lab, "B: repeat 3 { msgget(0x4c414234, IPC_CREAT|IPC_EXCL|0640); "
                  "msgget(IPC_PRIVATE, 0604) }");
        give(lab, "A: shm = shmget(IPC_PRIVATE, 4096, 0600)");
        give(lab, "A: p = shmat(shm, NULL, 0)");
        give(lab, "A: msgctl(q, IPC_RMID, NULL)");
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    LabOptions options;
    options.programs = argv[1];
    auto lab = Lab::open(options);
    if (!lab) {
        std::fprintf(stderr, "%s\n", lab.error().message().c_str());
        return 3;
    }
    std::printf("scratch %s\n", (*lab)->scratchFolder().c_str());
    if (!addProcesses(**lab)) return 3;
    argc > 2 ? beIdle(**lab) : burst(**lab);
    return 0;
}
