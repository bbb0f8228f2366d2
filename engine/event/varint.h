#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace ipclab {

/// Writes numbers in as few bytes as they need, seven bits a byte, and texts with their length in
/// front. What is written reaches `out` with flush() or at the end of the writer's life.
class ByteWriter {
public:
    explicit ByteWriter(std::string& out) : out_(out) {}
    ByteWriter(const ByteWriter&) = delete;
    ByteWriter& operator=(const ByteWriter&) = delete;
    ~ByteWriter() { flush(); }

    void number(std::uint64_t value) {
        if (used_ > sizeof(head_) - longest) flush();
        while (value >= 0x80) {
            head_[used_++] = static_cast<char>(value | 0x80);
            value >>= 7;
        }
        head_[used_++] = static_cast<char>(value);
    }
    /// Small negative numbers stay short.
    void signedNumber(std::int64_t value) {
        number((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
    }
    void text(std::string_view text) {
        number(text.size());
        if (text.size() > sizeof(head_) - used_) {
            flush();
            out_.append(text);
            return;
        }
        std::memcpy(head_ + used_, text.data(), text.size());
        used_ += text.size();
    }
    void flush() {
        out_.append(head_, used_);
        used_ = 0;
    }

private:
    static constexpr std::size_t longest = 10; ///< bytes of a 64-bit number
    std::string& out_;
    std::size_t used_ = 0;
    char head_[240];
};

/// Reads them back. After the first that does not fit, ok() is false and all further values are
/// zero or empty.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at_ == end_) break;
            const auto byte = static_cast<std::uint8_t>(*at_++);
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) return value;
        }
        fail();
        return 0;
    }
    std::int64_t signedNumber() {
        const std::uint64_t raw = number();
        return static_cast<std::int64_t>(raw >> 1) ^ -static_cast<std::int64_t>(raw & 1);
    }
    /// A number of a narrower type; one that does not fit is damage.
    template <class T> T narrow() {
        if constexpr (std::is_signed_v<T>) return checked<T>(signedNumber());
        return checked<T>(number());
    }
    std::string text() {
        const std::uint64_t size = number();
        if (size > static_cast<std::uint64_t>(end_ - at_)) {
            fail();
            return {};
        }
        std::string taken(at_, static_cast<std::size_t>(size));
        at_ += size;
        return taken;
    }
    void fail() {
        ok_ = false;
        at_ = end_;
    }
    [[nodiscard]] bool ok() const { return ok_; }
    [[nodiscard]] bool atEnd() const { return at_ == end_; }
    [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

private:
    template <class T, class Wide> T checked(Wide wide) {
        const auto value = static_cast<T>(wide);
        if (static_cast<Wide>(value) == wide) return value;
        fail();
        return T{};
    }
    const char* at_;
    const char* end_;
    bool ok_ = true;
};

} // namespace ipclab
