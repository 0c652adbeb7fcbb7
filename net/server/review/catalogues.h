// What the server judges visits by: every rulebook and every form that was ever released, because
// a visit is judged by the versions that it names.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/rules/donation/bookshelf.h"
#include "kiosk/rules/questionnaire/form.h"

namespace rexue::server {

// Immutable. Any thread.
class Catalogues {
  public:
    // From the folders `rulebooks` and `questionnaires` of the assets; an empty path is an empty
    // shelf, by which everything is for staff to decide. invalid_argument with file and pointer for
    // a book or a form that is not whole.
    static base::Result<Catalogues> load(const std::filesystem::path& assets);

    // Null: the server does not have it. `name` is id|version.
    const donation::Rulebook* book(std::string_view name) const;
    const donation::Rulebook* book_in_force(base::Date on) const { return books_.in_force(on); }
    // Null as well. `canonical` is url|version.
    std::shared_ptr<const questionnaire::Form> form(std::string_view canonical) const;

  private:
    using Forms = std::vector<std::shared_ptr<const questionnaire::Form>>;
    Catalogues(donation::Bookshelf books, Forms forms)
        : books_(std::move(books)), forms_(std::move(forms)) {}

    donation::Bookshelf books_;
    Forms forms_;
};

// id|version, as a terminal's assessment names its book.
std::string name_of(const donation::Rulebook& book);

} // namespace rexue::server
