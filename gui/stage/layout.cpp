#include "gui/stage/layout_parts.h"
#include "gui/stage/pipe_words.h"
#include "gui/stage/telling.h"

#include <algorithm>
#include <array>

namespace ipclab {
namespace {

/// One try: how much each item tells, and in how many columns they stand.
struct Plan {
    Density cards = Density::Full, objects = Density::Full;
    int objectColumns = 1;
    int columns = 1, rows = 0, cardWidth = 0, cardHeight = 0;
    parts::CardRows cardRows;
    int objectWidth = 0;
    std::vector<int> objectRows; ///< their least heights
    KeysPlace keys;
    int above = 0;   ///< from the top to the first process card
    int mayGrow = 0; ///< by how much all rows of cards get higher with the variables to come
    int height = 0;  ///< of everything, at least
};

class Composer {
public:
    Composer(const World& world, const Metrics& metrics, const LayoutOptions& options)
        : world_(world), m_(metrics), options_(options), processes_(shownProcesses(world)),
          objects_(shownObjects(world, options.nowNs)),
          margin_(stageMargin(metrics, options.size.width())),
          inner_(options.size.width() - 2 * margin_), gap_(m_.px(margin_ > m_.px(20) ? 20 : 8)),
          bufferRows_(bufferRows()), wires_(parts::countWires(world, objects_)) {
        for (std::size_t i = 0; i < tableRows_.size(); ++i)
            tableRows_[i] = tableRows(static_cast<TableForm>(i));
        line_ = std::ranges::any_of(processes_, [this](ProcessId id) {
            return !words::descriptorLine(world_, *world_.process(id)).isEmpty();
        });
    }

    StageLayout compose() {
        const Plan plan = choose();
        spare_ = std::max(0, options_.size.height() - plan.height);
        bands(plan);
        return std::move(to_);
    }

    static int stageMargin(const Metrics& metrics, int width) {
        return metrics.px(width >= metrics.px(640) ? 40 : 12);
    }

private:
    Plan choose() {
        // With as much room as most sentences need; where that is not to be had, with what this one
        // needs.
        for (const int room : {options_.usualSentenceHeight, 0}) {
            sentenceRoom_ = std::max(options_.sentenceHeight, room);
            for (const Telling& telling : tellings) {
                if (saysNoLess(telling)) continue;
                for (const int columns : {1, 2}) {
                    if (columns == 2 && !twoColumns()) continue;
                    const Plan plan = planFor(telling, columns);
                    if (plan.height <= options_.size.height()) return plan;
                }
            }
        }
        // Nothing fits: it scrolls, and what is no more must not push the rest out of sight.
        std::ranges::stable_partition(
            objects_, [this](const ShownObject& shown) { return !removed(world_, shown.object); });
        // It should still tell something.
        // The kernel's side should be in sight without scrolling, so cards may not take most of it.
        const int columns = twoColumns() ? 2 : 1;
        const Plan plan =
            planFor({.cards = Density::Compact, .objects = Density::Compact}, columns);
        if (leavesTheKernelInSight(plan)) return plan;
        const Plan named = planFor({.cards = Density::Tiny, .objects = Density::Compact}, columns);
        if (leavesTheKernelInSight(named)) return named;
        return planFor({.cards = Density::Tiny, .objects = Density::Compact, .named = false},
                       columns);
    }

    bool leavesTheKernelInSight(const Plan& plan) const {
        return plan.above + plan.rows * plan.cardHeight <= options_.size.height() * 45 / 100;
    }

    /// Fewer words of what is not there are the same as all of them.
    bool saysNoLess(const Telling& telling) const {
        if (telling.cards != Density::Full) return false;
        const auto form = static_cast<std::size_t>(telling.form);
        const bool sameRows = form > 0 && tableRows_[form] == tableRows_[0];
        const bool sameBuffers = telling.buffers == 3 || bufferRows_ <= telling.buffers;
        return sameRows && sameBuffers && telling.objects == Density::Full;
    }

