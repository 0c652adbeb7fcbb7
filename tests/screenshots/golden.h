// The accepted pictures of all scenes, and how a new one is held against them.
#pragma once

#include <filesystem>
#include <string>

#include "platform/base/error.h"
#include "platform/image/picture.h"

namespace rexue::screenshots {

// not_found when nobody has accepted a picture under this name yet.
base::Result<image::Picture> read_golden(const std::filesystem::path& folder,
                                         const std::string& name);

struct Difference {
    int pixels = 0;       // that are not the same; all of them when the sizes differ
    image::Picture shown; // the new picture, pale, with what differs in full crimson
};
Difference difference(const image::Picture& accepted, const image::Picture& painted);

} // namespace rexue::screenshots
