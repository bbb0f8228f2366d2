#include "gui/app/sidebar.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace ipclab {

Sidebar::Sidebar(QWidget* parent)
    : QFrame(parent), scroll_(new QScrollArea(this)), inner_(new QFrame(scroll_->viewport())),
      column_(new QVBoxLayout(inner_)) {
    setProperty("role", "sidebar");
    inner_->setProperty("role", "sidebar");
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setWidget(inner_); // empty yet: it is measured here
    column_->setContentsMargins(10, 14, 10, 10);
    column_->setSpacing(1);
    column_->addWidget(heading(tr("MECHANISMS")));
    addMechanisms();
    column_->addWidget(heading(tr("LESSONS")));
    lessons_ = new QVBoxLayout;
    lessons_->setSpacing(1);
    column_->addLayout(lessons_);
    column_->addWidget(heading(tr("YOUR OWN")));
    auto* open = new EntryButton(tr("▷  Open a lesson or script…"), inner_);
    open->setCheckable(false);
    column_->addWidget(open);
    connect(open, &QPushButton::clicked, this, &Sidebar::openRequested);
    column_->addStretch(1);

    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll_);
    setCurrent(current_, {}, 0, 0);
}

void Sidebar::addMechanisms() {
    for (const Mechanism each : mechanisms()) {
        const QString name = mechanismName(each);
        auto* button = new EntryButton(mechanismSign(each) + QStringLiteral("  ") + name, inner_);
        button->setObjectName(name);
        button->setAccessibleName(name);
        button->setAccessibleDescription(mechanismSummary(each));
        column_->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, each] { emit freePlayChosen(each); });
        mechanisms_[each] = button;
    }
}

QLabel* Sidebar::heading(const QString& text) {
    auto* label = new QLabel(text, inner_);
    label->setProperty("role", "section");
    label->setContentsMargins(6, 8, 6, 4);
    return label;
}

void Sidebar::setLessons(const std::vector<SidebarLesson>& lessons) {
    for (Row& row : rows_)
        if (row.button != nullptr) row.button->deleteLater();
    rows_.clear();
    for (const SidebarLesson& lesson : lessons)
        rows_.push_back({lesson});
    makeButtons();
}

/// For the lessons that are seen now.
void Sidebar::makeButtons() {
    for (Row& row : rows_) {
        if (row.button != nullptr || row.lesson.mechanism != current_) continue;
        row.button = new EntryButton(row.lesson.title, inner_);
        lessons_->addWidget(row.button);
        row.button->setObjectName(row.lesson.name);
        connect(row.button, &QPushButton::clicked, this,
                [this, name = row.lesson.name] { emit lessonChosen(name); });
        mark(row, false, {});
    }
}

void Sidebar::mark(Row& row, bool current, const QString& progress) {
    const QString sign = row.lesson.finished ? QStringLiteral("✓  ")
                         : current           ? QStringLiteral("◐  ")
                                             : QStringLiteral("○  ");
    row.button->setWholeText(sign + row.lesson.title);
    row.button->setChecked(current);
    row.button->setBadge(progress);
    row.button->setAccessibleName(row.lesson.finished ? tr("%1, finished").arg(row.lesson.title)
                                                      : row.lesson.title);
}

void Sidebar::setCurrent(Mechanism mechanism, const QString& name, int step, int steps) {
    current_ = mechanism;
    for (const auto& [each, button] : mechanisms_)
        button->setChecked(each == mechanism);
    makeButtons();
    for (Row& row : rows_) {
        if (row.button == nullptr) continue;
        const bool current = row.lesson.name == name;
        mark(row, current, current ? QStringLiteral("%1 / %2").arg(step).arg(steps) : QString());
        row.button->setVisible(row.lesson.mechanism == mechanism);
    }
}

void Sidebar::setFinished(const QString& name) {
    for (Row& row : rows_) {
        if (row.lesson.name != name) continue;
        row.lesson.finished = true;
        if (row.button != nullptr) mark(row, row.button->isChecked(), {});
    }
}

void Sidebar::count(const World& world) {
    for (const auto& [each, button] : mechanisms_) {
        const int objects = countOf(each, world);
        button->setBadge(objects > 0 ? QString::number(objects) : QString());
    }
}

} // namespace ipclab
