// Cards of a choice: pressed, paged, and never more than a donor can take in.
#include "kiosk/ui/widgets/choice_cards.h"

#include <set>

#include "tests/kiosk/ui/widgets/a_widget.h"

namespace rexue::ui::widgets {
namespace {

class ChoiceCards : public AWidget {
  protected:
    void draw(Frame& frame) override {
        const auto choice = choice_cards(frame, "choices", room, choices, selected, page);
        if (choice) selected = choice;
    }

    int cards_shown() const {
        int count = 0;
        for (const Node& node : ui->tree().nodes())
            count += node.role == Role::choice ? 1 : 0;
        return count;
    }

    Rect room{14, 60, 240, 340};
    std::vector<Choice> choices{{.id = "a", .label = "A", .detail = "the first", .icon = "drop"},
                                {.id = "b", .label = "B"},
                                {.id = "c", .label = "C", .enabled = false},
                                {.id = "d", .label = "D"},
                                {.id = "e", .label = "E"},
                                {.id = "f", .label = "F"}};
    std::optional<size_t> selected;
    ChoicePage page;
};

TEST_F(ChoiceCards, SelectWhatIsPressed) {
    press("B");
    EXPECT_EQ(selected, 1U);
    EXPECT_TRUE(find("B")->selected);
    EXPECT_FALSE(find("A")->selected);
    press("A");
    EXPECT_EQ(selected, 0U);
    EXPECT_EQ(find("A")->value, "the first");
}

TEST_F(ChoiceCards, AreUsedByTheKeypadAlone) {
    press_by_keypad("D");
    EXPECT_EQ(selected, 3U);
}

TEST_F(ChoiceCards, ThatAreNotPossibleAreNotPressed) {
    press("C");
    EXPECT_EQ(selected, std::nullopt);
    EXPECT_FALSE(find("C")->enabled);
}

TEST_F(ChoiceCards, AreSixAtMostAndTheRestBehindMore) {
    show();
    EXPECT_FALSE(shows("More choices"));
    choices.push_back({.id = "g", .label = "G"});
    show();
    EXPECT_EQ(cards_shown(), 6);
    EXPECT_FALSE(shows("G"));
    EXPECT_EQ(find("More choices")->value, "1–6 / 7");
    press_by_keypad("More choices");
    EXPECT_EQ(cards_shown(), 1);
    press("G");
    EXPECT_EQ(selected, 6U);
    press("Back to the first");
    EXPECT_TRUE(shows("A"));
}

TEST_F(ChoiceCards, AreFourAtMostInCareMode) {
    look(Mode::care);
    show();
    EXPECT_EQ(cards_shown(), 4);
    const Rect more = find("More choices")->rect;
    press("More choices");
    EXPECT_EQ(cards_shown(), 2);
    EXPECT_EQ(find("Back to the first")->rect, more) << "at the same place on every page";
}

TEST_F(ChoiceCards, StandInMoreColumnsWhereTheRoomIsLow) {
    show();
    EXPECT_EQ(find("A")->rect.x, find("F")->rect.x);
    room.h = 150;
    show();
    EXPECT_EQ(cards_shown(), 6);
    EXPECT_GT(find("B")->rect.x, find("A")->rect.right());
    EXPECT_LE(find("F")->rect.bottom(), room.bottom() + 0.1F);
}

TEST_F(ChoiceCards, ThatDoNotFitAreNotCutButPaged) {
    room.h = 60;
    std::set<std::string> seen;
    for (int turn = 0; turn < 6; ++turn) {
        show();
        for (const Node& node : ui->tree().nodes()) {
            EXPECT_FALSE(node.clipped) << node.label;
            EXPECT_LE(node.rect.bottom(), node.role == Role::screen ? 1e6F : room.bottom() + 0.1F);
            if (node.role == Role::choice) seen.insert(node.label);
        }
        if (shows("More choices")) press("More choices");
    }
    EXPECT_EQ(seen.size(), 6U);
}

TEST_F(ChoiceCards, ComeBackFromAPageThatIsNoMore) {
    page.first = 99;
    show();
    EXPECT_TRUE(shows("A"));
    choices.clear();
    show();
    EXPECT_EQ(ui->tree().nodes().size(), 1U);
}

} // namespace
} // namespace rexue::ui::widgets
