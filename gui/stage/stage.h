#pragma once

#include "gui/bridge/frame.h"
#include "gui/stage/clock.h"
#include "gui/stage/director.h"
#include "gui/stage/ink.h"
#include "gui/stage/items.h"
#include "gui/stage/layout.h"
#include "gui/stage/memory_show.h"
#include "gui/stage/offset_field.h"
#include "gui/stage/stage_button.h"
#include "gui/stage/stage_buttons.h"
#include "gui/stage/token.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPixmap>
#include <QScrollBar>
#include <QWidget>

#include <map>

namespace ipclab {

/// The picture in the middle: processes above, the kernel's objects below, and what moves between.
/// One opaque widget; the still part is a pixmap, tokens are sprites, all of it is repainted.
class Stage : public QWidget {
    Q_OBJECT
public:
    explicit Stage(Theme& theme, QWidget* parent = nullptr);

    void setFrame(const Frame& frame);
    /// The sentence below: why, as rich text with links. Empty: no box.
    void setSentence(const QString& richText);
    /// Whether a lesson asks for a prediction: the cards then do not give the answer.
    void setAsks(bool asks);
    /// A small line at the bottom right of lecture mode: "5 / 8   ◀ ▶ step   Esc leave".
    void setFootnote(const QString& text);
    /// The process whose calls the panel makes; 0 for none.
    void setSelection(ProcessId process);
    /// By ObjectPlace::id; -1 for none.
    void setSelectedObject(ObjectKind kind, qint64 id);
    /// Only the stage, with larger type.
    void setLecture(bool lecture);
    /// Says that the lab has an IPC namespace of its own.
    void setPrivateNamespace(bool own);
    void setSpeed(double speed) { clock_.setSpeed(speed); }

    [[nodiscard]] StageClock& clock() { return clock_; }
    [[nodiscard]] const StageLayout& layoutNow() const { return layout_; }
    [[nodiscard]] const Director& director() const { return director_; }
    [[nodiscard]] const MemoryShow& memory() const { return memory_; }
    /// Every text of the last painting, in the coordinates of layoutNow().
    [[nodiscard]] std::vector<PaintedText> paintedTexts() const;
    [[nodiscard]] int scrolled() const { return scroll_.value(); }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void processClicked(ipclab::ProcessId process);
    void killRequested(ipclab::ProcessId process);
    void closeRequested(ipclab::ProcessId process, int descriptor);
    /// An object by ObjectPlace::id.
    void objectClicked(ipclab::ObjectKind kind, qint64 id);
    void statRequested(ipclab::ObjectKind kind, qint64 id);
    void removeRequested(ipclab::ObjectKind kind, qint64 id);
    /// The message under the pointer by its serial; 0 when there is none any more.
    void messageHovered(quint64 serial);
    void linkActivated(const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void showSentence();
    void relayout(bool glide);
    void place();
    void placeButtons();
    StageButton& button(const ButtonKey& key);
    void pressed(const ButtonKey& key);
    void askOffset(const ButtonKey& key);
    [[nodiscard]] const SegmentPlace* segmentOf(const ButtonKey& key) const;
    /// Keys that move within the bytes of a segment.
    bool bytesKey(QObject* watched, QEvent* event);
    void tick();
    void slowTick();
    void runTimers();
    [[nodiscard]] std::int64_t nowNs() const;
    [[nodiscard]] StageLayout layoutFor(int width) const;

    void renderStill();
    void paintObject(Ink& ink, ObjectRef object);
    void paintPieceMarks(Ink& ink, std::int64_t nowNs);
    void paintWays(Ink& ink);
    void paintMoving(Ink& ink);
    void paintNote(Ink& ink, const DrawnToken& token);
    void paintBytes(Ink& ink);
    void paintBirths(Ink& ink);
    [[nodiscard]] QPainterPath streamPath(const Stream& stream, const ProcessPlace& card,
                                          const ObjectPlace& object) const;
    struct StreamWay {
        const Stream* stream;
        QPainterPath path;
    };
    [[nodiscard]] std::vector<StreamWay> streamWays() const;
    void paintStreams(Ink& ink);
    void paintStream(Ink& ink, const Stream& stream, const QPainterPath& path);
    void paintCounters(Ink& ink);
    /// Where none of the `others` stands, to which it is added.
    void paintCounter(Ink& ink, const Stream& stream, const QPainterPath& path,
                      std::vector<QRect>& others);
    void paintFlashes(Ink& ink);

    [[nodiscard]] QPoint toContent(QPoint at) const { return at + QPoint(0, scroll_.value()); }
    [[nodiscard]] const Message* messageAt(QPoint content) const;
    [[nodiscard]] QString tipAt(QPoint content) const;

    Theme& theme_;
    Metrics metrics_;
    StageClock clock_;
    Director director_{clock_};
    MemoryShow memory_{clock_};
    TokenSprites sprites_;
    Frame frame_;
    StageLayout layout_;
    QPixmap still_;
    bool stillDirty_ = true;
    std::vector<PieceMark> pieceMarks_;
    std::vector<PaintedText> stillTexts_, movingTexts_;
    QLabel sentence_{this};
    QScrollBar scroll_{Qt::Vertical, this};
    OffsetField offset_{this};
    ButtonKey asked_; ///< the segment that the offset is asked for
    QTimer slow_;
    QElapsedTimer sinceFrame_;
    double wallAtFrame_ = 0;
    std::map<ButtonKey, StageButton*> buttons_;
    QString why_, footnote_;
    ProcessId selection_ = 0;
    ObjectKind selectedKind_ = ObjectKind::Queue;
    qint64 selectedObject_ = -1;
    quint64 hovered_ = 0;
    bool lecture_ = false, privateNamespace_ = false, asks_ = false;
};

} // namespace ipclab
