// A date in three taps, and nothing lost on the way back.
#include "kiosk/ui/widgets/date_picker.h"

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

using namespace std::chrono;

class DatePicker : public AWidget {
  protected:
    void draw(Frame& frame) override {
        const auto date = date_picker(frame, "date", {14, 90, 240, 240}, range, choice);
        if (date) picked.push_back(*date);
    }

    DateRange range{2005y / March / 9, 2026y / June / 14};
    DateChoice choice;
    std::vector<base::Date> picked;
};

TEST_F(DatePicker, TakesThreeTaps) {
    press("2026");
    press("May");
    press("31");
    ASSERT_EQ(picked.size(), 1U);
    EXPECT_EQ(picked[0], 2026y / May / 31);
    EXPECT_EQ(choice.date(range), picked[0]);
    EXPECT_TRUE(find("31 May 2026")->selected) << "the value is the whole date";
}

TEST_F(DatePicker, IsUsedByTheKeypadAlone) {
    press_by_keypad("2026");
    press_by_keypad("January");
    press_by_keypad("9");
    ASSERT_EQ(picked.size(), 1U);
    EXPECT_EQ(picked[0], 2026y / January / 9);
}

TEST_F(DatePicker, OffersOnlyDatesOfItsRange) {
    press("2026");
    EXPECT_TRUE(find("June")->enabled);
    EXPECT_FALSE(find("July")->enabled);
    press("July");
    EXPECT_EQ(choice.month, std::nullopt);
    press("June");
    EXPECT_TRUE(find("14")->enabled);
    EXPECT_FALSE(find("15")->enabled);
    press("15");
    EXPECT_TRUE(picked.empty());
    EXPECT_FALSE(shows("31"));
}

TEST_F(DatePicker, TurnsToEarlierYears) {
    show();
    EXPECT_FALSE(shows("2006"));
    EXPECT_FALSE(find("Later")->enabled);
    press_by_keypad("Earlier");
    EXPECT_FALSE(find("Earlier")->enabled);
    EXPECT_FALSE(shows("2004"));
    press("2005");
    EXPECT_FALSE(find("February")->enabled);
    EXPECT_TRUE(find("March")->enabled);
}

TEST_F(DatePicker, GoesBackWithoutLoss) {
    choice = DateChoice::of(2024y / January / 31);
    press("2024");
    EXPECT_EQ(choice.page, DatePage::year);
    EXPECT_EQ(choice.date(range), 2024y / January / 31);
    press("2023");
    EXPECT_EQ(choice.date(range), 2023y / January / 31);
    press("January");
    EXPECT_EQ(choice.page, DatePage::day);
    EXPECT_TRUE(picked.empty()) << "the day is not chosen anew";
    EXPECT_TRUE(find("31 January 2023")->selected);
}

TEST_F(DatePicker, ForgetsOnlyWhatCannotBe) {
    choice = DateChoice::of(2024y / February / 29);
    choice.choose_year(2023, range);
    EXPECT_EQ(choice.month, 2U);
    EXPECT_EQ(choice.day, std::nullopt);
    choice = DateChoice::of(2025y / December / 24);
    choice.choose_year(2026, range);
    EXPECT_EQ(choice.month, std::nullopt);
    EXPECT_EQ(choice.page, DatePage::month);
}

TEST_F(DatePicker, LaysDaysUnderTheirWeekdays) {
    choice = DateChoice::of(2026y / February / 1);
    show();
    EXPECT_NEAR(find("1")->rect.centre_x(), find("Sun")->rect.centre_x(), 1);
    EXPECT_NEAR(find("2")->rect.centre_x(), find("Mon")->rect.centre_x(), 1);
    EXPECT_GT(find("2")->rect.y, find("1")->rect.y);
    EXPECT_FALSE(shows("29"));
}

TEST_F(DatePicker, BeginsAtTheYearWhenItsPageCannotBe) {
    choice.page = DatePage::day;
    show();
    EXPECT_TRUE(shows("2026"));
    EXPECT_EQ(find("Year")->role, Role::status) << "it is open already";
    EXPECT_FALSE(find("Month")->enabled);
    EXPECT_FALSE(find("Day")->enabled);
}

TEST_F(DatePicker, ShowsNothingToPressInAnEmptyRange) {
    range = {2026y / June / 14, 2026y / June / 13};
    show();
    EXPECT_FALSE(shows("2026"));
    choice = DateChoice::of(2026y / June / 14);
    EXPECT_EQ(choice.date(range), std::nullopt);
}

TEST_F(DatePicker, FitsItsLeastHeightInCareMode) {
    look(Mode::care, TextStep::largest);
    float least = 0;
    const Draw draw = [&](Frame& frame) {
        frame.screen("low");
        least = date_picker_height(frame);
        date_picker(frame, "date", {14, 90, 240, least}, range, choice);
    };
    for (const DatePage page : {DatePage::year, DatePage::month, DatePage::day}) {
        choice = DateChoice::of(2026y / May / 31);
        choice.page = page;
        draw_until_calm(*ui, draw);
        for (const Node& node : ui->tree().nodes()) {
            if (node.role != Role::choice) continue;
            EXPECT_GE(node.rect.h, 20 - 0.1F) << node.label;
            EXPECT_LE(node.rect.bottom(), 90 + least + 0.1F) << node.label;
        }
    }
}

} // namespace
} // namespace rexue::ui::widgets
