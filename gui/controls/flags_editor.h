#pragma once

#include "gui/controls/argument_editor.h"
#include "gui/controls/permission_grid.h"
#include "gui/controls/segments.h"

#include <QAbstractButton>

namespace ipclab {

/// Constants that are OR-ed: one flag as "0 · wait | IPC_NOWAIT", several as buttons that stay
/// down, and the permission bits where they belong to the parameter.
class FlagsEditor : public ArgumentEditor {
    Q_OBJECT
public:
    FlagsEditor(const Parameter& parameter, QWidget* parent);

    [[nodiscard]] std::optional<Expr> expr() const override;
    void set(const Expr& expr) override;

private:
    void addSwitch();
    void addButtons();

    Segments* single_ = nullptr;
    std::vector<QAbstractButton*> buttons_; ///< in the order of the constants
    PermissionGrid* grid_ = nullptr;
    std::int64_t other_ = 0; ///< bits that have no button
};

/// One of the constants: IPC_STAT | IPC_SET | IPC_RMID.
class CommandEditor : public ArgumentEditor {
    Q_OBJECT
public:
    CommandEditor(const Parameter& parameter, QWidget* parent);

    [[nodiscard]] std::optional<Expr> expr() const override;
    void set(const Expr& expr) override;
    [[nodiscard]] std::string_view command() const;

private:
    Segments* segments_;
};

/// What sigaction installs: a handler that counts, the default, or nothing; with SA_RESTART.
class DispositionEditor : public ArgumentEditor {
    Q_OBJECT
public:
    DispositionEditor(const Parameter& parameter, QWidget* parent);

    [[nodiscard]] std::optional<Expr> expr() const override;
    void set(const Expr& expr) override;

private:
    std::vector<std::string> dispositions_, flags_;
    Segments* segments_ = nullptr;
    std::vector<QAbstractButton*> buttons_;
};

} // namespace ipclab
