#pragma once

#include <QCheckBox>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>

#include <array>
#include <cstdint>

class QGridLayout;

namespace ipclab {

/// The permission bits of an IPC object: owner, group and other by read and write, with the
/// octal number beside it; each edits the other. The execute bits stand folded away: the kernel
/// compares them when they are asked for.
class PermissionGrid : public QWidget {
    Q_OBJECT
public:
    explicit PermissionGrid(QWidget* parent = nullptr);

    [[nodiscard]] std::uint32_t mode() const { return mode_; }
    /// Does not signal changed(). Unfolds the execute bits when one is set.
    void setMode(std::uint32_t mode);

signals:
    void changed(std::uint32_t mode);

private:
    void addRow(QGridLayout* grid, int row);
    QWidget* numbers();
    void edited(std::uint32_t mode);
    void display(std::uint32_t mode);
    void fold(bool folded);

    std::uint32_t mode_ = 0;
    std::array<QCheckBox*, 9> bits_{}; ///< from 0400 down to 0001
    QLineEdit* octal_ = nullptr;
    QToolButton* unfold_ = nullptr;
};

} // namespace ipclab
