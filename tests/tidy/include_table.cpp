#include "tests/tidy/include_table.h"

#include <algorithm>
#include <array>

#include "tests/tidy/source_tree.h"

namespace rexue::tidy {
namespace {

constexpr auto pure = FolderRow::Purity::pure;

const std::vector<FolderRow> rows{
    {.folder = "platform/base", .uses = {}},
    {.folder = "platform/json", .uses = {"platform/base"}, .purity = pure},
    {.folder = "platform/command_line", .uses = {"platform/base"}},
    {.folder = "platform/log", .uses = {"platform/base"}},
    {.folder = "platform/time", .uses = {"platform/base"}},
    {.folder = "platform/openssl", .uses = {"platform/base"}},
    {.folder = "platform/storage", .uses = {"platform/base"}},
    {.folder = "platform/image", .uses = {"platform/base"}},
    {.folder = "platform/qr", .uses = {"platform/base", "platform/image"}},
    {.folder = "platform/input_method", .uses = {"platform/base"}},
    {.folder = "platform/window", .uses = {"platform/base", "platform/time", "platform/image"}},
    // What every device has, such as a condition that is told once a change.
    {.folder = "platform/devices", .uses = {"platform/base"}},
    {.folder = "platform/devices/id_reader",
     .uses = {"platform/devices/condition_cell.h", "platform/base", "platform/time"}},
    {.folder = "platform/devices/camera",
     .uses = {"platform/devices/condition_cell.h", "platform/base", "platform/time",
              "platform/image"}},
    {.folder = "platform/devices/barcode",
     .uses = {"platform/devices/condition_cell.h", "platform/base", "platform/time",
              "platform/image", "platform/devices/camera"}},
    {.folder = "platform/devices/speaker",
     .uses = {"platform/devices/condition_cell.h", "platform/base", "platform/time"}},
    {.folder = "platform/devices/ticket_printer",
     .uses = {"platform/devices/condition_cell.h", "platform/base", "platform/time",
              "platform/image", "platform/storage"}},

    {.folder = "kiosk/rules",
     .uses = {"kiosk/rules", "platform/base", "platform/json"},
     .purity = pure},
    // Rules' data, read from the folder of assets: the same by terminal, server and rexuectl.
    {.folder = "kiosk/rule_files", .uses = {"kiosk/rules", "platform/base", "platform/storage"}},
    // Messages in the rules' own types: the same by terminal and server.
    {.folder = "kiosk/rule_wire",
     .uses = {"kiosk/rules", "net/wire", "platform/base"},
     .purity = pure},
    {.folder = "net/wire", .uses = {"platform/base", "platform/json"}, .purity = pure},
    {.folder = "net/credential",
     .uses = {"platform/base", "platform/json", "platform/openssl"},
     .purity = pure},
    {.folder = "net/outbox",
     .uses = {"net/wire", "platform/base", "platform/json", "platform/openssl", "platform/storage",
              "platform/time"}},
    {.folder = "net/client",
     .uses = {"net/wire", "net/credential", "net/outbox", "platform/base", "platform/json",
              "platform/log", "platform/storage", "platform/time"}},
    {.folder = "net/server",
     .uses = {"net/wire", "net/credential", "kiosk/rules", "kiosk/rule_files", "kiosk/rule_wire",
              "platform/base", "platform/json", "platform/log", "platform/openssl",
              "platform/storage", "platform/time"}},
    {.folder = "net/server/main.cpp",
     .uses = {"net/server", "net/wire", "kiosk/rule_files", "platform/base",
              "platform/command_line", "platform/image", "platform/json", "platform/qr",
              "platform/storage"}},

    {.folder = "kiosk/flow", .uses = {"kiosk/rules", "platform/base"}, .purity = pure},
    // Keyboards ask and are told; who answers is not theirs.
    {.folder = "kiosk/ui",
     .uses = {"platform/base", "platform/image", "platform/input_method/query.h", "platform/qr"}},
    {.folder = "kiosk/ui/speech",
     .uses = {"kiosk/ui/semantic_tree.h", "platform/base", "platform/json"},
     .purity = pure},
    {.folder = "kiosk/ui/speech/files", .uses = {"kiosk/ui/speech", "platform/base"}},
    // The screens of one surface know nothing of another's.
    {.folder = "kiosk/screens",
     .uses = {"kiosk/flow", "kiosk/rules", "kiosk/ui", "platform/base", "platform/image"},
     .purity = pure},
    {.folder = "kiosk/screens/board",
     .uses = {"kiosk/screens/fit.h", "kiosk/screens/flash.h", "kiosk/screens/moments.h",
              "kiosk/screens/next_minute.h", "kiosk/screens/words.h", "kiosk/flow", "kiosk/rules",
              "kiosk/ui", "platform/base", "platform/image"},
     .purity = pure},
    {.folder = "kiosk/screens/donor",
     .uses = {"kiosk/screens/benefit_words.h", "kiosk/screens/fit.h", "kiosk/screens/flash.h",
              "kiosk/screens/moments.h", "kiosk/screens/next_minute.h", "kiosk/screens/words.h",
              "kiosk/flow", "kiosk/rules", "kiosk/ui", "platform/base", "platform/image"},
     .purity = pure},
    {.folder = "kiosk/screens/staff",
     .uses = {"kiosk/screens/fit.h", "kiosk/screens/flash.h", "kiosk/screens/link_pill.h",
              "kiosk/screens/moments.h", "kiosk/screens/next_minute.h", "kiosk/screens/words.h",
              "kiosk/flow", "kiosk/rules", "kiosk/ui", "platform/base", "platform/image"},
     .purity = pure},
    {.folder = "kiosk/screens/volunteer",
     .uses = {"kiosk/screens/benefit_words.h", "kiosk/screens/fit.h", "kiosk/screens/flash.h",
              "kiosk/screens/link_pill.h", "kiosk/screens/moments.h", "kiosk/screens/next_minute.h",
              "kiosk/screens/words.h", "kiosk/flow", "kiosk/rules", "kiosk/ui", "platform/base",
              "platform/image"},
     .purity = pure},
    // Invented people on every screen, for whoever draws one without a house.
    {.folder = "kiosk/screens/samples",
     .uses = {"kiosk/screens", "kiosk/flow", "kiosk/rules", "kiosk/ui", "platform/base"},
     .purity = pure},

    {.folder = "kiosk/app", .uses = {""}},
    {.folder = "kiosk/ctl", .uses = {""}},
    {.folder = "kiosk/main.cpp", .uses = {""}},
    {.folder = "tests", .uses = {""}},
};

const std::vector<OutsideLibrary> libraries{
    {.name = "fmt", .headers = {"fmt/"}, .folders = {""}},
    {.name = "Boost.JSON and Describe",
     .headers = {"boost/json.hpp", "boost/json/", "boost/describe.hpp", "boost/describe/",
                 "boost/mp11.hpp"},
     .folders = {"platform/json", "kiosk", "net", "tests"}},
    {.name = "Boost.Asio and Beast",
     .headers = {"boost/asio.hpp", "boost/asio/", "boost/beast.hpp", "boost/beast/",
                 "boost/system/"},
     .folders = {"net/server", "tests"}},
    {.name = "ImGui",
     .headers = {"imgui*", "backends/imgui*"},
     .folders = {"kiosk/ui", "tests/bench"}},
    // kiosk/ui keeps drawn texts in textures; the window makes the context.
    {.name = "OpenGL", .headers = {"GL/"}, .folders = {"kiosk/ui", "platform/window", "tests"}},
    {.name = "GLFW", .headers = {"GLFW/"}, .folders = {"platform/window", "tests/bench"}},
    {.name = "EGL", .headers = {"EGL/"}, .folders = {"platform/window"}},
    {.name = "Pango and Cairo",
     .headers = {"pango/", "cairo*", "fontconfig/", "hb*"},
     .folders = {"kiosk/ui"}},
    {.name = "librsvg", .headers = {"librsvg/"}, .folders = {"kiosk/ui"}},
    {.name = "ZXing",
     .headers = {"ReadBarcode.h", "BarcodeFormat.h", "BitMatrix.h", "CharacterSet.h",
                 "DecodeHints.h", "ImageView.h", "MultiFormatWriter.h", "Result.h",
                 "TextUtfEncoding.h", "ZXing/"},
     .folders = {"platform/devices/barcode", "platform/qr", "tests"}},
    {.name = "libgooglepinyin, zinnia",
     .headers = {"pinyinime.h", "zinnia.h"},
     .folders = {"platform/input_method"}},
    {.name = "libpng",
     .headers = {"png.h"},
     .folders = {"platform/image", "tests/screenshots", "tests/support"}},
    {.name = "libturbojpeg",
     .headers = {"turbojpeg.h"},
     .folders = {"platform/image", "platform/devices/camera", "tests"}},
    {.name = "Video4Linux",
     .headers = {"linux/videodev2.h"},
     .folders = {"platform/devices/camera", "tests/platform/devices/camera"}},
    {.name = "ALSA", .headers = {"alsa/"}, .folders = {"platform/devices/speaker"}},
    {.name = "libsndfile",
     .headers = {"sndfile.h"},
     .folders = {"platform/devices/speaker", "tests/platform/devices/speaker"}},
    {.name = "SQLite", .headers = {"sqlite3.h"}, .folders = {"platform/storage", "tests"}},
    {.name = "OpenSSL",
     .headers = {"openssl/"},
     .folders = {"net/client", "net/credential", "net/outbox", "net/server", "platform/openssl",
                 "tests/net", "tests/support"}},
    {.name = "libsodium",
     .headers = {"sodium.h"},
     .folders = {"net/client", "net/outbox", "net/server", "tests/net", "tests/support"}},
    {.name = "libcbor", .headers = {"cbor/"}, .folders = {"net/credential"}},
    {.name = "zlib", .headers = {"zlib.h"}, .folders = {"net/credential"}},
    {.name = "RE2", .headers = {"re2/"}, .folders = {"kiosk/rules/questionnaire"}},
    {.name = "libcurl", .headers = {"curl/"}, .folders = {"net/client", "tests"}},
    {.name = "spdlog", .headers = {"spdlog/"}, .folders = {"platform/log"}},
    {.name = "CLI11",
     .headers = {"CLI/"},
     .folders = {"platform/command_line", "kiosk/app", "kiosk/ctl", "net/server/main.cpp",
                 "tests"}},
    {.name = "toml++", // net/client: a terminal's own profile is TOML, read and written where
                       // enrolment ends.
     .headers = {"toml++/"},
     .folders = {"kiosk/app", "kiosk/main.cpp", "net/client", "tests"}},
    {.name = "GoogleTest, rapidcheck, yaml-cpp, XTEST",
     .headers = {"gtest/", "gmock/", "rapidcheck*", "yaml-cpp/", "X11/"},
     .folders = {"tests"}},
    // Files, processes, sockets and terminals of the system.
    {.name = "POSIX",
     .headers = {"sys/", "arpa/", "net/", "netinet/", "linux/", "dirent.h", "fcntl.h", "netdb.h",
                 "poll.h", "pthread.h", "pty.h", "signal.h", "spawn.h", "stdlib.h", "termios.h",
                 "malloc.h", "time.h", "unistd.h"},
     .folders = {"platform", "net/client", "net/outbox", "net/server", "kiosk/app", "kiosk/ctl",
                 "kiosk/main.cpp", "tests"}},
};

constexpr std::array<std::string_view, 13> impure_headers{
    "atomic",       "condition_variable", "cstdio", "filesystem", "fstream",
    "future",       "iostream",           "mutex",  "random",     "semaphore",
    "shared_mutex", "stop_token",         "thread"};

bool is_among(std::string_view header, std::string_view pattern) {
    if (pattern.ends_with('*')) return header.starts_with(pattern.substr(0, pattern.size() - 1));
    if (pattern.ends_with('/')) return header.starts_with(pattern);
    return header == pattern;
}

} // namespace

std::span<const FolderRow> folder_rows() {
    return rows;
}

std::span<const OutsideLibrary> outside_libraries() {
    return libraries;
}

std::span<const std::string_view> impure_standard_headers() {
    return impure_headers;
}

const FolderRow* row_of(std::string_view path) {
    const FolderRow* best = nullptr;
    for (const FolderRow& row : rows) {
        if (!lies_in(path, row.folder)) continue;
        if (best == nullptr || row.folder.size() > best->folder.size()) best = &row;
    }
    return best;
}

const OutsideLibrary* library_of(std::string_view header) {
    // In order: <linux/videodev2.h> is Video4Linux before it is the system.
    for (const OutsideLibrary& library : libraries) {
        const bool matches = std::ranges::any_of(
            library.headers, [&](std::string_view pattern) { return is_among(header, pattern); });
        if (matches) return &library;
    }
    return nullptr;
}

} // namespace rexue::tidy
