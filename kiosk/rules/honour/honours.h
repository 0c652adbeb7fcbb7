// All that is known of honours: the files of assets, held against each other, and the ledgers of a
// record.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/rules/honour/cards.h"
#include "kiosk/rules/honour/catalogue.h"
#include "kiosk/rules/honour/moments.h"
#include "kiosk/rules/honour/relief.h"
#include "platform/base/named_text.h"

namespace rexue::honour {

// What lies in the folders of assets.
struct Assets {
    std::vector<base::NamedText> awards;
    std::vector<base::NamedText> honour_cards;
    std::vector<base::NamedText> fee_relief;
    std::vector<base::NamedText> benefits;
    std::vector<base::NamedText> moments;
};

// Three ledgers from one history, which never mix: each counts in its own way.
struct Ledgers {
    AwardLedger awards;
    std::vector<CardLine> honour_card;
    ReliefLedger fee_relief;
    std::vector<Moment> moments;
};
BOOST_DESCRIBE_STRUCT(Ledgers, (), (awards, honour_card, fee_relief, moments))

class Honours {
  public:
    // invalid_argument with the file's name and the pointer: a file that its loader refuses, an id
    // that stands twice in the country, an award or card that is asked for and is nowhere, two
    // relief books of one province on one day, no awards of the country or two.
    static base::Result<Honours> load(const Assets& assets);

    // `rules` for the last donation before the age limit; null: nothing is said of it. The record
    // has passed check().
    Ledgers ledgers(const Record& record, const donation::Rulebook* rules) const;

    const Catalogue& catalogue() const { return catalogue_; }
    // What the calendar alone celebrates on a day, whoever comes: 6·14, Spring Festival.
    std::vector<Moment> days_celebrated(base::Date on) const;
    // Null for an id that no moment has.
    const Offer* find_offer(std::string_view id) const;
    // How many counts (次) of awards one unit of platelets is when given on a day.
    std::optional<int> counts_per_unit(base::Date donated) const;
    // Of an award or a card; null for an id that neither has.
    const Words* title_of(std::string_view id) const;
    // Whether an award or a card has this id, or it is ask_staff: what a benefit may ask for.
    bool is_condition(std::string_view id) const;

  private:
    explicit Honours(Catalogue catalogue) : catalogue_(std::move(catalogue)) {}

    base::Status check() const;
    base::Status check_conditions(const BenefitBook& book) const;

    std::vector<AwardBook> awards_;
    std::vector<CardBook> cards_;
    std::vector<ReliefBook> relief_;
    std::vector<MomentBook> moments_;
    Catalogue catalogue_;
};

} // namespace rexue::honour
