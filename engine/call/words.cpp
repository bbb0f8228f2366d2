#include "engine/call/words.h"

#include "engine/call/catalogue.h"
#include "engine/call/function.h"
#include "engine/call/types.h"

#include <algorithm>
#include <array>

namespace ipclab {

const std::vector<std::string_view>& userNames() {
    static const std::vector<std::string_view> names{"alice", "bob", "carol", "root"};
    return names;
}

bool isCalledByName(const CatalogueEntry& entry) {
    return entry.id != CallId::Load && entry.id != CallId::Store;
}

bool isLanguageWord(std::string_view word) {
    constexpr std::array<std::string_view, 7> own{"process", "lab",    "repeat", "returns",
                                                  "blocks",  "killed", "every"};
    return std::ranges::find(own, word) != own.end();
}

bool isReserved(std::string_view word) {
    const CatalogueEntry* entry = entryOf(word);
    return isLanguageWord(word) || word == "sizeof" || word == "NULL" || isTypeWord(word) ||
           constantNamed(word) != nullptr || functionNamed(word) != nullptr ||
           (entry && isCalledByName(*entry));
}

} // namespace ipclab
