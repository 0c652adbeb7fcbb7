// A visit as staff look at it: why, what was answered and measured, what was decided.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/describe.hpp>

#include "platform/base/date_text.h"
#include "platform/base/secret_text.h"
#include "platform/base/uuid.h"

namespace rexue::flow::staff {

enum class Role { nurse, physician, other };

// Words of the form and of the rulebook, as they are written in both.
struct BothLanguages {
    std::string zh_CN;
    std::string en;

    std::string_view in(std::string_view language) const {
        return language.starts_with("zh") ? std::string_view(zh_CN) : std::string_view(en);
    }
    bool operator==(const BothLanguages&) const = default;
};

enum class Standing { clear, needs_look, decided };

struct Reason {
    std::string code; // T09, Q03, or of a doubt no_answers, unknown_book …
    bool is_doubt = false;
    BothLanguages words; // empty for a doubt
    std::optional<base::Date> until;
    bool defers = false;
    bool is_verified = true; // false: to be confirmed by the station
    bool is_private = false; // for the physician's eyes: no list says what it is
    bool bars_whole_blood = true;
    bool bars_platelets = true;

    bool operator==(const Reason&) const = default;
};

struct ReviewLine {
    base::Uuid visit;
    std::string ticket;
    Standing standing = Standing::needs_look;
    std::vector<Reason> reasons;

    bool operator==(const ReviewLine&) const = default;
};

enum class AnswerKind { yes_no, choice, date, number, text };

struct Choice {
    std::string value;
    BothLanguages words;

    bool operator==(const Choice&) const = default;
};

struct Answer {
    std::string question;
    BothLanguages text;
    AnswerKind kind = AnswerKind::text;
    std::vector<base::SecretText> values = {}; // true, a code, a day, a figure; empty: open
    std::vector<Choice> choices = {};          // of a choice
    bool takes_many = false;
    bool needs_look = false;
    bool is_private = false;

    bool operator==(const Answer&) const = default;
};

enum class Measure {
    weight_kg,
    systolic_mmhg,
    diastolic_mmhg,
    pulse_per_min,
    temperature_c,
    haemoglobin_g_per_l,
    haematocrit,
    platelets_e9_per_l,
    alt_u_per_l,
};
BOOST_DESCRIBE_ENUM(Measure, weight_kg, systolic_mmhg, diastolic_mmhg, pulse_per_min, temperature_c,
                    haemoglobin_g_per_l, haematocrit, platelets_e9_per_l, alt_u_per_l)

struct Measured {
    Measure measure = Measure::weight_kg;
    double value = 0;

    bool operator==(const Measured&) const = default;
};

struct LimitNotMet {
    std::string rule;
    std::string measure; // a word of Measure, or pulse_pressure_mmhg
    BothLanguages words;
    bool is_verified = false;
    std::optional<int> volume_ml = {}; // of a limit for the volume that is meant
    bool defers = false;               // else the physician judges it
    bool bars_whole_blood = true;
    bool bars_platelets = true;

    bool operator==(const LimitNotMet&) const = default;
};

// Approved by a physician, platelets for one patient may come sooner (N03).
enum class MatchStep { approve, withdraw };
BOOST_DESCRIBE_ENUM(MatchStep, approve, withdraw)

struct SpecialMatch {
    std::string rule;
    BothLanguages words;
    bool is_approved = false;

    bool operator==(const SpecialMatch&) const = default;
};

enum class Type { whole_blood, platelets };
enum class DecisionKind { may_give, deferred, permanently, passed_on };

struct TypeDecision {
    Type type = Type::whole_blood;
    std::optional<DecisionKind> kind; // none: not chosen yet
    std::optional<base::Date> until;  // of deferred

    bool operator==(const TypeDecision&) const = default;
};

// Somebody's step, told to who comes after.
struct StepTaken {
    std::string staff;
    std::string name;
    base::Instant at{};
    std::string corrected;                // linkId
    std::vector<base::SecretText> before; // of what was corrected
    std::vector<base::SecretText> after;
    std::vector<Measured> measured;
    std::vector<TypeDecision> decision;
    std::optional<MatchStep> match = {};
    std::string book;

    bool operator==(const StepTaken&) const = default;
};

// What the donor may be given today, of a moment, from the house's stock.
struct Gift {
    std::string offer; // its id
    BothLanguages title;
    BothLanguages occasion;
    bool is_given = false; // in this visit
    int left = 0;          // in the house
    bool is_verified = true;

    bool operator==(const Gift&) const = default;
};

struct Review {
    base::Uuid visit;
    std::string ticket;
    int revision = 1;
    int position = 0;
    Standing standing = Standing::needs_look;
    base::SecretText masked_name;
    std::string sex;
    std::optional<int> age_years;
    std::string book;                                // empty: the server has none
    std::vector<std::optional<base::Date>> earliest; // whole blood, platelets; empty: unknown
    std::vector<Reason> reasons;
    std::vector<Answer> answers;
    std::vector<Measured> measured;
    std::vector<LimitNotMet> limits_not_met;
    std::optional<SpecialMatch> special_match = {}; // where a shorter interval can be approved
    std::vector<StepTaken> steps;
    std::vector<Gift> gifts = {};

    bool operator==(const Review&) const = default;
};

// What is worked at, not yet sent.
struct Draft {
    Measure measure = Measure::weight_kg;
    std::string question;                 // the one whose answer is put right
    std::vector<base::SecretText> chosen; // of its choices
    base::SecretText figure;              // digits and a point; of a date eight digits
    std::array<TypeDecision, 2> decision{TypeDecision{.type = Type::whole_blood},
                                         TypeDecision{.type = Type::platelets}};

    bool operator==(const Draft&) const = default;
};

inline constexpr size_t max_figure_characters = 6;
inline constexpr size_t date_digits = 8;

// The figure as a number; nothing while it is none.
std::optional<double> figure_of(const base::SecretText& figure);
// The figure as a day, 20260614; nothing while it is none.
std::optional<base::Date> date_of(const base::SecretText& figure);
// What the draft says to this question, as the record has it; none: nothing that it takes. An empty
// list leaves it open, which a yes-no question does not take.
std::optional<std::vector<std::string>> drafted(const Draft& draft, const Answer& answer);
const Gift* find_gift(const Review& review, std::string_view offer);
const Answer* find_answer(const Review& review, std::string_view question);
// What the donor said before staff put anything right.
const std::vector<base::SecretText>& first_answer(const Review& review, const Answer& answer);
// The server takes no "may give" against a rule or a measured limit that defers the type: an answer
// is put right or a value measured again first.
bool may_choose(const Review& review, Type type, DecisionKind kind);
// Both types are decided, and each deferral has its end.
bool is_whole(const std::array<TypeDecision, 2>& decision);

} // namespace rexue::flow::staff
