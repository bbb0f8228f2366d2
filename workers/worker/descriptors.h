#pragma once

#include "workers/worker/outcome.h"

#include <memory>
#include <string>

namespace ipclab {

/// Makes the calls that open a pipe or a file, and move bytes through a descriptor: pipe(7),
/// fifo(7).
class DescriptorCalls {
public:
    DescriptorCalls();

    [[nodiscard]] Outcome pipe(const ResolvedCall& call); ///< pipe2(2) too
    [[nodiscard]] Outcome open(const ResolvedCall& call);
    [[nodiscard]] Outcome mkfifo(const ResolvedCall& call);
    [[nodiscard]] Outcome read(const ResolvedCall& call);
    [[nodiscard]] Outcome write(const PlannedCall& planned);

private:
    [[nodiscard]] Outcome withFiles(Outcome outcome);

    std::unique_ptr<char[]> buffer_; ///< what the last read brought
    event::Returned whole_;          ///< the files of the last call that made some
};

/// The bytes that a write gives the kernel, made once for however many times.
[[nodiscard]] std::string writtenBytes(const ResolvedCall& write);

/// close, dup, dup2, fcntl, lseek: nothing comes back but a number.
[[nodiscard]] Outcome performOnDescriptor(const ResolvedCall& call);

} // namespace ipclab
