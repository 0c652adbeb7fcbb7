#include "kiosk/rules/donation/inquiry.h"

#include <algorithm>

#include "kiosk/rules/donation/rulebook_file.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::donation {

namespace {

using json::fault;
namespace chr = std::chrono;

// Not rules but sense: beyond them somebody has mistyped.
constexpr int longest_life_years = 150;
constexpr double heaviest_kg = 500;
constexpr int most_ml = 10'000;
constexpr int most_units = 100;
constexpr base::Date first_day = chr::year(1900) / 1 / 1;
constexpr base::Date last_day = chr::year(2999) / 12 / 31;

base::Status check_person(const Inquiry& inquiry) {
    if (auto life = check_life(inquiry.birth, inquiry.on); !life) return life;
    if (inquiry.weight_kg && !(*inquiry.weight_kg > 0 && *inquiry.weight_kg <= heaviest_kg)) {
        return fault("/weight_kg", "nobody has this weight");
    }
    if (inquiry.first_time.value_or(false) && !inquiry.history.empty()) {
        return fault("/first_time", "there are earlier donations");
    }
    return {};
}

base::Status check_day(base::Date day, const std::optional<base::Date>& birth, base::Date on,
                       const std::string& pointer) {
    if (day > on) return fault(pointer, "lies in the future");
    if (birth && day < *birth) return fault(pointer, "lies before birth");
    return {};
}

base::Status check_history(const Inquiry& inquiry) {
    for (size_t i = 0; i < inquiry.history.size(); ++i) {
        const std::string at = "/history/" + std::to_string(i);
        auto one = check_past(inquiry.history[i], inquiry.birth, inquiry.on, at);
        if (!one) return one;
    }
    return {};
}

bool is_worked_out(const Rule& rule) {
    return rule.kind == Kind::interval || rule.kind == Kind::decided || is_age_rule(rule) ||
           rule.readings || rule.volumes_ml || rule.units ||
           std::ranges::any_of(all_of(rule.bounds),
                               [](const Bound& bound) { return bound.volume_ml.has_value(); });
}

bool may_lie_ahead(const Rule& rule) {
    return std::ranges::any_of(
        all_of(rule.windows), [](const Window& window) { return window.anchor == Anchor::period; });
}

base::Status check_answer(const Answer& answer, const Inquiry& inquiry, const Rulebook& book,
                          const std::string& at) {
    const Rule* rule = book.find(answer.rule);
    if (rule == nullptr) return fault(at + "/rule", "the rulebook has no such rule");
    if (is_worked_out(*rule)) return fault(at + "/rule", "is worked out, not answered");
    const bool is_period = may_lie_ahead(*rule);
    if (answer.date && (!is_period || *answer.date < inquiry.birth)) {
        if (auto day = check_day(*answer.date, inquiry.birth, inquiry.on, at + "/date"); !day)
            return day;
    }
    if (answer.date && *answer.date > last_day) return fault(at + "/date", "lies too far ahead");
    if (answer.from && !is_period) return fault(at + "/from", "only a period has a first day");
    if (answer.from && (*answer.from < inquiry.birth || *answer.from > last_day)) {
        return fault(at + "/from", "is no day of this life");
    }
    if (answer.from && answer.date && *answer.date < *answer.from) {
        return fault(at + "/from", "lies after the last day");
    }
    if (answer.of && std::ranges::find(all_of(rule->windows), answer.of, &Window::of) ==
                         all_of(rule->windows).end()) {
        return fault(at + "/of", "the rule has no such case");
    }
    return {};
}

} // namespace

base::Result<Inquiry> read_inquiry(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) {
        // Of a member that stands twice the detail begins with its pointer.
        if (value.error().detail.starts_with('/')) return base::fail(value);
        return json::fault("", value.error().detail);
    }
    auto inquiry = json::from_exact_json<Inquiry>(*value);
    if (!inquiry) return inquiry;
    for (size_t i = 0; i < inquiry->history.size(); ++i) {
        const PastDonation& one = inquiry->history[i];
        const std::string at = "/history/" + std::to_string(i);
        if (one.type == DonationType::whole_blood && one.units) {
            return fault(at + "/units", "whole blood is given in mL");
        }
        if (one.type == DonationType::platelets && one.ml) {
            return fault(at + "/ml", "platelets are given in units");
        }
    }
    return inquiry;
}

base::Status check_life(const std::optional<base::Date>& birth, base::Date on) {
    if (on < first_day || on > last_day) {
        return fault("/on", "a day between 1900 and 2999 is wanted");
    }
    if (birth && on < *birth) return fault("/on", "lies before birth");
    if (birth && base::age_in_years(*birth, on) > longest_life_years) {
        return fault("/birth", "nobody is so old");
    }
    return {};
}

base::Status check_past(const PastDonation& donation, const std::optional<base::Date>& birth,
                        base::Date on, const std::string& at) {
    if (auto day = check_day(donation.date, birth, on, at + "/date"); !day) return day;
    if (donation.ml && (*donation.ml < 1 || *donation.ml > most_ml)) {
        return fault(at + "/ml", "nobody gives this volume");
    }
    if (donation.units && (*donation.units < 1 || *donation.units > most_units)) {
        return fault(at + "/units", "nobody gives this amount");
    }
    return {};
}

base::Status check(const Inquiry& inquiry, const Rulebook& book) {
    if (auto person = check_person(inquiry); !person) return person;
    if (auto history = check_history(inquiry); !history) return history;
    const auto deferrals = all_of(inquiry.deferrals);
    for (size_t i = 0; i < deferrals.size(); ++i) {
        if (deferrals[i].until &&
            (*deferrals[i].until < first_day || *deferrals[i].until > last_day)) {
            return fault("/deferrals/" + std::to_string(i) + "/until",
                         "a day between 1900 and 2999 is wanted");
        }
    }
    const auto answers = all_of(inquiry.answers);
    for (size_t i = 0; i < answers.size(); ++i) {
        const std::string at = "/answers/" + std::to_string(i);
        if (auto one = check_answer(answers[i], inquiry, book, at); !one) return one;
    }
    return {};
}

bool is_repeat_donor(const Inquiry& inquiry) {
    return inquiry.first_time ? !*inquiry.first_time : !inquiry.history.empty();
}

} // namespace rexue::donation
