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
using flow::Touched;

struct SignedIn {
    std::string token;
    std::string name;
    base::Instant expires;
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
using flow::HealthChanged;
using flow::HouseChanged;
using flow::LinkChanged;
using flow::QueueMoved;
using flow::Ticked;

using Event =
    std::variant<DigitTapped, EraseTapped, FieldTapped, SignInTapped, SignOutTapped, DeskTapped,
                 ChangeDeskTapped, CommandTapped, AnswerHelpTapped, LanguageTapped, TextTapped,
                 Touched, SignedIn, SignInRefused, Decided, CallRefused, BriefsChanged,
                 HealthChanged, HouseChanged, QueueMoved, LinkChanged, Ticked>;

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
struct AnswerHelp {
    base::Uuid request;
};
struct UseLanguage {
    std::string language;
};
struct UseText {
    int step; // 0: standard, up to max_text_step
};
using Effect = std::variant<SignIn, Call, FetchBriefs, AnswerHelp, UseLanguage, UseText>;

} // namespace rexue::flow::staff
