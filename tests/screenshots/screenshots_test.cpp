// Every screen looks as it was accepted, to the pixel. A difference is written beside the build as
// NAME.png and NAME.difference.png; `./run screenshots accept` takes the new pictures.
#include <filesystem>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "kiosk/ui/strings.h"
#include "tests/screenshots/golden.h"
#include "tests/screenshots/painter.h"

namespace rexue::screenshots {

namespace {

namespace fs = std::filesystem;

const fs::path accepted_folder = REXUE_SOURCE_DIR "/tests/golden/screens";
const fs::path result_folder = REXUE_STRINGS_DIR "/../../screens";

void prepare() {
    pin_renderer();
    static const bool loaded = ui::load_strings(REXUE_STRINGS_DIR).has_value();
    ASSERT_TRUE(loaded);
}

class Screenshot : public testing::TestWithParam<size_t> {};

std::string name_of(const testing::TestParamInfo<size_t>& info) {
    std::string name = pictured_scenes()[info.param].name;
    for (char& c : name) {
        if (c == '-') c = '_';
    }
    return name;
}

} // namespace

TEST_P(Screenshot, LooksAsAccepted) {
    prepare();
    const Scene scene = pictured_scenes()[GetParam()];
    const auto painted = paint(scene);
    ASSERT_TRUE(painted.has_value()) << painted.error().detail;
    const auto accepted = read_golden(accepted_folder, scene.name);
    ASSERT_TRUE(accepted.has_value()) << accepted.error().detail;
    const Difference found = difference(*accepted, painted->picture);
    if (found.pixels > 0) {
        fs::create_directories(result_folder);
        (void)image::write_png(result_folder / (scene.name + ".png"), painted->picture);
        (void)image::write_png(result_folder / (scene.name + ".difference.png"), found.shown);
    }
    EXPECT_EQ(found.pixels, 0) << "look at " << (result_folder / scene.name).string() << "*.png";
}

INSTANTIATE_TEST_SUITE_P(All, Screenshot, testing::Range(size_t{0}, pictured_scenes().size()),
                         name_of);

TEST(Screenshots, NoAcceptedPictureIsLeftWithoutAScene) {
    std::set<std::string> names;
    for (const Scene& scene : pictured_scenes())
        names.insert(scene.name);
    for (const auto& entry : fs::directory_iterator(accepted_folder)) {
        if (entry.path().extension() != ".png") continue;
        EXPECT_TRUE(names.contains(entry.path().stem().string())) << entry.path();
    }
}

TEST(Screenshots, ADifferenceOfOnePixelIsSeen) {
    prepare();
    auto painted = paint(pictured_scenes().front());
    ASSERT_TRUE(painted.has_value());
    image::Picture other = painted->picture;
    other.rgba[4 * 1234] ^= 1;
    EXPECT_EQ(difference(painted->picture, other).pixels, 1);
}

} // namespace rexue::screenshots
