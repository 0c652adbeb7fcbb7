// A book that is not what it should be is refused with the place and the reason.
#include "kiosk/rules/donation/rulebook.h"

#include <functional>

#include <gtest/gtest.h>

#include "platform/json/parse.h"
#include "tests/kiosk/rules/donation/books.h"

namespace rexue::donation {
namespace {

namespace bj = boost::json;

bj::object& rule(bj::value& book, std::string_view id) {
    for (bj::value& one : book.at("rules").as_array()) {
        if (one.at("id").as_string() == id) return one.as_object();
    }
    throw std::out_of_range("no such rule");
}

std::string at(std::string_view id, std::string_view rest) {
    const auto rules = book_of_2011().rules();
    const auto found = std::ranges::find(rules, id, &Rule::id);
    return "/rules/" + std::to_string(found - rules.begin()) + std::string(rest) + ": ";
}

struct Misfortune {
    const char* name;
    std::function<void(bj::value&)> change;
    std::string pointer; // with what follows it
};

const Misfortune misfortunes[] = {
    {"an unknown member of the book", [](bj::value& b) { b.as_object()["efective_from"] = "x"; },
     "/efective_from: "},
    {"an unknown member of a rule", [](bj::value& b) { rule(b, "T01a")["privat"] = true; },
     at("T01a", "/privat")},
    {"an unknown member with a slash", [](bj::value& b) { rule(b, "T01a")["a/b\n"] = true; },
     at("T01a", "/a~1b?")},
    {"an unknown member of a window",
     [](bj::value& b) { rule(b, "T01a")["windows"].at(0).as_object()["days"] = 3; },
     at("T01a", "/windows/0/days")},
    {"a wrong type", [](bj::value& b) { rule(b, "T01a")["verified"] = "yes"; },
     at("T01a", "/verified")},
    {"an unknown kind", [](bj::value& b) { rule(b, "T01a")["kind"] = "sometimes"; },
     at("T01a", "/kind")},
    {"an absurd duration",
     [](bj::value& b) { rule(b, "T01a")["windows"].at(0).as_object()["duration"] = "P300Y"; },
     at("T01a", "/windows/0/duration")},
    {"a duration of nothing",
     [](bj::value& b) { rule(b, "T01a")["windows"].at(0).as_object()["duration"] = "P0D"; },
     at("T01a", "/windows/0/duration")},
    {"an id twice", [](bj::value& b) { rule(b, "T01b")["id"] = "T01a"; }, at("T01b", "/id")},
    {"an id of another form", [](bj::value& b) { rule(b, "T01b")["id"] = "tattoo"; },
     at("T01b", "/id")},
    {"dates the wrong way round",
     [](bj::value& b) { rule(b, "T01a")["effective_to"] = "2012-06-30"; },
     at("T01a", "/effective_to")},
    {"the book's dates the wrong way round",
     [](bj::value& b) { b.as_object()["effective_to"] = "2012-06-30"; }, "/effective_to: "},
    {"an impossible date", [](bj::value& b) { rule(b, "T01a")["effective_from"] = "2023-02-29"; },
     at("T01a", "/effective_from")},
    {"no Chinese words", [](bj::value& b) { rule(b, "T01a")["words"].as_object()["zh_CN"] = " "; },
     at("T01a", "/words/zh_CN")},
    {"no English words", [](bj::value& b) { rule(b, "T01a")["words"].as_object().erase("en"); },
     at("T01a", "/words/en")},
    {"no source", [](bj::value& b) { rule(b, "T01a")["source"] = ""; }, at("T01a", "/source")},
    {"no version", [](bj::value& b) { b.as_object()["version"] = ""; }, "/version: "},
    {"nothing it applies to", [](bj::value& b) { rule(b, "T01a")["applies_to"] = bj::array(); },
     at("T01a", "/applies_to")},
    {"a type twice",
     [](bj::value& b) { rule(b, "T01a")["applies_to"] = bj::array{"platelets", "platelets"}; },
     at("T01a", "/applies_to")},
    {"a temporary rule without a window", [](bj::value& b) { rule(b, "T01a").erase("windows"); },
     at("T01a", "/windows")},
    {"a permanent rule with one",
     [](bj::value& b) { rule(b, "P01")["windows"] = rule(b, "T01a")["windows"]; },
     at("P01", "/windows")},
    {"a case twice",
     [](bj::value& b) { rule(b, "T10f")["windows"].at(1).as_object()["of"] = "travel"; },
     at("T10f", "/windows/1/of")},
    {"an ongoing condition that ends",
     [](bj::value& b) { rule(b, "T07c")["windows"].at(0).as_object()["duration"] = "P1D"; },
     at("T07c", "/windows/0/duration")},
    {"a lower limit over the upper",
     [](bj::value& b) { rule(b, "L05")["bounds"].at(0).as_object()["at_least"] = 140; },
     at("L05", "/bounds/0")},
    {"a bound without a limit",
     [](bj::value& b) {
         rule(b, "L07")["bounds"] = bj::array{bj::object{{"measure", "weight_kg"}}};
     },
     at("L07", "/bounds/0")},
    {"a national limit left to the station",
     [](bj::value& b) {
         rule(b, "L07")["bounds"].at(0).as_object()["station_at_least"] =
             bj::object{{"least", 1}, {"most", 30}};
     },
     at("L07", "/bounds/0")},
    {"a deferral that is the station's", [](bj::value& b) { rule(b, "T09")["owner"] = "station"; },
     at("T09", "/owner")},
    {"no interval for a pair",
     [](bj::value& b) {
         rule(b, "N05")["after"] = "platelets";
         rule(b, "N05")["in_place_of"] = "N02";
     },
     "/rules: 0 intervals from whole_blood"},
    {"an interval that ends before its book",
     [](bj::value& b) { rule(b, "N01")["effective_to"] = "2030-01-01"; }, at("N01", "")},
    {"a plausible range the wrong way round",
     [](bj::value& b) { b.at("plausible").at(0).as_object()["most"] = 10; }, "/plausible/0/most"},
    {"a plausible range twice",
     [](bj::value& b) { b.at("plausible").at(1).as_object()["measure"] = "weight_kg"; },
     "/plausible/1/measure"},
    {"no plausible ranges", [](bj::value& b) { b.as_object().erase("plausible"); }, "/plausible: "},
    {"no words for what a physician has decided",
     [](bj::value& b) { rule(b, "M01")["kind"] = "permanent"; }, "/rules: none of what"},
    {"what a physician has decided, twice",
     [](bj::value& b) { rule(b, "P23")["kind"] = "decided"; }, at("M01", "/kind")},
    {"what a physician has decided, for one type alone",
     [](bj::value& b) { rule(b, "M01")["applies_to"] = bj::array{"platelets"}; }, at("M01", "")},
    {"two limits of age", [](bj::value& b) { rule(b, "L04")["bounds"] = rule(b, "L01")["bounds"]; },
     at("L04", "/bounds")},
    {"an age for one type alone",
     [](bj::value& b) { rule(b, "L01")["applies_to"].as_array().pop_back(); },
     at("L01", "/applies_to")},
    {"an age with half a year",
     [](bj::value& b) { rule(b, "L01")["bounds"].at(0).as_object()["at_least"] = 18.5; },
     at("L01", "/bounds/0")},
    {"a limit of age without a lower one",
     [](bj::value& b) { rule(b, "L01")["bounds"].at(0).as_object().erase("at_least"); },
     at("L01", "/bounds/0/at_least")},
    {"an upper age that nobody reads",
     [](bj::value& b) { rule(b, "L03")["readings"].as_array().pop_back(); },
     at("L02", "/bounds/0/at_most")},
    {"a shortened interval of nothing", [](bj::value& b) { rule(b, "N03")["in_place_of"] = "N01"; },
     at("N03", "/in_place_of")},
    {"an age that is no longer",
     [](bj::value& b) { rule(b, "L02")["bounds"].at(0).as_object()["at_most"] = 55; },
     at("L02", "/bounds/0/at_most")},
    {"an extended nothing", [](bj::value& b) { rule(b, "L02")["extends"] = "L04"; },
     at("L02", "/extends")},
};

TEST(Rulebook, RefusesWhatIsWrongWithPlaceAndReason) {
    const auto good = *json::parse(book_text("gb18467-2011"));
    ASSERT_TRUE(Rulebook::load(bj::serialize(good)).has_value());
    for (const Misfortune& one : misfortunes) {
        bj::value book = good;
        one.change(book);
        const auto loaded = Rulebook::load(bj::serialize(book));
        ASSERT_FALSE(loaded.has_value()) << one.name;
        EXPECT_EQ(loaded.error().code, base::ErrorCode::invalid_argument) << one.name;
        EXPECT_TRUE(loaded.error().detail.starts_with(one.pointer))
            << one.name << ": " << loaded.error().detail << " instead of " << one.pointer;
        EXPECT_GT(loaded.error().detail.size(), one.pointer.size()) << one.name;
        EXPECT_EQ(loaded.error().detail.find('\n'), std::string::npos) << one.name;
    }
}

TEST(Rulebook, RefusesWhatIsNoBook) {
    for (const char* text : {"", "{", "[]", "null", "{}", R"({"rules":[]})"})
        EXPECT_FALSE(Rulebook::load(text).has_value()) << text;
    EXPECT_FALSE(Rulebook::load(std::string(100'000, '[')).has_value());
}

TEST(Rulebook, SaysWhatItIs) {
    EXPECT_EQ(book_of_2011().id(), "gb18467-2011");
    EXPECT_EQ(book_of_2011().version(), "2026-1");
    EXPECT_EQ(book_of_2011().effective_from(), 2012y / 7 / 1);
    EXPECT_FALSE(draft_book().effective_from());
    EXPECT_EQ(book_of_2011().find("N99"), nullptr);
}

} // namespace
} // namespace rexue::donation
