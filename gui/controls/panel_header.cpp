#include "gui/controls/panel_header.h"

#include "engine/call/catalogue.h"
#include "gui/controls/flow_layout.h"
#include "gui/controls/letter_badge.h"
#include "gui/controls/words.h"
#include "gui/theme/elided.h"
#include "gui/words/process_title.h"

#include <QKeyEvent>
#include <QStandardItemModel>

#include <algorithm>
#include <csignal>

namespace ipclab {

PanelHeader::PanelHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), who_(new ElidedComboBox(this)),
      calls_(new ElidedComboBox(this)), more_(new QToolButton(this)), menu_(new QMenu(this)) {
    auto* row = new FlowLayout(this);
    who_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    row->addWidget(who_);
    row->addWidget(flowing(this, {calls_, more_}));

    who_->setObjectName(QStringLiteral("process"));
    who_->setProperty("role", "heading");
    who_->setAccessibleName(tr("process that makes the call"));
    who_->setMinimumContentsLength(5);
    calls_->setMinimumContentsLength(5);
    calls_->setObjectName(QStringLiteral("call"));
    calls_->setAccessibleName(tr("call to make"));
    listCalls();
    connect(calls_, &QComboBox::activated, this, [this] { emit callChosen(call()); });
    connect(who_, &QComboBox::activated, this, [this](int index) {
        emit processChosen(static_cast<ProcessId>(who_->itemData(index).toUInt()));
    });
    makeMenu();
    restyle();
    connect(&theme_, &Theme::changed, this, &PanelHeader::restyle);
}

/// Every call under its mechanism's name. Loads and stores are no calls: they have rows of their
/// own below the form.
void PanelHeader::listCalls() {
    std::vector<std::string_view> groups;
    for (const CatalogueEntry& entry : catalogue())
        if (std::ranges::find(groups, entry.mechanism) == groups.end())
            groups.push_back(entry.mechanism);
    auto* model = new QStandardItemModel(calls_);
    for (const std::string_view group : groups) {
        auto* heading = new QStandardItem(catalogueWords(group));
        heading->setFlags(Qt::NoItemFlags);
        model->appendRow(heading);
        for (const CatalogueEntry& entry : catalogue()) {
            const bool isOperator = entry.id == CallId::Load || entry.id == CallId::Store;
            if (entry.mechanism != group || isOperator) continue;
            auto* item = new QStandardItem(utf8(entry.name));
            item->setData(static_cast<int>(entry.id), Qt::UserRole);
            item->setToolTip(catalogueWords(entry.summary));
            model->appendRow(item);
        }
    }
    calls_->setModel(model);
    calls_->setMaxVisibleItems(24);
}

void PanelHeader::makeMenu() {
    more_->setText(QStringLiteral("⋯"));
    more_->setObjectName(QStringLiteral("more"));
    more_->setProperty("role", "flat");
    more_->setProperty("bare", true);
    more_->setAccessibleName(tr("what can be done to this process"));
    more_->setToolTip(more_->accessibleName());
    more_->setPopupMode(QToolButton::InstantPopup);
    more_->setMenu(menu_);
    menu_->addAction(tr("Rename…"), this, &PanelHeader::rename);
    menu_->addSeparator();
    const auto add = [this](const QString& text, int signal) {
        menu_->addAction(text, this, [this, signal] { emit signalRequested(process_, signal); });
    };
    add(tr("Stop it (SIGSTOP)"), SIGSTOP);
    add(tr("Let it go on (SIGCONT)"), SIGCONT);
    add(tr("Ask it to end (SIGTERM)"), SIGTERM);
    add(tr("Kill it (SIGKILL)"), SIGKILL);
}

void PanelHeader::rename() {
    auto* edit = new QLineEdit(label_, this);
    rename_ = edit;
    edit->setObjectName(QStringLiteral("rename"));
    edit->setAccessibleName(tr("another label for the card"));
    edit->setGeometry(who_->geometry());
    edit->setMaxLength(40);
    edit->selectAll();
    edit->show();
    edit->setFocus();
    connect(edit, &QLineEdit::returnPressed, this, [this, edit] {
        emit renameRequested(process_, edit->text().trimmed());
        who_->setFocus();
    });
    connect(edit, &QLineEdit::editingFinished, edit, &QObject::deleteLater);
}

void PanelHeader::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (rename_ == nullptr || (!enter && event->key() != Qt::Key_Escape))
        return QWidget::keyPressEvent(event);
    if (!enter) who_->setFocus();
}

void PanelHeader::look(const World& world, ProcessId process, const QString& absent) {
    const QSignalBlocker quiet(who_);
    who_->setPlaceholderText(absent);
    int current = -1;
    int place = 0;
    for (const Process& each : world.processes) {
        if (!each.alive() && each.id != process) continue;
        const QString letter = QString::fromStdString(each.letter);
        const QString label = QString::fromStdString(each.label);
        const Process* parent = each.parent ? world.process(each.parent) : nullptr;
        const QString text =
            processTitle(each.label, each.letter, parent ? parent->letter : std::string());
        if (place >= who_->count()) who_->addItem(text);
        if (who_->itemText(place) != text) who_->setItemText(place, text);
        if (who_->itemData(place).toUInt() != each.id || who_->itemIcon(place).isNull()) {
            who_->setItemData(place, each.id);
            who_->setItemIcon(place, letterBadge(theme_, each.id, letter));
            who_->setItemData(place, letter + u' ' + text, Qt::AccessibleTextRole);
        }
        if (each.id == process) {
            current = place;
            label_ = label;
        }
        ++place;
    }
    while (who_->count() > place)
        who_->removeItem(who_->count() - 1);
    if (who_->currentIndex() != current) who_->setCurrentIndex(current);
    process_ = process;
    setEnabled(place > 0 || !absent.isEmpty());
}

void PanelHeader::restyle() {
    who_->setIconSize(QSize(theme_.px(18), theme_.px(18)));
    const QSignalBlocker quiet(who_);
    for (int i = 0; i < who_->count(); ++i) {
        const QString words = who_->itemData(i, Qt::AccessibleTextRole).toString();
        who_->setItemIcon(i, letterBadge(theme_, static_cast<ProcessId>(who_->itemData(i).toUInt()),
                                         words.section(u' ', 0, 0)));
    }
}

void PanelHeader::setCall(CallId call) {
    const QSignalBlocker quiet(calls_);
    calls_->setCurrentIndex(calls_->findData(static_cast<int>(call)));
}

bool PanelHeader::offers(CallId call) const {
    return calls_->findData(static_cast<int>(call)) >= 0;
}

CallId PanelHeader::call() const {
    return static_cast<CallId>(calls_->currentData().toInt());
}

} // namespace ipclab
