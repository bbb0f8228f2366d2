#include "tests/call/same.h"

#include <algorithm>

namespace ipclab::test {

namespace {

template <class T> bool sameAll(const std::vector<T>& a, const std::vector<T>& b) {
    return std::ranges::equal(a, b, [](const T& x, const T& y) { return same(x, y); });
}

template <class T> bool sameOptional(const std::optional<T>& a, const std::optional<T>& b) {
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
}

} // namespace

bool same(const Expr& a, const Expr& b) {
    return a.kind == b.kind && a.number == b.number && a.base == b.base && a.text == b.text &&
           a.names == b.names && sameAll(a.parts, b.parts);
}

bool same(const Call& a, const Call& b) {
    return a.id == b.id && a.operation == b.operation && sameAll(a.args, b.args);
}

bool same(const Action& a, const Action& b) {
    return a.target == b.target && a.type == b.type && a.cast == b.cast &&
           sameOptional(a.call, b.call) && sameOptional(a.value, b.value);
}

bool same(const Expectation& a, const Expectation& b) {
    return a.kind == b.kind && a.compare == b.compare && a.result == b.result &&
           sameOptional(a.value, b.value) && a.text == b.text && a.error == b.error &&
           a.message == b.message && sameOptional(a.fields, b.fields) && a.signal == b.signal;
}

bool same(const Statement& a, const Statement& b) {
    return a.kind == b.kind && a.declaration.letter == b.declaration.letter &&
           a.declaration.label == b.declaration.label && a.declaration.user == b.declaration.user &&
           a.processes == b.processes && sameAll(a.actions, b.actions) &&
           a.repeated == b.repeated && a.times == b.times && a.everyMs == b.everyMs &&
           a.signal == b.signal && sameOptional(a.expectation, b.expectation);
}

} // namespace ipclab::test
