#pragma once

#include "gui/controls/segments.h"

#include <QFrame>
#include <QSpinBox>

namespace ipclab {

/// Asks how often, and how fast: N times, every T ms or flat out.
class RepeatPopup : public QFrame {
    Q_OBJECT
public:
    explicit RepeatPopup(QWidget* parent = nullptr);
    void openBelow(QWidget* widget);

signals:
    /// everyMs is 0 for flat out: at full speed inside the worker.
    void requested(quint64 times, quint64 everyMs);

private:
    QSpinBox *times_, *every_;
    Segments* pace_;
};

} // namespace ipclab
