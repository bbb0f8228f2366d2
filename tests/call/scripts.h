#pragma once

#include <string_view>

namespace ipclab::test {

/// A script that has to work as it stands: every form of the message queue language is in it.
/// (Apart from the tests, since moc misses the test class in a file with raw strings.)
extern const std::string_view manyForms;

} // namespace ipclab::test
