#pragma once

#include "gui/explain/explanation.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

#include <functional>

namespace ipclab {

/// One click that helps where something could not be done.
struct Remedy {
    QString label;
    std::function<void()> make;
};

/// What came back, why, and the change that would help as a link that makes it.
class ResultBox : public QFrame {
    Q_OBJECT
public:
    explicit ResultBox(QWidget* parent = nullptr);

    void explain(const Explanation& explanation);
    /// Something that was never given to a process, and why.
    void showRefusal(const QString& why, const Remedy& remedy = {});
    void clear();
    [[nodiscard]] QString headline() const { return headline_->text(); }
    [[nodiscard]] QString sentence() const { return sentence_->text(); }

signals:
    void fixRequested(const ipclab::Statement& statement);

private:
    void setRole(const char* role, const char* headline);

    QLabel *headline_, *sentence_, *manual_;
    QPushButton* fix_;
    std::optional<Statement> statement_;
    std::function<void()> remedy_;
};

} // namespace ipclab