    bool twoColumns() const { return objects_.size() > 1 && inner_ >= 2 * m_.px(390) + gap_; }

    Plan planFor(const Telling& telling, int objectColumns) const {
        const Density cards = telling.cards;
        Plan plan;
        plan.cards = cards;
        plan.objects = telling.objects;
        plan.objectColumns = objectColumns;
        const int count = std::max(1, static_cast<int>(processes_.size()));
        const int most = std::max(1, (inner_ + gap_) / (parts::narrowestProcess(m_, cards) + gap_));
        plan.rows = (count + most - 1) / most;
        plan.columns = (count + plan.rows - 1) / plan.rows;
        const int even = (inner_ - (plan.columns - 1) * gap_) / plan.columns;
        plan.cardWidth =
            std::min(besideForks(even, plan.columns), m_.px(options_.lecture ? 460 : 340));
        plan.cardRows = {std::min(bufferRows_, telling.buffers),
                         tableRows_[static_cast<std::size_t>(telling.form)], line_ ? 1 : 0,
                         telling.form, stateBelow(plan, telling)};
        plan.cardHeight = parts::processHeight(m_, cards, plan.cardRows);
        parts::CardRows fullest = plan.cardRows;
        fullest.buffers = telling.buffers;
        plan.mayGrow = plan.rows * (parts::processHeight(m_, cards, fullest) - plan.cardHeight);
        plan.above =
            (options_.past ? ribbonHeight() : 0) + m_.px(10) + m_.section.height + m_.px(9);
        plan.keys = placeKeys(m_, world_, {margin_, plan.above}, inner_, cards);
        if (!plan.keys.card.isNull()) plan.above += plan.keys.card.height() + rowGap();
        plan.objectWidth = (inner_ - (objectColumns - 1) * gap_) / objectColumns;
        plan.objectRows = objectRows(plan);
        plan.height = plan.above + plan.rows * plan.cardHeight + (plan.rows - 1) * cardGap(plan) +
                      wireGap(plan) + thickness() + kernelGap() + sentenceBlock();
        for (const int row : plan.objectRows)
            plan.height += row + rowGap();
        if (plan.objectRows.empty()) plan.height += m_.px(80);
        return plan;
    }

    /// In whole cards, and where there is no room for it, a state stands beside the name.
    bool stateBelow(const Plan& plan, const Telling& telling) const {
        if (plan.cards == Density::Full || !telling.named) return false;
        return std::ranges::any_of(processes_, [&](ProcessId id) {
            return parts::cutsName(m_, world_, *world_.process(id), plan.cardWidth, plan.cards);
        });
    }

    /// A little narrower where that leaves room for "fork()" between parent and child.
    int besideForks(int even, int columns) const {
        const bool forks = std::ranges::any_of(
            processes_, [this](ProcessId id) { return world_.process(id)->parent != 0; });
        const int room =
            m_.small.width(QStringLiteral("fork()")) + m_.px(options_.lecture ? 60 : 16);
        const int narrower = even - (room - gap_) * (columns - 1) / columns;
        return forks && columns > 1 && narrower >= m_.px(250) ? narrower : even;
    }

    int bufferRows() const {
        // A second variable comes soon, and must not move everything.
        std::size_t rows = 2;
        for (const ProcessId id : processes_)
            rows = std::max(rows, words::buffers(*world_.process(id)).size());
        return static_cast<int>(std::min<std::size_t>(rows, 3));
    }

    int tableRows(TableForm form) const {
        constexpr std::size_t most = 10;
        std::size_t rows = 0;
        for (const ProcessId id : processes_)
            rows = std::max(rows, words::descriptorRows(world_, *world_.process(id), form).size());
        return static_cast<int>(std::min(rows, most));
    }

    std::vector<int> objectRows(const Plan& plan) const {
        std::vector<int> to;
        for (std::size_t i = 0; i < objects_.size(); ++i) {
            if (i % static_cast<std::size_t>(plan.objectColumns) == 0) to.push_back(0);
            to.back() = std::max(to.back(), tryObject(plan, i, 0).card.height());
        }
        return to;
    }

