#include "gui/stage/pipe_motion.h"

#include "gui/stage/items.h"
#include "gui/stage/motion.h"
#include "gui/stage/pipe_ends.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr double travelMs = 520, wireMs = 320;
constexpr double staggerMs = 90;   ///< between two tokens on one wire
constexpr double backlogMs = 1000; ///< motion never lags further behind
constexpr std::size_t shownText = 20;

/// `"hello child"`, or the first of many bytes with their number.
QString tokenText(std::string_view bytes, std::uint64_t count) {
    const QString text = words::literal(bytes.substr(0, shownText));
    if (count <= shownText && bytes.size() >= count) return text;
    return text.chopped(1) + QStringLiteral("…\" ") + words::number(count) + QStringLiteral(" B");
}

/// Of a call on a pipe that just returned, or sleeps with a part of its bytes in the pipe.
std::optional<CallId> callOf(const Process& process, const Event& event) {
    if (!process.current) return {};
    const CallId call = process.current->call.id;
    const bool ends = std::holds_alternative<event::Returned>(event.body);
    if (ends && (call == CallId::Read || call == CallId::Write)) return call;
    if (std::holds_alternative<event::SleepSeen>(event.body) && call == CallId::Write) return call;
    return {};
}

ProcessId firstWriter(const Pipe& pipe) {
    for (const PipeSlot& page : pipe.pages) {
        std::uint32_t at = 0;
        for (const WritePiece& piece : page.pieces)
            if ((at += piece.bytes) > page.read) return piece.writer;
    }
    return 0;
}

ProcessId sleepingWriter(const Pipe& pipe) {
    for (const PipeSleeper& sleeper : pipe.sleepers)
        if (sleeper.kind == PipeSleeper::Kind::Writes) return sleeper.process;
    return 0;
}

/// The first part of a way.
QPolygonF firstPart(const QPolygonF& way, double part) {
    double length = 0;
    for (qsizetype i = 1; i < way.size(); ++i)
        length += QLineF(way[i - 1], way[i]).length();
    double left = length * part;
    QPolygonF to{way.first()};
    for (qsizetype i = 1; i < way.size() && left > 0; ++i) {
        const QLineF line(way[i - 1], way[i]);
        to << (line.length() <= left ? way[i] : line.pointAt(left / line.length()));
        left -= line.length();
    }
    return to;
}

QPointF pageCentre(const PipePlace& pipe, std::size_t page) {
    for (const TubeCell& cell : pipe.cells)
        if (page < cell.first + cell.count) return QRectF(cell.rect).center();
    return QRectF(pipe.cells.empty() ? pipe.card : pipe.tube).center();
}

bool same(const PipeWire& a, const PipeWire& b) {
    return a.process == b.process && a.pipe == b.pipe && a.write == b.write;
}

/// Whether its card has moved, or gone, since it was placed.
bool floats(const PipeWire& wire, const StageLayout& layout) {
    const ProcessPlace* card = layout.process(wire.process);
    return !card || card->card.bottom() + 1 != wire.tab.top() ||
           wire.tab.left() < card->card.left() || wire.tab.right() > card->card.right();
}

bool has(const std::vector<PipeWire>& wires, const PipeWire& wire) {
    return std::ranges::any_of(wires, [&](const PipeWire& each) { return same(each, wire); });
}

} // namespace

void PipeMotion::before(const World& world, const Event& event) {
    before_.reset();
    const Process* process = world.process(event.process);
    const auto call = process ? callOf(*process, event) : std::nullopt;
    if (!call || clock_.instant()) return;
    const auto pipe = pipeOf(world, *process, process->current->call.args[0]);
    if (!pipe) return;
    before_ =
        Before{process->id, *pipe, *call, std::make_shared<const Pipe>(world.pipes[*pipe]), {}};
    if (*call == CallId::Read) before_->buffers = words::buffers(*process);
}

void PipeMotion::after(const World& world, const Event& event) {
    if (!before_) return;
    Before before = *std::exchange(before_, {});
    if (before.pipe >= world.pipes.size()) return;
    const auto now = std::make_shared<const Pipe>(world.pipes[before.pipe]);
    if (now->serial != before.look->serial) return;
    const Process* process = world.process(event.process);
    const std::uint64_t came = now->written - std::min(now->written, before.look->written);
    const std::uint64_t went = now->read - std::min(now->read, before.look->read);
    if (before.call == CallId::Write) {
        if (came == 0) return;
        const ResolvedCall* call = process->current ? &process->current->call
                                   : process->last  ? &process->last->call
                                                    : nullptr;
        const QString text = tokenText(call ? call->data : std::string(), came);
        travel({before.process, before.pipe, true, before.process, text,
                now->pages.empty() ? 0 : now->pages.size() - 1},
               before, now);
        return;
    }
    const auto* returned = std::get_if<event::Returned>(&event.body);
    if (!returned || returned->result <= 0 || went == 0) return;
    ProcessId writer = firstWriter(*before.look);
    if (writer == 0) writer = firstWriter(*now);
    // Bytes that came and went at once were never seen in the pipe; they have their writer's
    // colour all the same.
    if (travel({before.process, before.pipe, false, writer, tokenText(returned->data, went)},
               before, now))
        holds_.push_back({before.process, std::move(before.buffers), travels_.back().end()});
    const ProcessId slept = sleepingWriter(*before.look);
    if (came > 0 && slept != 0)
        travel({slept, before.pipe, true, slept, words::number(came) + QStringLiteral(" B")},
               before, now);
}

