// A visit ends: nothing that told who it was lies in memory that was given back.
#include <array>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

#include <gtest/gtest.h>
#include <malloc.h>

#include "tests/support/donor_terminal.h"

namespace {

// What is looked for in each block that is freed, and whether it was found. Plain data: freeing
// goes on before and after everything else.
constexpr size_t most_needles = 8;
std::array<std::string_view, most_needles> needles;
size_t needle_count = 0;
bool watching = false;
size_t found = 0;

void look_through(const void* block) {
    const size_t size = malloc_usable_size(const_cast<void*>(block));
    for (size_t i = 0; i < needle_count; ++i) {
        if (memmem(block, size, needles[i].data(), needles[i].size()) != nullptr) ++found;
    }
}

void give_back(void* block) {
    if (watching && block != nullptr) look_through(block);
    std::free(block);
}

} // namespace

void* operator new(size_t size) {
    if (void* block = std::malloc(size)) return block;
    throw std::bad_alloc();
}
void operator delete(void* block) noexcept {
    give_back(block);
}
void operator delete(void* block, size_t) noexcept {
    give_back(block);
}

namespace rexue::flow::donor {
namespace {

using support::DonorTerminal;

class Watch {
  public:
    Watch(std::initializer_list<std::string_view> texts) {
        needle_count = 0;
        for (const std::string_view text : texts)
            needles[needle_count++] = text;
        found = 0;
        watching = true;
    }
    ~Watch() { watching = false; }
};

TEST(Wiping, TheWatchSeesWhatIsNotWiped) {
    const Watch watch{"unwiped text of a person"};
    {
        const std::string text("an unwiped text of a person who came");
        EXPECT_FALSE(text.empty());
    }
    EXPECT_EQ(found, 1U);
}

TEST(Wiping, AWholeVisitLeavesNothingOfTheDonor) {
    const auto visit = [](const Event& last) {
        identity::IdentityDocument document = support::a_document();
        document.name = "示例甲乙丙丁戊己庚辛";
        document.english_name = "EXAMPLE PERSON WITH A LONG NAME";
        document.address = "示例市测试区不存在路一号";
        document.permit_number = "H00000000";
        DonorTerminal terminal;
        terminal.on(DocumentRead{.document = document}).known();
        terminal.tap<ConfirmTapped>().choose(queue::Intent::whole_blood_200);
        terminal.talk().issued("A012");
        terminal.on(last);
        EXPECT_EQ(terminal.session.visit, flow::donor::Visit{});
    };
    for (const Event& last : {Event(DoneTapped{}), Event(LeaveTapped{})}) {
        const Watch watch{"甲乙丙丁",          "PERSON WITH", "不存在路", "H0000000",
                          "70202199001010011", "****0011",    "示*甲",    "****0000"};
        visit(last);
        EXPECT_EQ(found, 0U);
    }
}

TEST(Wiping, ABookingLeavesNothing) {
    const auto visit = [](const Event& last) {
        identity::IdentityDocument document = support::a_document();
        document.name = "示例甲乙丙丁戊己庚辛";
        DonorTerminal terminal;
        terminal.on(DocumentRead{.document = document}).known().tap<ConfirmTapped>();
        terminal.choose(queue::Intent::whole_blood_400).tap<ContinueTapped>();
        terminal.answer_with_tattoo().tap<BookTapped>();
        terminal.on(DayTapped{.day = support::a_day_to_come()});
        EXPECT_EQ(terminal.count<KeepBooking>(), 1U);
        terminal.on(BookingKept{.day = support::a_day_to_come()}).on(last);
        EXPECT_EQ(terminal.session.visit, flow::donor::Visit{});
    };
    for (const Event& last : {Event(DoneTapped{}), Event(LeaveTapped{})}) {
        const Watch watch{"甲乙丙丁", "70202199001010011", "****0011", "示*甲"};
        visit(last);
        EXPECT_EQ(found, 0U);
    }
}

TEST(Wiping, ATypedVisitLeavesNothing) {
    const Watch watch{"000001992061", "示例丙丁"};
    {
        DonorTerminal terminal;
        terminal.up_to(State::typing_number).typed_number();
        terminal.tap<DonorNotKnown>().typed_name("一位示例丙丁戊己庚辛");
        terminal.tap<ConfirmTapped>().choose(queue::Intent::whole_blood_200);
        terminal.talk().issued("A012").tap<DoneTapped>();
        EXPECT_EQ(terminal.session.visit, flow::donor::Visit{});
    }
    EXPECT_EQ(found, 0U);
}

TEST(Wiping, ASignatureLeavesNothing) {
    const auto visit = [](const Event& last) {
        DonorTerminal terminal;
        terminal.up_to(State::sign);
        terminal.on(SignedTapped{.signature = {.strokes = "[[12345,67890,12346,67891]]",
                                               .png = "ZHJhd24gYnkgYSBmaW5nZXI="}});
        terminal.issued("A012").on(last);
        EXPECT_EQ(terminal.session.visit, flow::donor::Visit{});
    };
    for (const Event& last : {Event(DoneTapped{}), Event(LeaveTapped{})}) {
        const Watch watch{"12345,67890", "ZHJhd24gYnkg"};
        visit(last);
        EXPECT_EQ(found, 0U);
    }
}

TEST(Wiping, AnHonourCardLeavesNothing) {
    const std::string code = support::a_card_code();
    const Watch watch{std::string_view(code).substr(8)};
    {
        DonorTerminal terminal;
        terminal.on(CodeScanned{.text = code}).tap<BackTapped>().tap<LeaveTapped>();
        EXPECT_EQ(terminal.session.visit, flow::donor::Visit{});
    }
    EXPECT_EQ(found, 0U);
}

} // namespace
} // namespace rexue::flow::donor
