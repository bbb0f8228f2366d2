#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTranslator>

namespace ipclab {

/// The languages that the window speaks; installs the translator of one.
class Languages : public QObject {
    Q_OBJECT
public:
    explicit Languages(QObject* parent = nullptr);

    [[nodiscard]] static QStringList all(); ///< "en", "ko"
    [[nodiscard]] static QString nameOf(const QString& language);
    /// The given one, or the desktop's when it is empty.
    void use(const QString& language);
    [[nodiscard]] const QString& current() const { return current_; }

private:
    QTranslator words_, qtWords_;
    QString current_;
};

} // namespace ipclab
