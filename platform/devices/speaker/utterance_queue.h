// The utterances that wait, the same for every speaker: in order, each ended once.
#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "platform/devices/speaker/speaker.h"

namespace rexue::devices {

// Any thread.
class UtteranceQueue {
  public:
    struct Waiting {
        UtteranceNumber number = 0;
        Utterance utterance;
    };

    // Refused on the spot when it does not fit; it then still has its turn to be told of.
    UtteranceNumber add(Utterance utterance);

    // Everything given so far is to be heard no more.
    void stop();
    bool is_stopped(UtteranceNumber number) const;

    // The next to be played, which the queue then knows no more; stopped and refused ones before
    // it are ended.
    std::optional<Waiting> next();
    // No speaker: all that wait are ended `unheard`.
    void give_up();
    bool has_waiting() const;

    void end(UtteranceNumber number, UtteranceOutcome outcome);
    // What became of utterances since the last call, in order.
    std::vector<std::pair<UtteranceNumber, UtteranceOutcome>> take_outcomes();

  private:
    // The outcome of one that is not to be played.
    std::optional<UtteranceOutcome> settled(const Waiting& waiting) const;

    mutable std::mutex mutex_;
    UtteranceNumber last_ = 0;
    UtteranceNumber stopped_up_to_ = 0;
    std::deque<Waiting> waiting_; // one that does not fit is here without clips
    std::vector<std::pair<UtteranceNumber, UtteranceOutcome>> outcomes_;
};

} // namespace rexue::devices
