// What a speaker has told, from whatever thread.
#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "platform/devices/speaker/speaker.h"

namespace rexue::devices {

class Heard {
  public:
    using Ended = std::pair<UtteranceNumber, UtteranceOutcome>;

    Speaker::Sinks sinks() {
        return {.condition =
                    [this](SpeakerCondition condition) {
                        const std::lock_guard lock(mutex_);
                        conditions_.push_back(condition);
                    },
                .ended =
                    [this](UtteranceNumber number, UtteranceOutcome outcome) {
                        const std::lock_guard lock(mutex_);
                        ended_.emplace_back(number, outcome);
                    },
                .unreadable =
                    [this](const std::filesystem::path& file, const base::Error& error) {
                        const std::lock_guard lock(mutex_);
                        unreadable_.emplace_back(file.filename().string(), error.code);
                    }};
    }

    std::vector<SpeakerCondition> conditions() const { return copy(conditions_); }
    std::vector<Ended> ended() const { return copy(ended_); }
    std::vector<std::pair<std::string, base::ErrorCode>> unreadable() const {
        return copy(unreadable_);
    }

  private:
    template <typename List>
    List copy(const List& list) const {
        const std::lock_guard lock(mutex_);
        return list;
    }

    mutable std::mutex mutex_;
    std::vector<SpeakerCondition> conditions_;
    std::vector<Ended> ended_;
    std::vector<std::pair<std::string, base::ErrorCode>> unreadable_;
};

} // namespace rexue::devices
