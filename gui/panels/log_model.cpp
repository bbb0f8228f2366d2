#include "gui/panels/log_model.h"

#include <QElapsedTimer>
#include <algorithm>

namespace ipclab {

namespace {

constexpr std::uint64_t chunk = 500;   ///< events that are looked at in one go
constexpr qint64 budgetNs = 3'000'000; ///< for one frame
constexpr std::uint64_t farBehind = 100'000;

} // namespace

LogModel::LogModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme) {
}

void LogModel::setReader(EventReader reader) {
    reader_ = std::move(reader);
}

void LogModel::setFilter(const LogFilter& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    reload();
}

void LogModel::showEarlier() {
    span_ *= 4;
    reload();
}

void LogModel::reload() {
    beginResetModel();
    rows_.clear();
    texts_.clear();
    builder_ = LogRows();
    cursor_ = from_ = total_ > span_ ? total_ - span_ : 0;
    endResetModel();
}

void LogModel::setFrame(const Frame& frame) {
    if (!frame.world) return;
    const bool moved = past_ != frame.past || (past_ && position_ != frame.position);
    if (frame.total < total_) { // another lab
        total_ = 0;
        span_ = firstSpan;
        reload();
    }
    world_ = frame.world;
    total_ = frame.total;
    past_ = frame.past;
    position_ = frame.position;
    advance(frame);
    if (moved && !rows_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {Qt::ForegroundRole});
    }
}

std::vector<Event> LogModel::read(const Frame& frame, std::uint64_t limit) const {
    if (cursor_ >= frame.firstFresh && cursor_ - frame.firstFresh < frame.fresh.size()) {
        const auto skip = static_cast<std::ptrdiff_t>(cursor_ - frame.firstFresh);
        const auto begin = frame.fresh.begin() + skip;
        const auto count =
            std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(limit), frame.fresh.end() - begin);
        return {begin, begin + count};
    }
    return reader_ ? reader_(cursor_, limit) : std::vector<Event>();
}

/// Looks at what is new for as long as a frame may take; the rest waits for the next one.
void LogModel::advance(const Frame& frame) {
    if (behind() > std::max(farBehind, span_)) leaveOut(total_ - chunk);
    QElapsedTimer timer;
    timer.start();
    std::vector<LogRow> found;
    while (cursor_ < total_ && timer.nsecsElapsed() < budgetNs) {
        const std::vector<Event> events = read(frame, std::min(chunk, total_ - cursor_));
        if (events.empty() && frame.firstFresh > cursor_ && !frame.fresh.empty()) {
            leaveOut(frame.firstFresh); // nobody can read them
            continue;
        }
        if (events.empty()) break;
        for (const Event& event : events) {
            const auto row = builder_.next(event, cursor_++);
            if (row && wanted(*row, filter_.text.isEmpty() ? LogText() : makeText(*row))) {
                found.push_back(*row);
            }
        }
    }
    append(std::move(found));
}

void LogModel::leaveOut(std::uint64_t to) {
    LogRow row;
    row.kind = LogKind::LeftOut;
    row.index = to - 1;
    row.count = to - cursor_;
    builder_ = LogRows();
    cursor_ = to;
    append({row});
}

bool LogModel::wanted(const LogRow& row, const LogText& text) const {
    if (filter_.process != 0 && row.process != filter_.process) return false;
    switch (filter_.only) {
    case LogFilter::Only::Everything:
        break;
    case LogFilter::Only::Errors:
        if (!row.failed) return false;
        break;
    case LogFilter::Only::Sleep:
        if (row.kind != LogKind::Sleep) return false;
        break;
    case LogFilter::Only::Outside:
        if (row.kind != LogKind::Outside) return false;
        break;
    }
    return filter_.text.isEmpty() || text.contains(filter_.text);
}

void LogModel::append(std::vector<LogRow> rows) {
    if (rows.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    rows_.insert(rows_.end(), rows.begin(), rows.end());
    endInsertRows();
    if (rows_.size() <= mostRows) return;
    // Some more than needed, so that the view is not told at every frame.
    const std::size_t tooMany = rows_.size() - mostRows + mostRows / 10;
    beginRemoveRows({}, 0, static_cast<int>(tooMany) - 1);
    rows_.erase(rows_.begin(), rows_.begin() + static_cast<std::ptrdiff_t>(tooMany));
    from_ = rows_.front().index;
    endRemoveRows();
}

LogText LogModel::makeText(const LogRow& row) const {
    const auto one = [this](std::uint64_t place) {
        return reader_ ? reader_(place, 1) : std::vector<Event>();
    };
    const auto first = [](const std::vector<Event>& events) {
        return events.empty() ? nullptr : &events.front();
    };
    if (row.kind == LogKind::LeftOut) return logText(row, {}, *world_);
    const std::vector<Event> own = one(row.index);
    const std::vector<Event> given = row.given != 0 ? one(row.given - 1) : std::vector<Event>();
    const std::vector<Event> entered =
        row.entered != 0 ? one(row.entered - 1) : std::vector<Event>();
    return logText(row, {first(own), first(given), first(entered)}, *world_);
}

LogText LogModel::text(int index) const {
    const LogRow& row = rows_[static_cast<std::size_t>(index)];
    if (const LogText* known = texts_.object(row.index)) return *known;
    auto* made = new LogText(makeText(row));
    const LogText copy = *made;
    texts_.insert(row.index, made);
    return copy;
}

int LogModel::rowOfMoment() const {
    if (!past_) return -1;
    const auto after = std::ranges::lower_bound(rows_, position_, {}, &LogRow::index);
    return static_cast<int>(after - rows_.begin()) - 1;
}

int LogModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int LogModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(columns);
}

QVariant LogModel::colour(const LogRow& row, int column) const {
    const Palette& palette = theme_.palette();
    if (past_ && row.index >= position_) return palette.faintText;
    if (column == Who && row.process >= firstWorker) {
        return palette.processInk(colourIndex(row.process));
    }
    if (row.failed && (column == ResultColumn || column == Remark)) return palette.error;
    if (row.kind == LogKind::Sleep && column >= ResultColumn) return palette.asleep;
    if (row.kind == LogKind::Outside) return palette.outside;
    if (column == Number || column == Time || column == Remark) return palette.mutedText;
    return palette.text;
}

QVariant LogModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const LogRow& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == Qt::ForegroundRole) return colour(row, index.column());
    if (role == Qt::FontRole) {
        if (index.column() == Remark) return theme_.font(9);
        return theme_.mono(9, index.column() == Who ? QFont::Bold : QFont::Normal);
    }
    if (role == Qt::TextAlignmentRole && index.column() <= Time) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const LogText text = this->text(index.row());
    const QString* const cells[] = {&text.number, &text.time,   &text.process,
                                    &text.call,   &text.result, &text.remark};
    return *cells[index.column()];
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section <= Time) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    const QString names[] = {tr("#"),    tr("Time (s)"), tr("Process"),
                             tr("Call"), tr("Result"),   tr("Remark")};
    return section < columns ? names[section] : QVariant();
}

} // namespace ipclab
