#pragma once

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStringList>
#include <QWidget>

namespace ipclab {

/// Buttons joined in a row (or rows, when they are many), exactly one of which is down: "0 · wait |
/// IPC_NOWAIT". The arrow keys move within it; Tab passes it as one.
class Segments : public QWidget {
    Q_OBJECT
public:
    explicit Segments(const QStringList& labels, QWidget* parent = nullptr);

    [[nodiscard]] int current() const { return group_.checkedId(); }
    /// Does not signal changed().
    void setCurrent(int index);
    void setToolTips(const QStringList& tips);
    /// Marks one segment as destructive (drawn in the error colour).
    void setDanger(int index);
    [[nodiscard]] QAbstractButton* button(int index) const { return group_.button(index); }

signals:
    void changed(int index);

private:
    QHBoxLayout* rowOf(const QStringList& labels, qsizetype from, qsizetype to);

    QButtonGroup group_;
};

} // namespace ipclab
