// Looking at a visit at the desk: nurses measure, physicians decide, and what another has done
// first is shown before anything else.
#include <gtest/gtest.h>

#include "tests/support/staff_desk.h"

namespace rexue::flow::staff {
namespace {

using support::HouseDay;
using support::StaffDesk;
using namespace std::chrono_literals;

Review a_review(int position = 0) {
    return {
        .ticket = "A001",
        .revision = 1,
        .position = position,
        .earliest = {2026y / 12 / 14, std::nullopt},
        .answers = {{.question = "Q03", .text = {}, .kind = AnswerKind::yes_no, .values = {"true"}},
                    {.question = "Q16.what",
                     .text = {},
                     .kind = AnswerKind::choice,
                     .values = {"tattoo"},
                     .choices = {{.value = "tattoo", .words = {}},
                                 {.value = "needle-or-blood", .words = {}}},
                     .takes_many = true},
                    {.question = "Q16.tattoo", .text = {}, .kind = AnswerKind::date},
                    {.question = "Q99", .text = {}, .kind = AnswerKind::text}}};
}

StaffDesk looking(Role role) {
    StaffDesk desk;
    desk.at("w1", role).on(ReviewsTapped{}).on(ReviewOpened{.visit = {}});
    EXPECT_NE(desk.effect<FetchReview>(), nullptr);
    desk.on(ReviewCame{.review = a_review()});
    EXPECT_EQ(desk.session.state, State::review);
    return desk;
}

TEST(StaffReview, AFigureIsKeptOnceAndWithThePlaceItWasSeenAt) {
    StaffDesk desk = looking(Role::nurse);
    desk.on(MeasureTapped{.measure = Measure::temperature_c}).on(PointTapped{}).type("36");
    desk.on(PointTapped{}).on(PointTapped{}).type("5").on(KeepTapped{});
    const auto* step = desk.effect<TakeStep>();
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(step->measured, (Measured{Measure::temperature_c, 36.5}));
    EXPECT_EQ(step->after, 0);
    desk.on(KeepTapped{});
    EXPECT_EQ(desk.effect<TakeStep>(), nullptr) << "two quick taps are one step";
    desk.on(ReviewCame{.review = a_review(1)});
    EXPECT_EQ(desk.session.state, State::review);
    EXPECT_EQ(desk.session.draft, Draft());
}

TEST(StaffReview, ANurseNeitherDecidesNorPutsAnswersRight) {
    StaffDesk desk = looking(Role::nurse);
    desk.on(DecideTapped{});
    EXPECT_EQ(desk.session.state, State::review);
    desk.on(CorrectTapped{.question = "Q03"});
    EXPECT_EQ(desk.session.state, State::review);
}

TEST(StaffReview, AnAnswerIsPutRightInTwoStepsSoThatNoSlipOfTheFingerIsKept) {
    StaffDesk desk = looking(Role::physician);
    desk.on(CorrectTapped{.question = "Q03"});
    ASSERT_EQ(desk.session.state, State::correcting);
    desk.on(KeepTapped{});
    EXPECT_EQ(desk.effect<TakeStep>(), nullptr) << "nothing is chosen yet";
    desk.on(ValueTapped{.value = "true"}).on(ValueTapped{.value = "false"});
    EXPECT_EQ(desk.session.draft.chosen, std::vector<base::SecretText>{"false"});
    desk.on(KeepTapped{});
    const auto* step = desk.effect<TakeStep>();
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(step->corrected, "Q03");
    EXPECT_EQ(step->values, std::vector<std::string>{"false"});
}

TEST(StaffReview, SeveralChoicesGoOnFromWhatTheDonorChose) {
    StaffDesk desk = looking(Role::physician);
    desk.on(CorrectTapped{.question = "Q16.what"});
    desk.on(ValueTapped{.value = "needle-or-blood"}).on(KeepTapped{});
    ASSERT_NE(desk.effect<TakeStep>(), nullptr);
    EXPECT_EQ(desk.effect<TakeStep>()->values,
              (std::vector<std::string>{"tattoo", "needle-or-blood"}));
}

TEST(StaffReview, ADayIsTypedAndAnImpossibleOneIsNotKept) {
    StaffDesk desk = looking(Role::physician);
    desk.on(CorrectTapped{.question = "Q16.tattoo"}).type("202602309").on(KeepTapped{});
    EXPECT_EQ(desk.session.draft.figure, "20260230") << "eight digits";
    EXPECT_EQ(desk.effect<TakeStep>(), nullptr) << "30 February";
    desk.on(EraseTapped{}).on(EraseTapped{}).type("28").on(KeepTapped{});
    ASSERT_NE(desk.effect<TakeStep>(), nullptr);
    EXPECT_EQ(desk.effect<TakeStep>()->values, std::vector<std::string>{"2026-02-28"});
}

TEST(StaffReview, ADayThatNobodyKnowsIsLeftOpen) {
    StaffDesk desk = looking(Role::physician);
    desk.on(CorrectTapped{.question = "Q16.tattoo"}).on(KeepTapped{});
    ASSERT_NE(desk.effect<TakeStep>(), nullptr);
    EXPECT_TRUE(desk.effect<TakeStep>()->values.empty());
}

TEST(StaffReview, WordsAreNotTypedAtTheDesk) {
    StaffDesk desk = looking(Role::physician);
    desk.on(CorrectTapped{.question = "Q99"}).on(CorrectTapped{.question = "no such"});
    EXPECT_EQ(desk.session.state, State::review);
}

TEST(StaffReview, TheFirstAnswerIsTheOneBeforeAnybodyPutItRight) {
    Review review = a_review();
    const Answer answer = *find_answer(review, "Q03");
    EXPECT_EQ(first_answer(review, answer), answer.values);
    review.steps = {
        {.staff = "1002", .name = "", .corrected = "Q03", .before = {"false"}, .after = {"true"}},
        {.staff = "1002", .name = "", .corrected = "Q03", .before = {"true"}, .after = {"true"}}};
    EXPECT_EQ(first_answer(review, answer), std::vector<base::SecretText>{"false"});
}

TEST(StaffReview, WhatAnotherDeskDoesIsSeenWithoutAsking) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk = looking(Role::physician);
    desk.see(day);
    auto step = day.of(queue::EventKind::reviewed, "A001");
    step.visit = day.ticket("A001").visit;
    day.add(step);
    desk.see(day);
    EXPECT_NE(desk.effect<FetchReviews>(), nullptr);
    EXPECT_NE(desk.effect<FetchReview>(), nullptr);
    day.add(step);
    desk.on(MeasureTapped{.measure = Measure::weight_kg}).type("6");
    auto another = day.of(queue::EventKind::reviewed, "A001");
    another.visit = step.visit;
    day.add(another);
    desk.see(day);
    EXPECT_EQ(desk.effect<FetchReview>(), nullptr) << "who types is not disturbed";
}

TEST(StaffReview, ADecisionIsSignedWhenBothTypesAreDecided) {
    StaffDesk desk = looking(Role::physician);
    desk.on(DecideTapped{});
    desk.on(KindTapped{.type = Type::whole_blood, .kind = DecisionKind::deferred});
    EXPECT_EQ(desk.session.draft.decision[0].until, base::Date(2026y / 12 / 14))
        << "as the rules say";
    desk.on(SignDecisionTapped{});
    EXPECT_EQ(desk.effect<TakeStep>(), nullptr);
    desk.on(KindTapped{.type = Type::platelets, .kind = DecisionKind::deferred});
    desk.on(UntilTapped{.type = Type::platelets, .days = -30});
    EXPECT_EQ(desk.session.draft.decision[1].until, base::Date(2026y / 6 / 15)) << "never today";
    desk.on(SignDecisionTapped{});
    const auto* step = desk.effect<TakeStep>();
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(step->decision.size(), 2u);
}

TEST(StaffReview, WhatALimitDefersIsNotChosenAndWhatThePhysicianJudgesIs) {
    StaffDesk desk = looking(Role::physician);
    desk.session.review->limits_not_met = {{.rule = "L15",
                                            .measure = "platelets_e9_per_l",
                                            .words = {},
                                            .defers = true,
                                            .bars_whole_blood = false},
                                           {.rule = "V03",
                                            .measure = "weight_kg",
                                            .words = {},
                                            .volume_ml = 400,
                                            .bars_platelets = false}};
    desk.on(DecideTapped{});
    desk.on(KindTapped{.type = Type::platelets, .kind = DecisionKind::may_give});
    desk.on(KindTapped{.type = Type::whole_blood, .kind = DecisionKind::may_give});
    EXPECT_EQ(desk.session.draft.decision[1].kind, std::nullopt);
    EXPECT_EQ(desk.session.draft.decision[0].kind, DecisionKind::may_give);
    desk.on(KindTapped{.type = Type::platelets, .kind = DecisionKind::passed_on});
    EXPECT_EQ(desk.session.draft.decision[1].kind, DecisionKind::passed_on);
}

Review with_match(bool is_approved) {
    Review review = a_review();
    review.special_match = SpecialMatch{.rule = "N03", .words = {}, .is_approved = is_approved};
    return review;
}

TEST(StaffReview, ASpecialMatchIsApprovedOnAPageOfItsOwnAndTakenBack) {
    for (const bool is_approved : {false, true}) {
        StaffDesk desk = looking(Role::physician);
        desk.session.review = with_match(is_approved);
        desk.on(MatchTapped{});
        ASSERT_EQ(desk.session.state, State::matching);
        EXPECT_EQ(desk.effect<TakeStep>(), nullptr) << "one tap is no approval";
        desk.on(SignMatchTapped{});
        ASSERT_NE(desk.effect<TakeStep>(), nullptr);
        EXPECT_EQ(desk.effect<TakeStep>()->match,
                  is_approved ? MatchStep::withdraw : MatchStep::approve);
        desk.on(SignMatchTapped{});
        EXPECT_EQ(desk.effect<TakeStep>(), nullptr) << "two quick taps are one step";
        desk.on(ReviewCame{.review = with_match(!is_approved)});
        EXPECT_EQ(desk.session.state, State::review);
    }
}

TEST(StaffReview, ASpecialMatchIsForPhysiciansAndOnlyWhereAnIntervalAsksForIt) {
    StaffDesk nurse = looking(Role::nurse);
    nurse.session.review = with_match(false);
    nurse.on(MatchTapped{});
    EXPECT_EQ(nurse.session.state, State::review);
    StaffDesk physician = looking(Role::physician);
    physician.on(MatchTapped{});
    EXPECT_EQ(physician.session.state, State::review);
}

Review with_gift(bool is_given, int left) {
    Review review = a_review();
    review.gifts = {
        {.offer = "coin", .title = {}, .occasion = {}, .is_given = is_given, .left = left}};
    return review;
}

TEST(StaffReview, AKeepsakeIsGivenOnceAndTakenBack) {
    StaffDesk desk = looking(Role::nurse);
    desk.session.review = with_gift(false, 3);
    desk.on(GiftsTapped{});
    ASSERT_EQ(desk.session.state, State::giving);
    desk.on(GiftTapped{.offer = "coin"});
    ASSERT_NE(desk.effect<GiveOut>(), nullptr);
    EXPECT_FALSE(desk.effect<GiveOut>()->takes_back);
    desk.on(GiftTapped{.offer = "coin"});
    EXPECT_EQ(desk.effect<GiveOut>(), nullptr) << "two quick taps are one coin";
    desk.on(GiftCounted{
        .visit = desk.session.review->visit, .offer = "coin", .is_given = true, .left = 2});
    EXPECT_EQ(desk.session.state, State::giving);
    EXPECT_TRUE(desk.session.review->gifts.front().is_given);
    EXPECT_EQ(desk.session.review->gifts.front().left, 2);
    desk.on(GiftTapped{.offer = "coin"});
    ASSERT_NE(desk.effect<GiveOut>(), nullptr);
    EXPECT_TRUE(desk.effect<GiveOut>()->takes_back);
}

TEST(StaffReview, WhatTheHouseHasNoMoreOfIsNotGiven) {
    StaffDesk desk = looking(Role::nurse);
    desk.on(GiftsTapped{});
    EXPECT_EQ(desk.session.state, State::review) << "nothing is celebrated";
    desk.session.review = with_gift(false, 0);
    desk.on(GiftsTapped{}).on(GiftTapped{.offer = "coin"});
    EXPECT_EQ(desk.effect<GiveOut>(), nullptr);
    desk.on(GiftTapped{.offer = "another"});
    EXPECT_EQ(desk.effect<GiveOut>(), nullptr);
}

TEST(StaffReview, WhatAnotherHasDoneFirstIsFetched) {
    StaffDesk desk = looking(Role::physician);
    desk.on(CorrectTapped{.question = "Q03"}).on(ValueTapped{.value = "false"});
    desk.on(KeepTapped{}).on(StepRefused{.why = Remark::moved_on});
    EXPECT_NE(desk.effect<FetchReview>(), nullptr);
    EXPECT_EQ(desk.session.remark, Remark::moved_on);
    EXPECT_FALSE(desk.session.taking_step);
}

base::Uuid visit(char last) {
    return base::parse_uuid(std::string("0197a000-0000-7000-8000-00000000000") + last).value();
}

Review of(base::Uuid visit) {
    Review review = a_review();
    review.visit = visit;
    return review;
}

StaffDesk at_the_list() {
    StaffDesk desk;
    desk.at("w1").on(ReviewsTapped{});
    return desk;
}

TEST(StaffReview, TheVisitTappedLastIsTheOneThatOpens) {
    StaffDesk desk = at_the_list();
    desk.on(ReviewOpened{.visit = visit('a')}).on(ReviewOpened{.visit = visit('b')});
    desk.on(ReviewCame{.review = of(visit('a'))});
    EXPECT_EQ(desk.session.state, State::reviews) << "the first tap has been thought better of";
    desk.on(ReviewCame{.review = of(visit('b'))});
    ASSERT_EQ(desk.session.state, State::review);
    EXPECT_EQ(desk.session.review->visit, visit('b'));
}

TEST(StaffReview, WhoSitsAtTheDeskIsOpenedThereAndTheWayBackLeadsThere) {
    StaffDesk desk;
    desk.at("w1").on(ReviewOpened{.visit = visit('a')});
    ASSERT_NE(desk.effect<FetchReview>(), nullptr);
    EXPECT_EQ(desk.session.state, State::desk);
    desk.on(ReviewCame{.review = of(visit('a'))});
    ASSERT_EQ(desk.session.state, State::review);
    desk.on(BackTapped{});
    EXPECT_EQ(desk.session.state, State::desk);
}

TEST(StaffReview, AFileThatWasClosedStaysClosed) {
    StaffDesk desk = at_the_list();
    desk.on(ReviewOpened{.visit = visit('a')}).on(ReviewCame{.review = of(visit('a'))});
    desk.on(MeasureTapped{.measure = Measure::weight_kg}).type("64").on(KeepTapped{});
    desk.on(BackTapped{}).on(BackTapped{});
    ASSERT_EQ(desk.session.state, State::reviews);
    desk.on(ReviewCame{.review = of(visit('a'))});
    EXPECT_EQ(desk.session.state, State::reviews);
    EXPECT_FALSE(desk.session.review);
}

TEST(StaffReview, WhatComesAfterTheListWasLeftDoesNotOpenWhenItIsSeenAgain) {
    StaffDesk desk = at_the_list();
    desk.on(ReviewOpened{.visit = visit('a')}).on(BackTapped{}).on(ReviewsTapped{});
    desk.on(ReviewCame{.review = of(visit('a'))});
    EXPECT_EQ(desk.session.state, State::reviews);
}

TEST(StaffReview, ARefusalOfTheFormerTapDoesNotCloseTheLater) {
    StaffDesk desk = at_the_list();
    desk.on(ReviewOpened{.visit = visit('a')}).on(ReviewOpened{.visit = visit('b')});
    desk.on(StepRefused{.why = Remark::server_away, .visit = visit('a')});
    EXPECT_FALSE(desk.session.remark);
    desk.on(ReviewCame{.review = of(visit('b'))});
    EXPECT_EQ(desk.session.state, State::review);
}

TEST(StaffReview, WhatIsFetchedDoesNotDisturbWhoHasBegunToType) {
    StaffDesk desk = at_the_list();
    desk.on(ReviewOpened{.visit = visit('a')}).on(ReviewCame{.review = of(visit('a'))});
    desk.on(MeasureTapped{.measure = Measure::weight_kg}).type("64");
    desk.on(ReviewCame{.review = of(visit('a'))});
    EXPECT_EQ(desk.session.state, State::measuring);
    EXPECT_EQ(desk.session.draft.figure, "64");
    desk.on(KeepTapped{}).on(StepRefused{.why = Remark::moved_on, .visit = visit('a')});
    desk.on(ReviewCame{.review = of(visit('a'))});
    EXPECT_EQ(desk.session.state, State::review) << "what another has done is shown first";
}

TEST(StaffReview, ADeferralEndsNeitherBeforeTheRulesSayNorInAnotherAge) {
    StaffDesk desk = looking(Role::physician);
    desk.on(DecideTapped{});
    desk.on(KindTapped{.type = Type::whole_blood, .kind = DecisionKind::deferred});
    desk.on(UntilTapped{.type = Type::whole_blood, .days = -7});
    EXPECT_EQ(desk.session.draft.decision[0].until, base::Date(2026y / 12 / 14));
    for (int taps = 0; taps < 40; ++taps)
        desk.on(UntilTapped{.type = Type::whole_blood, .days = 180});
    EXPECT_EQ(desk.session.draft.decision[0].until, base::Date(2031y / 6 / 14));
}

TEST(StaffReviewList, IsNotKnownBeforeItComes) {
    StaffDesk desk = at_the_list();
    EXPECT_EQ(desk.session.reviews_are, Freshness::unknown);
    desk.on(ReviewsRefused{.why = Remark::server_away});
    EXPECT_EQ(desk.session.reviews_are, Freshness::unknown);
    desk.on(ReviewsCame{.reviews = {}});
    EXPECT_EQ(desk.session.reviews_are, Freshness::fresh);
    desk.on(ReviewsRefused{.why = Remark::server_away});
    EXPECT_EQ(desk.session.reviews_are, Freshness::stale);
    desk.on(ReviewsCame{.reviews = {}}).on(LinkChanged{.link = Link::offline});
    EXPECT_EQ(desk.session.reviews_are, Freshness::stale);
    desk.on(SignOutTapped{}).on(BackTapped{}).on(SignOutTapped{});
    EXPECT_EQ(desk.session.reviews_are, Freshness::unknown);
}

TEST(StaffReviewList, OfYesterdayIsNotKnownToday) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk = at_the_list();
    desk.see(day).on(ReviewsCame{.reviews = {}});
    day.next_day();
    day.check_in("A001");
    desk.see(day);
    EXPECT_EQ(desk.session.reviews_are, Freshness::unknown);
    EXPECT_NE(desk.effect<FetchReviews>(), nullptr);
}

