#include "net/wire/visits.h"

#include <array>
#include <utility>

#include "platform/json/codec.h"

namespace rexue::wire {

namespace {

base::Status wrong(std::string_view member, std::string_view what) {
    return base::fail(base::ErrorCode::invalid_argument,
                      std::string(member).append(": ").append(what));
}

base::Status check_texts(const VisitRecord& record) {
    const std::array<std::pair<std::string_view, const std::optional<std::string>*>, 10> texts{
        {{"/card_number", &record.card_number},
         {"/name", &record.name},
         {"/english_name", &record.english_name},
         {"/document_number", &record.document_number},
         {"/sex", &record.sex},
         {"/nation", &record.nation},
         {"/nationality", &record.nationality},
         {"/address", &record.address},
         {"/authority", &record.authority},
         {"/permit_number", &record.permit_number}}};
    for (const auto& [member, text] : texts) {
        if (*text && (*text)->size() > max_document_text_bytes) {
            return wrong(member, "longer than any document's");
        }
    }
    return {};
}

} // namespace

base::Status check_record(const VisitRecord& record) {
    if (const auto texts = check_texts(record); !texts) return texts;
    if (record.issue_count && (*record.issue_count < 0 || *record.issue_count > max_issue_count)) {
        return wrong("/issue_count", "0 to 99 is wanted");
    }
    const auto& last_day = record.document_valid_to;
    if (last_day && *last_day != "long_term" && !base::parse_date(*last_day)) {
        return wrong("/document_valid_to", "a date or long_term is wanted");
    }
    return {};
}

base::Result<VisitRecord> record_from_json(boost::json::value value) {
    // A list that nobody knew of is an empty one; all else that is missing is a fault.
    if (auto* object = value.if_object()) {
        for (const char* list_of_later : {"assessments", "consents"})
            object->emplace(list_of_later, boost::json::array());
    }
    return json::from_json<VisitRecord>(value);
}

std::string signed_text(const SealedRecord& record) {
    return record.visit.to_string() + "\n" + std::to_string(record.revision) + "\n" +
           record.terminal.value + "\n" + record.algorithm + "\n" + record.ciphertext;
}

} // namespace rexue::wire
