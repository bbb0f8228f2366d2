#pragma once

#include "workers/supervisor/reporter.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ipclab {

/// Something that must be said of an object as soon as nobody does anything.
struct News {
    Record record;
    std::string data;
    std::function<void()> reported; ///< called when it has been said; may be empty
};

/// Watches one kind of object: queues, pipes, segments, descriptor tables.
class ObjectWatch {
public:
    ObjectWatch() = default;
    ObjectWatch(const ObjectWatch&) = delete;
    ObjectWatch& operator=(const ObjectWatch&) = delete;
    virtual ~ObjectWatch() = default;

    /// Whether there is one that a program outside could change: it is then looked at time and
    /// again, also when no process of the lab does anything.
    [[nodiscard]] virtual bool any() const = 0;
    /// Called when all workers are at rest: each object that differs from the last report, or about
    /// which nothing was said since a process of the lab did something.
    [[nodiscard]] virtual std::vector<News> survey() = 0;
    /// While workers are busy: what can be said at once, without opening or reading an object.
    virtual void glance() {}
};

/// All of them together.
class Looks {
public:
    explicit Looks(Reporter& reporter) : reporter_(reporter) {}

    void add(std::unique_ptr<ObjectWatch> watch) { watches_.push_back(std::move(watch)); }
    [[nodiscard]] bool any() const;
    [[nodiscard]] std::vector<News> survey();
    /// Reports them if nobody took a number since `next`, which then is the number after them.
    [[nodiscard]] bool report(std::vector<News>& news, std::uint64_t& next);
    void glance();

private:
    Reporter& reporter_;
    std::vector<std::unique_ptr<ObjectWatch>> watches_;
};

} // namespace ipclab
