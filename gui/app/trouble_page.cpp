#include "gui/app/trouble_page.h"

#include "gui/words/words.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ipclab {
namespace {

/// What would help, as far as the error tells.
[[nodiscard]] QString adviceFor(const Error& error) {
    switch (error.number) {
    case ENOENT:
        return TroublePage::tr("ipclab-supervisor and ipclab-worker must stand beside ipclab, or "
                               "in ../libexec/ipclab. Install or build all of them.");
    case EACCES:
    case EPERM:
        return TroublePage::tr("The system denies it. Start the lab without --private, or as a "
                               "user who may start processes there.");
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case EAGAIN:
        return TroublePage::tr("The system is short of memory, processes or descriptors. Close "
                               "other programs and try again.");
    case ENOSPC:
        return TroublePage::tr("A limit of the system is reached. Remove what is no longer used "
                               "(ipcs shows it, ipcrm removes it) and try again.");
    default:
        return TroublePage::tr("Try again. If it stays, start ipclab in a terminal: what the "
                               "supervisor prints there says more.");
    }
}

} // namespace

TroublePage::TroublePage(const Error& error, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(48, 48, 48, 48);
    column->setSpacing(12);
    column->addStretch(1);
    const auto add = [&](const QString& text, const char* role) {
        auto* label = new QLabel(text, this);
        label->setProperty("role", role);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
        return label;
    };
    add(tr("The laboratory could not be opened"), "title");
    add(engineWords(error.message()), "error")->setObjectName(QStringLiteral("why"));
    add(adviceFor(error), "")->setObjectName(QStringLiteral("advice"));
    auto* again = new QPushButton(tr("Try again"), this);
    again->setProperty("role", "primary");
    again->setDefault(true);
    column->addWidget(again, 0, Qt::AlignLeft);
    column->addStretch(2);
    connect(again, &QPushButton::clicked, this, &TroublePage::tryAgain);
}

} // namespace ipclab
