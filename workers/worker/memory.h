#pragma once

#include "engine/event/board.h"
#include "workers/worker/outcome.h"

#include <string>

namespace ipclab {

/// Uses the worker's memory as a C program would: a bad address kills it. No system call.
class MemoryCalls {
public:
    /// `self`: where it is told to stop a long burst.
    explicit MemoryCalls(const WorkerSlot& self) : self_(&self) {}
    /// In a forked child.
    void become(const WorkerSlot& self) { self_ = &self; }

    [[nodiscard]] Outcome strcpy(const ResolvedCall& call);
    [[nodiscard]] Outcome memcpy(const ResolvedCall& call);
    [[nodiscard]] Outcome memset(const ResolvedCall& call);
    [[nodiscard]] Outcome strlen(const ResolvedCall& call);
    [[nodiscard]] Outcome printf(const ResolvedCall& call);
    [[nodiscard]] Outcome load(const ResolvedCall& call);
    [[nodiscard]] Outcome store(const ResolvedCall& call);
    [[nodiscard]] Outcome atomicAdd(const ResolvedCall& call);

private:
    const WorkerSlot* self_;
    std::string buffer_; ///< what was copied or printed
};

/// Whether the call uses memory and nothing else.
[[nodiscard]] bool isMemoryCall(CallId id);

} // namespace ipclab
