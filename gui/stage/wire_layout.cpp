#include "gui/stage/layout_parts.h"
#include "gui/stage/pipe_ends.h"
#include "gui/stage/words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace ipclab::parts {
namespace {

/// A wire before its way is known.
struct Draft {
    PipeWire wire;
    const PipePlace* pipe = nullptr;
    QRect card;
    int least = 0, most = 0;  ///< where it may go down beside the tube
    int tab = 0;              ///< width
    int port = 0, column = 0; ///< where it leaves its card, and goes down to the tube
    int lane = 0, arrival = 0;
    [[nodiscard]] bool straight() const { return port >= least && port <= most; }
};

using WireKey = std::tuple<ProcessId, std::size_t, bool>;

std::map<WireKey, std::vector<int>> wiresOf(const World& world, const Process& process) {
    std::map<WireKey, std::vector<int>> to;
    if (!process.alive()) return to;
    for (const auto& [fd, row] : process.descriptors) {
        const OpenFile* file = world.file(row.file);
        const auto pipe = file ? pipeOf(world, *file) : std::nullopt;
        if (!pipe) continue;
        if (file->access != AccessMode::Write) to[{process.id, *pipe, false}].push_back(fd);
        if (file->access != AccessMode::Read) to[{process.id, *pipe, true}].push_back(fd);
    }
    // One that sleeps in open() has no descriptor yet, but hangs on the FIFO already.
    for (std::size_t pipe = 0; pipe < world.pipes.size(); ++pipe)
        for (const PipeSleeper& sleeper : world.pipes[pipe].sleepers) {
            const bool opens = sleeper.kind == PipeSleeper::Kind::OpensToRead ||
                               sleeper.kind == PipeSleeper::Kind::OpensToWrite;
            if (opens && sleeper.process == process.id)
                to[{process.id, pipe, sleeper.kind == PipeSleeper::Kind::OpensToWrite}];
        }
    return to;
}

class Router {
public:
    Router(const Metrics& metrics, const World& world, const StageLayout& layout)
        : m_(metrics), world_(world), layout_(layout) {}

    std::vector<PipeWire> route() {
        collect();
        leaveCards();
        for (Draft& draft : drafts_)
            if (draft.straight()) draft.column = draft.port;
        columns();
        lanes();
        arrivals();
        std::vector<PipeWire> to;
        for (Draft& draft : drafts_)
            to.push_back(drawn(draft));
        return to;
    }

private:
    void collect() {
        for (const ProcessPlace& place : layout_.processes)
            for (auto& [key, fds] : wiresOf(world_, *world_.process(place.id))) {
                const PipePlace* pipe = layout_.pipe(std::get<1>(key));
                if (!pipe || pipe->slim) continue;
                Draft draft;
                draft.wire = {place.id, pipe->index, std::get<2>(key), fds, {}, {}};
                draft.pipe = pipe;
                draft.card = place.card;
                draft.tab = tabWidth(fds);
                room(draft);
                drafts_.push_back(draft);
            }
    }

    int tabWidth(const std::vector<int>& fds) const {
        QString text;
        for (const int fd : fds)
            text += (text.isEmpty() ? QString() : QStringLiteral(",")) + QString::number(fd);
        if (fds.empty()) text = QStringLiteral("open()");
        return std::max(m_.px(20), m_.smallStrong.width(text) + m_.px(10));
    }

    /// Beside the tube, and clear of the words of the bands where that is possible.
    void room(Draft& draft) const {
        const PipePlace& pipe = *draft.pipe;
        const int clear = m_.px(14), words = m_.px(8);
        if (draft.wire.write) {
            draft.most = pipe.tube.left() - clear;
            draft.least = pipe.card.left();
            const int label = layout_.kernelLabel.left() + m_.section.width(words::kernelSpace());
            draft.least = std::min(std::max(draft.least, label + words), draft.most);
            return;
        }
        draft.least = pipe.tube.right() + clear;
        draft.most = pipe.card.right();
        int label = layout_.boundaryLabel.left();
        if (!layout_.badge.isNull()) label = std::min(label, layout_.badge.left());
        draft.most = std::max(std::min(draft.most, label - words), draft.least);
    }

    /// Each wire leaves its card where it can go straight down, else at the side it goes to. The
    /// tabs of one card do not touch.
    void leaveCards() {
        for (std::size_t first = 0; first < drafts_.size();) {
            std::size_t end = first;
            while (end < drafts_.size() && drafts_[end].wire.process == drafts_[first].wire.process)
                wanted(drafts_[end++]);
            std::stable_sort(drafts_.begin() + static_cast<std::ptrdiff_t>(first),
                             drafts_.begin() + static_cast<std::ptrdiff_t>(end),
                             [](const Draft& a, const Draft& b) { return a.port < b.port; });
            spread(first, end);
            first = end;
        }
    }

    void wanted(Draft& draft) const {
        const int low = draft.card.left() + m_.px(6) + draft.tab / 2;
        const int high = draft.card.right() - m_.px(6) - draft.tab / 2;
        const int from = std::max(low, draft.least), to = std::min(high, draft.most);
        if (from <= to)
            draft.port = std::clamp(draft.card.center().x(), from, to);
        else
            draft.port = draft.least > high ? high : low;
    }

