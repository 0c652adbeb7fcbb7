#include "kiosk/rules/donation/bookshelf.h"

#include <algorithm>

namespace rexue::donation {

base::Result<Bookshelf> Bookshelf::create(std::vector<Rulebook> books) {
    for (auto one = books.begin(); one != books.end(); ++one) {
        for (auto other = books.begin(); other != one; ++other) {
            if (one->id() == other->id()) {
                return base::fail(base::ErrorCode::already_exists,
                                  "two rulebooks are named " + one->id());
            }
            // Two spans of days meet where the first day of one lies in the other.
            const auto begins_in = [](const Rulebook& book, const Rulebook& in) {
                return book.effective_from() && in.is_in_force(*book.effective_from());
            };
            if (begins_in(*one, *other) || begins_in(*other, *one)) {
                return base::fail(base::ErrorCode::conflict,
                                  one->id() + " and " + other->id() + " are in force on one day");
            }
        }
    }
    return Bookshelf(std::move(books));
}

base::Result<Bookshelf> Bookshelf::load(std::span<const base::NamedText> files) {
    std::vector<Rulebook> books;
    for (const auto& [name, text] : files) {
        auto book = Rulebook::load(text);
        if (!book) return base::fail(book.error().code, name + ": " + book.error().detail);
        books.push_back(std::move(*book));
    }
    return create(std::move(books));
}

const Rulebook* Bookshelf::in_force(base::Date on) const {
    const auto found =
        std::ranges::find_if(books_, [&](const Rulebook& book) { return book.is_in_force(on); });
    return found == books_.end() ? nullptr : &*found;
}

const Rulebook* Bookshelf::named(std::string_view id) const {
    const auto found = std::ranges::find(books_, id, &Rulebook::id);
    return found == books_.end() ? nullptr : &*found;
}

} // namespace rexue::donation
