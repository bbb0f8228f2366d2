#pragma once

#include "gui/controls/argument_editor.h"

#include <QLineEdit>
#include <QWidget>

#include <map>
#include <vector>

namespace ipclab {

class FormRows;

/// The rows that ask for one call's arguments, made from its entry in the catalogue.
class CallForm : public QWidget {
    Q_OBJECT
public:
    explicit CallForm(QWidget* parent = nullptr);

    /// Shows this call with its first arguments, or with those it was last shown with.
    void setCall(CallId id);
    [[nodiscard]] CallId call() const { return id_; }
    /// Shows this call with these arguments.
    void set(const Action& action);
    void look(const FormContext& context);
    /// The call as it would be made; nothing while a row is not filled in properly.
    [[nodiscard]] std::optional<Action> action() const;
    [[nodiscard]] ArgumentEditor* editor(std::string_view parameter) const;

signals:
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addTarget(const CatalogueEntry& entry);
    void fill(const std::vector<Expr>& args);
    /// What one argument means for the others: size follows message, command opens the struct.
    void relate();
    [[nodiscard]] bool counts(const ArgumentEditor& argument) const;
    void showRows();

    CallId id_ = CallId::Msgget;
    FormRows* rows_ = nullptr;
    QLineEdit* target_ = nullptr;
    std::vector<ArgumentEditor*> editors_;
    std::map<CallId, Action> remembered_;
    FormContext context_;
    bool filling_ = false;
};

} // namespace ipclab
