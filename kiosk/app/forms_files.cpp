#include "kiosk/app/forms_files.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "kiosk/rule_files/rulebook_files.h"
#include "kiosk/rules/questionnaire/load.h"
#include "kiosk/rules/questionnaire/station_links.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/log/catalogue.h"
#include "platform/openssl/digest.h"
#include "platform/storage/file.h"

namespace rexue::app {

namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using flow::donor::ConsentDocument;
using questionnaire::ItemType;

constexpr size_t max_file_bytes = 1024 * 1024;
// Names the released versions that this station uses, by paths in the assets.
constexpr const char* list_file = "forms.json";

struct List {
    std::string questionnaire;
    std::string notice;
    std::string data_use;
};
BOOST_DESCRIBE_STRUCT(List, (), (questionnaire, notice, data_use))

struct DocumentFile {
    std::string id;
    std::string version;
    std::string status;              // "unverified", "approved"
    flow::donor::DocumentWords note; // for who replaces it
    flow::donor::DocumentWords title;
    std::vector<flow::donor::DocumentSection> sections;
};
BOOST_DESCRIBE_STRUCT(DocumentFile, (), (id, version, status, note, title, sections))

std::unexpected<base::Error> wrong(ErrorCode code, const std::string& file, std::string_view what) {
    return base::fail(code, (file + ": ").append(what));
}

base::Result<std::string> read(const fs::path& assets, const std::string& file) {
    auto text = storage::read_text_file(assets / file, max_file_bytes);
    if (!text) return wrong(text.error().code, file, text.error().detail);
    return text;
}

template <typename Described>
base::Result<Described> read_described(const std::string& text, const std::string& file) {
    const auto value = json::parse(text);
    if (!value) return wrong(ErrorCode::corrupt, file, value.error().detail);
    auto described = json::from_json<Described>(*value);
    if (!described) return wrong(ErrorCode::corrupt, file, described.error().detail);
    return described;
}

// To operators: donors read words that no station has approved.
void tell_unapproved(const std::string& file) {
    log::write(log::wording_not_approved, {{"file", file}});
}

base::Result<ConsentDocument> read_document(const fs::path& assets, const std::string& file) {
    const auto text = read(assets, file);
    if (!text) return base::fail(text);
    auto document = read_described<DocumentFile>(*text, file);
    if (!document) return base::fail(document);
    if (document->status != "approved") tell_unapproved(file);
    if (document->sections.empty()) return wrong(ErrorCode::corrupt, file, "it has no section");
    auto sha256 = openssl::sha256_hex(*text);
    if (!sha256) return base::fail(sha256);
    return ConsentDocument{.id = std::move(document->id),
                           .version = std::move(document->version),
                           .sha256 = std::move(*sha256),
                           .title = std::move(document->title),
                           .sections = std::move(document->sections)};
}

// What the screens would leave out is not accepted: a text between questions, a group that repeats,
// a date with bounds of its own.
bool can_be_asked(const questionnaire::Item& item) {
    if (item.hidden) return true;
    if (item.type == ItemType::display) return false;
    if (item.type == ItemType::group) return !item.repeats;
    const bool asked = item.type == ItemType::boolean || item.type == ItemType::choice ||
                       item.type == ItemType::date;
    const bool is_bounded =
        item.type == ItemType::date && (item.minimum.has_value() || item.maximum.has_value());
    return item.read_only || (asked && !is_bounded);
}

base::Result<std::shared_ptr<const questionnaire::Form>> read_form(const fs::path& assets,
                                                                   const std::string& file) {
    const auto text = read(assets, file);
    if (!text) return base::fail(text);
    questionnaire::Loaded loaded = questionnaire::load(*text);
    if (!loaded.form) {
        const auto& issues = loaded.issues;
        return wrong(ErrorCode::corrupt, file,
                     issues.empty() ? "refused" : issues.front().path + " " + issues.front().text);
    }
    if (!std::ranges::all_of(loaded.form->items(), can_be_asked)) {
        return wrong(ErrorCode::unsupported, file, "a question of another kind");
    }
    if (const auto missing = questionnaire::station_links::missing_in(*loaded.form)) {
        return wrong(ErrorCode::unsupported, file,
                     fmt::format("it has no question {} of type {}", missing->id,
                                 missing->type == ItemType::boolean ? "boolean"
                                 : missing->type == ItemType::date  ? "date"
                                                                    : "choice"));
    }
    if (!loaded.form->head().is_approved) tell_unapproved(file);
    return std::move(loaded.form);
}

} // namespace

base::Result<std::shared_ptr<const flow::donor::Forms>> load_forms(const fs::path& assets) {
    const auto text = read(assets, list_file);
    if (!text) return base::fail(text);
    const auto list = read_described<List>(*text, list_file);
    if (!list) return base::fail(list);
    auto form = read_form(assets, list->questionnaire);
    if (!form) return base::fail(form);
    auto books = rule_files::read_rulebooks(assets / "rulebooks");
    if (!books) return base::fail(books);
    auto notice = read_document(assets, list->notice);
    if (!notice) return base::fail(notice);
    auto data_use = read_document(assets, list->data_use);
    if (!data_use) return base::fail(data_use);
    return std::make_shared<const flow::donor::Forms>(
        flow::donor::Forms{.form = std::move(*form),
                           .books = std::move(*books),
                           .notice = std::move(*notice),
                           .data_use = std::move(*data_use)});
}

} // namespace rexue::app
