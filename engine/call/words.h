#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ipclab {

/// Limits of the language; more is refused with the limit's name.
inline constexpr std::size_t maxScriptBytes = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t maxNameBytes = 32;  ///< of a process or a variable
inline constexpr std::size_t maxLabelBytes = 96; ///< of a process's label
inline constexpr std::size_t maxParts = 256;     ///< of one | + * chain or one list
inline constexpr int maxNesting = 64;
inline constexpr std::uint64_t maxRepeat = 1'000'000'000;
inline constexpr std::uint64_t maxEveryMs = 3'600'000;
inline constexpr std::size_t maxScriptProcesses = 32;
inline constexpr std::size_t maxTextBytes = std::size_t{64} * 1024; ///< of one message

/// The users a process can be started as.
[[nodiscard]] const std::vector<std::string_view>& userNames();

/// The language's own words, which no expression can hold: repeat, blocks, killed, …
[[nodiscard]] bool isLanguageWord(std::string_view word);

struct CatalogueEntry;
/// False for a load and a store, which are written as C writes them: n = *p, *p = n.
[[nodiscard]] bool isCalledByName(const CatalogueEntry& entry);

/// Words that no variable and no process can be called: the language's own, C's types, constants.
[[nodiscard]] bool isReserved(std::string_view word);

} // namespace ipclab
