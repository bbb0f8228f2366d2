// The lines of C that write into a segment and read it back, made from what stands in the form.
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

/// What is to be written, and where.
struct MemoryWish {
    enum class Kind : std::uint8_t { Text, Int, Bytes };
    std::string pointer; ///< a variable: "p"
    std::int64_t offset = 0;
    Kind kind = Kind::Text;
    QString value; ///< text as it is; for an int "= 42", "+= 1" or "42"; bytes in hexadecimal
    bool atomic = false;
    std::uint64_t times = 1;

    /// The bytes that one time touches: for saying what lies past the end. 0 if the value is none.
    [[nodiscard]] std::int64_t length() const;
};

/// `*(int *)(p + 64) += 1`: the action alone; nothing while the value is none.
[[nodiscard]] std::optional<std::string> writeAction(const MemoryWish& wish);
/// The same for the language of calls: `A, B: repeat 100000 { … }`.
[[nodiscard]] std::string memoryStatement(const std::string& processes, const MemoryWish& wish,
                                          const std::string& action);
/// The same as C: with a loop around it where it is made more than once.
[[nodiscard]] QString asC(const MemoryWish& wish, const std::string& action);
/// What reads the same place: printf, or a load into `n`.
[[nodiscard]] std::string readAction(const MemoryWish& wish);

} // namespace ipclab
