#include "kiosk/ctl/benefits.h"

#include <algorithm>
#include <ostream>
#include <span>

#include "kiosk/ctl/input.h"
#include "kiosk/rule_files/honours_files.h"
#include "kiosk/rules/honour/benefit_csv.h"
#include "kiosk/rules/honour/place.h"
#include "platform/storage/file.h"

namespace rexue::ctl {

namespace {

using Faults = std::vector<std::string>;

int refuse(std::ostream& err, const Faults& faults) {
    for (const std::string& fault : faults)
        err << "error: " << fault << '\n';
    return 2;
}

base::Result<std::optional<honour::BenefitKind>> kind_of(const std::string& word) {
    if (word.empty()) return std::nullopt;
    const auto kind = json::from_json<honour::BenefitKind>(boost::json::value(word));
    if (!kind) return base::fail(base::ErrorCode::invalid_argument, word + " is no kind");
    return *kind;
}

// Every fault that can be found at once.
std::expected<honour::BenefitBook, Faults> read_book(const std::filesystem::path& file) {
    const auto text = storage::read_text_file(file, max_input_bytes);
    if (!text) return std::unexpected(Faults{text.error().detail});
    if (file.extension() == ".csv") return honour::read_benefit_csv(*text);
    if (file.extension() != ".json") {
        return std::unexpected(Faults{"a file of benefits ends in .csv or .json"});
    }
    auto book = honour::load_benefit_book(*text);
    if (!book) return std::unexpected(Faults{book.error().detail});
    return std::move(*book);
}

std::expected<honour::BenefitBook, Faults> read_known(const BenefitsOrder& order) {
    auto book = read_book(order.file);
    if (!book) return book;
    const auto honours = rule_files::read_honours(order.assets);
    if (!honours) return std::unexpected(Faults{honours.error().detail});
    Faults faults;
    for (const honour::Benefit& benefit : book->benefits) {
        for (const std::string& condition : benefit.conditions) {
            if (honours->is_condition(condition)) continue;
            faults.push_back(benefit.id + ", conditions: no award or card is named " + condition);
        }
        for (const honour::BenefitBook& other : honours->catalogue().books()) {
            if (other.place == book->place) continue;
            const auto& all = other.benefits;
            if (std::ranges::find(all, benefit.id, &honour::Benefit::id) == all.end()) continue;
            faults.push_back(benefit.id + ", id: stands in " + other.place + " too");
        }
    }
    if (!faults.empty()) return std::unexpected(std::move(faults));
    return book;
}

} // namespace

int list_benefits(const BenefitsOrder& order, std::ostream& out, std::ostream& err) {
    const auto kind = kind_of(order.kind);
    if (!kind) return refuse(err, {kind.error().detail});
    if (!order.place.empty() && !honour::is_place(order.place)) {
        return refuse(err, {"a place is six digits, such as 370300"});
    }
    honour::BenefitQuery query{.place = {}, .kind = *kind, .text = order.text, .on = order.on};
    if (!order.place.empty()) query.place = order.place;
    const auto honours = rule_files::read_honours(order.assets);
    if (!honours) return refuse(err, {honours.error().detail});
    for (const honour::Offered& one : honours->catalogue().find(query)) {
        boost::json::object line{{"place", one.book->place},
                                 {"as_of", json::to_json(one.book->as_of)}};
        const boost::json::value benefit = json::to_json(*one.benefit);
        for (const auto& member : benefit.as_object())
            line.emplace(member.key(), member.value());
        out << boost::json::serialize(line) << '\n';
    }
    return 0;
}

int export_benefits(const BenefitsOrder& order, std::ostream& out, std::ostream& err) {
    const auto honours = rule_files::read_honours(order.assets);
    if (!honours) return refuse(err, {honours.error().detail});
    const auto* book = honours->catalogue().of_place(order.place);
    if (book == nullptr) {
        std::string names;
        for (const honour::BenefitBook& one : honours->catalogue().books())
            names += " " + one.place;
        return refuse(err, {"no file is of this place; there are" + names});
    }
    if (order.format != "csv" && order.format != "json") {
        return refuse(err, {"a format is csv or json"});
    }
    out << (order.format == "csv" ? honour::to_csv(*book) : honour::to_text(*book));
    return 0;
}

int check_benefits(const BenefitsOrder& order, std::ostream& out, std::ostream& err) {
    const auto book = read_known(order);
    if (!book) return refuse(err, book.error());
    out << book->place << ": " << book->benefits.size() << " benefits\n";
    return 0;
}

int import_benefits(const BenefitsOrder& order, std::ostream& out, std::ostream& err) {
    const auto book = read_known(order);
    if (!book) return refuse(err, book.error());
    const std::string name = book->place + ".json";
    const std::string text = honour::to_text(*book);
    const auto written =
        storage::write_file_atomically(order.out / name, std::as_bytes(std::span(text)), 0644);
    if (!written) return refuse(err, {written.error().detail});
    out << name << ": " << book->benefits.size() << " benefits\n";
    return 0;
}

} // namespace rexue::ctl
