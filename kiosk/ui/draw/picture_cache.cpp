#include "kiosk/ui/draw/picture_cache.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace rexue::ui::draw {

namespace {

std::string_view folder_of(PictureKind kind) {
    return kind == PictureKind::icon ? "icons" : "images";
}

// A theme may name pictures: a name is a file's stem, never a way out of the folder.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name.front() != '.' &&
           name.find_first_of("/\\") == std::string_view::npos;
}

} // namespace

const Drawing* PictureCache::find(PictureKind kind, std::string_view name, int width_px,
                                  int height_px) {
    if (!exists(kind, name) || textures_ == Textures::none) return nullptr;
    if (width_px < 1 || height_px < 1) return nullptr;
    key_.clear();
    fmt::format_to(std::back_inserter(key_), "{}/{} {}x{}", folder_of(kind), name, width_px,
                   height_px);
    const auto found = entries_.find(key_);
    if (found != entries_.end()) {
        found->second.used = ++uses_;
        return &found->second.drawing;
    }
    auto drawing = kind == PictureKind::icon
                       ? render_svg_coverage(file_of(kind, name), width_px, height_px)
                       : render_svg_colour(file_of(kind, name), width_px, height_px);
    if (!drawing) {
        missing_.insert(fmt::format("{}/{}", folder_of(kind), name));
        return nullptr;
    }
    bytes_used_ += drawing->texture.bytes();
    Entry& entry = entries_[key_];
    entry = {.drawing = std::move(*drawing), .used = ++uses_};
    return &entry.drawing;
}

void PictureCache::end_frame() {
    while (bytes_used_ > limit_bytes) {
        const auto oldest = std::ranges::min_element(
            entries_, {}, [](const auto& entry) { return entry.second.used; });
        if (oldest->second.used > frame_began_) break;
        bytes_used_ -= oldest->second.drawing.texture.bytes();
        entries_.erase(oldest);
    }
    frame_began_ = uses_;
}

bool PictureCache::exists(PictureKind kind, std::string_view name) {
    key_.clear();
    fmt::format_to(std::back_inserter(key_), "{}/{}", folder_of(kind), name);
    if (missing_.contains(key_)) return false;
    if (present_.contains(key_)) return true;
    std::error_code ignored;
    const bool is_there =
        is_plain_name(name) && std::filesystem::is_regular_file(file_of(kind, name), ignored);
    if (is_there) {
        present_.insert(key_);
    } else {
        missing_.insert(key_);
    }
    return is_there;
}

std::filesystem::path PictureCache::file_of(PictureKind kind, std::string_view name) const {
    return assets_ / folder_of(kind) / (std::string(name) + ".svg");
}

} // namespace rexue::ui::draw
