#include "engine/lab/lab.h"

#include "engine/lab/impl.h"

#include <utility>

namespace ipclab {

Lab::Lab(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {
}
Lab::~Lab() = default;

Result<std::unique_ptr<Lab>> Lab::open(const LabOptions& options) {
    auto impl = Impl::open(options);
    if (!impl) return std::unexpected(impl.error());
    return std::unique_ptr<Lab>(new Lab(std::move(*impl)));
}

std::vector<UserChoice> Lab::users() const {
    return impl_->users();
}

std::string Lab::obstacleTo(std::string_view user) const {
    return impl_->obstacleTo(user);
}

std::filesystem::path Lab::scratchFolder() const {
    return impl_->scratchFolder();
}

Result<ProcessId> Lab::addProcess(std::string letter, std::string label, std::string user) {
    return impl_->addProcess(std::move(letter), std::move(label), std::move(user));
}

Result<void> Lab::rename(ProcessId process, std::string label) {
    return impl_->rename(process, std::move(label));
}

Result<void> Lab::sendSignal(ProcessId process, int signal) {
    return impl_->sendSignal(process, signal);
}

Result<void> Lab::give(const Statement& statement, bool hold) {
    return impl_->give(statement, hold);
}

Result<void> Lab::release(ProcessId process) {
    return impl_->release(process);
}
Result<void> Lab::withdraw(ProcessId process) {
    return impl_->withdraw(process);
}
Result<void> Lab::stopRepeating(ProcessId process) {
    return impl_->stopRepeating(process);
}
void Lab::watchTable(bool on) {
    impl_->watchTable(on);
}

bool Lab::waitUntilQuiet(std::chrono::milliseconds deadline) {
    return impl_->waitUntilQuiet(deadline);
}

std::uint64_t Lab::requestQuiet() {
    return impl_->requestQuiet();
}

std::shared_ptr<const World> Lab::world() const {
    return impl_->intake().world();
}
LabStatistics Lab::statistics() const {
    return impl_->statistics();
}
std::uint64_t Lab::eventCount() const {
    return impl_->intake().journal().size();
}

std::vector<Event> Lab::events(std::uint64_t from, std::size_t limit) const {
    return impl_->intake().journal().read(from, limit);
}

World Lab::worldAt(std::uint64_t count) const {
    return impl_->intake().journal().stateAt(count);
}

Result<void> Lab::saveJournal(const std::filesystem::path& file) const {
    return impl_->intake().journal().save(file);
}

void Lab::onEvents(std::function<void()> callback) {
    impl_->intake().onEvents(std::move(callback));
}

} // namespace ipclab
