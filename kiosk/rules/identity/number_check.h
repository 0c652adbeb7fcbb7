// Document numbers alone: their form, check digit, and what they tell of birth and sex.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/rules/identity/identity_document.h"

namespace rexue::identity {

// `valid` means: well-formed, the check digit fits, the birth date can be. It does not mean that
// such a document was ever issued.
struct NumberCheck {
    DocumentKind kind = DocumentKind::unknown;
    bool valid = false;
    // Of valid numbers, and of first-generation ones; nothing is read from a number with a slip.
    std::optional<base::Date> birth;
    Sex sex = Sex::unknown;
    std::string why;     // empty when valid; else one plain English sentence without the number
    std::string warning; // of a valid number that staff should compare with the card
};

// 18 characters are a resident (GB 11643), HK/Macao/Taiwan (area 810000, 820000, 830000) or
// foreign 2023 number (first digit 9), each with a check digit. Three letters and 12 digits are a
// foreign 2017 number: its 7-3-1 check is known from one good sample only, so a misfit is a
// warning. 15 digits are a first-generation resident number: told apart and read, but not valid,
// because it has no check digit and its card went out of use on 2013-01-01; eighteen_digit_form
// finds the donor in old records.
//
// Spaces around the number, lower case and full-width forms are what people type and are accepted;
// any other character is refused. No copy of the number is left in memory. `today` refuses births
// in the future and over 150 years ago.
NumberCheck check_number(std::string_view number, base::Date today);

// Upper-case ASCII letters and digits, or nothing if there is any other character inside.
std::optional<std::string> normalised_number(std::string_view typed);

// ISO 7064 MOD 11-2 over 17 digits: '0'–'9' or 'X'. Nothing for other texts.
std::optional<char> check_character(std::string_view seventeen_digits);

// The form and, where there is a binding one, the check digit. For numbers read from a card, which
// come normalised and whose dates stand in fields of their own.
bool number_fits_kind(std::string_view number, DocumentKind kind);

// A first-generation number in the form of GB 11643-1999: the century put in, the check digit
// added. Nothing unless `fifteen_digits` is 15 digits.
std::optional<std::string> eighteen_digit_form(std::string_view number);

} // namespace rexue::identity
