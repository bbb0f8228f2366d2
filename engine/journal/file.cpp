// The file of a journal: a line of text that names the format, then chunks, then an end that says
// how many events there must have been. Every chunk carries a checksum; nothing is believed
// before it fits.
#include "engine/journal/journal.h"

#include <array>
#include <bit>
#include <fstream>
#include <system_error>

namespace ipclab {

namespace {

constexpr std::string_view magic = "ipclab journal 1\n";

/// In front of every chunk; a count of 0 is the end, whose `check` is the number of events.
struct ChunkHead {
    std::uint32_t count = 0;
    std::uint32_t size = 0;
    std::uint64_t check = 0;
};
static_assert(std::endian::native == std::endian::little, "the file's numbers are little-endian");

/// FNV-1a over the head's numbers and the bytes.
std::uint64_t checksum(std::uint32_t count, std::string_view bytes) {
    std::uint64_t sum = 14695981039346656037ull ^ count;
    for (const char byte : bytes)
        sum = (sum ^ static_cast<std::uint8_t>(byte)) * 1099511628211ull;
    return sum;
}

void write(std::ostream& out, const ChunkHead& head) {
    out.write(reinterpret_cast<const char*>(&head), sizeof(head));
}

bool read(std::istream& in, ChunkHead& head) {
    return static_cast<bool>(in.read(reinterpret_cast<char*>(&head), sizeof(head)));
}

std::unexpected<Error> damaged(const std::filesystem::path& file, const std::string& what) {
    return failure(file.string() + ": " + what);
}

/// Decodes every event once: bytes that fit their checksum may still come from a stranger.
Result<Chunk> checkedChunk(std::uint32_t count, std::string bytes) {
    Chunk chunk;
    chunk.count = count;
    chunk.size = static_cast<std::uint32_t>(bytes.size());
    EventDecoder decoder(bytes);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i % eventsPerBlock == 0) {
            decoder.restart();
            chunk.blocks.push_back(static_cast<std::uint32_t>(bytes.size() - decoder.left()));
        }
        if (const auto event = decoder.next(); !event) return std::unexpected(event.error());
    }
    if (!decoder.atEnd()) return failure("bytes are left over behind the last event");
    chunk.bytes = std::make_shared<const std::string>(std::move(bytes));
    return chunk;
}

/// The next chunk; one without events at the end of the file.
Result<Chunk> readChunk(std::istream& in, std::uint64_t left, std::uint64_t events) {
    ChunkHead head;
    if (left < sizeof(head) || !read(in, head)) return failure("the end is missing");
    left -= sizeof(head);
    if (head.count == 0) {
        if (head.size != 0 || head.check != events || left != 0) return failure("the end is wrong");
        return Chunk{};
    }
    if (head.size > left) return failure("it ends too early");
    std::string bytes(head.size, '\0');
    if (!in.read(bytes.data(), head.size)) return failure("it cannot be read to its end");
    if (head.count > eventsPerChunk || checksum(head.count, bytes) != head.check)
        return failure("its bytes were changed");
    return checkedChunk(head.count, std::move(bytes));
}

} // namespace

Result<void> Journal::save(const std::filesystem::path& file) const {
    const std::filesystem::path part = file.string() + ".part";
    const auto abandon = [&](const Error& error) -> Result<void> {
        std::error_code ignored;
        std::filesystem::remove(part, ignored);
        return std::unexpected(error);
    };
    errno = 0;
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    if (!out) return systemError(part.string());
    out.write(magic.data(), magic.size());
    std::uint64_t written = 0;
    for (const std::uint64_t total = size(); written < total && out;) {
        const auto view = viewAt(written); // the first event of a chunk: all of it
        if (!view) return abandon(view.error());
        const std::string_view bytes = std::string_view(*view->bytes).substr(view->offset);
        write(out, {view->count, static_cast<std::uint32_t>(bytes.size()),
                    checksum(view->count, bytes)});
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        written += view->count;
    }
    write(out, {0, 0, written});
    out.close();
    if (!out) return abandon(systemError(part.string()).error());
    std::error_code problem;
    std::filesystem::rename(part, file, problem);
    if (problem) return abandon({file.string(), problem.value()});
    return {};
}

Result<std::unique_ptr<Journal>> Journal::load(const std::filesystem::path& file,
                                               std::uint64_t memoryLimit) {
    std::error_code problem;
    const std::uint64_t size = std::filesystem::file_size(file, problem);
    if (problem) return std::unexpected(Error{file.string(), problem.value()});
    std::ifstream in(file, std::ios::binary);
    if (!in) return systemError(file.string());
    std::array<char, magic.size()> begin{};
    if (!in.read(begin.data(), begin.size()) ||
        std::string_view(begin.data(), begin.size()) != magic)
        return damaged(file, "not a journal of IPC Lab, or one of another version");
    auto journal = std::make_unique<Journal>(memoryLimit);
    for (;;) {
        const auto left = size - static_cast<std::uint64_t>(in.tellg());
        auto chunk = readChunk(in, left, journal->size());
        if (!chunk) return damaged(file, "the journal is damaged: " + chunk.error().message());
        if (chunk->count == 0) return journal;
        journal->add(std::move(*chunk));
    }
}

} // namespace ipclab
