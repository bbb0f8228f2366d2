#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ipclab {

/// A C type that the language knows by name: for casts, sizeof and declarations.
struct NamedType {
    std::string_view name; ///< "unsigned int", without const
    std::uint16_t size = 0;
    bool isSigned = true;
};

/// All of them, for messages and tests. void has size 0.
[[nodiscard]] const std::vector<NamedType>& namedTypes();

/// The type with this name; nothing for an unknown one. Pointers are not in here.
[[nodiscard]] std::optional<NamedType> typeNamed(std::string_view name);

/// Whether a word can only be part of a type: int, unsigned, struct, key_t, const.
[[nodiscard]] bool isTypeWord(std::string_view word);

} // namespace ipclab
