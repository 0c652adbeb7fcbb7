// The shipped files, and histories to ask about.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/rules/donation/rulebook.h"
#include "kiosk/rules/honour/honours.h"
#include "platform/storage/file.h"
#include "platform/storage/folder.h"

namespace rexue::honour {

inline std::string read(const std::filesystem::path& file) {
    return storage::read_text_file(file, 1 << 20).value();
}

inline std::vector<base::NamedText> folder(const std::string& name) {
    return storage::read_folder(REXUE_SOURCE_DIR "/assets/" + name, ".json", 1 << 20).value();
}

inline Assets shipped_assets() {
    return {.awards = folder("awards"),
            .honour_cards = folder("honour-cards"),
            .fee_relief = folder("fee-relief"),
            .benefits = folder("benefits"),
            .moments = folder("moments")};
}

inline const Honours& shipped() {
    static const Honours honours = Honours::load(shipped_assets()).value();
    return honours;
}

inline const donation::Rulebook& rulebook() {
    static const donation::Rulebook book =
        donation::Rulebook::load(
            read(std::string(REXUE_SOURCE_DIR) + "/assets/rulebooks/gb18467-2011.json"))
            .value();
    return book;
}

inline base::Date day(const char* text) {
    return base::parse_date(text).value();
}

inline base::Date plus(base::Date date, int days) {
    return std::chrono::sys_days(date) + std::chrono::days(days);
}

inline Donation blood(const char* date, int ml, std::optional<std::string> place = {}) {
    return {.date = day(date),
            .type = DonationType::whole_blood,
            .ml = ml,
            .units = {},
            .place = std::move(place)};
}

inline Donation platelets(const char* date, int units, std::optional<std::string> place = {}) {
    return {.date = day(date),
            .type = DonationType::platelets,
            .ml = {},
            .units = units,
            .place = std::move(place)};
}

// Somebody in Zibo who has not given yet.
inline Record somebody(std::vector<Donation> history = {}) {
    Record record;
    record.on = day("2026-06-15");
    record.province = "370000";
    record.city = "370300";
    record.history = std::move(history);
    return record;
}

// So many of 200 mL, a day apart and the last one on 2026-06-10: a count each.
inline std::vector<Donation> ones(int count, std::optional<std::string> place = {}) {
    std::vector<Donation> history;
    for (int i = 0; i < count; ++i) {
        history.push_back(blood("2026-06-10", 200, place));
        history.back().date = plus(history.back().date, i + 1 - count);
    }
    return history;
}

inline Ledgers ledgers_of(const Record& record) {
    return shipped().ledgers(record, &rulebook());
}

} // namespace rexue::honour
