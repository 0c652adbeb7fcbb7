// What can happen to the volunteer's tablet, and what it asks for.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/flow/surface_event.h"
#include "kiosk/flow/volunteer/session.h"
#include "kiosk/rules/honour/record.h"
#include "kiosk/rules/identity/identity_document.h"

namespace rexue::flow::volunteer {

// ---- of fingers ----
struct NextTapped {}; // done with this card
struct PlacesTapped {};
struct PlaceTapped {
    std::string place;
};
struct KindTapped {
    honour::BenefitKind kind = honour::BenefitKind::transport;
};
struct PrintTapped {};
struct BackTapped {};
struct LanguageTapped {
    std::string language;
};
struct TextTapped {};

// ---- of devices ----
struct CodeScanned {
    base::SecretText text;
};
struct DocumentRead {
    identity::IdentityDocument document;
};
struct DocumentCorrupt {};
struct CameraChanged {
    Device camera = Device::absent;
};
struct ReaderChanged {
    Device reader = Device::absent;
};
struct PrinterChanged {
    Printer printer = Printer::absent;
};
struct SheetDone {
    bool printed = false;
};

// ---- of the verifier and the centre ----
struct CardVerified {
    Card card;
};
// The phone's code on the screen, of which the verifier here knew nothing bad.
struct CodeShownElsewhere {};
// What the centre knows of an ID card's or honour card's holder; `name` is masked.
struct HolderFound {
    base::SecretText name;
    honour::Record record;
};
struct HolderUnknown {};
struct RecordUnclear {}; // known, but no ledger can be made of it
struct LookUpFailed {};
struct HonoursChanged {
    std::shared_ptr<const honour::Honours> honours;
};
struct TrustChanged {
    Trust trust;
};

using flow::HouseChanged;
using flow::LinkChanged;
using flow::Ticked;
using flow::Touched;

using Event =
    std::variant<NextTapped, PlacesTapped, PlaceTapped, KindTapped, PrintTapped, BackTapped,
                 LanguageTapped, TextTapped, CodeScanned, DocumentRead, DocumentCorrupt,
                 CameraChanged, ReaderChanged, PrinterChanged, SheetDone, CardVerified,
                 CodeShownElsewhere, HolderFound, HolderUnknown, RecordUnclear, LookUpFailed,
                 HonoursChanged, TrustChanged, HouseChanged, LinkChanged, Touched, Ticked>;

// ---- effects ----
struct VerifyCode {
    base::SecretText text;
};
// By the number of an ID card, or of an honour card whose holder's record is not at hand. An answer
// to an older question must not come.
struct LookUp {
    enum class By { document, honour_card };
    By by = By::document;
    base::SecretText number;
};
struct PrintSheet {};
struct UseLanguage {
    std::string language;
};
struct UseText {
    int step = 0;
};
struct Forget {}; // what was drawn and asked for the last card

using Effect = std::variant<VerifyCode, LookUp, PrintSheet, UseLanguage, UseText, Forget>;

} // namespace rexue::flow::volunteer
