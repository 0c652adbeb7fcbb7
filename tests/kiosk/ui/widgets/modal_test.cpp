// A modal: under it nothing can be pressed, scrolled, drawn on, focused or read.
#include "kiosk/ui/widgets/modal.h"

#include <array>

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

constexpr Rect low{14, 430, 100, 20}; // beside the modal's card
constexpr Rect field{120, 10, 130, 60};
constexpr Rect region{14, 10, 100, 60};

class ModalTest : public AWidget {
  protected:
    void draw(Frame& frame) override {
        offset = frame.begin_scroll("list", region, 300);
        frame.end_scroll();
        ink += frame.pad("pad", field, "Sign").points.size();
        under += frame.button("under", low, "Under") ? 1 : 0;
        // Lies where the modal's first action does.
        under += frame.button("wide", {14, 100, 240, 320}, "Wide") ? 1 : 0;
        if (!is_open) return;
        const std::array actions{
            ModalAction{.id = "stay", .label = "Stay", .kind = ButtonKind::primary},
            ModalAction{.id = "leave", .label = "Leave"}};
        const auto pressed =
            modal(frame, "modal",
                  {.title = "Are you still there?",
                   .words = words,
                   .actions = actions,
                   .content_mm = 20,
                   .content = [&](const Rect& place) { frame.text(place, "content"); }});
        if (pressed) answers.push_back(*pressed);
    }

    bool is_open = true;
    std::string words = "This visit is closed soon.";
    int under = 0;
    size_t ink = 0;
    float offset = 0;
    std::vector<size_t> answers;
};

TEST_F(ModalTest, TakesAnswers) {
    press("Stay");
    press_by_keypad("Leave");
    EXPECT_EQ(answers, (std::vector<size_t>{0, 1}));
    EXPECT_TRUE(shows("content"));
}

TEST_F(ModalTest, CoversWhatLiesUnderIt) {
    show();
    EXPECT_FALSE(shows("Under"));
    tap(*ui, middle_of(low));
    show();
    press("Stay");
    EXPECT_EQ(under, 0);
    EXPECT_EQ(answers.size(), 1U);
    is_open = false;
    press("Under");
    EXPECT_EQ(under, 1);
}

TEST_F(ModalTest, KeepsTheKeypadToItself) {
    is_open = false;
    show();
    ui->focus_next();
    show();
    ASSERT_NE(ui->focused(), nullptr);
    is_open = true;
    show();
    EXPECT_EQ(ui->focused(), nullptr);
    for (int i = 0; i < 5; ++i) {
        ui->focus_next();
        show();
        EXPECT_NE(ui->focused()->label, "Under");
        EXPECT_NE(ui->focused()->label, "Wide");
    }
}

TEST_F(ModalTest, StopsAPressThatBeganBeforeIt) {
    is_open = false;
    show();
    press_at(*ui, middle_of(low));
    show();
    is_open = true;
    show();
    lift_at(*ui, middle_of(low));
    show();
    EXPECT_EQ(under, 0);
}

TEST_F(ModalTest, StopsDragsAndPensUnderIt) {
    show();
    for (const Rect& place : {region, field}) {
        press_at(*ui, middle_of(place));
        move_to(*ui, {middle_of(place).x, place.y + 2});
        lift_at(*ui, {middle_of(place).x, place.y + 2});
        show();
    }
    EXPECT_EQ(offset, 0);
    EXPECT_EQ(ink, 0U);
}

TEST_F(ModalTest, StopsAScrollThatBeganBeforeIt) {
    is_open = false;
    show();
    press_at(*ui, middle_of(region));
    move_to(*ui, {60, 25});
    show();
    is_open = true;
    show();
    const float before = offset;
    move_to(*ui, {60, 11});
    lift_at(*ui, {60, 11});
    show();
    EXPECT_EQ(offset, before);
}

TEST_F(ModalTest, StopsAStrokeThatBeganBeforeIt) {
    is_open = false;
    show();
    press_at(*ui, middle_of(field));
    show();
    is_open = true;
    show();
    const size_t before = ink;
    move_to(*ui, {150, 30});
    lift_at(*ui, {150, 30});
    show();
    EXPECT_EQ(ink, before);
}

TEST_F(ModalTest, CutsWordsBeforeItLosesItsActions) {
    words = "";
    for (int i = 0; i < 400; ++i)
        words += "more and more words ";
    look(Mode::care, TextStep::largest);
    show();
    EXPECT_TRUE(find(words)->clipped);
    EXPECT_LE(find("Leave")->rect.bottom(), Canvas{}.height_mm());
    press("Leave");
    EXPECT_EQ(answers.size(), 1U);
}

TEST_F(ModalTest, RisesShortlyAndNotWithoutMotion) {
    using namespace std::chrono_literals;
    ui = a_ui({.motion = true});
    ui->frame(10s, drawing);
    const float below = find("Stay")->rect.y;
    EXPECT_TRUE(ui->next_frame_at().has_value());
    ui->frame(10s + 200ms, drawing);
    ui->frame(10s + 201ms, drawing);
    const float at_rest = find("Stay")->rect.y;
    EXPECT_LT(at_rest, below);
    EXPECT_EQ(ui->next_frame_at(), std::nullopt);
    ui = a_ui({.motion = false});
    ui->frame(20s, drawing);
    EXPECT_EQ(find("Stay")->rect.y, at_rest);
}

} // namespace
} // namespace rexue::ui::widgets
