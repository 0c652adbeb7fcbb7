#include "net/server/review/catalogues.h"

#include <algorithm>

#include "kiosk/rule_files/honours_files.h"
#include "kiosk/rule_files/rulebook_files.h"
#include "kiosk/rules/questionnaire/load.h"
#include "platform/storage/file.h"
#include "platform/storage/folder.h"

namespace rexue::server {

namespace {

namespace fs = std::filesystem;

constexpr size_t max_file_bytes = 8 * 1024 * 1024;

using Forms = std::vector<std::shared_ptr<const questionnaire::Form>>;

base::Result<Forms> read_forms(const fs::path& assets) {
    Forms forms;
    if (assets.empty()) return forms;
    const auto files = storage::read_folder(assets / "questionnaires", ".json", max_file_bytes);
    if (!files) return base::fail(files);
    for (const auto& [name, text] : *files) {
        auto loaded = questionnaire::load(text);
        if (loaded.form == nullptr) {
            const auto& issue = loaded.issues.front();
            return base::fail(base::ErrorCode::invalid_argument,
                              name + ": " + issue.path + ": " + issue.text);
        }
        forms.push_back(std::move(loaded.form));
    }
    return forms;
}

// The books as this station reads them. `settings` becomes what was read.
base::Result<donation::AdaptedShelf> adapt_books(donation::Bookshelf books, const fs::path& file,
                                                 std::optional<std::string>& settings) {
    if (file.empty()) return donation::AdaptedShelf{.books = std::move(books), .changes = {}};
    const auto refused = [&](const base::Error& error) {
        return base::fail(error.code, file.filename().string() + ": " + error.detail);
    };
    auto text = storage::read_text_file(file, max_file_bytes);
    if (!text) return base::fail(text);
    const auto wanted = donation::load_settings(*text);
    if (!wanted) return refused(wanted.error());
    auto adapted = donation::adapt(books, *wanted);
    if (!adapted) return refused(adapted.error());
    settings = std::move(*text);
    return adapted;
}

} // namespace

base::Result<Catalogues> Catalogues::load(const fs::path& assets, const fs::path& settings) {
    auto forms = read_forms(assets);
    if (!forms) return base::fail(forms);
    auto shelf = assets.empty() ? donation::Bookshelf::create({})
                                : rule_files::read_rulebooks(assets / "rulebooks");
    if (!shelf) return base::fail(shelf);
    std::optional<std::string> text;
    auto adapted = adapt_books(std::move(*shelf), settings, text);
    if (!adapted) return base::fail(adapted);
    std::shared_ptr<const honour::Honours> honours;
    if (!assets.empty()) {
        auto read = rule_files::read_honours(assets);
        if (!read) return base::fail(read);
        honours = std::make_shared<const honour::Honours>(std::move(*read));
    }
    return Catalogues(std::move(*adapted), std::move(text), std::move(*forms), std::move(honours));
}

const donation::Rulebook* Catalogues::book(std::string_view name) const {
    const auto books = books_.books.books();
    const auto found =
        std::ranges::find_if(books, [&](const auto& book) { return book.name() == name; });
    return found == books.end() ? nullptr : &*found;
}

std::shared_ptr<const questionnaire::Form> Catalogues::form(std::string_view canonical) const {
    const auto found = std::ranges::find_if(
        forms_, [&](const auto& form) { return form->canonical() == canonical; });
    return found == forms_.end() ? nullptr : *found;
}

} // namespace rexue::server
