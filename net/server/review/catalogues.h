// What the server judges visits by: every rulebook and every form that was ever released, because
// a visit is judged by the versions that it names; and what honours are celebrated.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/donation/station_settings.h"
#include "kiosk/rules/honour/honours.h"
#include "kiosk/rules/questionnaire/form.h"

namespace rexue::server {

// Immutable. Any thread.
class Catalogues {
  public:
    // From the folders `rulebooks` and `questionnaires` of the assets; an empty path is an empty
    // shelf, by which everything is for staff to decide. invalid_argument with file and pointer for
    // a book or a form that is not whole.
    // `settings`: a file with what this station sets where the books leave it to the station; each
    // book takes what is about its rules. Refused as donation::adapt does, and not_found for a rule
    // that no book has.
    static base::Result<Catalogues> load(const std::filesystem::path& assets,
                                         const std::filesystem::path& settings = {});

    // Null: the server does not have it. `name` is id|version.
    const donation::Rulebook* book(std::string_view name) const;
    const donation::Rulebook* book_in_force(base::Date on) const {
        return books_.books.in_force(on);
    }
    // What the station's settings have changed in any of the books, for the log.
    const std::vector<donation::Change>& changes() const { return books_.changes; }
    // Those settings as they were read, for terminals to go by the same; none: the books as they
    // are.
    const std::optional<std::string>& settings() const { return settings_; }
    // Null as well. `canonical` is url|version.
    std::shared_ptr<const questionnaire::Form> form(std::string_view canonical) const;

    // What moments offer; null without assets.
    const honour::Honours* honours() const { return honours_.get(); }

  private:
    using Forms = std::vector<std::shared_ptr<const questionnaire::Form>>;
    Catalogues(donation::AdaptedShelf books, std::optional<std::string> settings, Forms forms,
               std::shared_ptr<const honour::Honours> honours)
        : books_(std::move(books)),
          settings_(std::move(settings)),
          forms_(std::move(forms)),
          honours_(std::move(honours)) {}

    donation::AdaptedShelf books_;
    std::optional<std::string> settings_;
    Forms forms_;
    std::shared_ptr<const honour::Honours> honours_;
};

} // namespace rexue::server
