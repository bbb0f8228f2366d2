#include "workers/supervisor/scratch.h"

#include "engine/base/pidfd.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <functional>
#include <memory>
#include <poll.h>
#include <string_view>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>

namespace ipclab {

namespace {

constexpr std::string_view prefix = "ipclab-scratch-";
constexpr mode_t fresh = 0700;    ///< as mkdtemp(3) makes it
constexpr mode_t passable = 0711; ///< also the sign that its maker has locked it
constexpr mode_t everybodys = 0777;
constexpr std::size_t nameBytes = 16;

/// A name for a folder, from the kernel's random numbers: 32 hexadecimal digits.
Result<std::string> unguessable() {
    std::array<unsigned char, nameBytes> bytes{};
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return systemError("getrandom");
    std::string name;
    for (const unsigned char byte : bytes)
        name += fmt::format("{:02x}", byte);
    return name;
}

bool looksUnguessable(std::string_view name) {
    return name.size() == 2 * nameBytes &&
           name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Fd openFolder(int in, const char* name) {
    return Fd(::openat(in, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

/// Calls `use` with each entry's name, and the folder that it is in. Takes no descriptor more.
void forEach(Fd folder, const std::function<void(int, const char*)>& use) {
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(folder.get()), ::closedir);
    if (!entries) return;
    (void)folder.release();
    while (const dirent* entry = ::readdir(entries.get())) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") use(::dirfd(entries.get()), entry->d_name);
    }
}

/// The lab's calls make files, links and FIFOs, but no folders. `inner` is the folder, where it is
/// open already.
void removeInner(int outer, const char* name, Fd inner) {
    if (!looksUnguessable(name)) return;
    // Where alice is who runs the lab, she may have forbidden herself to enter it.
    (void)::fchmodat(outer, name, everybodys, 0);
    if (!inner) inner = openFolder(outer, name);
    forEach(std::move(inner), [](int in, const char* file) { (void)::unlinkat(in, file, 0); });
    (void)::unlinkat(outer, name, AT_REMOVEDIR);
}

void removeOuter(const std::string& path, Fd folder) {
    forEach(std::move(folder), [](int in, const char* name) { removeInner(in, name, {}); });
    (void)::rmdir(path.c_str());
}

/// The number behind the prefix, 0 for none.
pid_t makerOf(std::string_view name) {
    name.remove_prefix(prefix.size());
    pid_t maker = 0;
    (void)std::from_chars(name.data(), name.data() + name.size(), maker);
    return maker;
}

/// A maker that was killed may still be a zombie; one in another PID namespace looks dead.
bool hasEnded(pid_t process) {
    const Fd death = openProcess(process);
    pollfd ended{death.get(), POLLIN, 0};
    return death ? ::poll(&ended, 1, 0) == 1 : errno == ESRCH;
}

/// Made by this user's supervisor, and its maker is dead. A lock that is free says so, but not
/// before it has been taken: in that moment only the maker's end does.
bool isAbandoned(const Fd& folder, std::string_view name) {
    struct stat is{};
    if (::fstat(folder.get(), &is) != 0 || is.st_uid != ::geteuid()) return false;
    const mode_t mode = is.st_mode & ALLPERMS;
    if (mode != passable && !(mode == fresh && hasEnded(makerOf(name)))) return false;
    return ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0;
}

} // namespace

Result<SharedFolder> SharedFolder::make(const std::string& in) {
    const auto name = unguessable();
    if (!name) return std::unexpected(name.error());
    std::string outer = fmt::format("{}/{}{}-XXXXXX", in, prefix, ::getpid());
    if (!::mkdtemp(outer.data())) return systemError("mkdtemp in " + in);
    SharedFolder folder(outer, openFolder(AT_FDCWD, outer.c_str()));
    if (!folder.lock_ || ::flock(folder.lock_.get(), LOCK_EX | LOCK_NB) != 0)
        return systemError("flock of " + outer);
    folder.inner_ = outer + "/" + *name;
    // By chmod: mkdir's mode is cut by the umask.
    if (::fchmod(folder.lock_.get(), passable) != 0 || ::mkdir(folder.inner_.c_str(), 0700) != 0 ||
        ::chmod(folder.inner_.c_str(), everybodys) != 0)
        return systemError("mkdir " + folder.inner_);
    folder.entered_ = openFolder(folder.lock_.get(), name->c_str());
    return folder;
}

SharedFolder::SharedFolder(SharedFolder&& other) noexcept
    : outer_(std::exchange(other.outer_, {})), inner_(std::move(other.inner_)),
      lock_(std::move(other.lock_)), entered_(std::move(other.entered_)) {
}

SharedFolder::~SharedFolder() {
    if (outer_.empty()) return;
    if (entered_) removeInner(lock_.get(), inner_.c_str() + outer_.size() + 1, std::move(entered_));
    removeOuter(outer_, std::move(lock_));
}

void SharedFolder::removeAbandoned(const std::string& in) {
    Fd place = openFolder(AT_FDCWD, in.c_str());
    if (!place) return;
    forEach(std::move(place), [&](int at, const char* name) {
        if (!std::string_view(name).starts_with(prefix)) return;
        if (Fd folder = openFolder(at, name); folder && isAbandoned(folder, name))
            removeOuter(in + "/" + name, std::move(folder));
    });
}

} // namespace ipclab
