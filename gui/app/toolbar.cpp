#include "gui/app/toolbar.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

constexpr int gap = 6;
constexpr std::array speeds{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 25.0};

/// What a widget takes of the row, with the gap behind it.
[[nodiscard]] int roomOf(const QWidget& widget) {
    const int least = std::max(widget.minimumSizeHint().width(), widget.minimumWidth());
    return std::min(least, widget.maximumWidth()) + gap;
}

[[nodiscard]] QString speedWords(double speed) {
    return QString::number(speed, 'g', 3) + u'×';
}

} // namespace

double speedAt(int place) {
    return speeds[static_cast<std::size_t>(std::clamp(place, 0, int{speeds.size()} - 1))];
}

int placeOf(double speed) {
    const auto nearer = [speed](double a, double b) {
        return std::abs(std::log(a / speed)) < std::abs(std::log(b / speed));
    };
    return static_cast<int>(std::ranges::min_element(speeds, nearer) - speeds.begin());
}

double nextSpeed(double speed, int direction) {
    return speedAt(placeOf(speed) + direction);
}

Toolbar::Toolbar(const Actions& actions, const Theme& theme, QWidget* parent)
    : QWidget(parent), actions_(actions), theme_(theme), title_(new QLabel(this)),
      sceneMenu_(new QMenu(this)), exportMenu_(new QMenu(this)), mainMenu_(new QMenu(this)) {
    setProperty("role", "bar");
    setAttribute(Qt::WA_StyledBackground);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    title_->setText(QStringLiteral("IPC Lab"));
    title_->setProperty("role", "title");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 7, 12, 7);
    row->setSpacing(gap);
    row->addWidget(title_);
    scene_ = menuButton({}, sceneMenu_);
    scene_->setObjectName(QStringLiteral("scene"));
    scene_->setAccessibleName(tr("lesson or free play"));
    auto* rule = new QFrame(this);
    rule->setFrameShape(QFrame::VLine);
    rule->setProperty("role", "rule");
    row->addSpacing(4);
    row->addWidget(scene_);
    row->addSpacing(4);
    row->addWidget(rule);
    row->addSpacing(4);
    row->addWidget(button(ActionId::StepBack, tr("◀ Back")));
    row->addWidget(button(ActionId::NextStep, tr("▶ Next step"), "primary"));
    row->addWidget(play_ = button(ActionId::Play, tr("▶▶ Play")));
    row->addWidget(live_ = button(ActionId::Live, tr("● Live")));
    QWidget* speed = speedBox();
    row->addWidget(speed);
    row->addWidget(hold_);
    row->addStretch(1);
    row->addWidget(addProcess_ = button(ActionId::AddProcess, tr("+ Process")));
    row->addWidget(export_ = menuButton(tr("Export"), exportMenu_));
    export_->setObjectName(QStringLiteral("export"));
    row->addWidget(lecture_ = button(ActionId::LectureMode, tr("Lecture mode F11")));
    more_ = menuButton(QStringLiteral("☰"), mainMenu_);
    more_->setProperty("bare", true);
    more_->setObjectName(QStringLiteral("menu"));
    more_->setAccessibleName(tr("menu"));
    row->addWidget(more_);
    givesWay_ = {title_, export_, speed, hold_, lecture_, rule, scene_, live_, play_, addProcess_};
    setSpeed(1.0);
}

QToolButton* Toolbar::button(ActionId id, const QString& face, const char* role) {
    auto* made = new QToolButton(this);
    QAction* action = actions_.at(id);
    made->setText(face);
    made->setObjectName(QString::fromLatin1(actionTable()[static_cast<std::size_t>(id)].text));
    made->setToolTip(action->toolTip());
    made->setAccessibleName(action->text());
    made->setProperty("role", role);
    // A click must not take the focus: Space is the next step, not the last button again.
    made->setFocusPolicy(Qt::TabFocus);
    made->setEnabled(action->isEnabled());
    connect(made, &QToolButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, made, &QWidget::setEnabled);
    return made;
}

