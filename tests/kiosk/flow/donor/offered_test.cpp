// The amounts that can be chosen are those of the book in force.
#include "kiosk/flow/donor/offered.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using queue::Intent;
using support::DonorTerminal;

constexpr base::Date today = std::chrono::year(2026) / std::chrono::June / std::chrono::day(14);

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

// The book of 2011 with other amounts in place of `from`.
std::shared_ptr<const Forms> forms_with(const std::string& from, const std::string& to) {
    auto text = text_of(REXUE_SOURCE_DIR "/assets/rulebooks/gb18467-2011.json");
    const auto at = text.find(from);
    REXUE_ASSERT(at != std::string::npos);
    text.replace(at, from.size(), to);
    auto book = donation::Rulebook::load(text);
    REXUE_ASSERT(book.has_value());
    Forms forms = *support::talk_forms();
    forms.books = donation::Bookshelf::create({std::move(*book)}).value();
    return std::make_shared<const Forms>(std::move(forms));
}

const std::vector<Intent> all{Intent::whole_blood_200, Intent::whole_blood_300,
                              Intent::whole_blood_400, Intent::platelets_1, Intent::platelets_2};
const std::string volumes = R"("volumes_ml": [200, 300, 400])";

TEST(Offered, WithoutABookEveryKnownAmountStays) {
    EXPECT_EQ(offered(Visit(), today), all);
    Visit visit;
    visit.forms = support::talk_forms();
    EXPECT_EQ(offered(visit, today), all);
    EXPECT_EQ(offered(visit, base::Date(std::chrono::year(2001) / 1 / 1)), all)
        << "on a day of no book";
}

TEST(Offered, V01AndV02LeaveOutWhatTheBookDoesNotName) {
    Visit visit;
    visit.forms = forms_with(volumes, R"("volumes_ml": [200, 300])");
    EXPECT_EQ(offered(visit, today),
              (std::vector<Intent>{Intent::whole_blood_200, Intent::whole_blood_300,
                                   Intent::platelets_1, Intent::platelets_2}));
    visit.forms = forms_with(R"("units": [1, 2])", R"("units": [2])");
    EXPECT_EQ(offered(visit, today),
              (std::vector<Intent>{Intent::whole_blood_200, Intent::whole_blood_300,
                                   Intent::whole_blood_400, Intent::platelets_2}));
}

TEST(Offered, AnAmountThatTheBookDoesNotNameIsNotTaken) {
    DonorTerminal terminal;
    terminal.up_to(State::choose);
    terminal.session.visit.forms = forms_with(volumes, R"("volumes_ml": [200, 300])");
    terminal.session.visit.intent.reset();
    terminal.choose(Intent::whole_blood_400);
    EXPECT_EQ(terminal.session.visit.intent, std::nullopt);
    terminal.choose(Intent::whole_blood_300);
    EXPECT_EQ(terminal.session.visit.intent, Intent::whole_blood_300);
}

// A book with an amount that nobody could choose must not ship.
TEST(Offered, EveryAmountOfEveryShippedBookHasAChoice) {
    int books = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(REXUE_SOURCE_DIR "/assets/rulebooks")) {
        if (entry.path().extension() != ".json") continue;
        const auto book = donation::Rulebook::load(text_of(entry.path()));
        ASSERT_TRUE(book.has_value()) << entry.path();
        ++books;
        for (const donation::Rule& rule : book->rules()) {
            for (const int ml : donation::all_of(rule.volumes_ml))
                EXPECT_TRUE(ml == 200 || ml == 300 || ml == 400) << rule.id << ": " << ml;
            for (const int units : donation::all_of(rule.units))
                EXPECT_TRUE(units == 1 || units == 2) << rule.id << ": " << units;
        }
    }
    EXPECT_GE(books, 2);
}

} // namespace
} // namespace rexue::flow::donor
