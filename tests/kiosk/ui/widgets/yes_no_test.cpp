// The answers to one question.
#include "kiosk/ui/widgets/yes_no.h"

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

class YesNo : public AWidget {
  protected:
    void draw(Frame& frame) override {
        const auto pressed = yes_no(frame, "surgery", room, answer, words);
        if (pressed) answer = pressed;
    }

    Rect room{14, 200, 240, 120};
    YesNoWords words{.offers_unsure = true};
    std::optional<Answer> answer;
};

TEST_F(YesNo, AnswersAreSelectedAndChanged) {
    press("Yes");
    EXPECT_EQ(answer, Answer::yes);
    EXPECT_TRUE(find("Yes")->selected);
    press("Not sure");
    EXPECT_EQ(answer, Answer::unsure);
    EXPECT_FALSE(find("Yes")->selected);
    press_by_keypad("No");
    EXPECT_EQ(answer, Answer::no);
}

TEST_F(YesNo, OffersNoDoubtUnlessAsked) {
    words = {.no = "None", .yes = "I had"};
    show();
    EXPECT_FALSE(shows("Not sure"));
    press("I had");
    EXPECT_EQ(answer, Answer::yes);
}

TEST_F(YesNo, StandsBelowEachOtherWhereThereIsRoom) {
    show();
    EXPECT_EQ(find("No")->rect.x, find("Yes")->rect.x);
    EXPECT_GE(find("No")->rect.h, Metrics{}.main_button_mm);
    room.h = 24;
    show();
    EXPECT_EQ(find("No")->rect.y, find("Yes")->rect.y);
    EXPECT_LE(find("Not sure")->rect.right(), room.right() + 0.1F);
}

} // namespace
} // namespace rexue::ui::widgets
