#pragma once

#include <QButtonGroup>
#include <QStringList>
#include <QWidget>

namespace ipclab {

class FlowLayout;

/// Buttons joined in a row (or rows, where one has no room for all), exactly one of which is down:
/// "0 · wait | IPC_NOWAIT". The arrow keys move within it; Tab passes it as one.
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

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void join(int width);

    FlowLayout* flow_;
    QButtonGroup group_;
};

} // namespace ipclab