TEST(StaffReviewList, IsAskedForAgainAfterNoAnswer) {
    StaffDesk desk = at_the_list();
    desk.on(ReviewsRefused{.why = Remark::server_away});
    desk.pass(first_look_again);
    EXPECT_NE(desk.effect<FetchReviews>(), nullptr);
    EXPECT_EQ(desk.effect<FetchBriefs>(), nullptr) << "each for itself";
    desk.on(ReviewsCame{.reviews = {}});
    EXPECT_FALSE(desk.session.reviews_again.at);
    desk.on(ReviewsRefused{.why = Remark::not_allowed});
    EXPECT_FALSE(desk.session.reviews_again.at) << "nor will it be";
}

TEST(StaffReviewList, IsAskedForUntilItHasEveryTicketThoughTheBriefsAreWhole) {
    HouseDay day;
    StaffDesk desk = at_the_list();
    day.check_in("A001");
    desk.see(day).on(BriefsChanged{.briefs = {{.ticket = "A001"}}});
    desk.on(ReviewsCame{.reviews = {}}).pass(first_look_again);
    EXPECT_NE(desk.effect<FetchReviews>(), nullptr);
    EXPECT_EQ(desk.effect<FetchBriefs>(), nullptr);
    desk.on(ReviewsCame{
        .reviews = {{.visit = visit('a'), .ticket = "A001", .standing = Standing::clear}}});
    EXPECT_FALSE(desk.session.reviews_again.at);
}

TEST(StaffReviewList, EndsTheSessionThatTheServerHasEnded) {
    StaffDesk desk = at_the_list();
    desk.on(ReviewsRefused{.why = Remark::session_ended});
    EXPECT_EQ(desk.session.state, State::signed_out);
    EXPECT_EQ(desk.session.remark, Remark::session_ended);
}

TEST(StaffReview, NothingOfADonorStaysWhenStaffSignOut) {
    StaffDesk desk = looking(Role::physician);
    desk.on(StepRefused{.why = Remark::session_ended});
    EXPECT_EQ(desk.session.state, State::signed_out);
    EXPECT_FALSE(desk.session.review);
}

} // namespace
} // namespace rexue::flow::staff
