// What every store must keep to, whichever database is behind it.
#include <algorithm>
#include <atomic>
#include <thread>

#include <gtest/gtest.h>

#include "net/server/store/store.h"
#include "tests/net/server/samples.h"
#include "tests/net/server/store/store_kinds.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::server {
namespace {

using base::ErrorCode;
using tests::a_check_in;
using tests::a_house;
using tests::a_terminal;
using tests::an_id;
using tests::day_one;
using tests::noon;
using wire::AppendOutcome;

class StoreContract : public testing::TestWithParam<tests::StoreKind> {
  protected:
    void SetUp() override {
        ASSERT_TRUE(store_);
        ASSERT_TRUE(store_->put_house(a_house()));
    }

    std::vector<std::int64_t> sequences(const EventRange& range) {
        std::vector<std::int64_t> found;
        for (const auto& logged : range.events)
            found.push_back(logged.sequence);
        return found;
    }

    wire::AppendResult append(const queue::HouseEvent& event) {
        auto results = store_->append(a_house().house, std::vector{event});
        EXPECT_TRUE(results) << results.error().detail;
        return results->front();
    }

    Terminal enrolled(const std::string& id) {
        const EnrolmentOffer offer{.code_hash = "hash of " + id,
                                   .house = a_house().house,
                                   .surface = wire::SurfaceKind::donor,
                                   .ticket_letter = "A",
                                   .expires = noon + std::chrono::hours(24)};
        EXPECT_TRUE(store_->put_offer(offer));
        const auto terminal = store_->enrol(
            offer.code_hash, noon,
            [&](const EnrolmentOffer&) -> base::Result<Terminal> { return a_terminal(id); });
        EXPECT_TRUE(terminal) << terminal.error().detail;
        return *terminal;
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<Store> store_ = GetParam().open(folder_.path());
    const wire::HouseId house_ = a_house().house;
};

INSTANTIATE_TEST_SUITE_P(Databases, StoreContract, tests::all_stores(), tests::store_name);

TEST_P(StoreContract, a_house_comes_back_and_can_change) {
    auto house = a_house();
    house.notices = {"示例通知"};
    ASSERT_TRUE(store_->put_house(house));
    EXPECT_EQ(store_->house(house_)->notices, house.notices);
    EXPECT_EQ(store_->house(wire::HouseId("other")).error().code, ErrorCode::not_found);
}

TEST_P(StoreContract, a_changed_house_goes_on_counting) {
    EXPECT_EQ(append(a_check_in("A001")).sequence, 1);
    ASSERT_TRUE(store_->put_house(a_house()));
    EXPECT_EQ(append(a_check_in("A002")).sequence, 2);
}

TEST_P(StoreContract, events_get_places_without_gaps_even_around_refused_ones) {
    const auto first = a_check_in("A001");
    const auto results =
        store_->append(house_, std::vector{first, a_check_in("A001"), a_check_in("A002"), first});
    ASSERT_TRUE(results);
    EXPECT_EQ((*results)[0].outcome, AppendOutcome::stored);
    EXPECT_EQ((*results)[1].outcome, AppendOutcome::refused);
    EXPECT_EQ((*results)[1].reason, "ticket_taken");
    EXPECT_EQ((*results)[2].sequence, 2);
    EXPECT_EQ((*results)[3].outcome, AppendOutcome::known);
    EXPECT_EQ((*results)[3].sequence, 1);
    const auto range = store_->events_after(house_, 0, 500);
    EXPECT_EQ(sequences(*range), (std::vector<std::int64_t>{1, 2}));
    EXPECT_EQ(range->last, 2);
    EXPECT_EQ(range->events[0].event, first);
}

TEST_P(StoreContract, a_resend_is_stored_once) {
    const auto event = a_check_in("A001");
    EXPECT_EQ(append(event).outcome, AppendOutcome::stored);
    EXPECT_EQ(append(event).outcome, AppendOutcome::known);
    EXPECT_EQ(store_->events_after(house_, 0, 500)->events.size(), 1u);
}

TEST_P(StoreContract, another_content_under_a_known_id_is_refused) {
    auto event = a_check_in("A001");
    append(event);
    event.ticket = "A002";
    EXPECT_EQ(append(event).reason, "id_taken");
}

TEST_P(StoreContract, a_ticket_may_be_given_again_on_another_day_or_in_another_house) {
    append(a_check_in("A001"));
    auto tomorrow = a_check_in("A001");
    tomorrow.day = base::Date(std::chrono::sys_days(day_one) + std::chrono::days(1));
    EXPECT_EQ(append(tomorrow).outcome, AppendOutcome::stored);

    auto other = a_house();
    other.house = wire::HouseId("other");
    ASSERT_TRUE(store_->put_house(other));
    auto elsewhere = a_check_in("A001");
    elsewhere.house = "other";
    const auto results = store_->append(other.house, std::vector{elsewhere});
    ASSERT_TRUE(results);
    EXPECT_EQ(results->front().sequence, 1) << "each house counts for itself";
}

TEST_P(StoreContract, pages_begin_behind_a_sequence_and_end_at_the_limit) {
    for (const char* ticket : {"A001", "A002", "A003", "A004"})
        append(a_check_in(ticket));
    const auto page = store_->events_after(house_, 1, 2);
    EXPECT_EQ(sequences(*page), (std::vector<std::int64_t>{2, 3}));
    EXPECT_EQ(page->last, 4);
    EXPECT_TRUE(store_->events_after(house_, 4, 2)->events.empty());
    EXPECT_EQ(store_->events_after(wire::HouseId("none"), 0, 2).error().code, ErrorCode::not_found);
}

TEST_P(StoreContract, a_day_is_read_alone) {
    append(a_check_in("A001"));
    auto tomorrow = a_check_in("A001");
    tomorrow.day = base::Date(std::chrono::sys_days(day_one) + std::chrono::days(1));
    append(tomorrow);
    EXPECT_EQ(sequences(*store_->events_of_day(house_, tomorrow.day)),
              (std::vector<std::int64_t>{2}));
    EXPECT_EQ(store_->events_of_day(house_, tomorrow.day)->last, 2);
    EXPECT_EQ(store_->day_of(house_, 1).value(), day_one);
    EXPECT_EQ(store_->day_of(house_, 3).error().code, ErrorCode::not_found);
}

TEST_P(StoreContract, a_decision_sees_the_days_log_and_is_made_once) {
    append(a_check_in("A001"));
    const auto id = an_id();
    int decisions = 0;
    const auto decide = [&](std::span<const LoggedEvent> log) -> base::Result<queue::HouseEvent> {
        ++decisions;
        EXPECT_EQ(log.size(), 1u);
        auto event = a_check_in("A009");
        event.id = id;
        return event;
    };
    const auto is_answer = [](const queue::HouseEvent& event) { return event.ticket == "A009"; };
    const auto first = store_->append_decided(house_, day_one, id, is_answer, decide);
    ASSERT_TRUE(first) << first.error().detail;
    EXPECT_EQ(first->sequence, 2);
    const auto again = store_->append_decided(house_, day_one, id, is_answer, decide);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->event, first->event);
    EXPECT_EQ(decisions, 1);
}

TEST_P(StoreContract, an_id_of_another_event_answers_no_question) {
    const auto event = a_check_in("A001");
    append(event);
    const auto decide = [](std::span<const LoggedEvent>) -> base::Result<queue::HouseEvent> {
        return base::fail(ErrorCode::internal, "it must not come to this");
    };
    const auto nothing_fits = [](const queue::HouseEvent&) { return false; };
    const auto answer = store_->append_decided(house_, day_one, event.id, nothing_fits, decide);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::conflict);
}

