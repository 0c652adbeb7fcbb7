#include "kiosk/ctl/make_card.h"

#include "kiosk/rules/identity/card_record.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"

namespace rexue::ctl {

// The file's members; what is missing stays empty on the card.
struct CardFile {
    identity::DocumentKind kind = identity::DocumentKind::resident;
    std::string name;
    std::string number;
    identity::Sex sex = identity::Sex::unknown;
    std::optional<base::Date> birth;
    std::optional<std::string> english_name;
    std::optional<std::string> nation_code;
    std::optional<std::string> nationality;
    std::optional<std::string> address;
    std::optional<std::string> authority;
    std::optional<base::Date> valid_from;
    std::optional<std::string> valid_to;
    std::optional<std::string> permit_number;
    std::optional<int> issue_count;
};
BOOST_DESCRIBE_STRUCT(CardFile, (),
                      (kind, name, number, sex, birth, english_name, nation_code, nationality,
                       address, authority, valid_from, valid_to, permit_number, issue_count))

namespace {

constexpr size_t max_file_bytes = 64 * 1024;

base::Result<identity::IdentityDocument> document_of(const CardFile& file) {
    identity::IdentityDocument document{.kind = file.kind,
                                        .name = file.name,
                                        .english_name = file.english_name.value_or(""),
                                        .sex = file.sex,
                                        .birth = file.birth,
                                        .number = file.number,
                                        .nation_code = file.nation_code.value_or(""),
                                        .nationality = file.nationality.value_or(""),
                                        .address = file.address.value_or(""),
                                        .authority = file.authority.value_or(""),
                                        .valid_from = file.valid_from,
                                        .valid_to = {},
                                        .valid_long_term = file.valid_to == "long_term",
                                        .permit_number = file.permit_number.value_or(""),
                                        .issue_count = file.issue_count};
    if (file.valid_to && !document.valid_long_term) {
        const auto date = base::parse_date(*file.valid_to);
        if (!date) return base::fail(date);
        document.valid_to = *date;
    }
    return document;
}

} // namespace

base::Result<identity::IdentityDocument> read_document(const std::filesystem::path& json_file) {
    const auto text = storage::read_text_file(json_file, max_file_bytes);
    if (!text) return base::fail(text);
    const auto value = json::parse(*text);
    if (!value) return base::fail(value);
    const auto file = json::from_json<CardFile>(*value);
    if (!file) return base::fail(file);
    return document_of(*file);
}

int make_card(const std::filesystem::path& json_file, const std::filesystem::path& record_file,
              std::ostream& err) {
    const auto complain = [&](const base::Error& error) {
        err << "rexuectl make-card: " << error.detail << '\n';
        return 1;
    };
    const auto document = read_document(json_file);
    if (!document) return complain(document.error());
    const auto record = identity::make_card_record(*document);
    if (!record) return complain(record.error());
    const auto written = storage::write_file_atomically(record_file, *record, 0600);
    if (!written) return complain(written.error());
    return 0;
}

} // namespace rexue::ctl
