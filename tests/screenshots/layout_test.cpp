// What holds for every screen: nothing is cut, nothing lies on another, every target is big
// enough, every text can be read. Sizes are for a terminal at 600 mm; contrasts
// are WCAG 2.1's AAA.
#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "kiosk/ui/strings.h"
#include "platform/base/utf8.h"
#include "tests/screenshots/painter.h"

namespace rexue::screenshots {

namespace {

bool is_target(const ui::Node& node) {
    return node.role == ui::Role::button || node.role == ui::Role::choice ||
           node.role == ui::Role::field;
}

bool overlap(const ui::Rect& a, const ui::Rect& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

class Layout : public testing::TestWithParam<size_t> {
  protected:
    void SetUp() override {
        static const bool loaded = ui::load_strings(REXUE_STRINGS_DIR).has_value();
        ASSERT_TRUE(loaded);
        scene_ = all_scenes()[GetParam()];
        auto tree = read_tree(scene_);
        ASSERT_TRUE(tree.has_value()) << tree.error().detail;
        tree_ = std::move(*tree);
    }

    // The terminal's figures are for 600 mm and shrink and grow with the viewing distance.
    float scaled(float mm_at_600) const { return mm_at_600 * scene_.viewing_distance_mm / 600; }
    // A finger stays as it is: from near, nothing to be touched gets smaller.
    float finger(float mm_at_600) const { return std::max(mm_at_600, scaled(mm_at_600)); }

    void cuts_no_text() const;
    void stays_on_the_canvas() const;
    void lays_no_target_on_another() const;
    void lays_no_text_on_another() const;
    void gives_every_target_room_for_a_finger() const;
    void gives_main_buttons_more_room() const;
    void keeps_targets_apart() const;
    void writes_nothing_too_small() const;
    void writes_sentences_large_enough() const;
    void keeps_contrast() const;
    void lays_no_text_over_a_target() const;
    void offers_few_choices() const;
    bool shows_a_calendar() const;
    bool needs_the_whole_screen() const;
    void stays_in_reach() const;

    bool in_care() const { return scene_.look.mode == ui::Mode::care; }
    float care(float normal, float in_care_mode) const { return in_care() ? in_care_mode : normal; }

    Scene scene_;
    ui::SemanticTree tree_;
};

void Layout::cuts_no_text() const {
    for (const ui::Node& node : tree_.nodes())
        EXPECT_FALSE(node.clipped) << node.label;
}

void Layout::stays_on_the_canvas() const {
    const float width = scene_.canvas.width_mm;
    const float height = scene_.canvas.height_mm();
    for (const ui::Node& node : tree_.nodes()) {
        EXPECT_GE(node.rect.x, -0.1F) << node.label;
        EXPECT_GE(node.rect.y, -0.1F) << node.label;
        EXPECT_LE(node.rect.right(), width + 0.1F) << node.label;
        EXPECT_LE(node.rect.bottom(), height + 0.1F) << node.label;
    }
}

void Layout::lays_no_target_on_another() const {
    const auto& nodes = tree_.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        for (size_t j = i + 1; j < nodes.size(); ++j) {
            if (!is_target(nodes[i]) || !is_target(nodes[j])) continue;
            EXPECT_FALSE(overlap(nodes[i].rect, nodes[j].rect))
                << nodes[i].label << " and " << nodes[j].label;
        }
    }
}

void Layout::lays_no_text_on_another() const {
    const auto is_text = [](const ui::Node& node) {
        return node.role == ui::Role::text || node.role == ui::Role::heading ||
               node.role == ui::Role::status;
    };
    const auto& nodes = tree_.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        for (size_t j = i + 1; j < nodes.size(); ++j) {
            if (!is_text(nodes[i]) || !is_text(nodes[j])) continue;
            // Line boxes may touch; ink may not.
            EXPECT_FALSE(overlap(nodes[i].rect.inset(0.4F), nodes[j].rect.inset(0.4F)))
                << nodes[i].label << " and " << nodes[j].label;
        }
    }
}

void Layout::gives_every_target_room_for_a_finger() const {
    for (const ui::Node& node : tree_.nodes()) {
        if (!is_target(node)) continue;
        EXPECT_GE(std::min(node.rect.w, node.rect.h), finger(care(15, 20)) - 0.1F) << node.label;
    }
}

// What a screen is for is written large, at every size of words, or stands out by its colour.
void Layout::gives_main_buttons_more_room() const {
    const float large = ui::metrics_of(scene_.look, scene_.viewing_distance_mm).large_mm;
    const ui::Colour action = ui::theme_of(scene_.look).action;
    for (const ui::Node& node : tree_.nodes()) {
        const bool is_main = node.capital_mm >= large - 0.05F ||
                             (node.role == ui::Role::button && node.ground == action);
        if (!is_target(node) || node.capital_mm == 0 || !is_main) continue;
        EXPECT_GE(node.rect.h, finger(20) - 0.1F) << node.label;
    }
}

void Layout::keeps_targets_apart() const {
    const auto& nodes = tree_.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        for (size_t j = i + 1; j < nodes.size(); ++j) {
            if (!is_target(nodes[i]) || !is_target(nodes[j])) continue;
            EXPECT_FALSE(overlap(nodes[i].rect.inset(-finger(care(2, 4)) + 0.1F), nodes[j].rect))
                << nodes[i].label << " and " << nodes[j].label;
        }
    }
}

