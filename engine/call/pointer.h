#pragma once

#include "engine/call/language.h"

namespace ipclab {

/// A pointer argument: an address of the process, a variable's name, or a value written in place.
struct Pointer {
    bool isAddress = false;
    Address address;
    const Expr* operand = nullptr; ///< what & stands before, or the value itself

    [[nodiscard]] std::int64_t number() const { return static_cast<std::int64_t>(address.at); }
};

/// Takes off casts and &. NULL, numbers, (void *)8, p and &p[64] are addresses; a variable is one
/// only when it holds a number or a pointer.
[[nodiscard]] Result<Pointer> pointerOf(const Expr& written, const Scope& scope);

/// The same where only an address will do; `what` names the argument in the sentence of a failure.
[[nodiscard]] Result<Address> addressOf(const Expr& written, const Scope& scope,
                                        std::string_view what);

/// *p and p[3]: what a pointer points at.
[[nodiscard]] bool isPlace(const Expr& expr);
/// Where such a place is, how many bytes it has, and whether it has a sign.
[[nodiscard]] Result<Address> placeOf(const Expr& place, const Scope& scope);
/// The same, casts and all, when it must be a number that a processor loads at once.
[[nodiscard]] Result<Address> numberPlaceOf(const Expr& written, const Scope& scope);
/// The place itself, or a failure where it has not 1, 2, 4 or 8 bytes.
[[nodiscard]] Result<Address> asNumber(const Address& place, const Expr& written);

} // namespace ipclab
