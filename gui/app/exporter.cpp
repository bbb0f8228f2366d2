#include "gui/app/exporter.h"

#include "gui/panels/history.h"
#include "gui/words/words.h"

#include <QDir>
#include <QFileDialog>
#include <QSaveFile>

#include <algorithm>
#include <vector>

namespace ipclab {
namespace {

[[nodiscard]] Result<void> write(const QString& path, const std::string& text) {
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) &&
                         file.write(text.data(), static_cast<qint64>(text.size())) ==
                             static_cast<qint64>(text.size()) &&
                         file.commit();
    if (!written) return failure(path.toStdString() + ": " + file.errorString().toStdString());
    return {};
}

/// a.c of A; where there is a process a as well, A.c and a.c.
[[nodiscard]] QString fileName(const QString& letter, const QStringList& all) {
    const auto count = std::ranges::count_if(all, [&letter](const QString& other) {
        return other.compare(letter, Qt::CaseInsensitive) == 0;
    });
    return (count > 1 ? letter : letter.toLower()) + QStringLiteral(".c");
}

} // namespace

Exporter::Exporter(const LabBridge& bridge, QWidget* window)
    : QObject(window), bridge_(bridge), window_(window) {
}

void Exporter::tell(const Result<void>& result, const QString& file) {
    if (result)
        emit done(tr("Saved %1").arg(QDir::toNativeSeparators(file)));
    else
        emit failed(engineWords(result.error().message()));
}

void Exporter::askScript() {
    const QString file =
        QFileDialog::getSaveFileName(window_, tr("Save the session as a script"),
                                     QStringLiteral("session.ipc"), tr("Scripts (*.ipc)"));
    if (!file.isEmpty()) tell(saveScript(file), file);
}

void Exporter::askSource() {
    const QString folder =
        QFileDialog::getExistingDirectory(window_, tr("Save as C programs: choose a folder"));
    if (folder.isEmpty()) return;
    const Result<QStringList> saved = saveSource(folder);
    if (saved)
        emit done(tr("Saved %1").arg(saved->join(QStringLiteral(", "))));
    else
        emit failed(engineWords(saved.error().message()));
}

void Exporter::askPicture() {
    // The picture is taken before the dialog stands in front of it.
    const QPixmap picture = window_->grab();
    const QString file = QFileDialog::getSaveFileName(
        window_, tr("Save a picture"), QStringLiteral("ipclab.png"), tr("Pictures (*.png)"));
    if (file.isEmpty()) return;
    tell(picture.save(file) ? Result<void>{} : failure(file.toStdString() + ": cannot be written"),
         file);
}

void Exporter::askRecording() {
    const QString file =
        QFileDialog::getSaveFileName(window_, tr("Save the recording"),
                                     QStringLiteral("session.ipcrec"), tr("Recordings (*.ipcrec)"));
    if (!file.isEmpty()) tell(bridge_.saveRecording(file.toStdString()), file);
}

Result<void> Exporter::saveScript(const QString& file) const {
    return write(file, bridge_.script());
}

Result<QStringList> Exporter::saveSource(const QString& folder) const {
    QStringList names;
    const EventReader read = bridge_.reader();
    const std::uint64_t count = bridge_.eventCount();
    Histories histories;
    while (histories.taken() < count) {
        constexpr std::size_t chunk = 4096;
        const std::vector<Event> events = read(histories.taken(), chunk);
        if (events.empty()) break;
        histories.take(histories.taken(), events);
    }
    std::vector<ProcessHistory> programs;
    QStringList letters;
    for (const ProcessId process : histories.eldest()) {
        programs.push_back(histories.at(process, count));
        if (programs.back().done.empty())
            programs.pop_back();
        else
            letters << QString::fromStdString(programs.back().letter);
    }
    for (const ProcessHistory& program : programs) {
        const QString name = fileName(QString::fromStdString(program.letter), letters);
        const Result<void> written = write(QDir(folder).filePath(name), renderC(program));
        if (!written) return std::unexpected(written.error());
        names << name;
    }
    return names;
}

Result<void> Exporter::savePicture(const QString& file) const {
    if (!window_->grab().save(file)) return failure(file.toStdString() + ": cannot be written");
    return {};
}

} // namespace ipclab
