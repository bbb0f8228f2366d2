#include "gui/controls/flags_editor.h"

#include "gui/controls/flow_layout.h"
#include "gui/controls/words.h"

#include <QPushButton>

#include <algorithm>

namespace ipclab {
namespace {

[[nodiscard]] QString zeroLabel(const Parameter& parameter) {
    const bool nowait = !parameter.constants.empty() && parameter.constants[0].name == "IPC_NOWAIT";
    return nowait ? FlagsEditor::tr("0 · wait") : QStringLiteral("0");
}

[[nodiscard]] QPushButton* toggle(const Constant& constant, QWidget* parent) {
    auto* button = new QPushButton(utf8(constant.name), parent);
    button->setCheckable(true);
    button->setAutoDefault(false);
    button->setProperty("role", "segment");
    button->setProperty("segment", "only");
    button->setToolTip(catalogueWords(constant.means));
    button->setAccessibleName(utf8(constant.name));
    return button;
}

} // namespace

FlagsEditor::FlagsEditor(const Parameter& parameter, QWidget* parent)
    : ArgumentEditor(parameter, parent) {
    if (parameter.constants.size() == 1 && !parameter.hasMode)
        addSwitch();
    else if (!parameter.constants.empty())
        addButtons();
    if (!parameter.hasMode) return;
    grid_ = new PermissionGrid(host());
    connect(grid_, &PermissionGrid::changed, this, &ArgumentEditor::changed);
    addRow(grid_, tr("mode"));
}

void FlagsEditor::addSwitch() {
    const Constant& flag = parameter().constants[0];
    single_ = new Segments({zeroLabel(parameter()), utf8(flag.name)}, host());
    single_->setToolTips({{}, catalogueWords(flag.means)});
    connect(single_, &Segments::changed, this, &ArgumentEditor::changed);
    addRow(single_);
}

void FlagsEditor::addButtons() {
    auto* box = new QWidget(host());
    auto* flow = new FlowLayout(box, {4, 4});
    for (const Constant& flag : parameter().constants) {
        buttons_.push_back(toggle(flag, box));
        flow->addWidget(buttons_.back());
        connect(buttons_.back(), &QPushButton::clicked, this, &ArgumentEditor::changed);
    }
    addRow(box);
}

std::optional<Expr> FlagsEditor::expr() const {
    std::vector<Expr> parts;
    const auto constants = parameter().constants;
    if (single_ != nullptr && single_->current() == 1)
        parts.push_back(nameExpr(std::string(constants[0].name)));
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        if (buttons_[i]->isChecked()) parts.push_back(nameExpr(std::string(constants[i].name)));
    const bool mode = grid_ != nullptr && grid_->mode() != 0;
    if (mode) parts.push_back(numberExpr(grid_->mode(), NumberBase::Octal));
    if (other_ != 0) parts.push_back(numberExpr(other_));
    return orExpr(std::move(parts));
}

void FlagsEditor::set(const Expr& expr) {
    const auto constants = parameter().constants;
    const std::vector<Expr> parts = orParts(expr);
    const auto has = [&](const Constant& flag) {
        return std::ranges::any_of(parts, [&](const Expr& part) {
            return part.kind == Expr::Kind::Name && part.text == flag.name;
        });
    };
    if (single_ != nullptr) single_->setCurrent(has(constants[0]) ? 1 : 0);
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        buttons_[i]->setChecked(has(constants[i]));
    other_ = 0;
    for (const Expr& part : parts)
        if (const auto number = literal(part)) other_ |= *number;
    if (grid_ == nullptr) return;
    grid_->setMode(static_cast<std::uint32_t>(other_ & 0777));
    other_ &= ~std::int64_t{0777};
}

CommandEditor::CommandEditor(const Parameter& parameter, QWidget* parent)
    : ArgumentEditor(parameter, parent) {
    QStringList names, tips;
    for (const Constant& constant : parameter.constants) {
        names << utf8(constant.name);
        tips << catalogueWords(constant.means);
    }
    segments_ = new Segments(names, parent);
    segments_->setToolTips(tips);
    segments_->setDanger(static_cast<int>(names.indexOf(QStringLiteral("IPC_RMID"))));
    connect(segments_, &Segments::changed, this, &ArgumentEditor::changed);
    addRow(segments_);
}

std::string_view CommandEditor::command() const {
    const auto at = static_cast<std::size_t>(std::max(0, segments_->current()));
    return at < parameter().constants.size() ? parameter().constants[at].name : "";
}

std::optional<Expr> CommandEditor::expr() const {
    return nameExpr(std::string(command()));
}

void CommandEditor::set(const Expr& expr) {
    const auto constants = parameter().constants;
    for (std::size_t i = 0; i < constants.size(); ++i)
        if (uncast(expr).text == constants[i].name) segments_->setCurrent(static_cast<int>(i));
}

DispositionEditor::DispositionEditor(const Parameter& parameter, QWidget* parent)
    : ArgumentEditor(parameter, parent) {
    QStringList names;
    for (const Constant& constant : parameter.constants) {
        const bool flag = constant.name.starts_with("SA_");
        (flag ? flags_ : dispositions_).emplace_back(constant.name);
        if (!flag) names << utf8(constant.name);
    }
    segments_ = new Segments(names, parent);
    connect(segments_, &Segments::changed, this, &ArgumentEditor::changed);
    addRow(segments_);
    auto* box = new QWidget(parent);
    auto* flow = new FlowLayout(box, {4, 4});
    for (const Constant& constant : parameter.constants) {
        if (!constant.name.starts_with("SA_")) continue;
        buttons_.push_back(toggle(constant, box));
        flow->addWidget(buttons_.back());
        connect(buttons_.back(), &QPushButton::clicked, this, &ArgumentEditor::changed);
    }
    addRow(box, QStringLiteral("sa_flags"));
}

std::optional<Expr> DispositionEditor::expr() const {
    std::vector<Expr> flags;
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        if (buttons_[i]->isChecked()) flags.push_back(nameExpr(flags_[i]));
    const auto at = static_cast<std::size_t>(std::max(0, segments_->current()));
    Expr list;
    list.kind = Expr::Kind::List;
    list.parts.push_back(nameExpr(at < dispositions_.size() ? dispositions_[at] : "handler"));
    list.parts.push_back(orExpr(std::move(flags)));
    return list;
}

void DispositionEditor::set(const Expr& expr) {
    if (expr.kind != Expr::Kind::List || expr.parts.empty()) return;
    for (std::size_t i = 0; i < dispositions_.size(); ++i)
        if (expr.parts[0].text == dispositions_[i]) segments_->setCurrent(static_cast<int>(i));
    const std::vector<Expr> flags =
        expr.parts.size() > 1 ? orParts(expr.parts[1]) : std::vector<Expr>{};
    for (std::size_t i = 0; i < buttons_.size(); ++i)
        buttons_[i]->setChecked(
            std::ranges::any_of(flags, [&](const Expr& part) { return part.text == flags_[i]; }));
}

} // namespace ipclab
