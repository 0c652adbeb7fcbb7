// May I give today? The talk with the donor, to the record that the server opens.
#include <array>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "kiosk/ctl/outbox.h"
#include "kiosk/rules/questionnaire/response.h"
#include "kiosk/screens/words.h"
#include "net/server/store/sqlite_store.h"
#include "tests/journeys/house_under_test.h"
#include "tests/support/answered_form.h"

namespace rexue::journeys {
namespace {

bool answer_the_rest(HouseUnderTest& house, SurfaceUnderTest& donor) {
    while (donor.is_on("question")) {
        if (!house.answer_well(donor)) return false;
    }
    return true;
}

base::Date today(HouseUnderTest& house) {
    return base::local_time(house.clock().wall(), client::sample_offset).date;
}

std::unique_ptr<server::SqliteStore> store_of(HouseUnderTest& house) {
    return std::move(*server::SqliteStore::open(house.server().data().database()));
}

// Numbers that the server has given out, and records behind them.
std::pair<size_t, size_t> tickets_and_records(HouseUnderTest& house) {
    const auto store = store_of(house);
    const auto log = store->events_after(client::sample_house, 0, 500).value();
    const auto tickets = std::ranges::count_if(log.events, [](const server::LoggedEvent& one) {
        return one.event.kind == queue::EventKind::checked_in;
    });
    const auto records = store->records_of_day(client::sample_house, today(house)).value();
    return {static_cast<size_t>(tickets), records.size()};
}

// All that a stolen terminal would give away.
std::string all_files_under(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator(file), {});
    }
    return all;
}

// A picture as it is at any time of day: clocks go on, and the board tells its notices in turns.
std::string at_any_time(const std::string& picture) {
    static const std::regex clock(R"(\d\d:\d\d)");
    std::istringstream lines(picture);
    std::string kept;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("status ")) kept += std::regex_replace(line, clock, "hh:mm") + "\n";
    }
    return kept;
}

bool is_anything_of(const std::string& files, const std::vector<std::string>& secrets) {
    return std::ranges::any_of(secrets, [&](const std::string& secret) {
        return files.find(secret) != std::string::npos;
    });
}

// The sample donor, and what a talk is made of.
const std::vector<std::string> readable{"示例甲", "000000199206140019", "QuestionnaireResponse",
                                        "linkId", "d-sample-1"};

std::string waiting_at_donor(HouseUnderTest& house) {
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_EQ(ctl::list_outbox(house.donor_profile(), out, err), 0) << err.str();
    return out.str();
}

questionnaire::Answers answers_in(const wire::VisitRecord& record) {
    auto read = questionnaire::read_response(support::shipped_form(), record.response.value());
    EXPECT_TRUE(read.answers) << "the server reads what the terminal has sealed";
    return std::move(read.answers.value());
}

std::string answer_to(const questionnaire::Answers& answers, const std::string& link_id) {
    const auto values = answers.values({.item = answers.form().find(link_id).value()});
    if (values.empty()) return "";
    if (const auto* flag = std::get_if<bool>(&values.front())) return *flag ? "true" : "false";
    if (const auto* day = std::get_if<questionnaire::FhirDate>(&values.front()))
        return day->to_string();
    const auto* coding = std::get_if<questionnaire::Coding>(&values.front());
    return coding != nullptr ? coding->code : "something else";
}

} // namespace

TEST(Talk, AFirstTimeDonorsWholeTalkIsInTheRecord) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card("visitor");
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001") << donor.screen_text();
    const auto record = house.record_of(ticket);
    ASSERT_TRUE(record.has_value());
    ASSERT_TRUE(record->response.has_value());
    EXPECT_NE(record->response->find("QuestionnaireResponse"), std::string::npos);
    ASSERT_EQ(record->consents.size(), 2U);
    EXPECT_EQ(record->consents[0].sha256.size(), 64U);
    EXPECT_TRUE(record->signature_strokes.has_value());
    EXPECT_TRUE(record->signature_png_base64.has_value());
    ASSERT_EQ(record->assessments.size(), 2U);
    EXPECT_EQ(record->assessments[0].book.substr(0, 7), "gb18467");
}

TEST(Talk, ATattooLeadsToTheRightDayAndASlip) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(house.go_to_questions(donor)) << donor.screen_text();
    ASSERT_TRUE(house.answer_with_tattoo(donor)) << donor.screen_text();
    const auto today = base::local_time(house.clock().wall(), client::sample_offset).date;
    ASSERT_TRUE(donor.is_on("not_today")) << donor.screen_text();
    // T09 of the book: a year. A day that the next year does not have is the last of its month.
    const auto back =
        base::Date((today + std::chrono::years(1)).ok() ? today + std::chrono::years(1)
                                                        : (today.year() + std::chrono::years(1)) /
                                                              today.month() / std::chrono::last);
    EXPECT_TRUE(donor.shows("Whole blood: From " + screens::full_date(back) + " on"))
        << donor.screen_text();
    EXPECT_TRUE(donor.comes_to_show("Please take the slip"));
    ASSERT_TRUE(donor.tap("All right"));
    EXPECT_TRUE(donor.is_on("attract"));
}

