#include "kiosk/ctl/honours.h"

#include <cmath>
#include <ostream>

#include "kiosk/ctl/input.h"
#include "kiosk/rule_files/honours_files.h"
#include "kiosk/rule_files/rulebook_files.h"

namespace rexue::ctl {

namespace {

// 20, not 2E1: people read this, and it means the same.
void make_plain(boost::json::value& value) {
    if (value.is_array()) {
        for (auto& one : value.get_array())
            make_plain(one);
    } else if (value.is_object()) {
        for (auto& member : value.get_object())
            make_plain(member.value());
    } else if (value.is_double() && value.get_double() == std::floor(value.get_double())) {
        value = std::llround(value.get_double());
    }
}

base::Result<std::string> answer(const HonoursOrder& order, std::istream& in) {
    const auto text = read_input(order.file, in);
    if (!text) return base::fail(text);
    const auto record = honour::read_record(*text);
    if (!record) {
        return base::fail(record.error().code,
                          input_name(order.file) + ": " + record.error().detail);
    }
    const auto shelf = rule_files::read_rulebooks(order.assets / "rulebooks");
    if (!shelf) return base::fail(shelf);
    const auto all = rule_files::read_honours(order.assets);
    if (!all) return base::fail(all);
    auto value = json::to_json(all->ledgers(*record, shelf->in_force(record->on)));
    make_plain(value);
    return boost::json::serialize(value);
}

} // namespace

int honours(const HonoursOrder& order, std::istream& in, std::ostream& out, std::ostream& err) {
    const auto answered = answer(order, in);
    if (answered) {
        out << *answered << '\n';
        return 0;
    }
    err << "error: " << answered.error().detail << '\n';
    return 2;
}

} // namespace rexue::ctl
