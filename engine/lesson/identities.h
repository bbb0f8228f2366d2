#pragma once

#include <cstdint>
#include <map>

namespace ipclab {

/// The kernel chooses identifiers, so a script cannot know them. The first time a number is
/// expected for an identifier it is bound to the real one; from then on the same number must be
/// the same object, and another number another one.
class Identities {
public:
    /// Whether the written number can stand for the real identifier; binds it when it is new.
    bool accept(std::int64_t written, std::int64_t real) {
        const auto [forward, isNew] = real_.try_emplace(written, real);
        if (!isNew) return forward->second == real;
        const auto [backward, isFirst] = written_.try_emplace(real, written);
        if (!isFirst) real_.erase(forward);
        return isFirst;
    }

    /// The number that a script would write for this identifier: the bound one, or itself.
    [[nodiscard]] std::int64_t written(std::int64_t real) const {
        const auto found = written_.find(real);
        return found == written_.end() ? real : found->second;
    }

private:
    std::map<std::int64_t, std::int64_t> real_;    ///< by the written number
    std::map<std::int64_t, std::int64_t> written_; ///< by the real one
};

} // namespace ipclab
