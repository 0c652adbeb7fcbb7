// What a terminal knows of the donor in front of it. Personal: it lives in the session alone, and
// is gone and wiped when the session goes back to the attract screen.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/flow/donor/answer_sheet.h"
#include "kiosk/flow/donor/forms.h"
#include "kiosk/flow/donor/honours.h"
#include "kiosk/flow/donor/verdicts.h"
#include "kiosk/rules/identity/identity_document.h"
#include "kiosk/rules/queue/estimate.h"
#include "kiosk/rules/queue/house_event.h"
#include "platform/base/secret_text.h"

namespace rexue::flow::donor {

// How the donor came in.
enum class Entry { identity_document, honour_card, typed_number };

// What the server knows, as much as a terminal needs.
struct KnownDonor {
    base::SecretText id; // the server's, opaque
    base::SecretText masked_name;
    base::SecretText masked_number;
    base::SecretText masked_mobile;
    int donation_count = 0;
    std::optional<base::Date> last_donation;
    std::optional<queue::Intent> last_intent;
    std::optional<base::Date> birth = std::nullopt;
    identity::Sex sex = identity::Sex::unknown;
    std::vector<donation::PastDonation> donations = {}; // newest first
    bool booked_today = false;                          // in this house
    GivenFacts given = {};

    bool operator==(const KnownDonor&) const = default;
};

// Whether the server could say who this is.
enum class Recognition {
    pending,
    known,    // on record
    first,    // the server knows nobody under this document
    unchecked // the server could not be asked; it will match the record later
};

// Who completes a typed name. That staff do is an answer like any other: nobody is turned away
// because no keyboard writes their name.
enum class NameBy { donor, staff };

// Said by the donor and seen on no document yet: staff look at the document before anything else.
struct TypedIdentity {
    identity::DocumentKind kind = identity::DocumentKind::unknown;
    base::SecretText number;         // upper case, its check digit fits
    std::optional<base::Date> birth; // as the number says
    base::SecretText name;           // empty until typed, and where the server knows it
    NameBy name_by = NameBy::donor;

    bool operator==(const TypedIdentity&) const = default;
};

// What was agreed to, in which words, and when.
struct Consent {
    std::string document;
    std::string version;
    std::string sha256;
    base::Instant at{};

    bool operator==(const Consent&) const = default;
};

struct DrawnSignature {
    base::SecretText strokes; // JSON, as the record keeps it
    base::SecretText png;     // Base64

    bool operator==(const DrawnSignature&) const = default;
};

struct Visit {
    Entry entry = Entry::identity_document;
    std::optional<identity::IdentityDocument> document;
    base::SecretText card_number; // honour card
    std::optional<TypedIdentity> typed = std::nullopt;
    Recognition recognition = Recognition::pending;
    std::optional<KnownDonor> donor;
    std::optional<queue::Intent> intent;
    // The talk. It goes by what was there when it began, whatever comes in meanwhile.
    std::shared_ptr<const Forms> forms = nullptr;
    AnswerSheet answers = {};
    std::optional<questionnaire::Place> question = std::nullopt; // the one on the screen
    std::vector<questionnaire::Place> passed = {}; // the donor went on from them, each once
    // As the donor may see them: worked out as if the private questions had not been asked.
    Verdicts verdicts = {};
    Ending ending = Ending::go_on;
    std::optional<base::Date> day_wanted = std::nullopt; // is being made durable
    std::optional<base::Date> booked = std::nullopt;
    size_t page = 0; // of the document on the screen
    // Worked out when the donor has said who they are; null: not offered. Shared by copies of the
    // visit, and gone with the last one.
    std::shared_ptr<const MyHonours> honours = nullptr;
    HonoursPage honours_page = HonoursPage::awards;
    std::vector<Consent> consents = {};
    DrawnSignature signature = {};
    std::string ticket;
    // Cut off, a terminal knows only its own donors: it does not guess how long the line is.
    std::optional<queue::WaitEstimate> wait;

    bool operator==(const Visit&) const = default;
};

} // namespace rexue::flow::donor
