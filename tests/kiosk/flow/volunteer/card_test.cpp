// A card before the volunteer: verdict, holder, what it gives here and elsewhere, and nothing of it
// afterwards.
#include <gtest/gtest.h>

#include "kiosk/flow/volunteer/transition.h"
#include "kiosk/rule_files/honours_files.h"

namespace rexue::flow::volunteer {
namespace {

using std::chrono::June;
using namespace std::chrono_literals;

constexpr base::Date today = std::chrono::year(2026) / June / 14;
const char* const in_qingdao = "370200";

class Tablet : public ::testing::Test {
  protected:
    Tablet() {
        static const auto honours = std::make_shared<const honour::Honours>(
            rule_files::read_honours(REXUE_SOURCE_DIR "/assets").value());
        session_.honours = honours;
        session_.house.place = in_qingdao;
        session_.link = Link::online;
        session_.printer = Printer::ready;
    }

    // The effects of the last event are those that are told.
    void on(const Event& event) {
        Outcome outcome = transition(session_, event, now_);
        session_ = std::move(outcome.session);
        effects_ = std::move(outcome.effects);
    }
    template <typename E>
    const E* effect() const {
        for (const Effect& one : effects_) {
            if (const auto* found = std::get_if<E>(&one)) return found;
        }
        return nullptr;
    }
    void show(Verdict verdict, Source source = Source::printed_code) {
        Card card{.verdict = verdict, .source = source, .holder = {}, .doubts = {}};
        card.holder = Holder{.name = base::SecretText("示*样"),
                             .card_number = base::SecretText("3702000000001238"),
                             .tier = source == Source::live_code ? "" : "shandong-card",
                             .awards = {},
                             .award_count = {},
                             .as_of = {},
                             .expires = {}};
        if (source == Source::live_code) card.holder->name = {};
        on(CardVerified{.card = card});
    }
    static honour::Record a_record(int donations) {
        honour::Record record;
        record.on = today;
        record.province = "370000";
        record.city = in_qingdao;
        for (int i = 0; i < donations; ++i) {
            record.history.push_back({.date = std::chrono::year(2026 - i) / June / 1,
                                      .type = donation::DonationType::whole_blood,
                                      .ml = 400,
                                      .units = {},
                                      .place = in_qingdao});
        }
        return record;
    }
    size_t benefits() const { return offered(session_, today).size(); }

