// What a frame enters in the tree: words, places, sizes, colours and what did not fit.
#include "kiosk/ui/frame.h"

#include <gtest/gtest.h>

#include "tests/kiosk/ui/a_ui.h"

namespace rexue::ui {
namespace {

constexpr Rect wide{20, 20, 200, 30};

class Drawn : public testing::Test {
  protected:
    const SemanticTree& tree_of(const Draw& draw) {
        draw_until_calm(*ui, draw);
        return ui->tree();
    }

    std::unique_ptr<Ui> ui = a_ui();
};

TEST_F(Drawn, ScreenComesFirst) {
    const auto& nodes = tree_of([](Frame& frame) {
                            frame.screen("ticket");
                            frame.text(wide, "A012", {.value = "your number"});
                        }).nodes();
    ASSERT_EQ(nodes.size(), 2U);
    EXPECT_EQ(nodes[0].role, Role::screen);
    EXPECT_EQ(nodes[0].label, "ticket");
    EXPECT_EQ(nodes[1].value, "your number");
}

TEST_F(Drawn, TextReturnsTheRectangleOfItsInk) {
    Rect ink;
    const auto& tree = tree_of([&](Frame& frame) { ink = frame.text(wide, "您好"); });
    EXPECT_EQ(tree.find("您好")->rect, ink);
    EXPECT_GE(ink.x, wide.x);
    EXPECT_GE(ink.y, wide.y);
    EXPECT_LT(ink.h, wide.h);
    EXPECT_GT(ink.w, 10);
}

TEST_F(Drawn, TextIsAlignedInItsBox) {
    Rect left;
    Rect centre;
    Rect right;
    tree_of([&](Frame& frame) {
        left = frame.text(wide, "您好", {.align = Align::left});
        centre = frame.text(wide, "您好", {.align = Align::centre});
        right = frame.text(wide, "您好", {.align = Align::right});
    });
    EXPECT_LT(left.x, wide.x + 1.5F);
    EXPECT_NEAR(centre.centre_x(), wide.centre_x(), 0.6F);
    EXPECT_GT(right.right(), wide.right() - 1.5F);
}

TEST_F(Drawn, TextInIsInTheMiddle) {
    Rect capital;
    Rect row;
    tree_of([&](Frame& frame) {
        capital = frame.text_in(wide, "H");
        row = frame.text_row(wide, "H");
    });
    EXPECT_NEAR(capital.centre_x(), wide.centre_x(), 0.6F);
    EXPECT_NEAR(capital.centre_y(), wide.centre_y(), 0.4F);
    EXPECT_NEAR(row.centre_y(), wide.centre_y(), 0.4F);
    EXPECT_LT(row.x, wide.x + 1.5F);
}

TEST_F(Drawn, CapitalsAreAsTallAsTheTreeSays) {
    Rect ink;
    const auto& tree =
        tree_of([&](Frame& frame) { ink = frame.text({0, 0, 200, 90}, "H", {.capital_mm = 60}); });
    EXPECT_FLOAT_EQ(tree.find("H")->capital_mm, 60);
    EXPECT_NEAR(ink.h, 60, 0.4F);
}

TEST_F(Drawn, TextThatDoesNotFitIsMarked) {
    const std::string words = "这一行字比它的框要长得多，所以放不下，需要被截断";
    const auto& tree = tree_of([&](Frame& frame) {
        frame.text({0, 0, 60, 9}, words);
        frame.text({0, 0, 268, 40}, "短");
    });
    EXPECT_TRUE(tree.find(words)->clipped);
    EXPECT_FALSE(tree.find("短")->clipped);
}

TEST_F(Drawn, TextFitsTheRoomThatWasMeasuredForIt) {
    for (const std::string words :
         {"Continue", "包括门诊小手术。不确定也没关系，选“不确定”，医生会帮您确认。", "一\n二\n三",
          "ئۇيغۇرچە", "𬮿𰻝"}) {
        for (const float width : {0.0F, 60.0F, 240.0F}) {
            for (const float capital : {4.8F, 5.5F, 11.0F, 19.3F}) {
                const TextLook look{.capital_mm = capital};
                Size size;
                const auto& tree = tree_of([&](Frame& frame) {
                    size = frame.measure(words, width, look);
                    frame.text({13.7F, 3.3F, width > 0 ? width : size.w, size.h}, words, look);
                    frame.text({13.7F, 3.3F, size.w, size.h}, words, look);
                });
                for (const Node& node : tree.nodes()) {
                    EXPECT_FALSE(node.clipped) << words << " " << width << " " << capital;
                }
            }
        }
    }
}

TEST_F(Drawn, MaxLinesCutsAndMeasuresTheSame) {
    const std::string words = "包括门诊小手术。不确定也没关系，选“不确定”，医生会帮您确认。";
    const TextLook look{.max_lines = 1};
    Size size;
    const auto& tree = tree_of([&](Frame& frame) {
        size = frame.measure(words, 60, look);
        frame.text({0, 0, 60, 100}, words, look);
    });
    EXPECT_TRUE(tree.nodes().front().clipped);
    EXPECT_LT(size.h, 14);
}

TEST_F(Drawn, TheGroundOfATextIsTheNewestPanelUnderIt) {
    const Theme theme;
    const auto& tree = tree_of([&](Frame& frame) {
        frame.text({10, 100, 100, 10}, "page");
        frame.panel({0, 0, 100, 60}, {.ground = Ground::card});
        frame.panel({10, 10, 80, 40}, {.ground = Ground::honour});
        frame.text({12, 12, 60, 10}, "honour", {.ink = Ink::honour});
        frame.text({2, 0.5F, 60, 9}, "card");
        frame.fill({10, 30, 80, 20}, theme.dark);
        frame.text({12, 35, 60, 10}, "dark", {.ink = Ink::on_dark});
    });
    EXPECT_EQ(tree.find("page")->ground, theme.page);
    EXPECT_EQ(tree.find("honour")->ground, theme.honour_ground);
    EXPECT_EQ(tree.find("honour")->ink, theme.honour);
    EXPECT_EQ(tree.find("card")->ground, theme.card);
    EXPECT_EQ(tree.find("dark")->ground, theme.dark);
}

TEST_F(Drawn, ButtonsCarryTheirStateAndColours) {
    const Theme theme;
    const auto& tree = tree_of([](Frame& frame) {
        frame.button("go", {0, 0, 100, 24}, "继续", {.kind = ButtonKind::primary});
        frame.button("yes", {0, 30, 100, 24}, "有", {.selected = true, .role = Role::choice});
        frame.button("no", {0, 60, 100, 24}, "没有", {.value = "2 / 3", .detail = "半年内没有"});
    });
    EXPECT_EQ(tree.find("继续")->ground, theme.action);
    EXPECT_EQ(tree.find("继续")->ink, theme.on_action);
    EXPECT_EQ(tree.find("继续")->rect, (Rect{0, 0, 100, 24}));
    EXPECT_TRUE(tree.find("有")->selected);
    EXPECT_EQ(tree.find("有")->role, Role::choice);
    EXPECT_EQ(tree.find("没有")->value, "2 / 3");
    ASSERT_NE(tree.find("半年内没有"), nullptr);
    EXPECT_GE(tree.find("半年内没有")->capital_mm, Metrics{}.small_mm);
}

TEST_F(Drawn, AButtonWrapsItsLabelBeforeItCutsIt) {
    const auto& tree = tree_of([](Frame& frame) {
        frame.button("tall", {0, 0, 60, 30}, "Continue in English");
        frame.button("low", {0, 40, 30, 15}, "Continue in plain English");
    });
    EXPECT_FALSE(tree.find("Continue in English")->clipped);
    EXPECT_TRUE(tree.find("Continue in plain English")->clipped);
}

TEST_F(Drawn, APillIsAsLargeAsMeasured) {
    Size size;
    Rect rect;
    const auto& tree = tree_of([&](Frame& frame) {
        size = frame.measure_pill("证件有效", "check");
        rect = frame.pill(10, 20, "证件有效", Ground::done, Ink::done, "check");
    });
    EXPECT_FLOAT_EQ(rect.w, size.w);
    EXPECT_FLOAT_EQ(rect.h, size.h);
    const Node& node = *tree.find("证件有效");
    EXPECT_FALSE(node.clipped);
    EXPECT_EQ(node.ground, Theme{}.done_ground);
    EXPECT_GT(node.rect.x, rect.x);
    EXPECT_LT(node.rect.right(), rect.right());
}

TEST_F(Drawn, StepsTellWhereTheVisitIs) {
    static constexpr std::string_view labels[] = {"登记", "征询", "同意", "取号"};
    const auto& tree = tree_of([](Frame& frame) { frame.steps({14, 400, 240, 12}, labels, 4, 2); });
    const Node& progress = tree.nodes().front();
    EXPECT_EQ(progress.role, Role::progress);
    EXPECT_EQ(progress.label, "同意");
    EXPECT_EQ(progress.value, "3 / 4");
    EXPECT_EQ(tree.find("登记")->ink, Theme{}.done);
    for (const Node& node : tree.nodes())
        EXPECT_FALSE(node.clipped);
}

TEST_F(Drawn, PicturesHaveWordsUnlessTheyDecorate) {
    const auto& tree = tree_of([](Frame& frame) {
        frame.image({0, 0, 50, 50}, "drop");
        frame.image({0, 0, 50, 50}, "card_on_reader", "身份证放在读卡区");
        frame.qr({0, 0, 50, 50}, "https://queue.example/t", "扫码看排队");
    });
    ASSERT_EQ(tree.nodes().size(), 2U);
    EXPECT_EQ(tree.nodes()[0].role, Role::image);
    EXPECT_TRUE(faults(*ui).empty());
}

TEST_F(Drawn, AMisspelledIconIsAFault) {
    tree_of([](Frame& frame) {
        frame.icon({0, 0, 10, 10}, "chek", Ink::done);
        frame.icon({0, 0, 10, 10}, "../images/drop", Ink::done);
    });
    EXPECT_EQ(faults(*ui), (std::vector<std::string>{"icons/../images/drop is missing",
                                                     "icons/chek is missing"}));
}

TEST_F(Drawn, AnUnknownCharacterIsReadAsItIsShown) {
    const auto& tree = tree_of([](Frame& frame) { frame.text(wide, "示例\U0002EBF1"); });
    EXPECT_TRUE(tree.shows("示例〔U+2EBF1〕"));
}

} // namespace
} // namespace rexue::ui
