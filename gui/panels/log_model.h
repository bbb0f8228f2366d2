// The rows of the event log: a bounded window over the journal, filled in slices.
#pragma once

#include "gui/bridge/session_script.h"
#include "gui/panels/log_row.h"
#include "gui/theme/theme.h"

#include <QAbstractTableModel>
#include <QCache>
#include <deque>

namespace ipclab {

/// Which rows are wanted.
struct LogFilter {
    enum class Only : std::uint8_t { Everything, Errors, Sleep, Outside };
    QString text;
    ProcessId process = 0; ///< 0: all
    Only only = Only::Everything;
    bool operator==(const LogFilter&) const = default;
};

class LogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Number, Time, Who, Call, ResultColumn, Remark, columns };

    explicit LogModel(const Theme& theme, QObject* parent = nullptr);

    /// Reads events that no frame brought: the words of a row, and the past after a filter.
    void setReader(EventReader reader);
    void setFrame(const Frame& frame);
    void setFilter(const LogFilter& filter);
    /// Looks further back than the last `span()` events.
    void showEarlier();

    [[nodiscard]] const LogRow& row(int index) const { return rows_[std::size_t(index)]; }
    [[nodiscard]] LogText text(int index) const;
    /// Whether events older than the first row were not looked at.
    [[nodiscard]] bool hasEarlier() const { return from_ > 0; }
    [[nodiscard]] std::uint64_t span() const { return span_; }
    /// Events of the journal that are still to be looked at.
    [[nodiscard]] std::uint64_t behind() const { return total_ - std::min(cursor_, total_); }
    /// The row of the shown moment, or -1.
    [[nodiscard]] int rowOfMoment() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    static constexpr std::size_t mostRows = 50'000;
    static constexpr std::uint64_t firstSpan = 50'000;

private:
    void reload();
    void advance(const Frame& frame);
    void leaveOut(std::uint64_t to);
    void append(std::vector<LogRow> rows);
    [[nodiscard]] bool wanted(const LogRow& row, const LogText& text) const;
    [[nodiscard]] std::vector<Event> read(const Frame& frame, std::uint64_t limit) const;
    [[nodiscard]] LogText makeText(const LogRow& row) const;
    [[nodiscard]] QVariant colour(const LogRow& row, int column) const;

    const Theme& theme_;
    EventReader reader_;
    LogFilter filter_;
    LogRows builder_;
    std::deque<LogRow> rows_;
    std::shared_ptr<const World> world_;
    mutable QCache<std::uint64_t, LogText> texts_{4000};
    std::uint64_t from_ = 0, cursor_ = 0, total_ = 0, span_ = firstSpan;
    std::uint64_t position_ = 0;
    bool past_ = false;
};

} // namespace ipclab
