#pragma once

#include "engine/base/result.h"

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace ipclab {

/// An object that stands in the kernel, as far as clean-up must know it.
struct Standing {
    std::int32_t id = -1;
    std::int32_t key = 0;
    std::uint32_t mode = 0, cuid = 0;
    std::int64_t ctimeSec = 0;
    bool used = false;   ///< somebody has sent, received or attached
    bool marked = false; ///< a segment that is removed, and lives until its last attachment goes
};

/// One kind of object: queues or segments.
class StandingObjects {
public:
    StandingObjects() = default;
    StandingObjects(const StandingObjects&) = delete;
    StandingObjects& operator=(const StandingObjects&) = delete;
    virtual ~StandingObjects() = default;

    /// Every one of the namespace.
    [[nodiscard]] virtual Result<std::vector<Standing>> all() const = 0;
    /// EINVAL when there is none with this id.
    [[nodiscard]] virtual Result<Standing> look(std::int32_t id) const = 0;
    virtual Result<void> remove(std::int32_t id) const = 0;
    [[nodiscard]] virtual std::string_view name() const = 0;       ///< "queue"
    [[nodiscard]] virtual std::string_view listOption() const = 0; ///< "-q", of ipcs(1)
};

[[nodiscard]] Result<std::unique_ptr<StandingObjects>> standingQueues();
[[nodiscard]] Result<std::unique_ptr<StandingObjects>> standingSegments();

} // namespace ipclab
