// What staff do with a visit: GET houses/{house}/reviews, GET and POST visits/{visit}/review.
// Nothing is changed in place: a review is the record as the terminal sealed it and the steps that
// staff have taken since, each kept with who took it, when, and what was there before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "net/wire/staff.h"
#include "net/wire/visits.h"

namespace rexue::wire {

// Words of the form and of the rulebook, as both are written.
struct BothLanguages {
    std::string zh_CN;
    std::string en;
};
BOOST_DESCRIBE_STRUCT(BothLanguages, (), (zh_CN, en))

enum class ReasonKind {
    rule,     // `code` is a rule of the book
    question, // `code` is a question that only staff can judge (Q03)
    doubt,    // of the record itself; `code` is one of the words below, and has no `words`
};
BOOST_DESCRIBE_ENUM(ReasonKind, rule, question, doubt)

namespace doubt {
inline constexpr const char* no_answers = "no_answers";
inline constexpr const char* unknown_book = "unknown_book";
// Named by the terminal, and of another day or beside another one.
inline constexpr const char* book_not_in_force = "book_not_in_force";
inline constexpr const char* unknown_form = "unknown_form";
inline constexpr const char* unreadable_answers = "unreadable_answers";
// The record, or a step that staff have taken, cannot be opened just now.
inline constexpr const char* unreadable_record = "unreadable_record";
inline constexpr const char* missing_facts = "missing_facts"; // birth or sex
inline constexpr const char* typed_number = "typed_number";
inline constexpr const char* contradiction = "contradiction"; // facts that cannot be together
inline constexpr const char* terminal_differs = "terminal_differs";
// To others than physicians: whatever a physician judges, private or not.
inline constexpr const char* for_physician = "for_physician";
} // namespace doubt

struct ReviewReason {
    ReasonKind kind = ReasonKind::doubt;
    std::string code;
    BothLanguages words;
    std::vector<DonationType> types; // that it bars; of questions and doubts both
    std::optional<base::Date> until; // the first free day; none: nobody can say
    bool defers = false;             // else: for staff to decide
    bool is_verified = true;         // false: the station must confirm the rule
    bool is_private = false;
};
BOOST_DESCRIBE_STRUCT(ReviewReason, (),
                      (kind, code, words, types, until, defers, is_verified, is_private))

enum class AnswerKind { yes_no, choice, date, number, text };
BOOST_DESCRIBE_ENUM(AnswerKind, yes_no, choice, date, number, text)

// One that may be chosen. `value`: its code, as a correction says it.
struct AnswerChoice {
    std::string value;
    BothLanguages words;
};
BOOST_DESCRIBE_STRUCT(AnswerChoice, (), (value, words))

struct ReviewAnswer {
    std::string question; // linkId
    BothLanguages text;
    AnswerKind kind = AnswerKind::text;
    std::vector<std::string> values;   // "true", a code, a date, a number, a text; empty: open
    std::vector<AnswerChoice> choices; // of a choice
    bool takes_many = false;           // several choices at once
    bool needs_look = false;
    bool is_private = false;
};
BOOST_DESCRIBE_STRUCT(ReviewAnswer, (),
                      (question, text, kind, values, choices, takes_many, needs_look, is_private))

// The unit is the last part of the name.
enum class Measure {
    weight_kg,
    systolic_mmhg,
    diastolic_mmhg,
    pulse_per_min,
    temperature_c,
    haemoglobin_g_per_l,
    haematocrit, // a fraction: 0.40
    platelets_e9_per_l,
    alt_u_per_l,
};
BOOST_DESCRIBE_ENUM(Measure, weight_kg, systolic_mmhg, diastolic_mmhg, pulse_per_min, temperature_c,
                    haemoglobin_g_per_l, haematocrit, platelets_e9_per_l, alt_u_per_l)

struct Measurement {
    Measure measure = Measure::weight_kg;
    double value = 0;
};
BOOST_DESCRIBE_STRUCT(Measurement, (), (measure, value))

// A limit of the book that a measured value does not keep. Not a verdict: it is measured again.
struct LimitNotMet {
    std::string rule;
    std::string measure; // as above, or pulse_pressure_mmhg
    double value = 0;
    std::vector<DonationType> types;
    BothLanguages words;
    bool is_verified = false;     // false: the station must confirm the limit
    bool defers = false;          // these types cannot be decided "may give"
    std::optional<int> volume_ml; // of a limit that is for the volume that the donor means to give
};
BOOST_DESCRIBE_STRUCT(LimitNotMet, (),
                      (rule, measure, value, types, words, is_verified, defers, volume_ml))

// A physician's word that this donation of platelets is for a special match (N03).
enum class MatchStep { approve, withdraw };
BOOST_DESCRIBE_ENUM(MatchStep, approve, withdraw)

// Where an interval stands in the way that a special match makes shorter, or made.
struct SpecialMatch {
    std::string rule; // of the shorter interval
    BothLanguages words;
    bool is_approved = false;
};
BOOST_DESCRIBE_STRUCT(SpecialMatch, (), (rule, words, is_approved))

struct Correction {
    std::string question;
    std::vector<std::string> values; // as in ReviewAnswer; empty: takes the answer away
};
BOOST_DESCRIBE_STRUCT(Correction, (), (question, values))

enum class DecisionKind {
    may_give,
    deferred,    // until a day
    permanently, // deferred without an end
    passed_on,   // somebody else decides
};
BOOST_DESCRIBE_ENUM(DecisionKind, may_give, deferred, permanently, passed_on)

struct TypeDecision {
    DonationType type = DonationType::whole_blood;
    DecisionKind kind = DecisionKind::passed_on;
    std::optional<base::Date> until; // of deferred: the first free day
};
BOOST_DESCRIBE_STRUCT(TypeDecision, (), (type, kind, until))

// POST: exactly one of the four. `after` is the newest step that was seen: when somebody has been
// quicker, 409 conflict, and the review is to be read again. The same step again is answered as
// the first time.
struct ReviewStep {
    base::Uuid id;
    int revision = 1; // of the record that was looked at
    int after = 0;
    std::optional<Correction> correction;                 // physicians
    std::optional<std::vector<Measurement>> measurements; // nurses, physicians
    std::optional<std::vector<TypeDecision>> decision;    // physicians; every type once
    std::optional<MatchStep> special_match = {};          // physicians
};
BOOST_DESCRIBE_STRUCT(ReviewStep, (),
                      (id, revision, after, correction, measurements, decision, special_match))

// A step with who took it. What is kept, sealed to the server's key.
struct ReviewEntry {
    int position = 1; // 1, 2, 3 … of the visit
    ReviewStep step;
    base::Instant at{};
    std::string staff; // staff number: the session's signature
    std::string name;
    StaffRole role = StaffRole::nurse;
    std::optional<std::vector<std::string>> before; // of a correction: the values until then
    std::optional<std::string> book; // id|version that the visit was judged by; none: no book
};
BOOST_DESCRIBE_STRUCT(ReviewEntry, (), (position, step, at, staff, name, role, before, book))

enum class ReviewStatus {
    clear, // the rules find nothing, in terminal and server alike
    needs_look,
    decided, // by a physician, on this revision of the record
};
BOOST_DESCRIBE_ENUM(ReviewStatus, clear, needs_look, decided)

// What staff may give the donor today: of a moment, from the house's stock.
struct ReviewGift {
    std::string offer; // its id, as a GiftStep says it
    BothLanguages title;
    BothLanguages occasion;
    bool is_given = false; // in this visit
    int left = 0;          // in the house
    bool is_verified = true;
};
BOOST_DESCRIBE_STRUCT(ReviewGift, (), (offer, title, occasion, is_given, left, is_verified))

struct Review {
    base::Uuid visit;
    std::string ticket;
    int revision = 1; // of the record
    int position = 0; // the newest step
    ReviewStatus status = ReviewStatus::needs_look;
    EntryKind entry = EntryKind::resident_id;
    std::string masked_name;
    std::optional<std::string> sex;
    std::optional<int> age_years;
    DonationType intended_type = DonationType::whole_blood;
    std::optional<std::string> book;     // id|version
    std::vector<Assessment> assessments; // the server's own, corrections and weight included
    std::vector<ReviewReason> reasons;
    std::vector<ReviewAnswer> answers;     // in the form's order
    std::vector<Measurement> measurements; // the newest of each
    std::vector<LimitNotMet> limits_not_met;
    std::optional<SpecialMatch> special_match;
    std::vector<ReviewEntry> entries;
    std::optional<std::vector<ReviewGift>> gifts; // what the house has, or has given
};
BOOST_DESCRIBE_STRUCT(Review, (),
                      (visit, ticket, revision, position, status, entry, masked_name, sex,
                       age_years, intended_type, book, assessments, reasons, answers, measurements,
                       limits_not_met, special_match, entries, gifts))

struct ReviewBrief {
    base::Uuid visit;
    std::string ticket;
    ReviewStatus status = ReviewStatus::needs_look;
    std::vector<ReviewReason> reasons;
};
BOOST_DESCRIBE_STRUCT(ReviewBrief, (), (visit, ticket, status, reasons))
struct ReviewBriefs {
    std::vector<ReviewBrief> reviews; // today's, in the order of their check-in
};
BOOST_DESCRIBE_STRUCT(ReviewBriefs, (), (reviews))

// What a step may say whatever the visit is. invalid_argument with the pointer: not exactly one
// thing done, a value that nobody has (a slip of the finger), a type twice or missing, `until` with
// anything but a deferral.
base::Status check_step(const ReviewStep& step);

} // namespace rexue::wire
