// Files that are not quite right are refused with a pointer, and so are files that do not fit each
// other. The shipped ones are what the list of facts says.
#include <map>

#include <gtest/gtest.h>

#include "platform/json/parse.h"
#include "tests/kiosk/rules/honour/people.h"
#include "tests/kiosk/rules/honour/rule_rows.h"

namespace rexue::honour {
namespace {

using boost::json::value;

value shipped_file(const char* where, const char* name) {
    return json::parse(read(std::string(REXUE_SOURCE_DIR) + "/assets/" + where + "/" + name))
        .value();
}

// The shipped file with one place changed; an undefined value takes the member away.
struct Change {
    const char* object; // pointer of the object
    const char* member;
    std::optional<value> to;
    const char* fault;
};

std::string changed(value file, const Change& change) {
    auto& object = file.at_pointer(change.object).as_object();
    if (change.to) {
        object[change.member] = *change.to;
    } else {
        object.erase(change.member);
    }
    return boost::json::serialize(file);
}

template <typename Load>
void expect_faults(const char* where, const char* name, Load load,
                   const std::vector<Change>& changes) {
    const value file = shipped_file(where, name);
    ASSERT_TRUE(load(boost::json::serialize(file)));
    for (const Change& change : changes) {
        const auto book = load(changed(file, change));
        ASSERT_FALSE(book) << change.fault;
        EXPECT_EQ(book.error().detail, change.fault);
    }
}

std::map<std::string, std::pair<bool, std::string>> shipped_rules() {
    std::map<std::string, std::pair<bool, std::string>> rules;
    const auto look = [&](auto& self, const value& one) -> void {
        if (one.is_array()) {
            for (const value& item : one.get_array())
                self(self, item);
        }
        if (!one.is_object()) return;
        const auto& object = one.get_object();
        if (object.contains("id") && object.contains("verified")) {
            rules[std::string(object.at("id").as_string())] = {
                object.at("verified").as_bool(), std::string(object.at("source").as_string())};
        }
        for (const auto& member : object)
            self(self, member.value());
    };
    for (const char* name : {"awards", "honour-cards", "fee-relief", "benefits", "moments"}) {
        for (const base::NamedText& file : folder(name))
            look(look, json::parse(file.text).value());
    }
    return rules;
}

// The whole set with one text replaced everywhere.
std::string load_with(const std::string& what, const std::string& by) {
    Assets assets = shipped_assets();
    bool is_there = false;
    for (auto* files : {&assets.awards, &assets.honour_cards, &assets.fee_relief, &assets.benefits,
                        &assets.moments}) {
        for (base::NamedText& file : *files) {
            for (size_t at = 0; (at = file.text.find(what, at)) != std::string::npos;
                 at += by.size()) {
                file.text.replace(at, what.size(), by);
                is_there = true;
            }
        }
    }
    EXPECT_TRUE(is_there) << what;
    const auto honours = Honours::load(assets);
    return honours ? "" : honours.error().detail;
}

} // namespace

TEST(BooksTest, TheShippedRulesAreTheListed) {
    auto rules = shipped_rules();
    for (const RuleRow& row : rule_rows) {
        const auto found = rules.find(row.id);
        ASSERT_NE(found, rules.end()) << row.id;
        EXPECT_EQ(found->second.first, row.verified) << row.id;
        EXPECT_NE(found->second.second.find(row.source), std::string::npos) << row.id;
        rules.erase(found);
    }
    EXPECT_TRUE(rules.empty()) << rules.begin()->first;
}

TEST(BooksTest, AwardFilesAreReadStrictly) {
    expect_faults(
        "awards", "national.json", load_award_book,
        {
            {"", "shoes", 43, "/shoes: nothing of this name is known here"},
            {"/ladders/0/steps/0", "shoes", 1,
             "/ladders/0/steps/0/shoes: nothing of this name is known here"},
            {"", "id", "National", "/id: a name is of lower-case letters, digits and hyphens"},
            {"", "version", " ", "/version: is empty"},
            {"", "source", "", "/source: is empty"},
            {"", "place", "37", "/place: a place is six digits, such as 370300"},
            {"", "place", "370000", "/counting: goes with the awards of the country"},
            {"", "counting", {}, "/counting: goes with the awards of the country"},
            {"/title", "en", "", "/title/en: is empty"},
            {"/ladders/0/steps/0", "verified", {}, "/ladders/0/steps/0/verified: is missing"},
            {"/ladders/0/steps/0", "source", " ", "/ladders/0/steps/0/source: is empty"},
            {"/ladders/0/steps/0/title", "zh_CN", "", "/ladders/0/steps/0/title/zh_CN: is empty"},
            {"/ladders/0/steps/0", "any_of", boost::json::array(),
             "/ladders/0/steps/0/any_of: nothing is asked for"},
            {"/ladders/0/steps/0/any_of/0/0",
             "at_least",
             {},
             "/ladders/0/steps/0/any_of/0/0: one of at_least and more_than is wanted, of an award "
             "none"},
            {"/ladders/0/steps/0/any_of/0/0", "more_than", 3,
             "/ladders/0/steps/0/any_of/0/0: one of at_least and more_than is wanted, of an award "
             "none"},
            {"/ladders/0/steps/0/any_of/0/0", "at_least", -1,
             "/ladders/0/steps/0/any_of/0/0: the figure is below nothing"},
            {"/ladders/0/steps/0/any_of/0/0", "award", "national-silver",
             "/ladders/0/steps/0/any_of/0/0/award: goes with an award"},
            {"/ladders/0/steps/0/any_of/0/0", "before", "2018-03-01",
             "/ladders/0/steps/0/any_of/0/0/before: only a volume has it"},
            {"/ladders/3/steps/0", "effective_to", "2021-12-31",
             "/ladders/3/steps/0/effective_to: lies before effective_from"},
            {"/ladders/1", "restarts", true, "/ladders: two begin anew"},
            {"/ladders/0", "steps", boost::json::array(), "/ladders/0/steps: is empty"},
            {"/counting/3", "donated_to", "2009-12-30",
             "/counting: nothing counts what was given on 2009-12-31"},
            {"/counting/1", "whole_counts_only", true,
             "/counting: nothing counts what was given on 1900-01-01"},
            {"/counting/1", "effective_to", "2030-01-01",
             "/counting: nothing counts what was given on 1900-01-01"},
            {"/counting/0", "counts_per_unit", 1,
             "/counting/0: whole blood is counted by ml_per_count, platelets by counts_per_unit"},
            {"/counting/0", "ml_per_count", 0, "/counting/0: a count is of more than nothing"},
            {"/counting/2", "whole_counts_only", true,
             "/counting/2/whole_counts_only: units are whole"},
            {"/counting/2", "donated_to", "2009-12-31",
             "/counting/2/donated_to: lies before donated_from"},
        });
}

TEST(BooksTest, CardFilesAreReadStrictly) {
    expect_faults(
        "honour-cards", "370000.json", load_card_book,
        {
            {"/cards/0", "colour", "red", "/cards/0/colour: nothing of this name is known here"},
            {"", "place", "Shandong", "/place: a place is six digits, such as 370300"},
            {"/cards/0", "valid_in", boost::json::array(), "/cards/0/valid_in: is empty"},
            {"/cards/0/valid_in/1", "effective_from", "2025-04-30",
             "/cards/0/valid_in/1: another is in force on the same day"},
            {"/cards/0", "lasts", "a while", "/cards/0/lasts: not one of the known words"},
            {"/cards/0", "any_of", boost::json::array(), "/cards/0/any_of: nothing is asked for"},
        });
}

TEST(BooksTest, ReliefFilesAreReadStrictly) {
    expect_faults(
        "fee-relief", "370000.json", load_relief_book,
        {
            {"/donor/1", "times", {}, "/donor/1/times: goes with giving so many times"},
            {"/donor/0", "times", 2, "/donor/0/times: goes with giving so many times"},
            {"/donor/1", "times", 0, "/donor/1/times: is out of range"},
            {"/donor/1", "years", 101, "/donor/1/years: is out of range"},
            {"/donor/1", "times_after", {}, "/donor/1/years: goes with times and times_after"},
            {"/donor/1", "times_after", -1, "/donor/1/times_after: is out of range"},
            {"/donor/1", "relations", boost::json::array{"spouse"},
             "/donor/1/relations: some, and of a family only"},
            {"/family/0", "relations", boost::json::array{"aunts"},
             "/family/0/relations/0: not one of the known words"},
            {"/donor/0", "remark", boost::json::object{{"zh_CN", ""}, {"en", "x"}},
             "/donor/0/remark/zh_CN: is empty"},
            {"", "donor", boost::json::array(), "/donor: is empty"},
            {"", "platelets", boost::json::array(), "/platelets: is empty"},
            {"/platelets/0", "ml_per_unit", 0, "/platelets/0/ml_per_unit: is out of range"},
            {"", "effective_to", "2024-02-29", "/effective_to: lies before effective_from"},
        });
}

TEST(BooksTest, MomentFilesAreReadStrictly) {
    expect_faults("moments", "moments.json", load_moment_book,
                  {
                      {"/moments/0", "age", {}, "/moments/0/age: is missing"},
                      {"/moments/0", "age", 0, "/moments/0/age: nobody is so old"},
                      {"/moments/1", "age", 18, "/moments/1/age: a moment of this kind has none"},
                      {"/moments/3", "day", 31, "/moments/3/day: no day of every year"},
                      {"/moments/3", "day", {}, "/moments/3/day: is missing"},
                      {"/moments/4", "dates", boost::json::array{"2027-02-06", "2026-02-17"},
                       "/moments/4/dates: some, the earliest first"},
                      {"/moments/4", "days_after", 61, "/moments/4: too many days round it"},
                      {"/moments/3", "days_after", 1,
                       "/moments/3/days_after: a moment of this kind has none"},
                      {"/moments/6", "numbers", boost::json::array{20, 10},
                       "/moments/6/numbers: some, the smallest first"},
                      {"/moments/6", "numbers", boost::json::array{0, 10},
                       "/moments/6/numbers: some, the smallest first"},
                      {"/moments/1", "offers", boost::json::array(), "/moments/1/offers: is empty"},
                      {"/moments/1/offers/0", "kind", "cake",
                       "/moments/1/offers/0/kind: not one of the known words"},
                  });
}

TEST(BooksTest, BenefitFilesAreReadStrictly) {
    expect_faults(
        "benefits", "370300.json", load_benefit_book,
        {
            {"", "benefits", boost::json::array(), "/benefits: is empty"},
            {"", "as_of", "2025-02-29", "/as_of: not a date"},
            {"/benefits/0", "kind", "cake", "/benefits/0/kind: not one of the known words"},
            {"/benefits/0", "count", 0, "/benefits/0/count: fewer than one"},
            {"/benefits/0", "count", {}, "/benefits/0/count_of: goes with count"},
            {"/benefits/1", "id", "zibo-buses", "/benefits/1/id: zibo-buses stands twice"},
            {"/benefits/1", "valid_in", "370200", "/benefits/1/valid_in: lies outside the place"},
            {"/benefits/1", "how", boost::json::array{"show", "show"},
             "/benefits/1/how: names a way twice"},
            {"/benefits/1", "conditions", boost::json::array{"A card"},
             "/benefits/1/conditions/0: a name is of lower-case letters, digits and hyphens"},
            {"/benefits/1", "limits", boost::json::object{{"zh_CN", "x"}, {"en", ""}},
             "/benefits/1/limits/en: is empty"},
        });
}

TEST(BooksTest, FilesFitEachOther) {
    EXPECT_EQ(load_with("\"zibo-buses\"", "\"national-gold\""), "national-gold stands twice");
    EXPECT_EQ(load_with("\"id\": \"shandong-card\"", "\"id\": \"other-card\""),
              "shandong-transport: no award or card is named shandong-card");
    EXPECT_EQ(load_with("\"award\": \"national-stem-cells\"", "\"award\": \"national-stems\""),
              "shandong-card: any_of/2/0/award: no award is named national-stems");
}

TEST(BooksTest, TheCountrysAwardsAreThereOnce) {
    Assets assets = shipped_assets();
    std::erase_if(assets.awards,
                  [](const base::NamedText& file) { return file.name == "national.json"; });
    EXPECT_FALSE(Honours::load(assets));
    EXPECT_FALSE(Honours::load({}));
    assets = shipped_assets();
    base::NamedText other = assets.awards.front();
    other.text = read(std::string(REXUE_SOURCE_DIR) + "/assets/awards/national.json");
    assets.awards.push_back(other);
    EXPECT_EQ(Honours::load(assets).error().detail, "one file of awards is the country's");
}

TEST(BooksTest, TwoReliefsOfOneProvinceAreNotInForceOnOneDay) {
    Assets assets = shipped_assets();
    for (base::NamedText& file : assets.fee_relief) {
        if (file.name != "440000.json") continue;
        const size_t at = file.text.find("440000");
        file.text.replace(at, 6, "330000");
    }
    EXPECT_NE(Honours::load(assets).error().detail.find("in force on one day"), std::string::npos);
}

TEST(BooksTest, ARefusalNamesItsFile) {
    Assets assets = shipped_assets();
    assets.moments.front().text = "{}";
    EXPECT_EQ(Honours::load(assets).error().detail, "moments.json: /id: is missing");
}

} // namespace rexue::honour
