#include "kiosk/ctl/card_commands.h"

#include <iostream>
#include <memory>

#include "kiosk/ctl/card.h"
#include "platform/time/clock.h"

namespace rexue::ctl {

namespace {

base::Instant now() {
    return time::SystemClock().wall();
}

struct Orders {
    NewKeyOrder key;
    IssueOrder issue;
    VerifyOrder verify;
    InspectOrder inspect;
    DynamicOrder dynamic;
    RevokeOrder revoke;
};

using Kept = std::shared_ptr<Orders>;

void describe_key(CLI::App& card, const Kept& orders, int& result) {
    auto* key = card.add_subcommand("key", "make a key that cards are issued with");
    key->add_option("--issuer", orders->key.issuer, "who issues with it: qd-blood")->required();
    key->add_option("--out", orders->key.folder, "folder for key and key set")
        ->required()
        ->type_name("DIR");
    key->add_flag("--master", orders->key.master, "a master key of dynamic codes instead");
    key->footer("Example: rexuectl card key --issuer qd-blood --out keys");
    key->callback(
        [orders, &result] { result = new_card_key(orders->key, now(), std::cout, std::cerr); });
}

void describe_issue(CLI::App& card, const Kept& orders, int& result) {
    auto* issue = card.add_subcommand("issue", "issue an honour card as a QR code");
    issue->add_option("--holder", orders->issue.holder, "what the card says, as JSON")
        ->required()
        ->type_name("FILE");
    issue->add_option("--key", orders->issue.key, "the issuer's private key (PEM, EC P-256)")
        ->required()
        ->type_name("FILE");
    issue->add_option("--out", orders->issue.png, "picture to be written")
        ->required()
        ->type_name("PNG");
    issue->add_option("--assets", orders->issue.assets, "folder of awards, honour cards …")
        ->type_name("DIR");
    issue->footer(
        "Example: rexuectl card issue --holder holder.json --key issuer.key.pem --out card.png");
    issue->callback(
        [orders, &result] { result = issue_card(orders->issue, now(), std::cout, std::cerr); });
}

void describe_verify(CLI::App& card, const Kept& orders, int& result) {
    auto* verify = card.add_subcommand("verify", "is this card true, and does it count?");
    verify->add_option("card", orders->verify.text, "the code's text, or a picture of it")
        ->required()
        ->type_name("TEXT|IMAGE");
    verify->add_option("--keys", orders->verify.keys, "key sets (*.json), public keys (*.pem)")
        ->required()
        ->type_name("DIR");
    verify->add_option("--at", orders->verify.at, "when: 2026-11-22T08:00:00+08:00; now without it")
        ->type_name("TIME");
    verify->add_option("--revocations", orders->verify.revocations, "the issuer's list")
        ->type_name("FILE");
    verify->add_option("--seen", orders->verify.seen, "keeps which dynamic codes were shown")
        ->type_name("FILE");
    verify->footer(
        "Ends with 0 when valid, 1 when not, 2 when nothing could be looked at.\n"
        "Example: rexuectl card verify card.png --keys keys --revocations revoked.cose");
    verify->callback(
        [orders, &result] { result = verify_card(orders->verify, now(), std::cout, std::cerr); });
}

void describe_inspect(CLI::App& card, const Kept& orders, int& result) {
    auto* inspect = card.add_subcommand("inspect", "what is in a credential of this family");
    inspect->add_option("credential", orders->inspect.text, "its text, or a picture of it")
        ->required()
        ->type_name("TEXT|IMAGE");
    inspect->add_option("--cert", orders->inspect.certificate, "certificate or public key (PEM)")
        ->type_name("FILE");
    inspect->footer("Example: rexuectl card inspect 'HC1:6BF…' --cert signer.pem");
    inspect->callback(
        [orders, &result] { result = inspect_card(orders->inspect, std::cout, std::cerr); });
}

void describe_dynamic(CLI::App& card, const Kept& orders, int& result) {
    auto* dynamic = card.add_subcommand("dynamic", "the code that a holder's phone would show");
    auto* keys = dynamic->add_option_group("key of 32 bytes");
    keys->add_option("--master", orders->dynamic.master, "the issuer's (card key --master)")
        ->type_name("FILE");
    keys->add_option("--holder-key", orders->dynamic.holder_key, "this holder's of this day")
        ->type_name("FILE");
    keys->require_option(1);
    dynamic->add_option("--card", orders->dynamic.card_number, "16 digits")->required();
    dynamic->add_option("--out", orders->dynamic.png, "picture to be written")->type_name("PNG");
    dynamic
        ->add_option("--day-keys", orders->dynamic.day_keys,
                     "key set to be written: the keys that verify that day's codes (of a master)")
        ->type_name("FILE");
    dynamic->add_option("--at", orders->dynamic.at, "when; now without it")->type_name("TIME");
    dynamic->footer(
        "Example: rexuectl card dynamic --master qd-blood.master "
        "--card 3702000000001238 --day-keys keys/day-keys.json");
    dynamic->callback(
        [orders, &result] { result = dynamic_code(orders->dynamic, now(), std::cout, std::cerr); });
}

void describe_revoke(CLI::App& card, const Kept& orders, int& result) {
    auto* revoke = card.add_subcommand("revoke", "put cards on the issuer's revocation list");
    revoke->add_option("index", orders->revoke.indices, "the cards' places in the list");
    revoke->add_option("--list", orders->revoke.list, "made when it is not there")
        ->required()
        ->type_name("FILE");
    revoke->add_option("--key", orders->revoke.key, "the issuer's private key")
        ->required()
        ->type_name("FILE");
    revoke->add_option("--issuer", orders->revoke.issuer, "whose list")->required();
    revoke->add_option("--keys", orders->revoke.keys, "for a list that an earlier key has signed")
        ->type_name("DIR");
    revoke->footer(
        "Without an index the list is signed anew, with today's date.\n"
        "Example: rexuectl card revoke 1234 --list revoked.cose --key issuer.key.pem "
        "--issuer qd-blood");
    revoke->callback(
        [orders, &result] { result = revoke_cards(orders->revoke, now(), std::cout, std::cerr); });
}

} // namespace

void describe_card(CLI::App& app, const std::filesystem::path& assets, int& result) {
    auto* card = app.add_subcommand("card", "issue, verify and revoke honour cards");
    card->require_subcommand(1);
    const auto orders = std::make_shared<Orders>();
    orders->issue.assets = assets;
    describe_key(*card, orders, result);
    describe_issue(*card, orders, result);
    describe_verify(*card, orders, result);
    describe_inspect(*card, orders, result);
    describe_dynamic(*card, orders, result);
    describe_revoke(*card, orders, result);
}

} // namespace rexue::ctl
