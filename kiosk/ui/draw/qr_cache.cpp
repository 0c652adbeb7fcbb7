#include "kiosk/ui/draw/qr_cache.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "platform/base/secret_text.h"
#include "platform/qr/qr_code.h"

namespace rexue::ui::draw {

namespace {

Texture texture_of(const qr::QrCode& code) {
    const int side = code.side_modules + 2 * qr::quiet_zone_modules;
    std::vector<std::uint8_t> coverage(static_cast<size_t>(side) * static_cast<size_t>(side), 0);
    for (int row = 0; row < code.side_modules; ++row) {
        for (int column = 0; column < code.side_modules; ++column) {
            const int at = (row + qr::quiet_zone_modules) * side + column + qr::quiet_zone_modules;
            if (code.is_dark(column, row)) coverage[static_cast<size_t>(at)] = 255;
        }
    }
    return Texture::coverage(side, side, side, coverage.data());
}

} // namespace

const Texture* QrCache::find(std::string_view content) {
    const auto found = std::ranges::find(codes_, content, &Code::content);
    if (found != codes_.end()) {
        codes_.splice(codes_.begin(), codes_, found);
        return &codes_.front().modules;
    }
    const auto code = qr::encode(content);
    if (!code) return nullptr;
    codes_.push_front({.content = std::string(content), .modules = texture_of(*code)});
    if (codes_.size() > max_codes) {
        base::wipe(codes_.back().content);
        codes_.pop_back();
    }
    return &codes_.front().modules;
}

void QrCache::clear() {
    for (Code& code : codes_)
        base::wipe(code.content);
    codes_.clear();
}

} // namespace rexue::ui::draw
