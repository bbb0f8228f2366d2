#include "gui/app/mechanism.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Mechanism)
};

constexpr std::array all{Mechanism::Pipe, Mechanism::Fifo, Mechanism::MessageQueue,
                         Mechanism::SharedMemory, Mechanism::Key};

} // namespace

std::span<const Mechanism> mechanisms() {
    return all;
}

QString mechanismName(Mechanism mechanism) {
    switch (mechanism) {
    case Mechanism::Pipe:
        return Words::tr("Pipe");
    case Mechanism::Fifo:
        return Words::tr("FIFO");
    case Mechanism::MessageQueue:
        return Words::tr("Message queue");
    case Mechanism::SharedMemory:
        return Words::tr("Shared memory");
    case Mechanism::Key:
        return Words::tr("ftok keys");
    }
    return {};
}

QString mechanismSign(Mechanism mechanism) {
    switch (mechanism) {
    case Mechanism::Pipe:
        return QStringLiteral("→");
    case Mechanism::Fifo:
        return QStringLiteral("F");
    case Mechanism::MessageQueue:
        return QStringLiteral("≡");
    case Mechanism::SharedMemory:
        return QStringLiteral("▦");
    case Mechanism::Key:
        return QStringLiteral("#");
    }
    return {};
}

QString mechanismSummary(Mechanism mechanism) {
    switch (mechanism) {
    case Mechanism::Pipe:
        return Words::tr("Free play with a pipe between a parent and its child");
    case Mechanism::Fifo:
        return Words::tr("Free play with a pipe that has a name in the file system");
    case Mechanism::MessageQueue:
        return Words::tr("Free play with System V message queues");
    case Mechanism::SharedMemory:
        return Words::tr("Free play with a System V shared memory segment");
    case Mechanism::Key:
        return Words::tr("Free play with keys that ftok makes of paths");
    }
    return {};
}

Mechanism mechanismNamed(std::string_view engineName) {
    if (engineName == "pipe") return Mechanism::Pipe;
    if (engineName == "FIFO") return Mechanism::Fifo;
    if (engineName == "shared memory") return Mechanism::SharedMemory;
    if (engineName == "ftok") return Mechanism::Key;
    return Mechanism::MessageQueue;
}

CallId firstCall(Mechanism mechanism) {
    switch (mechanism) {
    case Mechanism::Pipe:
        return CallId::Pipe;
    case Mechanism::Fifo:
        return CallId::Open;
    case Mechanism::MessageQueue:
        break;
    case Mechanism::SharedMemory:
        return CallId::Shmget;
    case Mechanism::Key:
        return CallId::Ftok;
    }
    return CallId::Msgget;
}

QString typedExample(Mechanism mechanism) {
    switch (mechanism) {
    case Mechanism::Pipe:
        return QStringLiteral("A: write(fd[1], \"hello\", 5)");
    case Mechanism::Fifo:
        return QStringLiteral("A: open(\"channel\", O_WRONLY)");
    case Mechanism::MessageQueue:
        return QStringLiteral("A: msgsnd(q, {1, \"hello\"}, 5, 0)");
    case Mechanism::SharedMemory:
        return QStringLiteral("A: strcpy(shmaddr, \"hello\")");
    case Mechanism::Key:
        return QStringLiteral("B: id = msgget(key, 0)");
    }
    return {};
}

int countOf(Mechanism mechanism, const World& world) {
    const auto standing = [](const auto& objects, auto stands) {
        return static_cast<int>(std::ranges::count_if(objects, stands));
    };
    switch (mechanism) {
    case Mechanism::Pipe:
        return standing(world.pipes,
                        [](const Pipe& pipe) { return !pipe.gone && pipe.path.empty(); });
    case Mechanism::Fifo:
        return standing(world.pipes,
                        [](const Pipe& pipe) { return !pipe.gone && !pipe.path.empty(); });
    case Mechanism::MessageQueue:
        return standing(world.queues, [](const Queue& queue) { return !queue.removed; });
    case Mechanism::SharedMemory:
        return standing(world.segments, [](const Segment& segment) { return !segment.removed; });
    case Mechanism::Key:
        break;
    }
    return 0;
}

} // namespace ipclab