struct PrivateQuestion {
    std::string words;
    std::string rule;
};

void PrintTo(const PrivateQuestion& question, std::ostream* out) {
    *out << question.rule;
}

class PrivateAnswer : public ::testing::TestWithParam<PrivateQuestion> {};
INSTANTIATE_TEST_SUITE_P(Each, PrivateAnswer,
                         ::testing::Values(PrivateQuestion{"Have you yourself had hepatitis",
                                                           "P14"},
                                           PrivateQuestion{"Have you used drugs", "P19"},
                                           PrivateQuestion{"did you have sex with somebody", "T15"},
                                           PrivateQuestion{"fell ill from blood you gave", "P22"}),
                         [](const auto& tested) { return tested.param.rule; });

// What everybody may see of one visit, and what the physician sees.
struct Seen {
    std::string next; // the very next picture, with nothing waited for
    std::string result;
    std::string slip; // how many
    std::string board;
};

TEST_P(PrivateAnswer, IsSeenNowhereButInTheRecord) {
    std::array<Seen, 2> seen;
    for (const bool flag : {false, true}) {
        Seen& one = seen[flag ? 1 : 0];
        ::testing::internal::CaptureStderr(); // the log
        HouseUnderTest house;
        SurfaceUnderTest& donor = house.open_donor();
        SurfaceUnderTest& board = house.open_board();
        ASSERT_TRUE(donor.comes_to("attract"));
        house.lay_card("visitor");
        ASSERT_TRUE(house.go_to_questions(donor)) << donor.screen_text();
        ASSERT_TRUE(house.go_to_question(donor, GetParam().words)) << donor.screen_text();
        ASSERT_TRUE(donor.tap(flag ? "Yes" : "No"));
        one.next = at_any_time(donor.screen_text());
        ASSERT_TRUE(answer_the_rest(house, donor));
        one.result = at_any_time(donor.screen_text());
        const std::string ticket = house.go_from_result(donor);
        ASSERT_EQ(ticket, "A001");
        const auto record = house.record_of(ticket);
        ASSERT_TRUE(record.has_value());
        const auto& rules = record->assessments[0].rules;
        EXPECT_EQ(std::ranges::count(rules, GetParam().rule), flag ? 1 : 0)
            << "the physician knows";
        EXPECT_TRUE(support::eventually([&] { return house.slip_was_printed(ticket); }));
        one.slip = std::to_string(house.slips(ticket).size());
        EXPECT_TRUE(board.comes_to_show("A001"));
        one.board = at_any_time(board.screen_text());
        const std::string log = ::testing::internal::GetCapturedStderr();
        for (const char* telling :
             {"Q2", "P1", "P2", "T15", "hepatitis", "deferred", "eligible", "answer"})
            EXPECT_FALSE(log.contains(telling)) << log;
    }
    EXPECT_EQ(seen[0].next, seen[1].next);
    EXPECT_EQ(seen[0].result, seen[1].result);
    EXPECT_EQ(seen[0].slip, seen[1].slip);
    EXPECT_EQ(seen[0].board, seen[1].board);
}

TEST(Talk, AChangeOfMindInConsentForgetsEverything) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(house.go_to_questions(donor));
    ASSERT_TRUE(house.go_to_question(donor, "Have you come today to have your blood tested"));
    ASSERT_TRUE(donor.tap("Yes"));
    ASSERT_TRUE(answer_the_rest(house, donor));
    ASSERT_TRUE(donor.tap("Continue"));
    while (donor.tap("Next page")) {
    }
    ASSERT_TRUE(donor.tap("I would rather not"));
    EXPECT_TRUE(donor.is_on("attract"));
    EXPECT_EQ(waiting_at_donor(house), "") << "nothing is on its way";
    const std::string kept = all_files_under(house.donor_profile());
    EXPECT_FALSE(kept.empty());
    EXPECT_FALSE(is_anything_of(kept, readable));
    house.lift_card();

    // Whoever comes next begins with a clean sheet, and is the first of the day.
    ASSERT_TRUE(house.lay_card_until_seen(donor, "visitor"));
    EXPECT_FALSE(donor.shows("示例甲"));
    ASSERT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
    const auto record = house.record_of("A001");
    ASSERT_TRUE(record.has_value());
    EXPECT_NE(record->document_number, "000000199206140019");
    EXPECT_EQ(answer_to(answers_in(*record), "Q02"), "false");
    EXPECT_EQ(tickets_and_records(house), (std::pair<size_t, size_t>{1, 1}));
}

