#include "engine/world/looks.h"

#include <algorithm>
#include <deque>

namespace ipclab {

namespace {

/// The messages that the world knew, from which those that were seen are picked.
class Pool {
public:
    explicit Pool(std::deque<Message> known) : known_(std::move(known)), used_(known_.size()) {}

    /// For messages that may have entered the queue although nobody told.
    void addUndecided(Message message) { undecided_.push_back(std::move(message)); }

    /// The known message that this is, at best the one behind the last that was picked.
    std::optional<Message> pick(const event::SeenMessage& seen) {
        if (auto at = find(seen, next_, known_.size())) return take(*at);
        if (auto at = find(seen, 0, next_)) return take(*at);
        for (auto each = undecided_.begin(); each != undecided_.end(); ++each)
            if (equal(*each, seen)) {
                Message message = std::move(*each);
                undecided_.erase(each);
                return message;
            }
        return unread(seen);
    }

    /// What was known to stand behind the last message that was picked, at most `count`.
    std::deque<Message> behind(std::size_t count) {
        std::deque<Message> rest;
        for (std::size_t i = next_; i < known_.size(); ++i)
            if (!used_[i]) rest.push_back(std::move(known_[i]));
        while (rest.size() > count)
            rest.pop_front();
        return rest;
    }

private:
    std::optional<std::size_t> find(const event::SeenMessage& seen, std::size_t from,
                                    std::size_t to) const {
        for (std::size_t i = from; i < to; ++i)
            if (!used_[i] && equal(known_[i], seen)) return i;
        return std::nullopt;
    }
    Message take(std::size_t at) {
        used_[at] = true;
        next_ = std::max(next_, at + 1);
        return std::move(known_[at]);
    }
    /// A message that stood in the queue unread can now be read.
    std::optional<Message> unread(const event::SeenMessage& seen) {
        for (std::size_t i = 0; i < known_.size(); ++i) {
            if (used_[i] || known_[i].textKnown) continue;
            Message message = take(i);
            message.type = seen.type;
            message.size = seen.text.size();
            message.text = seen.text;
            message.textKnown = true;
            return message;
        }
        return std::nullopt;
    }

    std::deque<Message> known_;
    std::vector<bool> used_;
    std::vector<Message> undecided_;
    std::size_t next_ = 0;
};

Message outsideMessage(World& world) {
    Message message;
    message.serial = world.nextSerial++;
    message.sinceNs = world.timeNs;
    return message;
}

Message unreadMessage(World& world) {
    Message message = outsideMessage(world);
    message.textKnown = false;
    return message;
}

bool asExpected(const Queue& queue, const event::QueueSeen& seen) {
    return seen.stat.qnum == queue.messages.size() &&
           seen.messages.size() <= queue.messages.size() &&
           std::equal(seen.messages.begin(), seen.messages.end(), queue.messages.begin(),
                      [](const auto& one, const auto& other) { return equal(other, one); });
}

/// So many messages that cannot be read are drawn; a queue with more says so by its number alone.
constexpr std::uint64_t mostUnread = 65536;

/// Only the number is known: too many are gone from the head, too few have come to the tail (or,
/// at the first look, stood there before).
void adoptNumber(World& world, Queue& queue, std::uint64_t qnum) {
    qnum =
        std::min<std::uint64_t>(qnum, std::max<std::uint64_t>(queue.messages.size(), mostUnread));
    while (queue.messages.size() > qnum)
        queue.messages.pop_front();
    const bool older = !queue.seen && queue.origin == QueueOrigin::Found;
    while (queue.messages.size() < qnum)
        queue.messages.insert(older ? queue.messages.begin() : queue.messages.end(),
                              unreadMessage(world));
}

void adoptMessages(World& world, Queue& queue, const event::QueueSeen& seen) {
    Pool pool(std::move(queue.messages));
    for (const InFlight& each : queue.inFlight)
        if (fateOf(world, each) != Fate::Underway) pool.addUndecided(each.message);
    queue.messages.clear();
    for (const event::SeenMessage& message : seen.messages) {
        auto known = pool.pick(message);
        if (!known) {
            known = outsideMessage(world);
            known->type = message.type;
            known->size = message.text.size();
            known->text = message.text;
        }
        queue.messages.push_back(std::move(*known));
    }
    const std::uint64_t unseen =
        seen.stat.qnum - std::min<std::uint64_t>(seen.stat.qnum, queue.messages.size());
    std::deque<Message> rest = pool.behind(unseen);
    const bool older = !queue.seen && queue.origin == QueueOrigin::Found;
    while (rest.size() < std::min(unseen, mostUnread))
        rest.insert(older ? rest.begin() : rest.end(), unreadMessage(world));
    std::ranges::move(rest, std::back_inserter(queue.messages));
}

} // namespace

void adoptContents(World& world, Queue& queue, const event::QueueSeen& seen) {
    if (!seen.contentsKnown) return adoptNumber(world, queue, seen.stat.qnum);
    if (!asExpected(queue, seen)) adoptMessages(world, queue, seen);
}

} // namespace ipclab