QToolButton* Toolbar::menuButton(const QString& face, QMenu* menu) {
    auto* made = new QToolButton(this);
    made->setText(face);
    made->setAccessibleName(face);
    made->setPopupMode(QToolButton::InstantPopup);
    made->setProperty("bare", false);
    made->setMenu(menu);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

QWidget* Toolbar::speedBox() {
    auto* box = new QFrame(this);
    box->setProperty("role", "group");
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(8, 0, 4, 0);
    row->setSpacing(6);
    auto* label = new QLabel(tr("Speed"), box);
    speed_ = new QSlider(Qt::Horizontal, box);
    speed_->setObjectName(QStringLiteral("speed"));
    speed_->setRange(0, int{speeds.size()} - 1);
    speed_->setPageStep(1);
    speed_->setAccessibleName(tr("Speed"));
    speed_->setFocusPolicy(Qt::TabFocus);
    speed_->setFixedWidth(theme_.px(72));
    speedText_ = new QLabel(box);
    speedText_->setFixedWidth(theme_.px(34));
    label->setBuddy(speed_);
    row->addWidget(label);
    row->addWidget(speed_);
    row->addWidget(speedText_);
    connect(speed_, &QSlider::valueChanged, this,
            [this](int place) { emit speedChosen(speedAt(place)); });
    connect(&theme_, &Theme::changed, this, [this] {
        speed_->setFixedWidth(theme_.px(72));
        speedText_->setFixedWidth(theme_.px(34));
    });

    hold_ = new QCheckBox(tr("Hold before each call"), this);
    hold_->setFocusPolicy(Qt::TabFocus);
    hold_->setToolTip(tr("A call waits as “held” until the next step lets it go."));
    QAction* action = actions_.at(ActionId::Hold);
    connect(hold_, &QCheckBox::clicked, action, &QAction::trigger);
    connect(action, &QAction::toggled, hold_, &QCheckBox::setChecked);
    hold_->setChecked(action->isChecked());
    return box;
}

void Toolbar::setScene(const QString& title, const QString& shorter) {
    sceneTitle_ = title;
    sceneShort_ = shorter;
    fit();
}

void Toolbar::setSpeed(double speed) {
    const QSignalBlocker quiet(speed_);
    speed_->setValue(placeOf(speed));
    speedText_->setText(speedWords(speed));
}

void Toolbar::setPlaying(bool playing) {
    play_->setText(playing ? tr("❚❚ Pause") : tr("▶▶ Play"));
}

void Toolbar::setPast(bool past) {
    live_->setProperty("role", past ? "past" : "");
    live_->setStyleSheet(live_->styleSheet());
    live_->setToolTip(past ? tr("An earlier moment is shown. Back to the present (Ctrl+L)")
                           : tr("The present is shown"));
}

QSize Toolbar::minimumSizeHint() const {
    return {theme_.px(240), QWidget::minimumSizeHint().height()};
}

void Toolbar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

bool Toolbar::event(QEvent* event) {
    // Something in the row has another size: another scale, language or scene.
    const bool sizes = event->type() == QEvent::LayoutRequest;
    const bool taken = QWidget::event(event);
    if (sizes) fit();
    return taken;
}

QToolButton* Toolbar::addProcessButton() const {
    return addProcess_->isHidden() ? more_ : addProcess_;
}

/// The narrowest that the row can be with everything in it.
int Toolbar::wholeWidth() const {
    const QMargins margins = layout()->contentsMargins();
    int width = margins.left() + margins.right();
    for (int i = 0; i < layout()->count(); ++i) {
        const QLayoutItem* item = layout()->itemAt(i);
        width += item->widget() != nullptr ? roomOf(*item->widget()) : item->minimumSize().width();
    }
    return width;
}

/// The long name of the scene where there is room for all, else the short one. Gives the width of
/// the row with it.
int Toolbar::fitScene(int width) {
    const QFontMetrics metrics = scene_->fontMetrics();
    const int bare = width - metrics.horizontalAdvance(scene_->text());
    const int whole = bare + metrics.horizontalAdvance(sceneTitle_);
    const QString& face = whole <= this->width() ? sceneTitle_ : sceneShort_;
    if (scene_->text() != face) scene_->setText(face);
    scene_->setToolTip(sceneTitle_);
    return bare + metrics.horizontalAdvance(face);
}

/// Decides first and hides then: hiding and showing by trial would lay out the row each time, and
/// come back here.
void Toolbar::fit() {
    int width = fitScene(wholeWidth());
    for (QWidget* widget : givesWay_) {
        const bool hide = width > this->width();
        if (hide) width -= roomOf(*widget);
        if (widget->isHidden() != hide) widget->setHidden(hide);
    }
}

} // namespace ipclab
