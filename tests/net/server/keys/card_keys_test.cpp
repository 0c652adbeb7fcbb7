// The keys of honour cards: made once, never written over, rolled over without a gap.
#include "net/server/keys/card_keys.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "platform/storage/file.h"
#include "tests/net/server/samples.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::server::keys {
namespace {

using base::ErrorCode;
using tests::noon;

class CardKeys : public testing::Test {
  protected:
    std::string content(const std::filesystem::path& path) {
        return storage::read_text_file(path, 100'000).value_or("");
    }
    std::string kid_at(base::Instant at) {
        const auto signer = card_signer(data_, at);
        return signer ? base::hex_encode(signer->key.verification_key().id())
                      : std::string(base::to_string(signer.error().code));
    }

    tests::TemporaryFolder folder_;
    DataFolder data_{folder_.path()};
    const base::Instant later_ = noon + std::chrono::hours(48);
};

TEST_F(CardKeys, are_made_once_and_for_their_owner) {
    ASSERT_TRUE(keep_card_keys(data_, "qd-test", noon));
    const auto signer = card_signer(data_, noon);
    ASSERT_TRUE(signer) << signer.error().detail;
    EXPECT_EQ(signer->issuer, "qd-test");
    for (const auto& path :
         {data_.card_keys(), data_.card_codes_key(), data_.card_key(kid_at(noon))}) {
        struct stat status{};
        ASSERT_EQ(::stat(path.c_str(), &status), 0) << path;
        EXPECT_EQ(status.st_mode & 0777, 0600) << path;
    }
    const auto before = content(data_.card_keys()) + content(data_.card_codes_key());
    ASSERT_TRUE(keep_card_keys(data_, "another", later_));
    EXPECT_EQ(content(data_.card_keys()) + content(data_.card_codes_key()), before);
}

TEST_F(CardKeys, roll_over_without_a_gap) {
    ASSERT_TRUE(keep_card_keys(data_, "qd-test", noon));
    const auto old = kid_at(noon);
    const auto added = add_card_key(data_, "qd-test", later_);
    ASSERT_TRUE(added);
    EXPECT_EQ(kid_at(later_ - std::chrono::seconds(1)), old);
    EXPECT_EQ(kid_at(later_), added->kid);
    const auto document = card_key_document(data_);
    ASSERT_EQ(document->keys.size(), 2U);
    EXPECT_EQ(document->keys[0].valid_to, later_);
    EXPECT_NE(content(data_.card_key(old)), "");
    EXPECT_EQ(add_card_key(data_, "qd-test", later_).error().code, ErrorCode::conflict);
}

TEST_F(CardKeys, that_were_lost_in_part_are_not_made_anew) {
    ASSERT_TRUE(keep_card_keys(data_, "qd-test", noon));
    std::filesystem::remove(data_.card_codes_key());
    EXPECT_FALSE(keep_card_keys(data_, "qd-test", noon));
    EXPECT_FALSE(std::filesystem::exists(data_.card_codes_key()));
}

TEST_F(CardKeys, a_damaged_list_is_no_empty_one) {
    ASSERT_TRUE(
        storage::write_file_atomically(data_.card_keys(), base::bytes_of("{\"keys\":["), 0600));
    EXPECT_EQ(card_key_document(data_).error().code, ErrorCode::corrupt);
    EXPECT_EQ(keep_card_keys(data_, "qd-test", noon).error().code, ErrorCode::corrupt);
}

TEST_F(CardKeys, an_issuer_is_a_word) {
    EXPECT_EQ(keep_card_keys(data_, "青岛", noon).error().code, ErrorCode::invalid_argument);
    EXPECT_FALSE(std::filesystem::exists(data_.card_keys()));
}

} // namespace
} // namespace rexue::server::keys
