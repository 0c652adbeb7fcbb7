// All that can happen to the staff surface, and what it asks for.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "kiosk/flow/staff/session.h"
#include "kiosk/flow/surface_event.h"
#include "platform/base/uuid.h"

namespace rexue::flow::staff {

struct DigitTapped {
    char digit; // '0' … '9'
};
struct EraseTapped {};
struct FieldTapped {
    Field field;
};
struct SignInTapped {};
struct SignOutTapped {};
struct DeskTapped {
    std::string service_point;
};
struct ChangeDeskTapped {};
struct CommandTapped {
    Command command;
    std::optional<std::string> ticket = {}; // recall of a missed one; else the one at the desk
};
struct LanguageTapped {
    std::string language;
};
struct TextTapped {}; // the next larger text, from the largest back to the standard one
struct AnswerHelpTapped {
    base::Uuid request;
};
struct ReviewsTapped {};
struct ReviewOpened {
    base::Uuid visit;
};
struct BackTapped {};
struct CorrectTapped {
    std::string question;
};
struct ValueTapped {
    std::string value; // of the question that is put right
};
struct MeasureTapped {
    Measure measure;
};
struct PointTapped {};
struct KeepTapped {};
struct MatchTapped {};
struct SignMatchTapped {}; // approves, or takes the approval back
struct GiftsTapped {};
struct GiftTapped {
    std::string offer; // given out, or taken back
};
struct DecideTapped {};
struct KindTapped {
    Type type;
    DecisionKind kind;
};
struct UntilTapped {
    Type type;
    int days; // later; kept between what the rules say, or tomorrow, and five years on
};
struct SignDecisionTapped {};
using flow::Touched;

struct SignedIn {
    std::string token;
    std::string name;
    base::Instant expires;
    Role role = Role::other;
};
struct SignInRefused {
    Remark why;
};
struct Decided {}; // the call's event also comes with the house log
struct CallRefused {
    Remark why;
};
struct BriefsChanged {
    std::vector<VisitBrief> briefs;
};
struct ReviewsCame {
    std::vector<ReviewLine> reviews;
};
struct ReviewsRefused {
    Remark why;
};
struct ReviewCame {
    Review review; // also as the answer to a step
};
struct GiftCounted {
    base::Uuid visit;
    std::string offer;
    bool is_given = false;
    int left = 0;
};
struct StepRefused {
    Remark why;
    base::Uuid visit = {};
};
using flow::HealthChanged;
using flow::HouseChanged;
using flow::LinkChanged;
using flow::QueueMoved;
using flow::Ticked;

using Event =
    std::variant<DigitTapped, EraseTapped, FieldTapped, SignInTapped, SignOutTapped, DeskTapped,
                 ChangeDeskTapped, CommandTapped, AnswerHelpTapped, LanguageTapped, TextTapped,
                 ReviewsTapped, ReviewOpened, BackTapped, CorrectTapped, ValueTapped, MeasureTapped,
                 PointTapped, KeepTapped, MatchTapped, SignMatchTapped, GiftsTapped, GiftTapped,
                 DecideTapped, KindTapped, UntilTapped, SignDecisionTapped, Touched, SignedIn,
                 SignInRefused, Decided, CallRefused, BriefsChanged, ReviewsCame, ReviewsRefused,
                 ReviewCame, GiftCounted, StepRefused, HealthChanged, HouseChanged, QueueMoved,
                 LinkChanged, Ticked>;

struct SignIn {
    base::SecretText number;
    base::SecretText pin;
};
// Answered by Decided or CallRefused.
struct Call {
    Command command;
    std::string service_point;
    std::optional<std::string> ticket;
    std::string token;
};
struct FetchBriefs {
    std::string token;
};
// Answered by ReviewsCame or ReviewsRefused.
struct FetchReviews {
    std::string token;
};
// Answered by ReviewCame, or StepRefused.
struct FetchReview {
    std::string token;
    base::Uuid visit;
};
// Exactly one of the last four. Answered by ReviewCame or StepRefused.
struct TakeStep {
    std::string token;
    base::Uuid visit;
    int revision = 1;
    int after = 0;
    std::string corrected; // a question, and its values
    std::vector<std::string> values;
    std::optional<Measured> measured;
    std::vector<TypeDecision> decision;
    std::optional<MatchStep> match = {};
};
// Answered by GiftCounted or StepRefused.
struct GiveOut {
    std::string token;
    base::Uuid visit;
    std::string offer;
    bool takes_back = false;
};
struct AnswerHelp {
    base::Uuid request;
};
struct UseLanguage {
    std::string language;
};
struct UseText {
    int step; // 0: standard, up to max_text_step
};
using Effect = std::variant<SignIn, Call, FetchBriefs, FetchReviews, FetchReview, TakeStep, GiveOut,
                            AnswerHelp, UseLanguage, UseText>;

} // namespace rexue::flow::staff
