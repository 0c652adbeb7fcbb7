// rexuectl card: from a new key to a printed card, its verification, its end; and what it ends with
// when something is wrong.
#include "kiosk/ctl/card.h"

#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kiosk/ctl/card_files.h"
#include "platform/storage/file.h"
#include "tests/support/test_folder.h"

namespace rexue::ctl {
namespace {

const base::Instant now = *base::parse_instant("2026-11-22T04:00:00.000Z");
constexpr std::string_view holder = R"({"issuer": "qd-blood", "index": 1234,
    "issued": "2026-11-22T08:00:00+08:00", "expires": "2031-11-22T00:00:00Z",
    "card_number": "3702000000001238", "name": "示例甲", "tier": "shandong-card",
    "awards": [{"id": "national-gold", "year": 2024}],
    "province": "370000", "city": "370200", "award_count": 43, "whole_blood_count": 21})";

class CardTest : public ::testing::Test {
  protected:
    // A key of qd-blood; its key set lies in keys_.
    void SetUp() override {
        ASSERT_EQ(run([&] {
                      return new_card_key({.folder = keys_, .issuer = "qd-blood"},
                                          now - std::chrono::hours(24), out_, err_);
                  }),
                  0);
        key_ = said_.at("private_key").as_string().c_str();
    }
    int run(auto command) {
        out_.str("");
        err_.str("");
        said_.clear();
        const int code = command();
        if (!out_.str().empty()) said_ = boost::json::parse(out_.str()).as_object();
        return code;
    }
    std::filesystem::path file(const std::string& name, std::string_view text) {
        const auto path = folder_.path() / name;
        std::ofstream(path) << text;
        return path;
    }
    int issue(std::string_view json = holder) {
        return run([&] {
            return issue_card({.holder = file("holder.json", json),
                               .key = key_,
                               .png = png_,
                               .assets = REXUE_SOURCE_DIR "/assets"},
                              now, out_, err_);
        });
    }
    int verify(VerifyOrder order) {
        if (order.keys.empty()) order.keys = keys_;
        return run([&] { return verify_card(order, now, out_, err_); });
    }
    int revoke(const std::vector<std::uint32_t>& indices) {
        return run([&] {
            return revoke_cards(
                {.list = list_, .key = key_, .issuer = "qd-blood", .indices = indices}, now, out_,
                err_);
        });
    }
    std::string said(std::string_view member) const { return said_.at(member).as_string().c_str(); }

    support::TestFolder folder_;
    std::filesystem::path keys_ = folder_.path() / "keys";
    std::filesystem::path png_ = folder_.path() / "card.png";
    std::filesystem::path list_ = folder_.path() / "revoked.cose";
    std::filesystem::path key_;
    std::ostringstream out_;
    std::ostringstream err_;
    boost::json::object said_;
};

TEST_F(CardTest, IsIssuedPrintedAndVerifiedFromItsPicture) {
    ASSERT_EQ(issue(), 0) << err_.str();
    EXPECT_LE(said_.at("version").as_int64(), 12);
    const std::string text = said("text");
    EXPECT_EQ(verify({.text = png_}), 0) << err_.str();
    EXPECT_EQ(said("verdict"), "valid");
    EXPECT_EQ(said("why"), "good");
    EXPECT_EQ(boost::json::serialize(said_.at("remarks")), R"(["revocations_absent"])");
    EXPECT_EQ(boost::json::serialize(said_.at("claims")),
              R"({"issuer":"qd-blood","issued":"2026-11-22T00:00:00.000Z",)"
              R"("expires":"2031-11-22T00:00:00.000Z","index":1234,)"
              R"("card_number":"3702000000001238","name":"示例甲",)"
              R"("awards":[{"id":"national-gold","year":2024}],"tier":"shandong-card",)"
              R"("province":"370000","city":"370200","award_count":43,"whole_blood_count":21,)"
              R"("as_of":"2026-11-22"})");
    EXPECT_EQ(verify({.text = text}), 0);
}

// The key's time begins in milliseconds, the card's are whole seconds.
TEST_F(CardTest, OfAKeyThatWasMadeThisVeryMomentIsValid) {
    const base::Instant later = now + std::chrono::milliseconds(595);
    ASSERT_EQ(run([&] {
                  return new_card_key({.folder = keys_, .issuer = "qd-blood"}, later, out_, err_);
              }),
              0);
    const std::filesystem::path key = said("private_key");
    std::string at_once(holder);
    const std::string issued = R"("issued": "2026-11-22T08:00:00+08:00", )";
    at_once.erase(at_once.find(issued), issued.size());
    ASSERT_EQ(run([&] {
                  return issue_card({.holder = file("holder.json", at_once),
                                     .key = key,
                                     .png = png_,
                                     .assets = REXUE_SOURCE_DIR "/assets"},
                                    later, out_, err_);
              }),
              0);
    EXPECT_EQ(verify({.text = png_}), 0);
    EXPECT_EQ(said("why"), "good");
}

