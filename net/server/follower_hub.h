// Tells those who follow a house that its log has grown.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>

#include "net/wire/identifiers.h"

namespace rexue::server {

class FollowerHub {
  public:
    // Ends the subscription when destroyed; must not outlive the hub.
    class Subscription {
      public:
        Subscription(FollowerHub& hub,
                     std::multimap<wire::HouseId, std::function<void()>>::iterator place)
            : hub_(&hub), place_(place) {}
        Subscription(const Subscription&) = delete;
        Subscription& operator=(const Subscription&) = delete;
        ~Subscription() {
            const std::lock_guard lock(hub_->mutex_);
            hub_->wakes_.erase(place_);
        }

      private:
        FollowerHub* hub_;
        std::multimap<wire::HouseId, std::function<void()>>::iterator place_;
    };

    // `wake` is called from the publishing thread, under the hub's lock: it only hands over.
    std::unique_ptr<Subscription> subscribe(const wire::HouseId& house,
                                            std::function<void()> wake) {
        const std::lock_guard lock(mutex_);
        return std::make_unique<Subscription>(*this, wakes_.emplace(house, std::move(wake)));
    }

    // After the commit, so that a woken follower finds what it is woken for.
    void publish(const wire::HouseId& house) const {
        const std::lock_guard lock(mutex_);
        const auto [begin, end] = wakes_.equal_range(house);
        for (auto it = begin; it != end; ++it)
            it->second();
    }

    size_t count() const {
        const std::lock_guard lock(mutex_);
        return wakes_.size();
    }

  private:
    mutable std::mutex mutex_;
    std::multimap<wire::HouseId, std::function<void()>> wakes_;
};

} // namespace rexue::server
