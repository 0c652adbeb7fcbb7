// Dynamic codes: good for their half minute and the ones beside it, once.
#include "net/credential/dynamic_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/credential/base45.h"
#include "net/credential/container.h"
#include "net/credential/verify.h"
#include "platform/qr/qr_code.h"
#include "tests/net/credential/cards.h"

namespace rexue::credential {
namespace {

using namespace testing_cards;
using std::chrono::seconds;
using testing::ElementsAre;

constexpr std::uint64_t card = 3702000000001238;
const base::Instant now = at("2026-11-22T04:00:00"); // a step begins

DynamicKey master() {
    return *DynamicKey::from_bytes(base::Bytes(32, std::byte{0x5A}));
}

std::string day_keys(std::initializer_list<const char*> days) {
    std::string json = R"({"keys":[],"day_keys":[)";
    for (const char* day : days) {
        const auto date = *base::parse_date(day);
        json += std::string(json.ends_with('[') ? "" : ",") + R"({"day":")" + day + R"(","key":")" +
                base::base64_encode(master().for_day(*day_number(date)).bytes()) + R"("})";
    }
    return json + "]}";
}

KeySet terminal_keys() {
    KeySet keys;
    EXPECT_TRUE(keys.add(day_keys({"2026-11-21", "2026-11-22", "2026-11-23"})));
    return keys;
}

std::string code_at(base::Instant when, std::uint64_t number = card) {
    const Step step = *step_at(when);
    return make_dynamic_code(number, step, master().for_day(step.day).for_holder(number));
}

Finding look(const std::string& text, base::Instant when, SeenCodes* seen = nullptr) {
    const KeySet keys = terminal_keys();
    return verify(text, {.keys = keys, .seen = seen}, when);
}

TEST(DynamicCode, StepsAreThirtySecondsOfTheUtcDay) {
    EXPECT_EQ(step_at(at("2020-01-01T00:00:00")), (Step{.day = 0, .step = 0}));
    EXPECT_EQ(step_at(at("2020-01-01T23:59:59")), (Step{.day = 0, .step = 2879}));
    EXPECT_EQ(step_at(at("2020-01-02T00:00:29")), (Step{.day = 1, .step = 0}));
    EXPECT_EQ(step_at(at("2020-01-02T00:00:30")), (Step{.day = 1, .step = 1}));
    EXPECT_EQ(step_at(at("2019-12-31T23:59:59")), std::nullopt);
}

TEST(DynamicCode, Has29BytesAndAQrCodeOfVersion4AtMost) {
    const std::string text = code_at(now);
    EXPECT_EQ(base45_decode(text.substr(dynamic_prefix.size()))->size(), 29U);
    const auto code = qr::encode(text, qr::Level::q);
    ASSERT_TRUE(code);
    EXPECT_LE(code->version(), 4);
}

// RFC 4231, test case 1: HMAC-SHA-256, here with a key that is filled up to 32 bytes with zeros,
// which HMAC does itself.
TEST(DynamicCode, TagsAreTheFirstHalfOfAnHmac) {
    base::Bytes key(32);
    std::fill_n(key.begin(), 20, std::byte{0x0B});
    EXPECT_EQ(base::hex_encode(DynamicKey::from_bytes(key)->tag(base::bytes_of("Hi There"))),
              "b0344c61d8db38535ca8afceaf0bf12b");
}

TEST(DynamicCode, IsGoodAStepEarlyAndAStepLate) {
    const std::string text = code_at(now);
    EXPECT_EQ(look(text, now - seconds(31)).why, Why::code_of_the_future);
    EXPECT_EQ(look(text, now - seconds(31)).verdict, Verdict::not_yet_valid);
    for (const int shift : {-30, -1, 0, 29, 30, 59})
        EXPECT_EQ(look(text, now + seconds(shift)).verdict, Verdict::valid) << shift;
    EXPECT_EQ(look(text, now + seconds(60)).verdict, Verdict::expired);
    EXPECT_EQ(look(text, now + seconds(60)).why, Why::code_too_old);
    EXPECT_EQ(look(text, base::Instant{}).verdict, Verdict::not_yet_valid) << "in 1970";
}

