// Clips of every form that is allowed, and of every kind that is not.
#include "platform/devices/speaker/sound_file.h"

#include <algorithm>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sndfile.h>
#include <sys/stat.h>

#include "tests/platform/devices/speaker/sounds.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using base::ErrorCode;
using testing::Each;
using testing::SizeIs;

class SoundFile : public testing::Test {
  protected:
    std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }
    ErrorCode code_of(const std::string& name) const {
        const auto sound = read_sound(file(name));
        EXPECT_FALSE(sound) << name;
        return sound ? ErrorCode::internal : sound.error().code;
    }

  private:
    support::TestFolder folder_;
};

void write_with_library(const std::filesystem::path& file, int format,
                        const std::vector<float>& samples, int rate_hz) {
    SF_INFO info{};
    info.samplerate = rate_hz;
    info.channels = 1;
    info.format = format;
    SNDFILE* sound = sf_open(file.c_str(), SFM_WRITE, &info);
    ASSERT_NE(sound, nullptr);
    sf_writef_float(sound, samples.data(), static_cast<sf_count_t>(samples.size()));
    sf_close(sound);
}

TEST_F(SoundFile, comes_as_it_was_recorded_at_our_own_rate) {
    const std::vector<std::int16_t> samples{0, 1, -1, 32767, -32768, 12345};
    write_wave(file("a.wav"), samples);
    EXPECT_EQ(read_sound(file("a.wav")).value(), samples);
}

