#pragma once

#include "gui/controls/argument_editor.h"
#include "gui/controls/permission_grid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>

#include <string>

namespace ipclab {

/// struct msqid_ds *: NULL for IPC_RMID, &ds for IPC_STAT, and for IPC_SET the four fields that
/// the kernel takes from it: mode, uid, gid and msg_qbytes. Only ticked fields are changed.
class QueueStructEditor : public ArgumentEditor {
    Q_OBJECT
public:
    QueueStructEditor(const Parameter& parameter, QWidget* parent);

    [[nodiscard]] std::optional<Expr> expr() const override;
    void set(const Expr& expr) override;
    void look(const FormContext& context) override;
    /// What the call does decides what the argument is.
    void setCommand(std::string_view command);
    [[nodiscard]] bool setsFields() const { return command_ == "IPC_SET"; }
    /// Fields that nobody has edited show what the kernel has now.
    void lookAt(const Queue* queue);

signals:
    /// The rows below this one are asked for, or not.
    void rowsChanged();

private:
    struct Field {
        QCheckBox* tick = nullptr;
        QWidget* row = nullptr;
    };
    Field addField(const QString& name, QWidget* editor);
    void setField(const std::string& name, const Expr& value);

    std::string command_ = "IPC_STAT";
    std::string variable_ = "ds";
    std::int32_t queue_ = -1; ///< the one looked at last
    bool modeChosen_ = false; ///< the mode is the user's, no longer the queue's
    PermissionGrid* mode_;
    QComboBox *uid_, *gid_;
    QLineEdit* qbytes_;
    Field modeField_, uidField_, gidField_, qbytesField_;
};

} // namespace ipclab