    /// How the object would stand if it might be so much higher than at least.
    ObjectPlace tryObject(const Plan& plan, std::size_t i, int extra) const {
        StageLayout scratch;
        return parts::placeObject(scratch, m_, world_, objects_[i], {}, plan.objectWidth,
                                  plan.objects, extra);
    }

    int ribbonHeight() const { return m_.smallStrong.height + m_.px(10); }
    int rowGap() const { return m_.px(10); }
    /// Between rows of cards: the tabs of the upper one hang into it.
    int cardGap(const Plan& plan) const {
        return rowGap() + std::max(wires_ > 0 ? parts::tabHeight(m_) : 0, addressRow(plan));
    }
    /// What addresses below the cards need: a whole card with one attachment has it in itself.
    int addressRow(const Plan& plan) const {
        const bool below = std::ranges::any_of(processes_, [&](ProcessId id) {
            const std::size_t count = world_.process(id)->attachments.size();
            return count > 1 || (count == 1 && plan.cards != Density::Full);
        });
        return below ? m_.call.height + m_.px(6) : 0;
    }
    int wireGap(const Plan& plan) const {
        // As much for one as for the four of a parent and its child: what one of them closes must
        // not move the kernel.
        constexpr int leastLanes = 4, mostLanes = 6;
        const int lanes = std::clamp(wires_, leastLanes, mostLanes) * m_.px(4);
        const int words = m_.smallStrong.height + m_.px(8);
        return std::max(m_.px(19) + m_.small.height, addressRow(plan) + words) +
               (wires_ > 0 ? parts::tabHeight(m_) + lanes : 0);
    }
    int thickness() const { return m_.px(6); }
    int kernelGap() const { return m_.px(17) + m_.section.height; }
    int sentenceBlock() const {
        const int foot = options_.footnote ? m_.small.height + m_.px(14) : 0;
        if (options_.sentenceHeight == 0) return m_.px(4) + foot;
        return sentenceRoom_ + m_.px(options_.lecture ? 36 : 29) + foot;
    }

    int take(int part, int most) {
        const int taken = std::min(spare_ * part / 100, most);
        spare_ -= taken;
        return taken;
    }

    void bands(const Plan& plan) {
        const int width = options_.size.width();
        if (options_.past) to_.ribbon = {0, 0, width, ribbonHeight()};
        to_.keys = plan.keys;
        const int first = plan.keys.card.isNull() ? plan.above : plan.keys.card.top();
        const int label = first - m_.section.height - m_.px(9);
        const int side = margin_ > m_.px(20) ? m_.px(14) : margin_;
        to_.userLabel = {side, label, width / 2, m_.section.height};
        cards(plan);
        const int kept = take(100, plan.mayGrow);
        const int extra = take(75, objectsWant(plan));
        int y = plan.above + plan.rows * plan.cardHeight + (plan.rows - 1) * cardGap(plan);
        y += wireGap(plan) + kept + take(60, m_.px(options_.lecture ? 120 : 70));
        to_.boundary = {0, y, width, thickness()};
        to_.user = {0, 0, width, y};
        const int words = m_.smallStrong.width(words::boundary()) + m_.px(2);
        to_.boundaryLabel = {width - side - words, y - m_.smallStrong.height - m_.px(4), words,
                             m_.smallStrong.height};
        y += thickness();
        to_.kernelLabel = {side, y + m_.px(10), width / 2, m_.section.height};
        if (options_.badge) {
            const int badge =
                std::min(m_.small.width(words::privateNamespace()) + m_.px(16), width / 2 - side);
            to_.badge = {width - side - badge, y + m_.px(8), badge, m_.small.height + m_.px(4)};
        }
        y += kernelGap() + take(50, m_.px(26));
        y = objectCards(plan, y, extra);
        to_.wires = parts::placeWires(m_, world_, to_);
        parts::placeBandWords(m_, world_, to_);
        const int height = std::max(options_.size.height(), y + sentenceBlock());
        to_.kernel = {0, to_.boundary.bottom() + 1, width, height - to_.boundary.bottom() - 1};
        to_.size = {width, height};
        sentence(height);
    }

