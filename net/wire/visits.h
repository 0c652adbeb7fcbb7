// The personal side of a visit, apart from the house log.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>
#include <boost/json.hpp>

#include "net/wire/donors.h"
#include "net/wire/identifiers.h"
#include "platform/base/uuid.h"

namespace rexue::wire {

// PUT /v1/visits/{visit}/record. The server stores the newest revision of a visit once; the same
// body again is 204 again, another body under the same revision is 409 conflict.
struct SealedRecord {
    base::Uuid visit;
    int revision = 1;
    TerminalId terminal;
    std::string algorithm;  // "x25519-sealedbox+es256"
    std::string ciphertext; // Base64 of the sealed box around VisitRecord as JSON
    std::string signature;  // Base64, ES256 (DER) by the terminal's enrolment key over
                            // "<visit>\n<revision>\n<terminal>\n<algorithm>\n<ciphertext>"
};
BOOST_DESCRIBE_STRUCT(SealedRecord, (),
                      (visit, revision, terminal, algorithm, ciphertext, signature))
inline constexpr const char* sealing_algorithm = "x25519-sealedbox+es256";

// What the signature covers; both ends build it here.
std::string signed_text(const SealedRecord& record);

enum class EntryKind {
    resident_id,
    hmt_resident_id,
    foreign_resident_id,
    honour_card,
    other_document,
    typed_number // no document was read: staff look at it before anything else
};
BOOST_DESCRIBE_ENUM(EntryKind, resident_id, hmt_resident_id, foreign_resident_id, honour_card,
                    other_document, typed_number)

// Who completes a name that was typed.
enum class NameBy { donor, staff };
BOOST_DESCRIBE_ENUM(NameBy, donor, staff)

// What the terminal's rulebook said of one type of donation, before anybody examined the donor.
enum class AssessedOutcome { eligible, deferred, refer };
BOOST_DESCRIBE_ENUM(AssessedOutcome, eligible, deferred, refer)

struct Assessment {
    DonationType type = DonationType::whole_blood;
    AssessedOutcome outcome = AssessedOutcome::refer;
    std::optional<base::Date> earliest; // none: nobody can say
    std::vector<std::string> rules;     // ids that stand, and questions for staff (Q03)
    std::string book;                   // id|version
};
BOOST_DESCRIBE_STRUCT(Assessment, (), (type, outcome, earliest, rules, book))

struct ConsentGiven {
    std::string document;
    std::string version;
    std::string sha256; // of the document's file, hex: what was shown
    base::Instant at{};
};
BOOST_DESCRIBE_STRUCT(ConsentGiven, (), (document, version, sha256, at))

// Inside the seal: read by the server alone.
struct VisitRecord {
    base::Uuid visit;
    HouseId house;
    std::string ticket;
    base::Instant checked_in_at{};
    EntryKind entry = EntryKind::resident_id;
    std::optional<DonorId> donor;           // when the server knew the donor
    std::optional<std::string> card_number; // honour card
    // From the document, when one was read; name and number from the donor with typed_number. Birth
    // and sex also as the typed number tells them, or as the server did by honour card.
    std::optional<std::string> name;
    // Typed names; staff: what is there of it is not the whole.
    std::optional<NameBy> name_by = std::nullopt;
    std::optional<std::string> english_name;
    std::optional<std::string> document_number;
    std::optional<std::string> sex; // "male", "female", "unknown"
    std::optional<base::Date> birth;
    std::optional<std::string> nation;      // residents: GB/T 3304, two digits
    std::optional<std::string> nationality; // foreign documents: ISO 3166-1 alpha-3
    std::optional<std::string> address;
    std::optional<std::string> authority;     // that issued the document
    std::optional<std::string> permit_number; // HK/Macao/Taiwan permits: 通行证号
    std::optional<int> issue_count;           // the same: 签发次数
    std::optional<base::Date> document_valid_from;
    std::optional<std::string> document_valid_to; // date or "long_term"
    DonationType intended_type = DonationType::whole_blood;
    std::optional<int> intended_volume_ml;
    std::optional<int> intended_units;
    // The talk with the donor.
    std::optional<std::string> response = std::nullopt; // FHIR QuestionnaireResponse, as JSON text
    std::vector<Assessment> assessments = {};
    std::vector<ConsentGiven> consents = {};
    std::optional<std::string> signature_png_base64 = std::nullopt;
    // A JSON array of strokes, each an array of x, y, x, y … in hundredths of a millimetre.
    std::optional<std::string> signature_strokes = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(VisitRecord, (),
                      (visit, house, ticket, checked_in_at, entry, donor, card_number, name,
                       name_by, english_name, document_number, sex, birth, nation, nationality,
                       address, authority, permit_number, issue_count, document_valid_from,
                       document_valid_to, intended_type, intended_volume_ml, intended_units,
                       response, assessments, consents, signature_png_base64, signature_strokes))

// As it was sealed, by this release or one before it: a record from before the talk at the terminal
// has no `assessments` and no `consents`, and is none the worse. invalid_argument with the pointer,
// which names members and never a value.
base::Result<VisitRecord> record_from_json(boost::json::value value);

// The longest text of a document has 60 characters, and its last days are ISO dates.
inline constexpr size_t max_document_text_bytes = 256;
inline constexpr int max_issue_count = 99;

// invalid_argument with the pointer of the first member that no document can hold: longer than
// max_document_text_bytes, an issue count that has no two digits, a last day that is none. What is
// inside the limits is taken as the card says it.
base::Status check_record(const VisitRecord& record);

// GET /v1/houses/{house}/visits?tickets-of=today, staff session needed: who stands behind the
// tickets, for the people who look after them. Masked, because a staff screen is seen by many.
struct VisitBrief {
    base::Uuid visit;
    std::string ticket;
    EntryKind entry = EntryKind::resident_id;
    std::string masked_name;                      // empty where staff have to ask
    std::optional<NameBy> name_by = std::nullopt; // of the record
    std::optional<std::string> sex;
    std::optional<int> age_years;
    int donation_count = 0;
    std::optional<base::Date> last_donation;
    // doubt::unreadable_record: somebody waits behind this ticket, and nothing else is known.
    std::optional<std::string> doubt = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(VisitBrief, (),
                      (visit, ticket, entry, masked_name, name_by, sex, age_years, donation_count,
                       last_donation, doubt))
struct VisitBriefs {
    std::vector<VisitBrief> visits;
};
BOOST_DESCRIBE_STRUCT(VisitBriefs, (), (visits))

} // namespace rexue::wire
