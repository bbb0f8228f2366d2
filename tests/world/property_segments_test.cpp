// Long random runs of processes that share memory, against a model of the kernel that knows every
// page: attaching, writing at the same time, forks, deaths in the middle of a write, removals, and
// a program outside. The world never has other mappings, counts, bytes or writers than the kernel,
// but for bytes that it says it cannot know; and a quiet look tells those, and nothing else.
#include "engine/world/segment_questions.h"
#include "tests/world/drawn_world.h"
#include "tests/world/seeded_run.h"
#include "tests/world/segment_compare.h"

#include <QTest>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <fmt/format.h>
#include <random>
#include <sys/ipc.h>
#include <sys/shm.h>

using namespace ipclab;
using Kind = event::OutsideChange::Kind;

namespace {

constexpr std::uint64_t page = SegmentModel::page;
constexpr std::uint64_t base = 0x7f0000000000, slotBytes = 8 * page;
constexpr std::size_t slotCount = 4, mostSegments = 4, mostPages = 3;

/// What the runs were about.
struct Seen {
    int writes = 0, together = 0, faults = 0, forks = 0, killed = 0, outside = 0, destroyed = 0;
};

class Run {
public:
    Run(std::uint32_t seed, Seen& seen) : seen_(seen), random_(seed) {
        for (int i = 0; i < 3; ++i)
            actors_.push_back({story_.start(fmt::format("P{}", ++letters_)), {}});
    }

    /// One random step and the checks after it; a sentence when something is wrong.
    std::string step() {
        Actor& actor = actors_[pick(actors_.size())];
        if (chance(100))
            die(actor, SIGKILL, 0);
        else if (actor.writing)
            finish(actor);
        else
            begin(actor);
        return check();
    }

    /// Everyone comes back, a program outside may do something, and all segments are looked at.
    std::string quiet() {
        for (bool writing = true; writing;) {
            const auto busy = std::ranges::find_if(
                actors_, [](const Actor& each) { return each.writing.has_value(); });
            writing = busy != actors_.end();
            if (writing) finish(*busy);
        }
        for (const std::int32_t id : ids())
            if (std::string wrong = look(id); !wrong.empty()) return wrong;
        if (chance(4)) kept_.remember();
        return check();
    }

    std::string end() {
        kept_.remember();
        return kept_.differs();
    }

private:
    struct Writing {
        std::uint64_t address = 0;
        std::string bytes;
        bool done = false; ///< in the memory already, though it has not returned
        std::optional<std::uint64_t> fault = std::nullopt;
    };
    struct Actor {
        ProcessId id = 0;
        std::optional<Writing> writing;
    };

    bool chance(int oneIn) { return pick(static_cast<std::size_t>(oneIn)) == 0; }
    std::size_t pick(std::size_t count) { return random_() % count; }
    std::vector<std::int32_t> ids() const {
        std::vector<std::int32_t> all;
        for (const auto& [id, segment] : model_.segments())
            all.push_back(id);
        return all;
    }
    std::uint64_t slot() { return base + pick(slotCount) * slotBytes; }

    void begin(Actor& actor) {
        switch (pick(14)) {
        case 0:
            return create(actor);
        case 1:
        case 2:
            return attach(actor);
        case 3:
            return detach(actor);
        case 4:
            return unmap(actor);
        case 5:
            return chance(2) ? remove(actor) : read(actor);
        case 6:
            return chance(4) ? fork(actor) : read(actor);
        default:
            return startWriting(actor);
        }
    }

