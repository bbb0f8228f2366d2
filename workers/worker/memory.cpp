#include "workers/worker/memory.h"

#include "workers/worker/burst.h"
#include "workers/worker/print_text.h"

#include <algorithm>
#include <cstring>

namespace ipclab {

namespace {

char* at(std::int64_t address) {
    return reinterpret_cast<char*>(address);
}

Outcome gave(std::int64_t result, std::string_view data = {}) {
    Outcome outcome;
    outcome.result = result;
    outcome.data = data;
    return outcome;
}

bool has(const ResolvedCall& call, std::uint32_t flag) {
    return (call.flags & flag) != 0;
}

} // namespace

Outcome MemoryCalls::strcpy(const ResolvedCall& call) {
    const bool fromMemory = has(call, rawSource);
    buffer_ = call.data.substr(0, call.data.find('\0'));
    if (fromMemory) {
        // Another process may be writing there: what is taken is taken once, as it stands then.
        const std::size_t length = ::strnlen(at(call.args[1]), maxPayload + 1);
        if (length > maxPayload) return refuse(payloadLimit);
        buffer_.assign(at(call.args[1]), length);
        buffer_.resize(std::min(buffer_.find('\0'), buffer_.size()));
    }
    if (!has(call, intoVariable)) ::strcpy(at(call.args[0]), buffer_.c_str());
    return gave(call.args[0], fromMemory ? buffer_ : std::string_view());
}

Outcome MemoryCalls::memcpy(const ResolvedCall& call) {
    const auto size = static_cast<std::size_t>(call.args[2]);
    if (size > maxPayload) return refuse(payloadLimit);
    const bool fromMemory = has(call, rawSource);
    if (fromMemory) {
        buffer_.assign(at(call.args[1]), size);
    } else {
        buffer_ = call.data;
        buffer_.resize(size, '\0');
    }
    if (!has(call, intoVariable)) std::memcpy(at(call.args[0]), buffer_.data(), size);
    return gave(call.args[0], fromMemory ? buffer_ : std::string_view());
}

Outcome MemoryCalls::memset(const ResolvedCall& call) {
    if (!has(call, intoVariable))
        std::memset(at(call.args[0]), static_cast<int>(call.args[1]),
                    static_cast<std::size_t>(call.args[2]));
    return gave(call.args[0]);
}

Outcome MemoryCalls::strlen(const ResolvedCall& call) {
    if (!has(call, rawSource)) return gave(static_cast<std::int64_t>(call.data.size()));
    return gave(static_cast<std::int64_t>(std::strlen(at(call.args[0]))));
}

Outcome MemoryCalls::printf(const ResolvedCall& call) {
    const auto printed = printText(call.data, maxPayload);
    if (!printed) return refuse("a format that the lab does not know");
    if (printed->size() > maxPayload) return refuse(payloadLimit);
    buffer_ = *printed;
    return gave(static_cast<std::int64_t>(buffer_.size()), buffer_);
}

Outcome MemoryCalls::load(const ResolvedCall& call) {
    return gave(loadNumber(at(call.args[0]), static_cast<int>(call.args[1]), call.args[2] != 0));
}

namespace {

Outcome told(const BurstResult& burst) {
    Outcome outcome;
    outcome.result = burst.after;
    outcome.detail = burst.before;
    outcome.mtype = static_cast<std::int64_t>(burst.rounds);
    return outcome;
}

} // namespace

Outcome MemoryCalls::store(const ResolvedCall& call) {
    const Burst burst{at(call.args[0]), static_cast<int>(call.args[1]), call.args[2],
                      static_cast<char>(call.args[3]), static_cast<std::uint64_t>(call.args[4])};
    return told(storeBurst(burst, StopWord(*self_)));
}

Outcome MemoryCalls::atomicAdd(const ResolvedCall& call) {
    const Burst burst{at(call.args[0]), static_cast<int>(call.args[1]), call.args[2], '+',
                      static_cast<std::uint64_t>(call.args[3])};
    return told(atomicBurst(burst, StopWord(*self_)));
}

bool isMemoryCall(CallId id) {
    return id >= CallId::Strcpy && id <= CallId::AtomicAdd;
}

} // namespace ipclab
