#include "gui/theme/theme.h"

#include <QRegularExpression>

#include <map>

static void loadThemeResources() {
    Q_INIT_RESOURCE(theme);
}

namespace ipclab {
namespace {

/// Texts have no colour here: they take the palette's, and so do the placeholders of fields, which
/// Qt would draw half transparent in a colour that is given here. $name is a colour, $12 a length
/// of 12 at scale one, $ink and $onAccent pick an icon.
constexpr const char* plain = R"(
QMainWindow, QDialog { background: $window; }
QToolTip { background: $codeGround; color: $codeText; border: 1px solid $border; padding: $4px; }
QFrame[role="panel"], QWidget[role="panel"] { background: $panel; }
QFrame[role="sidebar"], QWidget[role="sidebar"] { background: $sidebar; }
QWidget[role="bar"] { background: $panel; border-bottom: 1px solid $border; }
QFrame[role="card"] { background: $card; border: 1px solid $cardBorder; border-radius: $6px; }
QFrame[role="asleepCard"] { background: $asleepGround; border: 1px dashed $asleep;
    border-radius: $6px; }
QFrame[role="errorCard"] { background: $errorGround; border: 1px solid $errorBorder;
    border-radius: $6px; }
QFrame[role="code"], QLabel[role="code"], QLineEdit[role="code"], QPlainTextEdit[role="code"] {
    background: $codeGround; color: $codeText; border: 1px solid $codeBorder; border-radius: $5px;
    padding: $7px $9px; }
QPlainTextEdit[role="code"]:focus { border: 1px solid $codeBorder; }
QLabel[role="title"] { font-weight: 700; font-size: $16px; }
QLabel[role="heading"] { font-weight: 600; }
QLabel[role="section"] { color: $mutedText; font-weight: 600; font-size: $11px;
    letter-spacing: 1px; }
QLabel[role="muted"] { color: $mutedText; }
QLabel[role="faint"] { color: $faintText; }
QLabel[role="error"] { color: $error; font-weight: 600; }
QLabel[role="sentence"] { font-size: $15px; }
QLabel[role="pill"] { background: $accentSoft; color: $link; border-radius: $9px;
    padding: $2px $8px; }
QStatusBar { background: $hover; color: $mutedText; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $mutedText; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QScrollArea { border: none; background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: $10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $10px; margin: 0; }
QScrollBar::handle { background: $slotOutline; border-radius: $3px; margin: $2px;
    min-height: $24px; min-width: $24px; }
QScrollBar::handle:hover { background: $boundary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

constexpr const char* buttons = R"(
QPushButton, QToolButton, QComboBox { background: $panel; color: $text;
    border: 1px solid $border; border-radius: $5px; padding: $5px $11px; min-height: $18px; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $accentSoft; }
QPushButton:focus, QToolButton:focus, QComboBox:focus { border: 1px solid $focus; }
QPushButton:disabled, QToolButton:disabled, QComboBox:disabled { color: $disabled; }
QPushButton:checked, QToolButton:checked { background: $accentSoft; color: $link;
    border-color: $accent; }
QPushButton[role="primary"], QToolButton[role="primary"] { background: $accent;
    color: $accentText; border-color: $accent; font-weight: 500; }
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover { background: $accentHover; }
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus {
    border: 2px solid $focusOnAccent; padding: $4px $10px; }
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {
    background: $hover; color: $disabled; border-color: $border; }
QPushButton[role="danger"], QToolButton[role="danger"] { color: $error;
    border-color: $errorBorder; background: $card; }
QPushButton[role="danger"]:hover, QToolButton[role="danger"]:hover { background: $errorGround; }
QPushButton[role="danger"]:focus, QToolButton[role="danger"]:focus { border-color: $focus; }
QPushButton[role="danger"]:disabled { color: $disabled; border-color: $border; }
QPushButton[role="segment"], QToolButton[role="segment"] { border-radius: $3px;
    padding: $3px $9px; }
QPushButton[role="segment"]:checked, QToolButton[role="segment"]:checked {
    background: $accent; color: $accentText; border-color: $accent; }
QPushButton[role="flat"], QToolButton[role="flat"] { border-color: transparent;
    background: transparent; }
QPushButton[role="flat"]:hover, QToolButton[role="flat"]:hover { background: $hover; }
QPushButton[role="flat"]:focus, QToolButton[role="flat"]:focus { border-color: $focus; }
QPushButton[role="link"], QToolButton[role="link"] { border: 1px solid transparent; color: $link;
    background: transparent; padding: $2px; text-align: left; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: $focus; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: url(:/theme/down-$ink.svg);
    width: $12px; height: $12px; subcontrol-position: right center; right: $4px; }
QToolButton[popupMode="2"], QPushButton[hasMenu="true"] { padding-right: $20px; }
QComboBox::drop-down { border: none; width: $20px; }
QComboBox::down-arrow { image: url(:/theme/down-$ink.svg); width: $14px; height: $14px; }
QComboBox QAbstractItemView { background: $panel; color: $text; border: 1px solid $border;
    selection-background-color: $accentSoft; selection-color: $link; outline: none;
    padding: $3px; }
QComboBox QAbstractItemView::item { padding: $3px $6px; border: none; border-radius: $4px; }
QComboBox QAbstractItemView::item:selected { background: $accentSoft; color: $link; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $border;
    spacing: $6px; padding: $6px $10px; }
QToolBar::separator { background: $border; width: 1px; margin: $4px $6px; }
)";

/// What the window's own bars and forms are made of.
constexpr const char* parts = R"(
*[mono="true"] { font-family: "$mono"; }
QPushButton[segment="first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton[segment="middle"] { border-radius: 0; border-left: 1px solid transparent; }
QPushButton[segment="last"] { border-top-left-radius: 0; border-bottom-left-radius: 0;
    border-left: 1px solid transparent; }
QPushButton[segment="middle"]:focus, QPushButton[segment="last"]:focus {
    border: 1px solid $focus; }
QPushButton[segment][danger="true"] { color: $error; }
QPushButton[segment][danger="true"]:checked { background: $errorGround; color: $error;
    border-color: $errorBorder; }
QPushButton[role="entry"] { text-align: left; border: 1px solid transparent; background: transparent;
    padding: $5px $8px; }
QPushButton[role="entry"]:hover { background: $hover; }
QPushButton[role="entry"]:focus { border-color: $focus; }
QPushButton[role="entry"]:checked { background: $accentSoft; color: $link; font-weight: 600; }
QFrame[role="group"] { background: $panel; border: 1px solid $border; border-radius: $5px; }
QFrame[role="rule"] { background: $border; border: none; max-width: 1px; }
QToolButton[role="past"] { background: $pastGround; color: $pastText; border-color: $pastText; }
QComboBox[role="heading"] { border-color: transparent; font-weight: 700; padding-left: $2px; }
QComboBox[role="heading"]:hover, QComboBox[role="heading"]:focus { border-color: $focus; }
QToolButton[bare="true"]::menu-indicator { image: none; width: 0; }
QWidget[role="bar"] QToolButton { padding-left: $9px; padding-right: $9px; }
QWidget[role="bar"] QToolButton[popupMode="2"][bare="false"] { padding-right: $20px; }
)";

constexpr const char* fields = R"(
QLineEdit, QSpinBox, QDoubleSpinBox, QPlainTextEdit, QTextEdit { background: $field;
    border: 1px solid $border; border-radius: $4px; padding: $4px $7px;
    selection-background-color: $accent; selection-color: $accentText; }
QLineEdit:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 1px solid $focus; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0;
    background: transparent; }
QLineEdit[invalid="true"] { border: 1px solid $error; }
QLineEdit:disabled, QSpinBox:disabled { color: $disabled; background: $hover; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: $16px; background: transparent; }
QSpinBox::up-arrow { image: url(:/theme/up-$ink.svg); width: $12px; height: $12px; }
QSpinBox::down-arrow { image: url(:/theme/down-$ink.svg); width: $12px; height: $12px; }
QTextBrowser { background: $panel; border: none; padding: $4px; }
QCheckBox, QRadioButton { spacing: $7px; padding: $2px; }
QCheckBox::indicator, QRadioButton::indicator { width: $14px; height: $14px;
    border: 1px solid $slotOutline; background: $field; border-radius: $3px; }
QRadioButton::indicator { border-radius: $7px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
    image: url(:/theme/tick-$onAccent.svg); }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
    image: url(:/theme/dot-$onAccent.svg); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QSlider { min-height: $22px; }
QSlider::groove:horizontal { height: $4px; border-radius: $2px; background: $border; }
QSlider::sub-page:horizontal { background: $accent; border-radius: $2px; }
QSlider::handle:horizontal { width: $14px; height: $14px; margin: -$5px 0; border-radius: $7px;
    background: $accent; }
QSlider::handle:horizontal:focus { border: 2px solid $focusOnAccent; }
QProgressBar { background: $border; border: none; border-radius: $3px; max-height: $6px; }
QProgressBar::chunk { background: $accent; border-radius: $3px; }
)";

constexpr const char* views = R"(
QAbstractItemView { background: $panel; color: $text; border: none; outline: none;
    alternate-background-color: $window; selection-background-color: $accentSoft;
    selection-color: $link; }
QTreeView::item, QListView::item { padding: $4px $6px; border-radius: $5px; }
QTableView::item { padding: $2px $6px; }
QTreeView::item:hover, QListView::item:hover { background: $hover; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
    background: $accentSoft; color: $link; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url(:/theme/right-$ink.svg); }
QTreeView::branch:has-children:open { image: url(:/theme/down-$ink.svg); }
QHeaderView { background: $panel; }
QHeaderView::section { background: $panel; color: $mutedText; border: none;
    border-bottom: 1px solid $border; padding: $4px $6px; font-weight: 600; }
QTableView { gridline-color: $border; }
QTableCornerButton::section { background: $panel; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid $border; background: $panel; }
QTabBar { background: $panel; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $mutedText; border: 1px solid transparent;
    border-top-left-radius: $5px; border-top-right-radius: $5px; padding: $6px $12px;
    margin-right: $2px; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $link; background: $accentSoft; font-weight: 600; }
QTabBar::tab:focus { border-color: $focus; }
QMenuBar { background: $panel; }
QMenu { background: $panel; color: $text; border: 1px solid $border; border-radius: $5px;
    padding: $4px; }
QMenu::item { padding: $5px $22px $5px $12px; border-radius: $4px; }
QMenu::item:selected { background: $accentSoft; color: $link; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: $4px $8px; }
QGroupBox { border: 1px solid $border; border-radius: $6px; margin-top: $10px;
    padding-top: $8px; }
QGroupBox::title { subcontrol-origin: margin; left: $8px; color: $mutedText; }
)";

