// All rulebooks a program knows: the one in force on a day, or one by its name.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/donation/rulebook.h"
#include "platform/base/named_text.h"

namespace rexue::donation {

class Bookshelf {
  public:
    // already_exists when two books have one name; conflict when two are in force on one day.
    static base::Result<Bookshelf> create(std::vector<Rulebook> books);

    // Of the texts of files as Rulebook::load takes them; its errors, behind the name of the file.
    static base::Result<Bookshelf> load(std::span<const base::NamedText> files);

    // Null on a day that no book is for. A book without a date is never found here.
    const Rulebook* in_force(base::Date on) const;
    const Rulebook* named(std::string_view id) const;
    std::span<const Rulebook> books() const { return books_; }

  private:
    explicit Bookshelf(std::vector<Rulebook> books) : books_(std::move(books)) {}

    std::vector<Rulebook> books_;
};

} // namespace rexue::donation
