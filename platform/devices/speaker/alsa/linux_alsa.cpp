#include <algorithm>
#include <array>
#include <cerrno>

#include <alsa/asoundlib.h>

#include "platform/devices/speaker/alsa/alsa_calls.h"
#include "platform/devices/speaker/sound_file.h"

namespace rexue::devices {

namespace {

constexpr unsigned period_us = 20'000;
constexpr unsigned buffer_us = 120'000;

// The library writes to stderr what it also returns.
void hush(const char*, int, const char*, int, const char*, ...) {}

class LinuxAlsa final : public AlsaCalls {
  public:
    LinuxAlsa() { snd_lib_error_set_handler(hush); }
    ~LinuxAlsa() override { LinuxAlsa::close(); }
    LinuxAlsa(const LinuxAlsa&) = delete;
    LinuxAlsa& operator=(const LinuxAlsa&) = delete;

    int open(const std::string& device) override {
        close();
        int error = snd_pcm_open(&pcm_, device.c_str(), SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
        if (error < 0) {
            pcm_ = nullptr;
            return error;
        }
        // Some chips know no mono.
        for (const unsigned channels : {1U, 2U}) {
            error = configure(channels);
            if (error == 0) return 0;
        }
        close();
        return error;
    }

    void close() override {
        if (pcm_ != nullptr) snd_pcm_close(pcm_);
        pcm_ = nullptr;
    }

    long write(std::span<const std::int16_t> samples) override {
        if (channels_ == 1) return snd_pcm_writei(pcm_, samples.data(), samples.size());
        std::array<std::int16_t, 4096> both{};
        const size_t count = std::min(samples.size(), both.size() / 2);
        for (size_t i = 0; i < count; ++i)
            both[2 * i] = both[2 * i + 1] = samples[i];
        return snd_pcm_writei(pcm_, both.data(), count);
    }

    void wait(std::chrono::milliseconds longest) override {
        // What it says besides is said by the next call too.
        snd_pcm_wait(pcm_, static_cast<int>(longest.count()));
    }

    int recover(int error) override { return snd_pcm_recover(pcm_, error, 1); }

    long delay() override {
        snd_pcm_sframes_t samples = 0;
        const int error = snd_pcm_delay(pcm_, &samples);
        return error < 0 ? error : samples;
    }

    int drop() override {
        const int error = snd_pcm_drop(pcm_);
        return error < 0 ? error : snd_pcm_prepare(pcm_);
    }

    bool is_there() override { return snd_pcm_state(pcm_) != SND_PCM_STATE_DISCONNECTED; }

  private:
    int configure(unsigned channels) {
        snd_pcm_hw_params_t* hardware = nullptr;
        snd_pcm_hw_params_alloca(&hardware);
        unsigned period = period_us;
        unsigned buffer = buffer_us;
        int error = snd_pcm_hw_params_any(pcm_, hardware);
        const auto then = [&](auto call) {
            if (error >= 0) error = call();
        };
        then([&] {
            return snd_pcm_hw_params_set_access(pcm_, hardware, SND_PCM_ACCESS_RW_INTERLEAVED);
        });
        then([&] { return snd_pcm_hw_params_set_format(pcm_, hardware, SND_PCM_FORMAT_S16); });
        then([&] { return snd_pcm_hw_params_set_channels(pcm_, hardware, channels); });
        then([&] { return snd_pcm_hw_params_set_rate(pcm_, hardware, sound_rate_hz, 0); });
        then([&] {
            return snd_pcm_hw_params_set_buffer_time_near(pcm_, hardware, &buffer, nullptr);
        });
        then([&] {
            return snd_pcm_hw_params_set_period_time_near(pcm_, hardware, &period, nullptr);
        });
        then([&] { return snd_pcm_hw_params(pcm_, hardware); });
        then([&] { return set_start(); });
        if (error >= 0) channels_ = channels;
        return std::min(error, 0);
    }

    // Begins with the first period: an utterance shorter than the buffer is heard too.
    int set_start() {
        snd_pcm_uframes_t buffer = 0;
        snd_pcm_uframes_t period = 0;
        if (const int error = snd_pcm_get_params(pcm_, &buffer, &period); error < 0) return error;
        snd_pcm_sw_params_t* software = nullptr;
        snd_pcm_sw_params_alloca(&software);
        if (const int error = snd_pcm_sw_params_current(pcm_, software); error < 0) return error;
        snd_pcm_sw_params_set_start_threshold(pcm_, software, period);
        snd_pcm_sw_params_set_avail_min(pcm_, software, period);
        return snd_pcm_sw_params(pcm_, software);
    }

    snd_pcm_t* pcm_ = nullptr;
    unsigned channels_ = 1;
};

} // namespace

std::unique_ptr<AlsaCalls> linux_alsa() {
    return std::make_unique<LinuxAlsa>();
}

} // namespace rexue::devices
