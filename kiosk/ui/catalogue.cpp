#include "kiosk/ui/catalogue.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "platform/base/utf8.h"

namespace rexue::ui {

namespace {

constexpr std::uint32_t magic = 0x950412DE;
constexpr size_t header_bytes = 28;

std::unexpected<base::Error> corrupt(const char* what) {
    return base::fail(base::ErrorCode::corrupt, std::string("catalogue: ") + what);
}

// Numbers of the file, in the byte order its first word shows.
class Words {
  public:
    explicit Words(std::span<const std::byte> file) : file_(file) {}

    bool find_order() {
        if (at(0) == magic) return true;
        swapped_ = true;
        return at(0) == magic;
    }

    std::uint32_t at(size_t offset) const {
        std::array<std::uint8_t, 4> bytes;
        std::memcpy(bytes.data(), file_.data() + offset, bytes.size());
        if (swapped_) bytes = {bytes[3], bytes[2], bytes[1], bytes[0]};
        return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8 |
               static_cast<std::uint32_t>(bytes[2]) << 16 |
               static_cast<std::uint32_t>(bytes[3]) << 24;
    }

  private:
    std::span<const std::byte> file_;
    bool swapped_ = false;
};

// A string of the table at `entry`: its length and offset, its end marked by a zero byte.
base::Result<std::string_view> string_at(const Words& words, std::span<const char> bytes,
                                         size_t entry) {
    const size_t length = words.at(entry);
    const size_t offset = words.at(entry + 4);
    if (offset > bytes.size() || length >= bytes.size() - offset) {
        return corrupt("a string lies outside the file");
    }
    if (bytes[offset + length] != '\0') return corrupt("a string has no end");
    const std::string_view text(bytes.data() + offset, length);
    if (!base::is_valid_utf8(text)) return corrupt("a string is not UTF-8");
    return text;
}

std::vector<std::string_view> split_forms(std::string_view text) {
    std::vector<std::string_view> forms;
    for (;;) {
        const size_t end = text.find('\0');
        forms.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return forms;
        text.remove_prefix(end + 1);
    }
}

} // namespace

base::Result<PluralRule> parse_plural_rule(std::string_view header) {
    constexpr std::string_view field = "Plural-Forms:";
    const size_t start = header.find(field);
    if (start == std::string_view::npos) return PluralRule::one_form;
    std::string_view rest = header.substr(start + field.size());
    rest = rest.substr(0, rest.find('\n'));
    std::string plain;
    for (const char c : rest) {
        if (c != ' ' && c != '\t' && c != '(' && c != ')') plain += c;
    }
    if (!plain.empty() && plain.back() != ';') plain += ';';
    if (plain == "nplurals=1;plural=0;") return PluralRule::one_form;
    if (plain == "nplurals=2;plural=n!=1;") return PluralRule::other_than_one;
    if (plain == "nplurals=2;plural=n>1;") return PluralRule::more_than_one;
    return base::fail(base::ErrorCode::invalid_argument, "catalogue: an unknown plural rule");
}

size_t plural_form(PluralRule rule, int count) {
    switch (rule) {
        case PluralRule::one_form:
            return 0;
        case PluralRule::other_than_one:
            return count == 1 ? 0 : 1;
        case PluralRule::more_than_one:
            return count > 1 ? 1 : 0;
    }
    REXUE_ASSERT(!"a plural rule that has no form");
}

base::Result<Catalogue> Catalogue::parse(std::span<const std::byte> file) {
    if (file.size() < header_bytes || file.size() > max_file_bytes) return corrupt("size");
    Words words(file);
    if (!words.find_order()) return corrupt("not a .mo file");
    if (words.at(4) >> 16 > 1) return corrupt("an unknown revision");
    const size_t count = words.at(8);
    const size_t originals = words.at(12);
    const size_t translations = words.at(16);
    if (count > max_entries) return corrupt("too many entries");
    if (originals > file.size() || count * 8 > file.size() - originals ||
        translations > file.size() || count * 8 > file.size() - translations) {
        return corrupt("a table lies outside the file");
    }
    Catalogue catalogue;
    catalogue.bytes_.resize(file.size());
    std::memcpy(catalogue.bytes_.data(), file.data(), file.size());
    for (size_t i = 0; i < count; ++i) {
        const auto original = string_at(words, catalogue.bytes_, originals + i * 8);
        if (!original) return base::fail(original);
        const auto translation = string_at(words, catalogue.bytes_, translations + i * 8);
        if (!translation) return base::fail(translation);
        if (original->empty()) {
            const auto rule = parse_plural_rule(*translation);
            if (!rule) return base::fail(rule);
            catalogue.rule_ = *rule;
            continue;
        }
        // Looked up by the singular, as gettext does.
        const std::string_view key = original->substr(0, original->find('\0'));
        catalogue.forms_.emplace(key, split_forms(*translation));
    }
    return catalogue;
}

std::string_view Catalogue::find(std::string_view key) const {
    const auto found = forms_.find(key);
    return found == forms_.end() ? std::string_view() : found->second.front();
}

std::string_view Catalogue::find(std::string_view key, int count) const {
    const auto found = forms_.find(key);
    if (found == forms_.end()) return {};
    const size_t form = plural_form(rule_, count);
    return form < found->second.size() ? found->second[form] : found->second.front();
}

} // namespace rexue::ui
