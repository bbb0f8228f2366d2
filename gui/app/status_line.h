#pragma once

#include "gui/bridge/frame.h"

#include "gui/theme/elided.h"

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

    /// What does not fit is left out: the line asks for no width.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void fit();
    QLabel* add(QLabel* label, int stretch = 0);
    [[nodiscard]] static QStringList objectsOf(const World& world);
    void setText(QLabel* label, const QString& text);

    QLabel *kernel_, *objects_, *events_, *frames_, *promise_;
    ElidedLabel* notice_;
    QElapsedTimer sinceFrame_;
    qint64 flowingMs_ = 0; ///< time between frames that followed each other at once
    int painted_ = 0;
};

} // namespace ipclab
