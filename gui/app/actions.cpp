#include "gui/app/actions.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QSlider>

#include <array>

namespace ipclab {
namespace {

constexpr const char* steps = QT_TRANSLATE_NOOP("actions", "Steps");
constexpr const char* calls = QT_TRANSLATE_NOOP("actions", "Calls and processes");
constexpr const char* files = QT_TRANSLATE_NOOP("actions", "Files");
constexpr const char* views = QT_TRANSLATE_NOOP("actions", "Views");
constexpr const char* window = QT_TRANSLATE_NOOP("actions", "Window");

constexpr std::array table{
    ActionEntry{
        ActionId::NextStep, QT_TRANSLATE_NOOP("actions", "Next step"), {"Space", "PgDown"}, steps},
    ActionEntry{
        ActionId::StepBack, QT_TRANSLATE_NOOP("actions", "Back"), {"Backspace", "PgUp"}, steps},
    ActionEntry{ActionId::Play, QT_TRANSLATE_NOOP("actions", "Play"), {"F5"}, steps},
    ActionEntry{ActionId::Live, QT_TRANSLATE_NOOP("actions", "Live"), {"Ctrl+L"}, steps},
    ActionEntry{
        ActionId::Hold, QT_TRANSLATE_NOOP("actions", "Hold before each call"), {"Ctrl+H"}, steps},
    ActionEntry{ActionId::Slower, QT_TRANSLATE_NOOP("actions", "Slower"), {"Ctrl+["}, steps},
    ActionEntry{ActionId::Faster, QT_TRANSLATE_NOOP("actions", "Faster"), {"Ctrl+]"}, steps},
    ActionEntry{
        ActionId::MakeCall, QT_TRANSLATE_NOOP("actions", "Make the call"), {"Ctrl+Return"}, calls},
    ActionEntry{ActionId::FocusPanel,
                QT_TRANSLATE_NOOP("actions", "Go to the call form"),
                {"Ctrl+K"},
                calls},
    ActionEntry{
        ActionId::FocusLine, QT_TRANSLATE_NOOP("actions", "Type a call"), {"Ctrl+T"}, calls},
    ActionEntry{
        ActionId::FocusStage, QT_TRANSLATE_NOOP("actions", "Go to the stage"), {"Ctrl+G"}, calls},
    ActionEntry{ActionId::NextProcess,
                QT_TRANSLATE_NOOP("actions", "Next process"),
                {"Ctrl+PgDown"},
                calls},
    ActionEntry{ActionId::PreviousProcess,
                QT_TRANSLATE_NOOP("actions", "Previous process"),
                {"Ctrl+PgUp"},
                calls},
    ActionEntry{
        ActionId::AddProcess, QT_TRANSLATE_NOOP("actions", "Add a process"), {"Ctrl+N"}, calls},
    ActionEntry{ActionId::OpenFile,
                QT_TRANSLATE_NOOP("actions", "Open a lesson or script…"),
                {"Ctrl+O"},
                files},
    ActionEntry{ActionId::NewLab, QT_TRANSLATE_NOOP("actions", "Start over"), {"Ctrl+R"}, files},
    ActionEntry{ActionId::SaveScript,
                QT_TRANSLATE_NOOP("actions", "Save the session as a script…"),
                {"Ctrl+S"},
                files},
    ActionEntry{ActionId::SaveSource,
                QT_TRANSLATE_NOOP("actions", "Save as C programs…"),
                {"Ctrl+Shift+C"},
                files},
    ActionEntry{ActionId::SavePicture,
                QT_TRANSLATE_NOOP("actions", "Save a picture…"),
                {"Ctrl+Shift+P"},
                files},
    ActionEntry{ActionId::SaveRecording,
                QT_TRANSLATE_NOOP("actions", "Save the recording…"),
                {"Ctrl+Shift+S"},
                files},
    ActionEntry{ActionId::ShowTimeline, QT_TRANSLATE_NOOP("actions", "Timeline"), {"Alt+1"}, views},
    ActionEntry{ActionId::ShowLog, QT_TRANSLATE_NOOP("actions", "Event log"), {"Alt+2"}, views},
    ActionEntry{ActionId::ShowSource, QT_TRANSLATE_NOOP("actions", "C source"), {"Alt+3"}, views},
    ActionEntry{ActionId::ShowTables,
                QT_TRANSLATE_NOOP("actions", "Kernel tables (ipcs)"),
                {"Alt+4"},
                views},
    ActionEntry{ActionId::ShowLesson, QT_TRANSLATE_NOOP("actions", "Lesson"), {"Alt+5"}, views},
    ActionEntry{
        ActionId::LectureMode, QT_TRANSLATE_NOOP("actions", "Lecture mode"), {"F11"}, window},
    ActionEntry{ActionId::LeaveLecture,
                QT_TRANSLATE_NOOP("actions", "Leave lecture mode"),
                {"Esc"},
                window},
    ActionEntry{ActionId::LargerScale,
                QT_TRANSLATE_NOOP("actions", "Larger"),
                {"Ctrl++", "Ctrl+="},
                window},
    ActionEntry{
        ActionId::SmallerScale, QT_TRANSLATE_NOOP("actions", "Smaller"), {"Ctrl+-"}, window},
    ActionEntry{
        ActionId::ResetScale, QT_TRANSLATE_NOOP("actions", "Normal size"), {"Ctrl+0"}, window},
    ActionEntry{
        ActionId::NextTheme, QT_TRANSLATE_NOOP("actions", "Next theme"), {"Ctrl+Shift+T"}, window},
    ActionEntry{ActionId::NextLanguage,
                QT_TRANSLATE_NOOP("actions", "Next language"),
                {"Ctrl+Shift+L"},
                window},
    ActionEntry{ActionId::Keys, QT_TRANSLATE_NOOP("actions", "All keys"), {"F1", "?"}, window},
    ActionEntry{ActionId::Quit, QT_TRANSLATE_NOOP("actions", "Quit"), {"Ctrl+Q"}, window},
};

consteval bool inOrder() {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (static_cast<std::size_t>(table[i].id) != i) return false;
    return table.size() == static_cast<std::size_t>(ActionId::Quit) + 1;
}
static_assert(inOrder(), "the table is indexed by ActionId and holds every one");

/// A key that means something to the control that has the focus.
[[nodiscard]] bool belongsToControl(const QWidget* focus, const QKeyEvent& key) {
    if (focus == nullptr) return false;
    const bool plain = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (!plain) return false;
    const bool button = qobject_cast<const QAbstractButton*>(focus) != nullptr ||
                        qobject_cast<const QComboBox*>(focus) != nullptr;
    if (button) return key.key() == Qt::Key_Space;
    if (qobject_cast<const QSlider*>(focus) != nullptr)
        return key.key() == Qt::Key_PageUp || key.key() == Qt::Key_PageDown;
    if (qobject_cast<const QAbstractScrollArea*>(focus) != nullptr)
        return key.key() == Qt::Key_PageUp || key.key() == Qt::Key_PageDown;
    return false;
}

} // namespace

std::span<const ActionEntry> actionTable() {
    return table;
}

QString actionText(const ActionEntry& entry) {
    return QCoreApplication::translate("actions", entry.text);
}

QString actionGroup(const ActionEntry& entry) {
    return QCoreApplication::translate("actions", entry.group);
}

QList<QKeySequence> actionKeys(const ActionEntry& entry) {
    QList<QKeySequence> keys;
    for (const char* key : entry.keys)
        if (key != nullptr) keys << QKeySequence(QString::fromLatin1(key));
    return keys;
}

Actions::Actions(QWidget* owner) : QObject(owner), window_(owner) {
    for (const ActionEntry& entry : table) {
        auto* action = new QAction(this);
        action->setShortcuts(actionKeys(entry));
        action->setShortcutContext(Qt::WindowShortcut);
        actions_.push_back(action);
        window_->addAction(action);
    }
    at(ActionId::Hold)->setCheckable(true);
    at(ActionId::LectureMode)->setCheckable(true);
    at(ActionId::LeaveLecture)->setEnabled(false);
    retranslate();
    qApp->installEventFilter(this);
}

void Actions::retranslate() {
    for (const ActionEntry& entry : table) {
        QAction* action = at(entry.id);
        action->setText(actionText(entry));
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(QStringLiteral("%1  (%2)").arg(action->text(), key));
    }
}

bool Actions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && watched == QApplication::focusWidget() &&
        belongsToControl(QApplication::focusWidget(), *static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ipclab
