#include "kiosk/rules/identity/card_record.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "kiosk/rules/identity/card_layout.h"
#include "kiosk/rules/identity/number_check.h"
#include "platform/base/utf8.h"

namespace rexue::identity {

namespace {

using layout::CardLayout;
using layout::Field;

constexpr std::string_view long_term = "长期";

const CardLayout& card_of_type(char16_t type) {
    for (const CardLayout* card :
         {&layout::hmt_resident, &layout::foreign_2017, &layout::foreign_2023}) {
        if (card->type == type) return *card;
    }
    return layout::resident;
}

// Everything up to the first NUL: some readers fill with NUL where the card has spaces.
base::SecretText raw_text(std::span<const std::byte> record, Field field) {
    const base::SecretText text =
        base::utf8_from_utf16le(record.subspan(field.offset, field.length));
    const std::string_view whole = text;
    return whole.substr(0, whole.find('\0'));
}

base::SecretText text_of(std::span<const std::byte> record, Field field) {
    const base::SecretText raw = raw_text(record, field);
    return base::trimmed(raw);
}

// The second field goes on where the first is full, be that in a gap between two names: the
// padding of the first is cut only after the two are one.
base::SecretText english_name_of(std::span<const std::byte> record, const CardLayout& card) {
    const base::SecretText whole =
        raw_text(record, card.english_name).str() + raw_text(record, card.english_name_rest).str();
    std::string name;
    name.reserve(whole.size()); // growing would leave pieces behind
    for (const char c : base::trimmed(whole)) {
        if (c != ' ' || name.back() != ' ') name += c;
    }
    return name;
}

// GB/T 2261.1: 1 male, 2 female; 0 unknown and 9 unstated are never taken for one of the two.
Sex sex_of(std::string_view code) {
    if (code == "1") return Sex::male;
    if (code == "2") return Sex::female;
    return Sex::unknown;
}

std::string_view code_of(Sex sex) {
    switch (sex) {
        case Sex::male:
            return "1";
        case Sex::female:
            return "2";
        case Sex::unknown:
            return "0";
    }
    return "0";
}

std::optional<base::Date> date_of(std::string_view text) {
    const auto date = base::parse_plain_date(text);
    return date ? std::optional(*date) : std::nullopt;
}

// Two digits; a card that has something else there is still a good card.
std::optional<int> count_of(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.empty() || !std::ranges::all_of(text, is_digit)) return std::nullopt;
    int count = 0;
    for (const char c : text)
        count = count * 10 + (c - '0');
    return count;
}

bool has_control_characters(std::string_view text) {
    return std::ranges::any_of(base::code_points(text), [](char32_t point) {
        return point < 0x20 || (point >= 0x7F && point < 0xA0);
    });
}

base::Status check_members(const IdentityDocument& document) {
    const auto corrupt = [](std::string detail) {
        return base::fail(base::ErrorCode::corrupt, std::move(detail));
    };
    const std::pair<const char*, std::string_view> texts[] = {
        {"name", document.name},           {"English name", document.english_name},
        {"nation", document.nation_code},  {"nationality", document.nationality},
        {"address", document.address},     {"number", document.number},
        {"authority", document.authority}, {"permit number", document.permit_number}};
    for (const auto& [member, text] : texts) {
        if (has_control_characters(text)) {
            return corrupt(fmt::format("the card's {} holds control characters", member));
        }
    }
    if (document.name.empty()) return corrupt("the card has no name");
    if (document.number.empty()) return corrupt("the card has no number");
    if (!number_fits_kind(document.number, document.kind)) {
        return corrupt("the card's number does not fit its form or its check digit");
    }
    return {};
}

// Lays texts into the record; the first that does not fit is what finish() tells.
class RecordWriter {
  public:
    RecordWriter() {
        for (size_t i = 0; i < record_.size(); i += 2) {
            record_[i] = std::byte{' '};
            record_[i + 1] = std::byte{0};
        }
    }

    void put(const char* member, Field field, std::string_view text) {
        put(member, field, std::span<const std::byte>(base::utf16le_from_utf8(text)));
    }

    void put(const char* member, Field field, std::span<const std::byte> utf16le) {
        if (utf16le.size() > field.length) {
            if (too_long_ == nullptr) too_long_ = member;
            return;
        }
        std::ranges::copy(utf16le, record_.begin() + static_cast<std::ptrdiff_t>(field.offset));
    }

