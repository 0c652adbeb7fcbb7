// In which order a screen is read, and what belongs together.
#include "kiosk/ui/speech/phrase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rexue::ui::speech {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> lines_of(const std::vector<Phrase>& phrases) {
    std::vector<std::string> lines;
    for (const Phrase& phrase : phrases) {
        std::string line(to_string(phrase.role));
        line += ':';
        for (const std::string& text : phrase.texts)
            line += " " + text;
        if (phrase.selected) line += " (selected)";
        if (!phrase.enabled) line += " (disabled)";
        lines.push_back(line);
    }
    return lines;
}

SemanticTree tree_of(std::vector<Node> nodes) {
    SemanticTree tree;
    tree.add({.role = Role::screen, .label = "test", .rect = {0, 0, 270, 480}});
    for (Node& node : nodes)
        tree.add(std::move(node));
    return tree;
}

// As the screen "What would you like to give?" is drawn.
SemanticTree choose_screen() {
    return tree_of({
        {.role = Role::text, .label = "五四广场献血屋", .rect = {30, 8, 100, 8}},
        {.role = Role::button, .label = "English", .rect = {200, 9, 54, 17}},
        {.role = Role::heading, .label = "今天想捐献什么？", .rect = {12, 42, 200, 20}},
        {.role = Role::text, .label = "工作人员会和您一起确认。", .rect = {12, 66, 200, 10}},
        {.role = Role::status, .label = "网络暂时不通。", .rect = {30, 80, 200, 10}},
        {.role = Role::heading, .label = "全血", .rect = {23, 100, 40, 12}},
        {.role = Role::text, .label = "采血约 5 到 10 分钟", .rect = {23, 114, 90, 10}},
        {.role = Role::choice, .label = "200 毫升", .value = "200", .rect = {23, 130, 70, 30}},
        {.role = Role::choice,
         .label = "400 毫升",
         .value = "400",
         .selected = true,
         .rect = {100, 130, 70, 30}},
        {.role = Role::heading, .label = "机采血小板", .rect = {23, 190, 40, 12}},
        {.role = Role::choice, .label = "1 个治疗单位", .value = "p1", .rect = {23, 220, 70, 30}},
        {.role = Role::button, .label = "取我的号", .enabled = false, .rect = {12, 380, 240, 30}},
        {.role = Role::progress, .label = "登记", .value = "1 / 2", .rect = {12, 430, 240, 13}},
        {.role = Role::text, .label = "登记", .rect = {12, 434, 30, 6}},
        {.role = Role::text, .label = "取号", .rect = {140, 434, 30, 6}},
        {.role = Role::button, .label = "返回", .rect = {12, 450, 70, 22}},
    });
}

TEST(ReadScreen, heading_then_texts_then_what_can_be_chosen) {
    EXPECT_THAT(
        lines_of(read_screen(choose_screen())),
        ElementsAre("heading: 今天想捐献什么？", "text: 五四广场献血屋",
                    "text: 工作人员会和您一起确认。", "status: 网络暂时不通。", "heading: 全血",
                    "text: 采血约 5 到 10 分钟", "heading: 机采血小板", "progress: 登记 1 / 2",
                    "button: English", "heading: 全血", "choice: 200 毫升",
                    "choice: 400 毫升 (selected)", "heading: 机采血小板", "choice: 1 个治疗单位",
                    "button: 取我的号 (disabled)", "button: 返回"));
}

TEST(ReadScreen, a_name_is_said_with_the_words_it_was_given_for_that) {
    const auto tree = tree_of({
        {.role = Role::text, .label = "您的号码", .rect = {10, 10, 50, 10}},
        {.role = Role::heading,
         .label = "A012",
         .value = "ticket",
         .spoken = "您的号码 A012",
         .rect = {10, 30, 200, 80}},
        {.role = Role::text, .label = "示*甲", .spoken = "您的姓名", .rect = {10, 120, 50, 10}},
        {.role = Role::text, .label = "6月14日", .spoken = "", .rect = {10, 140, 50, 10}},
    });
    EXPECT_THAT(lines_of(read_screen(tree)),
                ElementsAre("heading: 您的号码 A012", "text: 您的号码", "text: 您的姓名"));
}

TEST(ReadScreen, words_on_a_button_belong_to_the_button) {
    const auto tree = tree_of({
        {.role = Role::button, .label = "全血", .rect = {10, 100, 200, 60}},
        {.role = Role::text, .label = "采血约 5 到 10 分钟", .rect = {20, 130, 100, 8}},
        {.role = Role::text, .label = "请选择", .rect = {10, 180, 100, 8}},
    });
    EXPECT_THAT(lines_of(read_screen(tree)),
                ElementsAre("text: 请选择", "button: 全血 采血约 5 到 10 分钟"));
}

TEST(ReadScreen, a_card_drawn_by_hand_is_not_said_twice) {
    const auto tree = tree_of({
        {.role = Role::text, .label = "A012", .rect = {20, 110, 40, 10}},
        {.role = Role::text, .label = "已叫 2 次", .rect = {20, 130, 40, 10}},
        {.role = Role::list_item, .label = "A012", .selected = true, .rect = {10, 100, 200, 60}},
    });
    EXPECT_THAT(lines_of(read_screen(tree)), ElementsAre("list_item: A012 已叫 2 次 (selected)"));
}

TEST(ReadScreen, a_target_as_large_as_the_screen_swallows_nothing) {
    const auto tree = tree_of({
        {.role = Role::heading, .label = "您好", .rect = {20, 110, 40, 10}},
        {.role = Role::button, .label = "点这里开始", .rect = {0, 0, 270, 480}},
    });
    EXPECT_THAT(lines_of(read_screen(tree)), ElementsAre("heading: 您好", "button: 点这里开始"));
}

TEST(ReadScreen, pictures_speak_by_their_label_and_decoration_not_at_all) {
    const auto tree = tree_of({
        {.role = Role::image, .label = "", .rect = {0, 0, 10, 10}},
        {.role = Role::image, .label = "荣誉卡", .rect = {0, 20, 10, 10}},
        {.role = Role::text, .label = "", .rect = {0, 40, 10, 10}},
        {.role = Role::field, .label = "工号", .value = "1001", .rect = {0, 60, 100, 20}},
    });
    EXPECT_THAT(lines_of(read_screen(tree)), ElementsAre("image: 荣誉卡", "field: 工号 1001"));
}

TEST(ReadScreen, of_nothing_says_nothing) {
    EXPECT_THAT(read_screen(SemanticTree()), IsEmpty());
    EXPECT_THAT(read_screen(tree_of({})), IsEmpty());
}

TEST(ReadNode, a_choice_is_said_with_the_heading_it_stands_under) {
    const auto tree = choose_screen();
    EXPECT_THAT(lines_of(read_node(tree, 9)),
                ElementsAre("heading: 全血", "choice: 400 毫升 (selected)"));
    EXPECT_THAT(lines_of(read_node(tree, 11)),
                ElementsAre("heading: 机采血小板", "choice: 1 个治疗单位"));
}

TEST(ReadNode, a_button_is_said_alone) {
    const auto tree = choose_screen();
    EXPECT_THAT(lines_of(read_node(tree, 12)), ElementsAre("button: 取我的号 (disabled)"));
    EXPECT_THAT(lines_of(read_node(tree, 3)), ElementsAre("heading: 今天想捐献什么？"));
}

} // namespace
} // namespace rexue::ui::speech
