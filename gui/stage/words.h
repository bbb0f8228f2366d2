// Every text on the stage, made from the world. Layout measures them, the cards paint them.
#pragma once

#include "engine/world/world.h"
#include "gui/stage/metrics.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ipclab::words {

[[nodiscard]] QString text(std::string_view utf8);
/// As a C string literal, safe to show whatever the bytes are.
[[nodiscard]] QString literal(std::string_view bytes);

/// "ready", "asleep 1.8 s", "killed SIGKILL"
[[nodiscard]] QString state(const Process& process, std::int64_t nowNs);
/// The same, and shorter where its sign says the rest: "1.8 s" behind the moon, "SIGKILL". The
/// longest first.
[[nodiscard]] QStringList states(const Process& process, std::int64_t nowNs);
/// Room for each of the states, with place for growing seconds, so that a running clock moves
/// nothing.
[[nodiscard]] std::vector<int> pillWidths(const Metrics& metrics, const Process& process,
                                          std::int64_t nowNs);
/// Room for the widest of the shortest states that come and go with the calls.
[[nodiscard]] int usualPillWidth(const Metrics& metrics);
[[nodiscard]] QString kill();
[[nodiscard]] int killWidth(const Metrics& metrics);
/// "pid 4712 · alice · forked by 4711", the longest first: who it is stays when its number goes.
[[nodiscard]] QStringList under(const World& world, const Process& process);
/// An ended child that its parent has not waited for.
[[nodiscard]] bool isZombie(const World& world, const Process& process);
/// What the card calls the process: its label, or whose child it is.
[[nodiscard]] QString title(const World& world, const Process& process);
/// The last call as a line of C, and what came of it: " = 0", " = -1 EIDRM", " …" while it runs.
struct CallLine {
    QString call, result;
    bool told = false; ///< the result stands in a variable or argument on the card as well
    [[nodiscard]] QString whole() const { return call + result; }
};
[[nodiscard]] CallLine call(const Process& process);
[[nodiscard]] bool callFailed(const Process& process);

/// One variable of a process, or the buffer of its call.
struct Buffer {
    QString name;       ///< "sbuf"
    QString type;       ///< "mtype 2"; empty for anything but a message
    QString value;      ///< "\"photo\"", "= 3"; empty: nothing in it yet
    bool error = false; ///< why the process died
};
[[nodiscard]] std::vector<Buffer> buffers(const Process& process);

/// "rw-r--r--"
[[nodiscard]] QString modeLetters(std::uint32_t mode);
/// "0x000004d2 (1234)", or IPC_PRIVATE
[[nodiscard]] QString keyText(std::int32_t key);
[[nodiscard]] QString queueTitle(const Queue& queue);
/// The longest first; each says the same with fewer words.
[[nodiscard]] QStringList queueMeta(const World& world, const Queue& queue);
[[nodiscard]] QStringList headLabel();
[[nodiscard]] QStringList tailLabel();
/// Who sleeps on the queue, for what, and why.
struct SleeperLine {
    enum class Kind : std::uint8_t { Headline, Who, Why, Forgotten } kind = Kind::Who;
    QString text;
};
/// Empty when nobody sleeps on it. The reason follows the first sleeper.
[[nodiscard]] std::vector<SleeperLine> sleeperLines(const World& world, const Queue& queue);
/// "13 / 16384 B  msg_qnum 3 · lspid 4711 · lrpid 0", the longest first.
[[nodiscard]] QStringList fillTexts(const Queue& queue);
/// What differs from what the lab expected, or is not known; empty for most queues.
[[nodiscard]] QString queueNote(const Queue& queue);
/// What a removed queue's card says: what went with it, and what its sleepers' calls returned.
[[nodiscard]] QString queueGone(const World& world, const Queue& queue);
/// "alice", or "uid 1001" where no process of the lab has that uid.
[[nodiscard]] QString owner(const World& world, std::uint32_t uid);

/// A piece of a line in its own weight.
struct Run {
    QString text;
    bool strong = false;
};
/// Which message each of a few msgtyp would take next.
[[nodiscard]] std::vector<Run> takes(const World& world, const Queue& queue);
/// In its place while a prediction is open.
[[nodiscard]] std::vector<Run> takesHidden();

/// "A · 5 B"
[[nodiscard]] QString tokenHead(const World& world, const Message& message);
[[nodiscard]] QString tokenText(const Message& message);
[[nodiscard]] QString tokenTip(const World& world, const Message& message);
[[nodiscard]] QString letter(const World& world, ProcessId id);
/// "12 400/s"
[[nodiscard]] QString rate(double perSecond);
[[nodiscard]] QString number(std::uint64_t value);

[[nodiscard]] QString userSpace();
[[nodiscard]] QString kernelSpace();
[[nodiscard]] QString boundary();
[[nodiscard]] QString privateNamespace();
[[nodiscard]] QString past(std::uint64_t position, std::uint64_t total);
[[nodiscard]] QString outside(std::int32_t pid);
/// The whole stage for a screen reader.
[[nodiscard]] QString spoken(const World& world, std::int64_t nowNs);

} // namespace ipclab::words