    void put(const char* member, Field field, const std::optional<base::Date>& date) {
        if (!date) return;
        put(member, field,
            fmt::format("{:04}{:02}{:02}", static_cast<int>(date->year()),
                        static_cast<unsigned>(date->month()), static_cast<unsigned>(date->day())));
    }

    base::Result<CardRecord> finish() const {
        if (too_long_ == nullptr) return record_;
        return base::fail(base::ErrorCode::invalid_argument,
                          fmt::format("the {} does not fit its field on the card", too_long_));
    }

  private:
    CardRecord record_{};
    const char* too_long_ = nullptr;
};

const CardLayout* card_of_kind(DocumentKind kind) {
    for (const CardLayout* card :
         {&layout::resident, &layout::hmt_resident, &layout::foreign_2017, &layout::foreign_2023}) {
        if (card->kind == kind) return card;
    }
    return nullptr;
}

void put_english_name(RecordWriter& writer, const CardLayout& card, std::string_view name) {
    const auto utf16le = base::utf16le_from_utf8(name);
    const std::span<const std::byte> units(utf16le);
    const bool goes_on =
        card.english_name_rest.length > 0 && units.size() > card.english_name.length;
    const size_t first = goes_on ? card.english_name.length : units.size();
    writer.put("English name", card.english_name, units.first(first));
    writer.put("English name", card.english_name_rest, units.subspan(first));
}

} // namespace

base::Result<IdentityDocument> parse_card_record(std::span<const std::byte> record) {
    if (record.size() != card_record_bytes) {
        return base::fail(base::ErrorCode::corrupt, "a card record has 256 bytes");
    }
    const auto type = std::to_integer<unsigned>(record[layout::type_field.offset]) |
                      std::to_integer<unsigned>(record[layout::type_field.offset + 1]) << 8U;
    const CardLayout& card = card_of_type(static_cast<char16_t>(type));
    IdentityDocument document;
    document.kind = card.kind;
    document.name = text_of(record, card.name);
    document.english_name = english_name_of(record, card);
    if (document.name.empty()) document.name = document.english_name;
    document.sex = sex_of(text_of(record, card.sex));
    document.birth = date_of(text_of(record, card.birth));
    std::string number = text_of(record, card.number).str();
    std::ranges::replace(number, 'x', 'X');
    document.number = std::move(number);
    document.nation_code = text_of(record, card.nation).str();
    document.nationality = text_of(record, card.nationality).str();
    document.address = text_of(record, card.address);
    document.authority = text_of(record, card.authority);
    document.valid_from = date_of(text_of(record, card.valid_from));
    const std::string valid_to = text_of(record, card.valid_to).str();
    document.valid_to = date_of(valid_to);
    document.valid_long_term = valid_to == long_term;
    document.permit_number = text_of(record, card.permit_number);
    document.issue_count = count_of(text_of(record, card.issue_count));
    if (auto checked = check_members(document); !checked) return base::fail(checked);
    return document;
}

base::Result<CardRecord> make_card_record(const IdentityDocument& document) {
    const CardLayout* card = card_of_kind(document.kind);
    if (card == nullptr) {
        return base::fail(base::ErrorCode::invalid_argument, "no card has the kind `unknown`");
    }
    RecordWriter writer;
    // Where a foreign card has no Chinese name, the English one stands for it.
    const bool has_own_name =
        card->english_name.length == 0 || document.name != document.english_name;
    writer.put("name", card->name, has_own_name ? std::string_view(document.name) : "");
    put_english_name(writer, *card, document.english_name);
    writer.put("sex", card->sex, code_of(document.sex));
    writer.put("nation", card->nation, document.nation_code);
    writer.put("birth date", card->birth, document.birth);
    writer.put("address", card->address, document.address);
    writer.put("number", card->number, document.number);
    writer.put("authority", card->authority, document.authority);
    writer.put("first day", card->valid_from, document.valid_from);
    if (document.valid_long_term) {
        writer.put("last day", card->valid_to, long_term);
    } else {
        writer.put("last day", card->valid_to, document.valid_to);
    }
    writer.put("permit number", card->permit_number, document.permit_number);
    if (document.issue_count) {
        writer.put("issue count", card->issue_count, fmt::format("{:02}", *document.issue_count));
    }
    writer.put("nationality", card->nationality, document.nationality);
    writer.put("type", layout::type_field, base::encode_utf8(card->type));
    return writer.finish();
}

} // namespace rexue::identity
