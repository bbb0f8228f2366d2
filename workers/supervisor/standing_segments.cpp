#include "workers/supervisor/standing.h"

#include "engine/kernel/shared_memory.h"
#include "engine/observe/segment_table.h"

namespace ipclab {

namespace {

Standing standing(const SegmentStat& segment) {
    const bool used = segment.lpid != 0 || segment.nattch != 0 || segment.atime != 0;
    return {segment.id, segment.key, segment.mode, segment.cuid, segment.ctime, used, segment.dest};
}

class StandingSegments : public StandingObjects {
public:
    explicit StandingSegments(SegmentTable table) : table_(std::move(table)) {}

    [[nodiscard]] Result<std::vector<Standing>> all() const override {
        const auto segments = table_.segments();
        if (!segments) return std::unexpected(segments.error());
        std::vector<Standing> all;
        for (const TabledSegment& each : *segments)
            all.push_back(standing(each.stat));
        return all;
    }
    [[nodiscard]] Result<Standing> look(std::int32_t id) const override {
        const auto ds = statAnySegment(id);
        if (!ds) return std::unexpected(ds.error());
        return Standing{id,
                        ds->shm_perm.__key,
                        ds->shm_perm.mode & 0777u,
                        ds->shm_perm.cuid,
                        ds->shm_ctime,
                        ds->shm_lpid != 0 || ds->shm_nattch != 0,
                        (ds->shm_perm.mode & SHM_DEST) != 0};
    }
    Result<void> remove(std::int32_t id) const override { return removeSegment(id); }
    [[nodiscard]] std::string_view name() const override { return "segment"; }
    [[nodiscard]] std::string_view listOption() const override { return "-m"; }

private:
    SegmentTable table_;
};

} // namespace

Result<std::unique_ptr<StandingObjects>> standingSegments() {
    auto table = SegmentTable::open();
    if (!table) return std::unexpected(table.error());
    return std::make_unique<StandingSegments>(std::move(*table));
}

} // namespace ipclab
