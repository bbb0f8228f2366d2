#include "workers/supervisor/standing.h"

#include "engine/kernel/message_queue.h"
#include "engine/observe/queue_look.h"
#include "engine/observe/queue_table.h"

namespace ipclab {

namespace {

Standing standing(const QueueStat& queue) {
    const bool used = queue.lspid != 0 || queue.lrpid != 0 || queue.stime != 0 || queue.rtime != 0;
    return {queue.id, queue.key, queue.mode, queue.cuid, queue.ctime, used};
}

class StandingQueues : public StandingObjects {
public:
    explicit StandingQueues(QueueTable table) : table_(std::move(table)) {}

    [[nodiscard]] Result<std::vector<Standing>> all() const override {
        const auto queues = table_.queues();
        if (!queues) return std::unexpected(queues.error());
        std::vector<Standing> all;
        for (const QueueStat& each : *queues)
            all.push_back(standing(each));
        return all;
    }
    [[nodiscard]] Result<Standing> look(std::int32_t id) const override {
        const auto queue = lookAtQueue(id);
        if (!queue) return std::unexpected(queue.error());
        return standing(*queue);
    }
    Result<void> remove(std::int32_t id) const override { return removeQueue(id); }
    [[nodiscard]] std::string_view name() const override { return "queue"; }
    [[nodiscard]] std::string_view listOption() const override { return "-q"; }

private:
    QueueTable table_;
};

} // namespace

Result<std::unique_ptr<StandingObjects>> standingQueues() {
    auto table = QueueTable::open();
    if (!table) return std::unexpected(table.error());
    return std::make_unique<StandingQueues>(std::move(*table));
}

} // namespace ipclab