TEST(DynamicCode, IsGoodOverMidnight) {
    const base::Instant midnight = at("2026-11-22T00:00:00");
    EXPECT_EQ(look(code_at(midnight - seconds(1)), midnight + seconds(5)).verdict, Verdict::valid);
    EXPECT_EQ(look(code_at(midnight), midnight - seconds(5)).verdict, Verdict::valid);
}

TEST(DynamicCode, SaysTheCardNumberAndNoMore) {
    const Finding finding = look(code_at(now), now);
    EXPECT_EQ(finding.code_card_number, base::SecretText("3702000000001238"));
    EXPECT_FALSE(finding.card);
    EXPECT_THAT(finding.remarks, ElementsAre(Remark::replay_unchecked));
}

TEST(DynamicCode, OfADayWithoutAKeyHasAnUnknownIssuer) {
    const base::Instant later = now + std::chrono::days(2);
    EXPECT_EQ(look(code_at(later), later).why, Why::no_key_for_day);
}

// A picture of a phone two days old is no matter of keys: nobody needs to ask whether it may be
// true.
TEST(DynamicCode, OfAnotherTimeIsSoWithoutItsDaysKey) {
    const KeySet none;
    const auto judged = [&](base::Instant shown) {
        return verify(code_at(shown), {.keys = none}, now);
    };
    const Finding old = judged(now - std::chrono::days(2));
    EXPECT_EQ(old.verdict, Verdict::expired);
    EXPECT_EQ(old.why, Why::code_too_old);
    EXPECT_FALSE(old.code_card_number) << "nobody known has said whose it is";
    const Finding early = judged(now + std::chrono::days(2));
    EXPECT_EQ(early.verdict, Verdict::not_yet_valid);
    EXPECT_EQ(early.why, Why::code_of_the_future);
    EXPECT_FALSE(early.code_card_number);
    // To the step, as with a key.
    EXPECT_EQ(judged(now - seconds(60)).verdict, Verdict::expired);
    EXPECT_EQ(judged(now + seconds(60)).verdict, Verdict::not_yet_valid);
    for (const seconds shift : {seconds(-30), seconds(0), seconds(30)}) {
        EXPECT_EQ(judged(now + shift).verdict, Verdict::unknown_issuer);
        EXPECT_EQ(judged(now + shift).why, Why::no_key_for_day);
    }
}

TEST(DynamicCode, WithAnotherHoldersKeyIsAltered) {
    const Step step = *step_at(now);
    const auto others = master().for_day(step.day).for_holder(3702000000001335);
    const Finding finding = look(make_dynamic_code(card, step, others), now);
    EXPECT_EQ(finding.verdict, Verdict::altered);
    EXPECT_FALSE(finding.code_card_number);
}

// A holder's key of yesterday makes no code of today.
TEST(DynamicCode, WithAnotherDaysKeyIsAltered) {
    const Step step = *step_at(now);
    const auto yesterday = master().for_day(static_cast<std::uint16_t>(step.day - 1));
    EXPECT_EQ(look(make_dynamic_code(card, step, yesterday.for_holder(card)), now).verdict,
              Verdict::altered);
}

TEST(DynamicCode, ThatCannotBeIsUnreadable) {
    const Step step = *step_at(now);
    const auto key = master().for_day(step.day);
    const auto why = [&](std::uint64_t number, Step when) {
        return look(make_dynamic_code(number, when, key.for_holder(number)), now).why;
    };
    EXPECT_EQ(why(3702000000001239, step), Why::code_malformed) << "check digits";
    EXPECT_EQ(why(33702000000001238, step), Why::code_malformed) << "17 digits";
    EXPECT_EQ(why(card, {.day = step.day, .step = 2880}), Why::code_malformed);
    EXPECT_EQ(look("RXD1:", now).why, Why::code_malformed);
    EXPECT_EQ(look("RXD1:abc", now).why, Why::not_base45);
    EXPECT_EQ(look(code_at(now) + "00", now).verdict, Verdict::unreadable);
}

