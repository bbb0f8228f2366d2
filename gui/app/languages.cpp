#include "gui/app/languages.h"

#include "engine/lesson/library.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace ipclab {

Languages::Languages(QObject* parent) : QObject(parent) {
}

QStringList Languages::all() {
    return {QStringLiteral("en"), QStringLiteral("ko")};
}

QString Languages::nameOf(const QString& language) {
    return language == QLatin1String("ko") ? QStringLiteral("한국어") : QStringLiteral("English");
}

void Languages::use(const QString& language) {
    QCoreApplication::removeTranslator(&words_);
    QCoreApplication::removeTranslator(&qtWords_);
    const bool korean = language.isEmpty() ? QLocale::system().language() == QLocale::Korean
                                           : language == QLatin1String("ko");
    current_ = korean ? QStringLiteral("ko") : QStringLiteral("en");
    const QString folder = QString::fromStdString((dataFolder() / "translations").string());
    // English has a translation too: the plurals ("1 process", "2 processes").
    if (words_.load(QStringLiteral("ipclab_") + current_, folder))
        QCoreApplication::installTranslator(&words_);
    if (qtWords_.load(QStringLiteral("qtbase_") + current_,
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qtWords_);
}

} // namespace ipclab
