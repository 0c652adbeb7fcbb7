// All that can happen to the donor surface.
#pragma once

#include <string>
#include <variant>

#include "kiosk/flow/donor/session.h"
#include "kiosk/flow/surface_event.h"

namespace rexue::flow::donor {

// Taps.
struct StartTapped {};
struct TypeNumberTapped {}; // no card at hand
struct NumberTyped {
    base::SecretText number;
};
struct NumberLeftToStaff {};
struct NameTyped {
    base::SecretText name; // what there is of it, where staff complete it
    NameBy by = NameBy::donor;
};
struct BackTapped {};
struct LeaveTapped {};
struct ConfirmTapped {};
struct NotMeTapped {};
struct IntentTapped {
    queue::Intent intent;
};
struct OtherChoicesTapped {};
struct ContinueTapped {};
// Of the question on the screen alone: a second tap on the same place answers nothing else. No
// values: the donor cannot say.
struct AnswerTapped {
    questionnaire::Place question;
    std::vector<questionnaire::Value> values;
};
// One of several that may be chosen together: taken, or taken back.
struct OptionTapped {
    questionnaire::Place question;
    size_t option = 0;
};
struct AgreeTapped {};       // to the document on the screen
struct TalkToStaffTapped {}; // though not today
struct BookTapped {};        // shows the days on which one may come again
struct DayTapped {
    base::Date day;
};
struct SignedTapped {
    DrawnSignature signature;
};
struct SignWithStaffTapped {}; // who cannot draw, or works the terminal by keys
struct HonoursTapped {};       // shows what the donor has come to
struct DoneTapped {};
struct StayTapped {}; // "I am still here"
struct HelpTapped {};
struct LanguageTapped {
    std::string language;
};
struct CareTapped {};   // into care mode and out of it
struct ReachTapped {};  // to the lower half and back
struct AdjustTapped {}; // opens and closes the choice of text, contrast and sound
struct ContrastTapped {
    Contrast contrast;
};
struct TextStepTapped {
    TextStep text;
};
struct ReadAloudTapped {};
struct VolumeTapped {
    int volume; // clamped to what there is
};
using flow::Touched;

// Devices.
struct DocumentRead {
    identity::IdentityDocument document;
};
struct DocumentCorrupt {};
struct ReaderChanged {
    Reader reader;
};
struct CodeScanned {
    base::SecretText text; // may be a card number
};
struct CameraChanged {
    Camera camera;
};
struct PrinterChanged {
    Printer printer;
};
struct SlipDone {
    Slip slip;
};

// The server and the house.
struct DonorFound {
    KnownDonor donor;
};
struct DonorNotKnown {};
struct LookupFailed {};
struct TicketIssued {
    std::string ticket;
};
struct IssueFailed {};
struct BookingKept {
    base::Date day;
};
struct BookingFailed {};
struct FormsChanged {
    std::shared_ptr<const Forms> forms;
};
struct HonoursChanged {
    std::shared_ptr<const honour::Honours> honours;
};
using flow::HealthChanged;
using flow::HouseChanged;
using flow::LinkChanged;
using flow::QueueMoved;
struct HelpSeen {};   // somebody at the staff surface answered
struct HelpFailed {}; // the call for staff was not kept: nobody will hear of it

using flow::Ticked;

using Event = std::variant<
    StartTapped, TypeNumberTapped, NumberTyped, NumberLeftToStaff, NameTyped, BackTapped,
    LeaveTapped, ConfirmTapped, NotMeTapped, IntentTapped, OtherChoicesTapped, ContinueTapped,
    AnswerTapped, OptionTapped, AgreeTapped, TalkToStaffTapped, BookTapped, DayTapped, SignedTapped,
    SignWithStaffTapped, HonoursTapped, DoneTapped, StayTapped, HelpTapped, LanguageTapped,
    CareTapped, ReachTapped, AdjustTapped, ContrastTapped, TextStepTapped, ReadAloudTapped,
    VolumeTapped, Touched, DocumentRead, DocumentCorrupt, ReaderChanged, CodeScanned, CameraChanged,
    PrinterChanged, SlipDone, DonorFound, DonorNotKnown, LookupFailed, TicketIssued, IssueFailed,
    BookingKept, BookingFailed, FormsChanged, HonoursChanged, HouseChanged, QueueMoved, LinkChanged,
    HelpSeen, HelpFailed, HealthChanged, Ticked>;

} // namespace rexue::flow::donor
