#include "engine/call/process_name.h"

namespace ipclab {

namespace {

/// Q[0] and ds.msg_qnum are places in a variable, and no line could begin with them.
bool isName(std::string_view target) {
    return !target.empty() && target[0] >= 'A' && target[0] <= 'Z' &&
           target.find_first_of(".[") == std::string_view::npos;
}

} // namespace

std::string freeProcessName(const IsTaken& isTaken) {
    constexpr int letters = 26;
    for (int i = 0;; ++i) {
        std::string name(1, static_cast<char>('A' + i % letters));
        if (i >= letters) name.insert(0, 1, static_cast<char>('A' + i / letters - 1));
        if (!isTaken(name)) return name;
    }
}

std::string childName(std::string_view target, const IsTaken& isTaken) {
    return isName(target) && !isTaken(target) ? std::string(target) : freeProcessName(isTaken);
}

} // namespace ipclab
