// More rows than there is room for.
#include "kiosk/ui/widgets/list.h"

#include <set>

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

class ListTest : public AWidget {
  protected:
    void draw(Frame& frame) override {
        drawn.clear();
        list(frame, "list", rect,
             {.count = count,
              .row_mm = 20,
              .empty = "Nothing here",
              .row = [&](int row, const Rect& place) {
                  drawn.insert(row);
                  const std::string label = "row " + std::to_string(row);
                  if (frame.button(label, place, label, {.role = Role::list_item})) pressed = row;
              }});
    }

    Rect rect{14, 60, 240, 140}; // five rows of 20 + 4, and the "more" button
    int count = 40;
    int pressed = -1;
    std::set<int> drawn;
};

TEST_F(ListTest, DrawsOnlyWhatIsSeen) {
    show();
    EXPECT_LE(drawn.size(), 8U);
    EXPECT_TRUE(shows("row 4"));
    EXPECT_FALSE(shows("row 5"));
    count = 100'000;
    show();
    EXPECT_LE(drawn.size(), 8U);
}

TEST_F(ListTest, TurnsByMoreAndBackToTheTop) {
    std::set<int> seen;
    for (int turn = 0; turn < 8; ++turn) {
        show();
        seen.insert(drawn.begin(), drawn.end());
        EXPECT_EQ(find("Show more") == nullptr, turn == 7) << turn;
        if (turn < 7) press("Show more");
    }
    EXPECT_EQ(seen.size(), 40U);
    EXPECT_EQ(find("Back to the top")->value, "36–40 / 40");
    EXPECT_TRUE(shows("row 39"));
    press_by_keypad("Back to the top");
    EXPECT_TRUE(shows("row 0"));
    EXPECT_EQ(find("Show more")->value, "1–5 / 40");
}

TEST_F(ListTest, RowsArePressed) {
    press("row 3");
    EXPECT_EQ(pressed, 3);
    press("Show more");
    press("row 7");
    EXPECT_EQ(pressed, 7);
}

TEST_F(ListTest, TheKeypadReachesEveryRow) {
    show();
    for (int row = 0; row < 12; ++row) {
        ui->focus_next();
        show();
        ASSERT_NE(ui->focused(), nullptr) << row;
        EXPECT_EQ(ui->focused()->label, "row " + std::to_string(row));
        EXPECT_FLOAT_EQ(ui->focused()->rect.h, 20) << "in full sight";
    }
    ui->choose_focused();
    show();
    EXPECT_EQ(pressed, 11);
    for (int row = 10; row >= 0; --row) {
        ui->focus_previous();
        show();
        EXPECT_EQ(ui->focused()->label, "row " + std::to_string(row));
    }
}

TEST_F(ListTest, NeedsNoMoreWhereEverythingFits) {
    count = 5;
    show();
    EXPECT_FALSE(shows("Show more"));
    EXPECT_EQ(find("row 0")->rect.w, rect.w);
    count = 0;
    show();
    EXPECT_TRUE(shows("Nothing here"));
}

TEST_F(ListTest, StaysInsideWhenItBecomesShorter) {
    for (int turn = 0; turn < 7; ++turn)
        press("Show more");
    count = 8;
    show();
    EXPECT_TRUE(shows("row 7"));
    EXPECT_TRUE(shows("row 3"));
}

} // namespace
} // namespace rexue::ui::widgets
