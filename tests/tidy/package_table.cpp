#include "tests/tidy/package_table.h"

namespace rexue::tidy {
namespace {

const std::vector<Module> table{
    // find_package
    {.name = "Boost", .packages = {"libboost1.81-dev", "libboost-json1.81-dev"}},
    {.name = "CLI11", .packages = {"libcli11-dev"}},
    {.name = "GTest", .packages = {"libgtest-dev", "libgmock-dev"}},
    {.name = "OpenSSL", .packages = {"libssl-dev"}},
    {.name = "PkgConfig", .packages = {"pkg-config"}},
    // XTEST's development package depends on that of Xlib.
    {.name = "X11", .packages = {"libxtst-dev"}},
    {.name = "SQLite3", .packages = {"libsqlite3-dev"}},
    {.name = "Threads", .packages = {"g++"}},
    {.name = "fmt", .packages = {"libfmt-dev"}},
    {.name = "spdlog", .packages = {"libspdlog-dev"}},
    {.name = "yaml-cpp", .packages = {"libyaml-cpp-dev"}},
    // pkg-config
    {.name = "alsa", .packages = {"libasound2-dev"}},
    {.name = "egl", .packages = {"libegl-dev"}},
    // Pango's development package depends on those of fontconfig, FreeType and HarfBuzz.
    {.name = "fontconfig", .packages = {"libpango1.0-dev"}},
    {.name = "freetype2", .packages = {"libpango1.0-dev"}},
    {.name = "harfbuzz", .packages = {"libpango1.0-dev"}},
    {.name = "pangocairo", .packages = {"libpango1.0-dev", "libcairo2-dev"}},
    {.name = "pangofc", .packages = {"libpango1.0-dev"}},
    {.name = "pangoft2", .packages = {"libpango1.0-dev"}},
    {.name = "gl", .packages = {"libgl-dev"}},
    {.name = "glfw3", .packages = {"libglfw3-dev"}},
    {.name = "googlepinyin", .packages = {"libgooglepinyin0-dev"}},
    {.name = "imgui", .packages = {"libimgui-dev"}},
    {.name = "libcbor", .packages = {"libcbor-dev"}},
    {.name = "libcurl", .packages = {"libcurl4-openssl-dev"}},
    {.name = "libpng", .packages = {"libpng-dev"}},
    {.name = "librsvg-2.0", .packages = {"librsvg2-dev"}},
    {.name = "libsodium", .packages = {"libsodium-dev"}},
    {.name = "libturbojpeg", .packages = {"libturbojpeg0-dev"}},
    {.name = "re2", .packages = {"libre2-dev"}},
    {.name = "sndfile", .packages = {"libsndfile1-dev"}},
    {.name = "zlib", .packages = {"zlib1g-dev"}},
    {.name = "xtst", .packages = {"libxtst-dev"}},
    // The model is read when the program runs.
    {.name = "zinnia", .packages = {"libzinnia-dev", "tegaki-zinnia-simplified-chinese"}},
    {.name = "zxing", .packages = {"libzxing-dev"}},
};

const std::vector<Tool> tool_table{
    {.package = "g++", .sign = "rexue_warnings"},
    {.package = "cmake", .sign = "cmake --preset"},
    {.package = "ninja-build", .sign = "build.ninja"},
    {.package = "ccache", .sign = "find_program(CCACHE ccache)"},
    {.package = "git", .sign = "git ls-files"},
    {.package = "gettext", .sign = "find_program(MSGFMT msgfmt"},
    {.package = "libgl1-mesa-dri", .sign = "GALLIUM_DRIVER=llvmpipe"},
    {.package = "libegl1", .sign = "eglGetPlatformDisplay"},
    {.package = "librapidcheck-dev", .sign = "#include <rapidcheck/gtest.h>"},
    {.package = "libtomlplusplus-dev", .sign = "#include <toml++/"},
    {.package = "fonts-noto-cjk", .sign = "Noto Sans CJK SC"},
    {.package = "fonts-hanazono", .sign = "HanaMinA"},
    {.package = "fonts-babelstone-han", .sign = "BabelStone Han"},
    {.package = "espeak-ng", .sign = "find_program(ESPEAK_NG espeak-ng"},
    {.package = "icu-devtools", .sign = "find_program(UCONV uconv"},
    {.package = "python3", .sign = "find_program(PYTHON3 python3"},
    {.package = "unicode-data", .sign = "find_path(UNIHAN "},
    {.package = "bzip2", .sign = "Unihan_IRGSources.txt.bz2"},
    {.package = "xvfb", .sign = "\"Xvfb\""},
    {.package = "clang-19", .sign = "build fuzz "},
    {.package = "libclang-rt-19-dev", .sign = "-fsanitize=fuzzer"},
    {.package = "clang-format-19", .sign = "xargs -0 -r clang-format-19"},
    {.package = "clang-tidy-19", .sign = "clang-tidy-19 -p"},
    {.package = "shellcheck", .sign = "xargs -0 -r shellcheck"},
};

} // namespace

std::span<const Module> modules() {
    return table;
}

std::span<const Tool> tools() {
    return tool_table;
}

} // namespace rexue::tidy
