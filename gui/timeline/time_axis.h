// From time to pixels and back, with idle gaps folded when wanted.
#pragma once

#include <cstdint>
#include <vector>

namespace ipclab {

class TimeAxis {
public:
    /// Something happened at this time. Times come in order.
    void note(std::int64_t timeNs);
    void setFolded(bool folded) { folded_ = folded; }
    [[nodiscard]] bool folded() const { return folded_; }

    /// Time on the axis: the time itself, or without what the folded gaps take away.
    [[nodiscard]] std::int64_t toAxis(std::int64_t timeNs) const;
    [[nodiscard]] std::int64_t fromAxis(std::int64_t axisNs) const;

    /// A stretch in which nothing happened; of each, shownOfGap is left.
    struct Gap {
        std::int64_t fromNs = 0, toNs = 0; ///< what is cut out
        std::int64_t cutBefore = 0;        ///< what all earlier ones took away
    };
    [[nodiscard]] const std::vector<Gap>& gaps() const { return gaps_; }

    static constexpr std::int64_t shownOfGap = 1'000'000'000;
    static constexpr std::size_t mostGaps = 4096;

    /// The distance of marks, 1, 2 or 5 times a power of ten, that is at least `leastNs`.
    [[nodiscard]] static std::int64_t markDistance(double leastNs);

private:
    std::vector<Gap> gaps_;
    std::int64_t lastNs_ = 0;
    bool folded_ = false;
};

} // namespace ipclab
