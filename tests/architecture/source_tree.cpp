#include "tests/architecture/source_tree.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>

namespace ipclab {

namespace {

/// The table of rooms: what each includes directly. Includes go down only.
const QMap<QString, QStringList>& rooms() {
    static const QMap<QString, QStringList> table = {
        {"engine/base", {}},
        {"engine/kernel", {"engine/base"}},
        {"engine/call", {"engine/base"}},
        {"engine/event", {"engine/base", "engine/call"}},
        {"engine/world", {"engine/call", "engine/event"}},
        {"engine/journal", {"engine/event", "engine/world"}},
        {"engine/launch", {"engine/base", "engine/call", "engine/event"}},
        {"engine/observe", {"engine/base", "engine/kernel", "engine/event"}},
        {"engine/lab", {"engine/journal", "engine/launch", "engine/observe"}},
        {"engine/lesson", {"engine/call", "engine/world", "engine/lab"}},
        {"engine/cli", {"engine/lab", "engine/lesson"}},
        {"workers/worker", {"engine/base", "engine/kernel", "engine/call", "engine/event"}},
        {"workers/supervisor",
         {"engine/base", "engine/kernel", "engine/call", "engine/event", "engine/observe"}},
        {"gui/theme", {}},
        {"gui/words", {}},
        {"gui/explain", {"engine/world", "engine/call", "gui/words"}},
        {"gui/bridge", {"engine/lab", "engine/lesson"}},
        {"gui/stage", {"gui/bridge", "gui/theme", "gui/explain"}},
        {"gui/controls", {"gui/bridge", "gui/theme", "gui/explain"}},
        {"gui/timeline", {"gui/bridge", "gui/theme", "gui/explain"}},
        {"gui/panels", {"gui/bridge", "gui/theme", "gui/explain"}},
        {"gui/app",
         {"gui/stage", "gui/controls", "gui/timeline", "gui/panels", "gui/explain", "gui/theme"}},
    };
    return table;
}

void collect(const QString& room, QStringList& reached) {
    if (reached.contains(room)) return;
    reached.append(room);
    for (const QString& next : rooms().value(room))
        collect(next, reached);
}

} // namespace

std::vector<SourceFile> sourceFiles() {
    std::vector<SourceFile> files;
    const QString top = QStringLiteral(IPCLAB_SOURCE_FOLDER "/");
    for (const char* folder : {"engine", "gui", "workers", "tests"}) {
        QDirIterator each(top + folder, {"*.h", "*.cpp"}, QDir::Files,
                          QDirIterator::Subdirectories);
        while (each.hasNext()) {
            QFile file(each.next());
            if (!file.open(QIODevice::ReadOnly)) continue;
            SourceFile source;
            source.path = file.fileName().mid(top.size());
            source.room = source.path.section('/', 0, -2);
            source.lines = QString::fromUtf8(file.readAll()).split('\n');
            files.push_back(std::move(source));
        }
    }
    return files;
}

QStringList includedPaths(const SourceFile& file) {
    static const QRegularExpression include(R"(^\s*#\s*include\s*["<]([^">]+)[">])");
    QStringList paths;
    for (const QString& line : file.lines) {
        const auto match = include.match(line);
        if (match.hasMatch()) paths.append(match.captured(1));
    }
    return paths;
}

QString codeOf(const QString& line) {
    static const QRegularExpression literal(R"("(\\.|[^"\\])*")");
    QString code = line;
    code.replace(literal, "\"\"");
    const auto comment = code.indexOf("//");
    return comment < 0 ? code : code.left(comment);
}

QStringList mayInclude(const QString& room) {
    if (!rooms().contains(room)) return {};
    QStringList reached;
    collect(room, reached);
    // Only the bridge sees the lab and the lessons; what lies on it shares its plain data.
    if (room.startsWith("gui/") && room != "gui/bridge") {
        const QStringList hidden = {"engine/lab", "engine/launch", "engine/observe",
                                    "engine/kernel"};
        for (const QString& one : hidden)
            reached.removeAll(one);
    }
    return reached;
}

} // namespace ipclab
