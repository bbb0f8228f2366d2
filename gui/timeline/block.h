// timeline: what each process did when, as lanes of call blocks above the length of each queue.
#pragma once

#include "engine/event/event.h"

#include <QString>
#include <memory>
#include <string>

namespace ipclab {

/// One call of a process, or many that were too many to be kept apart.
struct Block {
    std::int64_t startNs = 0;
    std::int64_t endNs = 0;     ///< 0: has not returned
    std::int64_t asleepNs = 0;  ///< when the kernel said that it sleeps; 0: never
    std::uint64_t position = 0; ///< events up to and with its latest one
    std::uint64_t count = 1;    ///< more than one: calls that are drawn as one
    std::uint64_t errors = 0;   ///< how many of them failed
    ResolvedCall call;          ///< without the payload
    std::int64_t result = 0;
    int error = 0;
    bool refused = false;                       ///< by the lab's own limit, not by the kernel
    bool nameless = false;                      ///< only counted: nobody knows which call
    bool cutOff = false;                        ///< the process ended in it: it never returned
    std::int64_t mtype = 0;                     ///< of a received message
    std::shared_ptr<const Statement> statement; ///< the line as given; may be missing
    std::size_t action = 0;                     ///< which of its actions

    [[nodiscard]] bool open() const { return endNs == 0; }
    [[nodiscard]] bool failed() const { return error != 0 || refused; }
    /// It put a message into a queue, or took one out.
    [[nodiscard]] bool sent() const;
    [[nodiscard]] bool received() const;
};

/// "msgget = 3", "snd 2", "snd EACCES", "IPC_SET 0666", "×12 400": as short as it can be.
[[nodiscard]] QString blockLabel(const Block& block);
/// "stopped", for the time in which a signal holds a process.
[[nodiscard]] QString stopLabel();
/// "asleep in msgrcv, type 3"
[[nodiscard]] QString sleepLabel(const Block& block);
/// The whole line of C with its result, when it began and how long it took; plain text.
[[nodiscard]] QString blockStory(const Block& block, const QString& letter, std::int64_t startNs,
                                 std::int64_t nowNs);
/// "1.25 s", "340 ms", "7.2 µs"
[[nodiscard]] QString duration(std::int64_t ns);

} // namespace ipclab
