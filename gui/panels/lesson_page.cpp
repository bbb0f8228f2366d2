#include "gui/panels/lesson_page.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QTextFrame>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

QString utf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The step's lines without what they are expected to do, which would answer its question. A line
/// that only waits for a call is nothing but an answer, and comments may be one.
QStringList withoutAnswers(const LessonStep& step) {
    QStringList lines;
    for (Statement statement : step.statements) {
        if (statement.kind == Statement::Kind::Await) continue;
        statement.expectation.reset();
        lines += utf8(print(statement));
    }
    return lines;
}

/// An empty block in front of a frame, where the next step's box needs the room.
QTextBlockFormat thin() {
    QTextBlockFormat format;
    format.setLineHeight(1, QTextBlockFormat::FixedHeight);
    return format;
}

} // namespace

LessonPage::LessonPage(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), text_(new LessonText(this)) {
    setProperty("role", QStringLiteral("panel"));
    setAttribute(Qt::WA_StyledBackground);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(text_);
    text_->setAccessibleName(tr("Lesson"));
    text_->setOpenLinks(false);
    text_->setFrameShape(QFrame::NoFrame);
    connect(text_, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { follow(url.toString()); });
    connect(&theme_, &Theme::changed, this, &LessonPage::render);
    render();
}

void LessonPage::setLesson(std::optional<Lesson> lesson) {
    lesson_ = std::move(lesson);
    progress_ = {};
    revealed_.clear();
    predicted_.clear();
    render();
    scrollToProgress();
}

void LessonPage::setProgress(const LessonProgress& progress) {
    if (progress == progress_) return;
    progress_ = progress;
    render();
    if (lesson_) scrollToProgress();
}

void LessonPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (scrollsWhenShown_) scrollToProgress();
}

QString LessonPage::firstSeen() const {
    const int margin = theme_.px(12);
    return text_->cursorForPosition({margin + theme_.px(12), margin}).block().text();
}

/// In pixels from the top of the page.
int LessonPage::topOf(int position) const {
    QTextCursor at(text_->document());
    at.setPosition(position);
    return text_->cursorRect(at).top() + text_->verticalScrollBar()->value();
}

QRect LessonPage::nextStep() const {
    if (progress_.begun >= parts_.size()) return {};
    const Parts& next = parts_[progress_.begun];
    const QRectF source = frameAt(next.source), question = frameAt(next.question);
    const int scrolled = text_->verticalScrollBar()->value();
    return question.united(source).toAlignedRect().translated(0, -scrolled);
}

/// The box of a frame without the margins around it, in pixels of the page.
QRectF LessonPage::frameAt(int position) const {
    QTextCursor at(text_->document());
    at.setPosition(position);
    const QTextFrame* frame = at.currentFrame();
    if (frame == text_->document()->rootFrame()) return {};
    const QTextFrameFormat format = frame->frameFormat();
    const QRectF whole =
        text_->document()->documentLayout()->frameBoundingRect(const_cast<QTextFrame*>(frame));
    return whole.adjusted(0, format.topMargin(), 0, -format.bottomMargin());
}

void LessonPage::scrollToProgress() {
    scrollsWhenShown_ = !text_->isVisible();
    if (!scrollsWhenShown_) text_->verticalScrollBar()->setValue(std::max(0, wantedTop()));
}

/// While a step is played, its lines stand at the top. Afterwards what happened does, and the next
/// step is seen whole below it: with its question and with what leads to it, as far as there is
/// room.
int LessonPage::wantedTop() const {
    const std::size_t next = progress_.begun;
    const int margin = theme_.px(12), room = text_->viewport()->height();
    const QRect step = nextStep().translated(0, text_->verticalScrollBar()->value());
    const int end =
        step.isEmpty() ? text_->document()->size().toSize().height() : step.bottom() + 1;
    // What is above the first line may go where that is all that is missing.
    const auto shifted = [=](int top) {
        const int missing = end - top - room;
        return missing > 0 && missing <= margin ? top + missing : top;
    };
    if (next == 0 || next > parts_.size()) return shifted(0);
    const Parts& last = parts_[next - 1];
    const int lines = topOf(last.source) - margin, answer = topOf(last.afterwards) - margin;
    if (!played(next - 1) || end - lines <= room) return lines;
    if (step.isEmpty()) return answer;
    const int head = topOf(parts_[next].source) + text_->fontMetrics().height();
    const bool told = !lesson_->steps[next - 1].afterwards.empty();
    if (told && head - answer <= room) return shifted(answer);
    // No room for what happened: then for what leads to the step, else for all that it asks.
    const int before = topOf(parts_[next].before) - margin;
    if (step.height() > room) return std::max(before, step.top() - margin);
    return end - before <= room ? before : std::min(step.top(), lineFrom(end - room));
}

