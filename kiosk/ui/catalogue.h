// One gettext catalogue (.mo), read whole and checked.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/base/error.h"

namespace rexue::ui {

// Which of a catalogue's forms a count takes. The header's "plural=" is a C expression; these are
// the ones that occur in the languages of this program, others are refused.
enum class PluralRule {
    one_form,       // nplurals=1; plural=0            zh, ja, ko, bo
    other_than_one, // nplurals=2; plural=(n != 1)     en, ug, mn
    more_than_one,  // nplurals=2; plural=(n > 1)      fr
};

// From the catalogue's header entry. invalid_argument for any other rule.
base::Result<PluralRule> parse_plural_rule(std::string_view header);
size_t plural_form(PluralRule rule, int count);

class Catalogue {
  public:
    static constexpr size_t max_file_bytes = 4 * 1024 * 1024;
    static constexpr size_t max_entries = 20'000;

    // The little- or big-endian format of the GNU gettext manual, "The Format of GNU MO Files".
    // corrupt: cut, offsets outside the file, strings without their end, not UTF-8, too many.
    static base::Result<Catalogue> parse(std::span<const std::byte> file);

    Catalogue(Catalogue&&) = default;
    Catalogue& operator=(Catalogue&&) = default;

    // "context\x04english" or "english". Empty when there is no translation.
    std::string_view find(std::string_view key) const;
    std::string_view find(std::string_view key, int count) const;

  private:
    Catalogue() = default;

    // Its buffer never moves: views into it are handed out.
    std::vector<char> bytes_;
    std::unordered_map<std::string_view, std::vector<std::string_view>> forms_;
    PluralRule rule_ = PluralRule::one_form;
};

} // namespace rexue::ui
