#include "kiosk/ctl/make_code.h"

#include <algorithm>

#include "kiosk/rules/identity/card_code.h"
#include "platform/image/picture.h"
#include "platform/qr/code_picture.h"
#include "platform/qr/qr_code.h"

namespace rexue::ctl {

namespace {

bool is_card_number(const std::string& text) {
    return text.size() == 16 &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

int make_code(const std::string& text, const std::filesystem::path& png, std::ostream& err) {
    const std::string content =
        is_card_number(text) ? identity::card_code_text({.card_number = text}) : text;
    const auto code = qr::encode(content);
    if (!code) {
        err << "rexuectl make-code: " << code.error().detail << '\n';
        return 1;
    }
    if (const auto written = image::write_png(png, qr::picture_of(*code)); !written) {
        err << "rexuectl make-code: " << written.error().detail << '\n';
        return 1;
    }
    return 0;
}

} // namespace rexue::ctl
