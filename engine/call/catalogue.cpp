#include "engine/call/catalogue.h"

#include "engine/call/constants_table.h"
#include "engine/call/message_queue_table.h"
#include "engine/call/signal_table.h"

#include <algorithm>
#include <fmt/format.h>
#include <string>

namespace ipclab {

namespace {

constexpr auto entries = [] {
    return std::array<CatalogueEntry, callCount>{
        {table::messageQueueCalls[0],
         table::messageQueueCalls[1],
         table::messageQueueCalls[2],
         table::messageQueueCalls[3],
         table::signalCalls[0],
         table::signalCalls[1],
         {CallId::Pipe, "pipe", "", "", "", "", "int", ResultKind::Zero, "", SYS_pipe2, {}, {}},
         {CallId::Pipe2, "pipe2", "", "", "", "", "int", ResultKind::Zero, "", SYS_pipe2, {}, {}},
         {CallId::Mkfifo,
          "mkfifo",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_mknodat,
          {},
          {}},
         {CallId::Open, "open", "", "", "", "", "int", ResultKind::Zero, "", SYS_openat, {}, {}},
         {CallId::Read, "read", "", "", "", "", "int", ResultKind::Zero, "", SYS_read, {}, {}},
         {CallId::Write, "write", "", "", "", "", "int", ResultKind::Zero, "", SYS_write, {}, {}},
         {CallId::Close, "close", "", "", "", "", "int", ResultKind::Zero, "", SYS_close, {}, {}},
         {CallId::Dup, "dup", "", "", "", "", "int", ResultKind::Zero, "", SYS_dup, {}, {}},
         {CallId::Dup2, "dup2", "", "", "", "", "int", ResultKind::Zero, "", SYS_dup2, {}, {}},
         {CallId::Fcntl, "fcntl", "", "", "", "", "int", ResultKind::Zero, "", SYS_fcntl, {}, {}},
         {CallId::Lseek, "lseek", "", "", "", "", "int", ResultKind::Zero, "", SYS_lseek, {}, {}},
         {CallId::Fork, "fork", "", "", "", "", "int", ResultKind::Zero, "", SYS_clone, {}, {}},
         {CallId::Wait, "wait", "", "", "", "", "int", ResultKind::Zero, "", SYS_wait4, {}, {}},
         {CallId::Exit,
          "exit",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_exit_group,
          {},
          {}},
         {CallId::Setrlimit,
          "setrlimit",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_prlimit64,
          {},
          {}},
         {CallId::Unlink,
          "unlink",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_unlink,
          {},
          {}},
         {CallId::Link, "link", "", "", "", "", "int", ResultKind::Zero, "", SYS_link, {}, {}},
         {CallId::Symlink,
          "symlink",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_symlink,
          {},
          {}},
         {CallId::Rename,
          "rename",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_rename,
          {},
          {}},
         {CallId::Chmod, "chmod", "", "", "", "", "int", ResultKind::Zero, "", SYS_chmod, {}, {}},
         {CallId::Shmget,
          "shmget",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_shmget,
          {},
          {}},
         {CallId::Shmat, "shmat", "", "", "", "", "int", ResultKind::Zero, "", SYS_shmat, {}, {}},
         {CallId::Shmdt, "shmdt", "", "", "", "", "int", ResultKind::Zero, "", SYS_shmdt, {}, {}},
         {CallId::Shmctl,
          "shmctl",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_shmctl,
          {},
          {}},
         {CallId::Mprotect,
          "mprotect",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_mprotect,
          {},
          {}},
         {CallId::Munmap,
          "munmap",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_munmap,
          {},
          {}},
         {CallId::Strcpy, "strcpy", "", "", "", "", "int", ResultKind::Zero, "", -1, {}, {}},
         {CallId::Memcpy, "memcpy", "", "", "", "", "int", ResultKind::Zero, "", -1, {}, {}},
         {CallId::Memset, "memset", "", "", "", "", "int", ResultKind::Zero, "", -1, {}, {}},
         {CallId::Strlen, "strlen", "", "", "", "", "int", ResultKind::Zero, "", -1, {}, {}},
         {CallId::Printf, "printf", "", "", "", "", "int", ResultKind::Zero, "", -1, {}, {}},
         {CallId::Load, "load", "", "", "", "", "int", ResultKind::Zero, "", -1, {}, {}},
         {CallId::Store, "store", "", "", "", "", "int", ResultKind::Zero, "", -1, {}, {}},
         {CallId::AtomicAdd,
          "atomic_fetch_add",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          -1,
          {},
          {}},
         {CallId::Ftok,
          "ftok",
          "",
          "",
          "",
          "",
          "int",
          ResultKind::Zero,
          "",
          SYS_newfstatat,
          {},
          {}}}};
}();

consteval bool inOrderOfCallId() {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (static_cast<std::size_t>(entries[i].id) != i) return false;
    return true;
}
static_assert(inOrderOfCallId(), "the catalogue is indexed by CallId");

const Constant* find(std::span<const Constant> constants, std::string_view name) {
    const auto found = std::ranges::find(constants, name, &Constant::name);
    return found == constants.end() ? nullptr : &*found;
}

/// Parameters whose value is one of their constants, never several joined by |.
bool isChoice(ParameterKind kind) {
    return kind == ParameterKind::Key || kind == ParameterKind::Command ||
           kind == ParameterKind::SignalNumber;
}

} // namespace

std::span<const CatalogueEntry> catalogue() {
    return entries;
}

const CatalogueEntry& entryOf(CallId id) {
    return entries[static_cast<std::size_t>(id)];
}

const CatalogueEntry* entryOf(std::string_view name) {
    const auto found = std::ranges::find(entries, name, &CatalogueEntry::name);
    return found == entries.end() ? nullptr : &*found;
}

const Constant* constantNamed(std::string_view name) {
    for (const CatalogueEntry& entry : entries)
        for (const Parameter& parameter : entry.parameters)
            if (const Constant* constant = find(parameter.constants, name)) return constant;
    if (const Constant* constant = find(table::limits, name)) return constant;
    return find(table::modeBits, name);
}

std::span<const Constant> generalConstants(GeneralConstants which) {
    if (which == GeneralConstants::Limits) return table::limits;
    return table::modeBits;
}

std::string printFlags(const Parameter& parameter, std::int64_t value) {
    if (isChoice(parameter.kind)) {
        const auto same = std::ranges::find(parameter.constants, value, &Constant::value);
        if (same != parameter.constants.end()) return std::string(same->name);
        return fmt::format("{}", value);
    }
    constexpr std::int64_t permissionBits = 0777;
    std::string text;
    const auto join = [&text](std::string_view part) {
        if (!text.empty()) text += '|';
        text += part;
    };
    std::int64_t left = value;
    // Dispositions are small numbers in the same table as the SA_ flags, so only whole bits count.
    for (const Constant& constant : parameter.constants) {
        if (constant.value == 0 || (left & constant.value) != constant.value) continue;
        if (parameter.kind == ParameterKind::Disposition && !constant.name.starts_with("SA_"))
            continue;
        join(constant.name);
        left &= ~constant.value;
    }
    if (parameter.hasMode && (left & permissionBits) != 0) {
        join(fmt::format("0{:03o}", left & permissionBits));
        left &= ~permissionBits;
    }
    if (left != 0) join(fmt::format("0x{:x}", static_cast<std::uint64_t>(left)));
    return text.empty() ? "0" : text;
}

} // namespace ipclab
