#pragma once

#include "engine/lab/lab.h"
#include "engine/lesson/player.h"

namespace ipclab {

/// Plays on a laboratory directly. The lab outlives it. Only headers: the room itself needs no lab.
class LabPlayground : public Playground {
public:
    explicit LabPlayground(Lab& lab) : lab_(lab) {}

    [[nodiscard]] std::string obstacleTo(std::string_view user) const override {
        return lab_.obstacleTo(user);
    }
    Result<ProcessId> addProcess(const ProcessDeclaration& process) override {
        return lab_.addProcess(process.letter, process.label, process.user);
    }
    Result<void> give(const Statement& statement) override { return lab_.give(statement); }
    Result<void> sendSignal(ProcessId process, int signal) override {
        return lab_.sendSignal(process, signal);
    }
    std::uint64_t requestQuiet() override { return lab_.requestQuiet(); }
    void watchTable() override { lab_.watchTable(true); }
    [[nodiscard]] std::shared_ptr<const World> world() const override { return lab_.world(); }

private:
    Lab& lab_;
};

/// Plays the next step of a lesson on the lab of its playground to its end.
inline void playStep(Player& player, Lab& lab, std::chrono::milliseconds deadline) {
    playStep(player, [&lab](auto left) { return lab.waitUntilQuiet(left); }, deadline);
}

} // namespace ipclab
