// Random but always equal pieces of the language, for tests that hold for all of it.
#pragma once

#include "engine/call/call.h"

#include <random>

namespace ipclab::test {

/// Makes statements that the parser could have made, from a fixed seed.
class RandomLanguage {
public:
    explicit RandomLanguage(std::uint32_t seed) : engine_(seed) {}

    Statement statement();
    Expr expression(int depth);
    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(engine_); }

private:
    Expr leaf();
    Expr chain(Expr::Kind kind, int depth);
    Expr around(Expr::Kind kind, Expr part);
    Expr braces(int depth);
    Expr cast(int depth);
    Expr member();
    Expr function(int depth);
    Expr index(Expr base, int depth);
    Expr place(int depth);
    Expr plain(Expr value);
    std::string bytes();
    std::string name();
    Call call();
    Action action();
    Action memory();
    Expectation expectation();
    Statement repeat();

    std::mt19937 engine_;
};

} // namespace ipclab::test