void Layout::writes_nothing_too_small() const {
    for (const ui::Node& node : tree_.nodes()) {
        if (node.capital_mm == 0) continue;
        EXPECT_GE(node.capital_mm, scaled(care(4.8F, 5.5F)) - 0.05F) << node.label;
    }
}

// Smaller than body text are labels only: one short line, never what somebody must read to go on.
void Layout::writes_sentences_large_enough() const {
    const bool is_pseudo = scene_.language == "en_XA" || scene_.language == "ar_XB";
    const size_t longest_label = is_pseudo ? 80 : 40;
    for (const ui::Node& node : tree_.nodes()) {
        if (node.capital_mm == 0 || node.capital_mm >= scaled(care(5.5F, 7.3F)) - 0.05F) continue;
        EXPECT_LE(base::code_points(node.label).size(), longest_label) << node.label;
        EXPECT_TRUE(is_target(node) || node.rect.h <= 2 * node.capital_mm)
            << node.label << " has more than one line";
        EXPECT_NE(node.role, ui::Role::status) << node.label;
        EXPECT_FALSE(is_target(node)) << node.label;
    }
}

void Layout::keeps_contrast() const {
    for (const ui::Node& node : tree_.nodes()) {
        if (node.capital_mm == 0) continue;
        const bool high = scene_.look.contrast != ui::Contrast::normal;
        // What does nothing now may be paler, and is read all the same.
        const double least = !node.enabled ? 4.5 : high ? 15.0 : 7.0;
        EXPECT_GE(ui::contrast(node.ink, node.ground), least) << node.label;
    }
}

// A target's own words are its label, or lie within it.
void Layout::lays_no_text_over_a_target() const {
    for (const ui::Node& text : tree_.nodes()) {
        if (is_target(text) || text.capital_mm == 0) continue;
        for (const ui::Node& target : tree_.nodes()) {
            if (!is_target(target) || !overlap(text.rect.inset(0.4F), target.rect)) continue;
            const ui::Rect& inner = text.rect;
            EXPECT_TRUE(target.rect.contains(inner.x, inner.y) &&
                        target.rect.contains(inner.right(), inner.bottom()))
                << text.label << " and " << target.label;
        }
    }
}

// Where all of them are kept on one list: the display page has rows of a few each. A calendar is
// one thing to everybody who has seen one.
void Layout::offers_few_choices() const {
    if (tree_.find("adjust") != nullptr || shows_a_calendar()) return;
    const auto choices = std::ranges::count(tree_.nodes(), ui::Role::choice, &ui::Node::role);
    EXPECT_LE(choices, in_care() ? 4 : 6);
}

// Opened on its years, as a question's is, or on the days of a month, as the booking's is.
bool Layout::shows_a_calendar() const {
    if (scene_.screen.starts_with("donor-book")) return true;
    constexpr long fewest_years = 12;
    const auto is_a_year = [](const ui::Node& node) {
        return node.role == ui::Role::choice && node.label.find("20") != std::string::npos;
    };
    return std::ranges::count_if(tree_.nodes(), is_a_year) >= fewest_years;
}

// A calendar and a list of long answers in large keys or words are taller than half a screen.
bool Layout::needs_the_whole_screen() const {
    const bool is_a_list = scene_.screen.starts_with("donor-question") &&
                           std::ranges::count(tree_.nodes(), ui::Role::choice, &ui::Node::role) > 0;
    const bool is_tall = shows_a_calendar() || is_a_list;
    return is_tall && (in_care() || scene_.look.text != ui::TextStep::standard);
}

void Layout::stays_in_reach() const {
    if (!scene_.lower_half || needs_the_whole_screen()) return;
    for (const ui::Node& node : tree_.nodes()) {
        if (!is_target(node)) continue; // what is only read may stand above
        EXPECT_GE(node.rect.y, scene_.canvas.height_mm() / 2) << node.label;
    }
}

std::string name_of(const testing::TestParamInfo<size_t>& info) {
    std::string name = all_scenes()[info.param].name;
    std::ranges::replace(name, '-', '_');
    return name;
}

} // namespace

TEST_P(Layout, HoldsTheDesign) {
    cuts_no_text();
    stays_on_the_canvas();
    lays_no_target_on_another();
    lays_no_text_on_another();
    gives_every_target_room_for_a_finger();
    gives_main_buttons_more_room();
    keeps_targets_apart();
    writes_nothing_too_small();
    writes_sentences_large_enough();
    keeps_contrast();
    lays_no_text_over_a_target();
    offers_few_choices();
    stays_in_reach();
}

INSTANTIATE_TEST_SUITE_P(All, Layout, testing::Range(size_t{0}, all_scenes().size()), name_of);

} // namespace rexue::screenshots