TEST_F(SoundFile, of_any_rate_keeps_its_length_and_loudness) {
    for (const int rate_hz : {16'000, 22'050, 32'000, 44'100, 48'000}) {
        write_wave(file("a.wav"), level(20'000, 500, rate_hz), {.rate_hz = rate_hz});
        const auto sound = read_sound(file("a.wav"));
        ASSERT_TRUE(sound) << rate_hz;
        EXPECT_NEAR(static_cast<double>(sound->size()), 24'000, 4) << rate_hz;
        EXPECT_THAT(*sound, Each(20'000)) << rate_hz;
    }
}

TEST_F(SoundFile, between_two_samples_lies_on_the_line_and_never_beyond) {
    write_wave(file("a.wav"), {0, 3000, -32768, 32767}, {.rate_hz = 16'000});
    const auto sound = read_sound(file("a.wav")).value();
    ASSERT_THAT(sound, SizeIs(12));
    EXPECT_EQ(sound[1], 1000);
    EXPECT_EQ(sound[2], 2000);
    EXPECT_EQ(sound[3], 3000);
    EXPECT_EQ(sound[9], 32767);
}

TEST_F(SoundFile, of_two_channels_is_averaged) {
    write_wave(file("a.wav"), {100, 300, 32767, 32767, -32768, -32768}, {.channels = 2});
    EXPECT_EQ(read_sound(file("a.wav")).value(), (std::vector<std::int16_t>{200, 32767, -32768}));
}

TEST_F(SoundFile, may_be_ogg_or_flac_and_a_recording_above_full_scale_is_held) {
    const std::vector<float> half(4800, 0.5F);
    write_with_library(file("a.ogg"), SF_FORMAT_OGG | SF_FORMAT_VORBIS, half, 48'000);
    const auto ogg = read_sound(file("a.ogg"));
    ASSERT_TRUE(ogg);
    EXPECT_NEAR((*ogg)[2400], 16'384, 1'000);
    write_with_library(file("a.flac"), SF_FORMAT_FLAC | SF_FORMAT_PCM_16, half, 48'000);
    EXPECT_NEAR(read_sound(file("a.flac")).value()[2400], 16'384, 2);
    write_with_library(file("loud.wav"), SF_FORMAT_WAV | SF_FORMAT_FLOAT, {1.7F, -1.7F}, 48'000);
    EXPECT_EQ(read_sound(file("loud.wav")).value(), (std::vector<std::int16_t>{32767, -32768}));
}

TEST_F(SoundFile, that_is_not_one_is_refused_by_name) {
    EXPECT_EQ(code_of("nothing.wav"), ErrorCode::not_found);
    std::filesystem::create_directory(file("folder.wav"));
    EXPECT_EQ(code_of("folder.wav"), ErrorCode::unsupported);
    ASSERT_EQ(mkfifo(file("pipe.wav").c_str(), 0600), 0);
    EXPECT_EQ(code_of("pipe.wav"), ErrorCode::unsupported);
    std::ofstream(file("empty.wav"));
    EXPECT_EQ(code_of("empty.wav"), ErrorCode::unsupported);
    std::ofstream(file("text.wav")) << "no sound at all";
    EXPECT_EQ(code_of("text.wav"), ErrorCode::unsupported);
    std::ofstream(file("half.wav")) << "RIFF";
    EXPECT_EQ(code_of("half.wav"), ErrorCode::unsupported);
    std::ofstream(file("header.wav")) << "RIFF\x24\1\1\1WAVEfmt ";
    EXPECT_EQ(code_of("header.wav"), ErrorCode::corrupt);
    // A format the library could read, and that nobody has asked for.
    write_with_library(file("sun.wav"), SF_FORMAT_AU | SF_FORMAT_PCM_16, {0.1F}, 48'000);
    EXPECT_EQ(code_of("sun.wav"), ErrorCode::unsupported);
}

TEST_F(SoundFile, of_a_rate_or_channels_beyond_ours_is_refused) {
    write_wave(file("slow.wav"), level(1, 100), {.rate_hz = 8'000});
    EXPECT_EQ(code_of("slow.wav"), ErrorCode::unsupported);
    write_wave(file("fast.wav"), level(1, 100), {.rate_hz = 96'000});
    EXPECT_EQ(code_of("fast.wav"), ErrorCode::unsupported);
    write_wave(file("six.wav"), level(1, 100), {.channels = 6});
    EXPECT_EQ(code_of("six.wav"), ErrorCode::unsupported);
}

TEST_F(SoundFile, without_a_sample_is_corrupt) {
    write_wave(file("a.wav"), {});
    EXPECT_EQ(code_of("a.wav"), ErrorCode::corrupt);
}

TEST_F(SoundFile, longer_than_two_minutes_or_16_megabytes_is_refused) {
    // Silence packs well: a small file can be long.
    write_with_library(file("long.flac"), SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
                       std::vector<float>(16'000 * 121), 16'000);
    EXPECT_EQ(code_of("long.flac"), ErrorCode::limit_exceeded);
    write_wave(file("large.wav"), {1});
    std::filesystem::resize_file(file("large.wav"), max_sound_file_bytes + 1);
    EXPECT_EQ(code_of("large.wav"), ErrorCode::limit_exceeded);
}

// A header that promises more than there is gives what there is, or nothing; never more.
TEST_F(SoundFile, cut_anywhere_is_read_or_refused) {
    write_with_library(file("whole.ogg"), SF_FORMAT_OGG | SF_FORMAT_VORBIS,
                       std::vector<float>(9600, 0.25F), 48'000);
    write_with_library(file("whole.flac"), SF_FORMAT_FLAC | SF_FORMAT_PCM_16,
                       std::vector<float>(9600, 0.25F), 48'000);
    write_wave(file("whole.wav"), level(100, 20));
    for (const char* name : {"whole.ogg", "whole.flac", "whole.wav"}) {
        const auto bytes = std::filesystem::file_size(file(name));
        for (std::uintmax_t left = 0; left < bytes; left += 7) {
            std::filesystem::copy_file(file(name), file("cut"),
                                       std::filesystem::copy_options::overwrite_existing);
            std::filesystem::resize_file(file("cut"), left);
            const auto sound = read_sound(file("cut"));
            if (sound) {
                EXPECT_LE(sound->size(), 9600U) << name << ' ' << left;
            }
        }
    }
}

} // namespace
} // namespace rexue::devices
