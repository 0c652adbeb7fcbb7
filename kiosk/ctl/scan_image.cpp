#include "kiosk/ctl/scan_image.h"

#include <chrono>
#include <cmath>

#include <boost/json.hpp>

#include "platform/base/utf8.h"
#include "platform/devices/barcode/barcode_scanner.h"
#include "platform/image/picture.h"

namespace rexue::ctl {

namespace {

// Generous: nobody waits at the terminal, and a still picture is its only chance.
constexpr std::chrono::milliseconds budget{4000};

// A file's name is bytes; JSON is text.
std::string printable(const std::string& name) {
    return base::is_valid_utf8(name) ? name : base::encode_utf8(base::code_points(name));
}

} // namespace

int scan_image(std::span<const std::string> files, std::ostream& out, std::ostream& err) {
    int status = 0;
    for (const std::string& file : files) {
        boost::json::object line{{"file", printable(file)}, {"text", nullptr}, {"format", nullptr}};
        const auto start = std::chrono::steady_clock::now();
        const auto image = image::read_grey(std::filesystem::path(file));
        if (image) {
            if (const auto code = devices::find_code(*image, budget)) {
                line["text"] = code->text;
                line["format"] = devices::to_string(code->format);
            }
        }
        const std::chrono::duration<double, std::milli> spent =
            std::chrono::steady_clock::now() - start;
        line["ms"] = std::round(spent.count() * 10) / 10;
        if (!image) {
            line["error"] = image.error().detail;
            err << printable(file) << ": " << image.error().detail << '\n';
            status = 1;
        }
        out << boost::json::serialize(line) << '\n' << std::flush;
    }
    return status;
}

} // namespace rexue::ctl
