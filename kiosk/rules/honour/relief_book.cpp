#include "kiosk/rules/honour/relief_book.h"

#include "kiosk/rules/honour/place.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::honour {

namespace {

using json::fault;

// Longer or larger than any known rule by far: a slip of the pen.
constexpr int most_times = 100;
constexpr int most_years = 100;
constexpr int most_ml_per_unit = 10'000;

bool is_between(const std::optional<int>& value, int least, int most) {
    return !value || (*value >= least && *value <= most);
}

base::Status check_grant(const Grant& grant, bool is_family, const std::string& at) {
    if (auto entry = check_entry(grant, at); !entry) return entry;
    if (auto ways = check_ways(grant.any_of, at + "/any_of"); !ways) return ways;
    if ((grant.gives == Gives::times) != grant.times.has_value()) {
        return fault(at + "/times", "goes with giving so many times");
    }
    if (grant.years.has_value() != grant.times_after.has_value() || (grant.years && !grant.times)) {
        return fault(at + "/years", "goes with times and times_after");
    }
    if (!is_between(grant.times, 1, most_times)) return fault(at + "/times", "is out of range");
    if (!is_between(grant.years, 1, most_years)) return fault(at + "/years", "is out of range");
    if (!is_between(grant.times_after, 0, most_times)) {
        return fault(at + "/times_after", "is out of range");
    }
    if (grant.relations && (!is_family || grant.relations->empty())) {
        return fault(at + "/relations", "some, and of a family only");
    }
    if (grant.remark) return check_words(*grant.remark, at + "/remark");
    return {};
}

base::Status check_grants(const std::vector<Grant>& grants, bool is_family, const std::string& at) {
    if (grants.empty()) return fault(at, "is empty");
    for (size_t i = 0; i < grants.size(); ++i) {
        auto grant = check_grant(grants[i], is_family, at + "/" + std::to_string(i));
        if (!grant) return grant;
    }
    return {};
}

base::Status check_volumes(const std::vector<VolumeRule>& rules) {
    if (rules.empty()) return fault("/platelets", "is empty");
    for (size_t i = 0; i < rules.size(); ++i) {
        const std::string at = "/platelets/" + std::to_string(i);
        if (auto rule = check_rule(rules[i], at); !rule) return rule;
        if (!is_between(rules[i].ml_per_unit, 1, most_ml_per_unit)) {
            return fault(at + "/ml_per_unit", "is out of range");
        }
    }
    return {};
}

base::Status check(const ReliefBook& book) {
    if (auto name = check_name(book.id, "/id"); !name) return name;
    if (auto version = check_text(book.version, "/version"); !version) return version;
    if (auto place = check_place(book.place, "/place"); !place) return place;
    if (auto words = check_words(book.title, "/title"); !words) return words;
    if (auto source = check_text(book.source, "/source"); !source) return source;
    if (auto days = check_days(book.effective_from, book.effective_to, ""); !days) return days;
    if (book.platelets) {
        if (auto volumes = check_volumes(*book.platelets); !volumes) return volumes;
    }
    if (auto donor = check_grants(book.donor, false, "/donor"); !donor) return donor;
    return check_grants(book.family, true, "/family");
}

} // namespace

base::Result<ReliefBook> load_relief_book(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) return base::fail(value);
    auto book = json::from_exact_json<ReliefBook>(*value);
    if (!book) return book;
    if (const auto checked = check(*book); !checked) return base::fail(checked);
    return book;
}

} // namespace rexue::honour
