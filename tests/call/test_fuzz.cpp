#include "engine/call/c_source.h"
#include "engine/call/language.h"
#include "tests/call/scripts.h"

#include <QTest>
#include <random>

using namespace ipclab;
using test::manyForms;

namespace {

/// One to four changes to a text: bytes changed, left out, doubled or moved, or pieces of the
/// language put in anywhere.
class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : engine_(seed) {}

    std::string mutated(std::string text) {
        for (std::size_t changes = 1 + below(4); changes > 0; --changes)
            change(text);
        return text;
    }

private:
    std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_);
    }

    void change(std::string& text) {
        static constexpr std::array<std::string_view, 22> pieces{"{",       "}",
                                                                 "(",       ")",
                                                                 "\"",      "'",
                                                                 "/*",      "\\",
                                                                 "&",       "-",
                                                                 "= ",      "repeat 3 {",
                                                                 "sizeof(", "(char *)",
                                                                 "\n",      "A, B:",
                                                                 "returns", "0x",
                                                                 "{.",      "\xff\xfe",
                                                                 "한",      "lab private\n"};
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = std::min(below(12), text.size() - at);
        switch (below(5)) {
        case 0:
            text.insert(at, pieces[below(pieces.size())]);
            break;
        case 1:
            text.erase(at, length);
            break;
        case 2:
            text.insert(below(text.size() + 1), text.substr(at, length));
            break;
        case 3:
            text.insert(at, 1, static_cast<char>(below(256)));
            break;
        default:
            if (at < text.size()) text[at] = static_cast<char>(below(256));
        }
    }

    std::mt19937 engine_;
};

/// Everything that is done with a text from a stranger.
void use(const std::string& text) {
    const auto script = parseScript(text);
    if (!script) {
        const SyntaxError& error = script.error();
        QVERIFY(!error.message.empty());
        QVERIFY(error.at.line >= 1 && error.at.column >= 1);
        QVERIFY(error.render("fuzz", text).starts_with("fuzz:"));
        return;
    }
    const auto again = parseScript(print(*script));
    QVERIFY2(again.has_value(), print(*script).c_str());
    QCOMPARE(print(*again), print(*script));
    ProcessHistory history{.letter = "A", .label = "", .done = {}};
    for (const Statement& statement : script->statements)
        for (const Action& action : statement.actions) {
            if (action.call) (void)resolve(*action.call, Scope{});
            if (action.value) (void)evaluate(*action.value, Scope{});
            history.done.push_back({action, statement.times});
        }
    QVERIFY(!renderC(history).empty());
}

} // namespace

/// No text, whatever its bytes, brings the parser down or keeps it busy.
class TestFuzz : public QObject {
    Q_OBJECT

private slots:
    void mutatedScripts() {
        Mutator mutator(1969);
        for (int i = 0; i < 20'000; ++i)
            use(mutator.mutated(std::string(manyForms)));
    }

    void mutatedLines() {
        Mutator mutator(1983);
        std::vector<std::string> lines;
        for (std::string_view rest = manyForms; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
            lines.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        std::size_t accepted = 0;
        for (std::size_t i = 0; i < 20'000; ++i) {
            const std::string text = mutator.mutated(lines[i % lines.size()]);
            const auto statement = parseStatement(text);
            if (!statement) continue;
            ++accepted;
            QVERIFY2(parseStatement(print(*statement)).has_value(), print(*statement).c_str());
        }
        // Else the mutations would be too wild to reach anything behind the first check.
        QVERIFY(accepted > 1'000);
    }

    void randomBytes() {
        std::mt19937 engine(42);
        for (int i = 0; i < 5'000; ++i) {
            std::string text = i % 2 == 0 ? "" : "A: ";
            for (int left = 0; left < 60; ++left)
                text += static_cast<char>(engine() % 256);
            use(text);
        }
    }

    void deepNestingIsRefused_data() {
        QTest::addColumn<QString>("piece");
        for (const char* piece : {"(", "{", "-", "~", "&", "(int)", "sizeof ", "sizeof(", "{1,",
                                  "{.mtype = ", "1|(", "msgget("})
            QTest::newRow(piece) << piece;
    }

    void deepNestingIsRefused() {
        QFETCH(QString, piece);
        const std::string bomb = "A: n = " + piece.repeated(300'000 / piece.size()).toStdString();
        QVERIFY(!parseScript(bomb).has_value());
        QVERIFY(!parseStatement(bomb).has_value());
    }

    void longLines_data() {
        QTest::addColumn<QString>("piece");
        for (const char* piece : {"1|", "1+", "x", "\"a\" ", "A,", "A:", "'", "9", "// ", ";", "é",
                                  "{1},", "a.", "* ", "/*"})
            QTest::newRow(piece) << piece;
    }

    void longLines() {
        QFETCH(QString, piece);
        const std::string megabyte = piece.repeated(1'000'000 / piece.size()).toStdString();
        use("A: n = " + megabyte);
        use("A: msgget(" + megabyte + ")");
    }

    void aScriptHasALargestSize() {
        const auto script = parseScript(std::string(5 * 1024 * 1024, '\n'));
        QCOMPARE(script.error().message, "a script has at most 4194304 bytes (maxScriptBytes)");
    }

    void manyLinesAreReadInTime() {
        std::string script = "A: q = msgget(1234, IPC_CREAT|0644)\n";
        for (int i = 0; i < 20'000; ++i)
            script += "A: msgsnd(q, {1, \"hello\"}, 5, IPC_NOWAIT)\n";
        QCOMPARE(parseScript(script)->statements.size(), 20'001U);
    }
};

QTEST_GUILESS_MAIN(TestFuzz)
#include "test_fuzz.moc"
