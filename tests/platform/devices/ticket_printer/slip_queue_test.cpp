// Slips come out in order, each once, none too late, and none that does not fit.
#include "platform/devices/ticket_printer/slip_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rexue::devices {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

image::GreyImage slip(int width_px = 400, int height_px = 300) {
    return {.width_px = width_px,
            .height_px = height_px,
            .luminance = std::vector<std::uint8_t>(size_t(width_px) * size_t(height_px), 255)};
}

const time::Moment start{};

TEST(SlipQueue, slips_wait_in_order_until_they_are_printed) {
    SlipQueue queue;
    queue.add("A001", slip(), start);
    queue.add("A002", slip(), start);
    EXPECT_EQ(queue.next(start)->job, "A001");
    EXPECT_EQ(queue.next(start)->job, "A001");
    queue.printed("A001");
    EXPECT_EQ(queue.next(start)->job, "A002");
    EXPECT_THAT(queue.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::printed)));
    EXPECT_THAT(queue.take_outcomes(), IsEmpty());
}

TEST(SlipQueue, the_same_name_while_it_waits_is_one_slip) {
    SlipQueue queue;
    queue.add("A001", slip(), start);
    queue.add("A001", slip(), start);
    queue.printed("A001");
    EXPECT_EQ(queue.next(start), nullptr);
    EXPECT_THAT(queue.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::printed)));
}

TEST(SlipQueue, the_same_name_after_printing_is_told_printed_and_not_printed) {
    SlipQueue queue;
    queue.add("A001", slip(), start);
    queue.printed("A001");
    queue.take_outcomes();
    queue.add("A001", slip(), start);
    EXPECT_EQ(queue.next(start), nullptr);
    EXPECT_THAT(queue.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::printed)));
}

TEST(SlipQueue, behind_eight_others_is_accepted_behind_nine_refused) {
    SlipQueue queue;
    for (int i = 1; i <= 9; ++i)
        queue.add("A00" + std::to_string(i), slip(), start);
    EXPECT_THAT(queue.take_outcomes(), IsEmpty());
    queue.add("A010", slip(), start);
    EXPECT_THAT(queue.take_outcomes(), ElementsAre(Pair("A010", PrintOutcome::refused)));
}

TEST(SlipQueue, a_slip_expires_to_the_millisecond_and_may_be_asked_for_anew) {
    SlipQueue queue;
    queue.add("A001", slip(), start);
    EXPECT_NE(queue.next(start + slip_time_to_live - milliseconds(1)), nullptr);
    EXPECT_EQ(queue.next(start + slip_time_to_live), nullptr);
    EXPECT_THAT(queue.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::expired)));
    queue.add("A001", slip(), start + slip_time_to_live);
    EXPECT_NE(queue.next(start + slip_time_to_live), nullptr);
}

TEST(SlipQueue, what_does_not_fit_the_paper_is_refused) {
    image::GreyImage torn = slip();
    torn.luminance.pop_back();
    EXPECT_TRUE(fits_paper(slip(640, 3200)));
    EXPECT_FALSE(fits_paper(slip(641, 100)));
    EXPECT_FALSE(fits_paper(slip(100, 3201)));
    EXPECT_FALSE(fits_paper(slip(0, 0)));
    EXPECT_FALSE(fits_paper(torn));
    SlipQueue queue;
    queue.add("A001", torn, start);
    EXPECT_THAT(queue.take_outcomes(), ElementsAre(Pair("A001", PrintOutcome::refused)));
}

TEST(SlipQueue, a_name_that_is_a_path_is_refused) {
    for (const auto* name : {"", "../A001", "a/b", ".", "热血", "A 1"})
        EXPECT_FALSE(is_job_name(name)) << name;
    EXPECT_FALSE(is_job_name(std::string(65, 'A')));
    EXPECT_TRUE(is_job_name(std::string(64, 'A')));
    EXPECT_TRUE(is_job_name("K-017_b"));
}

} // namespace
} // namespace rexue::devices