/// The top of the first line that begins here or below; pixels of the page.
int LessonPage::lineFrom(int y) const {
    const int at =
        text_->document()->documentLayout()->hitTest(QPointF(theme_.px(20), y), Qt::FuzzyHit);
    QTextCursor line(text_->document());
    line.setPosition(std::max(0, at));
    if (topOf(line.position()) < y) line.movePosition(QTextCursor::Down);
    return topOf(line.position());
}

bool LessonPage::played(std::size_t index) const {
    if (index + 1 == progress_.begun) return !progress_.playing && progress_.failure.isEmpty();
    return index < progress_.begun;
}

void LessonPage::follow(const QString& link) {
    const QStringList parts = link.split(QLatin1Char(':'));
    const std::size_t step = parts.value(1).toULong();
    if (link == QStringLiteral("play")) {
        emit stepRequested();
    } else if (parts[0] == QStringLiteral("reveal")) {
        revealed_.insert(step);
        render();
    } else if (parts[0] == QStringLiteral("choose")) {
        predicted_[step] = parts.value(2).toULong();
        render();
    } else if (QUrl(link).scheme().startsWith(QStringLiteral("http"))) {
        emit linkClicked(QUrl(link));
    }
}

QTextFrameFormat LessonPage::box(const QColor& ground, const QColor& border) const {
    QTextFrameFormat format;
    format.setBackground(ground);
    format.setBorder(theme_.px(1));
    format.setBorderBrush(border);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setPadding(theme_.px(6));
    format.setTopMargin(theme_.px(4));
    format.setBottomMargin(theme_.px(5));
    return format;
}

void LessonPage::insertMarkdown(QTextCursor& cursor, const std::string& markdown) {
    if (markdown.empty()) return;
    QTextDocument part;
    part.setDefaultFont(theme_.font(10.5));
    // Markdown only: a page from a stranger brings no HTML of its own.
    part.setMarkdown(utf8(markdown),
                     QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                         QTextDocument::MarkdownNoHTML);
    if (!cursor.atBlockStart()) cursor.insertBlock(QTextBlockFormat());
    cursor.insertFragment(QTextDocumentFragment(&part));
}

void LessonPage::insertLink(QTextCursor& cursor, const QString& link, const QString& text) {
    QTextCharFormat format;
    format.setFont(theme_.font(10.5));
    format.setAnchor(true);
    format.setAnchorHref(link);
    format.setForeground(theme_.palette().link);
    format.setFontUnderline(true);
    cursor.insertText(text, format);
}

void LessonPage::renderPrediction(QTextCursor& cursor, std::size_t index) {
    const Prediction& prediction = *lesson_->steps[index].prediction;
    const Palette& palette = theme_.palette();
    cursor.insertFrame(box(palette.accentSoft, palette.accentSoft));
    parts_[index].question = cursor.position();
    if (lesson_->steps[index].before.empty()) parts_[index].before = cursor.position();
    QTextCharFormat bold;
    bold.setFont(theme_.font(10.5, QFont::Bold));
    bold.setForeground(palette.link);
    cursor.insertText(tr("Predict first"), bold);
    insertMarkdown(cursor, prediction.question);
    const auto chosen = predicted_.find(index);
    for (std::size_t i = 0; i < prediction.choices.size(); ++i) {
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        const bool mine = chosen != predicted_.end() && chosen->second == i;
        QTextDocument choice;
        choice.setMarkdown(utf8(prediction.choices[i]), QTextDocument::MarkdownNoHTML);
        QTextCharFormat format;
        format.setFont(theme_.font(10.5, mine ? QFont::Bold : QFont::Normal));
        format.setAnchor(true);
        format.setAnchorHref(QStringLiteral("choose:%1:%2").arg(index).arg(i));
        format.setForeground(palette.link);
        cursor.insertText(mine ? QStringLiteral("◉ ") : QStringLiteral("○ "), format);
        format.setForeground(palette.text);
        cursor.insertText(choice.toPlainText(), format);
    }
    cursor.movePosition(QTextCursor::End);
    cursor.setBlockFormat(thin());
}

