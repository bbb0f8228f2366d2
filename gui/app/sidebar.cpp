#include "gui/app/sidebar.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace ipclab {

Sidebar::Sidebar(const Theme& theme, QWidget* parent) : QFrame(parent), theme_(theme) {
    setProperty("role", "sidebar");
    auto* inner = new QFrame(this);
    inner->setProperty("role", "sidebar");
    column_ = new QVBoxLayout(inner);
    column_->setContentsMargins(10, 14, 10, 10);
    column_->setSpacing(1);
    column_->addWidget(heading(tr("MECHANISMS")));
    queue_ = entry(tr("≡  Message queue"), queueCount_);
    queue_->setToolTip(tr("Free play with System V message queues"));
    connect(queue_, &QPushButton::clicked, this, &Sidebar::freePlayChosen);
    column_->addWidget(heading(tr("LESSONS")));
    lessons_ = new QVBoxLayout;
    lessons_->setSpacing(1);
    column_->addLayout(lessons_);
    column_->addWidget(heading(tr("YOUR OWN")));
    QLabel* none = nullptr;
    QPushButton* open = entry(tr("▷  Open a lesson or script…"), none);
    open->setCheckable(false);
    connect(open, &QPushButton::clicked, this, &Sidebar::openRequested);
    column_->addStretch(1);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inner);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    setCurrent({}, 0, 0);
}

QLabel* Sidebar::heading(const QString& text) {
    auto* label = new QLabel(text, this);
    label->setProperty("role", "section");
    label->setContentsMargins(6, 8, 6, 4);
    return label;
}

QPushButton* Sidebar::entry(const QString& text, QLabel*& badge) {
    auto* button = new QPushButton(text, this);
    button->setProperty("role", "entry");
    button->setCheckable(true);
    button->setAutoExclusive(false);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(button);
    row->setContentsMargins(0, 0, 8, 0);
    badge = new QLabel(button);
    badge->setProperty("role", "faint");
    badge->setAttribute(Qt::WA_TransparentForMouseEvents);
    row->addStretch(1);
    row->addWidget(badge);
    column_->addWidget(button);
    return button;
}

void Sidebar::setLessons(const std::vector<SidebarLesson>& lessons) {
    for (Row& row : rows_)
        row.button->deleteLater();
    rows_.clear();
    for (const SidebarLesson& lesson : lessons) {
        Row row;
        row.lesson = lesson;
        row.button = entry(lesson.title, row.progress);
        column_->removeWidget(row.button);
        lessons_->addWidget(row.button);
        row.button->setObjectName(lesson.name);
        row.button->setToolTip(lesson.title);
        connect(row.button, &QPushButton::clicked, this,
                [this, name = lesson.name] { emit lessonChosen(name); });
        rows_.push_back(row);
        mark(rows_.back(), false, {});
    }
}

void Sidebar::mark(Row& row, bool current, const QString& progress) {
    const QString sign = row.lesson.finished ? QStringLiteral("✓  ")
                         : current           ? QStringLiteral("◐  ")
                                             : QStringLiteral("○  ");
    row.button->setText(sign + row.lesson.title);
    row.button->setChecked(current);
    row.progress->setText(progress);
    row.button->setAccessibleName(row.lesson.finished ? tr("%1, finished").arg(row.lesson.title)
                                                      : row.lesson.title);
}

void Sidebar::setCurrent(const QString& name, int step, int steps) {
    queue_->setChecked(name.isEmpty());
    for (Row& row : rows_) {
        const bool current = row.lesson.name == name;
        mark(row, current, current ? QStringLiteral("%1 / %2").arg(step).arg(steps) : QString());
    }
}

void Sidebar::setFinished(const QString& name) {
    for (Row& row : rows_) {
        if (row.lesson.name != name) continue;
        row.lesson.finished = true;
        mark(row, row.button->isChecked(), row.progress->text());
    }
}

void Sidebar::setQueues(int count) {
    queueCount_->setText(count > 0 ? QString::number(count) : QString());
}

} // namespace ipclab
