// The questions of a station's form that the program itself fills in or reads, by their link ids.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "kiosk/rules/questionnaire/form.h"

namespace rexue::questionnaire::station_links {

inline constexpr std::string_view notice_read = "Q01";
inline constexpr std::string_view what_to_give = "Q06";
// Of the last donation, where it is on record: filled in.
inline constexpr std::string_view known_type = "Q07.known.type";
inline constexpr std::string_view known_date = "Q07.known.date";
// Below it: whether there was another one since. A station's form may leave it out.
inline constexpr std::string_view given_since = "Q07.known.since";
// And where it is not on record: asked. The last two are also asked of one since then.
inline constexpr std::string_view given_before = "Q07.before";
inline constexpr std::string_view last_type = "Q07.type";
inline constexpr std::string_view last_date = "Q07.date";
// An answer below it that refers to staff by this code tells of a reaction to an earlier donation.
inline constexpr std::string_view past_reaction = "Q08";
// Hidden: by these the form asks nobody what is known, and no man about pregnancy.
inline constexpr std::string_view sex = "sex";
inline constexpr std::string_view history_is_known = "history-known";

struct Link {
    std::string_view id;
    ItemType type;
};
inline constexpr std::array all{
    Link{notice_read, ItemType::boolean},  Link{what_to_give, ItemType::choice},
    Link{known_type, ItemType::choice},    Link{known_date, ItemType::date},
    Link{given_before, ItemType::boolean}, Link{last_type, ItemType::choice},
    Link{last_date, ItemType::date},       Link{past_reaction, ItemType::boolean},
    Link{sex, ItemType::choice},           Link{history_is_known, ItemType::boolean},
};

// One that the form does not have, or has of another type, and `past_reaction` too where no answer
// refers by it: such a form would lose what is known of a donor without a word.
std::optional<Link> missing_in(const Form& form);

} // namespace rexue::questionnaire::station_links
