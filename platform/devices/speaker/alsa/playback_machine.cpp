#include "platform/devices/speaker/alsa/playback_machine.h"

#include <algorithm>
#include <cerrno>
#include <span>
#include <utility>

#include "platform/devices/speaker/sound_file.h"

namespace rexue::devices {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds first_back_off{250};
constexpr milliseconds between_idle_looks{500}; // at a device that plays nothing
constexpr milliseconds longest_wait{20};
constexpr size_t block_samples = sound_rate_hz / 50;

SpeakerCondition condition_for(int error) {
    switch (-error) {
        case ENODEV:
        case ENOENT:
        case ENXIO:
            return SpeakerCondition::unplugged;
        default:
            return SpeakerCondition::broken;
    }
}

} // namespace

PlaybackMachine::PlaybackMachine(SpeakerParts& parts, const SpeakerOptions& options,
                                 const time::Clock& clock, std::unique_ptr<AlsaCalls> alsa)
    : parts_(parts),
      device_(options.path),
      pre_roll_(options.pre_roll),
      clock_(clock),
      alsa_(std::move(alsa)),
      gain_(options.start_volume),
      back_off_(first_back_off),
      next_attempt_(clock.steady()) {}

milliseconds PlaybackMachine::step() {
    if (!is_open_) return open();
    if (!current_) return begin();
    if (parts_.queue.is_stopped(current_->number)) {
        end(UtteranceOutcome::stopped);
        const int error = alsa_->drop();
        return error < 0 ? handle(error) : milliseconds(0);
    }
    return current_->tail > 0 && current_->taken == current_->block.size() ? finish() : write();
}

milliseconds PlaybackMachine::open() {
    const auto rest = next_attempt_ - clock_.steady();
    if (rest > milliseconds(0)) {
        parts_.queue.give_up();
        return rest;
    }
    const int error = alsa_->open(device_);
    if (error < 0) return tear_down(condition_for(error));
    is_open_ = true;
    back_off_ = first_back_off;
    if (!parts_.queue.has_waiting()) parts_.condition.set(SpeakerCondition::idle);
    return milliseconds(0);
}

milliseconds PlaybackMachine::tear_down(SpeakerCondition condition) {
    if (current_) end(UtteranceOutcome::unheard);
    parts_.queue.give_up();
    alsa_->close();
    is_open_ = false;
    parts_.condition.set(condition);
    next_attempt_ = clock_.steady() + back_off_;
    return std::exchange(back_off_, std::min(2 * back_off_, longest_back_off));
}

milliseconds PlaybackMachine::begin() {
    auto next = parts_.queue.next();
    if (!next) {
        if (!alsa_->is_there()) return tear_down(SpeakerCondition::unplugged);
        parts_.condition.set(SpeakerCondition::idle);
        return between_idle_looks;
    }
    current_.emplace(Current{
        .number = next->number,
        .samples = UtteranceSamples(std::move(next->utterance), pre_roll_, parts_.unreadable),
        .block = {}});
    last_progress_ = clock_.steady();
    fill_block();
    if (!current_->samples.has_sound()) {
        end(UtteranceOutcome::refused);
        return milliseconds(0);
    }
    parts_.condition.set(SpeakerCondition::playing);
    return milliseconds(0);
}

void PlaybackMachine::fill_block() {
    Current& now = *current_;
    now.block.assign(block_samples, 0);
    now.taken = 0;
    const size_t count = now.samples.read(now.block);
    gain_.apply(std::span(now.block).first(count), parts_.volume.get());
    now.tail += block_samples - count;
}

milliseconds PlaybackMachine::write() {
    Current& now = *current_;
    if (now.taken == now.block.size()) fill_block();
    const long taken = alsa_->write(std::span<const std::int16_t>(now.block).subspan(now.taken));
    if (taken > 0) {
        now.taken += static_cast<size_t>(taken);
        last_progress_ = clock_.steady();
        return milliseconds(0);
    }
    if (taken < 0 && taken != -EAGAIN) return handle(static_cast<int>(taken));
    if (clock_.steady() - last_progress_ >= longest_standstill) {
        return tear_down(SpeakerCondition::broken);
    }
    alsa_->wait(longest_wait);
    return milliseconds(0);
}

// All words are written, and silence behind them, which keeps the device fed until the last of them
// is out: when no more than the silence is left in it, or when it ran dry.
milliseconds PlaybackMachine::finish() {
    const long left = alsa_->delay();
    const bool heard = left == -EPIPE || (left >= 0 && left <= static_cast<long>(current_->tail));
    if (!heard) return left < 0 ? handle(static_cast<int>(left)) : write();
    end(UtteranceOutcome::played);
    const int error = alsa_->drop();
    return error < 0 ? handle(error) : milliseconds(0);
}

milliseconds PlaybackMachine::handle(int error) {
    if (error != -EPIPE && error != -ESTRPIPE) return tear_down(condition_for(error));
    ++dry_runs_;
    const int recovered = alsa_->recover(error);
    return recovered < 0 ? tear_down(condition_for(recovered)) : milliseconds(0);
}

void PlaybackMachine::end(UtteranceOutcome outcome) {
    parts_.queue.end(current_->number, outcome);
    current_.reset();
}

} // namespace rexue::devices
