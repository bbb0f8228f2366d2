// Whether two pieces of the language say the same, wherever they stand in a text.
#pragma once

#include "engine/call/call.h"

namespace ipclab::test {

bool same(const Expr& a, const Expr& b);
bool same(const Call& a, const Call& b);
bool same(const Action& a, const Action& b);
bool same(const Expectation& a, const Expectation& b);
bool same(const Statement& a, const Statement& b);

} // namespace ipclab::test
