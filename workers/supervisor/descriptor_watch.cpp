#include "workers/supervisor/descriptor_watch.h"

#include "engine/observe/descriptor_table.h"

namespace ipclab {

bool DescriptorWatch::read(const Child& child, Table& table) {
    auto descriptors = descriptorsOf(child.pid);
    if (!descriptors) {
        if (!saidWhatIsMissing_)
            reporter_.notice(descriptors.error().message() +
                             ": descriptors are shown as the calls tell, not compared");
        saidWhatIsMissing_ = true;
        return false;
    }
    if (table.descriptors == *descriptors) return true;
    table.descriptors = std::move(*descriptors);
    table.reported = false;
    return true;
}

std::vector<News> DescriptorWatch::survey() {
    std::erase_if(tables_, [&](const auto& each) { return !children_.find(each.first); });
    std::vector<News> all;
    for (const Child& child : children_.living()) {
        const WorkerSlot& slot = board_.workers[child.process];
        const std::uint64_t calls = slot.calls.load();
        const std::int32_t inCall = slot.inCall.load();
        const auto [entry, isNew] = tables_.try_emplace(child.process);
        Table& table = entry->second;
        if (isNew || table.calls != calls || table.inCall != inCall) {
            if (!read(child, table)) continue;
            table.calls = calls;
            table.inCall = inCall;
        }
        if (table.reported) continue;
        Record record;
        record.kind = RecordKind::Encoded;
        record.process = child.process;
        all.push_back({record, encodedBody(event::DescriptorsSeen{table.descriptors}),
                       [this, process = child.process] { tables_[process].reported = true; }});
    }
    return all;
}

} // namespace ipclab
