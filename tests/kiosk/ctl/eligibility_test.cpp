// The lines of rexuectl eligibility, letter by letter, and its exit codes.
#include "kiosk/ctl/eligibility.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/test_folder.h"

namespace rexue::ctl {

namespace {

struct Answer {
    int code;
    std::string out;
    std::string err;
};

Answer run(const EligibilityOrder& order, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const int code = eligibility(order, in, out, err);
    return {.code = code, .out = out.str(), .err = err.str()};
}

Answer ask(const std::string& inquiry) {
    return run({.file = "-", .rulebooks = REXUE_SOURCE_DIR "/assets/rulebooks"}, inquiry);
}

std::string donor(const std::string& more) {
    return R"({"birth":"1990-03-04","sex":"female","on":"2026-06-15",)" + more + "}";
}

} // namespace

TEST(EligibilityTest, ALineForWholeBloodAndOneForPlatelets) {
    const Answer answer = ask(donor(R"("history":[{"date":"2026-03-01","type":"whole_blood"}])"));
    EXPECT_EQ(answer.code, 0);
    EXPECT_EQ(answer.out,
              R"({"type":"whole_blood","eligible":false,"earliest":"2026-09-01","reasons":["N01"],)"
              R"("outcome":"deferred","book":"gb18467-2011 2026-1"})"
              "\n"
              R"({"type":"platelets","eligible":true,"earliest":"2026-06-15","reasons":[],)"
              R"("outcome":"eligible","book":"gb18467-2011 2026-1"})"
              "\n");
    EXPECT_EQ(answer.err, "");
}

TEST(EligibilityTest, NoDayIsNullAndStaffAreNamed) {
    const Answer answer = ask(donor(R"("history":[],"answers":[{"rule":"P05"}])"));
    EXPECT_EQ(answer.code, 0);
    EXPECT_TRUE(answer.out.starts_with(
        R"({"type":"whole_blood","eligible":false,"earliest":null,"reasons":["P05"],)"
        R"("outcome":"refer",)"))
        << answer.out;
}

// The practice of the day, and what a physician decided before, as the terminal judges them.
TEST(EligibilityTest, AnswersOfTheDayAndEarlierDecisionsCount) {
    const Answer today =
        ask(donor(R"("history":[],"answers":[{"rule":"D02"},{"rule":"D06","date":"2026-06-11"}])"));
    EXPECT_TRUE(today.out.starts_with(
        R"({"type":"whole_blood","eligible":false,"earliest":null,"reasons":["D02","D06"],)"
        R"("outcome":"refer",)"))
        << today.out;
    const Answer before =
        ask(donor(R"("history":[],"deferrals":[{"type":"whole_blood","until":"2026-07-01"}])"));
    EXPECT_TRUE(before.out.starts_with(
        R"({"type":"whole_blood","eligible":false,"earliest":"2026-07-01","reasons":["M01"],)"
        R"("outcome":"deferred",)"))
        << before.out;
    EXPECT_NE(before.out.find(R"({"type":"platelets","eligible":true,)"), std::string::npos);
}

TEST(EligibilityTest, TheDraftIsChosenByItsName) {
    const Answer answer = ask(donor(R"("rulebook":"draft-law-2025",)"
                                    R"("history":[{"date":"2026-03-17","type":"whole_blood"}])"));
    EXPECT_TRUE(answer.out.starts_with(R"({"type":"whole_blood","eligible":true,)")) << answer.out;
    EXPECT_NE(answer.out.find("draft-law-2025"), std::string::npos);
}

TEST(EligibilityTest, AFaultIsOneLineWithItsPointerAndNothingElse) {
    struct Row {
        std::string inquiry;
        const char* line;
    };
    for (const Row& row : {
             Row{donor(R"("history":[{"date":"2023-02-29","type":"platelets"}])"),
                 "error: /history/0/date: not a date\n"},
             Row{donor(R"("history":[{"date":"2026-06-16","type":"platelets"}])"),
                 "error: /history/0/date: lies in the future\n"},
             Row{donor(R"("history":[{"date":"2026-06-01","type":"platelets"},
                                     {"date":"2026-06-01","type":"plasma"}])"),
                 "error: /history/1/type: not one of the known words\n"},
             Row{donor(R"("history":[],"answers":[{"rule":"T99"}])"),
                 "error: /answers/0/rule: the rulebook has no such rule\n"},
             Row{donor(R"("history":[],"rulebook":"draft")"),
                 "error: /rulebook: none of draft-law-2025 gb18467-2011\n"},
             Row{donor(R"("first_time":false)"), "error: /history: is missing\n"},
             Row{donor(R"("history":[{"date":"2026-06-01","type":"whole_blood","units":1}])"),
                 "error: /history/0/units: whole blood is given in mL\n"},
             Row{donor(R"("history":[{"date":"2026-05-01","type":"platelets","units":1},
                                     {"date":"2026-06-01","type":"platelets","ml":200}])"),
                 "error: /history/1/ml: platelets are given in units\n"},
             Row{donor(R"("history":[],"deferrals":[{"type":"plasma"}])"),
                 "error: /deferrals/0/type: not one of the known words\n"},
             Row{"[]", "error: \"\": an object is wanted\n"},
             Row{donor(R"("history":[],"":1)"), "error: /: nothing of this name is known here\n"},
             Row{R"({"birth":"1980-01-01","sex":"male","on":"2012-06-30","history":[]})",
                 "error: /on: no rulebook is in force on this day\n"},
         }) {
        const Answer answer = ask(row.inquiry);
        EXPECT_EQ(answer.code, 2);
        EXPECT_EQ(answer.out, "");
        EXPECT_EQ(answer.err, row.line);
    }
}

