#include "engine/lab/members.h"

#include "engine/event/board.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace ipclab {

Member* Members::find(ProcessId id) {
    const auto found = members_.find(id);
    return found == members_.end() ? nullptr : &found->second;
}

const Member* Members::find(ProcessId id) const {
    const auto found = members_.find(id);
    return found == members_.end() ? nullptr : &found->second;
}

ProcessId Members::add(Member member) {
    ProcessId id = next_;
    if (givenBack_.empty()) {
        ++next_;
    } else {
        id = givenBack_.back();
        givenBack_.pop_back();
    }
    members_.emplace(id, std::move(member));
    return id;
}

void Members::giveBack(ProcessId id) {
    members_.erase(id);
    givenBack_.push_back(id);
    // The lowest first: the processes are shown in the order of their numbers.
    std::ranges::sort(givenBack_, std::greater());
}

bool Members::hasLetter(std::string_view letter) const {
    return std::ranges::any_of(members_,
                               [&](const auto& entry) { return entry.second.letter == letter; });
}

bool Members::full() const {
    return next_ >= boardSlots && givenBack_.empty();
}

} // namespace ipclab
