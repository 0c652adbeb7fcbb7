// What waits in the outbox is read for the queue's sake and stays where it is.
#include "kiosk/app/waiting_events.h"

#include <gtest/gtest.h>

#include "tests/support/house_events.h"
#include "tests/support/test_folder.h"

namespace rexue::app {
namespace {

class WaitingEvents : public testing::Test {
  protected:
    static constexpr base::Date today{std::chrono::year(2026), std::chrono::June,
                                      std::chrono::day(14)};
    static constexpr base::Date yesterday{std::chrono::year(2026), std::chrono::June,
                                          std::chrono::day(13)};

    base::Uuid put(base::Date day) {
        const queue::HouseEvent event{.id = base::make_uuid_v7(clock_.wall()),
                                      .house = "qd-wusi",
                                      .terminal = "t-1",
                                      .at = clock_.wall(),
                                      .day = day,
                                      .kind = queue::EventKind::help_requested};
        const auto item = outbox::event_item(day, queue::to_json(event));
        EXPECT_TRUE(outbox_->append(std::span(&*item, 1)).has_value());
        return event.id;
    }

    support::TestFolder folder_;
    time::SimulatedClock clock_{support::instant("2026-06-14T02:24:05.000Z")};
    std::unique_ptr<outbox::Outbox> outbox_ =
        std::move(*outbox::Outbox::open(folder_.path() / "outbox.db", clock_));
};

TEST_F(WaitingEvents, AreThoseOfTheDayInTheirOrder) {
    put(yesterday);
    std::vector<base::Uuid> put_in;
    for (int i = 0; i < 250; ++i) // more than one look gives
        put_in.push_back(put(today));
    const auto events = waiting_events(*outbox_, today);
    ASSERT_TRUE(events.has_value());
    ASSERT_EQ(events->size(), put_in.size());
    for (size_t i = 0; i < put_in.size(); ++i)
        EXPECT_EQ((*events)[i].id, put_in[i]);
}

TEST_F(WaitingEvents, AreReadAndNeitherHeldNorCountedAsTried) {
    put(yesterday);
    put(today);
    ASSERT_TRUE(waiting_events(*outbox_, today).has_value());
    const auto briefs = outbox_->list();
    ASSERT_TRUE(briefs.has_value());
    for (const outbox::ItemBrief& brief : *briefs)
        EXPECT_EQ(brief.tries, 0);
    EXPECT_EQ(outbox_->lease(outbox::ItemKind::event)->size(), 2U);
}

TEST_F(WaitingEvents, LeaveOutWhatIsNoEvent) {
    const outbox::Item strange{.kind = outbox::ItemKind::event,
                               .id = base::make_uuid_v7(clock_.wall()),
                               .day = today,
                               .body = "{}"};
    ASSERT_TRUE(outbox_->append(std::span(&strange, 1)).has_value());
    const auto id = put(today);
    const auto events = waiting_events(*outbox_, today);
    ASSERT_TRUE(events.has_value());
    ASSERT_EQ(events->size(), 1U);
    EXPECT_EQ(events->front().id, id);
}

} // namespace
} // namespace rexue::app
