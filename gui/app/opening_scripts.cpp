// What free play begins with, mechanism by mechanism.
#include "gui/app/mechanism.h"

#include <QCoreApplication>

#include <algorithm>
#include <fmt/format.h>

namespace ipclab {

namespace {

/// A process with its label in the user's language.
std::string process(const char* letter, const std::string& user, const char* label) {
    return fmt::format("process {} as {} \"{}\"\n", letter, user,
                       QCoreApplication::translate("OpeningScene", label).toStdString());
}

/// Another user of alice's group, where there is one.
std::string other(const std::vector<UserChoice>& users) {
    const bool bob = std::ranges::any_of(
        users, [](const UserChoice& user) { return user.name == "bob" && user.available; });
    return bob ? "bob" : "alice";
}

std::string queueScript(int key, const std::vector<UserChoice>& users) {
    return process("A", "alice", QT_TRANSLATE_NOOP("OpeningScene", "sender")) +
           process("B", other(users), QT_TRANSLATE_NOOP("OpeningScene", "receiver")) +
           fmt::format("A: q = msgget({0}, IPC_CREAT|IPC_EXCL|0660) = 0\n"
                       "A: msgsnd(q, {{1, \"hello\"}}, 5, 0)\n"
                       "A: msgsnd(q, {{4, \"log\"}}, 3, 0)\n"
                       "A: msgsnd(q, {{2, \"photo\"}}, 5, 0)\n"
                       "B: q = msgget({0}, 0)\n"
                       "B: msgrcv(q, &rbuf, 64, 3, 0)\n",
                       key);
}

/// The child sleeps in read, and still holds a write end of its own.
std::string pipeScript() {
    return process("A", "alice", QT_TRANSLATE_NOOP("OpeningScene", "parent")) +
           "A: pipe(fd)\n"
           "A: B = fork()\n"
           "A: close(fd[0])\n"
           "B: read(fd[0], buf, 64)\n";
}

std::string fifoScript(const std::vector<UserChoice>& users) {
    return process("A", "alice", QT_TRANSLATE_NOOP("OpeningScene", "writer")) +
           process("B", other(users), QT_TRANSLATE_NOOP("OpeningScene", "reader")) +
           "A: mkfifo(\"channel\", 0644)\n"
           "B: fd = open(\"channel\", O_RDONLY)\n";
}

std::string segmentScript(int key, const std::vector<UserChoice>& users) {
    return process("A", "alice", QT_TRANSLATE_NOOP("OpeningScene", "writer")) +
           process("B", other(users), QT_TRANSLATE_NOOP("OpeningScene", "counter")) +
           process("C", "alice", QT_TRANSLATE_NOOP("OpeningScene", "reader")) +
           fmt::format("A: shmid = shmget({0}, 4096, IPC_CREAT|IPC_EXCL|0664) = 0\n"
                       "A: shmaddr = shmat(shmid, NULL, 0)\n"
                       "B: shmid = shmget({0}, 0, 0)\n"
                       "B: shmaddr = shmat(shmid, NULL, 0)\n"
                       "C: shmid = shmget({0}, 0, 0)\n"
                       "C: shmaddr = shmat(shmid, NULL, SHM_RDONLY)\n"
                       "A: strcpy(shmaddr, \"Linux Programming\")\n"
                       "B: *(int *)(shmaddr + 64) = 42\n",
                       key);
}

std::string keyScript(const std::vector<UserChoice>& users) {
    return process("A", "alice", QT_TRANSLATE_NOOP("OpeningScene", "one program")) +
           process("B", other(users), QT_TRANSLATE_NOOP("OpeningScene", "another program")) +
           "A: fd = open(\"keyfile\", O_CREAT|O_RDWR, 0644)\n"
           "A: key = ftok(\"keyfile\", 1)\n"
           "A: id = msgget(key, IPC_CREAT|0660)\n"
           "A: link(\"keyfile\", \"second-name\")\n"
           "B: key = ftok(\"second-name\", 1)\n";
}

} // namespace

std::string openingScript(Mechanism mechanism, int key, const std::vector<UserChoice>& users) {
    switch (mechanism) {
    case Mechanism::Pipe:
        return pipeScript();
    case Mechanism::Fifo:
        return fifoScript(users);
    case Mechanism::MessageQueue:
        return queueScript(key, users);
    case Mechanism::SharedMemory:
        return segmentScript(key, users);
    case Mechanism::Key:
        return keyScript(users);
    }
    return {};
}

std::string openingProposal(Mechanism mechanism) {
    switch (mechanism) {
    case Mechanism::Pipe:
        return "A: write(fd[1], \"hello child\", 11)";
    case Mechanism::Fifo:
        return "A: fd = open(\"channel\", O_WRONLY)";
    case Mechanism::MessageQueue:
        return "A: msgsnd(q, {3, \"hello bob\"}, 9, 0)"; // what B sleeps for
    case Mechanism::SharedMemory:
        return "C: printf(\"%s\\n\", shmaddr)";
    case Mechanism::Key:
        return "B: id = msgget(key, 0)";
    }
    return {};
}

} // namespace ipclab
