#include "gui/app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

namespace ipclab {
namespace {

[[nodiscard]] std::optional<ThemeName> themeNamed(const QString& name) {
    if (name == QLatin1String("light")) return ThemeName::Light;
    if (name == QLatin1String("dark")) return ThemeName::Dark;
    if (name == QLatin1String("contrast")) return ThemeName::HighContrast;
    if (name == QLatin1String("desktop")) return ThemeName::Desktop;
    return std::nullopt;
}

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(QCoreApplication::translate(
        "CommandLine", "A laboratory for inter-process communication: real processes, real "
                       "system calls, and a window that shows what the kernel did."));
    parser.addHelpOption();
    parser.addVersionOption();
    const auto words = [](const char* text) {
        return QCoreApplication::translate("CommandLine", text);
    };
    parser.addOptions({
        {QStringLiteral("screenshot"),
         words(QT_TRANSLATE_NOOP("CommandLine", "Draw one picture into FILE and end.")),
         QStringLiteral("FILE")},
        {QStringLiteral("size"),
         words(QT_TRANSLATE_NOOP("CommandLine", "Size of the window, as 1440x900.")),
         QStringLiteral("WxH")},
        {QStringLiteral("scale"),
         words(QT_TRANSLATE_NOOP("CommandLine", "Size of everything, in percent: 50 to 300.")),
         QStringLiteral("PERCENT")},
        {QStringLiteral("theme"),
         words(QT_TRANSLATE_NOOP("CommandLine", "light, dark, contrast or desktop.")),
         QStringLiteral("THEME")},
        {QStringLiteral("lang"), words(QT_TRANSLATE_NOOP("CommandLine", "en or ko.")),
         QStringLiteral("LANG")},
        {QStringLiteral("private"),
         words(QT_TRANSLATE_NOOP("CommandLine",
                                 "Use an IPC namespace of its own: ipcs does not see the lab."))},
    });
    parser.addPositionalArgument(
        QStringLiteral("LESSON|RECORDING"),
        words(QT_TRANSLATE_NOOP("CommandLine",
                                "A lesson's name, or a lesson, script or recording to open. "
                                "With --screenshot, LESSON:STEP shows it after that step.")),
        QStringLiteral("[LESSON|RECORDING]"));
}

[[nodiscard]] Result<QSize> sizeOf(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{2,5})[x×](\\d{2,5})$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return failure("--size " + text.toStdString() + ": expected WIDTHxHEIGHT, as 1440x900");
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

[[nodiscard]] Result<double> scaleOf(QString text) {
    if (text.endsWith(u'%')) text.chop(1);
    bool number = false;
    const int percent = text.toInt(&number);
    if (!number || percent < 50 || percent > 300)
        return failure("--scale " + text.toStdString() + ": expected a percentage from 50 to 300");
    return percent / 100.0;
}

void readPlace(const QString& place, StartOptions& options) {
    static const QRegularExpression withStep(QStringLiteral("^(.+):(\\d+)$"));
    const auto match = withStep.match(place);
    options.open = match.hasMatch() ? match.captured(1) : place;
    if (match.hasMatch()) options.step = match.captured(2).toInt();
}

[[nodiscard]] Result<StartOptions> valuesOf(const QCommandLineParser& parser) {
    StartOptions options;
    options.picture = parser.value(QStringLiteral("screenshot"));
    options.privateLab = parser.isSet(QStringLiteral("private"));
    options.language = parser.value(QStringLiteral("lang"));
    if (!options.language.isEmpty() && options.language != QLatin1String("en") &&
        options.language != QLatin1String("ko"))
        return failure("--lang " + options.language.toStdString() + ": expected en or ko");
    if (parser.isSet(QStringLiteral("size"))) {
        const Result<QSize> size = sizeOf(parser.value(QStringLiteral("size")));
        if (!size) return std::unexpected(size.error());
        options.size = *size;
    }
    if (parser.isSet(QStringLiteral("scale"))) {
        const Result<double> scale = scaleOf(parser.value(QStringLiteral("scale")));
        if (!scale) return std::unexpected(scale.error());
        options.scale = *scale;
    }
    if (parser.isSet(QStringLiteral("theme"))) {
        options.theme = themeNamed(parser.value(QStringLiteral("theme")));
        if (!options.theme)
            return failure("--theme " + parser.value(QStringLiteral("theme")).toStdString() +
                           ": expected light, dark, contrast or desktop");
    }
    const QStringList places = parser.positionalArguments();
    if (places.size() > 1)
        return failure("one lesson or recording at a time: " + places[1].toStdString());
    if (!places.isEmpty()) readPlace(places[0], options);
    return options;
}

} // namespace

Result<StartOptions> readCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments)) return failure(parser.errorText().toStdString());
    if (parser.isSet(QStringLiteral("help"))) {
        StartOptions options;
        options.message = parser.helpText();
        return options;
    }
    if (parser.isSet(QStringLiteral("version"))) {
        StartOptions options;
        options.message = QStringLiteral("ipclab " IPCLAB_VERSION "\n");
        return options;
    }
    return valuesOf(parser);
}

} // namespace ipclab
