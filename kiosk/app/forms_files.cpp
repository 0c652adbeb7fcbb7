#include "kiosk/app/forms_files.h"

#include <algorithm>
#include <array>
#include <utility>

#include "kiosk/rules/questionnaire/load.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/openssl/digest.h"
#include "platform/storage/file.h"

namespace rexue::app {

namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using flow::donor::ConsentDocument;
using questionnaire::ItemType;

constexpr size_t max_file_bytes = 1024 * 1024;
constexpr const char* questionnaire_file = "questionnaires/station-2026-1.json";
constexpr std::array rulebook_files{"rulebooks/gb18467-2011.json", "rulebooks/draft-law-2025.json"};
constexpr const char* notice_file = "consents/donor-notice-2026-1.json";
constexpr const char* data_use_file = "consents/data-use-2026-1.json";

struct DocumentFile {
    std::string id;
    std::string version;
    std::string status;              // "unverified", "approved"
    flow::donor::DocumentWords note; // for who replaces it
    flow::donor::DocumentWords title;
    std::vector<flow::donor::DocumentSection> sections;
};
BOOST_DESCRIBE_STRUCT(DocumentFile, (), (id, version, status, note, title, sections))

std::unexpected<base::Error> wrong(ErrorCode code, const char* file, std::string_view what) {
    return base::fail(code, std::string(file).append(": ").append(what));
}

base::Result<std::string> read(const fs::path& assets, const char* file) {
    auto text = storage::read_text_file(assets / file, max_file_bytes);
    if (!text) return wrong(text.error().code, file, text.error().detail);
    return text;
}

base::Result<ConsentDocument> read_document(const fs::path& assets, const char* file) {
    const auto text = read(assets, file);
    if (!text) return base::fail(text);
    const auto value = json::parse(*text);
    if (!value) return wrong(ErrorCode::corrupt, file, value.error().detail);
    auto document = json::from_json<DocumentFile>(*value);
    if (!document) return wrong(ErrorCode::corrupt, file, document.error().detail);
    if (document->sections.empty()) return wrong(ErrorCode::corrupt, file, "it has no section");
    auto sha256 = openssl::sha256_hex(*text);
    if (!sha256) return base::fail(sha256);
    return ConsentDocument{.id = std::move(document->id),
                           .version = std::move(document->version),
                           .sha256 = std::move(*sha256),
                           .title = std::move(document->title),
                           .sections = std::move(document->sections)};
}

base::Result<donation::Bookshelf> read_books(const fs::path& assets) {
    std::vector<donation::Rulebook> books;
    for (const char* file : rulebook_files) {
        const auto text = read(assets, file);
        if (!text) return base::fail(text);
        auto book = donation::Rulebook::load(*text);
        if (!book) return wrong(book.error().code, file, book.error().detail);
        books.push_back(std::move(*book));
    }
    return donation::Bookshelf::create(std::move(books));
}

bool can_be_asked(const questionnaire::Item& item) {
    const bool shown = item.is_question() && !item.hidden && !item.read_only;
    const bool asked = item.type == ItemType::boolean || item.type == ItemType::choice ||
                       item.type == ItemType::date;
    return !shown || asked;
}

base::Result<std::shared_ptr<const questionnaire::Form>> read_form(const fs::path& assets) {
    const auto text = read(assets, questionnaire_file);
    if (!text) return base::fail(text);
    questionnaire::Loaded loaded = questionnaire::load(*text);
    if (!loaded.form) {
        const auto& issues = loaded.issues;
        return wrong(ErrorCode::corrupt, questionnaire_file,
                     issues.empty() ? "refused" : issues.front().path + " " + issues.front().text);
    }
    if (!std::ranges::all_of(loaded.form->items(), can_be_asked)) {
        return wrong(ErrorCode::unsupported, questionnaire_file, "a question of another kind");
    }
    return std::move(loaded.form);
}

} // namespace

base::Result<std::shared_ptr<const flow::donor::Forms>> load_forms(const fs::path& assets) {
    auto form = read_form(assets);
    if (!form) return base::fail(form);
    auto books = read_books(assets);
    if (!books) return base::fail(books);
    auto notice = read_document(assets, notice_file);
    if (!notice) return base::fail(notice);
    auto data_use = read_document(assets, data_use_file);
    if (!data_use) return base::fail(data_use);
    return std::make_shared<const flow::donor::Forms>(
        flow::donor::Forms{.form = std::move(*form),
                           .books = std::move(*books),
                           .notice = std::move(*notice),
                           .data_use = std::move(*data_use)});
}

} // namespace rexue::app
