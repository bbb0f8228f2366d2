// The timeline tab: the lanes with zoom, pan, and a way back to any moment by a click.
#pragma once

#include "gui/timeline/lane_painter.h"

#include <QAbstractScrollArea>

class QToolButton;

namespace ipclab {

class Timeline : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit Timeline(const Theme& theme, QWidget* parent = nullptr);

    /// Reads events that no frame brought, for a timeline that is made while a lab runs.
    void setReader(EventReader reader) { lanes_.setReader(std::move(reader)); }
    void setFrame(const Frame& frame);

    /// Factor > 1 shows less time in the same room; `x` stays where it is.
    void zoom(double factor, int x);
    void showAll();
    /// The newest moment stays in view while time goes on.
    void follow();
    void setFolded(bool folded);
    /// Chooses the call before or after the chosen one, in the order of their returns.
    void choose(int step);

    [[nodiscard]] const Lanes& lanes() const { return lanes_; }
    [[nodiscard]] const TimelineView& view() const { return view_; }
    [[nodiscard]] bool following() const { return following_; }
    /// The block under a point, or nullptr.
    [[nodiscard]] const Block* blockAt(QPoint point) const;

signals:
    /// Show the moment after so many events.
    void positionRequested(quint64 position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void makeActions();
    void makeButtons();
    void applyTheme();
    void layOut();
    void showFirstSpan();
    void keepMomentInView();
    /// Whether a call lasts or a process is stopped: then there is something new at each moment.
    [[nodiscard]] bool goesOn() const;
    void pan(std::int64_t axisNs);
    void moveTo(std::int64_t axisStart);
    void updateScrollBars();
    /// Where the newest moment stays while it is followed, as a part of the width.
    [[nodiscard]] double followAt() const;
    [[nodiscard]] std::int64_t shownNs() const;
    [[nodiscard]] const BlockPlace* placeAt(QPoint point) const;
    void paintEmpty(QPainter& painter);

    const Theme& theme_;
    Lanes lanes_;
    TimeAxis axis_;
    LanePainter painter_;
    TimelineView view_;
    std::vector<BlockPlace> places_;
    QList<QToolButton*> buttons_;
    QAction* foldAction_ = nullptr;
    bool following_ = true;
    bool zoomed_ = false; ///< the user has chosen the scale
    bool moving_ = false; ///< scroll bars are being set from the view, not the other way round
    std::int64_t unitNs_ = 1;
    QPoint pressed_;
    bool dragged_ = false;
    double drawnMoment_ = -1, drawnStart_ = -1; ///< in pixels, as painted last
};

} // namespace ipclab
