#include "gui/app/keys_sheet.h"

#include "gui/app/actions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <span>

namespace ipclab {
namespace {

[[nodiscard]] QString keyWords(const ActionEntry& entry) {
    QStringList words;
    for (const QKeySequence& keys : actionKeys(entry))
        words << keys.toString(QKeySequence::NativeText);
    return words.join(KeysSheet::tr(" or "));
}

using Entries = std::span<const ActionEntry>;

/// The entries under the headings of their groups.
[[nodiscard]] QWidget* keysOf(Entries entries, QWidget* parent) {
    auto* part = new QWidget(parent);
    auto* grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    QString group;
    for (const ActionEntry& entry : entries) {
        const int row = grid->rowCount();
        if (group != actionGroup(entry)) {
            group = actionGroup(entry);
            auto* heading = new QLabel(group, part);
            heading->setProperty("role", "heading");
            heading->setContentsMargins(0, 8, 0, 2);
            grid->addWidget(heading, row, 0, 1, 2);
        }
        grid->addWidget(new QLabel(actionText(entry), part), row + 1, 0);
        auto* keys = new QLabel(keyWords(entry), part);
        keys->setProperty("mono", true);
        keys->setProperty("role", "muted");
        grid->addWidget(keys, row + 1, 1);
    }
    return part;
}

/// Where a group begins, at about half of the entries.
[[nodiscard]] std::size_t middleOf(Entries entries) {
    std::size_t middle = entries.size() / 2;
    while (middle > 0 && actionGroup(entries[middle]) == actionGroup(entries[middle - 1]))
        --middle;
    return middle;
}

/// Beside each other where they are too high for `room` one below the other, and fit so.
void addKeys(QHBoxLayout& columns, QWidget* parent, const QSize& room) {
    const Entries all = actionTable();
    const std::size_t middle = middleOf(all);
    QWidget* whole = keysOf(all, parent);
    const QSize wanted = whole->sizeHint();
    if (wanted.height() > room.height() && 2 * wanted.width() + columns.spacing() <= room.width()) {
        delete whole;
        columns.addWidget(keysOf(all.first(middle), parent), 0, Qt::AlignTop);
        whole = keysOf(all.subspan(middle), parent);
    }
    columns.addWidget(whole, 0, Qt::AlignTop);
}

} // namespace

KeysSheet::KeysSheet(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("All keys"));
    const QSize most = parent != nullptr ? parent->size() * 0.9 : QSize(900, 1200);
    const QSize around(60, 90), lineBelow(0, 60);
    auto* inner = new QWidget(this);
    auto* rows = new QVBoxLayout(inner);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(48);
    addKeys(*columns, inner, most - around - lineBelow);
    rows->addLayout(columns);
    auto* line = new QLabel(tr("In the call line: ↑ and ↓ bring back earlier lines, Tab completes. "
                               "In the form: Enter makes the call."),
                            inner);
    line->setWordWrap(true);
    line->setProperty("role", "muted");
    line->setContentsMargins(0, 10, 0, 0);
    rows->addWidget(line);
    rows->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll);
    column->addWidget(buttons);
    resize((inner->sizeHint() + around).boundedTo(most));
}

} // namespace ipclab
