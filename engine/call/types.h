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

/// A type as the parser gives it: "const char *", "int[2]", "struct shmid_ds".
struct WrittenType {
    NamedType base;
    int stars = 0;
    bool isArray = false;
    std::uint64_t items = 0; ///< of an array; 0 for `char s[] = "…"`, as long as what it is given

    [[nodiscard]] bool isPointer() const { return stars > 0; }
    [[nodiscard]] bool isStruct() const { return base.name.starts_with("struct "); }
    [[nodiscard]] bool isNumber() const {
        return !isPointer() && !isArray && !isStruct() && base.size > 0;
    }
    [[nodiscard]] std::uint64_t size() const;
    /// Of a pointer: the bytes of what it points at. void counts as 1, as in GNU C.
    [[nodiscard]] std::uint8_t width() const;
    [[nodiscard]] bool pointsAtSigned() const {
        return stars == 1 && (base.isSigned || base.size == 0);
    }
};
[[nodiscard]] std::optional<WrittenType> writtenType(std::string_view text);

/// The number as the type keeps it: cut to its bits.
[[nodiscard]] std::int64_t narrowed(std::int64_t number, const NamedType& type);

/// How a pointer to numbers of so many bytes is written: "int *".
[[nodiscard]] std::string_view pointerTo(std::uint8_t width, bool isSigned);

} // namespace ipclab
