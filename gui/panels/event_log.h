#pragma once

#include "gui/panels/log_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace ipclab {

/// The event log tab: every call with its result, filtered; a click goes to the row's moment.
class EventLog : public QWidget {
    Q_OBJECT
public:
    explicit EventLog(const Theme& theme, QWidget* parent = nullptr);

    void setReader(EventReader reader) { model_->setReader(std::move(reader)); }
    void setFrame(const Frame& frame);

    [[nodiscard]] LogModel* model() const { return model_; }
    [[nodiscard]] QTableView* table() const { return table_; }
    /// The selected rows as lines of text.
    [[nodiscard]] QString selectedText() const;

public slots:
    void copy() const;
    void focusFilter();

signals:
    /// Show the moment after so many events.
    void positionRequested(quint64 position);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeFilters();
    void divide();
    void makeTable();
    void applyTheme();
    void applyFilter();
    void listProcesses(const World& world);
    void showState();

    const Theme& theme_;
    LogModel* model_;
    QTableView* table_;
    QLineEdit* text_ = nullptr;
    QComboBox* process_ = nullptr;
    QComboBox* only_ = nullptr;
    QPushButton* earlier_ = nullptr;
    QLabel* empty_;
    std::size_t listed_ = 0; ///< processes that the box offers
    bool atEnd_ = true;      ///< the newest row stays in view
};

} // namespace ipclab
