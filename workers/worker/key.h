#pragma once

#include "workers/worker/outcome.h"

namespace ipclab {

/// Makes keys of paths. ftok(3).
class KeyCalls {
public:
    [[nodiscard]] Outcome ftok(const ResolvedCall& call);

private:
    event::Returned whole_;
};

} // namespace ipclab
