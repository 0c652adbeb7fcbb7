// The terminal behind the surfaces: what it tells, and in which order.
#include "kiosk/app/terminal.h"

#include <atomic>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

#include "net/wire/events.h"
#include "tests/net/client/house_server.h"
#include "tests/support/eventually.h"
#include "tests/support/test_folder.h"

namespace rexue::journeys {

namespace {

using namespace std::chrono_literals;

// Enrolled, and the server has gone.
class AloneTerminal : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(client::enrol(server_.plan(profile()), clock_).has_value());
        server_.stop();
    }

    std::filesystem::path profile() const { return folder_.path() / "donor"; }

    std::unique_ptr<app::Terminal> terminal(outbox::OutboxOptions outbox = {}) {
        auto made = app::Terminal::create(
            {.profile = profile(), .outbox = outbox, .instance = std::string(64, 'd')}, clock_);
        EXPECT_TRUE(made.has_value());
        return std::move(*made);
    }

    support::TestFolder folder_;
    time::SystemClock clock_;
    client::HouseServer server_;
};

queue::HouseEvent a_call(const app::Terminal& terminal, const time::Clock& clock) {
    queue::HouseEvent event;
    event.at = clock.wall();
    event.id = base::make_uuid_v7(event.at);
    event.house = terminal.profile().house.value;
    event.terminal = terminal.profile().terminal.value;
    event.day = base::local_time(event.at, client::sample_offset).date;
    event.kind = queue::EventKind::help_requested;
    return event;
}

} // namespace

TEST_F(AloneTerminal, TellsTheQueueOneAtATimeAndTheNewestLast) {
    std::mutex mutex;
    size_t newest_told = 0;
    std::atomic<int> telling = 0;
    std::atomic<int> most_at_once = 0;
    const auto terminal = this->terminal();
    terminal->start({.house = [](const flow::House&) {},
                     .queue =
                         [&](const queue::QueueState& queue) {
                             most_at_once = std::max(most_at_once.load(), ++telling);
                             // Held up, as by a busy machine: the other thread has time to
                             // overtake.
                             if (queue.help.size() == 1) {
                                 support::eventually([&] { return telling > 1; }, 300ms);
                             }
                             const std::lock_guard lock(mutex);
                             newest_told = queue.help.size();
                             --telling;
                         },
                     .link = [](flow::Link) {}});
    terminal->append(queue::EventKind::help_requested); // the worker tells
    EXPECT_TRUE(support::eventually([&] { return telling > 0; }));
    terminal->take_decision({.sequence = 1, .event = queue::to_json(a_call(*terminal, clock_))});
    terminal->stop();
    EXPECT_EQ(most_at_once, 1);
    EXPECT_EQ(newest_told, 2U);
}

TEST_F(AloneTerminal, SaysWhenACallForStaffIsNotKept) {
    std::atomic<size_t> told = 0;
    std::atomic<size_t> kept = 0;
    std::atomic<size_t> settled = 0;
    this->terminal()->stop(); // the outbox is there
    // No page more than it has.
    const auto terminal = this->terminal({.max_pages = 1});
    terminal->start({.house = [](const flow::House&) {},
                     .queue = [&](const queue::QueueState& queue) { told = queue.help.size(); },
                     .link = [](flow::Link) {}});
    size_t asked = 0;
    while (kept == settled && asked < 200) {
        terminal->append(queue::EventKind::help_requested, {}, [&](const base::Status& done) {
            kept += done ? 1 : 0;
            ++settled;
        });
        ++asked;
        ASSERT_TRUE(support::eventually([&] { return settled == asked; }));
    }
    terminal->stop();
    EXPECT_EQ(kept + 1, settled);
    EXPECT_EQ(told, kept) << "what is not kept is in no line";
}

TEST_F(AloneTerminal, RefusesWorkThatItCannotGetTo) {
    std::mutex busy;
    std::atomic<int> refused = 0;
    const auto terminal = this->terminal();
    terminal->start({.house = [](const flow::House&) {},
                     .queue = [&](const queue::QueueState&) { const std::lock_guard wait(busy); },
                     .link = [](flow::Link) {}});
    {
        const std::lock_guard hold(busy);
        for (size_t i = 0; i < app::Worker::max_waiting + 2; ++i) {
            terminal->append(queue::EventKind::help_requested, {},
                             [&](const base::Status& done) { refused += done ? 0 : 1; });
        }
        EXPECT_GE(refused, 1);
    }
    terminal->stop();
}

TEST_F(AloneTerminal, TellsOfWhatTheServerRefusedUntilAnOperatorHasSeenToIt) {
    auto event = a_call(*terminal(), clock_);
    outbox::ItemNumber number = 0;
    const auto loaded = client::load_profile(profile());
    ASSERT_TRUE(loaded.has_value());
    {
        const auto box = *outbox::Outbox::open(loaded->outbox_path(), clock_);
        const auto item = outbox::event_item(event.day, queue::to_json(event));
        number = box->append(std::span(&*item, 1))->front();
        ASSERT_TRUE(box->quarantine(number, "refused").has_value());
    }
    server_.start();
    std::atomic<int> kept_back = -1;
    const auto terminal = this->terminal();
    terminal->start({.house = [](const flow::House&) {},
                     .queue = [](const queue::QueueState&) {},
                     .link = [](flow::Link) {},
                     .health = [&](const flow::Health& health) { kept_back = health.kept_back; }});
    EXPECT_TRUE(support::eventually([&] { return kept_back == 1; }));
    ASSERT_TRUE((*outbox::Outbox::open_beside(loaded->outbox_path(), clock_))->requeue(number));
    terminal->append(queue::EventKind::help_requested); // wakes the uploader before its minute
    EXPECT_TRUE(support::eventually([&] { return kept_back == 0; }));
    terminal->stop();
}

} // namespace rexue::journeys
