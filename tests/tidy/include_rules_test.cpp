// Each include rule catches a file that breaks it, and lets pass one that does not.
#include "tests/tidy/include_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/tidy/include_table.h"

namespace rexue::tidy {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

SourceFile with_line(std::string path, std::string line) {
    return {.path = std::move(path), .lines = {"// What it is.", std::move(line)}};
}

struct Case {
    const char* path;
    const char* line;
    bool allowed;
};

void expect_verdicts(Findings (*check)(const SourceFile&), const std::vector<Case>& cases) {
    for (const Case& one : cases) {
        const Findings findings = check(with_line(one.path, one.line));
        EXPECT_EQ(findings.empty(), one.allowed) << one.path << ' ' << one.line;
    }
}

TEST(OwnIncludes, FollowTheTable) {
    expect_verdicts(
        check_own_includes,
        {Case{"kiosk/flow/house.h", "#include \"kiosk/rules/queue/fold.h\"", true},
         Case{"kiosk/flow/house.h", "#include \"kiosk/ui/ui.h\"", false},
         Case{"kiosk/flow/house.h", "#include \"net/wire/house.h\"", false},
         Case{"kiosk/ui/ui.h", "#include \"kiosk/flow/house.h\"", false},
         Case{"kiosk/ui/ui.h", "#include \"kiosk/rules/queue/fold.h\"", false},
         Case{"kiosk/screens/donor/attract.cpp", "#include \"kiosk/ui/ui.h\"", true},
         Case{"kiosk/screens/donor/attract.cpp", "#include \"kiosk/screens/donor/chrome.h\"", true},
         Case{"kiosk/screens/donor/attract.cpp", "#include \"kiosk/screens/staff/chrome.h\"",
              false},
         Case{"kiosk/screens/donor/attract.cpp", "#include \"platform/time/clock.h\"", false},
         Case{"kiosk/rules/queue/fold.h", "#include \"platform/time/clock.h\"", false},
         Case{"platform/base/uuid.h", "#include \"platform/json/codec.h\"", false},
         Case{"platform/time/clock.h", "#include \"net/wire/house.h\"", false},
         Case{"platform/devices/camera/camera.h", "#include \"platform/storage/file.h\"", false},
         Case{"net/client/http_client.h", "#include \"kiosk/rules/queue/fold.h\"", false},
         Case{"net/server/store/store.h", "#include \"kiosk/rules/queue/fold.h\"", true},
         Case{"net/server/store/store.h", "#include \"kiosk/flow/house.h\"", false},
         Case{"net/server/store/store.h", "#include \"net/client/http_client.h\"", false},
         Case{"net/wire/house.h", "#include \"kiosk/rules/queue/fold.h\"", false},
         Case{"kiosk/app/runner.h", "#include \"net/client/http_client.h\"", true},
         Case{"kiosk/main.cpp", "#include \"kiosk/app/runner.h\"", true},
         Case{"tests/journeys/visit_test.cpp", "#include \"kiosk/app/runner.h\"", true},
         // By full path from the top: a short one hides who is meant.
         Case{"kiosk/ui/ui.h", "#include \"theme.h\"", false},
         Case{"kiosk/ui/ui.h", "#include \"../flow/house.h\"", false},
         // A folder nobody has given a row.
         Case{"platform/novelty/x.h", "#include \"platform/base/error.h\"", false}});
}

TEST(OutsideIncludes, StayInTheirFolders) {
    expect_verdicts(check_outside_includes,
                    {Case{"kiosk/ui/ui.cpp", "#include <imgui.h>", true},
                     Case{"kiosk/screens/words.cpp", "#include <imgui.h>", false},
                     Case{"kiosk/screens/words.cpp", "#include <imgui_internal.h>", false},
                     Case{"kiosk/ui/ui.cpp", "#include <GLFW/glfw3.h>", false},
                     Case{"kiosk/app/app.cpp", "#include <EGL/egl.h>", false},
                     Case{"kiosk/screens/words.cpp", "#include <pango/pangocairo.h>", false},
                     Case{"kiosk/app/app.cpp", "#include <cairo.h>", false},
                     Case{"kiosk/app/app.cpp", "#include <librsvg/rsvg.h>", false},
                     Case{"net/server/http/x.cpp", "#include <curl/curl.h>", false},
                     Case{"net/outbox/outbox.cpp", "#include <sqlite3.h>", false},
                     Case{"kiosk/app/app.cpp", "#include <ReadBarcode.h>", false},
                     Case{"platform/qr/qr_code.cpp", "#include <MultiFormatWriter.h>", true},
                     Case{"net/client/x.cpp", "#include <boost/asio.hpp>", false},
                     Case{"net/server/x.cpp", "#include <boost/beast/http.hpp>", true},
                     Case{"platform/base/uuid.cpp", "#include <boost/json.hpp>", false},
                     Case{"platform/image/x.cpp", "#include <linux/videodev2.h>", false},
                     Case{"platform/devices/camera/x.cpp", "#include <linux/videodev2.h>", true},
                     Case{"platform/window/x.cpp", "#include <png.h>", false},
                     Case{"platform/devices/camera/x.cpp", "#include <turbojpeg.h>", true},
                     Case{"platform/devices/barcode/x.cpp", "#include <turbojpeg.h>", false},
                     Case{"net/wire/x.cpp", "#include <sodium.h>", false},
                     Case{"platform/base/uuid.cpp", "#include <openssl/rand.h>", false},
                     Case{"net/server/x.cpp", "#include <spdlog/spdlog.h>", false},
                     Case{"kiosk/app/app.cpp", "#include <gtest/gtest.h>", false},
                     Case{"kiosk/flow/house.cpp", "#include <unistd.h>", false},
                     Case{"kiosk/rules/queue/x.cpp", "#include <sys/stat.h>", false},
                     Case{"kiosk/flow/house.cpp", "#include <fmt/format.h>", true},
                     Case{"kiosk/flow/house.cpp", "#include <vector>", true},
                     Case{"kiosk/app/app.cpp", "#include <stranger/stranger.h>", false}});
}

TEST(Purity, CatchesClocksFilesAndThreads) {
    const std::string folder = "kiosk/rules/queue/x.cpp";
    EXPECT_THAT(check_purity(with_line(folder, "#include <fstream>")), SizeIs(1));
    EXPECT_THAT(check_purity(with_line(folder, "#include <thread>")), SizeIs(1));
    EXPECT_THAT(check_purity(with_line(folder, "auto t = steady_clock::now();")), SizeIs(1));
    EXPECT_THAT(check_purity(with_line(folder, "#include <chrono>")), IsEmpty());
    EXPECT_THAT(check_purity(with_line("net/outbox/x.cpp", "#include <thread>")), IsEmpty());
}

TEST(Purity, LetsOnlyTheClockAskTheWallClock) {
    const std::string line = "auto t = std::chrono::system_clock::now();";
    EXPECT_THAT(check_purity(with_line("net/outbox/x.cpp", line)), SizeIs(1));
    EXPECT_THAT(check_purity(with_line("platform/time/clock.cpp", line)), IsEmpty());
}

TEST(IncludeTable, ChoosesTheLongestFolder) {
    ASSERT_NE(row_of("kiosk/screens/donor/attract.cpp"), nullptr);
    EXPECT_EQ(row_of("kiosk/screens/donor/attract.cpp")->folder, "kiosk/screens/donor");
    EXPECT_EQ(row_of("kiosk/screens/words.h")->folder, "kiosk/screens");
    EXPECT_EQ(row_of("kiosk/novelty/x.h"), nullptr);
}

TEST(IncludeTable, NamesTheNearestLibrary) {
    ASSERT_NE(library_of("linux/videodev2.h"), nullptr);
    EXPECT_EQ(library_of("linux/videodev2.h")->name, "Video4Linux");
    EXPECT_EQ(library_of("linux/input.h")->name, "POSIX");
    EXPECT_EQ(library_of("stranger.h"), nullptr);
}

} // namespace
} // namespace rexue::tidy
