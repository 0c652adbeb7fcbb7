// Every keyboard, on a portrait terminal 268 mm wide, normal and care mode, both languages: nothing
// overlaps or is cut, every key has room for a finger, every word can be read.
#include <algorithm>

#include <gtest/gtest.h>

#include "kiosk/ui/strings.h"
#include "tests/kiosk/ui/keyboard/a_keyboard.h"

namespace rexue::ui::keyboard {
namespace {

struct Mode {
    const char* name;
    Metrics metrics;
    float least_target_mm;
    float least_gap_mm;
    float least_text_mm;
};

const Mode modes[]{{"normal", Metrics::for_terminal(600), 15, 2, 4.8F},
                   {"care", Metrics::for_care(600), 20, 4, 5.5F}};

using Parameters = std::tuple<int, const char*>;

class KeyboardLayout : public testing::TestWithParam<Parameters> {
  protected:
    void SetUp() override {
        static const bool loaded = load_strings(REXUE_STRINGS_DIR).has_value();
        ASSERT_TRUE(loaded);
        ASSERT_TRUE(set_language(std::get<1>(GetParam())));
        mode_ = &modes[std::get<0>(GetParam())];
        keyboard_ = std::make_unique<AKeyboard>(mode_->metrics);
    }
    void TearDown() override { ASSERT_TRUE(set_language("en")); }

    // At the least height a caller may give, and at a generous one.
    void check(Field field, Layout layout, const std::vector<Keystroke>& typed = {}) {
        for (const float height : {keyboard_->least_height(field), 262.0F}) {
            keyboard_->height_mm = height;
            keyboard_->begin(field, layout);
            for (const Keystroke& keystroke : typed) {
                apply(keyboard_->typing, keystroke);
                keyboard_->draw();
            }
            SCOPED_TRACE(std::string(mode_->name) + " at " + std::to_string(height) + " mm");
            keeps_inside();
            keeps_apart();
            keeps_readable();
            EXPECT_TRUE(faults(keyboard_->ui()).empty());
        }
    }

    static bool is_target(const Node& node) {
        return node.role == Role::button || node.role == Role::choice || node.role == Role::field;
    }

    void keeps_inside() const {
        // Words stand on whole pixels.
        const Rect rect = keyboard_->rect().inset(-0.25F);
        for (const Node& node : keyboard_->nodes()) {
            if (node.role == Role::screen) continue;
            EXPECT_GE(node.rect.x, rect.x) << node.label;
            EXPECT_GE(node.rect.y, rect.y) << node.label;
            EXPECT_LE(node.rect.right(), rect.right()) << node.label;
            EXPECT_LE(node.rect.bottom(), rect.bottom()) << node.label;
        }
    }

    void keeps_apart() const {
        const auto& nodes = keyboard_->nodes();
        for (size_t i = 0; i < nodes.size(); ++i) {
            if (!is_target(nodes[i])) continue;
            EXPECT_GE(std::min(nodes[i].rect.w, nodes[i].rect.h), mode_->least_target_mm - 0.05F)
                << nodes[i].label;
            const Rect near = nodes[i].rect.inset(0.05F - mode_->least_gap_mm);
            for (size_t j = 0; j < nodes.size(); ++j) {
                if (i == j || nodes[j].role == Role::screen) continue;
                const Rect& other = nodes[j].rect;
                // Words may stand closer than keys, but not on them.
                const Rect reach = is_target(nodes[j]) ? near : nodes[i].rect;
                const bool touch = reach.x < other.right() && other.x < reach.right() &&
                                   reach.y < other.bottom() && other.y < reach.bottom();
                EXPECT_FALSE(touch) << nodes[i].label << " and " << nodes[j].label;
            }
        }
    }

    void keeps_readable() const {
        for (const Node& node : keyboard_->nodes()) {
            EXPECT_FALSE(node.clipped) << node.label;
            if (node.capital_mm == 0) continue;
            EXPECT_GE(node.capital_mm, mode_->least_text_mm - 0.05F) << node.label;
            if (node.enabled) {
                EXPECT_GE(contrast(node.ink, node.ground), 7.0F) << node.label;
            }
        }
    }

    const Mode* mode_ = nullptr;
    std::unique_ptr<AKeyboard> keyboard_;
};

std::vector<Keystroke> typed(std::string_view text, Keystroke::Kind kind) {
    std::vector<Keystroke> keystrokes;
    for (const char character : text)
        keystrokes.push_back({.kind = kind, .text = std::string(1, character)});
    return keystrokes;
}

using Kind = Keystroke::Kind;

TEST_P(KeyboardLayout, OfTheNumberPad) {
    check(Field::resident_number, Layout::pinyin);
    for (const Verdict verdict : {Verdict::fits, Verdict::misfits}) {
        keyboard_->verdict = verdict;
        check(Field::resident_number, Layout::pinyin, typed("11010119900101123X", Kind::character));
    }
}

TEST_P(KeyboardLayout, OfDocumentNumbers) {
    check(Field::document_number, Layout::latin);
    check(Field::document_number, Layout::latin, typed("WWWWWWWWWWWWWWWWWWWW", Kind::character));
}

TEST_P(KeyboardLayout, OfLatinNames) {
    check(Field::name, Layout::latin);
    check(Field::name, Layout::latin,
          typed("EXAMPLE MARIA-LOUISE ANNABELLA WILHELMINA TESTE", Kind::character));
}

TEST_P(KeyboardLayout, OfPinyin) {
    check(Field::name, Layout::pinyin);
    check(Field::name, Layout::pinyin, typed("zhuangzhuang", Kind::letter));
    check(Field::name, Layout::pinyin, typed("yi", Kind::letter));
    check(Field::name, Layout::pinyin, typed("v", Kind::letter));
}

TEST_P(KeyboardLayout, OfHandwriting) {
    check(Field::name, Layout::handwriting);
    check(Field::name, Layout::handwriting,
          {{.kind = Kind::draw, .points = {{0.1F, 0.5F}, {0.9F, 0.5F}}, .starts = true},
           {.kind = Kind::lift_pen}});
}

TEST_P(KeyboardLayout, OfStrokes) {
    check(Field::name, Layout::strokes);
    check(Field::name, Layout::strokes, {{.kind = Kind::digit, .index = 4}});
    check(Field::name, Layout::strokes,
          {{.kind = Kind::digit, .index = 3}, {.kind = Kind::choose, .index = 0}});
    check(Field::name, Layout::strokes,
          {{.kind = Kind::digit, .index = 3},
           {.kind = Kind::choose, .index = 0},
           {.kind = Kind::digit, .index = 8}});
}

std::string name_of(const testing::TestParamInfo<Parameters>& info) {
    return std::string(modes[std::get<0>(info.param)].name) + "_" + std::get<1>(info.param);
}

INSTANTIATE_TEST_SUITE_P(All, KeyboardLayout,
                         testing::Combine(testing::Values(0, 1), testing::Values("en", "zh_CN")),
                         name_of);

} // namespace
} // namespace rexue::ui::keyboard