    Session session_;
    Now now_;
    std::vector<Effect> effects_;
};

TEST_F(Tablet, ACodeIsVerifiedAndAValidCardGivesWhatThePlaceGivesItsTier) {
    on(CodeScanned{.text = base::SecretText("RXH1:…")});
    ASSERT_NE(effect<VerifyCode>(), nullptr);
    show(Verdict::valid);
    EXPECT_EQ(session_.state, State::card);
    const size_t here = benefits();
    EXPECT_GE(here, 3u); // transport, sights, outpatient fee
    on(PlacesTapped{});
    on(PlaceTapped{.place = "370300"});
    bool has_buses = false;
    for (const honour::Offered& one : offered(session_, today))
        has_buses = has_buses || one.benefit->count == 210;
    EXPECT_TRUE(has_buses) << "Zibo's 210 lines, for a card of the province";
    on(PlacesTapped{});
    on(PlaceTapped{.place = "440100"});
    for (const honour::Offered& one : offered(session_, today))
        EXPECT_TRUE(one.benefit->conditions.empty()) << one.benefit->id;
}

TEST_F(Tablet, ACardThatDoesNotCountGivesNothing) {
    for (const Verdict verdict :
         {Verdict::expired, Verdict::not_yet_valid, Verdict::unknown_issuer, Verdict::revoked,
          Verdict::altered, Verdict::seen_before, Verdict::seen_elsewhere, Verdict::not_ours,
          Verdict::unreadable}) {
        show(verdict);
        EXPECT_EQ(benefits(), 0u);
        EXPECT_TRUE(held_by(session_).empty());
        EXPECT_EQ(effect<LookUp>(), nullptr);
        on(NextTapped{});
    }
}

TEST_F(Tablet, TheCentreIsAskedWhatIsMissingOnlyWhereThereIsALine) {
    show(Verdict::valid);
    ASSERT_NE(effect<LookUp>(), nullptr);
    EXPECT_EQ(effect<LookUp>()->by, LookUp::By::honour_card);
    on(HolderFound{.name = base::SecretText("示*样"), .record = a_record(13)});
    EXPECT_FALSE(session_.awards.empty());
    EXPECT_EQ(session_.card->holder->tier, "shandong-card") << "the card's own word stands";
    on(NextTapped{});
    session_.link = Link::offline;
    show(Verdict::valid);
    EXPECT_EQ(effect<LookUp>(), nullptr);
    EXPECT_GE(benefits(), 3u) << "what it gives is known without a line";
}

TEST_F(Tablet, APhonesCodeSaysTheNumberAndTheCentreTheRest) {
    show(Verdict::valid, Source::live_code);
    EXPECT_TRUE(session_.card->holder->name.empty());
    on(HolderFound{.name = base::SecretText("示*样"), .record = a_record(13)});
    EXPECT_EQ(session_.card->holder->name.str(), "示*样");
    EXPECT_EQ(session_.card->holder->tier, "qingdao-card") << "the nearest, which counts as others";
}

TEST_F(Tablet, APhonesCodeThatWasShownElsewhereIsNoLongerValidWhateverIsOnTheScreen) {
    for (const Event& then : {Event(Touched{}), Event(PlacesTapped{}),
                              Event(KindTapped{.kind = honour::BenefitKind::transport})}) {
        show(Verdict::valid, Source::live_code);
        on(HolderFound{.name = base::SecretText("示*样"), .record = a_record(13)});
        on(then);
        on(CodeShownElsewhere{});
        EXPECT_EQ(session_.state, State::card);
        EXPECT_EQ(session_.card->verdict, Verdict::seen_elsewhere);
        EXPECT_EQ(benefits(), 0u);
        EXPECT_TRUE(session_.awards.empty());
        on(NextTapped{});
    }
    show(Verdict::valid, Source::live_code);
    on(CodeShownElsewhere{});
    on(HolderFound{.name = base::SecretText("示*样"), .record = a_record(13)});
    EXPECT_TRUE(session_.card->holder->name.empty()) << "whose it is, is told of what counts alone";
}

TEST_F(Tablet, APhonesCodeWhoseNumberTheCentreDoesNotKnowWasWithdrawn) {
    show(Verdict::valid, Source::live_code);
    on(HolderUnknown{});
    EXPECT_EQ(session_.card->verdict, Verdict::revoked);
    on(NextTapped{});
    show(Verdict::valid);
    on(HolderUnknown{});
    EXPECT_EQ(session_.card->verdict, Verdict::valid) << "a printed card stands by itself";
}

TEST_F(Tablet, APaperCardWhoseNumberTheCentreDoesNotKnowIsInDoubt) {
    show(Verdict::valid);
    on(HolderUnknown{});
    EXPECT_EQ(session_.card->verdict, Verdict::valid) << "it may be of another server";
    EXPECT_EQ(session_.card->doubts, std::vector{Doubt::unknown_at_centre});
}

TEST_F(Tablet, WithoutTheCentreAPhonesCodeIsInDoubt) {
    session_.link = Link::offline;
    show(Verdict::valid, Source::live_code);
    EXPECT_EQ(session_.card->doubts, std::vector{Doubt::centre_not_asked});
    on(NextTapped{});
    show(Verdict::valid);
    EXPECT_TRUE(session_.card->doubts.empty());
    on(NextTapped{});
    session_.link = Link::online;
    show(Verdict::valid, Source::live_code);
    EXPECT_TRUE(session_.card->doubts.empty());
    on(LookUpFailed{});
    EXPECT_EQ(session_.card->doubts, std::vector{Doubt::centre_not_asked});
    EXPECT_EQ(session_.card->verdict, Verdict::valid);
}

TEST_F(Tablet, AnIdCardIsLookedUpAtTheCentre) {
    identity::IdentityDocument document;
    on(DocumentRead{.document = document});
    EXPECT_EQ(session_.state, State::looking_up);
    ASSERT_NE(effect<LookUp>(), nullptr);
    on(HolderFound{.name = base::SecretText("示*样"), .record = a_record(13)}); // 26 counts
    EXPECT_EQ(session_.card->verdict, Verdict::valid);
    EXPECT_EQ(session_.card->source, Source::id_card);
    on(NextTapped{});
    on(DocumentRead{.document = document});
    on(HolderFound{.name = base::SecretText("测*人"), .record = a_record(2)});
    EXPECT_EQ(session_.card->verdict, Verdict::nothing_held);
    EXPECT_FALSE(session_.awards.empty()) << "what is missing is told";
    on(NextTapped{});
    on(DocumentRead{.document = document});
    on(HolderUnknown{});
    EXPECT_EQ(session_.state, State::scan);
    EXPECT_EQ(session_.notice, Notice::donor_unknown);
    on(DocumentRead{.document = document});
    on(RecordUnclear{});
    EXPECT_EQ(session_.notice, Notice::record_unclear);
    session_.link = Link::offline;
    on(DocumentRead{.document = document});
    EXPECT_EQ(session_.state, State::scan);
    EXPECT_EQ(session_.notice, Notice::centre_away);
    EXPECT_TRUE(effects_.empty());
}

TEST_F(Tablet, NothingOfACardIsLeftForTheNext) {
    const Session before = session_;
    show(Verdict::valid);
    on(HolderFound{.name = base::SecretText("示*样"), .record = a_record(13)});
    on(PlacesTapped{});
    on(PlaceTapped{.place = "370300"});
    on(KindTapped{.kind = honour::BenefitKind::transport});
    on(PrintTapped{});
    on(NextTapped{});
    EXPECT_EQ(session_, before);
    EXPECT_NE(effect<Forget>(), nullptr);
}

TEST_F(Tablet, ACardIsForgottenWhenNobodyTouchesTheTablet) {
    const Session before = session_;
    show(Verdict::valid);
    ASSERT_EQ(next_deadline(session_), std::optional<std::chrono::milliseconds>(card_idle));
    now_.steady = card_idle - 1ms;
    on(Ticked{});
    EXPECT_EQ(session_.state, State::card);
    on(Touched{});
    now_.steady = card_idle;
    on(Ticked{});
    EXPECT_EQ(session_.state, State::card) << "a touch begins the minute anew";
    now_.steady = 2 * card_idle;
    on(Ticked{});
    EXPECT_EQ(session_, before);
}

TEST_F(Tablet, OneSheetATimeAndNoneWithoutPaper) {
    show(Verdict::valid);
    on(PrintTapped{});
    EXPECT_NE(effect<PrintSheet>(), nullptr);
    on(PrintTapped{});
    EXPECT_EQ(effect<PrintSheet>(), nullptr);
    on(SheetDone{.printed = false});
    EXPECT_EQ(session_.sheet, Sheet::failed);
    session_.printer = Printer::out_of_paper;
    on(PrintTapped{});
    EXPECT_EQ(effect<PrintSheet>(), nullptr);
}

TEST_F(Tablet, WithoutACardAPlacesListIsWhatItGivesAnybody) {
    on(PlacesTapped{});
    on(PlaceTapped{.place = "440100"});
    EXPECT_EQ(session_.state, State::card);
    EXPECT_EQ(benefits(), 6u);
}

} // namespace
} // namespace rexue::flow::volunteer
