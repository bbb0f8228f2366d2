// random run: real processes in a namespace of their own that make random calls, one after the
// other. After every step the world must say what the kernel says: every difference that a look
// finds is an event of its own ("changed from outside"), and nobody from outside can reach a
// private namespace, so there must be none.
//
// Each test runs its seeds from 1 on. IPCLAB_SEEDS=100-149 in the environment runs those instead.
#pragma once

#include "engine/lab/lab.h"

#include <functional>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace ipclab {

/// Random choices that a seed repeats.
class Dice {
public:
    explicit Dice(std::uint32_t seed) : random_(seed) {}
    std::size_t below(std::size_t bound) { return random_() % bound; }
    bool oneIn(std::size_t bound) { return below(bound) == 0; }
    template <class... T> std::string one(const T&... choices) {
        const std::string all[] = {choices...};
        return all[below(sizeof...(choices))];
    }
    template <class T> const T& of(const std::vector<T>& all) { return all[below(all.size())]; }

private:
    std::mt19937 random_;
};

/// Adds the rows of a test that fetches "seed": 1 to `count`, or what IPCLAB_SEEDS says.
void addSeeds(std::uint32_t count);

class RandomRun {
public:
    /// Looks at each event with the world as it was just before it; a sentence when something is
    /// wrong.
    using Watch = std::function<std::string(const World& before, const Event& event)>;

    /// Empty where there can be no namespace, and then why() says so.
    RandomRun();
    ~RandomRun();
    RandomRun(const RandomRun&) = delete;
    RandomRun& operator=(const RandomRun&) = delete;

    [[nodiscard]] bool open() const { return lab_ != nullptr; }
    [[nodiscard]] const std::string& why() const { return why_; }
    [[nodiscard]] Lab& lab() { return *lab_; }
    /// What every process of the lab has come to: true as long as no step is made.
    [[nodiscard]] const World& world() const { return *world_; }
    void watch(Watch watch) { watch_ = std::move(watch); }

    // Each step gives a sentence when something is wrong, and prints the last lines of the log.
    /// The next letter, or this one; the `choice`th of the users, or alice where there is none.
    std::string start(const std::string& letter, std::size_t choice);
    std::string kill(const Process& process);
    /// A line that the lab refuses (its process has nothing to take a value from) is no step.
    std::string make(const std::string& line);

    [[nodiscard]] std::vector<std::string>
    awake() const; ///< letters of those that can be given one
    [[nodiscard]] std::vector<const Process*> alive() const;

    /// All that is left to say at the end: no event was lost.
    std::string end();
    /// How often calls came back with each errno, 0 for those that succeeded.
    [[nodiscard]] std::map<int, int> outcomes() const;

private:
    std::string failed(const std::string& what) const;
    std::string settle(const std::string& step);
    std::string takeEvents();

    std::unique_ptr<Lab> lab_;
    std::string why_;
    Watch watch_;
    World shadow_; ///< follows the events one by one, for watch_
    std::uint64_t taken_ = 0;
    std::shared_ptr<const World> world_;
};

} // namespace ipclab
