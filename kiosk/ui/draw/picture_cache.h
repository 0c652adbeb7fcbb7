// Icons and illustrations: SVG files of the assets folder, drawn once a size and kept.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/draw/svg.h"

namespace rexue::ui::draw {

enum class PictureKind {
    icon,  // assets/icons: its coverage only, drawn in the ink of the place
    image, // assets/images: its own colours
};

class PictureCache {
  public:
    // Enough for every icon at every size and the illustrations of two screens: a donor goes back
    // and forth between two, and the memory of a terminal is small. What the newest frame shows
    // stays, however large the canvas is.
    static constexpr size_t limit_bytes = 4 * 1024 * 1024;

    enum class Textures { made, none };
    PictureCache(std::filesystem::path assets, Textures textures)
        : assets_(std::move(assets)), textures_(textures) {}

    // Fitted into the box, keeping its proportions; null when there is no such file, or nothing is
    // drawn at all. Valid until `end_frame`.
    const Drawing* find(PictureKind kind, std::string_view name, int width_px, int height_px);
    void end_frame();

    // Names that were asked for and are not there, or are no SVG: a mistake in a screen or theme.
    const std::set<std::string>& missing() const { return missing_; }

  private:
    struct Entry {
        Drawing drawing;
        unsigned long used = 0;
    };

    bool exists(PictureKind kind, std::string_view name);
    std::filesystem::path file_of(PictureKind kind, std::string_view name) const;

    std::filesystem::path assets_;
    Textures textures_;
    std::unordered_map<std::string, Entry> entries_;
    std::set<std::string, std::less<>> present_;
    std::set<std::string> missing_;
    std::string key_;
    size_t bytes_used_ = 0;
    unsigned long uses_ = 0;
    unsigned long frame_began_ = 0; // uses before it
};

} // namespace rexue::ui::draw
