#include "kiosk/ctl/issued_words.h"

#include <algorithm>

#include "kiosk/rules/honour/award_book.h"
#include "kiosk/rules/honour/card_book.h"
#include "platform/storage/folder.h"

namespace rexue::ctl {

namespace {

using Words = std::vector<std::string>;

constexpr size_t max_asset_bytes = 1024 * 1024;

// The ids of all books of a folder.
template <typename Load, typename IdsOf>
base::Result<Words> words_of(const std::filesystem::path& folder, Load load, IdsOf ids_of) {
    const auto files = storage::read_folder(folder, ".json", max_asset_bytes);
    if (!files) {
        return base::fail(files.error().code, folder.string() + ": no such folder of assets");
    }
    Words words;
    for (const base::NamedText& file : *files) {
        const auto book = load(file.text);
        if (!book) {
            return base::fail(book.error().code,
                              (folder / file.name).string() + ": " + book.error().detail);
        }
        ids_of(*book, words);
    }
    return words;
}

base::Result<Words> tiers_of(const std::filesystem::path& assets) {
    return words_of(assets / "honour-cards", honour::load_card_book,
                    [](const honour::CardBook& book, Words& words) {
                        for (const honour::Card& card : book.cards)
                            words.push_back(card.id);
                    });
}

base::Result<Words> awards_of(const std::filesystem::path& assets) {
    return words_of(assets / "awards", honour::load_award_book,
                    [](const honour::AwardBook& book, Words& words) {
                        for (const honour::Ladder& ladder : book.ladders) {
                            for (const honour::AwardStep& step : ladder.steps)
                                words.push_back(step.id);
                        }
                    });
}

base::Status check(const std::string& word, const std::string& member,
                   const base::Result<Words>& known) {
    if (!known) return base::fail(known);
    if (std::ranges::find(*known, word) != known->end()) return {};
    std::string list;
    for (const std::string& one : *known)
        list += " " + one;
    return base::fail(base::ErrorCode::invalid_argument,
                      member + ": no such name in the assets; there are" + list);
}

} // namespace

base::Status check_issued_words(const credential::HonourClaims& claims,
                                const std::filesystem::path& assets) {
    if (claims.tier) {
        if (auto tier = check(*claims.tier, "/tier", tiers_of(assets)); !tier) return tier;
    }
    if (claims.awards.empty()) return {};
    const auto known = awards_of(assets);
    for (size_t i = 0; i < claims.awards.size(); ++i) {
        const std::string member = "/awards/" + std::to_string(i) + "/id";
        if (auto award = check(claims.awards[i].id, member, known); !award) return award;
    }
    return {};
}

} // namespace rexue::ctl
