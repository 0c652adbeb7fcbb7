// Every word of every screen can be read: its contrast is measured in the picture that is drawn.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "kiosk/ui/strings.h"
#include "platform/base/utf8.h"
#include "tests/screenshots/drawn_colours.h"
#include "tests/screenshots/easel.h"

namespace rexue::screenshots {

namespace {

// WCAG 2.1: 1.4.6 (AAA) asks for 7:1; 1.4.3 (AA) for 4.5:1, and for nothing of what cannot be
// pressed now, which somebody reads all the same. For low vision 15:1.
constexpr float least = 7.0F;
constexpr float least_for_low_vision = 15.0F;
constexpr float least_of_disabled = 4.5F;
// An "I" by itself has one stem, which may lie between two columns of pixels and reach its own
// colour in neither. WCAG measures without smooth edges.
constexpr float share_of_one_letter = 0.95F;

float least_of(const Scene& scene, const ui::Node& node) {
    if (!node.enabled) return least_of_disabled;
    const bool is_normal = scene.look.contrast == ui::Contrast::normal;
    const bool is_one_letter = base::code_points(node.label).size() == 1;
    return (is_normal ? least : least_for_low_vision) * (is_one_letter ? share_of_one_letter : 1);
}

bool has_words(const ui::Node& node) {
    return node.capital_mm > 0 && !base::trimmed(node.label).empty();
}

std::vector<std::string> all_manners() {
    std::set<std::string> manners;
    for (const Scene& scene : all_scenes())
        manners.insert(scene.manner);
    return {manners.begin(), manners.end()};
}

class Contrast : public testing::TestWithParam<std::string> {};

std::string name_of(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::ranges::replace(name, '-', '_');
    return name;
}

void expect_readable(const Scene& scene, const app::Painted& painted) {
    for (const ui::Node& node : painted.tree.nodes()) {
        if (!has_words(node)) continue;
        const auto drawn = drawn_colours(painted.picture, scene.canvas, node, painted.tree.nodes());
        const float contrast = drawn ? ui::contrast(drawn->ink, drawn->ground) : 1;
        EXPECT_GE(contrast, least_of(scene, node))
            << scene.name << ": " << node.label << (node.enabled ? "" : " (disabled)");
    }
}

} // namespace

TEST_P(Contrast, IsMeasuredInThePicture) {
    app::pin_renderer();
    ASSERT_TRUE(ui::load_strings(REXUE_STRINGS_DIR).has_value());
    Easel easel;
    for (const Scene& scene : all_scenes()) {
        if (scene.manner != GetParam()) continue;
        const auto painted = easel.paint(scene);
        ASSERT_TRUE(painted.has_value()) << painted.error().detail;
        expect_readable(scene, *painted);
    }
}

INSTANTIATE_TEST_SUITE_P(All, Contrast, testing::ValuesIn(all_manners()), name_of);

} // namespace rexue::screenshots
