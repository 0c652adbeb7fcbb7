#include "net/credential/honour_claims.h"

#include <algorithm>

#include <fmt/format.h>

#include "net/credential/first_day.h"
#include "net/credential/registered.h"
#include "platform/base/mod_97_10.h"
#include "platform/base/utf8.h"

namespace rexue::credential {

namespace {

constexpr size_t number_digits = 16;
constexpr size_t number_bytes = 6; // 14 digits are less than 2^47
constexpr size_t longest_name_bytes = 96;
constexpr size_t longest_word_chars = 32;
constexpr size_t most_awards = 16;
constexpr int first_year = 1990;
constexpr int last_year = first_year + 255;
constexpr int most_donations = 99'999;

std::unexpected<base::Error> fault(const char* member, const char* what) {
    return base::fail(base::ErrorCode::invalid_argument, fmt::format("{}: {}", member, what));
}

bool is_word(std::string_view text) {
    return !text.empty() && text.size() <= longest_word_chars &&
           std::ranges::all_of(text, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
                      c == '.';
           });
}

// Controls and what turns the direction of writing could make a screen show another name.
bool is_name(std::string_view text) {
    if (text.empty() || text.size() > longest_name_bytes || !base::is_valid_utf8(text)) {
        return false;
    }
    return std::ranges::none_of(base::code_points(text), [](char32_t point) {
        return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x061C ||
               (point >= 0x200B && point <= 0x200F) || (point >= 0x2028 && point <= 0x202E) ||
               (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF;
    });
}

// ---- writing ----

cbor::Value null() {
    return {.is = cbor::Null{}};
}

cbor::Value card_bytes(std::string_view number) {
    std::uint64_t value = 0;
    for (const char c : number.substr(0, number_digits - 2))
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    base::Bytes bytes(number_bytes);
    for (size_t i = number_bytes; i-- > 0; value >>= 8)
        bytes[i] = static_cast<std::byte>(value & 0xFF);
    return cbor::bytes(std::move(bytes));
}

cbor::Value word_value(Register which, const std::string& word) {
    const auto number = number_of(which, word);
    return number ? cbor::integer(*number) : cbor::text(word);
}

// Two bytes an award where all have numbers; else id, year, id, year …
cbor::Value awards_value(const std::vector<AwardHeld>& awards) {
    if (awards.empty()) return null();
    base::Bytes pairs;
    cbor::Array words;
    for (const AwardHeld& award : awards) {
        if (const auto number = number_of(Register::awards, award.id)) {
            pairs.push_back(static_cast<std::byte>(*number));
            pairs.push_back(static_cast<std::byte>(award.year - first_year));
        }
        words.push_back(cbor::text(award.id));
        words.push_back(cbor::integer(award.year));
    }
    if (pairs.size() == 2 * awards.size()) return cbor::bytes(std::move(pairs));
    return cbor::array(std::move(words));
}

cbor::Value place_value(const HonourClaims& claims) {
    if (!claims.province && !claims.city) return null();
    const std::string& code = claims.city ? *claims.city : *claims.province;
    return cbor::integer(std::stoi(code.substr(0, 4)));
}

cbor::Value count_value(std::optional<int> count) {
    return count ? cbor::integer(*count) : null();
}

base::Status check_place(const HonourClaims& claims) {
    for (const auto* code : {&claims.province, &claims.city}) {
        if (!*code) continue;
        const bool fits = (*code)->size() == 6 && base::is_all_digits(**code) &&
                          (*code)->ends_with("00") && !(*code)->starts_with('0');
        if (!fits) return fault(code == &claims.city ? "city" : "province", "no code of GB/T 2260");
    }
    if (claims.province && !claims.province->ends_with("0000")) {
        return fault("province", "a province's code ends in four zeros");
    }
    if (claims.city && claims.city->ends_with("0000")) return fault("city", "is a province");
    if (claims.province && claims.city &&
        claims.province->substr(0, 2) != claims.city->substr(0, 2)) {
        return fault("city", "lies in another province");
    }
    return {};
}

base::Status check_counts(const HonourClaims& claims) {
    for (const auto& count : {claims.award_count, claims.whole_blood_count}) {
        if (count && (*count < 0 || *count > most_donations))
            return fault("counts", "out of range");
    }
    if (claims.as_of && (!claims.as_of->ok() || std::chrono::sys_days(*claims.as_of) < first_day)) {
        return fault("as_of", "no day from 2020 on");
    }
    return {};
}

base::Status check(const HonourClaims& claims) {
    const std::string_view number = claims.card_number;
    if (number.size() != number_digits || !base::has_check_digits(number)) {
        return fault("card_number", "16 digits, the last two their check digits");
    }
    if (!is_name(claims.name)) return fault("name", "1 to 96 bytes of UTF-8 that can be seen");
    if (claims.tier && !is_word(*claims.tier)) return fault("tier", "no id");
    if (claims.awards.size() > most_awards) return fault("awards", "more than 16");
    for (const AwardHeld& award : claims.awards) {
        if (!is_word(award.id)) return fault("awards", "no id");
        if (award.year < first_year || award.year > last_year) return fault("awards", "no year");
    }
    if (claims.blood_group && !number_of(Register::blood_groups, *claims.blood_group)) {
        return fault("blood_group", "no blood group");
    }
    if (const auto placed = check_place(claims); !placed) return placed;
    return check_counts(claims);
}

// ---- reading ----

bool is_absent(const cbor::Value& value) {
    return value.as<cbor::Null>() != nullptr;
}

bool take_card(HonourClaims& claims, const cbor::Value& value) {
    const auto* bytes = value.as<base::Bytes>();
    if (bytes == nullptr || bytes->size() != number_bytes) return false;
    std::uint64_t number = 0;
    for (const std::byte byte : *bytes)
        number = number << 8 | std::to_integer<std::uint64_t>(byte);
    std::string digits = fmt::format("{:014}", number);
    if (digits.size() != number_digits - 2) return false;
    claims.card_number = base::with_check_digits(digits);
    base::wipe(digits);
    return true;
}

bool take_name(HonourClaims& claims, const cbor::Value& value) {
    const auto* text = value.as<std::string>();
    if (text == nullptr) return false;
    claims.name = *text;
    return true;
}

std::optional<std::string> word_from(Register which, const cbor::Value& value) {
    if (const auto* number = value.as<std::uint64_t>()) {
        const auto word = word_of(which, *number);
        if (!word) return std::nullopt;
        return std::string(*word);
    }
    // A word that has a number is written with it: one card, one form.
    const auto* text = value.as<std::string>();
    if (text == nullptr || number_of(which, *text)) return std::nullopt;
    return *text;
}

bool take_tier(HonourClaims& claims, const cbor::Value& value) {
    claims.tier = word_from(Register::tiers, value);
    return claims.tier.has_value();
}

bool take_awards(HonourClaims& claims, const cbor::Value& value) {
    if (const auto* pairs = value.as<base::Bytes>()) {
        if (pairs->empty() || pairs->size() % 2 != 0) return false;
        for (size_t i = 0; i < pairs->size(); i += 2) {
            const auto word =
                word_of(Register::awards, std::to_integer<std::uint64_t>((*pairs)[i]));
            if (!word) return false;
            claims.awards.push_back({.id = std::string(*word),
                                     .year = first_year + std::to_integer<int>((*pairs)[i + 1])});
        }
        return true;
    }
    const auto* words = value.as<cbor::Array>();
    if (words == nullptr || words->empty() || words->size() % 2 != 0) return false;
    for (size_t i = 0; i < words->size(); i += 2) {
        const auto* id = (*words)[i].as<std::string>();
        const auto year = cbor::as_integer((*words)[i + 1]);
        if (id == nullptr || !year || *year < first_year || *year > last_year) return false;
        claims.awards.push_back({.id = *id, .year = static_cast<int>(*year)});
    }
    return true;
}

bool take_place(HonourClaims& claims, const cbor::Value& value) {
    const auto code = cbor::as_integer(value);
    if (!code || *code < 1000 || *code > 9999) return false;
    claims.province = fmt::format("{:02}0000", *code / 100);
    if (*code % 100 != 0) claims.city = fmt::format("{:04}00", *code);
    return true;
}

bool take_count(std::optional<int>& count, const cbor::Value& value) {
    const auto number = cbor::as_integer(value);
    if (!number || *number < 0 || *number > most_donations) return false;
    count = static_cast<int>(*number);
    return true;
}

bool take_award_count(HonourClaims& claims, const cbor::Value& value) {
    return take_count(claims.award_count, value);
}

bool take_whole_blood_count(HonourClaims& claims, const cbor::Value& value) {
    return take_count(claims.whole_blood_count, value);
}

bool take_as_of(HonourClaims& claims, const cbor::Value& value) {
    const auto days = cbor::as_integer(value);
    constexpr int most_days = 80'000; // the year 2239
    if (!days || *days < 0 || *days > most_days) return false;
    claims.as_of = base::Date(first_day + std::chrono::days(*days));
    return true;
}

bool take_blood_group(HonourClaims& claims, const cbor::Value& value) {
    const auto* number = value.as<std::uint64_t>();
    const auto word = number == nullptr ? std::nullopt : word_of(Register::blood_groups, *number);
    if (!word) return false;
    claims.blood_group = std::string(*word);
    return true;
}

struct Place {
    const char* name;
    bool required;
    bool (*take)(HonourClaims&, const cbor::Value&);
};

constexpr Place places[]{
    {.name = "card_number", .required = true, .take = take_card},
    {.name = "name", .required = true, .take = take_name},
    {.name = "tier", .required = false, .take = take_tier},
    {.name = "awards", .required = false, .take = take_awards},
    {.name = "place", .required = false, .take = take_place},
    {.name = "award_count", .required = false, .take = take_award_count},
    {.name = "whole_blood_count", .required = false, .take = take_whole_blood_count},
    {.name = "as_of", .required = false, .take = take_as_of},
    {.name = "blood_group", .required = false, .take = take_blood_group},
};

} // namespace

base::Result<cbor::Value> to_cbor(const HonourClaims& claims) {
    if (const auto checked = check(claims); !checked) return base::fail(checked);
    cbor::Array items{card_bytes(claims.card_number), cbor::text(claims.name)};
    items.push_back(claims.tier ? word_value(Register::tiers, *claims.tier) : null());
    items.push_back(awards_value(claims.awards));
    items.push_back(place_value(claims));
    items.push_back(count_value(claims.award_count));
    items.push_back(count_value(claims.whole_blood_count));
    items.push_back(claims.as_of
                        ? cbor::integer((std::chrono::sys_days(*claims.as_of) - first_day).count())
                        : null());
    items.push_back(claims.blood_group ? word_value(Register::blood_groups, *claims.blood_group)
                                       : null());
    while (is_absent(items.back()))
        items.pop_back();
    return cbor::array(std::move(items));
}

base::Result<HonourClaims> claims_from_cbor(const cbor::Value& value) {
    const auto* items = value.as<cbor::Array>();
    if (items == nullptr) return fault("claim", "no array");
    HonourClaims claims;
    size_t at = 0;
    for (const Place& place : places) {
        const cbor::Value* item = at < items->size() ? &(*items)[at] : nullptr;
        ++at;
        if (item == nullptr || is_absent(*item)) {
            if (place.required) return fault(place.name, "is missing");
        } else if (!place.take(claims, *item)) {
            return fault(place.name, "is malformed");
        }
    }
    if (const auto checked = check(claims); !checked) return base::fail(checked);
    return claims;
}

} // namespace rexue::credential