    void spread(std::size_t first, std::size_t end) {
        const int gap = m_.px(4);
        for (std::size_t i = first + 1; i < end; ++i)
            drafts_[i].port =
                std::max(drafts_[i].port,
                         drafts_[i - 1].port + gap + (drafts_[i - 1].tab + drafts_[i].tab) / 2);
        int most = drafts_[first].card.right() - m_.px(4);
        for (std::size_t i = end; i-- > first; most -= gap) {
            drafts_[i].port = std::min(drafts_[i].port, most - drafts_[i].tab / 2);
            most = drafts_[i].port - drafts_[i].tab / 2;
        }
    }

    /// The other wires take the column next to the tube that is free.
    void columns() {
        const int apart = m_.px(7);
        for (Draft& draft : drafts_) {
            if (draft.column != 0) continue;
            const bool write = draft.wire.write;
            int best = write ? draft.most : draft.least;
            // Behind the words of the bands rather than on another wire.
            const QRect room = draft.pipe->card;
            for (int x = best; x >= room.left() && x <= room.right(); x += write ? -apart : apart)
                if (isFree(x, apart)) {
                    best = x;
                    break;
                }
            draft.column = best;
        }
    }

    bool isFree(int x, int apart) const {
        return std::ranges::none_of(drafts_, [&](const Draft& other) {
            return other.column != 0 && std::abs(other.column - x) < apart;
        });
    }

    /// Where wires run sideways: those to the left deeper the further right they come from, those
    /// to the right deeper the further left, so that none of a kind cross.
    void lanes() {
        std::vector<Draft*> aside;
        for (Draft& draft : drafts_)
            if (draft.column != draft.port) aside.push_back(&draft);
        if (aside.empty()) return;
        std::ranges::stable_sort(aside, [](const Draft* a, const Draft* b) {
            const bool left = a->column < a->port, otherLeft = b->column < b->port;
            if (left != otherLeft) return left;
            return left ? a->port < b->port : a->port > b->port;
        });
        int top = 0;
        for (const ProcessPlace& place : layout_.processes)
            top = std::max(top, place.card.bottom() + tabHeight(m_) + m_.px(5));
        const int bottom = std::max(top, layout_.boundaryLabel.top() - m_.px(3));
        const double step =
            std::min<double>(m_.px(6), static_cast<double>(bottom - top) /
                                           std::max<double>(1, static_cast<double>(aside.size())));
        for (std::size_t i = 0; i < aside.size(); ++i)
            aside[i]->lane = top + static_cast<int>(static_cast<double>(i) * step);
    }

    /// At the tube the nearest column arrives highest, so that none crosses another.
    void arrivals() {
        std::map<std::pair<std::size_t, bool>, std::vector<Draft*>> ends;
        for (Draft& draft : drafts_)
            ends[{draft.wire.pipe, draft.wire.write}].push_back(&draft);
        for (auto& [end, wires] : ends) {
            std::ranges::sort(wires, [write = end.second](const Draft* a, const Draft* b) {
                return write ? a->column > b->column : a->column < b->column;
            });
            const QRect tube = wires.front()->pipe->tube;
            const auto count = static_cast<double>(wires.size());
            const double step = std::min<double>(m_.px(10), tube.height() * 0.7 / count);
            for (std::size_t i = 0; i < wires.size(); ++i)
                wires[i]->arrival = static_cast<int>(std::lround(
                    tube.center().y() + (static_cast<double>(i) - (count - 1) / 2) * step));
        }
    }

    PipeWire drawn(Draft& draft) const {
        PipeWire wire = std::move(draft.wire);
        const int top = draft.card.bottom() + 1;
        wire.tab = {draft.port - draft.tab / 2, top, draft.tab, tabHeight(m_)};
        // The tube's ends are round.
        const QRect tube = draft.pipe->tube;
        const double radius = tube.height() / 2.0, off = draft.arrival - tube.center().y();
        const double round = radius - std::sqrt(std::max(0.0, radius * radius - off * off));
        const double end = wire.write ? tube.left() + round : tube.right() + 1 - round;
        wire.way << QPointF(draft.port, wire.tab.bottom() + 1);
        if (draft.column != draft.port)
            wire.way << QPointF(draft.port, draft.lane) << QPointF(draft.column, draft.lane);
        wire.way << QPointF(draft.column, draft.arrival) << QPointF(end, draft.arrival);
        return wire;
    }

    const Metrics& m_;
    const World& world_;
    const StageLayout& layout_;
    std::vector<Draft> drafts_;
};

} // namespace

int tabHeight(const Metrics& metrics) {
    return metrics.smallStrong.height + metrics.px(2);
}

int countWires(const World& world, const std::vector<ShownObject>& objects) {
    const auto isShown = [&](std::size_t pipe) {
        return std::ranges::any_of(objects, [pipe](const ShownObject& shown) {
            return shown.object == ObjectRef{ObjectKind::Pipe, pipe} && !shown.slim;
        });
    };
    int count = 0;
    if (world.pipes.empty()) return count;
    for (const Process& process : world.processes)
        for (const auto& [key, fds] : wiresOf(world, process))
            if (isShown(std::get<1>(key))) ++count;
    return count;
}

std::vector<PipeWire> placeWires(const Metrics& metrics, const World& world,
                                 const StageLayout& layout) {
    if (layout.pipes.empty()) return {};
    return Router(metrics, world, layout).route();
}

} // namespace ipclab::parts