TEST_P(StoreContract, a_decision_that_fails_takes_no_place) {
    const auto refused = store_->append_decided(
        house_, day_one, an_id(), [](const queue::HouseEvent&) { return true; },
        [](std::span<const LoggedEvent>) -> base::Result<queue::HouseEvent> {
            return base::fail(ErrorCode::conflict, "no");
        });
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
    EXPECT_EQ(append(a_check_in("A001")).sequence, 1);
}

TEST_P(StoreContract, many_writers_leave_no_gap_and_no_double) {
    constexpr int writers = 4;
    constexpr int each = 25;
    std::vector<std::thread> threads;
    for (int w = 0; w < writers; ++w) {
        threads.emplace_back([&, w] {
            for (int i = 1; i <= each; ++i) {
                const char letter = static_cast<char>('A' + w);
                append(a_check_in(letter + std::to_string(1000 + i)));
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    const auto all = store_->events_after(house_, 0, 500);
    ASSERT_EQ(all->events.size(), static_cast<size_t>(writers * each));
    for (size_t i = 0; i < all->events.size(); ++i) {
        EXPECT_EQ(all->events[i].sequence, static_cast<std::int64_t>(i + 1));
    }
}

TEST_P(StoreContract, a_code_is_good_once) {
    const auto terminal = enrolled("t-1");
    const auto again = store_->enrol(
        "hash of t-1", noon,
        [](const EnrolmentOffer&) -> base::Result<Terminal> { return a_terminal("t-2"); });
    EXPECT_EQ(again.error().code, ErrorCode::unauthenticated);
    EXPECT_EQ(store_->terminal(terminal.fingerprint)->id, terminal.id);
    EXPECT_EQ(store_->terminal("none").error().code, ErrorCode::not_found);
}

TEST_P(StoreContract, a_code_that_is_too_old_is_no_code) {
    ASSERT_TRUE(store_->put_offer({.code_hash = "old",
                                   .house = house_,
                                   .surface = wire::SurfaceKind::board,
                                   .ticket_letter = "",
                                   .expires = noon}));
    const auto late = store_->enrol("old", noon, [](const EnrolmentOffer&) {
        return base::Result<Terminal>(a_terminal("t-1"));
    });
    EXPECT_EQ(late.error().code, ErrorCode::unauthenticated);
}

TEST_P(StoreContract, a_code_stays_good_when_the_certificate_could_not_be_made) {
    ASSERT_TRUE(store_->put_offer({.code_hash = "code",
                                   .house = house_,
                                   .surface = wire::SurfaceKind::donor,
                                   .ticket_letter = "A",
                                   .expires = noon + std::chrono::hours(1)}));
    const auto failed = store_->enrol("code", noon, [](const EnrolmentOffer&) {
        return base::Result<Terminal>(base::fail(ErrorCode::invalid_argument, "bad request"));
    });
    EXPECT_EQ(failed.error().code, ErrorCode::invalid_argument);
    EXPECT_TRUE(store_->enrol("code", noon, [](const EnrolmentOffer&) {
        return base::Result<Terminal>(a_terminal("t-1"));
    }));
}

TEST_P(StoreContract, a_letter_is_for_one_terminal_in_force) {
    const auto offer = [&](const std::string& hash) {
        ASSERT_TRUE(store_->put_offer({.code_hash = hash,
                                       .house = house_,
                                       .surface = wire::SurfaceKind::donor,
                                       .ticket_letter = "A",
                                       .expires = noon + std::chrono::hours(1)}));
    };
    const auto enrol = [&](const std::string& hash, const std::string& id) {
        return store_->enrol(hash, noon, [&](const EnrolmentOffer&) {
            return base::Result<Terminal>(a_terminal(id));
        });
    };
    offer("older");
    offer("newer");
    EXPECT_EQ(store_->letter_holder(house_, "A").value(), std::nullopt);
    ASSERT_TRUE(enrol("newer", "t-1"));
    EXPECT_EQ(store_->letter_holder(house_, "A").value(), wire::TerminalId("t-1"));
    EXPECT_EQ(store_->letter_holder(house_, "B").value(), std::nullopt);
    EXPECT_EQ(store_->letter_holder(wire::HouseId("other"), "A").value(), std::nullopt);

    const auto second = enrol("older", "t-2");
    EXPECT_EQ(second.error().code, ErrorCode::already_exists);
    EXPECT_TRUE(second.error().detail.contains("t-1")) << "whom to revoke";
    ASSERT_TRUE(store_->revoke(wire::TerminalId("t-1"), noon));
    EXPECT_TRUE(enrol("older", "t-2")) << "the code is still good";
}

TEST_P(StoreContract, a_revoked_terminal_says_since_when) {
    const auto terminal = enrolled("t-1");
    EXPECT_EQ(store_->terminal(terminal.fingerprint)->revoked_at, std::nullopt);
    ASSERT_TRUE(store_->revoke(terminal.id, noon));
    const auto again = store_->revoke(terminal.id, noon + std::chrono::hours(1));
    EXPECT_EQ(again.error().code, ErrorCode::already_exists);
    EXPECT_EQ(again.error().detail, "it is refused since " + base::format_instant(noon));
    EXPECT_EQ(store_->terminal(terminal.fingerprint)->revoked_at, noon);
    EXPECT_EQ(store_->revoke(wire::TerminalId("none"), noon).error().code, ErrorCode::not_found);
}

TEST_P(StoreContract, the_terminals_of_a_house_are_listed_with_when_they_were_heard) {
    EXPECT_TRUE(store_->terminals(house_)->empty());
    const auto first = enrolled("t-1");
    ASSERT_TRUE(store_->revoke(first.id, noon));
    const auto second = enrolled("t-2");
    ASSERT_TRUE(store_->claim_instance(second.id, "machine", noon + std::chrono::seconds(7)));
    const auto known = store_->terminals(house_);
    ASSERT_TRUE(known && known->size() == 2);
    EXPECT_EQ((*known)[0].terminal.id, first.id);
    EXPECT_EQ((*known)[0].terminal.revoked_at, noon);
    EXPECT_EQ((*known)[0].heard_at, std::nullopt);
    EXPECT_EQ((*known)[1].terminal.fingerprint, second.fingerprint);
    EXPECT_EQ((*known)[1].heard_at, noon + std::chrono::seconds(7));
    EXPECT_TRUE(store_->terminals(wire::HouseId("elsewhere"))->empty());
}

TEST_P(StoreContract, a_certificate_is_bound_to_the_machine_heard_in_the_last_minute) {
    const auto id = enrolled("t-1").id;
    using std::chrono::seconds;
    ASSERT_TRUE(store_->claim_instance(id, "first", noon));
    ASSERT_TRUE(store_->claim_instance(id, "first", noon + seconds(30)));
    EXPECT_EQ(store_->claim_instance(id, "second", noon + seconds(89)).error().code,
              ErrorCode::conflict);
    ASSERT_TRUE(store_->claim_instance(id, "second", noon + seconds(90)));
    EXPECT_EQ(store_->claim_instance(id, "first", noon + seconds(91)).error().code,
              ErrorCode::conflict);
}

TEST_P(StoreContract, a_records_revision_is_stored_once_and_never_changed) {
    const auto id = enrolled("t-1").id;
    wire::SealedRecord record{.visit = an_id(),
                              .revision = 1,
                              .terminal = id,
                              .algorithm = "a",
                              .ciphertext = "one",
                              .signature = "s"};
    ASSERT_TRUE(store_->put_record(house_, record, noon));
    ASSERT_TRUE(store_->put_record(house_, record, noon));
    record.ciphertext = "other";
    EXPECT_EQ(store_->put_record(house_, record, noon).error().code, ErrorCode::conflict);
    record.revision = 2;
    EXPECT_TRUE(store_->put_record(house_, record, noon));
    record.revision = 3;
    EXPECT_EQ(store_->put_record(wire::HouseId("other"), record, noon).error().code,
              ErrorCode::forbidden);
}

TEST_P(StoreContract, a_record_of_one_terminal_is_never_replaced_by_another) {
    wire::SealedRecord record{.visit = an_id(),
                              .revision = 1,
                              .terminal = wire::TerminalId("t-1"),
                              .algorithm = "a",
                              .ciphertext = "one",
                              .signature = "s"};
    ASSERT_TRUE(store_->put_record(house_, record, noon));
    record.terminal = wire::TerminalId("t-2");
    for (const int revision : {1, 2}) {
        record.revision = revision;
        EXPECT_EQ(store_->put_record(house_, record, noon).error().code, ErrorCode::forbidden);
    }
}

TEST_P(StoreContract, a_record_of_a_visit_is_for_the_terminal_that_checked_it_in) {
    const auto check_in = a_check_in("A001", "t-1");
    append(check_in);
    wire::SealedRecord record{.visit = *check_in.visit,
                              .revision = 1,
                              .terminal = wire::TerminalId("t-2"),
                              .algorithm = "a",
                              .ciphertext = "one",
                              .signature = "s"};
    EXPECT_EQ(store_->put_record(house_, record, noon).error().code, ErrorCode::forbidden);
    record.terminal = wire::TerminalId("t-1");
    EXPECT_TRUE(store_->put_record(house_, record, noon));
}

TEST_P(StoreContract, the_newest_record_stands_beside_the_days_ticket) {
    const auto id = enrolled("t-1").id;
    const auto check_in = a_check_in("A001");
    append(check_in);
    append(a_check_in("A002"));
    for (const int revision : {2, 1}) {
        ASSERT_TRUE(store_->put_record(house_,
                                       {.visit = *check_in.visit,
                                        .revision = revision,
                                        .terminal = id,
                                        .algorithm = "a",
                                        .ciphertext = std::to_string(revision),
                                        .signature = "s"},
                                       noon));
    }
    const auto records = store_->records_of_day(house_, day_one);
    ASSERT_EQ(records->size(), 1u);
    EXPECT_EQ(records->front().ticket, "A001");
    EXPECT_EQ(records->front().record.ciphertext, "2");
}

// What the house log says of a step.
queue::HouseEvent told(const base::Uuid& visit) {
    auto event = a_check_in("A001");
    event.kind = queue::EventKind::reviewed;
    event.visit = visit;
    return event;
}

TEST_P(StoreContract, steps_of_a_review_are_kept_in_order_and_apart_by_visit) {
    const base::Uuid visit = an_id();
    const base::Uuid another = an_id();
    EXPECT_TRUE(store_->review_steps(visit).value().empty());
    const auto take = [&](const base::Uuid& of, int position, const std::string& sealed) {
        return store_->append_review_step(
            house_, of, {.id = an_id(), .position = position, .sealed = sealed}, told(of), noon);
    };
    ASSERT_TRUE(take(visit, 1, "first"));
    ASSERT_TRUE(take(another, 1, "of another visit"));
    ASSERT_TRUE(take(visit, 2, "second"));
    EXPECT_EQ(store_->review_steps(visit).value(), (std::vector<std::string>{"first", "second"}));
    EXPECT_EQ(store_->review_steps(another).value().size(), 1u);
    const auto log = store_->events_after(house_, 0, 500)->events;
    ASSERT_EQ(log.size(), 3u) << "the house log says of each that it was taken";
    EXPECT_EQ(log.back().event.kind, queue::EventKind::reviewed);
    EXPECT_EQ(log.back().event.visit, visit);
}

TEST_P(StoreContract, a_step_of_a_review_that_has_not_seen_the_newest_is_a_conflict) {
    const base::Uuid visit = an_id();
    const SealedStep first{.id = an_id(), .position = 1, .sealed = "box"};
    ASSERT_TRUE(store_->append_review_step(house_, visit, first, told(visit), noon));
    for (const int position : {0, 1, 3}) {
        const SealedStep step{.id = an_id(), .position = position, .sealed = "box"};
        const auto taken = store_->append_review_step(house_, visit, step, told(visit), noon);
        ASSERT_FALSE(taken.has_value()) << position;
        EXPECT_EQ(taken.error().code, ErrorCode::conflict) << position;
    }
    const SealedStep same_id{.id = first.id, .position = 2, .sealed = "box"};
    EXPECT_FALSE(store_->append_review_step(house_, visit, same_id, told(visit), noon).has_value());
    const auto known = store_->events_after(house_, 0, 500)->events.front().event;
    const SealedStep second{.id = an_id(), .position = 2, .sealed = "box"};
    EXPECT_FALSE(store_->append_review_step(house_, visit, second, known, noon).has_value());
    EXPECT_EQ(store_->events_after(house_, 0, 500)->events.size(), 1u) << "both or neither";
    EXPECT_EQ(store_->review_steps(visit).value().size(), 1u);
}

// The newest decision of a type counts, whichever visit it was of.
TEST_P(StoreContract, a_deferral_is_kept_with_its_step_until_it_is_decided_anew) {
    using wire::DecisionKind;
    using wire::DonationType;
    const Donor donor{.id = wire::DonorId("d-deferred"),
                      .name = "示例丁",
                      .document_number = "000000197508090038",
                      .mobile = {},
                      .donations = {}};
    ASSERT_TRUE(store_->put_donor(donor, {}));
    EXPECT_TRUE(store_->deferrals(donor.id).value().empty());
    const auto decide = [&](const base::Uuid& visit, int position,
                            std::vector<wire::TypeDecision> types) {
        const SealedStep step{.id = an_id(),
                              .position = position,
                              .sealed = "box",
                              .decided = DecidedFor{.donor = donor.id, .types = std::move(types)}};
        return store_->append_review_step(house_, visit, step, told(visit), noon);
    };
    const auto until = base::parse_date("2027-02-28").value();
    const base::Uuid first = an_id();
    ASSERT_TRUE(decide(first, 1,
                       {{DonationType::whole_blood, DecisionKind::deferred, until},
                        {DonationType::platelets, DecisionKind::permanently, {}}}));
    const KeptDeferral blood{.deferral = {DonationType::whole_blood, until}, .visit = first};
    const KeptDeferral platelets{.deferral = {DonationType::platelets, {}}, .visit = first};
    EXPECT_EQ(store_->deferrals(donor.id).value(), (std::vector{blood, platelets}));
    EXPECT_FALSE(decide(first, 1, {{DonationType::whole_blood, DecisionKind::may_give, {}}}));
    EXPECT_EQ(store_->deferrals(donor.id)->size(), 2u) << "both or neither";

    const base::Uuid second = an_id();
    ASSERT_TRUE(decide(second, 1,
                       {{DonationType::whole_blood, DecisionKind::passed_on, {}},
                        {DonationType::platelets, DecisionKind::deferred, until}}));
    const KeptDeferral shorter{.deferral = {DonationType::platelets, until}, .visit = second};
    EXPECT_EQ(store_->deferrals(donor.id).value(), (std::vector{blood, shorter}));
    ASSERT_TRUE(decide(second, 2,
                       {{DonationType::whole_blood, DecisionKind::may_give, {}},
                        {DonationType::platelets, DecisionKind::may_give, {}}}));
    EXPECT_TRUE(store_->deferrals(donor.id).value().empty());
    EXPECT_TRUE(store_->deferrals(wire::DonorId("d-nobody")).value().empty());
}

TEST_P(StoreContract, of_many_who_take_the_same_step_of_a_review_one_does) {
    const base::Uuid visit = an_id();
    std::atomic<int> taken{0};
    std::vector<std::jthread> desks;
    for (int desk = 0; desk < 8; ++desk) {
        const SealedStep step{.id = an_id(), .position = 1, .sealed = "box"};
        desks.emplace_back([&, step] {
            if (store_->append_review_step(house_, visit, step, told(visit), noon)) ++taken;
        });
    }
    desks.clear();
    EXPECT_EQ(taken, 1);
    EXPECT_EQ(store_->review_steps(visit).value().size(), 1u);
}

Booking a_booking(base::Date day, const std::optional<wire::DonorId>& donor = std::nullopt) {
    return {.sealed = {.booking = an_id(),
                       .terminal = wire::TerminalId("t-1"),
                       .algorithm = "a",
                       .ciphertext = "one",
                       .signature = "s"},
            .house = a_house().house,
            .day = day,
            .donor = donor};
}

TEST_P(StoreContract, a_booking_is_stored_once_and_never_changed) {
    auto booking = a_booking(day_one);
    ASSERT_TRUE(store_->put_booking(booking, noon));
    ASSERT_TRUE(store_->put_booking(booking, noon));
    EXPECT_EQ(store_->booking_days(house_, day_one, day_one)->front().count, 1);
    booking.sealed.ciphertext = "other";
    EXPECT_EQ(store_->put_booking(booking, noon).error().code, ErrorCode::conflict);
    booking.sealed.ciphertext = "one";
    booking.sealed.terminal = wire::TerminalId("t-2");
    EXPECT_EQ(store_->put_booking(booking, noon).error().code, ErrorCode::conflict);
}

TEST_P(StoreContract, bookings_are_counted_by_day_from_the_first_to_the_last) {
    const auto day = [](int after) {
        return base::Date(std::chrono::sys_days(day_one) + std::chrono::days(after));
    };
    for (const int after : {-1, 0, 3, 3, 60, 61})
        ASSERT_TRUE(store_->put_booking(a_booking(day(after)), noon));
    const auto days = store_->booking_days(house_, day_one, day(60));
    ASSERT_EQ(days->size(), 3u);
    EXPECT_EQ((*days)[0].day, day_one);
    EXPECT_EQ((*days)[1].day, day(3));
    EXPECT_EQ((*days)[1].count, 2);
    EXPECT_EQ((*days)[2].day, day(60));
    EXPECT_TRUE(store_->booking_days(wire::HouseId("other"), day_one, day(60))->empty());
}

TEST_P(StoreContract, who_has_booked_is_known_on_that_day_in_that_house) {
    const wire::DonorId donor("d-1");
    ASSERT_TRUE(store_->put_donor({.id = donor,
                                   .name = "示例甲",
                                   .document_number = "000000197508090036",
                                   .mobile = "",
                                   .donations = {}},
                                  std::nullopt));
    ASSERT_TRUE(store_->put_booking(a_booking(day_one, donor), noon));
    EXPECT_TRUE(*store_->has_booked(house_, donor, day_one));
    const base::Date next = std::chrono::sys_days(day_one) + std::chrono::days(1);
    EXPECT_FALSE(*store_->has_booked(house_, donor, next));
    EXPECT_FALSE(*store_->has_booked(wire::HouseId("other"), donor, day_one));
    EXPECT_FALSE(*store_->has_booked(house_, wire::DonorId("d-2"), day_one));
}

TEST_P(StoreContract, a_donor_is_found_by_document_and_card_with_newest_donations_first) {
    Donor donor{.id = wire::DonorId("d-1"),
                .name = "示𠮷样",
                .document_number = "000000197508090036",
                .mobile = "",
                .donations = {}};
    using wire::DonationType;
    const auto day = [](int days) {
        return base::Date(std::chrono::sys_days(day_one) - std::chrono::days(days));
    };
    donor.donations = {
        {.date = day(400), .type = DonationType::whole_blood, .volume_ml = 400, .units = {}},
        {.date = day(30), .type = DonationType::platelets, .volume_ml = {}, .units = 2}};
    ASSERT_TRUE(store_->put_donor(donor, "0000000000000195"));
    ASSERT_TRUE(store_->put_donor(donor, "0000000000000195")) << "loading twice is loading once";
    for (const auto& found :
         {store_->donor_by_document("000000197508090036"),
          store_->donor_by_card("0000000000000195"), store_->donor(wire::DonorId("d-1"))}) {
        ASSERT_TRUE(found);
        EXPECT_EQ(found->name, "示𠮷样");
        ASSERT_EQ(found->donations.size(), 2u);
        EXPECT_EQ(found->donations[0].date, day(30));
        EXPECT_EQ(found->donations[0].units, 2);
        EXPECT_EQ(found->donations[1].volume_ml, 400);
    }
    EXPECT_EQ(store_->donor_by_document("nobody").error().code, ErrorCode::not_found);
}

TEST_P(StoreContract, what_honours_ask_of_a_donor_is_kept_and_what_is_not_known_stays_unknown) {
    Donor donor{.id = wire::DonorId("d-1"),
                .name = "示例甲",
                .document_number = "000000199206140019",
                .mobile = {},
                .donations = {{.date = day_one,
                               .type = wire::DonationType::whole_blood,
                               .volume_ml = 400,
                               .units = {},
                               .place = "370200"}},
                .volunteer_hours = 320,
                .volunteer_years = 6,
                .stem_cell_donations = 1,
                .rare_group = false};
    ASSERT_TRUE(store_->put_donor(donor, std::nullopt));
    auto found = store_->donor(donor.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->donations.front().place, "370200");
    EXPECT_EQ(found->volunteer_hours, 320);
    EXPECT_EQ(found->volunteer_years, 6);
    EXPECT_EQ(found->stem_cell_donations, 1);
    EXPECT_EQ(found->rare_group, false);
    donor.donations.front().place.reset();
    donor.volunteer_hours.reset();
    donor.rare_group.reset();
    ASSERT_TRUE(store_->put_donor(donor, std::nullopt));
    found = store_->donor(donor.id);
    EXPECT_EQ(found->donations.front().place, std::nullopt);
    EXPECT_EQ(found->volunteer_hours, std::nullopt);
    EXPECT_EQ(found->rare_group, std::nullopt);
}

TEST_P(StoreContract, what_is_given_out_lowers_the_stock_once_a_visit_and_never_below_none) {
    ASSERT_TRUE(store_->put_stock(house_, {.offer = "coin-birthday", .count = 2}));
    const auto gift = [&](const char* offer) {
        return Gift{.visit = an_id(), .house = house_, .offer = offer, .staff = "1001"};
    };
    const Gift first = gift("coin-birthday");
    EXPECT_EQ(store_->give(first, noon), 1);
    EXPECT_EQ(store_->give(first, noon), 1) << "the same visit again";
    EXPECT_EQ(store_->give(gift("coin-birthday"), noon), 0);
    const Gift last = gift("coin-birthday");
    EXPECT_EQ(store_->give(last, noon).error().code, ErrorCode::conflict);
    EXPECT_EQ(store_->take_back(last), 0) << "it was never given";
    EXPECT_EQ(store_->take_back(first), 1);
    EXPECT_EQ(store_->take_back(first), 1);
    EXPECT_EQ(store_->give(last, noon), 0) << "a refusal leaves no trace";
    EXPECT_EQ(store_->give(gift("coin-nobody-has"), noon).error().code, ErrorCode::conflict);
}

TEST_P(StoreContract, stock_is_counted_by_house_and_set_by_who_counts) {
    EXPECT_TRUE(store_->stock(house_)->empty());
    ASSERT_TRUE(store_->put_stock(house_, {.offer = "b", .count = 2}));
    ASSERT_TRUE(store_->put_stock(house_, {.offer = "a", .count = 1}));
    ASSERT_TRUE(store_->put_stock(house_, {.offer = "b", .count = 0}));
    const auto stock = store_->stock(house_);
    ASSERT_TRUE(stock);
    ASSERT_EQ(stock->size(), 2u);
    EXPECT_EQ(stock->front().offer, "a");
    EXPECT_EQ(stock->back().count, 0);
    EXPECT_TRUE(store_->stock(wire::HouseId("other"))->empty());
    EXPECT_EQ(store_->put_stock(wire::HouseId("none"), {.offer = "a", .count = 1}).error().code,
              ErrorCode::not_found);
}

TEST_P(StoreContract, staff_keep_their_tries_until_a_new_pin) {
    StaffMember member{.house = house_,
                       .number = "1001",
                       .name = "示例护士",
                       .role = wire::StaffRole::physician,
                       .pin_hash = "hash",
                       .wrong_pins_in_a_row = 0,
                       .blocked_until = {}};
    ASSERT_TRUE(store_->put_staff(member));
    member.wrong_pins_in_a_row = 6;
    member.blocked_until = noon;
    ASSERT_TRUE(store_->note_pin_tries(member, noon));
    EXPECT_EQ(store_->staff(house_, "1001")->wrong_pins_in_a_row, 6);
    EXPECT_EQ(store_->staff(house_, "1001")->blocked_until, noon);
    ASSERT_TRUE(store_->put_staff(member));
    EXPECT_EQ(store_->staff(house_, "1001")->wrong_pins_in_a_row, 0);
    EXPECT_EQ(store_->staff(house_, "1001")->role, wire::StaffRole::physician);
    EXPECT_EQ(store_->staff(house_, "1002").error().code, ErrorCode::not_found);
}

TEST_P(StoreContract, numbers_that_nobody_has_keep_their_tries_too_and_a_bounded_lot_of_them) {
    auto nobody = store_->unknown_staff(house_, "7777").value();
    EXPECT_EQ(nobody.wrong_pins_in_a_row, 0);
    EXPECT_EQ(nobody.pin_hash, "");
    nobody.wrong_pins_in_a_row = 6;
    nobody.blocked_until = noon;
    ASSERT_TRUE(store_->note_pin_tries(nobody, noon));
    EXPECT_EQ(store_->unknown_staff(house_, "7777")->wrong_pins_in_a_row, 6);
    EXPECT_EQ(store_->unknown_staff(house_, "7777")->blocked_until, noon);
    EXPECT_EQ(store_->staff(house_, "7777").error().code, ErrorCode::not_found);
    for (int i = 1; i <= max_unknown_staff; ++i) {
        const StaffMember another{
            .house = house_, .number = std::to_string(10'000 + i), .wrong_pins_in_a_row = 1};
        ASSERT_TRUE(store_->note_pin_tries(another, noon + std::chrono::milliseconds(i)));
    }
    EXPECT_EQ(store_->unknown_staff(house_, "7777")->wrong_pins_in_a_row, 0) << "the oldest";
    EXPECT_EQ(store_->unknown_staff(house_, "10001")->wrong_pins_in_a_row, 1);
}

TEST_P(StoreContract, a_session_ends_by_itself) {
    const auto before = noon - std::chrono::milliseconds(1);
    const OpenSession session{.token_hash = "hash",
                              .terminal = enrolled("t-1").id,
                              .house = house_,
                              .staff = "1001",
                              .name = "示例护士",
                              .role = wire::StaffRole::nurse,
                              .expires = noon};
    ASSERT_TRUE(store_->open_session(session, before));
    EXPECT_EQ(store_->session("hash", before)->terminal, session.terminal);
    EXPECT_EQ(store_->session("hash", noon).error().code, ErrorCode::unauthenticated);
    EXPECT_EQ(store_->session("other", before).error().code, ErrorCode::unauthenticated);
}

TEST_P(StoreContract, a_new_pin_ends_the_sessions_of_that_person_alone) {
    StaffMember nurse{.house = house_,
                      .number = "1001",
                      .name = "示例护士",
                      .role = wire::StaffRole::nurse,
                      .pin_hash = "old",
                      .wrong_pins_in_a_row = 0,
                      .blocked_until = {}};
    ASSERT_TRUE(store_->put_staff(nurse));
    const auto terminal = enrolled("t-1").id;
    for (const std::string number : {"1001", "1002"}) {
        ASSERT_TRUE(store_->open_session({.token_hash = "session of " + number,
                                          .terminal = terminal,
                                          .house = house_,
                                          .staff = number,
                                          .name = "示例护士",
                                          .role = wire::StaffRole::nurse,
                                          .expires = noon + std::chrono::hours(4)},
                                         noon));
    }
    nurse.name = "示例护士长";
    ASSERT_TRUE(store_->put_staff(nurse));
    EXPECT_TRUE(store_->session("session of 1001", noon)) << "a new name alone ends nothing";
    nurse.pin_hash = "new";
    ASSERT_TRUE(store_->put_staff(nurse));
    EXPECT_EQ(store_->session("session of 1001", noon).error().code, ErrorCode::unauthenticated);
    EXPECT_TRUE(store_->session("session of 1002", noon));
}

TEST_P(StoreContract, everything_is_there_after_a_restart) {
    append(a_check_in("A001"));
    const base::Uuid visit = an_id();
    const SealedStep step{.id = an_id(), .position = 1, .sealed = "box"};
    ASSERT_TRUE(store_->append_review_step(house_, visit, step, told(visit), noon));
    store_.reset();
    store_ = GetParam().open(folder_.path());
    ASSERT_TRUE(store_);
    EXPECT_EQ(store_->review_steps(visit).value(), std::vector<std::string>{"box"});
    EXPECT_EQ(store_->events_after(house_, 0, 500)->events.size(), 2u);
    EXPECT_EQ(append(a_check_in("A002")).sequence, 3);
    EXPECT_TRUE(store_->check_ready());
}

TEST_P(StoreContract, houses_are_listed) {
    EXPECT_EQ(store_->houses(), (std::vector{house_}));
}

} // namespace
} // namespace rexue::server