    void create(const Actor& actor) {
        if (model_.segments().size() >= mostSegments) return;
        const auto size = static_cast<std::int64_t>(1 + pick(mostPages * page));
        story_.enters(actor.id, {CallId::Shmget, 0, {IPC_PRIVATE, size, IPC_CREAT | 0600}, {}});
        story_.returns(actor.id, ++lastId_);
        model_.create(lastId_, static_cast<std::uint64_t>(size));
    }
    void attach(const Actor& actor) {
        if (ids().empty()) return;
        const std::int32_t id = ids()[pick(ids().size())];
        const bool readOnly = chance(4);
        const std::uint64_t at = slot() + (chance(3) ? page : 0);
        const std::int64_t flags = SHM_REMAP | (readOnly ? SHM_RDONLY : 0);
        story_.enters(actor.id, {CallId::Shmat, 0, {id, static_cast<std::int64_t>(at), flags}, {}});
        event::Returned returned;
        returned.ref = story_.process(actor.id).current->ref;
        returned.call = CallId::Shmat;
        returned.result = static_cast<std::int64_t>(at);
        returned.detail = static_cast<std::int64_t>(model_.segments().at(id).bytes.size());
        story_.happens(actor.id, std::move(returned));
        model_.attach(actor.id, id, at, readOnly);
    }
    void detach(const Actor& actor) {
        const std::uint64_t at = slot() + (chance(3) ? page : 0);
        const bool there = model_.detach(actor.id, at);
        story_.enters(actor.id, {CallId::Shmdt, 0, {static_cast<std::int64_t>(at)}, {}});
        story_.returns(actor.id, there ? 0 : -1, there ? 0 : EINVAL);
    }
    void unmap(const Actor& actor) {
        const std::uint64_t from = slot() + pick(3) * page, length = 1 + pick(2 * page);
        story_.enters(actor.id,
                      {CallId::Munmap,
                       0,
                       {static_cast<std::int64_t>(from), static_cast<std::int64_t>(length)},
                       {}});
        story_.returns(actor.id, 0);
        model_.unmap(actor.id, from, from + (length + page - 1) / page * page);
    }
    void remove(const Actor& actor) {
        if (ids().empty()) return;
        const std::int32_t id = ids()[pick(ids().size())];
        story_.enters(actor.id, {CallId::Shmctl, 0, {id, IPC_RMID}, {}});
        story_.returns(actor.id, 0);
        model_.remove(id);
        seen_.destroyed += !model_.segments().contains(id);
    }
    void fork(const Actor& actor) {
        if (actors_.size() > 5) return;
        ++seen_.forks;
        const ProcessId child = story_.forkFrom(actor.id, fmt::format("P{}", ++letters_));
        model_.fork(actor.id, child);
        actors_.push_back({child, {}});
    }
    void read(Actor& actor) {
        const std::uint64_t at = slot() + pick(3 * page);
        const bool there = model_.memory(actor.id).contains(at / page * page);
        if (!there && !chance(20)) return;
        story_.enters(actor.id, {CallId::Load, 0, {static_cast<std::int64_t>(at), 1, 1}, {}});
        if (const auto fault = model_.touch(actor.id, at)) return die(actor, SIGSEGV, *fault);
        story_.returns(actor.id, 0);
    }

    void startWriting(Actor& actor) {
        const std::uint64_t at = slot() + pick(2 * page);
        std::string bytes(1 + pick(chance(3) ? 2 * page : 200), static_cast<char>('a' + pick(26)));
        const bool clean = fits(actor.id, at, bytes.size());
        if (!clean && !chance(20)) return;
        const auto address = static_cast<std::int64_t>(at);
        const auto count = static_cast<std::int64_t>(bytes.size());
        if (chance(3)) {
            story_.enters(actor.id, {CallId::Memset, 0, {address, bytes[0], count}, {}});
        } else if (chance(2)) {
            for (char& each : bytes)
                each = static_cast<char>(pick(256));
            story_.enters(actor.id, {CallId::Memcpy, 0, {address, 0, count}, bytes});
        } else {
            story_.enters(actor.id, {CallId::Strcpy, 0, {address, 0}, bytes});
            bytes += '\0';
        }
        seen_.together += std::ranges::any_of(
            actors_, [](const Actor& each) { return each.writing.has_value(); });
        eachByte(actor.id, at, bytes.size(), [this](const auto& place) {
            if (isBeingWritten(place.first, place.second))
                contested_.insert(place);
            else
                contested_.erase(place);
        });
        actor.writing = {at, bytes};
    }
    bool fits(ProcessId process, std::uint64_t at, std::uint64_t length) const {
        const SegmentModel::Memory& memory = model_.memory(process);
        for (std::uint64_t each = at / page * page; each < at + length + 1; each += page)
            if (!memory.contains(each) || memory.at(each).readOnly) return false;
        return true;
    }
    /// The memory is written, and a moment later the call is told of.
    void finish(Actor& actor) {
        Writing& writing = *actor.writing;
        if (!writing.done) {
            writing.done = true;
            writing.fault = model_.write(actor.id, writing.address, writing.bytes);
            if (chance(2)) return;
        }
        if (writing.fault) return die(actor, SIGSEGV, *writing.fault);
        ++seen_.writes;
        story_.returns(actor.id, static_cast<std::int64_t>(writing.address));
        actor.writing.reset();
    }

