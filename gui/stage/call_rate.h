#pragma once

#include <cstdint>
#include <vector>

namespace ipclab {

/// How many calls a second came in the last half second.
class CallRate {
public:
    void add(std::int64_t nowNs, double calls);
    [[nodiscard]] double perSecond() const { return perSecond_; }
    /// How many came in that time.
    [[nodiscard]] double calls() const { return calls_; }

private:
    struct Count {
        std::int64_t ns = 0;
        double calls = 0;
    };
    std::vector<Count> counts_;
    double perSecond_ = 0, calls_ = 0;
};

} // namespace ipclab
