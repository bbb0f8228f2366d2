#pragma once

#include "workers/worker/outcome.h"

namespace ipclab {

/// unlink, link, symlink, rename, chmod: names in the scratch folder, the worker's current one.
[[nodiscard]] Outcome performOnName(const ResolvedCall& call);

} // namespace ipclab
