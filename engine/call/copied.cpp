#include "engine/call/copied.h"

#include "engine/call/evaluate.h"
#include "engine/call/words.h"

#include <algorithm>
#include <cstring>

namespace ipclab {

namespace {

/// The bytes that the call writes from the variable's first byte on.
std::string written(const ResolvedCall& call, std::string_view returned) {
    switch (call.id) {
    case CallId::Memset: {
        // A recording may say any number; resolve() lets no larger one through.
        const auto count = static_cast<std::uint64_t>(call.args[2]);
        return std::string(std::min<std::uint64_t>(count, maxTextBytes),
                           static_cast<char>(call.args[1]));
    }
    case CallId::Read:
        return std::string(returned);
    default:
        return std::string((call.flags & rawSource) != 0 ? returned : std::string_view(call.data));
    }
}

/// The number with its lowest bytes replaced: what a read into &n leaves in n. Four bytes are an
/// int, with its sign.
std::int64_t patched(std::int64_t number, std::string_view bytes) {
    std::memcpy(&number, bytes.data(), std::min(bytes.size(), sizeof(number)));
    if (bytes.size() <= sizeof(std::int32_t)) return static_cast<std::int32_t>(number);
    return number;
}

/// A message is a type of eight bytes, and the text behind it.
MessageBuffer patched(MessageBuffer message, std::string_view bytes) {
    message.mtype = patched(message.mtype, bytes.substr(0, sizeof(long)));
    if (bytes.size() > sizeof(long)) message.mtext = bytes.substr(sizeof(long));
    return message;
}

/// A declared buffer keeps its length, and what lies behind the bytes stays. What runs past its end
/// is not the buffer's any more.
CharArray patched(CharArray array, std::string_view bytes) {
    std::ranges::copy(bytes.substr(0, array.bytes.size()), array.bytes.begin());
    return array;
}

} // namespace

std::string_view filledMember(const Call& call) {
    const bool copies =
        call.id == CallId::Strcpy || call.id == CallId::Memcpy || call.id == CallId::Memset;
    if (!copies || call.args.empty()) return {};
    const Expr& place = pointee(call.args[0]);
    return place.kind == Expr::Kind::Member ? std::string_view(place.text) : std::string_view();
}

Value filledValue(const ResolvedCall& call, const Value* before, std::string_view returned) {
    std::string bytes = written(call, returned);
    if (before) {
        if (const auto* number = std::get_if<std::int64_t>(before)) return patched(*number, bytes);
        if (const auto* message = std::get_if<MessageBuffer>(before))
            return patched(*message, bytes);
        if (const auto* array = std::get_if<CharArray>(before)) {
            if (call.id == CallId::Strcpy) bytes += '\0';
            return patched(*array, bytes);
        }
        const auto* text = std::get_if<std::string>(before);
        const bool overlays = call.id == CallId::Memcpy || call.id == CallId::Memset;
        if (text && overlays && text->size() > bytes.size()) bytes += text->substr(bytes.size());
    }
    return bytes;
}

} // namespace ipclab
