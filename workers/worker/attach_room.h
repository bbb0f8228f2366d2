#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ipclab {

/// Makes the kernel attach segments with a page behind them that nobody may use. Otherwise it puts
/// them right below a library or another segment, and a write past the end would hit that instead
/// of a hole.
class AttachRoom {
public:
    /// Before a shmat that leaves the address to the kernel: the highest place where `bytes` fit
    /// becomes one in front of such a page. Where there is no such place, nothing changes.
    void prepare(std::size_t bytes);
    /// Before a mapping at an address of the user's choice, or a munmap there: pages of this
    /// object's within are let go.
    void release(std::uint64_t address, std::size_t bytes);

private:
    std::vector<std::uint64_t> guards_; ///< pages, PROT_NONE
};

} // namespace ipclab