double PipeMotion::arrival(std::size_t pipe, bool write) const {
    double to = clock_.now();
    for (const ByteTravel& each : travels_) {
        if (each.pipe != pipe) continue;
        // A read waits for what is still on its way down; otherwise they follow one another.
        to = std::max(to, each.write && !write ? each.end() : each.start + staggerMs);
    }
    return to;
}

bool PipeMotion::travel(ByteTravel travel, const Before& before, std::shared_ptr<const Pipe> look) {
    travel.start = arrival(travel.pipe, travel.write);
    travel.duration = travelMs;
    if (travel.start - clock_.now() > backlogMs) {
        overflow_.push_back({travel.process, travel.pipe, travel.write});
        if (const auto shown = shown_.find(travel.pipe); shown != shown_.end())
            shown->second.push_back({shown->second.back().from, std::move(look)});
        return false;
    }
    show(travel.pipe, travel.write ? travel.end() : travel.start, before, std::move(look));
    travels_.push_back(std::move(travel));
    return true;
}

void PipeMotion::show(std::size_t pipe, double from, const Before& before,
                      std::shared_ptr<const Pipe> look) {
    auto& looks = shown_[pipe];
    if (looks.empty()) looks.push_back({clock_.now(), before.look});
    looks.push_back({std::max(from, looks.back().from), std::move(look)});
}

void PipeMotion::settle(const StageLayout& layout, bool follows) {
    if (follows && !clock_.instant()) {
        for (const PipeWire& wire : wires_)
            if (!has(layout.wires, wire))
                wireMotions_.push_back({wire, false, clock_.now(), wireMs});
        for (const PipeWire& wire : layout.wires)
            if (!has(wires_, wire)) wireMotions_.push_back({wire, true, clock_.now(), wireMs});
    }
    for (WireMotion& motion : wireMotions_)
        if (const PipeWire* wire =
                layout.wire(motion.wire.process, motion.wire.pipe, motion.wire.write))
            motion.wire = *wire;
    std::erase_if(wireMotions_,
                  [&](const WireMotion& motion) { return floats(motion.wire, layout); });
    wires_ = layout.wires;
}

void PipeMotion::snap() {
    before_.reset();
    travels_.clear();
    shown_.clear();
    wireMotions_.clear();
    holds_.clear();
    overflow_.clear();
}

bool PipeMotion::advance() {
    const double now = clock_.now();
    std::erase_if(travels_, [now](const ByteTravel& each) { return now >= each.end(); });
    bool changed = std::erase_if(wireMotions_, [now](const WireMotion& each) {
                       return now >= each.start + each.duration;
                   }) > 0;
    for (auto& [pipe, looks] : shown_)
        while (looks.size() > 1 && now >= looks[1].from) {
            looks.pop_front();
            changed = true;
        }
    // The last look is the world's own.
    std::erase_if(shown_, [](const auto& each) { return each.second.size() < 2; });
    return changed;
}

const Pipe& PipeMotion::shown(const World& world, std::size_t pipe) const {
    const auto found = shown_.find(pipe);
    if (found == shown_.end()) return world.pipes[pipe];
    const auto& looks = found->second;
    auto look = looks.rbegin();
    while (std::next(look) != looks.rend() && look->from > clock_.now())
        ++look;
    return *look->pipe;
}

bool PipeMotion::grows(const PipeWire& wire) const {
    return std::ranges::any_of(
        wireMotions_, [&](const WireMotion& each) { return each.grows && same(each.wire, wire); });
}

std::vector<PipeWire> PipeMotion::movingWires() const {
    std::vector<PipeWire> to;
    for (const WireMotion& motion : wireMotions_) {
        const double part = eased((clock_.now() - motion.start) / motion.duration);
        PipeWire wire = motion.wire;
        wire.way = firstPart(wire.way, std::clamp(motion.grows ? part : 1 - part, 0.02, 1.0));
        if (wire.way.size() > 1) to.push_back(std::move(wire));
    }
    return to;
}

std::vector<ByteToken> PipeMotion::tokens(const StageLayout& layout) const {
    std::vector<ByteToken> to;
    for (const ByteTravel& travel : travels_) {
        const double part = eased((clock_.now() - travel.start) / travel.duration);
        if (clock_.now() < travel.start) continue;
        const QPainterPath path = bytePath(travel, layout);
        // Small where it stands in a page, whole on its way.
        const double inPage = travel.write ? 1 - part : part;
        to.push_back({path.pointAtPercent(part), travel.text, travel.writer,
                      std::clamp(0.35 + inPage * 5, 0.35, 1.0)});
    }
    return to;
}

QPainterPath bytePath(const ByteTravel& travel, const StageLayout& layout) {
    const ProcessPlace* card = layout.process(travel.process);
    const PipePlace* pipe = layout.pipe(travel.pipe);
    const PipeWire* wire = layout.wire(travel.process, travel.pipe, travel.write);
    QPolygonF way;
    if (card) way << QRectF(card->call.isNull() ? card->card : card->call).center();
    if (wire) {
        // Straight down inside the card, to the tab.
        if (card) way.first().setX(wire->way.first().x());
        way << wire->way;
    } else if (card) {
        way << QPointF(card->port);
    }
    if (pipe) way << pageCentre(*pipe, travel.page);
    if (way.size() < 2) way << QPointF(layout.size.width() / 2.0, layout.boundary.center().y());
    if (!travel.write) std::ranges::reverse(way);
    if (way.size() < 2) way << way.first();
    return roundedWay(way, 8);
}

} // namespace ipclab
