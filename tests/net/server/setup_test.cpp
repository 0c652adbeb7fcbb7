// Making a data folder: private, repeatable, and with a sample that holds together.
#include "net/server/setup.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "kiosk/rules/identity/card_code.h"
#include "kiosk/rules/identity/number_check.h"
#include "net/server/server.h"
#include "net/server/store/sqlite_store.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"
#include "tests/net/server/samples.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::server {
namespace {

using base::ErrorCode;

const std::filesystem::path sample_folder = REXUE_SOURCE_DIR "/assets/sample";

class Setup : public testing::Test {
  protected:
    std::string content(const std::filesystem::path& path) {
        return storage::read_text_file(path, 100'000).value_or("");
    }

    tests::TemporaryFolder folder_;
    DataFolder data_{folder_.path() / "data"};
    time::SimulatedClock clock_{tests::noon};
};

TEST_F(Setup, keeps_secrets_to_its_owner) {
    ASSERT_TRUE(init({.data = data_}, clock_));
    for (const auto& path : {data_.authority_key(), data_.server_key(), data_.sealing_key(),
                             data_.database(), data_.card_keys(), data_.card_codes_key()}) {
        struct stat status{};
        ASSERT_EQ(::stat(path.c_str(), &status), 0) << path;
        EXPECT_EQ(status.st_mode & 0777, 0600) << path;
    }
}

TEST_F(Setup, done_twice_is_done_once) {
    ASSERT_TRUE(init({.data = data_}, clock_));
    std::vector<std::string> before;
    const std::vector paths{data_.authority_key(), data_.authority_certificate(),
                            data_.server_key(),    data_.server_certificate(),
                            data_.sealing_key(),   data_.card_keys(),
                            data_.card_codes_key()};
    for (const auto& path : paths)
        before.push_back(content(path));
    ASSERT_TRUE(init({.data = data_}, clock_));
    for (size_t i = 0; i < paths.size(); ++i)
        EXPECT_EQ(content(paths[i]), before[i]) << paths[i];
}

TEST_F(Setup, one_server_runs_on_a_folder_at_a_time) {
    ASSERT_TRUE(init({.data = data_}, clock_));
    auto first = Server::create({.data = data_, .clock = &clock_});
    ASSERT_TRUE(first);
    const auto second = Server::create({.data = data_, .clock = &clock_});
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::conflict);
    first->reset();
    EXPECT_TRUE(Server::create({.data = data_, .clock = &clock_}));
}

TEST_F(Setup, a_new_host_renews_the_servers_certificate_alone) {
    ASSERT_TRUE(init({.data = data_}, clock_));
    const auto authority = content(data_.authority_certificate());
    const auto certificate = content(data_.server_certificate());
    ASSERT_TRUE(init({.data = data_, .names = {.hosts = {"server.example"}}}, clock_));
    EXPECT_EQ(content(data_.authority_certificate()), authority);
    EXPECT_NE(content(data_.server_certificate()), certificate);
}

TEST_F(Setup, without_hosts_the_certificate_stays_good_for_what_it_was) {
    const auto first = init({.data = data_}, clock_);
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->new_certificate);
    EXPECT_EQ(first->names.hosts, (std::vector<std::string>{"localhost", "127.0.0.1", "::1"}));
    const std::vector<std::string> hosts{"server.example", "192.0.2.7", "2001:db8::7"};
    ASSERT_TRUE(init({.data = data_, .names = {.hosts = hosts}}, clock_));
    const auto certificate = content(data_.server_certificate());
    const auto again = init({.data = data_}, clock_);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->new_certificate);
    EXPECT_EQ(again->names.hosts, hosts);
    EXPECT_EQ(content(data_.server_certificate()), certificate);
}

