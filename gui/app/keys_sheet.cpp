#include "gui/app/keys_sheet.h"

#include "gui/app/actions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ipclab {
namespace {

[[nodiscard]] QString keyWords(const ActionEntry& entry) {
    QStringList words;
    for (const QKeySequence& keys : actionKeys(entry))
        words << keys.toString(QKeySequence::NativeText);
    return words.join(KeysSheet::tr(" or "));
}

} // namespace

KeysSheet::KeysSheet(QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("All keys"));
    auto* inner = new QWidget(this);
    auto* grid = new QGridLayout(inner);
    grid->setHorizontalSpacing(24);
    QString group;
    for (const ActionEntry& entry : actionTable()) {
        const int row = grid->rowCount();
        if (group != actionGroup(entry)) {
            group = actionGroup(entry);
            auto* heading = new QLabel(group, inner);
            heading->setProperty("role", "heading");
            heading->setContentsMargins(0, 8, 0, 2);
            grid->addWidget(heading, row, 0, 1, 2);
        }
        grid->addWidget(new QLabel(actionText(entry), inner), row + 1, 0);
        auto* keys = new QLabel(keyWords(entry), inner);
        keys->setProperty("mono", true);
        keys->setProperty("role", "muted");
        grid->addWidget(keys, row + 1, 1);
    }
    const int row = grid->rowCount();
    auto* line = new QLabel(tr("In the call line: ↑ and ↓ bring back earlier lines, Tab completes. "
                               "In the form: Enter makes the call."),
                            inner);
    line->setWordWrap(true);
    line->setProperty("role", "muted");
    line->setContentsMargins(0, 10, 0, 0);
    grid->addWidget(line, row, 0, 1, 2);
    auto* scroll = new QScrollArea(this);
    scroll->setWidget(inner);
    scroll->setWidgetResizable(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll);
    column->addWidget(buttons);
    const QSize wanted = inner->sizeHint() + QSize(60, 90);
    resize(parent != nullptr ? wanted.boundedTo(parent->size() * 0.9) : wanted);
}

} // namespace ipclab
