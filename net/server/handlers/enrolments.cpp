#include <array>

#include <fmt/format.h>

#include "net/server/handlers/handlers.h"
#include "net/server/handlers/json_body.h"
#include "net/server/keys/secrets.h"
#include "net/server/keys/signature.h"
#include "platform/base/encoding.h"
#include "platform/base/random.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

namespace {

// "qd-wusi-donor-1f0c9a": an operator sees where it stands and what it is.
wire::TerminalId make_terminal_id(const EnrolmentOffer& offer) {
    std::array<std::byte, 4> bytes;
    base::fill_random(bytes);
    return wire::TerminalId(fmt::format("{}-{}-{}", offer.house.value,
                                        boost::describe::enum_to_string(offer.surface, ""),
                                        base::hex_encode(bytes)));
}

base::Result<Terminal> issue(Context& context, const EnrolmentOffer& offer,
                             const std::string& csr_pem) {
    const auto now = context.clock.wall();
    Terminal terminal{.id = make_terminal_id(offer),
                      .house = offer.house,
                      .surface = offer.surface,
                      .ticket_letter = offer.ticket_letter,
                      .certificate_pem = {},
                      .fingerprint = {},
                      .enrolled_at = now,
                      .revoked_at = std::nullopt};
    const auto certificate = context.authority.certify_terminal(csr_pem, terminal.id.value, now);
    if (!certificate) return base::fail(certificate);
    const auto print = keys::fingerprint(*certificate);
    if (!print) return base::fail(print);
    terminal.certificate_pem = *certificate;
    terminal.fingerprint = *print;
    return terminal;
}

} // namespace

base::Result<Response> enrol(Context& context, const Request& request) {
    const auto asked = read_body<wire::EnrolmentRequest>(request);
    if (!asked) return base::fail(asked);
    const auto code = keys::normalise_enrolment_code(asked->code);
    if (!code) return base::fail(code);
    // A bad signing request fails inside and leaves the code good for another try.
    const auto terminal = context.store.enrol(
        keys::hash_of(*code), context.clock.wall(),
        [&](const EnrolmentOffer& offer) { return issue(context, offer, asked->csr_pem); });
    if (!terminal) return base::fail(terminal);
    log::write(log::terminal_enrolled, {{"terminal", terminal->id}, {"house", terminal->house}});
    return json_response(wire::Enrolment{.terminal = terminal->id,
                                         .house = terminal->house,
                                         .surface = terminal->surface,
                                         .ticket_letter = terminal->ticket_letter,
                                         .certificate_pem = terminal->certificate_pem,
                                         .ca_pem = context.authority.certificate_pem(),
                                         .sealing_key = context.sealing.public_key_base64()},
                         201);
}

} // namespace rexue::server