TEST_F(Setup, a_servers_certificate_that_lost_its_key_is_made_anew_for_the_same_hosts) {
    const std::vector<std::string> hosts{"server.example"};
    ASSERT_TRUE(init({.data = data_, .names = {.hosts = hosts}}, clock_));
    for (const auto& other : {std::string(), content(data_.authority_key())}) {
        std::filesystem::remove(data_.server_key());
        if (!other.empty()) {
            ASSERT_TRUE(
                storage::write_file_atomically(data_.server_key(), base::bytes_of(other), 0600));
        }
        const auto again = init({.data = data_}, clock_);
        ASSERT_TRUE(again);
        EXPECT_TRUE(again->new_certificate);
        EXPECT_EQ(again->names.hosts, hosts);
        EXPECT_TRUE(Server::create({.data = data_, .clock = &clock_}));
    }
}

TEST_F(Setup, an_authority_that_lost_its_key_is_never_replaced) {
    ASSERT_TRUE(init({.data = data_}, clock_));
    const auto authority = content(data_.authority_certificate());
    std::filesystem::remove(data_.authority_key());
    EXPECT_EQ(init({.data = data_}, clock_).error().code, ErrorCode::not_found);
    EXPECT_EQ(content(data_.authority_certificate()), authority);
}

TEST_F(Setup, terminals_are_asked_of_a_house_and_a_folder_that_exist) {
    const wire::HouseId house("qd-wusi");
    EXPECT_EQ(list_terminals(data_, house).error().code, ErrorCode::not_found);
    EXPECT_FALSE(std::filesystem::exists(data_.path)) << "asking made something";
    ASSERT_TRUE(init({.data = data_, .sample = sample_folder}, clock_));
    EXPECT_TRUE(list_terminals(data_, house)->empty());
    EXPECT_EQ(list_terminals(data_, wire::HouseId("none")).error().code, ErrorCode::not_found);
}

TEST_F(Setup, what_a_house_gives_out_is_counted_by_an_operator) {
    ASSERT_TRUE(init({.data = data_, .sample = sample_folder}, clock_));
    const wire::HouseId house("qd-wusi");
    ASSERT_TRUE(put_stock(data_, house, {.offer = "coin-couple", .count = 7}));
    const auto stock = list_stock(data_, house);
    ASSERT_TRUE(stock);
    const auto couple = std::ranges::find(*stock, "coin-couple", &wire::OfferStock::offer);
    ASSERT_NE(couple, stock->end());
    EXPECT_EQ(couple->count, 7);
    EXPECT_GT(stock->size(), 3u) << "the sample's";
    const auto code = [&](const wire::HouseId& where, int count) {
        return put_stock(data_, where, {.offer = "coin-couple", .count = count}).error().code;
    };
    EXPECT_EQ(code(house, -1), ErrorCode::invalid_argument);
    EXPECT_EQ(code(house, max_stock + 1), ErrorCode::invalid_argument);
    EXPECT_EQ(code(wire::HouseId("none"), 1), ErrorCode::not_found);
    EXPECT_EQ(list_stock(data_, wire::HouseId("none")).error().code, ErrorCode::not_found);
}

TEST_F(Setup, rotten_keys_are_named_and_never_replaced) {
    ASSERT_TRUE(init({.data = data_}, clock_));
    ASSERT_TRUE(storage::write_file_atomically(data_.sealing_key(), base::bytes_of("x"), 0600));
    EXPECT_EQ(init({.data = data_}, clock_).error().code, ErrorCode::corrupt);
    EXPECT_EQ(content(data_.sealing_key()), "x");
    EXPECT_EQ(Server::create({.data = data_, .clock = &clock_}).error().code, ErrorCode::corrupt);
}

TEST_F(Setup, a_folder_that_was_never_made_does_not_serve) {
    const auto refused = Server::create({.data = data_, .clock = &clock_});
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
    EXPECT_TRUE(refused.error().detail.contains(data_.path.string())) << refused.error().detail;
}

