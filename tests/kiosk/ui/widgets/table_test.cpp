// Rows and columns for staff.
#include "kiosk/ui/widgets/table.h"

#include <array>

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

class TableTest : public AWidget {
  protected:
    void draw(Frame& frame) override {
        const auto row = table(
            frame, "waiting", {14, 60, 240, height},
            {.columns = columns, .rows = rows, .selected = selected, .empty = "Nobody is waiting"});
        if (row) selected = row;
    }

    const std::vector<TableColumn> columns{{.title = "Number", .share = 1},
                                           {.title = "Gives", .share = 2},
                                           {.title = "Minutes", .share = 1, .align = Align::right}};
    const std::array<std::string_view, 3> first{"A012", "Platelets", "8"};
    const std::array<std::string_view, 2> second{"A013", "Whole blood"};
    const std::array<std::string_view, 3> third{"B001", "", "112"};
    std::vector<TableRow> rows{{.id = "1", .cells = first},
                               {.id = "2", .cells = second},
                               {.id = "3", .cells = third, .enabled = false}};
    std::optional<size_t> selected;
    float height = 200;
};

TEST_F(TableTest, RowsArePressedByTheirFirstCell) {
    press("A013");
    EXPECT_EQ(selected, 1U);
    EXPECT_TRUE(find("A013")->selected);
    EXPECT_EQ(find("A013")->role, Role::list_item);
    EXPECT_EQ(find("A012")->value, "Platelets · 8");
    press_by_keypad("A012");
    EXPECT_EQ(selected, 0U);
    press("B001");
    EXPECT_EQ(selected, 0U) << "disabled";
}

TEST_F(TableTest, RowsAreTallEnoughForAFinger) {
    show();
    EXPECT_GE(find("A012")->rect.h, Metrics{}.target_mm);
    look(Mode::care);
    show();
    EXPECT_GE(find("A012")->rect.h, 20);
}

TEST_F(TableTest, NumbersEndUnderEachOther) {
    show();
    float title = 0;
    std::vector<float> numbers;
    for (const Node& node : ui->tree().nodes()) {
        if (node.label == "Minutes") title = node.rect.right();
        if (node.label == "8" || node.label == "112") numbers.push_back(node.rect.right());
    }
    ASSERT_EQ(numbers.size(), 2U);
    EXPECT_NEAR(numbers[0], numbers[1], 1);
    EXPECT_NEAR(numbers[0], title, 1);
}

TEST_F(TableTest, CellsAreNotSpokenTwice) {
    show();
    size_t cells = 0;
    for (const Node& node : ui->tree().nodes()) {
        const bool is_cell = node.role == Role::text && find(node.label) != &node;
        cells += is_cell ? 1 : 0;
        if (is_cell) {
            EXPECT_EQ(node.spoken, "") << node.label;
        }
    }
    EXPECT_GE(cells, 3U) << "the first cell of each row";
}

TEST_F(TableTest, SaysWhenItIsEmpty) {
    rows.clear();
    show();
    EXPECT_TRUE(shows("Nobody is waiting"));
    EXPECT_TRUE(shows("Number"));
}

TEST_F(TableTest, ScrollsWhereTheRoomIsLow) {
    height = 60;
    show();
    EXPECT_FALSE(shows("B001"));
    press("Show more");
    press("Show more");
    EXPECT_TRUE(shows("B001"));
}

} // namespace
} // namespace rexue::ui::widgets
