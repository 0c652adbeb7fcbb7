// A folder that goes with the test, and items that read as prose.
#pragma once

#include <array>
#include <filesystem>

#include <gtest/gtest.h>

#include "net/outbox/outbox.h"
#include "platform/time/clock.h"
#include "tests/support/test_folder.h"

namespace rexue::outbox {

inline constexpr base::Date a_day{std::chrono::year(2026), std::chrono::June, std::chrono::day(14)};
inline constexpr base::Date the_day_after{std::chrono::year(2026), std::chrono::June,
                                          std::chrono::day(15)};
inline constexpr base::Instant noon{std::chrono::sys_days(a_day) + std::chrono::hours(4)};

inline Item an_event(std::string_view text = "") {
    Item item{.kind = ItemKind::event, .id = base::make_uuid_v7(noon), .day = a_day};
    item.body = R"({"id":")" + item.id.to_string() + R"(","text":")" + std::string(text) + R"("})";
    return item;
}

inline Item a_record(std::string_view text = "") {
    Item item = an_event(text);
    item.kind = ItemKind::record;
    return item;
}

inline Item a_booking(std::string_view text = "") {
    Item item = an_event(text);
    item.kind = ItemKind::booking;
    return item;
}

inline std::vector<ItemNumber> numbers_of(const std::vector<LeasedItem>& items) {
    std::vector<ItemNumber> numbers;
    for (const auto& item : items)
        numbers.push_back(item.number);
    return numbers;
}

// The number of a check-in that has nothing else to say.
inline base::Result<int> next_number(Outbox& outbox, base::Date day) {
    const auto checked_in =
        outbox.check_in(day, [](int) { return base::Result<std::vector<Item>>(); });
    if (!checked_in) return base::fail(checked_in);
    return checked_in->ticket_count;
}

class OutboxTest : public testing::Test {
  protected:
    std::unique_ptr<Outbox> open() {
        auto outbox = Outbox::open(path(), clock_);
        EXPECT_TRUE(outbox) << outbox.error().detail;
        return outbox ? std::move(*outbox) : nullptr;
    }

    std::filesystem::path path() const { return folder_.path() / "outbox.db"; }

    support::TestFolder folder_;
    time::SimulatedClock clock_{noon};
};

} // namespace rexue::outbox