TEST_F(Setup, a_port_that_is_taken_is_io) {
    ASSERT_TRUE(init({.data = data_}, clock_));
    const auto first = Server::create({.data = data_, .clock = &clock_});
    ASSERT_TRUE(first);
    const DataFolder other{folder_.path() / "other"};
    ASSERT_TRUE(init({.data = other}, clock_));
    const auto second = Server::create({.data = other, .port = (*first)->port(), .clock = &clock_});
    EXPECT_EQ(second.error().code, ErrorCode::io);
    EXPECT_TRUE(second.error().detail.contains(std::to_string((*first)->port())));
}

TEST_F(Setup, a_house_comes_from_its_file) {
    ASSERT_TRUE(init({.data = data_}, clock_));
    const auto file = folder_.path() / "house.json";
    const auto write = [&](const std::string& text) {
        ASSERT_TRUE(storage::write_file_atomically(file, base::bytes_of(text), 0600));
    };
    write(boost::json::serialize(json::to_json(tests::a_house())));
    ASSERT_TRUE(put_house(data_, file));
    EXPECT_TRUE((*SqliteStore::open(data_.database()))->house(tests::a_house().house));
    write("{}");
    EXPECT_EQ(put_house(data_, file).error().detail, "/house: is missing");
    auto late = tests::a_house();
    late.closes = "25:00";
    write(boost::json::serialize(json::to_json(late)));
    EXPECT_EQ(put_house(data_, file).error().detail, "/closes: a time of day is hh:mm");
    auto misspelt = json::to_json(tests::a_house());
    misspelt.get_object()["quiet_hour"] = nullptr;
    write(boost::json::serialize(misspelt));
    EXPECT_EQ(put_house(data_, file).error().detail,
              "/quiet_hour: nothing of this name is known here");
    auto with_settings = tests::a_house();
    with_settings.station_settings = "{}";
    write(boost::json::serialize(json::to_json(with_settings)));
    EXPECT_EQ(put_house(data_, file).error().code, base::ErrorCode::invalid_argument);
}

TEST_F(Setup, codes_are_for_houses_that_exist_and_letters_for_donor_terminals) {
    ASSERT_TRUE(init({.data = data_, .sample = sample_folder}, clock_));
    const wire::HouseId house("qd-wusi");
    const auto code = [&](wire::HouseId where, wire::SurfaceKind surface, std::string letter) {
        const auto made = make_enrolment_code(
            data_, {.house = where, .surface = surface, .ticket_letter = letter}, clock_);
        return made ? ErrorCode::internal : made.error().code;
    };
    using wire::SurfaceKind;
    EXPECT_TRUE(make_enrolment_code(
        data_, {.house = house, .surface = SurfaceKind::donor, .ticket_letter = "A"}, clock_));
    EXPECT_EQ(code(wire::HouseId("none"), SurfaceKind::board, ""), ErrorCode::not_found);
    EXPECT_EQ(code(house, SurfaceKind::donor, ""), ErrorCode::invalid_argument);
    EXPECT_EQ(code(house, SurfaceKind::donor, "AB"), ErrorCode::invalid_argument);
    EXPECT_EQ(code(house, SurfaceKind::board, "A"), ErrorCode::invalid_argument);
}

TEST_F(Setup, staff_need_a_house_a_number_a_name_and_a_pin) {
    ASSERT_TRUE(init({.data = data_, .sample = sample_folder}, clock_));
    const wire::HouseId house("qd-wusi");
    const auto set = [&](const StaffWish& wish) {
        const auto status = set_staff_pin(data_, wish);
        return status ? ErrorCode::internal : status.error().code;
    };
    EXPECT_EQ(set({.house = house, .number = "2001", .pin = "1234"}), ErrorCode::invalid_argument);
    EXPECT_EQ(set({.house = house, .number = "2x", .name = "测试人", .pin = "1234"}),
              ErrorCode::invalid_argument);
    EXPECT_EQ(set({.house = house, .number = "2001", .name = "测试人", .pin = "12"}),
              ErrorCode::invalid_argument);
    EXPECT_EQ(set({.house = wire::HouseId("none"), .number = "1", .name = "测试人", .pin = "1234"}),
              ErrorCode::not_found);
    EXPECT_TRUE(set_staff_pin(data_, {.house = house, .number = "1001", .pin = "1234"}))
        << "known by the sample: the name stays";
    EXPECT_EQ((*SqliteStore::open(data_.database()))->staff(house, "1001")->name, "示例护士");
}

