#include "engine/call/spelling.h"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

namespace ipclab {

namespace {

constexpr std::size_t longestWord = 40;

/// Letters put in, left out, changed or swapped (Damerau and Levenshtein, adjacent swaps).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(above.begin(), above.end(), 0);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above[b.size()];
}

std::string lowered(std::string_view word) {
    std::string result(word);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

} // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (word.size() > longestWord) return {};
    const std::string typed = lowered(word);
    // One error in a short word, two in a longer one: else 'pipe' would mean 'kill'.
    const std::size_t allowed = word.size() <= 2 ? 0 : (word.size() + 1) / 4 + 1;
    std::string_view best;
    std::size_t bestDistance = allowed + 1;
    for (const std::string_view candidate : candidates) {
        if (candidate == word || candidate.size() > longestWord) continue;
        const std::size_t now = distance(typed, lowered(candidate));
        if (now < bestDistance && now * 2 <= candidate.size()) {
            best = candidate;
            bestDistance = now;
        }
    }
    return best;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
    const std::string_view near = nearest(word, candidates);
    return near.empty() ? "" : fmt::format("; did you mean {}?", near);
}

std::string listed(const std::vector<std::string_view>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
        text += words[i];
    }
    return text;
}

} // namespace ipclab
