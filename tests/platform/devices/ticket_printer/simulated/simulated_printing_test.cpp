// The printer that suffers in a folder: one misfortune a test, with a clock that stands still.
#include "platform/devices/ticket_printer/simulated/simulated_printing.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/image/picture.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using Condition = TicketPrinterCondition;

// 80 mm long: 400 ms of printing.
image::GreyImage slip(std::uint8_t grey = 255) {
    return {
        .width_px = 400, .height_px = 640, .luminance = std::vector<std::uint8_t>(400 * 640, grey)};
}

class SimulatedPrintingTest : public testing::Test {
  protected:
    void run(milliseconds duration) {
        const auto end = clock_.steady() + duration;
        while (clock_.steady() < end)
            clock_.advance(std::min(printing_.step(), end - clock_.steady()));
        printing_.step();
    }
    void put_state(const std::string& word) {
        std::ofstream(folder_.path() / "state") << word << '\n';
    }
    void ask(const std::string& job) { queue_.add(job, slip(), clock_.steady()); }
    bool is_out(const std::string& job) const {
        return std::filesystem::exists(folder_.path() / (job + ".png"));
    }

    support::TestFolder folder_;
    time::SimulatedClock clock_{base::Instant{}};
    SlipQueue queue_;
    std::vector<Condition> told_;
    ConditionCell<Condition> condition_{Condition::ready,
                                        [this](Condition now) { told_.push_back(now); }};
    SimulatedPrinting printing_{folder_.path(), clock_, queue_, condition_};
};

TEST_F(SimulatedPrintingTest, a_slip_takes_its_time_and_comes_out_whole) {
    ask("A001");
    run(milliseconds(300));
    EXPECT_EQ(condition_.get(), Condition::printing);
    EXPECT_FALSE(is_out("A001"));
    run(milliseconds(200));
    EXPECT_EQ(condition_.get(), Condition::ready);
    const auto printed = image::read_grey(folder_.path() / "A001.png");
    ASSERT_TRUE(printed);
    EXPECT_EQ(printed->luminance, slip().luminance);
    EXPECT_THAT(queue_.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::printed)));
}

TEST_F(SimulatedPrintingTest, every_state_word_is_its_condition) {
    for (const Condition condition :
         {Condition::absent, Condition::ready, Condition::paper_low, Condition::out_of_paper,
          Condition::cover_open, Condition::jammed, Condition::unplugged}) {
        put_state(std::string(to_string(condition)));
        printing_.step();
        EXPECT_EQ(condition_.get(), condition) << to_string(condition);
    }
    put_state("on strike");
    printing_.step();
    EXPECT_EQ(condition_.get(), Condition::ready);
}

TEST_F(SimulatedPrintingTest, low_paper_still_prints) {
    put_state("paper_low");
    ask("A001");
    run(milliseconds(500));
    EXPECT_TRUE(is_out("A001"));
    EXPECT_EQ(condition_.get(), Condition::paper_low);
}

TEST_F(SimulatedPrintingTest, paper_out_in_the_middle_waits_and_prints_once_when_filled) {
    ask("A001");
    run(milliseconds(200));
    put_state("out_of_paper");
    run(milliseconds(60'000));
    EXPECT_EQ(condition_.get(), Condition::out_of_paper);
    EXPECT_FALSE(is_out("A001"));
    EXPECT_THAT(queue_.take_outcomes(), IsEmpty());
    put_state("ready");
    run(milliseconds(300));
    EXPECT_FALSE(is_out("A001")) << "it goes on where the paper ended";
    run(milliseconds(200));
    EXPECT_TRUE(is_out("A001"));
    EXPECT_THAT(queue_.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::printed)));
}

TEST_F(SimulatedPrintingTest, cover_open_for_too_long_lets_the_slip_expire) {
    put_state("cover_open");
    ask("A001");
    run(milliseconds(119'900));
    EXPECT_THAT(queue_.take_outcomes(), IsEmpty());
    run(milliseconds(200));
    EXPECT_THAT(queue_.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::expired)));
    put_state("ready");
    run(milliseconds(1000));
    EXPECT_FALSE(is_out("A001"));
}

TEST_F(SimulatedPrintingTest, unplugged_and_back_prints_what_waits_in_order) {
    put_state("unplugged");
    ask("A001");
    ask("A002");
    run(milliseconds(1000));
    put_state("ready");
    run(milliseconds(1000));
    EXPECT_THAT(queue_.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::printed),
                                                    Pair("A002", PrintOutcome::printed)));
}

TEST_F(SimulatedPrintingTest, a_slip_of_an_earlier_run_of_the_program_is_not_printed_again) {
    ASSERT_TRUE(image::write_png(folder_.path() / "A001.png", slip(7)));
    ask("A001");
    run(milliseconds(500));
    EXPECT_EQ(image::read_grey(folder_.path() / "A001.png")->luminance[0], 7);
    EXPECT_THAT(queue_.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::printed)));
}

TEST_F(SimulatedPrintingTest, the_folder_gone_is_the_printer_gone) {
    ask("A001");
    std::filesystem::remove_all(folder_.path());
    run(milliseconds(1000));
    EXPECT_EQ(condition_.get(), Condition::unplugged);
    std::filesystem::create_directory(folder_.path());
    run(milliseconds(1000));
    EXPECT_TRUE(is_out("A001"));
}

TEST_F(SimulatedPrintingTest, a_condition_is_told_once_a_change) {
    put_state("jammed");
    run(milliseconds(1000));
    put_state("ready");
    run(milliseconds(1000));
    EXPECT_THAT(told_, ElementsAre(Condition::jammed, Condition::ready));
}

} // namespace
} // namespace rexue::devices
