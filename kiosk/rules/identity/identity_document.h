// Who a document says somebody is. Cards are parsed in card_record.h, typed numbers checked in
// number_check.h.
#pragma once

#include <optional>
#include <string>

#include <boost/describe.hpp>

#include "platform/base/date_text.h"
#include "platform/base/secret_text.h"

namespace rexue::identity {

// GB 11643 resident, HK/Macao/Taiwan resident permit (type J), foreign permanent resident ID of
// 2017 (type I) and of 2023 (type Y).
enum class DocumentKind { resident, hmt_resident, foreign_2017, foreign_2023, unknown };
BOOST_DESCRIBE_ENUM(DocumentKind, resident, hmt_resident, foreign_2017, foreign_2023, unknown)

// As printed on the document; never guessed from anything else.
enum class Sex { male, female, unknown };
BOOST_DESCRIBE_ENUM(Sex, male, female, unknown)

// Texts are UTF-8 without padding; what tells one person from another is wiped. Rare characters,
// private-use ones among them, stay as they are.
struct IdentityDocument {
    DocumentKind kind = DocumentKind::unknown;
    base::SecretText name;         // Chinese name where there is one, else the English name
    base::SecretText english_name; // foreign documents
    Sex sex = Sex::unknown;
    std::optional<base::Date> birth;
    base::SecretText number; // upper case
    std::string nation_code; // GB/T 3304, two digits; empty where the document has none
    std::string nationality; // ISO 3166-1, as the card codes it; empty for residents
    base::SecretText address;
    base::SecretText authority;
    std::optional<base::Date> valid_from;
    std::optional<base::Date> valid_to;
    bool valid_long_term = false;   // 长期
    base::SecretText permit_number; // type J: 通行证号
    // Type J: 签发次数, 0 to 99. Empty when the card has none or something that is no number.
    std::optional<int> issue_count = std::nullopt;

    bool operator==(const IdentityDocument&) const = default;
};

enum class Validity { valid, not_yet, expired, unknown };
BOOST_DESCRIBE_ENUM(Validity, valid, not_yet, expired, unknown)

// Both printed days belong to the period. `unknown` when the document names no last day.
Validity validity_on(const IdentityDocument& document, base::Date on);

} // namespace rexue::identity
