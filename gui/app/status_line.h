#pragma once

#include "gui/bridge/frame.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QStatusBar>

namespace ipclab {

/// The bottom line: the kernel, what stands now, events and losses, frames per second.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setFrame(const Frame& frame);
    /// One frame was painted; counted over the last second.
    void countFrame();
    void setPrivate(bool isPrivate);

private:
    QLabel* add(int stretch = 0);
    void setText(QLabel* label, const QString& text);

    QLabel *kernel_, *objects_, *events_, *frames_, *notice_, *promise_;
    QElapsedTimer second_;
    int painted_ = 0;
};

} // namespace ipclab
