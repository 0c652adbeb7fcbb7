// The document of keys: all of it or nothing, and nothing in it that its keys deny.
#include "net/credential/key_set.h"

#include <gtest/gtest.h>

#include "platform/json/codec.h"
#include "tests/net/credential/cards.h"

namespace rexue::credential {
namespace {

using namespace testing_cards;
namespace keys = testing_keys;

KeyDocument a_document() {
    return {.keys = {entry_of(keys::issuer_key().verification_key(), "qd-blood", issued)}};
}

base::Status added(const KeyDocument& document) {
    KeySet set;
    return set.add(boost::json::serialize(json::to_json(document)));
}

TEST(KeySet, FindsAKeyByItsId) {
    KeySet set;
    ASSERT_TRUE(set.add(boost::json::serialize(json::to_json(a_document()))));
    const TrustedKey* found = set.find(keys::issuer_key().verification_key().id());
    ASSERT_NE(found, nullptr);
    EXPECT_EQ(found->issuer, "qd-blood");
    EXPECT_EQ(found->valid_from, issued);
    EXPECT_FALSE(found->withdrawn);
    EXPECT_EQ(set.find(keys::other_key().verification_key().id()), nullptr);
    EXPECT_EQ(set.find({}), nullptr);
}

TEST(KeySet, AnIdIsTheDigestOfTheKey) {
    EXPECT_EQ(base::hex_encode(keys::cose_wg_key().id()).size(), 16U);
    EXPECT_EQ(a_document().keys[0].kid,
              base::hex_encode(keys::issuer_key().verification_key().id()));
}

TEST(KeySet, RefusesAnEntryThatItsKeyDenies) {
    const auto refused = [](auto change) {
        KeyDocument document = a_document();
        change(document.keys[0]);
        return !added(document);
    };
    EXPECT_FALSE(refused([](KeyEntry&) {}));
    EXPECT_TRUE(refused([](KeyEntry& e) { e.kid = "0000000000000000"; }));
    EXPECT_TRUE(refused([](KeyEntry& e) { e.kid = ""; }));
    EXPECT_TRUE(refused([](KeyEntry& e) { e.algorithm = Algorithm::eddsa; }));
    EXPECT_TRUE(refused([](KeyEntry& e) { e.public_key = "AAAA"; }));
    EXPECT_TRUE(refused([](KeyEntry& e) { e.public_key = "?"; }));
    EXPECT_TRUE(refused([](KeyEntry& e) { e.issuer = ""; }));
}

TEST(KeySet, TakesAllOfADocumentOrNothing) {
    KeyDocument document = a_document();
    document.keys.push_back(document.keys[0]);
    document.keys[1].kid = "0000000000000000";
    KeySet set;
    EXPECT_FALSE(set.add(boost::json::serialize(json::to_json(document))));
    EXPECT_EQ(set.size(), 0U);
}

TEST(KeySet, RefusesAKeyThatIsToldInTwoWays) {
    KeyDocument document = a_document();
    document.keys.push_back(document.keys[0]);
    EXPECT_TRUE(added(document));
    document.keys[1].withdrawn = true;
    EXPECT_EQ(added(document).error().code, base::ErrorCode::conflict);
}

// A folder with PEM files beside the document: what is said of a key holds.
TEST(KeySet, ABareKeySaysNothingNew) {
    const TrustedKey bare{.key = keys::issuer_key().verification_key(), .issuer = ""};
    const std::string json = boost::json::serialize(json::to_json(a_document()));
    KeySet one;
    ASSERT_TRUE(one.add(bare));
    ASSERT_TRUE(one.add(json));
    EXPECT_EQ(one.find(bare.key.id())->issuer, "qd-blood");
    KeySet other;
    ASSERT_TRUE(other.add(json));
    ASSERT_TRUE(other.add(bare));
    EXPECT_EQ(other.find(bare.key.id())->issuer, "qd-blood");
}

TEST(KeySet, RefusesUnknownMembersAndWrongDayKeys) {
    KeySet set;
    EXPECT_FALSE(set.add(R"({"keys":[],"more":1})"));
    EXPECT_FALSE(set.add("[]"));
    EXPECT_FALSE(set.add(R"({"keys":[],"day_keys":[{"day":"2026-11-22","key":"AAAA"}]})"));
    EXPECT_FALSE(set.add(R"({"keys":[],"day_keys":[{"day":"2019-11-22","key":"AAAA"}]})"));
    EXPECT_TRUE(set.add(R"({"keys":[]})"));
}

} // namespace
} // namespace rexue::credential
