// The course of every long random run: its steps, and now and then a rest in which all must agree.
#pragma once

#include <cstdint>
#include <fmt/format.h>
#include <string>

namespace ipclab {

constexpr std::uint32_t seedsPerManner = 12;

/// What is wrong after one of the run's steps, or at its end; empty when nothing is. `Run` has
/// step(), quiet() and end(), which return such sentences.
template <class Run> std::string wrongIn(Run run) {
    constexpr int steps = 2500, between = 40;
    for (int i = 0; i < steps; ++i) {
        std::string wrong = run.step();
        if (wrong.empty() && i % between == between - 1) wrong = run.quiet();
        if (!wrong.empty()) return fmt::format("step {}: {}", i, wrong);
    }
    return run.end();
}

} // namespace ipclab