    void die(Actor& actor, int signal, std::uint64_t fault) {
        ++(fault != 0 ? seen_.faults : seen_.killed);
        if (actor.writing)
            eachByte(actor.id, actor.writing->address, actor.writing->bytes.size(),
                     [this](const auto& place) { contested_.insert(place); });
        if (actor.writing && !actor.writing->done) // in the middle of it
            model_.write(actor.id, actor.writing->address,
                         actor.writing->bytes.substr(0, pick(actor.writing->bytes.size())));
        story_.happens(actor.id, event::ProcessEnded{true, signal, fault});
        model_.end(actor.id);
        actor = {story_.start(fmt::format("P{}", ++letters_)), {}};
    }

    /// A look, before which a program outside may write, attach or detach; only that may be told.
    std::string look(std::int32_t id) {
        const std::string before = bytesOf(*story_.world.segment(id), 0, sizeOf(id));
        int attached = 0;
        std::optional<std::uint64_t> written;
        if (chance(6)) written = strangerWrites(id);
        if (chance(6)) attached = strangerAttaches(id);
        if (!model_.segments().contains(id)) return {};
        event::SegmentSeen look = lookAt(*story_.world.segment(id), model_);
        if (attached != 0) look.stat.lpid = 1;
        std::string wrong = compare(id, before, differences(story_.world, look), written, attached);
        if (!wrong.empty()) return wrong;
        for (const event::OutsideChange& change : differences(story_.world, look))
            story_.happens(engineProcess, change);
        story_.happens(supervisorProcess, look);
        if (!differences(story_.world, look).empty()) return "the look was not adopted";
        if (bytesOf(*story_.world.segment(id), 0, sizeOf(id)) != model_.segments().at(id).bytes)
            return "other bytes than the kernel's after a look";
        return {};
    }
    std::uint64_t sizeOf(std::int32_t id) const { return model_.segments().at(id).bytes.size(); }
    std::uint64_t strangerWrites(std::int32_t id) {
        ++seen_.outside;
        const std::uint64_t offset = pick(model_.segments().at(id).size);
        if (isUncertain(id, offset)) contested_.insert({id, offset});
        model_.writeFromOutside(id, offset, fmt::format("{:c}", static_cast<char>(pick(256))));
        return offset;
    }
    int strangerAttaches(std::int32_t id) {
        ++seen_.outside;
        const int more = model_.segments().at(id).outside > 0 && chance(2) ? -1 : 1;
        if (model_.nattch(id) == 1 && more < 0 && model_.segments().at(id).marked) return 0;
        model_.attachOutside(id, more);
        return more;
    }
    /// What was told must be what the stranger did; and of bytes only those that nobody of the lab
    /// may have written at the same time.
    std::string compare(std::int32_t id, const std::string& before,
                        const std::vector<event::OutsideChange>& changes,
                        std::optional<std::uint64_t> written, int attached) const {
        std::string expected, told;
        if (written && before[*written] != model_.segments().at(id).bytes[*written] &&
            !isUncertain(id, *written))
            expected += fmt::format("1 byte at {} ", *written);
        if (attached != 0) expected += fmt::format("{} attached ", attached);
        for (const event::OutsideChange& each : changes) {
            const std::int64_t sign = each.kind == Kind::Detached ? -1 : 1;
            told += each.kind == Kind::Written
                        ? fmt::format("{} byte at {} ", each.count, each.offset)
                    : each.object == event::ObjectKind::Segment && each.kind != Kind::Changed
                        ? fmt::format("{} attached ", sign * each.count)
                        : each.what + " ";
        }
        if (told == expected) return {};
        return fmt::format("told of \"{}\" instead of \"{}\"", told, expected);
    }
    bool isUncertain(std::int32_t id, std::uint64_t offset) const {
        return std::ranges::any_of(story_.world.segment(id)->uncertain, [offset](const auto& each) {
            return offset >= each.offset && offset - each.offset < each.length;
        });
    }

