#include "net/server/sample.h"

#include <chrono>

#include <fmt/format.h>

#include "net/server/keys/secrets.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"

namespace rexue::server {

struct SampleStaff {
    wire::HouseId house;
    std::string number;
    std::string name;
    wire::StaffRole role = wire::StaffRole::nurse;
    std::string pin;
};
BOOST_DESCRIBE_STRUCT(SampleStaff, (), (house, number, name, role, pin))

struct SampleDonation {
    int days_ago = 0;
    wire::DonationType type = wire::DonationType::whole_blood;
    std::optional<int> volume_ml;
    std::optional<int> units;
    std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(SampleDonation, (), (days_ago, type, volume_ml, units, place))

struct SampleDonor {
    wire::DonorId id;
    std::string name;
    std::string document_number;
    std::string mobile;
    std::vector<SampleDonation> donations;
    std::optional<std::string> honour_card;
    std::optional<std::string> place; // of the donations that name none
    std::optional<int> volunteer_hours;
    std::optional<int> volunteer_years;
    std::optional<int> stem_cell_donations;
    std::optional<bool> rare_group;
};
BOOST_DESCRIBE_STRUCT(SampleDonor, (),
                      (id, name, document_number, mobile, donations, honour_card, place,
                       volunteer_hours, volunteer_years, stem_cell_donations, rare_group))

struct SampleStock {
    wire::HouseId house;
    std::string offer;
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(SampleStock, (), (house, offer, count))

namespace {

constexpr size_t max_sample_bytes = 1024 * 1024;

template <typename Row>
base::Result<std::vector<Row>> read_rows(const std::filesystem::path& folder,
                                         std::string_view file) {
    const auto text = storage::read_text_file(folder / file, max_sample_bytes);
    if (!text)
        return base::fail(text.error().code, fmt::format("{}: {}", file, text.error().detail));
    const auto value = json::parse(*text);
    if (!value)
        return base::fail(value.error().code, fmt::format("{}: {}", file, value.error().detail));
    auto rows = json::from_json<std::vector<Row>>(*value);
    if (!rows) return base::fail(rows.error().code, fmt::format("{}{}", file, rows.error().detail));
    return rows;
}

Donor donor_of(const SampleDonor& row, base::Date today) {
    Donor donor{.id = row.id,
                .name = row.name,
                .document_number = row.document_number,
                .mobile = row.mobile,
                .donations = {},
                .volunteer_hours = row.volunteer_hours,
                .volunteer_years = row.volunteer_years,
                .stem_cell_donations = row.stem_cell_donations,
                .rare_group = row.rare_group};
    for (const SampleDonation& donation : row.donations) {
        donor.donations.push_back({.date = base::Date(std::chrono::sys_days(today) -
                                                      std::chrono::days(donation.days_ago)),
                                   .type = donation.type,
                                   .volume_ml = donation.volume_ml,
                                   .units = donation.units,
                                   .place = donation.place ? donation.place : row.place});
    }
    return donor;
}

StaffMember member_of(const SampleStaff& row) {
    return {.house = row.house,
            .number = row.number,
            .name = row.name,
            .role = row.role,
            .pin_hash = keys::hash_pin(row.pin),
            .wrong_pins_in_a_row = 0,
            .blocked_until = {}};
}

} // namespace

base::Status load_sample(Store& store, const std::filesystem::path& folder, base::Date today) {
    const auto houses = read_rows<wire::House>(folder, "houses.json");
    if (!houses) return base::fail(houses);
    const auto staff = read_rows<SampleStaff>(folder, "staff.json");
    if (!staff) return base::fail(staff);
    const auto donors = read_rows<SampleDonor>(folder, "donors.json");
    if (!donors) return base::fail(donors);

    const auto stock = read_rows<SampleStock>(folder, "stock.json");
    if (!stock) return base::fail(stock);

    base::Status status;
    for (const auto& house : *houses) {
        if (status) status = store.put_house(house);
    }
    for (const auto& row : *staff) {
        if (status) status = keys::check_pin(row.pin);
        if (status) status = store.put_staff(member_of(row));
    }
    for (const auto& row : *donors) {
        if (status) status = store.put_donor(donor_of(row, today), row.honour_card);
    }
    for (const auto& row : *stock) {
        if (status) status = store.put_stock(row.house, {.offer = row.offer, .count = row.count});
    }
    return status;
}

} // namespace rexue::server
