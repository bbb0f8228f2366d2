#pragma once

#include <string_view>

namespace ipclab {

/// Prints on standard output. The first failure (a full disk, a closed descriptor) is kept, and
/// nothing is printed after it.
void printOut(std::string_view text);
/// Hands on what is still buffered. False when something could not be printed, now or before.
bool flushOutput();
/// The exit status of a program that did its work with `status`: exitNoOutput, and the errno on
/// standard error, when some of its output could not be written.
[[nodiscard]] int endOutput(int status);

} // namespace ipclab
