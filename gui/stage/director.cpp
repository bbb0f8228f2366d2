#include "gui/stage/director.h"

#include "engine/base/result.h"
#include "gui/stage/stage_tr.h"
#include "gui/stage/token.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr double sendMs = 480, handOffMs = 600, outsideMs = 420, fadeMs = 600, glideMs = 260;
constexpr double flashMs = 900, glowMs = 500, birthMs = 560;
constexpr double staggerMs = 70;   ///< between two that happened in the same display frame
constexpr double backlogMs = 1000; ///< motion never lags further behind
/// More events than this in one display frame are not looked at one by one.
constexpr std::size_t mostWitnessed = 48;

Anchor card(ProcessId process) {
    return {Anchor::Kind::Card, process, 0, 0, {}};
}

/// As large as the token is where it will stand, or stood.
QSize boxOf(const Travel& travel, const QueuePlace* queue, const World& world, TokenSize look,
            const Metrics& metrics) {
    if (queue)
        for (const TokenPlace& token : queue->lane.tokens)
            if (token.serial == travel.message.serial) return token.rect.size();
    const QSize whole = wholeToken(world, travel.message, look, metrics);
    const auto& stood = travel.from.stood;
    return stood && stood->height() == whole.height() ? stood->size() : whole;
}

/// How wide what stands around here may be to leave the words of the kernel's band readable.
int besideBandWords(int x, const StageLayout& layout, const Metrics& metrics) {
    const int left = layout.kernelLabel.left() + metrics.section.width(words::kernelSpace());
    const int right = layout.badge.isNull() ? layout.size.width() : layout.badge.left();
    return 2 * (std::min(x - left, right - x) - metrics.px(6));
}

} // namespace

void Director::take(const Frame& frame) {
    const bool follows = world_ && frame.position == position_ + frame.fresh.size() + frame.skipped;
    position_ = frame.position;
    nowNs_ = frame.nowNs;
    const auto before = std::exchange(world_, frame.world);
    follows_ = follows;
    if (!follows) return snap();
    if (frame.fresh.empty() && frame.skipped == 0) return;
    if (frame.skipped > 0 || frame.fresh.size() > mostWitnessed) {
        const double seen = std::max<double>(1.0, static_cast<double>(frame.fresh.size()));
        return count(frame, (seen + static_cast<double>(frame.skipped)) / seen);
    }
    World world = *before;
    nextStart_ = std::max(nextStart_, clock_.now());
    for (const Event& event : frame.fresh) {
        pipes_.before(world, event);
        for (Deed& deed : witness(world, event))
            show(std::move(deed));
        pipes_.after(world, event);
        note(world, event);
    }
}

void Director::show(Deed deed) {
    using Kind = Deed::Kind;
    const std::uint64_t serial = deed.message.serial;
    Anchor slot{Anchor::Kind::Slot, deed.process, deed.queue, serial, {}};
    if (const auto found = stood_.find(serial); found != stood_.end())
        slot.stood = found->second.rect;
    const Anchor edge{Anchor::Kind::Edge, 0, deed.queue, 0, {}};
    const Anchor door{Anchor::Kind::Door, deed.message.sender, deed.queue, 0, {}};
    Anchor sender = card(deed.message.sender);
    sender.queue = deed.queue;
    Anchor receiver = card(deed.process);
    receiver.queue = deed.queue;
    switch (deed.kind) {
    case Kind::Failed:
        flashes_.push_back(
            {deed.process,
             deed.error != 0 ? words::text(errnoName(deed.error)) : StageTr::tr("lab limit"),
             pipes_.toldAt(deed.process), flashMs});
        return;
    case Kind::Removed:
        if (clock_.instant()) return;
        if (deed.message.size > 0 || serial != 0)
            return travel(std::move(deed), slot, slot, fadeMs);
        fades_[{ObjectKind::Queue, deed.queue}] = clock_.now();
        return;
    case Kind::Parked:
        return travel(std::move(deed), sender, door, sendMs);
    case Kind::Sent: {
        const bool parked = deed.slept;
        slot.stood.reset();
        return travel(std::move(deed), parked ? door : sender, slot, sendMs);
    }
    case Kind::Received:
        return travel(std::move(deed), slot, receiver, sendMs);
    case Kind::Copied:
        return travel(std::move(deed), slot, receiver, sendMs);
    case Kind::HandedOver:
        return travel(std::move(deed), sender, receiver, handOffMs);
    case Kind::SentOutside:
        return travel(std::move(deed), edge, slot, outsideMs);
    case Kind::TakenOutside:
        return travel(std::move(deed), slot, edge, outsideMs);
    }
}

