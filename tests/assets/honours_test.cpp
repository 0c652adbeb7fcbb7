// What a ledger can say somebody holds, a card can say in a byte.
#include <gtest/gtest.h>

#include "net/credential/registered.h"
#include "platform/json/parse.h"
#include "platform/storage/folder.h"

namespace rexue {
namespace {

using credential::number_of;
using credential::Register;

boost::json::value parsed(const base::NamedText& file) {
    return json::parse(file.text).value();
}

std::vector<base::NamedText> files_of(const std::string& folder) {
    return storage::read_folder(REXUE_SOURCE_DIR "/assets/" + folder, ".json", 1 << 20).value();
}

TEST(Honours, EveryAwardHasANumberOnCards) {
    for (const auto& file : files_of("awards")) {
        const auto book = parsed(file);
        for (const auto& ladder : book.at("ladders").as_array()) {
            for (const auto& step : ladder.at("steps").as_array()) {
                EXPECT_TRUE(number_of(Register::awards, step.at("id").as_string()))
                    << step.at("id");
            }
        }
    }
}

TEST(Honours, EveryCardHasANumberOnCards) {
    for (const auto& file : files_of("honour-cards")) {
        const auto book = parsed(file);
        for (const auto& card : book.at("cards").as_array())
            EXPECT_TRUE(number_of(Register::tiers, card.at("id").as_string())) << card.at("id");
    }
}

} // namespace
} // namespace rexue
