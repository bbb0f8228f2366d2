#include "engine/event/board.h"

#include <new>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace ipclab {

SharedBoard::SharedBoard(Fd fd, Board* board) : fd_(std::move(fd)), board_(board) {
}

SharedBoard::SharedBoard(SharedBoard&& other) noexcept
    : fd_(std::move(other.fd_)), board_(std::exchange(other.board_, nullptr)) {
}

SharedBoard& SharedBoard::operator=(SharedBoard&& other) noexcept {
    std::swap(fd_, other.fd_);
    std::swap(board_, other.board_);
    return *this;
}

SharedBoard::~SharedBoard() {
    if (board_) ::munmap(board_, sizeof(Board));
}

namespace {

Result<Board*> mapBoard(int fd) {
    void* memory = ::mmap(nullptr, sizeof(Board), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (memory == MAP_FAILED) return systemError("mmap of the lab's board");
    return static_cast<Board*>(memory);
}

} // namespace

Result<SharedBoard> SharedBoard::create() {
    Fd fd(::memfd_create("ipclab-board", MFD_CLOEXEC));
    if (!fd) return systemError("memfd_create for the lab's board");
    if (::ftruncate(fd.get(), sizeof(Board)) != 0) return systemError("ftruncate of the board");
    auto board = mapBoard(fd.get());
    if (!board) return std::unexpected(board.error());
    // The file's zeroes are a valid Board but for what is set here.
    Board& fresh = **board;
    fresh.magic = boardMagic;
    for (WorkerSlot& slot : fresh.workers) {
        slot.inCall.store(notInCall);
        slot.waitStatus.store(notWaited);
    }
    return SharedBoard(std::move(fd), &fresh);
}

Result<SharedBoard> SharedBoard::attach(Fd fd) {
    auto board = mapBoard(fd.get());
    if (!board) return std::unexpected(board.error());
    SharedBoard shared(std::move(fd), *board);
    if (shared->magic != boardMagic) return failure("the board belongs to another version");
    return shared;
}

} // namespace ipclab
