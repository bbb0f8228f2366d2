#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace ipclab {

/// Appends numbers and texts to a string of bytes, in this machine's byte order.
class Packer {
public:
    template <class T>
        requires std::is_arithmetic_v<T>
    void number(T value) {
        char raw[sizeof(T)];
        std::memcpy(raw, &value, sizeof(T));
        bytes_.append(raw, sizeof(T));
    }
    /// A 32-bit length, then the bytes.
    void text(std::string_view text) {
        number(static_cast<std::uint32_t>(text.size()));
        bytes_.append(text);
    }
    [[nodiscard]] std::string& bytes() { return bytes_; }

private:
    std::string bytes_;
};

/// Takes them out again. After the first that does not fit, ok() is false and all further values
/// are zero or empty.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

    template <class T>
        requires std::is_arithmetic_v<T>
    T number() {
        T value{};
        if (!ok_ || rest_.size() < sizeof(T)) {
            ok_ = false;
            return value;
        }
        std::memcpy(&value, rest_.data(), sizeof(T));
        rest_.remove_prefix(sizeof(T));
        return value;
    }
    template <class T> void into(T& value) { value = number<T>(); }
    std::string text() {
        const auto size = number<std::uint32_t>();
        if (!ok_ || rest_.size() < size) {
            ok_ = false;
            return {};
        }
        std::string taken(rest_.substr(0, size));
        rest_.remove_prefix(size);
        return taken;
    }
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool atEnd() const { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
    bool ok_ = true;
};

} // namespace ipclab
