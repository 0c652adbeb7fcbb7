// All that can happen to the donor surface.
#pragma once

#include <string>
#include <variant>

#include "kiosk/flow/donor/session.h"

namespace rexue::flow::donor {

// Taps.
struct StartTapped {};
struct BackTapped {};
struct LeaveTapped {};
struct ConfirmTapped {};
struct NotMeTapped {};
struct IntentTapped {
    queue::Intent intent;
};
struct ContinueTapped {};
struct DoneTapped {};
struct StayTapped {}; // "I am still here"
struct HelpTapped {};
struct LanguageTapped {};
struct Touched {}; // anywhere: somebody is there

// Devices.
struct DocumentRead {
    identity::IdentityDocument document;
};
struct DocumentCorrupt {};
struct ReaderChanged {
    Reader reader;
};
struct CodeScanned {
    std::string text;
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
struct HouseChanged {
    House house;
};
struct QueueMoved {
    queue::QueueState queue;
};
struct LinkChanged {
    Link link;
};
struct HelpSeen {}; // somebody at the staff surface answered

struct Ticked {}; // a deadline of next_deadline has passed

using Event =
    std::variant<StartTapped, BackTapped, LeaveTapped, ConfirmTapped, NotMeTapped, IntentTapped,
                 ContinueTapped, DoneTapped, StayTapped, HelpTapped, LanguageTapped, Touched,
                 DocumentRead, DocumentCorrupt, ReaderChanged, CodeScanned, CameraChanged,
                 PrinterChanged, SlipDone, DonorFound, DonorNotKnown, LookupFailed, TicketIssued,
                 IssueFailed, HouseChanged, QueueMoved, LinkChanged, HelpSeen, Ticked>;

} // namespace rexue::flow::donor
