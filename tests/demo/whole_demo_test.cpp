// The acceptance demo, played to its end by the programs as they were built: three visits, calls,
// a line that goes down and comes back, and a picture of every step.
#include <optional>
#include <set>

#include <gtest/gtest.h>

#include "platform/image/picture.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"
#include "tests/support/child_process.h"
#include "tests/support/eventually.h"
#include "tests/support/test_folder.h"

namespace rexue::demo {

namespace {

namespace fs = std::filesystem;

constexpr size_t max_summary_bytes = 64 * 1024;
constexpr std::chrono::seconds patience{480};
constexpr int slip_width_px = 72 * 8; // the millimetres that the head prints, 8 px each

std::string text_of(const boost::json::value& value, const char* key) {
    return std::string(value.at(key).as_string());
}

void expect_png(const fs::path& file, int width_px, std::optional<int> height_px = {}) {
    EXPECT_EQ(file.extension(), ".png");
    const auto bytes = storage::read_text_file(file, size_t{image::max_file_bytes});
    ASSERT_TRUE(bytes) << file;
    EXPECT_TRUE(bytes->starts_with("\x89PNG")) << file;
    const auto picture = image::read_grey(file);
    ASSERT_TRUE(picture) << file << ": " << picture.error().detail;
    EXPECT_EQ(picture->width_px, width_px) << file;
    EXPECT_EQ(picture->height_px, height_px.value_or(picture->height_px)) << file;
    const auto& grey = picture->luminance;
    EXPECT_NE(std::set<std::uint8_t>(grey.begin(), grey.end()).size(), 1U) << file << " is plain";
}

class WholeDemo : public testing::Test {
  protected:
    int play() {
        auto demo = support::ChildProcess::start(
            {.command = {(fs::path(REXUE_BINARY_DIR) / "rexue-demo").string(), "--headless",
                         "--out", out().string()},
             .environment = {"TMPDIR=" + folder_.path().string(), "LIBGL_ALWAYS_SOFTWARE=1",
                             "GALLIUM_DRIVER=llvmpipe"},
             .log = folder_.path() / "demo.log"});
        if (!demo) return -1;
        const bool ended = support::eventually([&] { return !demo->is_running(); }, patience);
        EXPECT_TRUE(ended) << "the demo still plays";
        return ended ? demo->wait() : demo->stop();
    }

    std::string log() const {
        return storage::read_text_file(folder_.path() / "demo.log", max_summary_bytes)
            .value_or("no log");
    }
    fs::path out() const { return folder_.path() / "pictures"; }

    void expect_visits(const boost::json::array& visits) const {
        ASSERT_EQ(visits.size(), 3U);
        const char* const expected[][2] = {
            {"resident_id", "online"}, {"honour_card", "online"}, {"resident_id", "offline"}};
        std::set<std::string> tickets;
        for (size_t i = 0; i < visits.size(); ++i) {
            EXPECT_EQ(text_of(visits[i], "entry"), expected[i][0]);
            EXPECT_EQ(text_of(visits[i], "server"), expected[i][1]);
            EXPECT_GT(visits[i].at("ms").as_int64(), 0);
            const std::string ticket = text_of(visits[i], "ticket");
            EXPECT_TRUE(ticket.starts_with('A') && ticket.size() == 4) << ticket;
            tickets.insert(ticket);
        }
        EXPECT_EQ(tickets.size(), 3U) << "a number was given twice";
    }

    void expect_screens(const boost::json::array& screens) const {
        std::set<std::string> files;
        for (const auto& screen : screens) {
            const std::string file = text_of(screen, "png");
            files.insert(file);
            const bool is_donors = file.starts_with("donor-");
            const bool is_tablets = file.starts_with("volunteer-");
            const int upright_px = is_tablets ? 1200 : 1080;
            const bool is_portrait = is_donors || is_tablets;
            expect_png(out() / file, is_portrait ? upright_px : 1920, is_portrait ? 1920 : 1080);
        }
        EXPECT_EQ(files.size(), screens.size());
        EXPECT_GE(files.size(), 20U);
    }

  private:
    const support::TestFolder folder_;
};

} // namespace

TEST_F(WholeDemo, IsPlayedToItsEnd) {
    ASSERT_EQ(play(), 0) << log();

    const auto text = storage::read_text_file(out() / "summary.json", max_summary_bytes);
    ASSERT_TRUE(text);
    const auto summary = json::parse(*text);
    ASSERT_TRUE(summary);
    const auto& visits = summary->at("visits").as_array();
    expect_visits(visits);

    const auto& calls = summary->at("calls").as_array();
    ASSERT_EQ(calls.size(), 2U);
    for (size_t i = 0; i < calls.size(); ++i) {
        EXPECT_EQ(text_of(calls[i], "ticket"), text_of(visits[i], "ticket"));
        EXPECT_EQ(text_of(calls[i], "service_point"), "w1");
    }

    const auto& verdicts = summary->at("verdicts").as_array();
    ASSERT_EQ(verdicts.size(), 2U);
    for (const auto& judged : verdicts)
        EXPECT_EQ(text_of(judged, "verdict"), "valid");
    EXPECT_EQ(text_of(verdicts[0], "server"), "online");
    EXPECT_EQ(text_of(verdicts[1], "server"), "offline");

    expect_screens(summary->at("screens").as_array());
    const auto& slips = summary->at("tickets").as_array();
    EXPECT_EQ(slips.size(), visits.size());
    for (const auto& slip : slips)
        expect_png(out() / text_of(slip, "png"), slip_width_px);
}

} // namespace rexue::demo
