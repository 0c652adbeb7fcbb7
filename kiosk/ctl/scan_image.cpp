#include "kiosk/ctl/scan_image.h"

#include <chrono>

#include <boost/json.hpp>
#include <fmt/format.h>

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

// The JSON library would write 4.2551E3, which shells and people do not read.
std::string with_duration(std::string line, std::chrono::duration<double, std::milli> spent) {
    line.pop_back();
    return fmt::format(R"({},"ms":{:.1f}}})", line, spent.count());
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
        if (!image) {
            line["error"] = image.error().detail;
            err << printable(file) << ": " << image.error().detail << '\n';
            status = 1;
        }
        out << with_duration(boost::json::serialize(line), spent) << '\n' << std::flush;
    }
    return status;
}

} // namespace rexue::ctl
