// Where each member stands in the 256-byte record, one table a kind of card.
#pragma once

#include <cstddef>

#include "kiosk/rules/identity/identity_document.h"

namespace rexue::identity::layout {

// In bytes. A field of no length is one that the layout does not have.
struct Field {
    size_t offset = 0;
    size_t length = 0;
};

// A card whose byte 248 holds `type` has these fields.
struct CardLayout {
    DocumentKind kind;
    char16_t type;
    Field name;
    Field english_name;
    Field english_name_rest; // letters 36–46 of the 2023 card
    Field sex;
    Field nation;
    Field birth;
    Field address;
    Field number;
    Field authority;
    Field valid_from;
    Field valid_to;
    Field permit_number;
    Field issue_count;
    Field nationality;
};

inline constexpr Field type_field{.offset = 248, .length = 2};

inline constexpr CardLayout resident{.kind = DocumentKind::resident,
                                     .type = u' ',
                                     .name = {0, 30},
                                     .english_name = {},
                                     .english_name_rest = {},
                                     .sex = {30, 2},
                                     .nation = {32, 4},
                                     .birth = {36, 16},
                                     .address = {52, 70},
                                     .number = {122, 36},
                                     .authority = {158, 30},
                                     .valid_from = {188, 16},
                                     .valid_to = {204, 16},
                                     .permit_number = {},
                                     .issue_count = {},
                                     .nationality = {}};

inline constexpr CardLayout hmt_resident{.kind = DocumentKind::hmt_resident,
                                         .type = u'J',
                                         .name = {0, 30},
                                         .english_name = {},
                                         .english_name_rest = {},
                                         .sex = {30, 2},
                                         .nation = {},
                                         .birth = {36, 16},
                                         .address = {52, 70},
                                         .number = {122, 36},
                                         .authority = {158, 30},
                                         .valid_from = {188, 16},
                                         .valid_to = {204, 16},
                                         .permit_number = {220, 18},
                                         .issue_count = {238, 4},
                                         .nationality = {}};

inline constexpr CardLayout foreign_2017{.kind = DocumentKind::foreign_2017,
                                         .type = u'I',
                                         .name = {158, 30},
                                         .english_name = {0, 120},
                                         .english_name_rest = {},
                                         .sex = {120, 2},
                                         .nation = {},
                                         .birth = {220, 16},
                                         .address = {},
                                         .number = {122, 30},
                                         .authority = {},
                                         .valid_from = {188, 16},
                                         .valid_to = {204, 16},
                                         .permit_number = {},
                                         .issue_count = {},
                                         .nationality = {152, 6}};

inline constexpr CardLayout foreign_2023{.kind = DocumentKind::foreign_2023,
                                         .type = u'Y',
                                         .name = {0, 30},
                                         .english_name = {52, 70},
                                         .english_name_rest = {220, 22},
                                         .sex = {30, 2},
                                         .nation = {},
                                         .birth = {36, 16},
                                         .address = {},
                                         .number = {122, 36},
                                         .authority = {},
                                         .valid_from = {188, 16},
                                         .valid_to = {204, 16},
                                         .permit_number = {},
                                         .issue_count = {},
                                         .nationality = {242, 6}};

} // namespace rexue::identity::layout