TEST_F(CardTest, ThatHasExpiredEndsWithOne) {
    ASSERT_EQ(issue(), 0);
    EXPECT_EQ(verify({.text = png_, .at = "2031-11-22T07:59:59+08:00"}), 0);
    EXPECT_EQ(verify({.text = png_, .at = "2031-11-22T08:00:00+08:00"}), 1);
    EXPECT_EQ(said("verdict"), "expired");
    EXPECT_EQ(said_.at("claims").at("name"), "示例甲");
}

TEST_F(CardTest, OfAnotherIssuerShowsNoClaims) {
    ASSERT_EQ(issue(), 0);
    const std::string text = said("text");
    const auto others = folder_.path() / "others";
    ASSERT_EQ(run([&] {
                  return new_card_key({.folder = others, .issuer = "gz-blood"}, now, out_, err_);
              }),
              0);
    EXPECT_EQ(verify({.text = text, .keys = others}), 1);
    EXPECT_EQ(said("verdict"), "unknown_issuer");
    EXPECT_TRUE(said_.at("claims").is_null());
}

TEST_F(CardTest, ThatIsNoneIsNotOurs) {
    EXPECT_EQ(verify({.text = "https://queue.example/t/A012"}), 1);
    EXPECT_EQ(said("verdict"), "not_ours");
}

TEST_F(CardTest, IsRevokedByItsPlaceInTheList) {
    ASSERT_EQ(issue(), 0);
    ASSERT_EQ(revoke({7}), 0) << err_.str();
    EXPECT_EQ(verify({.text = png_, .revocations = list_}), 0);
    EXPECT_TRUE(said_.at("remarks").as_array().empty());
    ASSERT_EQ(revoke({1234}), 0) << err_.str();
    EXPECT_EQ(said_.at("revoked").as_int64(), 2);
    EXPECT_EQ(verify({.text = png_, .revocations = list_}), 1);
    EXPECT_EQ(said("verdict"), "revoked");
}

TEST_F(CardTest, AListOfAnotherIsNotWrittenOver) {
    ASSERT_EQ(revoke({7}), 0);
    EXPECT_EQ(run([&] {
                  return revoke_cards(
                      {.list = list_, .key = key_, .issuer = "gz-blood", .indices = {8}}, now, out_,
                      err_);
              }),
              2);
}

TEST_F(CardTest, IsInspectedWithAPublicKey) {
    ASSERT_EQ(issue(), 0);
    const std::string text = said("text");
    const auto key = read_signing_key(key_);
    ASSERT_TRUE(key);
    const auto pem = file("issuer.pem", key->verification_key().pem());
    EXPECT_EQ(run([&] { return inspect_card({.text = text, .certificate = pem}, out_, err_); }), 0);
    EXPECT_EQ(said("prefix"), "RXH1:");
    EXPECT_EQ(said("alg"), "ES256");
    EXPECT_EQ(said("signature"), "valid");
    EXPECT_EQ(run([&] { return inspect_card({.text = png_}, out_, err_); }), 0);
    EXPECT_EQ(said("signature"), "unchecked");
    EXPECT_EQ(run([&] { return inspect_card({.text = "nothing"}, out_, err_); }), 2);
}

TEST_F(CardTest, IsVerifiedWithABarePublicKey) {
    ASSERT_EQ(issue(), 0);
    const std::string text = said("text");
    const auto bare = folder_.path() / "bare";
    std::filesystem::create_directory(bare);
    std::ofstream(bare / "issuer.pem") << read_signing_key(key_)->verification_key().pem();
    EXPECT_EQ(verify({.text = text, .keys = bare}), 0);
}

// ---- dynamic codes ----

