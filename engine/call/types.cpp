#include "engine/call/types.h"

#include <algorithm>
#include <charconv>
#include <csignal>
#include <linux/msg.h>
#include <linux/shm.h>
#include <sys/resource.h>
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
        integer<unsigned long>("shmatt_t"),
        integer<off_t>("off_t"),
        integer<rlim_t>("rlim_t"),
        integer<std::int8_t>("int8_t"),
        integer<std::uint8_t>("uint8_t"),
        integer<std::int16_t>("int16_t"),
        integer<std::uint16_t>("uint16_t"),
        integer<std::int32_t>("int32_t"),
        integer<std::uint32_t>("uint32_t"),
        integer<std::int64_t>("int64_t"),
        integer<std::uint64_t>("uint64_t"),
        integer<std::intptr_t>("intptr_t"),
        integer<std::uintptr_t>("uintptr_t"),
        integer<int>("atomic_int"),
        integer<unsigned>("atomic_uint"),
        integer<long>("atomic_long"),
        {"struct msgbuf", sizeof(MsgbufTemplate), false},
        // The C library's msqid_ds is the kernel's msqid64_ds, its shmid_ds the shmid64_ds.
        {"struct msqid_ds", sizeof(struct msqid64_ds), false},
        {"struct shmid_ds", sizeof(struct shmid64_ds), false},
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

std::uint64_t WrittenType::size() const {
    const std::uint64_t one = isPointer() ? sizeof(void*) : base.size;
    return isArray ? one * items : one;
}

std::uint8_t WrittenType::width() const {
    if (stars > 1) return sizeof(void*);
    return base.size == 0 ? 1 : static_cast<std::uint8_t>(base.size);
}

std::optional<WrittenType> writtenType(std::string_view text) {
    WrittenType type;
    if (text.starts_with("const ")) text.remove_prefix(6);
    if (const std::size_t bracket = text.find('['); bracket != std::string_view::npos) {
        type.isArray = true;
        std::from_chars(text.data() + bracket + 1, text.data() + text.size(), type.items);
        text = text.substr(0, bracket);
    }
    for (; text.ends_with('*') || text.ends_with(' '); text.remove_suffix(1))
        if (text.back() == '*') ++type.stars;
    const auto base = typeNamed(text);
    if (!base) return {};
    type.base = *base;
    return type;
}

std::int64_t narrowed(std::int64_t number, const NamedType& type) {
    if (type.size == 0 || type.size >= sizeof(number)) return number;
    const unsigned unused = 64U - 8U * type.size;
    const auto bits = static_cast<std::uint64_t>(number) << unused;
    if (type.isSigned) return static_cast<std::int64_t>(bits) >> unused;
    return static_cast<std::int64_t>(bits >> unused);
}

std::string_view pointerTo(std::uint8_t width, bool isSigned) {
    switch (width) {
    case 1:
        return isSigned ? "char *" : "unsigned char *";
    case 2:
        return isSigned ? "short *" : "unsigned short *";
    case 4:
        return isSigned ? "int *" : "unsigned int *";
    case 8:
        return isSigned ? "long *" : "unsigned long *";
    case sizeof(shmid64_ds):
        return "struct shmid_ds *";
    case sizeof(msqid64_ds):
        return "struct msqid_ds *";
    case sizeof(struct sigaction):
        return "struct sigaction *";
    default:
        return "struct msgbuf *";
    }
}

} // namespace ipclab
