#include "engine/call/words.h"

#include "engine/call/catalogue.h"
#include "engine/call/types.h"

#include <algorithm>
#include <array>

namespace ipclab {

const std::vector<std::string_view>& userNames() {
    static const std::vector<std::string_view> names{"alice", "bob", "carol", "root"};
    return names;
}

bool isReserved(std::string_view word) {
    constexpr std::array<std::string_view, 9> own{
        "process", "lab", "repeat", "returns", "blocks", "killed", "sizeof", "NULL", "every"};
    return std::ranges::find(own, word) != own.end() || isTypeWord(word) ||
           constantNamed(word) != nullptr || entryOf(word) != nullptr;
}

} // namespace ipclab