TEST_F(CardTest, ADynamicCodeIsValidOnceForHalfAMinute) {
    ASSERT_EQ(run([&] {
                  return new_card_key(
                      {.folder = folder_.path(), .issuer = "qd-blood", .master = true}, now, out_,
                      err_);
              }),
              0);
    const std::filesystem::path master = said("private_key");
    ASSERT_EQ(run([&] {
                  return dynamic_code({.master = master,
                                       .holder_key = {},
                                       .card_number = "3702000000001238",
                                       .png = png_,
                                       .day_keys = keys_ / "day-keys.json"},
                                      now, out_, err_);
              }),
              0)
        << err_.str();
    EXPECT_LE(said_.at("version").as_int64(), 4);
    EXPECT_EQ(said("from"), "2026-11-22T04:00:00.000Z");
    EXPECT_EQ(said("until"), "2026-11-22T04:00:30.000Z");
    const auto seen = folder_.path() / "seen.db";
    EXPECT_EQ(verify({.text = png_, .seen = seen}), 0) << err_.str();
    EXPECT_EQ(said_.at("claims").at("card_number"), "3702000000001238");
    EXPECT_EQ(verify({.text = png_, .seen = seen}), 1);
    EXPECT_EQ(said("verdict"), "seen_before");
    EXPECT_EQ(verify({.text = png_, .at = "2026-11-22T04:01:00Z"}), 1);
    EXPECT_EQ(said("verdict"), "expired");
}

// ---- what cannot be used ----

TEST_F(CardTest, UnusableInputEndsWithTwoAndSaysWhere) {
    EXPECT_EQ(verify({.text = "x", .keys = folder_.path() / "nowhere"}), 2);
    EXPECT_EQ(verify({.text = "x", .at = "yesterday"}), 2);
    EXPECT_EQ(verify({.text = "x", .revocations = folder_.path() / "nowhere"}), 2);
    EXPECT_EQ(verify({.text = file("no.png", "no picture")}), 2);
    EXPECT_EQ(issue("{}"), 2);
    EXPECT_THAT(err_.str(), testing::HasSubstr("/issuer: is missing"));
    EXPECT_EQ(issue(R"({"issuer":"qd-blood","nickname":"x"})"), 2);
    EXPECT_EQ(out_.str(), "");
}

TEST_F(CardTest, WhatLooksLikeAFileAndIsNoneIsNoText) {
    for (const char* text : {"missing.png", "Missing.JPG", "pictures/card", "./card"}) {
        EXPECT_EQ(verify({.text = text}), 2) << text;
        EXPECT_EQ(err_.str(), std::string("rexuectl card verify: ") + text + ": no such file\n");
        EXPECT_EQ(run([&] { return inspect_card({.text = text, .certificate = {}}, out_, err_); }),
                  2);
        EXPECT_EQ(err_.str(), std::string("rexuectl card inspect: ") + text + ": no such file\n");
    }
    // Base45 has '/' and '.', addresses too.
    for (const char* text : {"RXH2:A/B.PNG", "https://queue.example/a.png", "A012"}) {
        EXPECT_EQ(verify({.text = text}), 1) << text;
        EXPECT_EQ(said("verdict"), "not_ours");
    }
    EXPECT_EQ(verify({.text = folder_.path()}), 2);
    EXPECT_EQ(err_.str(), "rexuectl card verify: " + folder_.path().string() + ": is a folder\n");
}

TEST_F(CardTest, ErrorsNameTheFileAndSayInWordsWhatItIs) {
    const auto told = [&](const std::filesystem::path& about, std::string_view words) {
        EXPECT_THAT(err_.str(), testing::HasSubstr(about.string() + ": " + std::string(words)));
        EXPECT_THAT(err_.str(), testing::Not(testing::HasSubstr("error:"))) << "OpenSSL's codes";
    };
    const auto issue_with = [&](const std::filesystem::path& of, const std::filesystem::path& key) {
        return run([&] {
            return issue_card(
                {.holder = of, .key = key, .png = png_, .assets = REXUE_SOURCE_DIR "/assets"}, now,
                out_, err_);
        });
    };
    const auto nowhere = folder_.path() / "nowhere";
    const auto good = file("holder.json", holder);
    const auto nonsense = file("nonsense.pem", "no key");
    EXPECT_EQ(issue_with(nowhere, key_), 2);
    told(nowhere, "no such file");
    EXPECT_EQ(issue_with(good, nowhere), 2);
    told(nowhere, "no such file");
    EXPECT_EQ(issue_with(good, nonsense), 2);
    told(nonsense, "no private key");
    EXPECT_EQ(issue_with(file("broken.json", "{"), key_), 2);
    told(folder_.path() / "broken.json", "not JSON at byte");
    const auto inspect_with = [&](const std::filesystem::path& pem) {
        return run(
            [&] { return inspect_card({.text = "HC1:BB8", .certificate = pem}, out_, err_); });
    };
    EXPECT_EQ(inspect_with(nowhere), 2);
    told(nowhere, "no such file");
    EXPECT_EQ(inspect_with(nonsense), 2);
    told(nonsense, "neither a public key nor a certificate (PEM)");
    const auto cut =
        file("cut.pem", "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n");
    EXPECT_EQ(inspect_with(cut), 2);
    told(cut, "a certificate that cannot be read");
    std::filesystem::create_directory(nowhere);
    std::ofstream(nowhere / "a.pem") << "no key";
    EXPECT_EQ(verify({.text = "x", .keys = nowhere}), 2);
    told(nowhere / "a.pem", "neither a public key");
    EXPECT_EQ(verify({.text = "x", .revocations = nonsense}), 2);
    told(nonsense, "");
}

