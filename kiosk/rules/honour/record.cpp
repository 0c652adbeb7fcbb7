#include "kiosk/rules/honour/record.h"

#include "kiosk/rules/honour/place.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::honour {

namespace {

using json::fault;

// Not rules but sense: beyond them somebody has mistyped.
constexpr double most_hours = 200'000;
constexpr double most_years = 100;
constexpr int most_stem_cells = 20;
constexpr int most_used_ml = 10'000'000;

base::Status check_number(std::optional<double> number, double most, const std::string& at) {
    if (number && !(*number >= 0 && *number <= most)) return fault(at, "nobody has this many");
    return {};
}

base::Status check_numbers(const Record& record) {
    const ReliefUsed used = record.relief_used.value_or(ReliefUsed());
    struct Row {
        std::optional<double> number;
        double most;
        const char* at;
    };
    for (const Row& row : {Row{record.volunteer_hours, most_hours, "/volunteer_hours"},
                           Row{record.volunteer_years, most_years, "/volunteer_years"},
                           Row{record.stem_cell_donations, most_stem_cells, "/stem_cell_donations"},
                           Row{used.donor_ml, most_used_ml, "/relief_used/donor_ml"},
                           Row{used.family_ml, most_used_ml, "/relief_used/family_ml"}}) {
        if (auto number = check_number(row.number, row.most, row.at); !number) return number;
    }
    return {};
}

base::Status check_places(const Record& record) {
    if (auto province = check_place(record.province, "/province"); !province) return province;
    if (!record.province.ends_with("0000")) return fault("/province", "is no province");
    if (auto city = check_place(record.city, "/city"); !city) return city;
    if (record.city && lies_in(record.city, record.province) != Lies::inside) {
        return fault("/city", "lies outside the province");
    }
    return {};
}

base::Status check_donation(const Donation& one, const Record& record, const std::string& at) {
    if (auto place = check_place(one.place, at + "/place"); !place) return place;
    if (one.type == DonationType::whole_blood && !one.ml) return fault(at + "/ml", "is missing");
    if (one.type == DonationType::platelets && !one.units) {
        return fault(at + "/units", "is missing");
    }
    return donation::check_past(past(one), record.birth, record.on, at);
}

} // namespace

base::Result<Record> read_record(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) return fault("", value.error().detail);
    auto record = json::from_exact_json<Record>(*value);
    if (!record) return record;
    if (const auto checked = check(*record); !checked) return base::fail(checked);
    return record;
}

base::Status check(const Record& record) {
    if (auto day = donation::check_life(record.birth, record.on); !day) return day;
    if (auto places = check_places(record); !places) return places;
    if (auto numbers = check_numbers(record); !numbers) return numbers;
    for (size_t i = 0; i < record.history.size(); ++i) {
        const std::string at = "/history/" + std::to_string(i);
        if (auto one = check_donation(record.history[i], record, at); !one) return one;
    }
    return {};
}

Record record_at(std::string_view place, base::Date on) {
    Record record;
    record.on = on;
    record.province = std::string(place.substr(0, 2)) + "0000";
    const std::string city = std::string(place.substr(0, 4)) + "00";
    if (city != record.province) record.city = city;
    return record;
}

const std::string& here(const Record& record) {
    return record.city ? *record.city : record.province;
}

donation::PastDonation past(const Donation& donation) {
    return {.date = donation.date,
            .type = donation.type,
            .ml = donation.ml,
            .units = donation.units,
            .special_match = {}};
}

} // namespace rexue::honour
