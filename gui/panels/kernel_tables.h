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

/// The kernel tables tab: what `ipcs -q` would say, with the lab's own queues marked.
class KernelTables : public QWidget {
    Q_OBJECT
public:
    explicit KernelTables(const Theme& theme, QWidget* parent = nullptr);

    void setFrame(const Frame& frame);
    /// The file as the kernel wrote it, or the table made of it.
    void setVerbatim(bool verbatim);

    /// The table as text, a line a row, cells separated by tabs.
    [[nodiscard]] QString asText() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void fillRow(int row, const KernelRow& entry);
    void showState();
    void applyTheme();
    [[nodiscard]] QString owner(std::uint32_t uid) const;

    const Theme& theme_;
    QLabel* title_;
    QPushButton* verbatimButton_;
    QTableWidget* table_;
    QPlainTextEdit* text_;
    QLabel* empty_;
    std::shared_ptr<const World> world_;
    std::string shownTable_;
    std::size_t shownQueues_ = 0;
    bool filled_ = false;
};

} // namespace ipclab
