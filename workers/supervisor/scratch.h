#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"

#include <optional>
#include <string>

namespace ipclab {

/// A folder that every process of the lab may use and nobody else can find: in a folder that others
/// can pass but not read lies one that all may use, whose name cannot be guessed. Its lock is held
/// as long as its maker lives, and goes with it, however that ends.
class SharedFolder {
public:
    [[nodiscard]] static Result<SharedFolder> make(const std::string& in);
    SharedFolder(SharedFolder&& other) noexcept;
    SharedFolder& operator=(SharedFolder&& other) = delete;
    SharedFolder(const SharedFolder&) = delete;
    SharedFolder& operator=(const SharedFolder&) = delete;
    ~SharedFolder(); ///< removes it with all that is in it

    [[nodiscard]] const std::string& path() const { return inner_; }

    /// Removes those in `in` whose makers were killed before they could.
    static void removeAbandoned(const std::string& in);

private:
    SharedFolder(std::string outer, Fd lock) : outer_(std::move(outer)), lock_(std::move(lock)) {}
    std::string outer_, inner_;
    Fd lock_;    ///< the outer folder
    Fd entered_; ///< the inner one: there may be no descriptor left to open it when it goes
};

/// The lab's scratch folder: where the files and FIFOs of its processes live, and their current
/// directory. `ram/` in it leads to a second one on a file system in memory, where there is one.
class Scratch {
public:
    /// Under TMPDIR, /tmp or /var/tmp. Goes there, so that every worker starts in it; to be called
    /// when this process has become who it stays.
    [[nodiscard]] static Result<Scratch> enter();

    /// Removes those of this user's supervisors that were killed before they could.
    static void removeAbandoned();

    [[nodiscard]] const std::string& path() const { return disk_.path(); }
    /// Why there is no ram/; empty where there is.
    [[nodiscard]] const std::string& missing() const { return missing_; }

private:
    explicit Scratch(SharedFolder disk) : disk_(std::move(disk)) {}
    void linkMemory();

    SharedFolder disk_;
    std::optional<SharedFolder> memory_;
    std::string missing_;
};

} // namespace ipclab
