// Whatever bytes a text has: a foreign program gets exactly those that the lab sent, the lab gets
// exactly those that a foreign program sent, and they are printed so that no terminal is harmed.
#include "engine/call/characters.h"
#include "engine/cli/event_text.h"
#include "tests/live/live_lab.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <fmt/format.h>
#include <numeric>

using namespace ipclab;

namespace {

std::string everyByte() {
    std::string bytes(256, '\0');
    std::iota(bytes.begin(), bytes.end(), '\0');
    return bytes;
}

std::string longText() {
    std::string text(8192, 'x');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[i] = static_cast<char>(i * 7 + i / 256);
    return text;
}

/// Valid UTF-8 without anything that a terminal obeys or that turns the text around.
bool isHarmless(std::string_view text) {
    while (!text.empty()) {
        const Character character = firstCharacter(text);
        if (!character.valid || isHidden(character.code)) return false;
        text.remove_prefix(character.length);
    }
    return true;
}

/// A text of the JSON, read back as the C literal that it is.
std::string bytesOf(const QJsonValue& value) {
    const auto statement = parseStatement("A: x = \"" + value.toString().toStdString() + '"');
    return statement ? statement->actions.front().value->text : "not a literal";
}

struct Printed {
    int exitCode = -1;
    QByteArray out;
};

Printed runCli(const QStringList& arguments, const std::string& script) {
    QProcess cli;
    cli.start(IPCLAB_PROGRAMS "/ipclab-cli", arguments);
    cli.write(script.data(), static_cast<qint64>(script.size()));
    cli.closeWriteChannel();
    cli.waitForFinished();
    return {cli.exitCode(), cli.readAllStandardOutput()};
}

} // namespace

class TextsTest : public QObject {
    Q_OBJECT
private slots:
    void arriveExactly_data() { rows(); }
    void arriveExactly();
    void arePrintedSafely_data() { rows(); }
    void arePrintedSafely();

private:
    static void rows() {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char* name, const std::string& text) {
            QTest::newRow(name) << QByteArray(text.data(), static_cast<qsizetype>(text.size()));
        };
        row("none", "");
        row("one NUL", std::string(1, '\0'));
        row("NUL, then digits", std::string("a\0"
                                            "7b\0",
                                            5));
        row("invalid UTF-8", "\xff\xfe\xc0\xaf\xed\xa0\x80 caf\xe9 \xe2\x82");
        row("right to left", "user\xe2\x80\xae"
                             "gnp.exe\xe2\x80\xac");
        row("what terminals obey", "\x1b]0;title\x07\x1b[2J\r\n\t\x08\xc2\x9b"
                                   "31m");
        row("Korean", "\xed\x95\x9c\xea\xb8\x80");
        row("quotes and backslashes", "\"\\\" ?\?/ %s */ \\0");
        row("every byte", everyByte());
        row("8192 bytes", longText());
    }
};

void TextsTest::arriveExactly() {
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    LiveLab lab;
    lab.run("A: q = msgget(IPC_PRIVATE, 0666)");
    const int id = lab.number("A", "q");

    lab.run(fmt::format("A: msgsnd(q, {{1, {}}}, {}, 0)", ipclab::quoted(text), text.size()));
    const auto world = lab->world();
    QCOMPARE(world->queue(id)->messages.size(), 1U);
    QVERIFY(world->queue(id)->messages.front().text == text);
    QCOMPARE(world->outsideChanges, 0U);
    QVERIFY(rawReceive(id, 0) == text);

    lab.awaitOutside(event::OutsideChange::Kind::Taken);
    QVERIFY(rawSend(id, 9, text));
    lab.awaitOutside(event::OutsideChange::Kind::Sent);
    QVERIFY(lab->world()->queue(id)->messages.front().text == text);
    lab.run("A: msgrcv(q, &rbuf, 8192, 0, 0)");
    QVERIFY(lab.process("A").last->data == text);
    QVERIFY(std::get<MessageBuffer>(lab.process("A").variables.at("rbuf")).mtext == text);

    EventText lines;
    for (const Event& event : lab->events(0, lab->eventCount()))
        if (const auto line = lines.line(event)) QVERIFY2(isHarmless(*line), line->c_str());
}

void TextsTest::arePrintedSafely() {
    QFETCH(QByteArray, bytes);
    const std::string text = bytes.toStdString();
    constexpr std::size_t longestLabel = 40;
    const bool fits = !text.empty() && text.size() <= longestLabel;
    const std::string script =
        fmt::format("process A as alice {0}\n"
                    "A: q = msgget(IPC_PRIVATE, 0600)\n"
                    "A: msgsnd(q, {{1, {1}}}, {2}, 0) = 0\n"
                    "A: msgrcv(q, &rbuf, 8192, 0, 0) = {2} {{1, {1}}}\n",
                    ipclab::quoted(fits ? text : "a label"), ipclab::quoted(text), text.size());

    const Printed plain = runCli({"run", "-"}, script);
    QCOMPARE(plain.exitCode, 0);
    const QList<QByteArray> lines = plain.out.trimmed().split('\n');
    QVERIFY2(lines.size() >= 4, plain.out.constData());
    for (const QByteArray& line : lines)
        QVERIFY2(isHarmless(line.toStdString()), line.constData());

    const Printed json = runCli({"run", "--json", "-"}, script);
    QCOMPARE(json.exitCode, 0);
    int received = 0;
    for (const QByteArray& line : json.out.trimmed().split('\n')) {
        QVERIFY2(isHarmless(line.toStdString()), line.constData());
        QJsonParseError problem;
        const QJsonObject event = QJsonDocument::fromJson(line, &problem).object();
        QVERIFY2(problem.error == QJsonParseError::NoError, line.constData());
        if (event["kind"] != "returned" || !event.contains("mtext")) continue;
        ++received;
        QVERIFY(bytesOf(event["mtext"]) == text);
    }
    QCOMPARE(received, 1);
}

QTEST_GUILESS_MAIN(TextsTest)
#include "texts_test.moc"