TEST(EligibilityTest, ReadsAFileAndMissesOneThatIsNotThere) {
    const support::TestFolder folder;
    const auto file = folder.path() / "inquiry.json";
    std::ofstream(file) << donor(R"("history":[])");
    EXPECT_EQ(run({.file = file, .rulebooks = REXUE_SOURCE_DIR "/assets/rulebooks"}).code, 0);
    const Answer missing = run(
        {.file = folder.path() / "none.json", .rulebooks = REXUE_SOURCE_DIR "/assets/rulebooks"});
    EXPECT_EQ(missing.code, 2);
    EXPECT_TRUE(missing.err.starts_with("error: ")) << missing.err;
}

TEST(EligibilityTest, ABrokenRulebookAnswersNothing) {
    const support::TestFolder folder;
    std::ofstream(folder.path() / "a.json") << "{}";
    const Answer answer = run({.file = "-", .rulebooks = folder.path()}, donor(R"("history":[])"));
    EXPECT_EQ(answer.code, 2);
    EXPECT_EQ(answer.err, "error: a.json: /id: is missing\n");
    EXPECT_EQ(
        run({.file = "-", .rulebooks = folder.path() / "none"}, donor(R"("history":[])")).code, 2);
}

TEST(EligibilityTest, AStationsSettingsAreUsedAndSaid) {
    const support::TestFolder folder;
    const auto file = folder.path() / "settings.json";
    std::ofstream(file)
        << R"({"station":"示例站","overrides":[{"rule":"L03","of":"L01",)"
           R"("reading":"before_birthday","set_by":"1004","set_on":"2026-01-02"}]})";
    const Answer answer =
        run({.file = "-", .rulebooks = REXUE_SOURCE_DIR "/assets/rulebooks", .settings = file},
            R"({"birth":"1971-06-15","sex":"male","on":"2026-06-15","history":[]})");
    EXPECT_EQ(answer.code, 0);
    EXPECT_NE(answer.out.find(R"("reasons":["L01"])"), std::string::npos) << answer.out;
    EXPECT_EQ(answer.err,
              R"({"rule":"L03","what":"reading of L01","before":"before_next_birthday",)"
              R"("after":"before_birthday","set_by":"1004","set_on":"2026-01-02"})"
              "\n");
}

} // namespace rexue::ctl