void Director::travel(Deed deed, Anchor from, Anchor to, double duration) {
    using Kind = Deed::Kind;
    if (clock_.instant()) return;
    double start = deed.kind == Kind::Removed ? clock_.now() : nextStart_;
    for (const Travel& earlier : travels_)
        if (earlier.message.serial == deed.message.serial && earlier.message.serial != 0)
            start = std::max(start, earlier.end());
    const bool send = deed.kind == Kind::Sent || deed.kind == Kind::SentOutside;
    if (start - clock_.now() > backlogMs)
        return count(deed.process, {ObjectKind::Queue, deed.queue}, send, 1);
    if (deed.kind != Kind::Removed) nextStart_ += staggerMs;
    Travel way;
    way.from = from;
    way.to = to;
    way.throughKernel = deed.kind == Kind::HandedOver;
    way.fades = deed.kind == Kind::Removed;
    way.stays = deed.kind == Kind::Copied;
    if (deed.kind == Kind::SentOutside || deed.kind == Kind::TakenOutside)
        way.note = words::outside(deed.pid);
    way.start = start;
    way.duration = duration;
    way.message = std::move(deed.message);
    if (deed.kind == Kind::Received || deed.kind == Kind::HandedOver || deed.kind == Kind::Copied) {
        Held& held = held_[deed.process];
        if (held.until == 0) held.buffers = std::move(deed.buffers);
        held.until = std::max(held.until, way.end());
    }
    travels_.push_back(std::move(way));
}

void Director::settle(const StageLayout& layout, bool glide) {
    pipes_.settle(layout, glide && std::exchange(follows_, false));
    std::unordered_map<std::uint64_t, Stood> stands;
    std::unordered_map<std::uint64_t, Glide> glides;
    for (const QueuePlace& queue : layout.queues) {
        int row = 0, y = queue.lane.tokens.empty() ? 0 : queue.lane.tokens.front().rect.y();
        for (const TokenPlace& token : queue.lane.tokens) {
            const QPoint to = token.rect.topLeft();
            if (std::exchange(y, to.y()) != to.y()) ++row;
            stands[token.serial] = {token.rect, row};
            const auto stood = stood_.find(token.serial);
            if (!glide || clock_.instant() || stood == stood_.end()) continue;
            const auto earlier = glides_.find(token.serial);
            if (const auto& [rect, before] = stood->second; rect.topLeft() != to) {
                // Within its row: the card, which does not glide, may have put it elsewhere.
                const QPoint from(gliding({0, token.serial, rect}).x(), to.y());
                glides[token.serial] = {from, to, clock_.now(), before != row};
            } else if (earlier != glides_.end()) {
                glides[token.serial] = earlier->second;
            }
        }
    }
    stood_ = std::move(stands);
    glides_ = std::move(glides);
}

QPoint Director::gliding(const TokenPlace& token) const {
    const auto found = glides_.find(token.serial);
    if (found == glides_.end() || found->second.appears) return token.rect.topLeft();
    const QPointF way = found->second.to - found->second.from;
    const double part = eased((clock_.now() - found->second.start) / glideMs);
    return found->second.from + (way * part).toPoint();
}

double Director::appeared(std::uint64_t serial) const {
    const auto found = glides_.find(serial);
    if (found == glides_.end() || !found->second.appears) return 1.0;
    // When those before it in the row have made room.
    return eased(2 * (clock_.now() - found->second.start) / glideMs - 1);
}

void Director::snap() {
    pipes_.snap();
    births_.clear();
    travels_.clear();
    flashes_.clear();
    streams_.clear();
    fades_.clear();
    held_.clear();
    filled_.clear();
    glides_.clear();
    stood_.clear();
    nextStart_ = clock_.now();
}

