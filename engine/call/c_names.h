#pragma once

#include <set>
#include <string>
#include <string_view>

namespace ipclab {

/// The names of one C program: none is a keyword, a macro of the headers, a function that the
/// program calls, or given twice.
class CNames {
public:
    /// `preferred`, with underscores behind it while it is taken.
    std::string take(std::string_view preferred);

private:
    std::set<std::string, std::less<>> taken_;
};

} // namespace ipclab
