#include "platform/devices/camera/simulated/picture_source.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <fstream>
#include <map>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "platform/base/utf8.h"
#include "platform/image/picture.h"
#include "platform/image/resample.h"

namespace rexue::devices {

namespace {

namespace fs = std::filesystem;

Frame black_frame(int width_px, int height_px) {
    return std::make_shared<const image::GreyImage>(image::GreyImage{
        .width_px = width_px,
        .height_px = height_px,
        .luminance = std::vector<std::uint8_t>(size_t(width_px) * size_t(height_px), 0)});
}

class FolderSource final : public PictureSource {
  public:
    FolderSource(fs::path folder, int width_px, int height_px)
        : folder_(std::move(folder)),
          width_px_(width_px),
          height_px_(height_px),
          black_(black_frame(width_px, height_px)) {}

    CameraCondition condition() override {
        std::error_code error;
        if (!fs::is_directory(folder_, error)) return CameraCondition::unplugged;
        std::string word;
        std::getline(std::ifstream(folder_ / "fault"), word);
        const auto fault = base::trimmed(word);
        for (const auto condition : {CameraCondition::unplugged, CameraCondition::silent,
                                     CameraCondition::unsupported, CameraCondition::connecting}) {
            if (fault == to_string(condition)) return condition;
        }
        return CameraCondition::streaming;
    }

    Frame next() override {
        look_at_folder();
        for (size_t tries = 0; tries < reel_.size(); ++tries) {
            position_ = position_ < reel_.size() ? position_ : 0;
            if (Frame frame = develop(reel_[position_++])) return frame;
        }
        return black_;
    }

  private:
    // A file that changed is another negative.
    struct Negative {
        std::string name;
        fs::file_time_type written;
        std::uintmax_t bytes = 0;
        auto operator<=>(const Negative&) const = default;
    };

    // Developed pictures that are kept: nine tenths of a megabyte each at 720p.
    static constexpr size_t most_developed = 64;

    void look_at_folder() {
        std::vector<Negative> reel;
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(folder_, error)) {
            std::error_code gone;
            const std::string name = entry.path().filename().string();
            if (name == "fault" || name.starts_with('.') || !entry.is_regular_file(gone)) continue;
            reel.push_back({.name = name,
                            .written = entry.last_write_time(gone),
                            .bytes = entry.file_size(gone)});
        }
        std::ranges::sort(reel);
        if (reel == reel_) return;
        reel_ = std::move(reel);
        position_ = 0;
        std::erase_if(developed_, [this](const auto& entry) {
            return !std::ranges::binary_search(reel_, entry.first);
        });
    }

    // Null for what is no picture.
    Frame develop(const Negative& negative) {
        if (const auto found = developed_.find(negative); found != developed_.end()) {
            return found->second;
        }
        const auto picture = image::read_grey(folder_ / negative.name);
        Frame frame;
        if (picture) {
            frame = std::make_shared<const image::GreyImage>(
                image::fitted(*picture, width_px_, height_px_));
        }
        if (developed_.size() < most_developed) developed_.emplace(negative, frame);
        return frame;
    }

    const fs::path folder_;
    const int width_px_;
    const int height_px_;
    const Frame black_;
    std::vector<Negative> reel_;
    size_t position_ = 0;
    std::map<Negative, Frame> developed_;
};

class PipeSource final : public PictureSource {
  public:
    PipeSource(fs::path pipe, int width_px, int height_px)
        : path_(std::move(pipe)),
          width_px_(width_px),
          height_px_(height_px),
          shown_(black_frame(width_px, height_px)) {}
    PipeSource(const PipeSource&) = delete;
    PipeSource& operator=(const PipeSource&) = delete;
    ~PipeSource() override { close(); }

    CameraCondition condition() override {
        std::error_code error;
        if (!fs::is_fifo(path_, error)) {
            close();
            return CameraCondition::unplugged;
        }
        // Opened for writing too, so that the last writer's leaving is no end of file.
        if (descriptor_ < 0) descriptor_ = ::open(path_.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        return descriptor_ < 0 ? CameraCondition::unplugged : CameraCondition::streaming;
    }

    Frame next() override {
        // A whole picture may be many times what a pipe holds, so all that waits is taken.
        std::array<std::byte, 65'536> bytes;
        for (int reads = 0; descriptor_ >= 0 && reads < 64; ++reads) {
            const ssize_t got = ::read(descriptor_, bytes.data(), bytes.size());
            if (got <= 0) break;
            splitter_.feed(std::span(bytes).first(static_cast<size_t>(got)));
        }
        while (const auto file = splitter_.next()) {
            const auto picture = image::read_grey(*file);
            if (!picture) continue;
            shown_ = std::make_shared<const image::GreyImage>(
                image::fitted(*picture, width_px_, height_px_));
            break;
        }
        return shown_;
    }

  private:
    void close() {
        if (descriptor_ >= 0) ::close(descriptor_);
        descriptor_ = -1;
    }

    const fs::path path_;
    const int width_px_;
    const int height_px_;
    Frame shown_;
    int descriptor_ = -1;
    PictureSplitter splitter_;
};

} // namespace

std::unique_ptr<PictureSource> make_folder_source(fs::path folder, int width_px, int height_px) {
    return std::make_unique<FolderSource>(std::move(folder), width_px, height_px);
}

std::unique_ptr<PictureSource> make_pipe_source(fs::path pipe, int width_px, int height_px) {
    return std::make_unique<PipeSource>(std::move(pipe), width_px, height_px);
}

} // namespace rexue::devices
