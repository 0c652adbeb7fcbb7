// rexuectl outbox, beside the terminal whose outbox it is.
#include "kiosk/ctl/outbox.h"

#include <fstream>
#include <sstream>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "net/outbox/outbox.h"
#include "tests/support/test_folder.h"

namespace rexue::ctl {

namespace {

using namespace std::chrono_literals;
using outbox::ItemKind;

constexpr base::Date a_day{std::chrono::year(2026), std::chrono::June, std::chrono::day(14)};
constexpr base::Instant noon{std::chrono::sys_days(a_day) + 4h};

class OutboxCommandTest : public testing::Test {
  protected:
    OutboxCommandTest() { std::ofstream(folder_.path() / "terminal.toml"); }

    base::Uuid append(ItemKind kind, std::string_view text) {
        outbox::Item item{.kind = kind, .id = base::make_uuid_v7(noon), .day = a_day};
        item.body = R"({"text":")" + std::string(text) + R"("})";
        number_ = outbox_->append(std::array{item})->front();
        return item.id;
    }
    base::Uuid refused(std::string_view reason) {
        const base::Uuid id = append(ItemKind::record, "示例甲");
        EXPECT_TRUE(outbox_->quarantine(number_, reason));
        return id;
    }
    std::string list() {
        std::ostringstream out;
        EXPECT_EQ(list_outbox(folder_.path(), out, err_), 0) << err_.str();
        return out.str();
    }
    int put_back(const std::vector<std::string>& ids) {
        return requeue(folder_.path(), ids, out_, err_);
    }

    support::TestFolder folder_;
    time::SimulatedClock clock_{noon};
    std::unique_ptr<outbox::Outbox> outbox_ =
        std::move(*outbox::Outbox::open(folder_.path() / "outbox.db", clock_));
    outbox::ItemNumber number_ = 0;
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(OutboxCommandTest, ListsWhereEachItemIsAndNeverWhatItSays) {
    const auto waiting = append(ItemKind::event, "示例甲");
    const auto record = refused("forbidden");
    const std::string text = list();
    EXPECT_EQ(text,
              R"({"kind":"event","id":")" + waiting.to_string() +
                  R"(","queued":"2026-06-14T04:00:00.000Z","status":"waiting","tries":0,)" +
                  R"("refusal":null})" + "\n" + R"({"kind":"record","id":")" + record.to_string() +
                  R"(","queued":"2026-06-14T04:00:00.000Z","status":"quarantined","tries":0,)" +
                  R"("refusal":"forbidden"})" + "\n");
}

TEST_F(OutboxCommandTest, ListsALongQueueToItsEnd) {
    for (int i = 0; i < 450; ++i)
        append(ItemKind::event, "");
    const std::string text = list();
    EXPECT_EQ(std::ranges::count(text, '\n'), 450);
}

TEST_F(OutboxCommandTest, PutsBackTheNamedOnesOnly) {
    const auto first = refused("forbidden");
    const auto second = refused("conflict");
    EXPECT_EQ(put_back({second.to_string()}), 0) << err_.str();
    EXPECT_EQ(out_.str(), "{\"requeued\":1}\n");
    const auto leased = *outbox_->lease(ItemKind::record);
    ASSERT_EQ(leased.size(), 1u);
    EXPECT_EQ(leased.front().item.id, second);
    EXPECT_EQ(outbox_->counts()->quarantined, 1u);
    EXPECT_NE(list().find(first.to_string()), std::string::npos);
}

TEST_F(OutboxCommandTest, PutsBackAllOfThem) {
    refused("forbidden");
    refused("conflict");
    append(ItemKind::event, "");
    EXPECT_EQ(put_back({}), 0) << err_.str();
    EXPECT_EQ(out_.str(), "{\"requeued\":2}\n");
    EXPECT_EQ(outbox_->counts()->quarantined, 0u);
}

TEST_F(OutboxCommandTest, AWrongIdAmongGoodOnesChangesNothing) {
    const auto good = refused("forbidden");
    const auto waiting = append(ItemKind::event, "");
    EXPECT_EQ(put_back({good.to_string(), waiting.to_string()}), 1);
    EXPECT_EQ(put_back({good.to_string(), "no id"}), 1);
    EXPECT_EQ(outbox_->counts()->quarantined, 1u);
    EXPECT_EQ(out_.str(), "");
    EXPECT_NE(err_.str().find(waiting.to_string()), std::string::npos);
}

TEST_F(OutboxCommandTest, ATerminalThatHasNotRunYetHasNothing) {
    const support::TestFolder fresh;
    std::ofstream(fresh.path() / "terminal.toml");
    EXPECT_EQ(list_outbox(fresh.path(), out_, err_), 0);
    EXPECT_EQ(out_.str() + err_.str(), "");
    EXPECT_EQ(requeue(fresh.path(), {}, out_, err_), 0);
    EXPECT_EQ(out_.str(), "{\"requeued\":0}\n");
}

TEST_F(OutboxCommandTest, AFolderThatIsNoProfile) {
    const support::TestFolder empty;
    EXPECT_EQ(list_outbox(empty.path(), out_, err_), 1);
    EXPECT_EQ(requeue(empty.path(), {}, out_, err_), 1);
    EXPECT_NE(err_.str().find("no terminal's profile"), std::string::npos) << err_.str();
    EXPECT_TRUE(std::filesystem::is_empty(empty.path()));
}

} // namespace

} // namespace rexue::ctl
