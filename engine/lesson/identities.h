#pragma once

#include <cstdint>
#include <map>
#include <utility>

namespace ipclab {

/// The kernel chooses identifiers, so a script cannot know them. The first time a number is
/// expected for an identifier it is bound to the real one; from then on the same number must be
/// the same object, and another number another one. Queues and segments are counted apart: queue 0
/// and segment 0 stand side by side.
class Identities {
public:
    enum class Kind : std::uint8_t { Queue, Segment };

    /// Whether the written number can stand for the real identifier; binds it when it is new.
    bool accept(std::int64_t written, std::int64_t real, Kind kind = Kind::Queue) {
        const auto [forward, isNew] = real_.try_emplace({kind, written}, real);
        if (!isNew) return forward->second == real;
        const auto [backward, isFirst] = written_.try_emplace({kind, real}, written);
        if (!isFirst) real_.erase(forward);
        return isFirst;
    }

    /// The number that a script would write for this identifier: the bound one, or itself.
    [[nodiscard]] std::int64_t written(std::int64_t real, Kind kind = Kind::Queue) const {
        const auto found = written_.find({kind, real});
        return found == written_.end() ? real : found->second;
    }

private:
    using Key = std::pair<Kind, std::int64_t>;
    std::map<Key, std::int64_t> real_;    ///< by the written number
    std::map<Key, std::int64_t> written_; ///< by the real one
};

} // namespace ipclab
