#include "tests/bench/bench_lab.h"

#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace ipclab::bench {

namespace {

[[noreturn]] void end(const std::string& why) {
    fmt::print(stderr, "the lab cannot be measured: {}\n", why);
    std::exit(2);
}

} // namespace

BenchLab::BenchLab() {
    auto lab = Lab::open({});
    if (!lab) end(lab.error().message());
    lab_ = std::move(*lab);
}

void BenchLab::start(const char* letter) {
    if (const auto added = lab_->addProcess(letter, "", "alice"); !added)
        end(added.error().message());
    finish();
}

void BenchLab::give(std::string_view line) {
    const auto statement = parseStatement(line);
    if (!statement) end(statement.error().message);
    if (const auto given = lab_->give(*statement); !given) end(given.error().message());
}

void BenchLab::finish() {
    if (!lab_->waitUntilQuiet(std::chrono::minutes(2))) end("the processes do not come to rest");
}

int unusedKey() {
    return 0x1bc0'0000 | (::getpid() & 0xffff);
}

} // namespace ipclab::bench