TEST_F(CardTest, ATierOrAnAwardThatNobodyKnowsIsNotPrinted) {
    const auto refused = [&](std::string_view what, std::string_view by) {
        std::string wrong(holder);
        wrong.replace(wrong.find(what), what.size(), by);
        EXPECT_EQ(issue(wrong), 2);
        return err_.str();
    };
    EXPECT_THAT(refused("shandong-card", "shandong-kard"),
                testing::HasSubstr("holder.json: /tier: no such name in the assets; there are"));
    EXPECT_THAT(refused("shandong-card", "national-gold"), testing::HasSubstr("/tier: "))
        << "an award is no tier";
    EXPECT_THAT(refused("national-gold", "national-platinum"),
                testing::HasSubstr("/awards/0/id: no such name in the assets; there are"));
    EXPECT_THAT(refused("national-gold", "shandong-card"), testing::HasSubstr("/awards/0/id: "))
        << "a tier is no award";
    EXPECT_FALSE(std::filesystem::exists(png_));
    EXPECT_EQ(run([&] {
                  return issue_card({.holder = file("holder.json", holder),
                                     .key = key_,
                                     .png = png_,
                                     .assets = folder_.path() / "nothing"},
                                    now, out_, err_);
              }),
              2);
    EXPECT_THAT(err_.str(), testing::HasSubstr("no such folder of assets"));
}

TEST_F(CardTest, APlaceThatNoListHoldsIsNotPrinted) {
    std::string wrong(holder);
    wrong.replace(wrong.find("1234"), 4, "4294967295");
    EXPECT_EQ(issue(wrong), 2);
    EXPECT_THAT(err_.str(), testing::HasSubstr("index: no revocation list has this many places"));
    EXPECT_FALSE(std::filesystem::exists(png_));
}

TEST_F(CardTest, ARefusedHolderIsNamedByMemberAndNotByContent) {
    std::string wrong(holder);
    wrong.replace(wrong.find("3702000000001238"), 16, "3702000000001239");
    EXPECT_EQ(issue(wrong), 2);
    EXPECT_THAT(err_.str(), testing::HasSubstr("card_number"));
    EXPECT_THAT(err_.str(), testing::Not(testing::HasSubstr("3702000000001239")));
    EXPECT_THAT(err_.str(), testing::Not(testing::HasSubstr("示例甲")));
}

TEST_F(CardTest, TooMuchForACardIsNotPrinted) {
    std::string wrong(holder);
    // Nothing in it comes twice, so that zlib does not help.
    std::string name;
    for (int i = 0; i < 48; ++i) {
        name += static_cast<char>('A' + i * 7 % 26);
        name += static_cast<char>('a' + i * 11 % 26);
    }
    wrong.replace(wrong.find("示例甲"), 9, name);
    EXPECT_EQ(issue(wrong), 2);
    EXPECT_FALSE(std::filesystem::exists(png_));
}

TEST_F(CardTest, APrivateKeyIsForItsOwnerAlone) {
    using std::filesystem::perms;
    EXPECT_EQ(std::filesystem::status(key_).permissions(), perms::owner_read | perms::owner_write);
    EXPECT_THAT(out_.str(), testing::Not(testing::HasSubstr("BEGIN")));
}

TEST(ParseTime, TakesWhatRfc3339Has) {
    EXPECT_EQ(parse_time("2026-11-22T04:00:00Z"), now);
    EXPECT_EQ(parse_time("2026-11-22T12:00:00+08:00"), now);
    EXPECT_EQ(parse_time("2026-11-21T23:30:00.000-04:30"), now);
    EXPECT_EQ(parse_time("2026-11-22T04:00:00.0004Z"), now);
    for (const char* text : {"", "2026-11-22", "2026-11-22T04:00:00", "2026-11-22T04:00:00+0800",
                             "2026-11-22T04:00:00.xZ", "2026-13-22T04:00:00Z"}) {
        EXPECT_FALSE(parse_time(text)) << text;
    }
}

} // namespace
} // namespace rexue::ctl
