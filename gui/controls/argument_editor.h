#pragma once

#include "engine/call/catalogue.h"
#include "gui/bridge/frame.h"
#include "gui/controls/expression.h"

#include <QObject>
#include <QWidget>

#include <memory>
#include <vector>

namespace ipclab {

/// What an editor may look at to offer choices and to say what an argument would do.
struct FormContext {
    std::shared_ptr<const World> world;
    ProcessId process = 0; ///< who would make the call
    const std::vector<UserChoice>* users = nullptr;
    bool tells = true; ///< what the call would do now; a lesson may be asking just that

    [[nodiscard]] const Process* caller() const {
        return world != nullptr ? world->process(process) : nullptr;
    }
    /// The queue that an id expression names for the caller, or nullptr.
    [[nodiscard]] const Queue* queueOf(const Expr& id) const;
};

/// Asks for one argument of a call. It may take several rows of the form (a message: its type and
/// its text). Made by makeEditor() from the catalogue's parameter.
class ArgumentEditor : public QObject {
    Q_OBJECT
public:
    struct Row {
        QString label;
        QWidget* widget = nullptr;
    };

    explicit ArgumentEditor(const Parameter& parameter, QWidget* parent)
        : QObject(parent), parameter_(parameter), host_(parent) {}

    [[nodiscard]] const Parameter& parameter() const { return parameter_; }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
    /// The argument; nothing while what stands in the form is not one.
    [[nodiscard]] virtual std::optional<Expr> expr() const = 0;
    /// Shows an argument. Does not signal changed().
    virtual void set(const Expr& expr) = 0;
    /// The state has changed: other choices, other hints. Keeps what the user entered.
    virtual void look(const FormContext& /*context*/) {}

signals:
    void changed();

protected:
    [[nodiscard]] QWidget* host() const { return host_; }
    QWidget* addRow(QWidget* widget, const QString& label = {});

private:
    const Parameter& parameter_;
    QWidget* host_;
    std::vector<Row> rows_;
};

/// The editor for a parameter of the catalogue; its widgets are children of `parent`.
[[nodiscard]] ArgumentEditor* makeEditor(const Parameter& parameter, QWidget* parent);

} // namespace ipclab
