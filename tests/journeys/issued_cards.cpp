#include "tests/journeys/issued_cards.h"

#include "net/credential/dynamic_code.h"
#include "net/server/keys/card_keys.h"

namespace rexue::journeys {

server::IssuedCard issued_by(client::HouseServer& server, const char* document) {
    const auto card = server::issue_card(
        server.data(),
        {.document_number = document, .house = {}, .assets = REXUE_SOURCE_DIR "/assets"},
        server.clock());
    REXUE_ASSERT(card.has_value());
    return *card;
}

std::string phones_code_of(const server::IssuedCard& card, client::HouseServer& server,
                           base::Instant at) {
    const auto step = *credential::step_at(at);
    const auto number = std::stoull(card.number);
    const auto master = *server::keys::card_codes_master(server.data());
    return credential::make_dynamic_code(number, step, master.for_day(step.day).for_holder(number));
}

} // namespace rexue::journeys
