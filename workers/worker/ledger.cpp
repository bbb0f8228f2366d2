#include "workers/worker/ledger.h"

#include "workers/worker/own_descriptors.h"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <string>
#include <sys/ipc.h>
#include <unistd.h>

namespace ipclab {

namespace {

bool stands(LedgerState state) {
    return state == LedgerState::Intended || state == LedgerState::Created ||
           state == LedgerState::Found;
}

std::string readAll(int fd) {
    std::string text;
    char part[16 * 1024];
    for (;;) {
        const ssize_t got = ::pread(fd, part, sizeof(part), static_cast<off_t>(text.size()));
        if (got <= 0) return text;
        text.append(part, static_cast<std::size_t>(got));
    }
}

} // namespace

Ledger::Ledger(Board& board, ProcessId self) : board_(board), self_(self) {
    auto table = amongOwn(Fd(::open("/proc/sysvipc/msg", O_RDONLY | O_CLOEXEC)));
    if (table) table_ = std::move(*table);
}

Ledger::Note Ledger::intend(std::int32_t key, int msgflg) {
    if (key != IPC_PRIVATE && (msgflg & IPC_CREAT) == 0) return {};
    int standing = 0;
    for (const LedgerEntry& entry : board_.ledger)
        standing += stands(entry.state.load());
    if (standing >= maxObjects) return {nullptr, "the lab's limit of 64 objects (maxObjects)"};
    LedgerEntry* entry = claim();
    if (!entry) return {nullptr, "the room in the lab's ledger"};
    entry->key = key;
    entry->flags = msgflg;
    entry->id.store(-1);
    entry->uid = ::geteuid();
    entry->gid = ::getegid();
    entry->pid = ::getpid();
    entry->process = self_;
    entry->requestedSec = ::time(nullptr);
    entry->before = key == IPC_PRIVATE ? -1 : idOfKey(key);
    entry->ctimeSec = 0;
    entry->state.store(LedgerState::Intended);
    return {entry, {}};
}

bool Ledger::settle(const Note& note, int id) {
    if (!note.entry) {
        if (id >= 0) noteFound(id);
        return id >= 0;
    }
    const bool existed = id >= 0 && id == note.entry->before;
    if (id < 0 || (existed && known(id))) {
        note.entry->state.store(LedgerState::Free);
        return existed;
    }
    note.entry->id.store(id);
    note.entry->state.store(existed ? LedgerState::Found : LedgerState::Created);
    return existed;
}

void Ledger::removed(int id) {
    if (LedgerEntry* entry = known(id)) entry->state.store(LedgerState::Removed);
}

LedgerEntry* Ledger::claim() {
    for (LedgerEntry& entry : board_.ledger) {
        LedgerState state = entry.state.load();
        if ((state == LedgerState::Free || state == LedgerState::Removed) &&
            entry.state.compare_exchange_strong(state, LedgerState::Claimed))
            return &entry;
    }
    return nullptr;
}

LedgerEntry* Ledger::known(int id) {
    for (LedgerEntry& entry : board_.ledger) {
        const LedgerState state = entry.state.load();
        if ((state == LedgerState::Created || state == LedgerState::Found) && entry.id.load() == id)
            return &entry;
    }
    return nullptr;
}

void Ledger::noteFound(int id) {
    if (known(id)) return;
    LedgerEntry* entry = claim();
    if (!entry) return; // not looked at then; the calls go on all the same
    entry->id.store(id);
    entry->process = self_;
    entry->ctimeSec = 0;
    entry->state.store(LedgerState::Found);
}

std::int32_t Ledger::idOfKey(std::int32_t key) {
    const std::string text = readAll(table_.get());
    for (std::size_t line = text.find('\n'); line != std::string::npos;
         line = text.find('\n', line + 1)) {
        char* end = nullptr;
        const long lineKey = std::strtol(text.c_str() + line + 1, &end, 10);
        if (end != text.c_str() + line + 1 && static_cast<std::int32_t>(lineKey) == key)
            return static_cast<std::int32_t>(std::strtol(end, nullptr, 10));
    }
    return -1;
}

} // namespace ipclab
