#include "gui/controls/memory_panel.h"

#include "engine/call/language.h"
#include "engine/world/segment_questions.h"
#include "gui/controls/flow_layout.h"
#include "gui/controls/form_rows.h"
#include "gui/controls/words.h"
#include "gui/controls/wrapped_button.h"

#include <QKeyEvent>

#include <algorithm>
#include <limits>

namespace ipclab {
namespace {

/// The attachment that a variable of the process points at.
const Attachment* pointedAt(const Process& process, std::string_view variable) {
    const auto found = process.variables.find(variable);
    if (found == process.variables.end()) return nullptr;
    const auto address = pointerOf(found->second);
    if (!address) return nullptr;
    const auto at = std::ranges::find(process.attachments, *address, &Attachment::address);
    return at == process.attachments.end() ? nullptr : &*at;
}

QStringList pointersOf(const Process& process) {
    QStringList to;
    for (const auto& [name, value] : process.variables)
        if (pointedAt(process, name)) to << QString::fromStdString(name);
    return to;
}

/// As wide as what is mostly entered. Its range would ask for more, and the form must fit beside
/// the stage.
class NarrowSpinBox : public QSpinBox {
public:
    using QSpinBox::QSpinBox;
    [[nodiscard]] QSize sizeHint() const override {
        const int digits = fontMetrics().horizontalAdvance(QStringLiteral("× 1000000"));
        return {digits + 2 * fontMetrics().height(), QSpinBox::sizeHint().height()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

} // namespace

MemoryPanel::MemoryPanel(QWidget* parent)
    : QWidget(parent), world_(std::make_shared<World>()), pointer_(new QComboBox(this)),
      offset_(new NarrowSpinBox(this)), times_(new NarrowSpinBox(this)),
      kind_(new Segments({tr("text"), QStringLiteral("int"), tr("bytes")}, this)),
      how_(new Segments({tr("plain"), tr("atomic")}, this)), value_(new QLineEdit(this)),
      line_(new CodeText(this)), warning_(new QLabel(this)), write_(new QPushButton(this)),
      together_(new WrappedButton(QString(), this)), read_(new QPushButton(tr("Read back"), this)),
      values_{QStringLiteral("Linux Programming"), QStringLiteral("+= 1"), QStringLiteral("2a")} {
    build();
    connect(pointer_, &QComboBox::currentTextChanged, this, &MemoryPanel::refresh);
    connect(offset_, &QSpinBox::valueChanged, this, &MemoryPanel::refresh);
    connect(times_, &QSpinBox::valueChanged, this, &MemoryPanel::refresh);
    connect(kind_, &Segments::changed, this, &MemoryPanel::kindChanged);
    connect(how_, &Segments::changed, this, &MemoryPanel::refresh);
    connect(value_, &QLineEdit::textChanged, this, &MemoryPanel::refresh);
    connect(write_, &QPushButton::clicked, this, [this] { ask(writing(false)); });
    connect(together_, &QPushButton::clicked, this, [this] { ask(writing(true)); });
    connect(read_, &QPushButton::clicked, this, [this] { ask(reading()); });
    value_->setText(values_[0]);
    refresh();
    hide();
}

void MemoryPanel::build() {
    auto* heading = new QLabel(tr("WRITE INTO THE SEGMENT"), this);
    heading->setProperty("role", "section");
    heading->setWordWrap(true);
    rows_ = new FormRows;
    offset_->setRange(0, std::numeric_limits<int>::max());
    offset_->setAccessibleName(tr("offset in the segment, in bytes"));
    times_->setRange(1, 1'000'000'000);
    times_->setPrefix(QStringLiteral("× "));
    times_->setAccessibleName(tr("how many times"));
    value_->setProperty("mono", true);
    value_->setAccessibleName(tr("value to write"));
    pointer_->setAccessibleName(tr("variable that points at the segment"));
    rows_->addRow(tr("pointer"), pointer_, pointer_);
    rows_->addRow(tr("at offset"), flowing(this, {offset_, kind_}), offset_);
    rows_->addRow(tr("value"), value_, value_);
    rows_->addRow(tr("how"), flowing(this, {how_, times_}), how_);
    warning_->setWordWrap(true);
    warning_->setTextFormat(Qt::PlainText);
    line_->setObjectName(QStringLiteral("memoryLine"));
    line_->setAccessibleName(tr("the line of C that will be made"));
    warning_->setProperty("role", "muted");
    write_->setObjectName(QStringLiteral("write"));
    together_->setProperty("role", "primary");
    together_->setObjectName(QStringLiteral("together"));
    read_->setObjectName(QStringLiteral("readBack"));
    auto* buttons = new FlowLayout;
    write_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    buttons->addWidget(write_);
    buttons->addWidget(read_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 6);
    column->setSpacing(8);
    column->addWidget(heading);
    column->addLayout(rows_);
    column->addWidget(line_);
    column->addWidget(warning_);
    column->addLayout(buttons);
    column->addWidget(together_);
}

void MemoryPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    rows_->reflow(width());
}

const Process* MemoryPanel::caller() const {
    return world_->process(process_);
}

const Attachment* MemoryPanel::attachment() const {
    const Process* process = caller();
    return process ? pointedAt(*process, pointer_->currentText().toStdString()) : nullptr;
}

const Process* MemoryPanel::partner() const {
    const Attachment* mine = attachment();
    if (!mine) return nullptr;
    for (const Process& other : world_->processes) {
        if (other.id == process_ || other.state != ProcessState::Ready) continue;
        const Attachment* theirs = pointedAt(other, pointer_->currentText().toStdString());
        if (theirs && theirs->segment == mine->segment && !theirs->readOnly) return &other;
    }
    return nullptr;
}

void MemoryPanel::look(std::shared_ptr<const World> world, ProcessId process) {
    world_ = std::move(world);
    process_ = process;
    const Process* now = caller();
    const QStringList pointers = now ? pointersOf(*now) : QStringList();
    QStringList offered;
    for (int i = 0; i < pointer_->count(); ++i)
        offered << pointer_->itemText(i);
    if (pointers != offered) {
        const QString kept = pointer_->currentText();
        const QSignalBlocker quiet(pointer_);
        pointer_->clear();
        pointer_->addItems(pointers);
        if (pointers.contains(kept)) pointer_->setCurrentText(kept);
    }
    rows_->setRowVisible(pointer_, pointers.size() > 1);
    rows_->reflow(width());
    setVisible(!pointers.empty());
    refresh();
}

MemoryWish MemoryPanel::wish() const {
    MemoryWish to;
    to.pointer = pointer_->currentText().toStdString();
    to.offset = offset_->value();
    to.kind = static_cast<MemoryWish::Kind>(kind_->current());
    to.value = value_->text();
    to.atomic = to.kind == MemoryWish::Kind::Int && how_->current() == 1;
    to.times = static_cast<std::uint64_t>(times_->value());
    return to;
}

std::optional<Statement> MemoryPanel::writing(bool together) const {
    const Process* process = caller();
    const Process* other = together ? partner() : nullptr;
    const auto action = writeAction(wish());
    if (!process || !action || (together && !other)) return {};
    std::string who = process->letter;
    if (other) who += ", " + other->letter;
    auto to = parseStatement(memoryStatement(who, wish(), *action));
    if (!to) return {};
    return *to;
}

std::optional<Statement> MemoryPanel::reading() const {
    const Process* process = caller();
    if (!process) return {};
    auto to = parseStatement(process->letter + ": " + readAction(wish()));
    if (!to) return {};
    return *to;
}

void MemoryPanel::ask(const std::optional<Statement>& statement) {
    if (statement) emit callRequested(*statement);
}

/// Each kind keeps its own value: a text is no number.
void MemoryPanel::kindChanged() {
    values_[shownKind_] = value_->text();
    shownKind_ = kind_->current();
    value_->setText(values_[shownKind_]);
    refresh();
}

QString MemoryPanel::warning() const {
    const Attachment* at = attachment();
    const Process* process = caller();
    if (!at || !process) return {};
    const QString letter = utf8(process->letter);
    if (at->readOnly)
        return tr("Attached with SHM_RDONLY: %1 may read here, and dies of SIGSEGV when it writes.")
            .arg(letter);
    const auto end = static_cast<std::uint64_t>(wish().offset + wish().length());
    if (end > at->bytes)
        return tr("Past the last page, which ends at +%1: %2 dies of SIGSEGV unless something else "
                  "is mapped there.")
            .arg(at->bytes)
            .arg(letter);
    const Segment* segment = world_->segment(at->segment);
    if (segment && end > segment->stat.segsz)
        return tr("Past shm_segsz (%1 B), but still in its last page: memory is pages, so it "
                  "works.")
            .arg(segment->stat.segsz);
    return {};
}

void MemoryPanel::refresh() {
    const Process* process = caller();
    const MemoryWish now = wish();
    how_->setEnabled(now.kind == MemoryWish::Kind::Int);
    const auto action = writeAction(now);
    line_->setText(action ? asC(now, *action)
                   : now.atomic
                       ? tr("An atomic addition needs += or -= and a number.")
                       : tr("The value is no %1.").arg(kind_->button(kind_->current())->text()));
    const QString letter = process ? utf8(process->letter) : QString();
    const bool ready = process && process->state == ProcessState::Ready && action.has_value();
    write_->setText(tr("Write in %1").arg(letter));
    write_->setEnabled(ready);
    read_->setEnabled(process && process->state == ProcessState::Ready);
    read_->setToolTip(QString::fromStdString(readAction(now)) + QLatin1Char(';'));
    const Process* other = partner();
    together_->setVisible(other != nullptr);
    together_->setEnabled(ready);
    if (other) together_->setText(tr("Run in %1 and %2 together").arg(letter, utf8(other->letter)));
    const QString why = warning();
    warning_->setText(why);
    warning_->setVisible(!why.isEmpty());
}

void MemoryPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    if (auto* button = qobject_cast<QPushButton*>(focusWidget()))
        button->click();
    else if (write_->isEnabled())
        write_->click();
}

} // namespace ipclab
