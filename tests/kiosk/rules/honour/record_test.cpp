// Malformed records are refused with a pointer; nothing is guessed at.
#include <gtest/gtest.h>

#include "kiosk/rules/honour/place.h"
#include "tests/kiosk/rules/honour/people.h"

namespace rexue::honour {
namespace {

std::string fault(const std::string& text) {
    const auto record = read_record(text);
    return record ? "" : record.error().detail;
}

std::string with(const std::string& members, const std::string& history = "") {
    return R"({"on":"2026-06-15","province":"370000",)" + members + R"("history":[)" + history +
           "]}";
}

} // namespace

TEST(RecordTest, EverythingThatMayBeGiven) {
    const auto record = read_record(with(
        R"("city":"370300","birth":"1990-03-04","volunteer_hours":99.5,"volunteer_years":3,
           "stem_cell_donations":1,"rare_group":false,"couple":true,
           "relief_used":{"donor_ml":200,"family_ml":0},)",
        R"({"date":"2024-01-01","type":"whole_blood","ml":400,"place":"370302"},
           {"date":"2025-01-01","type":"platelets","units":2})"));
    ASSERT_TRUE(record) << record.error().detail;
    EXPECT_EQ(record->volunteer_hours, 99.5);
    EXPECT_EQ(record->history.at(0).place, "370302");
    EXPECT_EQ(here(*record), "370300");
}

TEST(RecordTest, TheLeastThatMustBeGiven) {
    const auto record = read_record(with(""));
    ASSERT_TRUE(record) << record.error().detail;
    EXPECT_EQ(here(*record), "370000");
}

TEST(RecordTest, FaultsHaveTheirPointers) {
    struct Row {
        std::string text;
        const char* detail;
    };
    const std::string blood = R"({"date":"2024-01-01","type":"whole_blood")";
    for (const Row& row : {
             Row{"[]", "\"\": an object is wanted"},
             Row{R"({"province":"370000","history":[]})", "/on: is missing"},
             Row{R"({"on":"2026-06-15","history":[]})", "/province: is missing"},
             Row{R"({"on":"2026-06-15","province":"370000"})", "/history: is missing"},
             Row{with(R"("shoes":43,)"), "/shoes: nothing of this name is known here"},
             Row{with(R"("city":"3703",)"), "/city: a place is six digits, such as 370300"},
             Row{with(R"("city":"330100",)"), "/city: lies outside the province"},
             Row{R"({"on":"2026-06-15","province":"370300","history":[]})",
                 "/province: is no province"},
             Row{with(R"("birth":"2026-06-16",)"), "/on: lies before birth"},
             Row{with(R"("birth":"1870-01-01",)"), "/birth: nobody is so old"},
             Row{with(R"("volunteer_hours":-1,)"), "/volunteer_hours: nobody has this many"},
             Row{with(R"("volunteer_hours":200001,)"), "/volunteer_hours: nobody has this many"},
             Row{with(R"("volunteer_years":101,)"), "/volunteer_years: nobody has this many"},
             Row{with(R"("stem_cell_donations":21,)"),
                 "/stem_cell_donations: nobody has this many"},
             Row{with(R"("relief_used":{"donor_ml":-1},)"),
                 "/relief_used/donor_ml: nobody has this many"},
             Row{with(R"("relief_used":{"family_ml":-1},)"),
                 "/relief_used/family_ml: nobody has this many"},
             Row{with("", blood + "}"), "/history/0/ml: is missing"},
             Row{with("", blood + R"(,"units":2})"), "/history/0/ml: is missing"},
             Row{with("", R"({"date":"2024-01-01","type":"platelets","ml":250})"),
                 "/history/0/units: is missing"},
             Row{with("", blood + R"(,"ml":0})"), "/history/0/ml: nobody gives this volume"},
             Row{with("", blood + R"(,"ml":400},)" + blood + R"(,"ml":400,"place":"37"})"),
                 "/history/1/place: a place is six digits, such as 370300"},
             Row{with("", R"({"date":"2026-06-16","type":"whole_blood","ml":400})"),
                 "/history/0/date: lies in the future"},
             Row{with(R"("birth":"2024-01-02",)", blood + R"(,"ml":400})"),
                 "/history/0/date: lies before birth"},
             Row{with("", R"({"date":"2024-01-01","type":"plasma","ml":400})"),
                 "/history/0/type: not one of the known words"},
         }) {
        EXPECT_EQ(fault(row.text), row.detail) << row.text;
    }
}

TEST(RecordTest, PlacesLieInEachOther) {
    EXPECT_EQ(lies_in("370302", "370300"), Lies::inside);
    EXPECT_EQ(lies_in("370300", "370300"), Lies::inside);
    EXPECT_EQ(lies_in("370300", "370000"), Lies::inside);
    EXPECT_EQ(lies_in("370200", "370300"), Lies::outside);
    EXPECT_EQ(lies_in("330000", "370300"), Lies::outside);
    EXPECT_EQ(lies_in("370000", "370300"), Lies::unknown);
    EXPECT_EQ(lies_in(std::nullopt, "370300"), Lies::unknown);
    EXPECT_TRUE(is_place("110000"));
    for (const char* text : {"", "37030", "3703000", "37030x", "070300"})
        EXPECT_FALSE(is_place(text)) << text;
}

} // namespace rexue::honour
