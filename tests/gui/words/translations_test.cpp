// English and Korean are complete, and keep what the code fills into each sentence.
#include "tests/gui/words/ts_file.h"

#include "engine/call/catalogue.h"
#include "gui/words/words.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace ipclab;

namespace {

QString fileOf(const QString& language) {
    return QStringLiteral(IPCLAB_SOURCE_FOLDER "/resources/translations/ipclab_%1.ts")
        .arg(language);
}

/// "%1", "%L2", "<b>": what a translation has to hold as often as its source does.
QStringList partsOf(const QString& text) {
    static const QRegularExpression part(QStringLiteral("%(?:L?\\d|n)|</?[a-z]+>|\\n"));
    QStringList parts;
    for (auto each = part.globalMatch(text); each.hasNext();)
        parts << each.next().captured();
    parts.sort();
    return parts;
}

QSet<QString> keysOf(const std::vector<TsMessage>& messages) {
    QSet<QString> keys;
    for (const TsMessage& message : messages)
        keys.insert(message.key());
    return keys;
}

} // namespace

#define COMPARE_EMPTY(list)                                                                        \
    do {                                                                                           \
        const QStringList listed = (list);                                                         \
        QVERIFY2(listed.isEmpty(), qPrintable("\n" + listed.join('\n')));                          \
    } while (false)

class TranslationsTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsUnfinished_data() { languages(); }
    void nothingIsUnfinished();
    void everyPlaceholderAndTagIsKept_data() { languages(); }
    void everyPlaceholderAndTagIsKept();
    void eachLanguageHasItsPluralForms();
    void theCodeHasNoWordsThatTheFilesLack_data() { languages(); }
    void theCodeHasNoWordsThatTheFilesLack();
    void oneProcessAndTwoProcesses();
    void everyPhraseOfTheCatalogueHasAKoreanOne();

private:
    static void languages();
};

void TranslationsTest::languages() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Korean") << "ko";
}

void TranslationsTest::nothingIsUnfinished() {
    QFETCH(QString, language);
    const auto messages = readTs(fileOf(language));
    QVERIFY(!messages.empty());
    QStringList wrong;
    for (const TsMessage& message : messages)
        if (message.unfinished || message.obsolete || message.forms.contains(QString()))
            wrong << message.key();
    COMPARE_EMPTY(wrong);
}

void TranslationsTest::everyPlaceholderAndTagIsKept() {
    QFETCH(QString, language);
    QStringList wrong;
    for (const TsMessage& message : readTs(fileOf(language)))
        for (const QString& form : message.forms) {
            QStringList wanted = partsOf(message.source), got = partsOf(form);
            // A phrase of the engine may name what is filled in twice, or once for twice.
            if (message.context == "engine") {
                wanted.removeDuplicates();
                got.removeDuplicates();
            }
            if (wanted != got) wrong << message.key() + " → " + form;
        }
    COMPARE_EMPTY(wrong);
}

void TranslationsTest::eachLanguageHasItsPluralForms() {
    int plurals = 0;
    for (const TsMessage& message : readTs(fileOf("en"))) {
        QVERIFY2(message.plural, qPrintable(message.key()));
        QCOMPARE(message.forms.size(), 2);
        QVERIFY2(message.forms[0] != message.forms[1], qPrintable(message.key()));
        QVERIFY2(!message.forms.join(QString()).contains("(s)") &&
                     !message.forms.join(QString()).contains("(es)"),
                 qPrintable(message.key()));
        ++plurals;
    }
    QVERIFY(plurals > 0);
    for (const TsMessage& message : readTs(fileOf("ko")))
        QCOMPARE(message.forms.size(), 1);
}

void TranslationsTest::theCodeHasNoWordsThatTheFilesLack() {
    QFETCH(QString, language);
    if (!QFile::exists(QStringLiteral(IPCLAB_LUPDATE))) QSKIP("lupdate is not installed");
    QTemporaryDir folder;
    const QString copy = folder.filePath("ipclab_" + language + ".ts");
    QStringList arguments{"-I", IPCLAB_SOURCE_FOLDER, "-locations", "none", "-no-obsolete"};
    if (language == "en") arguments << "-pluralonly";
    arguments << IPCLAB_SOURCE_FOLDER "/gui" << "-extensions" << "cpp,h" << "-ts" << copy;
    QVERIFY(QFile::copy(fileOf(language), copy));
    QProcess lupdate;
    lupdate.setProcessChannelMode(QProcess::MergedChannels);
    lupdate.start(QStringLiteral(IPCLAB_LUPDATE), arguments);
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    // A class that lupdate does not know gets a context under which nothing is looked up.
    const QString said = QString::fromUtf8(lupdate.readAll());
    QVERIFY2(!said.contains("lacks Q_OBJECT") && !said.contains("unknown namespace"),
             qPrintable(said));

    const QSet<QString> inCode = keysOf(readTs(copy)), inFile = keysOf(readTs(fileOf(language)));
    COMPARE_EMPTY((inCode - inFile).values());
    COMPARE_EMPTY((inFile - inCode).values());
}

void TranslationsTest::oneProcessAndTwoProcesses() {
    const auto processes = [](int count) {
        return QCoreApplication::translate("ipclab::StatusLine", "%n process(es)", nullptr, count);
    };
    QTranslator english, korean;
    QVERIFY(english.load("ipclab_en", IPCLAB_TRANSLATIONS));
    QVERIFY(korean.load("ipclab_ko", IPCLAB_TRANSLATIONS));
    QCoreApplication::installTranslator(&english);
    QCOMPARE(processes(1), "1 process");
    QCOMPARE(processes(2), "2 processes");
    QCoreApplication::removeTranslator(&english);
    QCoreApplication::installTranslator(&korean);
    QCOMPARE(processes(2), "프로세스 2개");
    QCoreApplication::removeTranslator(&korean);
}

void TranslationsTest::everyPhraseOfTheCatalogueHasAKoreanOne() {
    QTranslator korean;
    QVERIFY(korean.load("ipclab_ko", IPCLAB_TRANSLATIONS));
    QCoreApplication::installTranslator(&korean);
    QStringList missing;
    const auto look = [&](std::string_view phrase) {
        // "NULL" is what is written there in every language.
        if (phrase.empty() || phrase == "NULL") return;
        if (catalogueWords(phrase) == utf8(phrase)) missing << utf8(phrase);
    };
    const auto lookAtAll = [&](std::span<const Constant> constants) {
        for (const Constant& constant : constants)
            look(constant.means);
    };
    for (const CatalogueEntry& entry : catalogue()) {
        look(entry.summary);
        look(entry.mechanism);
        for (const ErrorEntry& error : entry.errors)
            look(error.when);
        for (const Parameter& parameter : entry.parameters) {
            look(parameter.hint);
            lookAtAll(parameter.constants);
        }
    }
    lookAtAll(generalConstants(GeneralConstants::Limits));
    lookAtAll(generalConstants(GeneralConstants::ModeBits));
    QCoreApplication::removeTranslator(&korean);
    COMPARE_EMPTY(missing);
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "translations_test.moc"
