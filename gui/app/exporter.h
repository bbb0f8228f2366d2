#pragma once

#include "gui/bridge/lab_bridge.h"

#include <QObject>
#include <QWidget>

namespace ipclab {

/// Writes what leaves the window: a script, C programs, a picture, a recording.
class Exporter : public QObject {
    Q_OBJECT
public:
    Exporter(const LabBridge& bridge, QWidget* window);

    void askScript();
    void askSource();
    void askPicture();
    void askRecording();

    [[nodiscard]] Result<void> saveScript(const QString& file) const;
    /// One program per process into this folder: a.c, b.c, …
    [[nodiscard]] Result<QStringList> saveSource(const QString& folder) const;
    [[nodiscard]] Result<void> savePicture(const QString& file) const;

signals:
    void done(const QString& what);
    void failed(const QString& why);

private:
    void tell(const Result<void>& result, const QString& file);

    const LabBridge& bridge_;
    QWidget* window_;
};

} // namespace ipclab
