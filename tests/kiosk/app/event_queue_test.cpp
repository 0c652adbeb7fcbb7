// However long the window thread hangs and whatever comes: the newest of each kind is there when
// it looks again, and what had to go is counted.
#include "kiosk/app/event_queue.h"

#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kiosk/flow/donor/event.h"

namespace rexue::app {
namespace {

namespace donor = flow::donor;
using Queue = EventQueue<donor::Event>;

constexpr size_t room = Queue::kinds + 3;

struct Fixture {
    int wakes = 0;
    Queue queue{room, [this] { ++wakes; }};

    void post(donor::Event event) { queue.post({.event = std::move(event), .still_wanted = {}}); }
};

std::vector<std::string> codes_of(const Queue::Taken& taken) {
    std::vector<std::string> codes;
    for (const auto& waiting : taken.events) {
        if (const auto* code = std::get_if<donor::CodeScanned>(&waiting.event)) {
            codes.push_back(code->text.str());
        }
    }
    return codes;
}

TEST(EventQueue, KeepsTheOrderAndWakesForEach) {
    Fixture fixture;
    fixture.post(donor::CodeScanned{.text = "a"});
    fixture.post(donor::DocumentCorrupt{});
    fixture.post(donor::CodeScanned{.text = "b"});
    EXPECT_EQ(fixture.wakes, 3);
    const auto taken = fixture.queue.take();
    ASSERT_EQ(taken.events.size(), 3U);
    EXPECT_TRUE(std::holds_alternative<donor::DocumentCorrupt>(taken.events[1].event));
    EXPECT_EQ(codes_of(taken), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(fixture.queue.take().events.empty());
}

TEST(EventQueue, OfHouseQueueAndLineOnlyTheNewestWaits) {
    Fixture fixture;
    for (int i = 0; i < 1000; ++i) {
        fixture.post(donor::QueueMoved{.queue = {}});
        fixture.post(donor::HouseChanged{.house = {.name = std::to_string(i)}});
        fixture.post(donor::LinkChanged{.link = flow::Link::online});
        fixture.post(donor::Touched{});
    }
    fixture.post(donor::CodeScanned{.text = "a"});
    const auto taken = fixture.queue.take();
    EXPECT_EQ(taken.dropped, 0U); // replaced is not dropped
    ASSERT_EQ(taken.events.size(), 5U);
    EXPECT_EQ(std::get<donor::HouseChanged>(taken.events[1].event).house.name, "999");
}

TEST(EventQueue, ANewerOneNeverGoesBeforeWhatItFollowed) {
    Fixture fixture;
    fixture.post(donor::LinkChanged{.link = flow::Link::online});
    fixture.post(donor::LookupFailed{});
    fixture.post(donor::LinkChanged{.link = flow::Link::offline});
    const auto taken = fixture.queue.take();
    ASSERT_EQ(taken.events.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<donor::LookupFailed>(taken.events[0].event));
}

TEST(EventQueue, CountsWhatHadToGoOnce) {
    Fixture fixture;
    for (size_t i = 0; i < room + 7; ++i)
        fixture.post(donor::CodeScanned{.text = std::to_string(i)});
    EXPECT_EQ(fixture.queue.take().dropped, 7U);
    EXPECT_EQ(fixture.queue.take().dropped, 0U);
}

TEST(EventQueue, AStormOfOneKindDrivesOutNoOther) {
    Fixture fixture;
    fixture.post(donor::TicketIssued{.ticket = "A012"});
    for (int i = 0; i < 1000; ++i)
        fixture.post(donor::ReaderChanged{.reader = donor::Reader::garbled});
    fixture.post(donor::ReaderChanged{.reader = donor::Reader::ready});
    const auto taken = fixture.queue.take();
    ASSERT_EQ(taken.events.size(), room);
    EXPECT_EQ(std::get<donor::TicketIssued>(taken.events.front().event).ticket, "A012");
    EXPECT_EQ(std::get<donor::ReaderChanged>(taken.events.back().event).reader,
              donor::Reader::ready);
}

RC_GTEST_PROP(EventQueue, TheNewestOfEachKindIsAlwaysThere, (const std::vector<int>& kinds)) {
    Fixture fixture;
    std::set<size_t> posted;
    for (const int kind : kinds) {
        const std::vector<donor::Event> some{
            donor::CodeScanned{},   donor::DocumentCorrupt{},
            donor::LookupFailed{},  donor::LinkChanged{},
            donor::Touched{},       donor::SlipDone{},
            donor::TicketIssued{},  donor::DonorNotKnown{},
            donor::CameraChanged{}, donor::ReaderChanged{.reader = donor::Reader::ready}};
        const auto& event = some[static_cast<size_t>(kind < 0 ? -(kind + 1) : kind) % some.size()];
        posted.insert(event.index());
        fixture.post(event);
    }
    std::set<size_t> there;
    for (const auto& waiting : fixture.queue.take().events)
        there.insert(waiting.event.index());
    RC_ASSERT(there == posted);
}

} // namespace
} // namespace rexue::app
