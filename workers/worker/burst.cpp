#include "workers/worker/burst.h"

#include <algorithm>
#include <atomic>
#include <type_traits>

// Any address may be given, odd ones too; what comes of it is the processor's and kernel's
// business.
#define IPCLAB_ANY_ADDRESS __attribute__((no_sanitize("address", "undefined")))

namespace ipclab {

namespace {

constexpr std::uint64_t roundsBetweenLooks = 4096;

template <class Number> struct Placed {
    using Type [[gnu::aligned(1), gnu::may_alias]] = Number;
};

/// The result of `old OP value` as the operator of C gives it.
template <char Operation, class Number> Number changed(Number old, Number value) {
    if constexpr (Operation == '+') return static_cast<Number>(old + value);
    if constexpr (Operation == '-') return static_cast<Number>(old - value);
    if constexpr (Operation == '|') return static_cast<Number>(old | value);
    if constexpr (Operation == '&') return static_cast<Number>(old & value);
    if constexpr (Operation == '^') return static_cast<Number>(old ^ value);
    return value;
}

template <class Number> std::int64_t asSigned(Number value) {
    return static_cast<std::make_signed_t<Number>>(value);
}

template <char Operation, class Number>
IPCLAB_ANY_ADDRESS BurstResult run(const Burst& burst, const StopWord& stop) {
    // volatile: each round really loads and stores.
    volatile auto* place = reinterpret_cast<volatile typename Placed<Number>::Type*>(burst.place);
    const auto value = static_cast<Number>(burst.value);
    Number last = *place;
    BurstResult result{asSigned(last), 0, 0};
    while (result.rounds < burst.times && (result.rounds == 0 || !stop.said())) {
        const std::uint64_t rounds = std::min(roundsBetweenLooks, burst.times - result.rounds);
        for (std::uint64_t i = 0; i < rounds; ++i) {
            last = changed<Operation, Number>(*place, value);
            *place = last;
        }
        result.rounds += rounds;
    }
    result.after = asSigned(last);
    return result;
}

template <char, class Number>
IPCLAB_ANY_ADDRESS BurstResult runAtomic(const Burst& burst, const StopWord& stop) {
    auto* place = reinterpret_cast<typename Placed<Number>::Type*>(burst.place);
    const auto value = static_cast<Number>(burst.value);
    BurstResult result;
    Number last = 0;
    while (result.rounds < burst.times && (result.rounds == 0 || !stop.said())) {
        const std::uint64_t rounds = std::min(roundsBetweenLooks, burst.times - result.rounds);
        for (std::uint64_t i = 0; i < rounds; ++i) {
            last = __atomic_fetch_add(place, value, __ATOMIC_SEQ_CST);
            if (result.rounds == 0 && i == 0) result.before = asSigned(last);
        }
        result.rounds += rounds;
    }
    result.after = asSigned(static_cast<Number>(last + value));
    return result;
}

template <char Operation> BurstResult byWidth(const Burst& burst, const StopWord& stop) {
    switch (burst.width) {
    case 1:
        return run<Operation, std::uint8_t>(burst, stop);
    case 2:
        return run<Operation, std::uint16_t>(burst, stop);
    case 8:
        return run<Operation, std::uint64_t>(burst, stop);
    default:
        return run<Operation, std::uint32_t>(burst, stop);
    }
}

template <class Number> IPCLAB_ANY_ADDRESS Number loaded(const char* place) {
    return *reinterpret_cast<const volatile typename Placed<Number>::Type*>(place);
}

template <class Number> std::int64_t extended(Number value, bool isSigned) {
    return isSigned ? asSigned(value) : static_cast<std::int64_t>(value);
}

} // namespace

BurstResult storeBurst(const Burst& burst, const StopWord& stop) {
    switch (burst.operation) {
    case '+':
        return byWidth<'+'>(burst, stop);
    case '-':
        return byWidth<'-'>(burst, stop);
    case '|':
        return byWidth<'|'>(burst, stop);
    case '&':
        return byWidth<'&'>(burst, stop);
    case '^':
        return byWidth<'^'>(burst, stop);
    default:
        return byWidth<'='>(burst, stop);
    }
}

BurstResult atomicBurst(const Burst& burst, const StopWord& stop) {
    switch (burst.width) {
    case 1:
        return runAtomic<'+', std::uint8_t>(burst, stop);
    case 2:
        return runAtomic<'+', std::uint16_t>(burst, stop);
    case 8:
        return runAtomic<'+', std::uint64_t>(burst, stop);
    default:
        return runAtomic<'+', std::uint32_t>(burst, stop);
    }
}

std::int64_t loadNumber(const char* place, int width, bool isSigned) {
    switch (width) {
    case 1:
        return extended(loaded<std::uint8_t>(place), isSigned);
    case 2:
        return extended(loaded<std::uint16_t>(place), isSigned);
    case 8:
        return extended(loaded<std::uint64_t>(place), isSigned);
    default:
        return extended(loaded<std::uint32_t>(place), isSigned);
    }
}

} // namespace ipclab
