// The extensions that are understood, by their official addresses and our own, and those that must
// be and are not.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/rules/questionnaire/object_reader.h"

namespace rexue::questionnaire {

namespace extension_url {

inline constexpr std::string_view fhir = "http://hl7.org/fhir/StructureDefinition/";

// Ours. They say what an answer means to the rulebook; who does not know them may ignore them.
inline constexpr std::string_view rule = "https://rexue.example/fhir/StructureDefinition/rule";
inline constexpr std::string_view rule_date =
    "https://rexue.example/fhir/StructureDefinition/rule-date";
inline constexpr std::string_view rule_from =
    "https://rexue.example/fhir/StructureDefinition/rule-from";
inline constexpr std::string_view rule_case =
    "https://rexue.example/fhir/StructureDefinition/rule-case";
inline constexpr std::string_view refer_to_staff =
    "https://rexue.example/fhir/StructureDefinition/refer-to-staff";
inline constexpr std::string_view raised_by =
    "https://rexue.example/fhir/StructureDefinition/raised-by";
inline constexpr std::string_view is_private =
    "https://rexue.example/fhir/StructureDefinition/private";

} // namespace extension_url

// What the translation extension says of the primitive `name` (it stands in `_name`).
std::vector<std::pair<std::string, std::string>> read_translations(const ObjectReader& reader,
                                                                   std::string_view name);

// All that the item's own extensions say.
void read_item_extensions(const ObjectReader& reader, Item& item);

// The extensions of an option.
void read_option_extensions(const ObjectReader& reader, Option& option);

} // namespace rexue::questionnaire
