// What every speaker is made of: a queue, a volume, a condition, and the thread that takes steps.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

#include "platform/devices/condition_cell.h"
#include "platform/devices/speaker/speaker.h"
#include "platform/devices/speaker/utterance_queue.h"
#include "platform/devices/speaker/volume_cell.h"

namespace rexue::devices {

// What the parts of a speaker share; outlives the thread.
struct SpeakerParts {
    SpeakerParts(SpeakerCondition first, float start_volume, Speaker::Sinks sinks)
        : condition(first, std::move(sinks.condition)),
          ended(std::move(sinks.ended)),
          unreadable(std::move(sinks.unreadable)),
          volume(start_volume) {}

    ConditionCell<SpeakerCondition> condition;
    const std::function<void(UtteranceNumber, UtteranceOutcome)> ended;
    const std::function<void(const std::filesystem::path&, const base::Error&)> unreadable;
    VolumeCell volume;
    UtteranceQueue queue;
};

// Calls `step` again and again: a bounded piece of work, which returns how long nothing is to be
// done; `wake` ends that rest. After each step the ended utterances are told.
class PlayingThread {
  public:
    using Step = std::function<std::chrono::milliseconds()>;

    PlayingThread(SpeakerParts& parts, Step step);
    void wake();

  private:
    void run(const std::stop_token& stop);

    SpeakerParts& parts_;
    const Step step_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool asked_ = false;
    std::jthread thread_; // last: it ends before what it uses
};

// A speaker whose thread takes the steps of `Machine`, which is made from the parts and more.
template <typename Machine>
class SteppingSpeaker final : public Speaker {
  public:
    template <typename... Args>
    SteppingSpeaker(SpeakerCondition first, const SpeakerOptions& options, Sinks sinks,
                    Args&&... args)
        : parts_(first, options.start_volume, std::move(sinks)),
          machine_(parts_, options, std::forward<Args>(args)...),
          thread_(parts_, [this] { return machine_.step(); }) {}

    SpeakerCondition condition() const override { return parts_.condition.get(); }
    UtteranceNumber play(Utterance utterance) override {
        const auto number = parts_.queue.add(std::move(utterance));
        thread_.wake();
        return number;
    }
    void stop() override {
        parts_.queue.stop();
        thread_.wake();
    }
    void set_volume(float volume) override { parts_.volume.set(volume); }
    float volume() const override { return parts_.volume.get(); }
    void reset_volume() override { parts_.volume.reset(); }

  private:
    SpeakerParts parts_;
    Machine machine_;
    PlayingThread thread_; // last: it ends before what it uses
};

} // namespace rexue::devices