bool Director::advance() {
    const double now = clock_.now();
    std::erase_if(travels_, [now](const Travel& travel) { return now >= travel.end(); });
    std::erase_if(flashes_,
                  [now](const Flash& flash) { return now >= flash.start + flash.duration; });
    endStreams();
    std::erase_if(glides_, [now](const auto& each) { return now >= each.second.start + glideMs; });
    std::erase_if(filled_, [now](const auto& each) { return now >= each.second + glowMs; });
    bool changed = pipes_.advance();
    changed |= std::erase_if(births_, [now](const auto& each) {
                   return now >= each.second.start + birthMs;
               }) > 0;
    changed |=
        std::erase_if(fades_, [now](const auto& each) { return now >= each.second + fadeMs; }) > 0;
    changed |= !fades_.empty();
    for (auto each = held_.begin(); each != held_.end();) {
        if (now < each->second.until) {
            ++each;
            continue;
        }
        filled_[each->first] = now;
        each = held_.erase(each);
        changed = true;
    }
    return changed;
}

bool Director::moving() const {
    return !travels_.empty() || !flashes_.empty() || !streams_.empty() || !glides_.empty() ||
           !fades_.empty() || !held_.empty() || !filled_.empty() || !births_.empty() ||
           pipes_.moving();
}

bool Director::pending(std::uint64_t serial) const {
    return std::ranges::any_of(travels_, [serial](const Travel& travel) {
        return travel.message.serial == serial && !travel.stays && serial != 0;
    });
}

std::vector<DrawnToken> Director::tokens(const World& world, const StageLayout& layout,
                                         const Metrics& metrics) const {
    std::vector<DrawnToken> to;
    for (const QueuePlace& place : layout.queues) {
        const Queue& queue = world.queues[place.index];
        for (const TokenPlace& token : place.lane.tokens)
            if (travels_.empty() || !pending(token.serial))
                to.push_back({&queue.messages[token.index],
                              gliding(token),
                              place.lane.size,
                              token.rect.size(),
                              false,
                              appeared(token.serial),
                              {}});
        for (const InFlight& each : queue.inFlight) {
            const Process* sender = world.process(each.message.sender);
            if (each.receiver != 0 || each.taken || !sender ||
                sender->state != ProcessState::Asleep || pending(each.message.serial))
                continue;
            const Anchor door{Anchor::Kind::Door, sender->id, place.index, 0, {}};
            const QPoint at = placeOf(door, layout, metrics).toPoint();
            QSize box = wholeToken(world, each.message, TokenSize::Small, metrics);
            box.setWidth(std::clamp(besideBandWords(at.x(), layout, metrics),
                                    tokenSize(TokenSize::Small, metrics).width(), box.width()));
            to.push_back({&each.message,
                          at - QPoint(box.width() / 2, box.height() / 2),
                          TokenSize::Small,
                          box,
                          false,
                          1.0,
                          {}});
        }
    }
    for (const Travel& travel : travels_) {
        const double part = (clock_.now() - travel.start) / travel.duration;
        if (part < 0 && travel.from.kind != Anchor::Kind::Slot) continue; // still in its buffer
        const QueuePlace* queue = layout.queue(
            travel.from.kind == Anchor::Kind::Slot ? travel.from.queue : travel.to.queue);
        const TokenSize look = queue ? queue->lane.size : TokenSize::Small;
        const QSize box = boxOf(travel, queue, world, look, metrics);
        const QPoint at = placeOf(travel, part, layout, metrics).toPoint() -
                          QPoint(box.width() / 2, box.height() / 2);
        to.push_back({&travel.message, at, look, box, !travel.fades && part > 0,
                      travel.fades ? 1.0 - eased(part) : 1.0, travel.note});
    }
    return to;
}

const std::vector<words::Buffer>* Director::held(ProcessId process) const {
    const auto found = held_.find(process);
    return found == held_.end() ? nullptr : &found->second.buffers;
}

std::optional<double> Director::glow(ProcessId process) const {
    const auto found = filled_.find(process);
    if (found == filled_.end()) return {};
    return (clock_.now() - found->second) / glowMs;
}

std::vector<Director::Birth> Director::births() const {
    std::vector<Birth> to;
    for (const auto& [child, born] : births_)
        to.push_back({child, born.parent, eased((clock_.now() - born.start) / birthMs)});
    return to;
}

double Director::faded(ObjectRef object) const {
    if (!world_ || !exists(*world_, object) || !removed(*world_, object)) return 0.0;
    const auto found = fades_.find(object);
    return found == fades_.end() ? 1.0 : eased((clock_.now() - found->second) / fadeMs);
}

} // namespace ipclab