// ---- replay ----

TEST(DynamicCode, IsGoodOnceOnATerminal) {
    SeenInMemory seen;
    const std::string text = code_at(now);
    const Finding first = look(text, now, &seen);
    EXPECT_EQ(first.verdict, Verdict::valid);
    EXPECT_TRUE(first.remarks.empty());
    const Finding again = look(text, now + seconds(20), &seen);
    EXPECT_EQ(again.verdict, Verdict::seen_before);
    EXPECT_EQ(again.why, Why::code_seen);
    // The next step of the same phone, and another phone in this step.
    EXPECT_EQ(look(code_at(now + seconds(30)), now + seconds(30), &seen).verdict, Verdict::valid);
    EXPECT_EQ(look(code_at(now, 3702000000001335), now, &seen).verdict, Verdict::valid);
}

// What two terminals that do not talk with each other cannot know.
TEST(DynamicCode, IsGoodOnceMoreOnASecondTerminal) {
    SeenInMemory here;
    SeenInMemory there;
    EXPECT_EQ(look(code_at(now), now, &here).verdict, Verdict::valid);
    EXPECT_EQ(look(code_at(now), now, &there).verdict, Verdict::valid);
}

TEST(DynamicCode, ThatIsRefusedIsNotNotedAsSeen) {
    SeenInMemory seen;
    const std::string text = code_at(now);
    EXPECT_EQ(look(text, now - seconds(31), &seen).verdict, Verdict::not_yet_valid);
    EXPECT_EQ(look(text, now, &seen).verdict, Verdict::valid);
}

// A clock that is set back by some minutes brings no code back.
TEST(DynamicCode, IsRememberedLongerThanItIsGood) {
    SeenInMemory seen;
    const std::string text = code_at(now);
    EXPECT_EQ(look(text, now, &seen).verdict, Verdict::valid);
    const base::Instant ahead = now + std::chrono::minutes(20);
    EXPECT_EQ(look(code_at(ahead), ahead, &seen).verdict, Verdict::valid);
    EXPECT_EQ(look(text, now, &seen).verdict, Verdict::seen_before);
}

// The clock goes a day ahead, whereupon what was shown is forgotten, and is put back. Whether a
// code of that time was shown is no longer known; honest holders are not refused for it.
TEST(DynamicCode, OfATimeThatIsForgottenIsRemarkedOn) {
    SeenInMemory seen;
    const base::Instant tomorrow = now + std::chrono::days(1);
    EXPECT_EQ(look(code_at(now), now, &seen).verdict, Verdict::valid);
    EXPECT_EQ(look(code_at(tomorrow), tomorrow, &seen).verdict, Verdict::valid);
    const Finding again = look(code_at(now), now, &seen);
    EXPECT_EQ(again.verdict, Verdict::valid);
    EXPECT_THAT(again.remarks, ElementsAre(Remark::replay_unchecked));
    EXPECT_EQ(look(code_at(now), now, &seen).verdict, Verdict::seen_before) << "from then on it is";
    const base::Instant next = now + seconds(30);
    EXPECT_THAT(look(code_at(next), next, &seen).remarks, ElementsAre()) << "a step of its own";
}

class BrokenStore final : public SeenCodes {
  public:
    base::Result<bool> first_time(const SeenCode& /*code*/, std::int64_t /*now_step*/) override {
        return base::fail(base::ErrorCode::storage_full, "no room");
    }
};

TEST(DynamicCode, IsRemarkedOnWhenNothingKeepsIt) {
    BrokenStore broken;
    const Finding finding = look(code_at(now), now, &broken);
    EXPECT_EQ(finding.verdict, Verdict::valid);
    EXPECT_THAT(finding.remarks, ElementsAre(Remark::replay_unchecked));
}

} // namespace
} // namespace rexue::credential
