#include "gui/app/scenes.h"

#include "engine/lesson/library.h"
#include "gui/words/words.h"

#include <QFileInfo>

namespace ipclab {
namespace {

constexpr int keysTried = 20;

} // namespace

Scenes::Scenes(LabBridge& bridge, LessonRun& run, QObject* parent)
    : QObject(parent), bridge_(bridge), run_(run) {
    connect(&run_, &LessonRun::stepOver, this, &Scenes::stepOver);
}

QString Scenes::title() const {
    if (bridge_.isRecording()) return tr("Recording · %1").arg(QFileInfo(current_).fileName());
    const QString name = mechanismName(mechanism_);
    if (free_ || run_.lesson() == nullptr) return tr("%1 · free play").arg(name);
    return QStringLiteral("%1 · %2").arg(name, QString::fromStdString(run_.lesson()->title));
}

QString Scenes::shortTitle() const {
    if (bridge_.isRecording()) return QFileInfo(current_).fileName();
    if (free_ || run_.lesson() == nullptr) return mechanismName(mechanism_);
    return QString::fromStdString(run_.lesson()->title);
}

bool Scenes::openLab(const Lesson& lesson) {
    run_.clear();
    LabOptions options;
    options.privateNamespace = lesson.privateNamespace || private_;
    options.sysctls = lesson.sysctls;
    options.programs = programs_.toStdString();
    const Result<void> opened = bridge_.open(options);
    if (!opened) emit labFailed(opened.error());
    return opened.has_value();
}

void Scenes::startFreePlay(Mechanism mechanism) {
    free_ = true;
    mechanism_ = mechanism;
    current_.clear();
    if (!openLab(Lesson{})) return;
    key_ = openingKey;
    opening_ = true;
    emit changed();
    playOpening();
}

void Scenes::playOpening() {
    const std::string script = openingScript(mechanism_, key_, bridge_.users());
    Parsed<Lesson> lesson = parseScriptAsLesson(script, "");
    if (!lesson) {
        emit trouble(engineWords(lesson.error().render("opening.ipc", script)));
        return;
    }
    run_.load(std::move(*lesson), {});
    run_.setPause(0);
    run_.play();
}

void Scenes::stepOver() {
    const std::optional<FailedLine> failed = run_.failure();
    if (!opening_) {
        if (!failed) return;
        const QString what = engineWords(failed->message(run_.name().toStdString()));
        emit trouble(what);
        const bool taken = failed->refusal.find("another program") != std::string::npos;
        if (taken && !bridge_.options().privateNamespace) emit keyTaken(what);
        return;
    }
    if (!failed) {
        if (!run_.over()) return;
        opening_ = false;
        run_.clear();
        if (key_ != openingKey)
            emit trouble(tr("Key %1 belongs to another program, so free play uses key %2.")
                             .arg(openingKey)
                             .arg(key_));
        emit opened();
        return;
    }
    // Another program's object stands under this key, or came to stand there a moment ago (then the
    // kernel says EEXIST); it must not be touched.
    const bool taken =
        !failed->refusal.empty() || (!failed->notStarted && failed->source.contains("IPC_EXCL"));
    if (taken && key_ < openingKey + keysTried) {
        ++key_;
        playOpening();
        return;
    }
    opening_ = false;
    run_.clear();
    emit trouble(engineWords(failed->message("opening.ipc")));
    emit opened();
}

bool Scenes::openRecording(const QString& path) {
    const Result<void> opened = bridge_.openRecording(path.toStdString());
    if (!opened) {
        emit unopened(engineWords(opened.error().message()));
        return false;
    }
    run_.clear();
    free_ = opening_ = false;
    current_ = path;
    emit changed();
    return true;
}

bool Scenes::open(const QString& nameOrPath) {
    if (nameOrPath.endsWith(QStringLiteral(".ipcrec"))) return openRecording(nameOrPath);
    const auto file = findLesson(nameOrPath.toStdString(), language_.toStdString());
    Result<Lesson> lesson = file ? loadLesson(*file) : std::unexpected(file.error());
    if (!lesson) {
        emit unopened(engineWords(lesson.error().message()));
        return false;
    }
    opening_ = false;
    if (!openLab(*lesson)) return false;
    free_ = false;
    mechanism_ = mechanismNamed(mechanismOf(*lesson));
    current_ = nameOrPath;
    run_.setPause(900);
    run_.load(std::move(*lesson), nameOrPath);
    emit changed();
    return true;
}

void Scenes::startOverInPrivate() {
    private_ = true;
    startOver();
}

void Scenes::startOver() {
    if (free_ || bridge_.isRecording())
        startFreePlay(mechanism_);
    else
        open(current_);
}

} // namespace ipclab