    /// What holds at every moment.
    std::string check() const {
        for (const Process& each : story_.world.processes)
            if (std::string wrong = wrongMappings(each, model_); !wrong.empty()) return wrong;
        for (const Segment& each : story_.world.segments)
            if (each.removed == model_.segments().contains(each.stat.id))
                return fmt::format("segment {} is there, or not", each.stat.id);
        const auto open = [this](std::int32_t id, std::uint64_t offset) {
            return isUncertain(id, offset) || isBeingWritten(id, offset);
        };
        const auto shared = [this](std::int32_t id, std::uint64_t offset) {
            return contested_.contains({id, offset});
        };
        const bool calm = std::ranges::none_of(
            actors_, [](const Actor& each) { return each.writing.has_value(); });
        for (const auto& [id, segment] : model_.segments()) {
            const Segment& known = *story_.world.segment(id);
            if (std::string wrong = wrongSegment(known, model_, open); !wrong.empty()) return wrong;
            if (!calm || !known.uncertain.empty()) continue;
            if (std::string wrong = wrongWriters(known, model_, shared); !wrong.empty())
                return wrong;
        }
        return {};
    }
    bool isBeingWritten(std::int32_t id, std::uint64_t offset) const {
        for (const Actor& actor : actors_) {
            if (!actor.writing) continue;
            const auto& [address, bytes, done, fault] = *actor.writing;
            for (const auto& [at, each] : model_.memory(actor.id))
                if (each.segment == id && each.number == offset / page)
                    if (const std::uint64_t here = at + offset % page;
                        here >= address && here - address < bytes.size())
                        return true;
        }
        return false;
    }
    /// Calls `see` with every byte of a range that lies in a segment.
    template <class See>
    void eachByte(ProcessId process, std::uint64_t from, std::uint64_t length, See see) const {
        const SegmentModel::Memory& memory = model_.memory(process);
        for (std::uint64_t at = from; at < from + length; ++at)
            if (const auto found = memory.find(at / page * page); found != memory.end())
                see(std::pair(found->second.segment, found->second.number * page + at % page));
    }

    Seen& seen_;
    std::mt19937 random_;
    Story story_;
    Kept kept_{story_};
    SegmentModel model_;
    std::vector<Actor> actors_;
    /// Bytes that two wrote in the same moment, or that one was writing when it died: whose they
    /// are shows only where they differ.
    std::set<std::pair<std::int32_t, std::uint64_t>> contested_;
    int letters_ = 0;
    std::int32_t lastId_ = 0;
};

} // namespace

class PropertySegmentsTest : public QObject {
    Q_OBJECT
private slots:
    void theWorldHasWhatTheKernelHas() {
        Seen seen;
        for (std::uint32_t seed = 1; seed <= seedsPerManner; ++seed)
            if (const std::string wrong = wrongIn(Run(seed, seen)); !wrong.empty())
                QFAIL(fmt::format("seed {}, {}", seed, wrong).c_str());
        QVERIFY(seen.writes > 2000 && seen.together > 1000);
        QVERIFY(seen.faults > 400 && seen.killed > 200 && seen.forks > 25);
        QVERIFY(seen.outside > 700 && seen.destroyed > 15);
    }
};

QTEST_GUILESS_MAIN(PropertySegmentsTest)
#include "property_segments_test.moc"