    void cards(const Plan& plan) {
        for (std::size_t i = 0; i < processes_.size(); ++i) {
            const int column = static_cast<int>(i) % plan.columns;
            const int row = static_cast<int>(i) / plan.columns;
            const int step = plan.columns > 1 ? (inner_ - plan.cardWidth) / (plan.columns - 1) : 0;
            const QRect card{margin_ + column * step,
                             plan.above + row * (plan.cardHeight + cardGap(plan)), plan.cardWidth,
                             plan.cardHeight};
            auto place = parts::placeProcess(m_, world_, *world_.process(processes_[i]), card,
                                             plan.cards, plan.cardRows, options_.nowNs);
            // Wires of cards above one another leave side by side.
            place.port.setX(card.x() + card.width() * (row + 1) / (plan.rows + 1));
            to_.processes.push_back(place);
        }
    }

    /// How much higher the objects would like to be, the highest of each row counting.
    int objectsWant(const Plan& plan) const {
        int want = 0, row = 0;
        for (std::size_t i = 0; i < objects_.size(); ++i) {
            if (i % static_cast<std::size_t>(plan.objectColumns) == 0)
                want += std::exchange(row, 0);
            row = std::max(row, tryObject(plan, i, spare_ * 3 / 4).grown);
        }
        return want + row;
    }

    int objectCards(const Plan& plan, int y, int extra) {
        const auto columns = static_cast<std::size_t>(plan.objectColumns);
        int row = 0;
        for (std::size_t i = 0; i < objects_.size(); ++i) {
            const std::size_t column = i % columns;
            if (column == 0 && i > 0) y += std::exchange(row, 0) + rowGap();
            const QPoint at{margin_ + static_cast<int>(column) * (plan.objectWidth + gap_), y};
            const ObjectPlace& place = parts::placeObject(to_, m_, world_, objects_[i], at,
                                                          plan.objectWidth, plan.objects, extra);
            if (column == 0) extra -= place.grown;
            extra = std::max(0, extra);
            row = std::max(row, place.card.height());
        }
        return y + row + rowGap();
    }

    void sentence(int height) {
        int y = height;
        if (options_.footnote) {
            y -= m_.small.height + m_.px(10);
            to_.footnote = {margin_, y, inner_, m_.small.height};
        }
        if (options_.sentenceHeight == 0) return;
        const int pad = m_.px(options_.lecture ? 14 : 9);
        y -= options_.sentenceHeight + 2 * pad + m_.px(options_.lecture ? 0 : 10);
        to_.sentence = {options_.lecture ? 0 : margin_, y,
                        options_.lecture ? options_.size.width() : inner_,
                        options_.sentenceHeight + 2 * pad};
    }

    const World& world_;
    const Metrics& m_;
    const LayoutOptions& options_;
    std::vector<ProcessId> processes_;
    std::vector<ShownObject> objects_;
    int margin_, inner_, gap_;
    int bufferRows_;                 ///< of the card with most variables
    std::array<int, 3> tableRows_{}; ///< of the longest descriptor table, by TableForm
    bool line_ = false;              ///< some card has a line of descriptors
    int wires_;
    int spare_ = 0;
    int sentenceRoom_ = 0;
    StageLayout to_;
};

} // namespace

const ProcessPlace* StageLayout::process(ProcessId id) const {
    const auto found = std::ranges::find(processes, id, &ProcessPlace::id);
    return found == processes.end() ? nullptr : &*found;
}

int sentenceWidth(const Metrics& metrics, int stageWidth, bool lecture) {
    const int margin = Composer::stageMargin(metrics, stageWidth);
    return stageWidth - 2 * margin - (lecture ? 0 : 2 * metrics.px(12));
}

StageLayout layOut(const World& world, const Metrics& metrics, const LayoutOptions& options) {
    return Composer(world, metrics, options).compose();
}

} // namespace ipclab
