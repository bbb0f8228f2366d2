#pragma once

#include <QGridLayout>

#include <vector>

class QLabel;

namespace ipclab {

/// The rows of a form: every label beside its field, or every label above it where the fields would
/// get too little beside them. Never wider than its widest field alone.
class FormRows : public QGridLayout {
    Q_OBJECT
public:
    explicit FormRows(QWidget* parent = nullptr);

    /// `buddy` takes the keys of the label; it is the field, or stands in it.
    void addRow(const QString& name, QWidget* field, QWidget* buddy);
    void setRowVisible(const QWidget* field, bool visible);
    /// Puts the labels where they belong at this width of the whole, in pixels.
    void reflow(int width);
    [[nodiscard]] QSize minimumSize() const override;

private:
    struct Row {
        QLabel* label = nullptr;
        QWidget* field = nullptr;
    };
    void place();

    std::vector<Row> rows_;
    bool above_ = false;
};

} // namespace ipclab
