#include "workers/supervisor/looks.h"

#include <algorithm>

namespace ipclab {

bool Looks::any() const {
    return std::ranges::any_of(watches_, [](const auto& watch) { return watch->any(); });
}

std::vector<News> Looks::survey() {
    std::vector<News> all;
    for (const auto& watch : watches_)
        for (News& news : watch->survey())
            all.push_back(std::move(news));
    return all;
}

bool Looks::report(std::vector<News>& all, std::uint64_t& next) {
    for (News& news : all) {
        if (!reporter_.publishIfNext(next, news.record, news.data)) return false;
        ++next;
        if (news.reported) news.reported();
    }
    return true;
}

void Looks::glance() {
    for (const auto& watch : watches_)
        watch->glance();
}

} // namespace ipclab
