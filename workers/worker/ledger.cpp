#include "workers/worker/ledger.h"

#include "workers/worker/own_descriptors.h"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <string>
#include <sys/ipc.h>
#include <unistd.h>
#include <vector>

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

/// What every table of /proc/sysvipc says first of an object.
struct Listed {
    std::int32_t key = 0, id = -1;
};

std::vector<Listed> listedIn(int table) {
    const std::string text = readAll(table);
    std::vector<Listed> all;
    for (std::size_t line = text.find('\n'); line != std::string::npos;
         line = text.find('\n', line + 1)) {
        char* end = nullptr;
        const long key = std::strtol(text.c_str() + line + 1, &end, 10);
        if (end == text.c_str() + line + 1) continue;
        all.push_back({static_cast<std::int32_t>(key),
                       static_cast<std::int32_t>(std::strtol(end, nullptr, 10))});
    }
    return all;
}

} // namespace

Ledger::Ledger(Board& board, ProcessId self) : board_(board), self_(self) {
    constexpr std::array<const char*, ledgerKinds> paths{"/proc/sysvipc/msg", "/proc/sysvipc/shm"};
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto table = amongOwn(Fd(::open(paths[i], O_RDONLY | O_CLOEXEC)));
        if (table) tables_[i] = std::move(*table);
    }
}

Ledger::Note Ledger::intend(LedgerKind kind, std::int32_t key, int flags) {
    if (key != IPC_PRIVATE && (flags & IPC_CREAT) == 0) return {};
    int standing = 0;
    for (const LedgerEntry& entry : board_.ledger)
        standing += stands(entry.state.load());
    if (standing >= maxObjects) return {nullptr, "the lab's limit of 64 objects (maxObjects)"};
    LedgerEntry* entry = claim();
    if (!entry) return {nullptr, "the room in the lab's ledger"};
    entry->kind = kind;
    entry->key = key;
    entry->flags = flags;
    entry->id.store(-1);
    entry->uid = ::geteuid();
    entry->gid = ::getegid();
    entry->pid = ::getpid();
    entry->process = self_;
    entry->requestedSec = ::time(nullptr);
    entry->before = key == IPC_PRIVATE ? -1 : idOfKey(kind, key);
    entry->ctimeSec = 0;
    entry->state.store(LedgerState::Intended);
    return {entry, {}};
}

bool Ledger::settle(const Note& note, LedgerKind kind, int id) {
    if (!note.entry) {
        if (id >= 0) noteFound(kind, id);
        return id >= 0;
    }
    const bool existed = id >= 0 && id == note.entry->before;
    if (id < 0 || (existed && known(kind, id))) {
        note.entry->state.store(LedgerState::Free);
        return existed;
    }
    note.entry->id.store(id);
    note.entry->state.store(existed ? LedgerState::Found : LedgerState::Created);
    return existed;
}

void Ledger::removed(LedgerKind kind, int id) {
    if (LedgerEntry* entry = known(kind, id)) entry->state.store(LedgerState::Removed);
}

void Ledger::marked(LedgerKind kind, int id) {
    if (!stillStands(kind, id)) removed(kind, id);
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

LedgerEntry* Ledger::known(LedgerKind kind, int id) {
    for (LedgerEntry& entry : board_.ledger) {
        const LedgerState state = entry.state.load();
        if ((state == LedgerState::Created || state == LedgerState::Found) && entry.kind == kind &&
            entry.id.load() == id)
            return &entry;
    }
    return nullptr;
}

void Ledger::noteFound(LedgerKind kind, int id) {
    if (known(kind, id)) return;
    LedgerEntry* entry = claim();
    if (!entry) return; // not looked at then; the calls go on all the same
    entry->kind = kind;
    entry->id.store(id);
    entry->process = self_;
    entry->ctimeSec = 0;
    entry->state.store(LedgerState::Found);
}

std::int32_t Ledger::idOfKey(LedgerKind kind, std::int32_t key) {
    for (const Listed& each : listedIn(tables_[static_cast<std::size_t>(kind)].get()))
        if (each.key == key) return each.id;
    return -1;
}

bool Ledger::stillStands(LedgerKind kind, int id) {
    const auto listed = listedIn(tables_[static_cast<std::size_t>(kind)].get());
    return std::ranges::find(listed, id, &Listed::id) != listed.end();
}

} // namespace ipclab
