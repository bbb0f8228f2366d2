// What the stage says of descriptors, pipes and FIFOs.
#pragma once

#include "gui/stage/layout.h"
#include "gui/stage/pipe_ends.h"
#include "gui/stage/words.h"

namespace ipclab::words {

/// One row of a process's descriptor table, or several numbers that lead to the same.
struct DescriptorRow {
    int fd = -1, last = -1; ///< the same for one row
    bool closed = false;
    bool pipeEnd = false; ///< leads to a pipe or FIFO: it can be closed with a click
    QString what;         ///< "pipe, read end"
    QString marks;        ///< "O_NONBLOCK"
    QString after;        ///< what closed it: "close(3)"
    [[nodiscard]] QString number() const;
};
/// Empty for a process that never had more than its first three descriptors, and in one line.
[[nodiscard]] std::vector<DescriptorRow> descriptorRows(const World& world, const Process& process,
                                                        TableForm form);
/// Those that lead to pipes, in one line: "3 ← pipe 1 · 4 → pipe 2".
[[nodiscard]] QString descriptorLine(const World& world, const Process& process);

/// "pipe", "pipe 2" where there are several, "FIFO news".
[[nodiscard]] QString pipeName(const World& world, const Pipe& pipe);
/// "pipe · 11 of 65 536 bytes · 1 of 16 pages · 1 write end, 1 read end", the longest first.
[[nodiscard]] QStringList pipeFacts(const World& world, const Pipe& pipe);
/// What happens at the two ends: every byte is copied into the kernel, and out of it.
[[nodiscard]] QString copiedIn();
[[nodiscard]] QString copiedOut();
/// Bytes that one writer wrote, from the front of the pipe.
struct ByteRun {
    QString text;
    ProcessId writer = 0;
    std::int64_t writtenNs = 0; ///< of the write that begins here
    bool boundary = false;      ///< a write, or a packet, begins here
};
/// What read() would take next, at most so many bytes of it; the rest as a count.
struct PipeText {
    std::vector<ByteRun> runs;
    std::uint64_t more = 0;
    bool packets = false;
};
[[nodiscard]] PipeText pipeText(const Pipe& pipe, std::size_t most);
[[nodiscard]] std::vector<SleeperLine> pipeSleepers(const World& world, const Pipe& pipe);
[[nodiscard]] QString pipeNote(const Pipe& pipe);
/// What one page holds.
[[nodiscard]] QString pageTip(const World& world, const Pipe& pipe, std::size_t first,
                              std::size_t count);
[[nodiscard]] QStringList spokenPipe(const World& world, const Pipe& pipe);

} // namespace ipclab::words
