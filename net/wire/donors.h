// POST /v1/donors/lookup: what a terminal needs to know of a donor, and no more. The full name
// and number stay on the server; a terminal that read a card has them from the card.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "net/wire/identifiers.h"
#include "platform/base/date_text.h"

namespace rexue::wire {

// Exactly one of the two.
struct DonorQuery {
    std::optional<std::string> document_number; // as printed, 5–20 letters and digits
    std::optional<std::string> card_number;     // of an honour card
};
BOOST_DESCRIBE_STRUCT(DonorQuery, (), (document_number, card_number))

enum class DonationType { whole_blood, platelets };
BOOST_DESCRIBE_ENUM(DonationType, whole_blood, platelets)

struct PastDonation {
    base::Date date;
    DonationType type = DonationType::whole_blood;
    std::optional<int> volume_ml; // whole blood
    std::optional<int> units;     // platelets, treatment units
    // Where, by its code (GB/T 2260): honours of a place count what was given there.
    std::optional<std::string> place = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(PastDonation, (), (date, type, volume_ml, units, place))

// 200; 404 not_found for somebody who has never given.
struct DonorBrief {
    DonorId donor;
    std::string masked_name;             // "示*人": first and last character
    std::string masked_number;           // "3702**********0017"
    std::string masked_mobile;           // "138****2046", empty if none is on file
    std::vector<PastDonation> donations; // newest first, at most 200
    // As the document's number says: the rules of age go by it where no document was read.
    std::optional<base::Date> birth = std::nullopt;
    std::optional<std::string> sex = std::nullopt; // "male", "female"
    // In the house that asks, by the house's day.
    std::optional<bool> booked_today = std::nullopt;
    // What honours ask for beside donations. Absent: not known.
    std::optional<int> volunteer_hours = std::nullopt;
    std::optional<int> volunteer_years = std::nullopt;
    std::optional<int> stem_cell_donations = std::nullopt;
    std::optional<bool> rare_group = std::nullopt; // on the station's file of rare groups
};
BOOST_DESCRIBE_STRUCT(DonorBrief, (),
                      (donor, masked_name, masked_number, masked_mobile, donations, birth, sex,
                       booked_today, volunteer_hours, volunteer_years, stem_cell_donations,
                       rare_group))

} // namespace rexue::wire