std::map<QString, QString> words(const Palette& p) {
    const std::pair<const char*, QColor> colours[] = {
        {"text", p.text},
        {"window", p.window},
        {"panel", p.panel},
        {"sidebar", p.sidebar},
        {"border", p.border},
        {"mutedText", p.mutedText},
        {"faintText", p.faintText},
        {"accent", p.accent},
        {"accentText", p.accentText},
        {"accentSoft", p.accentSoft},
        {"link", p.link},
        {"field", p.field},
        {"hover", p.hover},
        {"card", p.card},
        {"cardBorder", p.cardBorder},
        {"codeGround", p.codeGround},
        {"codeText", p.codeText},
        // On a dark panel the ground alone is no box that one sees.
        {"codeBorder", p.dark ? p.border : p.codeGround},
        {"error", p.error},
        {"errorGround", p.errorGround},
        {"errorBorder", p.errorBorder},
        {"asleep", p.asleep},
        {"asleepGround", p.asleepGround},
        {"slotOutline", p.slotOutline},
        {"pastGround", p.pastGround},
        {"pastText", p.pastText},
        {"boundary", p.boundary},
        {"focus", p.focus},
        {"disabled", mixed(p.panel, p.text, 0.5)},
        {"accentHover", mixed(p.accent, p.accentText, 0.08)},
        {"focusOnAccent", p.text}};
    std::map<QString, QString> to;
    for (const auto& [name, colour] : colours)
        to[name] = colour.name();
    to["ink"] = p.dark ? "light" : "dark";
    to["onAccent"] = contrast(p.accent, QColor(Qt::white)) >= 4.5 ? "light" : "dark";
    return to;
}

} // namespace

QString Theme::styleSheet() const {
    loadThemeResources();
    const QString sheet = QString(plain) + buttons + parts + fields + views;
    auto colours = words(palette_);
    colours["mono"] = mono().family();
    static const QRegularExpression placeholder(R"(\$([A-Za-z]+|\d+))");
    QString to;
    qsizetype done = 0;
    for (auto match = placeholder.globalMatch(sheet); match.hasNext();) {
        const auto found = match.next();
        to += sheet.mid(done, found.capturedStart() - done);
        const QString word = found.captured(1);
        to += word[0].isDigit() ? QString::number(px(word.toInt())) : colours.at(word);
        done = found.capturedEnd();
    }
    return to + sheet.mid(done);
}

} // namespace ipclab
