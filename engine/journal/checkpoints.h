#pragma once

#include "engine/world/world.h"

#include <cstdint>
#include <map>
#include <memory>

namespace ipclab {

/// States to start from when another is asked for. Their number and size are bounded: when there
/// are too many, every second is dropped and the distance doubles.
class Checkpoints {
public:
    /// Whether the state after so many events should be kept.
    [[nodiscard]] bool due(std::uint64_t count) const {
        return count % distance_ == 0 && count > 0 && !states_.contains(count);
    }
    void add(const World& world);
    /// The last state at or before `count` events; nullptr for the very beginning.
    [[nodiscard]] std::shared_ptr<const World> before(std::uint64_t count) const;
    [[nodiscard]] std::size_t size() const { return states_.size(); }
    [[nodiscard]] std::uint64_t distance() const { return distance_; }

private:
    struct State {
        std::shared_ptr<const World> world;
        std::uint64_t bytes = 0;
    };
    void thin();

    std::uint64_t distance_ = 2048;
    std::uint64_t bytes_ = 0;
    std::map<std::uint64_t, State> states_;
};

inline constexpr std::size_t mostCheckpoints = 64;
inline constexpr std::uint64_t largestCheckpoints = std::uint64_t{32} * 1024 * 1024;

} // namespace ipclab
