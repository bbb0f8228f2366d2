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
    /// One frame was painted. Only frames that follow each other at once say how fast they come:
    /// while nothing happens, nothing is drawn.
    void countFrame();
    void setPrivate(bool isPrivate);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    QLabel* add(int stretch = 0);
    void setText(QLabel* label, const QString& text);

    QLabel *kernel_, *objects_, *events_, *frames_, *notice_, *promise_;
    QElapsedTimer sinceFrame_;
    qint64 flowingMs_ = 0; ///< time between frames that followed each other at once
    int painted_ = 0;
};

} // namespace ipclab
