#include "net/server/review/catalogues.h"

#include <algorithm>

#include "kiosk/rules/questionnaire/load.h"
#include "platform/storage/file.h"

namespace rexue::server {

namespace {

namespace fs = std::filesystem;

constexpr size_t max_file_bytes = 8 * 1024 * 1024;

// Every *.json of a folder, in the order of names, to `take(name, text)`.
template <typename Take>
base::Status each_file(const fs::path& folder, Take take) {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    if (error) return base::fail(base::ErrorCode::io, folder.string() + ": " + error.message());
    std::ranges::sort(files);
    for (const fs::path& file : files) {
        const auto text = storage::read_text_file(file, max_file_bytes);
        if (!text) return base::fail(text);
        const base::Status taken = take(file.filename().string(), *text);
        if (!taken) return taken;
    }
    return {};
}

// Each book as this station reads it. Returns what that changes.
base::Result<std::vector<donation::Change>> adapt_books(std::vector<donation::Rulebook>& books,
                                                        const fs::path& file) {
    std::vector<donation::Change> changes;
    if (file.empty()) return changes;
    const auto refused = [&](const base::Error& error) {
        return base::fail(error.code, file.filename().string() + ": " + error.detail);
    };
    const auto text = storage::read_text_file(file, max_file_bytes);
    if (!text) return base::fail(text);
    const auto settings = donation::load_settings(*text);
    if (!settings) return refused(settings.error());
    for (const donation::Override& wanted : settings->overrides) {
        const bool is_known = std::ranges::any_of(
            books, [&](const auto& book) { return book.find(wanted.rule) != nullptr; });
        if (!is_known) {
            return refused({base::ErrorCode::not_found, wanted.rule + " is in none of the books"});
        }
    }
    for (donation::Rulebook& book : books) {
        donation::StationSettings of_book = *settings;
        std::erase_if(of_book.overrides, [&](const donation::Override& wanted) {
            return book.find(wanted.rule) == nullptr;
        });
        auto adapted = donation::adapt(book, of_book);
        if (!adapted) return refused(adapted.error());
        book = std::move(adapted->book);
        for (donation::Change& change : adapted->changes) {
            if (std::ranges::find(changes, change) == changes.end()) {
                changes.push_back(std::move(change));
            }
        }
    }
    return changes;
}

} // namespace

base::Result<Catalogues> Catalogues::load(const fs::path& assets, const fs::path& settings) {
    std::vector<donation::Rulebook> books;
    Forms forms;
    if (!assets.empty()) {
        auto read = each_file(
            assets / "rulebooks",
            [&](const std::string& name, const std::string& text) -> base::Status {
                auto book = donation::Rulebook::load(text);
                if (!book) return base::fail(book.error().code, name + ": " + book.error().detail);
                books.push_back(std::move(*book));
                return {};
            });
        if (!read) return base::fail(read);
        read = each_file(assets / "questionnaires",
                         [&](const std::string& name, const std::string& text) -> base::Status {
                             auto loaded = questionnaire::load(text);
                             if (loaded.form == nullptr) {
                                 return base::fail(base::ErrorCode::invalid_argument,
                                                   name + ": " + loaded.issues.front().path + ": " +
                                                       loaded.issues.front().text);
                             }
                             forms.push_back(std::move(loaded.form));
                             return {};
                         });
        if (!read) return base::fail(read);
    }
    auto changes = adapt_books(books, settings);
    if (!changes) return base::fail(changes);
    auto shelf = donation::Bookshelf::create(std::move(books));
    if (!shelf) return base::fail(shelf);
    return Catalogues(std::move(*shelf), std::move(*changes), std::move(forms));
}

const donation::Rulebook* Catalogues::book(std::string_view name) const {
    const auto books = books_.books();
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
