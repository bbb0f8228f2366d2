// What tests/lessons/README.md claims: each error of the catalogue is shown by a script, or the
// README says why none can.
#include "engine/base/result.h"
#include "engine/call/catalogue.h"
#include "engine/call/language.h"

#include <QTest>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

using namespace ipclab;

namespace {

using ErrorOfCall = std::pair<CallId, int>;

std::string textOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// What the README's list leaves out.
const std::set<ErrorOfCall> withoutScript{
    {CallId::Msgget, ENOMEM}, {CallId::Msgsnd, ENOMEM}, {CallId::Fcntl, ENOMEM},
    {CallId::Fork, ENOMEM},   {CallId::Pipe, ENFILE},   {CallId::Pipe2, ENFILE},
    {CallId::Open, ENFILE},   {CallId::Shmget, ENFILE}, {CallId::Mkfifo, ENOSPC},
    {CallId::Open, ENOSPC},   {CallId::Write, ENOSPC},  {CallId::Symlink, ENOSPC},
    {CallId::Msgrcv, ENOSYS}, {CallId::Pipe2, ENOPKG},  {CallId::Msgctl, EIDRM},
    {CallId::Shmat, EIDRM},   {CallId::Shmctl, EIDRM},  {CallId::Link, EPERM},
    {CallId::Read, EINVAL},   {CallId::Write, EINVAL},  {CallId::Shmctl, EOVERFLOW}};

/// Every error that a script expects, of the call that gives it.
std::set<ErrorOfCall> errorsOf(const Script& script) {
    std::set<ErrorOfCall> errors;
    std::map<std::string, CallId> slept;
    for (const Statement& statement : script.statements) {
        const bool calls = !statement.actions.empty() && statement.actions.back().call;
        for (const std::string& process : statement.processes) {
            if (calls) slept[process] = statement.actions.back().call->id;
            if (statement.expectation && statement.expectation->error != 0)
                errors.emplace(slept.at(process), statement.expectation->error);
        }
    }
    return errors;
}

std::set<ErrorOfCall> errorsOfAllScripts() {
    std::set<ErrorOfCall> all;
    for (const auto& file : std::filesystem::directory_iterator(IPCLAB_SCRIPTS_FOLDER))
        if (file.path().extension() == ".ipc")
            if (const auto script = parseScript(textOf(file))) all.merge(errorsOf(*script));
    return all;
}

} // namespace

class EveryErrorTest : public QObject {
    Q_OBJECT
private slots:
    void hasAScriptOrAReason_data() {
        QTest::addColumn<int>("call");
        QTest::addColumn<int>("error");
        for (const CatalogueEntry& entry : catalogue())
            for (const ErrorEntry& error : entry.errors)
                QTest::addRow("%s of %s", errnoName(error.number).c_str(),
                              std::string(entry.name).c_str())
                    << static_cast<int>(entry.id) << error.number;
    }
    void hasAScriptOrAReason() {
        static const std::set<ErrorOfCall> shown = errorsOfAllScripts();
        static const std::string readme = textOf(IPCLAB_SCRIPTS_FOLDER "/README.md");
        QFETCH(int, call);
        QFETCH(int, error);
        const ErrorOfCall each{static_cast<CallId>(call), error};
        if (withoutScript.contains(each)) {
            QVERIFY2(!shown.contains(each), "a script shows it after all");
            QVERIFY(readme.contains("`" + errnoName(error) + "`"));
        } else {
            QVERIFY2(shown.contains(each), "no script shows it");
        }
    }
};

QTEST_GUILESS_MAIN(EveryErrorTest)
#include "every_error_test.moc"
