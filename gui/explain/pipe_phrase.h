// Descriptors and pipes in words: who holds which end, and how to name it in a line of C.
#pragma once

#include "gui/explain/phrase.h"

namespace ipclab::phrase {

/// What the descriptor leads to, or nullptr.
[[nodiscard]] const OpenFile* fileOf(const World& world, const Process& process, std::int64_t fd);
/// The pipe or FIFO behind a descriptor, also behind one that was just closed, or nullptr.
[[nodiscard]] const Pipe* pipeOf(const World& world, const Process& process, std::int64_t fd);

enum class End : std::uint8_t { Read, Write };
[[nodiscard]] bool isEnd(const OpenFile& file, End end);

/// One descriptor of a process that can read from a pipe, or write into it.
struct Holder {
    const Process* process = nullptr;
    int fd = -1;
};
/// All living holders of this end, in the order of the processes.
[[nodiscard]] std::vector<Holder> holders(const World& world, const Pipe& pipe, End end);
/// "A (descriptor 4) and B (descriptor 4)"
[[nodiscard]] QString holderList(const std::vector<Holder>& holders);
/// A holder who could make a call now, other than `process`, or nothing.
[[nodiscard]] std::optional<Holder> readyHolder(const std::vector<Holder>& holders,
                                                const Process& process);
/// How the process writes a descriptor in C: "fd[1]", its variable, or the number.
[[nodiscard]] std::string descriptorName(const Process& process, int fd);

/// "pipe" or "FIFO channel".
[[nodiscard]] QString pipeName(const Pipe& pipe);

} // namespace ipclab::phrase
