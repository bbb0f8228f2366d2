#include "gui/timeline/timeline.h"

#include <QPaintEvent>
#include <QScrollBar>
#include <algorithm>

namespace ipclab {

namespace {

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t firstSpan = 6 * second; ///< what a new lab shows
/// Behind the newest moment there is room for the name of a call that has just begun, in logical
/// pixels at scale one, but not more than a quarter of the width.
constexpr int roomBehind = 104;

} // namespace

Timeline::Timeline(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent), theme_(theme), painter_(lanes_, axis_, theme) {
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(tr("A lane of calls for each process, and the length of each queue. "
                                "Click a call to go to its moment."));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    makeActions();
    makeButtons();
    connect(&theme_, &Theme::changed, this, &Timeline::applyTheme);
    applyTheme();
}

void Timeline::applyTheme() {
    view_.labelWidth = theme_.px(140);
    view_.axisHeight = theme_.px(24);
    view_.laneHeight = theme_.px(27);
    painter_.themeChanged();
    layOut();
    viewport()->update();
}

double Timeline::followAt() const {
    const double width = std::max(1, viewport()->width() - view_.labelWidth);
    return 1.0 - std::min(theme_.px(roomBehind) / width, 0.25);
}

std::int64_t Timeline::shownNs() const {
    const int width = std::max(1, viewport()->width() - view_.labelWidth);
    return static_cast<std::int64_t>(width * view_.nsPerPixel);
}

void Timeline::setFrame(const Frame& frame) {
    if (!frame.world) return;
    const std::int64_t before = lanes_.startNs();
    lanes_.take(frame);
    if (lanes_.startNs() != before) { // the first frame of a lab
        axis_ = TimeAxis();
        axis_.setFolded(foldAction_->isChecked());
        following_ = true;
        view_.axisStart = lanes_.startNs();
        zoomed_ = false;
        showFirstSpan();
    }
    for (const Event& event : frame.fresh)
        axis_.note(event.timeNs);
    view_.nowNs = frame.past ? std::max(view_.nowNs, lanes_.lastNs()) : frame.nowNs;
    view_.momentNs = frame.past ? frame.world->timeNs : frame.nowNs;
    if (view_.past && !frame.past) following_ = true; // back to the present
    view_.past = frame.past;
    if (frame.past) following_ = false;
    keepMomentInView();
    const double moment = std::round(view_.x(axis_.toAxis(view_.momentNs)));
    // While the view follows, the newest moment stands still and everything else moves.
    const double start = std::round(double(view_.axisStart) / view_.nsPerPixel);
    const bool changed =
        !frame.fresh.empty() || frame.skipped > 0 || moment != drawnMoment_ || start != drawnStart_;
    drawnMoment_ = moment;
    drawnStart_ = start;
    if (!changed && !frame.past) return;
    updateScrollBars();
    viewport()->update();
}

/// Until someone zooms, the first span fills the width, also one that is only known later.
void Timeline::showFirstSpan() {
    const int width = viewport()->width() - view_.labelWidth;
    if (zoomed_ || width <= 0) return;
    view_.nsPerPixel = double(firstSpan) / width;
    if (following_) view_.axisStart = axis_.toAxis(lanes_.startNs());
}

bool Timeline::goesOn() const {
    return std::ranges::any_of(lanes_.processes(), [](const ProcessLane& lane) {
        return (!lane.blocks.empty() && lane.blocks.back().open()) ||
               (!lane.stops.empty() && lane.stops.back().toNs == 0);
    });
}

void Timeline::keepMomentInView() {
    const std::int64_t moment = axis_.toAxis(view_.momentNs);
    const auto span = static_cast<double>(shownNs());
    if (following_) {
        std::int64_t newest = moment - static_cast<std::int64_t>(span * followAt());
        // While nothing goes on, what happened last is worth more than the time that passes.
        if (!goesOn()) newest = std::min(newest, axis_.toAxis(lanes_.lastNs()) - shownNs() / 2);
        view_.axisStart = std::max(view_.axisStart, newest);
    } else if (view_.past && (moment < view_.axisStart || moment > view_.axisStart + shownNs())) {
        view_.axisStart = moment - shownNs() / 2;
    }
}

void Timeline::zoom(double factor, int x) {
    constexpr double closest = 10, widest = 3.6e12; // 10 ns and an hour a pixel
    zoomed_ = true;
    const double at = (x - view_.labelWidth) * view_.nsPerPixel + double(view_.axisStart);
    view_.nsPerPixel = std::clamp(view_.nsPerPixel / factor, closest, widest);
    moveTo(static_cast<std::int64_t>(at - (x - view_.labelWidth) * view_.nsPerPixel));
}

void Timeline::showAll() {
    zoomed_ = true;
    const std::int64_t from = axis_.toAxis(lanes_.startNs());
    const std::int64_t to = axis_.toAxis(std::max(lanes_.lastNs(), view_.momentNs));
    const int width = std::max(1, viewport()->width() - view_.labelWidth);
    view_.nsPerPixel = std::max(10.0, double(to - from) / (width * followAt()));
    moveTo(from);
}

void Timeline::follow() {
    following_ = true;
    view_.axisStart = axis_.toAxis(lanes_.startNs());
    keepMomentInView();
    updateScrollBars();
    viewport()->update();
}

void Timeline::setFolded(bool folded) {
    const std::int64_t shown = axis_.fromAxis(view_.axisStart);
    axis_.setFolded(folded);
    foldAction_->setChecked(folded);
    moveTo(axis_.toAxis(shown));
}

void Timeline::pan(std::int64_t axisNs) {
    moveTo(view_.axisStart + axisNs);
}

void Timeline::moveTo(std::int64_t axisStart) {
    view_.axisStart = std::max(axisStart, axis_.toAxis(lanes_.startNs()));
    // Whoever brings the newest moment into view wants to follow it.
    const double moment = view_.x(axis_.toAxis(view_.momentNs));
    following_ = !view_.past && moment >= view_.labelWidth && moment <= viewport()->width();
    updateScrollBars();
    viewport()->update();
}

void Timeline::updateScrollBars() {
    moving_ = true;
    const std::int64_t origin = axis_.toAxis(lanes_.startNs());
    const std::int64_t end = axis_.toAxis(std::max(lanes_.lastNs(), view_.momentNs));
    const std::int64_t over = std::max<std::int64_t>(0, end - origin - shownNs() * 9 / 10);
    constexpr std::int64_t mostUnits = 1'000'000; // an int holds no session in nanoseconds
    unitNs_ = std::max<std::int64_t>(1, over / mostUnits);
    horizontalScrollBar()->setRange(0, static_cast<int>(over / unitNs_));
    horizontalScrollBar()->setPageStep(
        static_cast<int>(std::min<std::int64_t>(shownNs() / unitNs_, mostUnits)));
    horizontalScrollBar()->setValue(static_cast<int>((view_.axisStart - origin) / unitNs_));
    const auto lanes = static_cast<int>(lanes_.processes().size() + lanes_.objects().size());
    const int room = viewport()->height() - view_.axisHeight;
    verticalScrollBar()->setRange(0, std::max(0, lanes * view_.laneHeight - room));
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(view_.laneHeight);
    view_.scrolled = verticalScrollBar()->value();
    moving_ = false;
}

void Timeline::scrollContentsBy(int dx, int) {
    view_.scrolled = verticalScrollBar()->value();
    if (dx != 0 && !moving_) {
        moveTo(axis_.toAxis(lanes_.startNs()) + horizontalScrollBar()->value() * unitNs_);
    }
    viewport()->update();
}

void Timeline::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    layOut();
    showFirstSpan();
    keepMomentInView();
    updateScrollBars();
}

void Timeline::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    view_.size = viewport()->size();
    places_ = painter_.paint(painter, view_);
    if (lanes_.processes().empty()) paintEmpty(painter);
    if (hasFocus()) {
        painter.setPen(theme_.palette().focus);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void Timeline::paintEmpty(QPainter& painter) {
    painter.setFont(theme_.font(10));
    painter.setPen(theme_.palette().mutedText);
    painter.drawText(
        viewport()->rect().adjusted(theme_.px(20), view_.axisHeight, -theme_.px(20), 0),
        Qt::AlignCenter | Qt::TextWordWrap,
        tr("Nothing has happened yet. Add a process and make a call: it appears here "
           "as a block, and stays as long as it sleeps."));
}

} // namespace ipclab