TEST(Talk, TheWholeTalkWithTheServerAwayArrivesOnceWithAllAnswers) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.server().stop();
    ASSERT_TRUE(donor.comes_to_show("The line to the centre is down"));
    house.lay_card();
    ASSERT_TRUE(house.go_to_questions(donor)) << donor.screen_text();
    ASSERT_TRUE(house.go_to_question(donor, "Have you come today to have your blood tested"));
    ASSERT_TRUE(donor.tap("Yes"));
    ASSERT_TRUE(answer_the_rest(house, donor));
    ASSERT_EQ(house.go_from_result(donor), "A001") << donor.screen_text();
    EXPECT_NE(waiting_at_donor(house), "");
    EXPECT_FALSE(is_anything_of(all_files_under(house.donor_profile()), readable))
        << "what waits is sealed";
    EXPECT_EQ(tickets_and_records(house), (std::pair<size_t, size_t>{0, 0}));

    house.server().start();
    const auto record = house.record_of("A001");
    ASSERT_TRUE(record.has_value());
    ASSERT_TRUE(support::eventually([&] { return waiting_at_donor(house).empty(); }));
    EXPECT_EQ(tickets_and_records(house), (std::pair<size_t, size_t>{1, 1})) << "once";
    const auto answers = answers_in(*record);
    EXPECT_TRUE(answers.missing().empty());
    EXPECT_EQ(answer_to(answers, "Q02"), "true");
    EXPECT_EQ(answer_to(answers, "Q03"), "true");
    EXPECT_EQ(answer_to(answers, "Q29"), "false");
    EXPECT_EQ(record->consents.size(), 2u);
    EXPECT_TRUE(record->signature_strokes.has_value());
}

TEST(Talk, ARepeatDonorIsShownTheLastDonationAndNotAskedForIt) {
    HouseUnderTest house;
    const auto last = store_of(house)->donor(wire::DonorId("d-sample-1"))->donations.front();
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(donor.comes_to_show("Last donation: " + screens::full_date(last.date)))
        << donor.screen_text();
    EXPECT_TRUE(donor.shows("400 mL")) << donor.screen_text();
    ASSERT_TRUE(house.go_to_questions(donor)) << donor.screen_text();
    bool since_was_asked = false;
    while (donor.is_on("question")) {
        for (const char* known : {"Have you given blood before", "What did you give last time",
                                  "When was it? If you are not sure"})
            EXPECT_FALSE(donor.shows(known)) << donor.screen_text();
        since_was_asked = since_was_asked || donor.shows("have you given blood anywhere else");
        ASSERT_TRUE(house.answer_well(donor));
    }
    EXPECT_TRUE(since_was_asked) << "only what we cannot know";
    ASSERT_EQ(house.go_from_result(donor), "A001");
    const auto record = house.record_of("A001");
    ASSERT_TRUE(record.has_value());
    const auto answers = answers_in(*record);
    EXPECT_EQ(answer_to(answers, "Q07.known.type"), "whole_blood");
    EXPECT_EQ(answer_to(answers, "Q07.known.date"), base::format_date(last.date));
    EXPECT_EQ(answer_to(answers, "Q07.before"), "");
}

// M01: decided at the desk of any house, told at the next visit before anything is asked.
TEST(Talk, WhatAPhysicianDecidedBindsAtTheNextVisit) {
    HouseUnderTest house;
    const base::Date until = std::chrono::sys_days(today(house)) + std::chrono::days(40);
    const base::Uuid visit = base::make_uuid_v7(house.clock().wall());
    queue::HouseEvent told;
    told.id = base::make_uuid_v7(house.clock().wall());
    told.house = client::sample_house.value;
    told.terminal = "terminal";
    told.at = house.clock().wall();
    told.day = today(house);
    told.kind = queue::EventKind::reviewed;
    told.ticket = "B001";
    told.visit = visit;
    const auto deferred = [&](wire::DonationType type) {
        return wire::TypeDecision{
            .type = type, .kind = wire::DecisionKind::deferred, .until = until};
    };
    ASSERT_TRUE(store_of(house)->append_review_step(
        client::sample_house, visit,
        {.id = base::make_uuid_v7(house.clock().wall()),
         .position = 1,
         .sealed = "AAAA",
         .decided = server::DecidedFor{.donor = wire::DonorId("d-sample-1"),
                                       .types = {deferred(wire::DonationType::whole_blood),
                                                 deferred(wire::DonationType::platelets)}}},
        told, house.clock().wall()));
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm") && donor.tap("Yes, this is me"));
    ASSERT_TRUE(donor.comes_to_show(screens::full_date(until))) << donor.screen_text();
    EXPECT_TRUE(donor.shows("At an earlier visit the physician asked you to wait"))
        << donor.screen_text();
}

} // namespace rexue::journeys
