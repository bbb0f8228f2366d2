#include "gui/stage/stage.h"

#include "gui/stage/words.h"
#include "gui/words/words.h"

#include <QFontMetrics>

#include <algorithm>

namespace ipclab {
namespace {

constexpr int slowMs = 100;       ///< how often running seconds are painted again
constexpr int usualLetters = 250; ///< a sentence of the stage is seldom longer

} // namespace

Stage::Stage(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setAccessibleName(tr("Stage"));
    frame_.world = std::make_shared<const World>();
    sentence_.setWordWrap(true);
    sentence_.setTextFormat(Qt::RichText);
    sentence_.setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    sentence_.setAccessibleName(tr("Why"));
    sentence_.hide();
    scroll_.hide();
    scroll_.setAccessibleName(tr("Scroll the stage"));
    slow_.setInterval(slowMs);
    connect(&sentence_, &QLabel::linkActivated, this, &Stage::linkActivated);
    connect(&scroll_, &QScrollBar::valueChanged, this, [this] {
        stillDirty_ = true;
        place();
    });
    connect(&slow_, &QTimer::timeout, this, &Stage::slowTick);
    connect(&offset_, &OffsetField::entered, this, [this](qint64 offset) {
        if (const SegmentPlace* place = segmentOf(asked_))
            memory_.scrollTo(*frame_.world, *place, offset);
        update();
    });
    connect(&clock_, &StageClock::ticked, this, &Stage::tick);
    connect(&theme_, &Theme::changed, this, &Stage::restyle);
    restyle();
}

void Stage::restyle() {
    clock_.setInstant(theme_.reducedMotion());
    const double enlarged =
        lecture_ ? std::clamp(std::min(width() / 900.0, height() / 560.0), 1.0, 2.2) : 1.0;
    metrics_ = metricsOf(theme_, enlarged, lecture_);
    sentence_.setFont(metrics_.sentence.font);
    QPalette palette = theme_.widgetPalette();
    palette.setColor(QPalette::WindowText, theme_.palette().text);
    sentence_.setPalette(palette);
    showSentence();
    sprites_.clear();
    memory_.restyle();
    relayout(false);
}

void Stage::setFrame(const Frame& frame) {
    const bool same = frame.world == frame_.world && frame.past == frame_.past &&
                      frame.position == frame_.position && frame.total == frame_.total;
    frame_ = frame;
    if (!frame_.world) frame_.world = std::make_shared<const World>();
    sinceFrame_.start();
    wallAtFrame_ = clock_.wall();
    if (same && frame.fresh.empty()) return runTimers();
    director_.take(frame_);
    memory_.take(frame_);
    relayout(true);
    setAccessibleDescription(words::spoken(*frame_.world, frame_.nowNs));
}

void Stage::setSentence(const QString& richText) {
    if (why_ == richText) return;
    why_ = richText;
    showSentence();
    relayout(true);
}

/// Links take their colour from the text, not from the palette.
void Stage::showSentence() {
    if (why_.isEmpty()) return sentence_.clear();
    sentence_.setText(QStringLiteral("<style>a { color: %1; text-decoration: none; } "
                                     ".ask { color: %1; margin-top: %2px; margin-bottom: 0px; }"
                                     "</style>")
                          .arg(theme_.palette().link.name())
                          .arg(metrics_.px(6)) +
                      unbroken(why_));
}

void Stage::setAsks(bool asks) {
    if (asks_ == asks) return;
    asks_ = asks;
    stillDirty_ = true;
    update();
}

void Stage::setFootnote(const QString& text) {
    if (footnote_ == text) return;
    footnote_ = text;
    relayout(true);
}

void Stage::setSelection(ProcessId process) {
    if (selection_ == process) return;
    selection_ = process;
    stillDirty_ = true;
    update();
}

void Stage::setSelectedObject(ObjectKind kind, qint64 id) {
    if (selectedKind_ == kind && selectedObject_ == id) return;
    selectedKind_ = kind;
    selectedObject_ = id;
    stillDirty_ = true;
    update();
}

void Stage::setLecture(bool lecture) {
    if (lecture_ == lecture) return;
    lecture_ = lecture;
    restyle();
}

void Stage::setPrivateNamespace(bool own) {
    if (privateNamespace_ == own) return;
    privateNamespace_ = own;
    relayout(false);
}

std::int64_t Stage::nowNs() const {
    if (frame_.past) return frame_.nowNs;
    const double wall = clock_.wall() - wallAtFrame_;
    const std::int64_t live =
        sinceFrame_.isValid() && !clock_.manual() ? sinceFrame_.nsecsElapsed() : 0;
    return frame_.nowNs + std::max(live, static_cast<std::int64_t>(wall * 1e6));
}

StageLayout Stage::layoutFor(int width) const {
    LayoutOptions options;
    options.size = {width, height()};
    options.nowNs = nowNs();
    options.lecture = lecture_;
    options.past = frame_.past;
    options.badge = privateNamespace_;
    options.footnote = lecture_ && !footnote_.isEmpty();
    if (!why_.isEmpty()) {
        const QFontMetrics letters(sentence_.font());
        const int line = letters.lineSpacing(), room = sentenceWidth(metrics_, width, lecture_);
        // Two lines also for a short one: the next call must not move everything.
        options.sentenceHeight = std::max(2 * line, sentence_.heightForWidth(room));
        const int lines = usualLetters * letters.averageCharWidth() / std::max(1, room) + 1;
        options.usualSentenceHeight = std::max(2, lines) * line;
    }
    return layOut(*frame_.world, metrics_, options);
}

void Stage::relayout(bool glide) {
    layout_ = layoutFor(width());
    const bool scrolls = layout_.size.height() > height();
    const int bar = metrics_.px(10);
    if (scrolls) layout_ = layoutFor(width() - bar);
    scroll_.setVisible(scrolls);
    scroll_.setGeometry(width() - bar, 0, bar, height());
    scroll_.setPageStep(height());
    scroll_.setSingleStep(metrics_.px(40));
    scroll_.setRange(0, std::max(0, layout_.size.height() - height()));
    director_.settle(layout_, glide);
    memory_.settle(*frame_.world, layout_);
    stillDirty_ = true;
    place();
    runTimers();
}

void Stage::place() {
    const int pad = lecture_ ? metrics_.px(14) : metrics_.px(9);
    const int width = sentenceWidth(metrics_, layout_.size.width(), lecture_);
    const QRect box = layout_.sentence.translated(0, -scroll_.value());
    sentence_.setVisible(!layout_.sentence.isNull());
    sentence_.setGeometry(box.x() + (box.width() - width) / 2, box.y() + pad, width,
                          box.height() - 2 * pad);
    placeButtons();
    update();
}

void Stage::tick() {
    if (director_.advance()) {
        stillDirty_ = true;
        placeButtons();
    }
    memory_.advance();
    update();
    runTimers();
}

void Stage::slowTick() {
    // Where the stage scrolls they stand in another order.
    if (!std::ranges::is_permutation(shownObjects(*frame_.world, nowNs()), layout_.objects))
        relayout(true);
    update();
    runTimers();
}

void Stage::runTimers() {
    clock_.keepRunning(director_.moving() || memory_.moving());
    const bool asleep = std::ranges::any_of(frame_.world->processes, [](const Process& process) {
        return process.state == ProcessState::Asleep;
    });
    const bool leaving = std::ranges::any_of(layout_.objects, [this](const ShownObject& shown) {
        return !shown.slim && removed(*frame_.world, shown.object);
    });
    const std::int64_t now = nowNs();
    const bool fading = memory_.fading(*frame_.world, layout_, now);
    const bool marks = std::ranges::any_of(
        pieceMarks_, [now](const PieceMark& mark) { return now - mark.writtenNs < pieceMarkNs; });
    const bool wanted = !frame_.past && !clock_.manual() && (asleep || leaving || fading || marks);
    if (wanted != slow_.isActive()) wanted ? slow_.start() : slow_.stop();
}

QSize Stage::sizeHint() const {
    return {metrics_.px(860), metrics_.px(610)};
}
QSize Stage::minimumSizeHint() const {
    return {320, 240};
}

std::vector<PaintedText> Stage::paintedTexts() const {
    std::vector<PaintedText> to = stillTexts_;
    to.insert(to.end(), movingTexts_.begin(), movingTexts_.end());
    return to;
}

} // namespace ipclab