TEST_F(Setup, everybody_in_the_sample_is_invented_and_their_numbers_hold_together) {
    ASSERT_TRUE(init({.data = data_, .sample = sample_folder}, clock_));
    const auto donors =
        json::parse(storage::read_text_file(sample_folder / "donors.json", 1 << 20).value());
    ASSERT_TRUE(donors);
    EXPECT_GE(donors->as_array().size(), 6u);
    const auto store = SqliteStore::open(data_.database());
    for (const auto& donor : donors->as_array()) {
        const std::string name(donor.at("name").as_string());
        EXPECT_TRUE(name.contains("示") || name.contains("测试") || name.contains("SAMPLE"))
            << name;
        const std::string number(donor.at("document_number").as_string());
        EXPECT_TRUE(identity::check_number(number, tests::day_one).valid) << name;
        EXPECT_EQ(number.substr(1, 5), number.starts_with("81") ? "10000" : "00000")
            << "no such place";
        if (const auto* card = donor.as_object().if_contains("honour_card")) {
            EXPECT_TRUE(identity::parse_card_code("REXUE1:" + std::string(card->as_string())));
        }
        const auto stored = (*store)->donor_by_document(number);
        ASSERT_TRUE(stored) << name;
        for (const auto& donation : stored->donations)
            EXPECT_LT(donation.date, tests::day_one);
    }
}

const CardWish forty_times{.document_number = "000000196903030065",
                           .house = wire::HouseId(),
                           .assets = REXUE_SOURCE_DIR "/assets"};

TEST_F(Setup, a_card_is_issued_listed_and_revoked) {
    ASSERT_TRUE(init({.data = data_, .card_issuer = "qd-test", .sample = sample_folder}, clock_));
    const auto card = issue_card(data_, forty_times, clock_);
    ASSERT_TRUE(card) << card.error().detail;
    EXPECT_TRUE(card->text.starts_with("RXH1:"));
    EXPECT_LE(card->text.size(), max_card_text_chars);
    EXPECT_EQ(card->number, "0000000000000292");
    EXPECT_EQ(list_cards(data_)->size(), 1U);
    ASSERT_TRUE(revoke_card(data_, card->number, clock_));
    EXPECT_EQ(list_cards(data_)->front().revoked_at, clock_.wall());
    EXPECT_EQ(revoke_card(data_, card->number, clock_).error().code, ErrorCode::already_exists);
}

TEST_F(Setup, a_card_key_follows_the_one_before_in_good_time) {
    ASSERT_TRUE(init({.data = data_, .card_issuer = "qd-test", .sample = sample_folder}, clock_));
    ASSERT_TRUE(add_card_key(data_, std::nullopt, card_key_lead, clock_));
    EXPECT_EQ(add_card_key(data_, std::nullopt, card_key_lead, clock_).error().code,
              ErrorCode::conflict);
    const auto keys = keys::card_key_document(data_);
    ASSERT_EQ(keys->keys.size(), 2U);
    EXPECT_EQ(keys->keys[0].valid_to, keys->keys[1].valid_from);
    EXPECT_EQ(keys->keys[1].issuer, "qd-test");
}

TEST_F(Setup, whose_cards_these_are_is_not_changed_after_the_first) {
    ASSERT_TRUE(init({.data = data_, .sample = sample_folder}, clock_));
    ASSERT_TRUE(add_card_key(data_, "qd-test", std::chrono::hours(1), clock_));
    clock_.advance(std::chrono::hours(2));
    ASSERT_TRUE(issue_card(data_, forty_times, clock_));
    EXPECT_EQ(add_card_key(data_, "another", std::chrono::hours(1), clock_).error().code,
              ErrorCode::conflict);
}

} // namespace
} // namespace rexue::server
