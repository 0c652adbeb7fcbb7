// What holds for every widget in every look and language: nothing is cut, nothing lies on another,
// every target is large enough and far enough from the next, every text can be read.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "kiosk/ui/look.h"
#include "kiosk/ui/strings.h"
#include "tests/kiosk/ui/a_ui.h"
#include "tests/kiosk/ui/widgets/gallery.h"

namespace rexue::ui::widgets {
namespace {

constexpr float tolerance_mm = 0.1F;

struct Case {
    Look look;
    std::string language;
};

std::vector<Case> cases() {
    std::vector<Case> all;
    for (const std::string language : {"zh_CN", "en"}) {
        for (const Mode mode : {Mode::normal, Mode::care}) {
            for (const TextStep step : {TextStep::standard, TextStep::larger, TextStep::largest}) {
                all.push_back({{.mode = mode, .text = step}, language});
            }
        }
        for (const Contrast contrast : {Contrast::black_on_white, Contrast::white_on_black}) {
            all.push_back({{.contrast = contrast}, language});
        }
    }
    return all;
}

bool is_target(const Node& node) {
    return node.role == Role::button || node.role == Role::choice || node.role == Role::field ||
           node.role == Role::list_item;
}

bool is_text(const Node& node) {
    return node.role == Role::text || node.role == Role::heading || node.role == Role::status;
}

// How far apart: negative when they overlap.
float distance(const Rect& a, const Rect& b) {
    const float across = std::max(a.x, b.x) - std::min(a.right(), b.right());
    const float down = std::max(a.y, b.y) - std::min(a.bottom(), b.bottom());
    return std::max(across, down);
}

class WidgetLayout : public testing::TestWithParam<size_t> {
  protected:
    static void SetUpTestSuite() { ASSERT_TRUE(load_strings(REXUE_STRINGS_DIR)); }
    void SetUp() override {
        const Case& at = all_[GetParam()];
        ASSERT_TRUE(set_language(at.language));
        metrics_ = metrics_of(at.look, 600);
        least_contrast_ = at.look.contrast == Contrast::normal ? 7.0F : 15.0F;
    }
    void TearDown() override { ASSERT_TRUE(set_language("en")); }

    void check(const Exhibit& exhibit);
    void check_node(const Node& node, const Canvas& canvas) const;
    void check_pair(const Node& a, const Node& b) const;

    const std::vector<Case> all_ = cases();
    Metrics metrics_;
    float least_contrast_ = 7;
};

void WidgetLayout::check_node(const Node& node, const Canvas& canvas) const {
    SCOPED_TRACE(node.label);
    EXPECT_FALSE(node.clipped);
    EXPECT_GE(node.rect.x, -tolerance_mm);
    EXPECT_GE(node.rect.y, -tolerance_mm);
    EXPECT_LE(node.rect.right(), canvas.width_mm + tolerance_mm);
    EXPECT_LE(node.rect.bottom(), canvas.height_mm() + tolerance_mm);
    if (is_target(node)) {
        EXPECT_GE(std::min(node.rect.w, node.rect.h), metrics_.target_mm - tolerance_mm);
    }
    if (node.capital_mm > 0) {
        EXPECT_GE(node.capital_mm, metrics_.small_mm - 0.01F);
        EXPECT_GE(contrast(node.ink, node.ground), least_contrast_);
    }
}

void WidgetLayout::check_pair(const Node& a, const Node& b) const {
    if (is_target(a) && is_target(b)) {
        EXPECT_GE(distance(a.rect, b.rect), metrics_.gap_mm - tolerance_mm)
            << a.label << " and " << b.label;
    }
    // Line boxes may touch; ink may not.
    if (is_text(a) && is_text(b)) {
        EXPECT_GE(distance(a.rect, b.rect), -0.4F) << a.label << " and " << b.label;
    }
    // Words lie on a target that says them, or beside it; never across its edge.
    if (is_target(a) && is_text(b) && distance(a.rect, b.rect) < -0.4F) {
        EXPECT_GE(b.rect.x, a.rect.x - tolerance_mm) << b.label << " on " << a.label;
        EXPECT_LE(b.rect.right(), a.rect.right() + tolerance_mm) << b.label << " on " << a.label;
        EXPECT_GE(b.rect.y, a.rect.y - tolerance_mm) << b.label << " on " << a.label;
        EXPECT_LE(b.rect.bottom(), a.rect.bottom() + tolerance_mm) << b.label << " on " << a.label;
    }
}

void WidgetLayout::check(const Exhibit& exhibit) {
    SCOPED_TRACE(exhibit.name);
    UiOptions options{.canvas = exhibit.canvas,
                      .theme = theme_of(all_[GetParam()].look),
                      .metrics = metrics_,
                      .motion = false};
    const auto ui = a_ui(options);
    draw_until_calm(*ui, exhibit.draw);
    draw_until_calm(*ui, exhibit.draw);
    EXPECT_TRUE(faults(*ui).empty()) << faults(*ui).front();
    const auto& nodes = ui->tree().nodes();
    EXPECT_GT(nodes.size(), 2U);
    for (size_t i = 0; i < nodes.size(); ++i) {
        check_node(nodes[i], exhibit.canvas);
        for (size_t j = 0; j < nodes.size(); ++j) {
            if (i < j || (i != j && is_target(nodes[i]) && is_text(nodes[j]))) {
                check_pair(nodes[i], nodes[j]);
            }
        }
    }
}

TEST_P(WidgetLayout, HoldsTheDesign) {
    for (const Exhibit& exhibit : gallery())
        check(exhibit);
}

std::string name_of(const testing::TestParamInfo<size_t>& info) {
    const Case at = cases()[info.param];
    const char* const contrasts[] = {"", "WhiteOnBlack", "BlackOnWhite"};
    const char* const steps[] = {"", "Large", "Larger", "Largest"};
    return at.language.substr(0, 2) + (at.look.mode == Mode::care ? "Care" : "Normal") +
           contrasts[static_cast<int>(at.look.contrast)] + steps[static_cast<int>(at.look.text)];
}

INSTANTIATE_TEST_SUITE_P(All, WidgetLayout, testing::Range(size_t{0}, cases().size()), name_of);

} // namespace
} // namespace rexue::ui::widgets
