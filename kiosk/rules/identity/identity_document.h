// Who a document says somebody is: parsed from the 256-byte record of a card or typed in.
#pragma once

#include "platform/base/date_text.h"
#include "platform/base/error.h"

#include <boost/describe.hpp>

#include <array>
#include <cstddef>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace rexue::identity {

// GB 11643 resident, HK/Macao/Taiwan resident permit (type J), foreign permanent resident ID of
// 2017 (type I) and of 2023 (type Y).
enum class DocumentKind { resident, hmt_resident, foreign_2017, foreign_2023, unknown };
BOOST_DESCRIBE_ENUM(DocumentKind, resident, hmt_resident, foreign_2017, foreign_2023, unknown)

// As printed on the document; never guessed from anything else.
enum class Sex { male, female, unknown };
BOOST_DESCRIBE_ENUM(Sex, male, female, unknown)

struct IdentityDocument {
    DocumentKind kind = DocumentKind::unknown;
    std::string name;          // Chinese name where there is one, else the English name
    std::string english_name;  // foreign documents
    Sex sex = Sex::unknown;
    std::optional<base::Date> birth;
    std::string number;  // upper case
    std::string nation_code;  // GB/T 3304, two digits; empty where the document has none
    std::string nationality;  // ISO 3166-1, as the card codes it; empty for residents
    std::string address;
    std::string authority;
    std::optional<base::Date> valid_from;
    std::optional<base::Date> valid_to;
    bool valid_long_term = false;  // 长期
    std::string permit_number;  // type J: 通行证号

    bool operator==(const IdentityDocument&) const = default;
};

// The bytes of card_record (domain facts §5.3). corrupt when the record is not 256 bytes, has no
// name or no number, or the number's check digit is wrong; the detail names the member only.
base::Result<IdentityDocument> parse_card_record(std::span<const std::byte> record);

// The other way round, for simulators and tests: speaks the same layout.
base::Result<std::array<std::byte, 256>> make_card_record(const IdentityDocument& document);

enum class Validity { valid, not_yet, expired, unknown };
BOOST_DESCRIBE_ENUM(Validity, valid, not_yet, expired, unknown)
Validity validity_on(const IdentityDocument& document, base::Date on);

// GB 11643 / ISO 7064 MOD 11-2 and the others, for a number alone.
struct NumberCheck {
    DocumentKind kind = DocumentKind::unknown;
    bool valid = false;
    std::optional<base::Date> birth;
    Sex sex = Sex::unknown;
    std::string why;  // empty when valid; else one plain English sentence without the number
};
// `today` refuses births in the future and lives over 150 years.
NumberCheck check_number(std::string_view number, base::Date today);

// "示*人", "欧**娜", "A** B**" …: first and last character stay, at least one is hidden.
// A name of one character is hidden whole.
std::string mask_name(std::string_view name);
// First four and last four characters stay; shorter numbers keep the last two.
std::string mask_number(std::string_view number);

// What an honour card's QR code holds in this release: "REXUE1:" and a card number of 16 digits,
// the last two the MOD 97-10 check digits of ISO 7064.
struct CardCode {
    std::string card_number;
};
enum class CodeFault {
    not_ours,          // another issuer's code, a URL, a payment code …
    mistyped,          // our prefix, wrong length or check digits
    hostile,           // control or direction characters, or far too long
};
BOOST_DESCRIBE_ENUM(CodeFault, not_ours, mistyped, hostile)
std::expected<CardCode, CodeFault> parse_card_code(std::string_view scanned_text);
// The check digits for 14 digits; invalid_argument otherwise.
base::Result<std::string> make_card_number(std::string_view fourteen_digits);

}  // namespace rexue::identity