void LessonPage::renderSource(QTextCursor& cursor, std::size_t index) {
    const Palette& palette = theme_.palette();
    const bool next = index == progress_.begun && !progress_.playing && progress_.failure.isEmpty();
    const bool now = index + 1 == progress_.begun && !played(index);
    const bool failed = now && !progress_.failure.isEmpty();
    QColor border = palette.border;
    if (next || now) border = failed ? palette.errorBorder : palette.accent;
    QTextFrameFormat frame = box(failed ? palette.errorGround : palette.card, border);
    if (next || now) frame.setBorder(theme_.px(2));
    cursor.insertFrame(frame);
    QTextCharFormat head;
    head.setFont(theme_.font(9, QFont::DemiBold));
    head.setForeground(failed ? palette.error : next || now ? palette.link : palette.mutedText);
    parts_[index].source = cursor.position();
    QString state = tr("Step %1 of %2").arg(index + 1).arg(lesson_->steps.size());
    if (played(index)) state = QStringLiteral("✓ ") + state;
    if (next) state += tr(" · next");
    if (now && !failed) state += tr(" · playing");
    if (failed) state += tr(" · went otherwise");
    cursor.insertText(state, head);
    if (next) {
        cursor.insertText(QStringLiteral("   "), head);
        insertLink(cursor, QStringLiteral("play"), tr("▶ Play this step"));
    }
    QTextCharFormat code;
    code.setFont(theme_.mono(10));
    code.setForeground(palette.text);
    const LessonStep& step = lesson_->steps[index];
    const bool asks = step.prediction && !played(index) && !failed && !revealed_.contains(index);
    for (const QString& line :
         asks ? withoutAnswers(step) : utf8(step.source).split(QLatin1Char('\n'))) {
        if (line.isEmpty()) continue;
        cursor.insertBlock(QTextBlockFormat(), code);
        cursor.insertText(line, code);
    }
    if (failed) {
        code.setForeground(palette.error);
        cursor.insertBlock(QTextBlockFormat(), code);
        cursor.insertText(progress_.failure, code);
    }
    cursor.movePosition(QTextCursor::End);
}

void LessonPage::renderStep(QTextCursor& cursor, std::size_t index) {
    const LessonStep& step = lesson_->steps[index];
    parts_.push_back({cursor.position(), 0, 0, 0});
    if (step.before.empty() && cursor.block().length() == 1) cursor.setBlockFormat(thin());
    insertMarkdown(cursor, step.before);
    if (step.prediction) renderPrediction(cursor, index);
    renderSource(cursor, index);
    parts_[index].afterwards = cursor.position();
    if (step.afterwards.empty()) return;
    if (played(index) || revealed_.contains(index)) {
        insertMarkdown(cursor, step.afterwards);
    } else {
        insertLink(cursor, QStringLiteral("reveal:%1").arg(index), tr("Reveal what happens"));
    }
    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
}

void LessonPage::render() {
    const int scrolled = text_->verticalScrollBar()->value();
    text_->clear();
    parts_.clear();
    text_->document()->setDocumentMargin(theme_.px(14));
    text_->document()->setDefaultFont(theme_.font(10.5));
    QTextCursor cursor(text_->document());
    cursor.beginEditBlock();
    QTextCharFormat title;
    title.setFont(theme_.font(15, QFont::Bold));
    title.setForeground(theme_.palette().text);
    if (!lesson_) {
        QTextCharFormat format;
        format.setFont(theme_.font(10.5));
        format.setForeground(theme_.palette().mutedText);
        cursor.insertText(tr("Free play: no lesson is open. Choose one on the left, or open a "
                             "Markdown page of your own."),
                          format);
    } else {
        cursor.insertText(utf8(lesson_->title), title);
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        for (std::size_t step = 0; step < lesson_->steps.size(); ++step)
            renderStep(cursor, step);
        insertMarkdown(cursor, lesson_->closing);
    }
    cursor.endEditBlock();
    text_->verticalScrollBar()->setValue(scrolled);
}

} // namespace ipclab
