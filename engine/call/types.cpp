#include "engine/call/types.h"

#include <algorithm>
#include <csignal>
#include <linux/msg.h>
#include <sys/types.h>

namespace ipclab {

namespace {

template <class T> constexpr NamedType integer(std::string_view name) {
    return {name, sizeof(T), static_cast<T>(-1) < static_cast<T>(0)};
}

/// `struct msgbuf` as <sys/msg.h> gives it: a long and one byte, rounded up.
struct MsgbufTemplate {
    long mtype;
    char mtext[1];
};

} // namespace

const std::vector<NamedType>& namedTypes() {
    static const std::vector<NamedType> types{
        {"void", 0, false},
        integer<char>("char"),
        integer<signed char>("signed char"),
        integer<unsigned char>("unsigned char"),
        integer<short>("short"),
        integer<short>("short int"),
        integer<unsigned short>("unsigned short"),
        integer<unsigned short>("unsigned short int"),
        integer<int>("int"),
        integer<int>("signed"),
        integer<int>("signed int"),
        integer<unsigned>("unsigned"),
        integer<unsigned>("unsigned int"),
        integer<long>("long"),
        integer<long>("long int"),
        integer<unsigned long>("unsigned long"),
        integer<unsigned long>("unsigned long int"),
        integer<long long>("long long"),
        integer<long long>("long long int"),
        integer<unsigned long long>("unsigned long long"),
        integer<size_t>("size_t"),
        integer<ssize_t>("ssize_t"),
        integer<key_t>("key_t"),
        integer<pid_t>("pid_t"),
        integer<uid_t>("uid_t"),
        integer<gid_t>("gid_t"),
        integer<mode_t>("mode_t"),
        integer<time_t>("time_t"),
        integer<unsigned long>("msgqnum_t"),
        integer<unsigned long>("msglen_t"),
        {"struct msgbuf", sizeof(MsgbufTemplate), false},
        // The C library's msqid_ds is the kernel's msqid64_ds.
        {"struct msqid_ds", sizeof(struct msqid64_ds), false},
        {"struct sigaction", sizeof(struct sigaction), false},
    };
    return types;
}

std::optional<NamedType> typeNamed(std::string_view name) {
    const auto found = std::ranges::find(namedTypes(), name, &NamedType::name);
    return found == namedTypes().end() ? std::nullopt : std::optional(*found);
}

bool isTypeWord(std::string_view word) {
    if (word == "const" || word == "struct") return true;
    return std::ranges::any_of(namedTypes(), [word](const NamedType& type) {
        if (type.name.starts_with("struct ")) return false;
        // "unsigned short int": each of its words is a type word.
        for (std::string_view rest = type.name; !rest.empty();) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            if (rest.substr(0, end) == word) return true;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return false;
    });
}

} // namespace ipclab
