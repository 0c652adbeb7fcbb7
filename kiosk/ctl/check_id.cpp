#include "kiosk/ctl/check_id.h"

#include <ostream>

#include "kiosk/rules/identity/number_check.h"
#include "platform/base/utf8.h"
#include "platform/json/codec.h"

namespace rexue::ctl {

namespace {

boost::json::value text_or_null(identity::Sex sex) {
    return sex == identity::Sex::unknown ? boost::json::value(nullptr) : json::to_json(sex);
}

// A shell hands over any bytes; JSON is UTF-8.
std::string as_utf8(std::string_view argument) {
    return base::encode_utf8(base::code_points(argument));
}

} // namespace

int check_id(std::span<const std::string> numbers, base::Date today, std::ostream& out) {
    bool all_valid = true;
    for (const std::string& number : numbers) {
        const identity::NumberCheck check = identity::check_number(number, today);
        boost::json::object line = {
            {"number", as_utf8(number)},      {"kind", json::to_json(check.kind)},
            {"valid", check.valid},           {"birth", json::to_json(check.birth)},
            {"sex", text_or_null(check.sex)}, {"why", check.why}};
        if (!check.warning.empty()) line["warning"] = check.warning;
        out << boost::json::serialize(line) << '\n';
        all_valid = all_valid && check.valid;
    }
    return all_valid ? 0 : 1;
}

} // namespace rexue::ctl
