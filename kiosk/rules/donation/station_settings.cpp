#include "kiosk/rules/donation/station_settings.h"

#include <algorithm>

#include <fmt/format.h>

#include "platform/base/utf8.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::donation {

namespace {

using json::fault;

std::string text_of(bool value) {
    return value ? "true" : "false";
}

std::string text_of(AgeReading value) {
    return boost::describe::enum_to_string(value, "");
}

std::string text_of(const std::optional<double>& value) {
    return value ? fmt::format("{}", *value) : std::string();
}

class Adapting {
  public:
    Adapting(const Override& wanted, Rule& rule, std::string pointer, std::vector<Change>& changes)
        : wanted_(wanted), rule_(rule), pointer_(std::move(pointer)), changes_(changes) {}

    base::Status apply() {
        if (!wanted_.in_use && !wanted_.reading && !wanted_.at_least && !wanted_.at_most) {
            return fault(pointer_, "sets nothing");
        }
        for (const auto part : {&Adapting::use, &Adapting::read, &Adapting::bound}) {
            if (auto done = (this->*part)(); !done) return done;
        }
        return {};
    }

  private:
    template <typename T>
    void set(T& place, const T& value, const std::string& what) {
        if (place == value) return;
        changes_.push_back({.rule = rule_.id,
                            .what = what,
                            .before = text_of(place),
                            .after = text_of(value),
                            .set_by = wanted_.set_by,
                            .set_on = wanted_.set_on});
        place = value;
    }

    base::Status use() {
        if (!wanted_.in_use) return {};
        if (rule_.readings) return fault(pointer_ + "/in_use", "an upper age is always read");
        set(rule_.in_use, *wanted_.in_use, "in_use");
        return {};
    }

    base::Status read() {
        if (wanted_.reading.has_value() != wanted_.of.has_value()) {
            return fault(pointer_ + "/of", "a reading and the rule it is of go together");
        }
        if (!wanted_.reading) return {};
        if (rule_.readings) {
            const auto found = std::ranges::find(*rule_.readings, *wanted_.of, &Reading::of);
            if (found != rule_.readings->end()) {
                set(found->reading, *wanted_.reading, "reading of " + *wanted_.of);
                return {};
            }
        }
        return fault(pointer_ + "/of", "the book has no reading of it");
    }

    base::Status bound() {
        auto done =
            bound_by(wanted_.at_least, &Bound::at_least, &Bound::station_at_least, "at_least");
        if (!done) return done;
        return bound_by(wanted_.at_most, &Bound::at_most, &Bound::station_at_most, "at_most");
    }

    base::Status bound_by(const std::optional<double>& value, std::optional<double> Bound::* place,
                          std::optional<Range> Bound::* range, const std::string& name) {
        if (!value) return {};
        bool is_found = false;
        if (rule_.bounds) {
            for (Bound& one : *rule_.bounds) {
                const std::optional<Range>& allowed = one.*range;
                if (!allowed) continue;
                if (!(*value >= allowed->least && *value <= allowed->most)) {
                    return fault(pointer_ + "/" + name, fmt::format("the book allows {} to {}",
                                                                    allowed->least, allowed->most));
                }
                is_found = true;
                set(one.*place, value, name);
            }
        }
        if (!is_found) return fault(pointer_ + "/" + name, "the book does not leave it open");
        return {};
    }

    const Override& wanted_;
    Rule& rule_;
    std::string pointer_;
    std::vector<Change>& changes_;
};

// The same for the same changes on every machine. It tells settings apart and proves nothing:
// FNV-1a, 64 bits, by its published offset and prime.
std::string tag_of(const std::vector<Change>& changes) {
    if (changes.empty()) return {};
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const Change& change : changes) {
        for (const unsigned char c : change.rule + '\n' + change.what + '\n' + change.after + '\n')
            hash = (hash ^ c) * 0x100000001b3;
    }
    return fmt::format("{:016x}", hash);
}

} // namespace

base::Result<StationSettings> load_settings(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) return base::fail(value);
    return json::from_exact_json<StationSettings>(*value);
}

base::Result<Adapted> adapt(const Rulebook& book, const StationSettings& settings) {
    std::vector<Rule> rules(book.rules().begin(), book.rules().end());
    std::vector<Change> changes;
    for (size_t i = 0; i < settings.overrides.size(); ++i) {
        const Override& wanted = settings.overrides[i];
        const std::string pointer = "/overrides/" + std::to_string(i);
        const auto rule = std::ranges::find(rules, wanted.rule, &Rule::id);
        if (rule == rules.end()) {
            return base::fail(base::ErrorCode::not_found,
                              pointer + "/rule: the book has no such rule");
        }
        if (rule->owner != Owner::station) {
            return base::fail(base::ErrorCode::forbidden,
                              pointer + "/rule: " + rule->id + " is not the station's to set");
        }
        if (base::trimmed(wanted.set_by).empty()) return fault(pointer + "/set_by", "is empty");
        const auto done = Adapting(wanted, *rule, pointer, changes).apply();
        if (!done) return base::fail(done);
    }
    return Adapted{.book = book.with_rules(std::move(rules), tag_of(changes)),
                   .changes = std::move(changes)};
}

base::Result<AdaptedShelf> adapt(const Bookshelf& books, const StationSettings& settings) {
    for (const Override& wanted : settings.overrides) {
        const bool is_known = std::ranges::any_of(
            books.books(), [&](const Rulebook& book) { return book.find(wanted.rule) != nullptr; });
        if (!is_known) {
            return base::fail(base::ErrorCode::not_found, wanted.rule + " is in none of the books");
        }
    }
    std::vector<Rulebook> adapted;
    std::vector<Change> changes;
    for (const Rulebook& book : books.books()) {
        StationSettings of_book = settings;
        std::erase_if(of_book.overrides,
                      [&](const Override& wanted) { return book.find(wanted.rule) == nullptr; });
        auto one = adapt(book, of_book);
        if (!one) return base::fail(one);
        adapted.push_back(std::move(one->book));
        for (Change& change : one->changes) {
            if (std::ranges::find(changes, change) == changes.end()) {
                changes.push_back(std::move(change));
            }
        }
    }
    auto shelf = Bookshelf::create(std::move(adapted));
    if (!shelf) return base::fail(shelf);
    return AdaptedShelf{.books = std::move(*shelf), .changes = std::move(changes)};
}

} // namespace rexue::donation
