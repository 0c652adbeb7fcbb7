#include "kiosk/ctl/benefits.h"

#include <algorithm>
#include <ostream>
#include <span>

#include "kiosk/ctl/input.h"
#include "kiosk/ctl/json_lines.h"
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

// The file's text and its book; faults by line, and by column of a table or pointer of JSON.
class Input {
  public:
    // Every fault that can be found at once.
    static std::expected<Input, Faults> read(const std::filesystem::path& file) {
        Input input;
        input.is_table_ = file.extension() == ".csv";
        auto text = read_named_file(file, max_input_bytes);
        if (!text) return std::unexpected(Faults{text.error().detail});
        input.text_ = std::move(*text);
        if (!input.is_table_ && file.extension() != ".json") {
            return std::unexpected(
                Faults{file.string() + ": a file of benefits ends in .csv or .json"});
        }
        auto faults = input.load();
        for (std::string& fault : faults)
            fault.insert(0, file.string() + ": ");
        if (!faults.empty()) return std::unexpected(std::move(faults));
        return input;
    }

    const honour::BenefitBook& book() const { return book_; }

    // "/benefits/1/id: …" by its line.
    std::string located(const std::string& fault) const {
        return is_table_ ? honour::as_csv_fault(text_, fault) : with_json_line(text_, fault);
    }

  private:
    Faults load() {
        if (is_table_) {
            auto book = honour::read_benefit_csv(text_);
            if (!book) return std::move(book.error());
            book_ = std::move(*book);
            return {};
        }
        auto book = honour::load_benefit_book(text_);
        if (!book) return {located(book.error().detail)};
        book_ = std::move(*book);
        return {};
    }

    bool is_table_ = false;
    std::string text_;
    honour::BenefitBook book_;
};

// What is wrong with the benefit at `pointer` beside all that the assets have.
Faults clashes(const honour::BenefitBook& book, const honour::Benefit& benefit,
               const std::string& pointer, const honour::Honours& honours) {
    Faults faults;
    for (size_t i = 0; i < benefit.conditions.size(); ++i) {
        if (honours.is_condition(benefit.conditions[i])) continue;
        faults.push_back(pointer + "/conditions/" + std::to_string(i) +
                         ": no award or card is named " + benefit.conditions[i]);
    }
    for (const honour::BenefitBook& other : honours.catalogue().books()) {
        if (other.place == book.place) continue;
        const auto& all = other.benefits;
        if (std::ranges::find(all, benefit.id, &honour::Benefit::id) == all.end()) continue;
        faults.push_back(pointer + "/id: " + benefit.id + " stands in " + other.place + " too");
    }
    if (honours.title_of(benefit.id) != nullptr) {
        faults.push_back(pointer + "/id: " + benefit.id + " is an award or a card");
    }
    return faults;
}

std::expected<honour::BenefitBook, Faults> read_known(const BenefitsOrder& order) {
    const auto input = Input::read(order.file);
    if (!input) return std::unexpected(input.error());
    const auto honours = rule_files::read_honours(order.assets);
    if (!honours) return std::unexpected(Faults{honours.error().detail});
    const honour::BenefitBook& book = input->book();
    Faults faults;
    for (size_t i = 0; i < book.benefits.size(); ++i) {
        const std::string pointer = "/benefits/" + std::to_string(i);
        for (const std::string& fault : clashes(book, book.benefits[i], pointer, *honours))
            faults.push_back(order.file.string() + ": " + input->located(fault));
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
    if (!written) return refuse(err, {about(order.out / name, written.error()).detail});
    out << name << ": " << book->benefits.size() << " benefits\n";
    return 0;
}

} // namespace rexue::ctl
