#pragma once

#include "gui/bridge/frame.h"
#include "gui/panels/kernel_table.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTableWidget;

namespace ipclab {

/// The kernel tables tab: what `ipcs -q` or `ipcs -m` would say, with the lab's own objects marked.
class KernelTables : public QWidget {
    Q_OBJECT
public:
    explicit KernelTables(const Theme& theme, QWidget* parent = nullptr);

    void setFrame(const Frame& frame);
    enum class Table : std::uint8_t { Queues, Segments };
    void showTable(Table table);
    /// The files as the kernel wrote them, or the table made of them.
    void setVerbatim(bool verbatim);

    /// The table as text, a line a row, cells separated by tabs.
    [[nodiscard]] QString asText() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void setColumns();
    void fillQueue(int row, const KernelRow& entry);
    void fillSegment(int row, const SegmentRow& entry);
    void fillCells(int row, const Process* creator, const QStringList& cells, std::int32_t key);
    void showState();
    void applyTheme();
    [[nodiscard]] QString owner(std::uint32_t uid) const;

    const Theme& theme_;
    QLabel* title_;
    QPushButton* queuesButton_;
    QPushButton* segmentsButton_;
    QPushButton* verbatimButton_;
    QTableWidget* table_;
    QPlainTextEdit* text_;
    QLabel* empty_;
    std::shared_ptr<const World> world_;
    std::string shownTable_;
    std::size_t shownObjects_ = 0;
    Table shown_ = Table::Queues;
    bool filled_ = false;
};

} // namespace ipclab
