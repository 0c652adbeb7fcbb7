#include "kiosk/app/city_theme.h"

#include <charconv>
#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"

namespace rexue::app {

namespace {

constexpr size_t max_file_bytes = 16 * 1024;

struct CityTheme {
    std::string name;
    std::string accent; // #RRGGBB
    std::string logo;
    std::string attract_picture;
    std::string slogan;
};
BOOST_DESCRIBE_STRUCT(CityTheme, (), (name, accent, logo, attract_picture, slogan))

std::optional<ui::Colour> colour_of(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    unsigned rgb = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data() + 1, end, rgb, 16);
    if (error != std::errc() || rest != end) return std::nullopt;
    return ui::Colour{static_cast<std::uint8_t>(rgb >> 16), static_cast<std::uint8_t>(rgb >> 8),
                      static_cast<std::uint8_t>(rgb)};
}

} // namespace

base::Result<ui::Theme> read_city_theme(const std::filesystem::path& file) {
    const auto text = storage::read_text_file(file, max_file_bytes);
    if (!text) return base::fail(text);
    const auto value = json::parse(*text);
    if (!value) return base::fail(base::ErrorCode::corrupt, value.error().detail);
    const auto city = json::from_json<CityTheme>(*value);
    if (!city) return base::fail(base::ErrorCode::corrupt, city.error().detail);
    const auto accent = colour_of(city->accent);
    if (!accent) return base::fail(base::ErrorCode::invalid_argument, "/accent: #RRGGBB is wanted");
    ui::Theme theme = ui::Theme{}.with_accent(*accent);
    theme.name = city->name;
    theme.logo = city->logo;
    theme.attract_picture = city->attract_picture;
    theme.slogan = city->slogan;
    return theme;
}

} // namespace rexue::app
