// rexuectl: the operator's command line.
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ctl/benefits.h"
#include "kiosk/ctl/card_commands.h"
#include "kiosk/ctl/check_id.h"
#include "kiosk/ctl/eligibility.h"
#include "kiosk/ctl/enrol.h"
#include "kiosk/ctl/honours.h"
#include "kiosk/ctl/make_card.h"
#include "kiosk/ctl/make_code.h"
#include "kiosk/ctl/outbox.h"
#include "kiosk/ctl/questionnaire.h"
#include "kiosk/ctl/read_id.h"
#include "kiosk/ctl/scan_image.h"
#include "platform/command_line/command_line.h"
#include "platform/time/clock.h"

namespace {

using namespace rexue;

// The machine's own calendar: an operator's command has no house to ask.
base::Date today() {
    const time::SystemClock clock;
    return base::local_time(clock.wall(), std::chrono::hours(8)).date;
}

struct Orders {
    std::vector<std::string> numbers;
    std::string port;
    int patience_s = 30;
    std::vector<std::string> pictures;
    ctl::EnrolOrder enrol;
    std::filesystem::path document;
    std::filesystem::path record;
    std::string code_text;
    std::filesystem::path code_png;
    ctl::EligibilityOrder eligibility{.file = {}, .rulebooks = REXUE_ASSETS "/rulebooks"};
    ctl::HonoursOrder honours{.file = {}, .assets = REXUE_ASSETS};
    ctl::BenefitsOrder benefits{.assets = REXUE_ASSETS};
    std::filesystem::path profile;
    std::vector<std::string> item_ids;
    bool all_items = false;
    std::filesystem::path form;
    std::optional<std::filesystem::path> response;
};

void describe_reading(CLI::App& app, Orders& orders, int& result) {
    auto* check = app.add_subcommand("check-id", "check document numbers, a JSON line each");
    check->add_option("number", orders.numbers)->required();
    check->callback([&] { result = ctl::check_id(orders.numbers, today(), std::cout); });

    auto* read = app.add_subcommand("read-id", "read one card from a serial port, as JSON");
    read->add_option("--port", orders.port, "serial port of the reader")->required();
    read->add_option("--patience", orders.patience_s, "seconds to wait for a card, 1 to 3600")
        ->type_name("SECONDS")
        ->check(CLI::Range(1, 3600).description(""));
    read->callback([&] {
        result = ctl::read_id(orders.port, std::chrono::seconds(orders.patience_s), std::cout,
                              std::cerr);
    });

    auto* scan = app.add_subcommand("scan-image", "find a code in pictures, a JSON line each");
    scan->add_option("file", orders.pictures)->required();
    scan->callback([&] { result = ctl::scan_image(orders.pictures, std::cout, std::cerr); });
}

void describe_making(CLI::App& app, Orders& orders, int& result) {
    auto* enrol = app.add_subcommand("enrol", "make this machine a terminal");
    enrol->add_option("--server", orders.enrol.server_url, "https://host:port")->required();
    enrol->add_option("--code", orders.enrol.code, "one-time code")->required();
    enrol->add_option("--profile", orders.enrol.profile, "folder to be made")->required();
    auto* ca = enrol->add_option("--ca", orders.enrol.ca_file, "the server's CA certificate");
    enrol
        ->add_option("--fingerprint", orders.enrol.sha256_fingerprint,
                     "SHA-256 of the server's or its CA's certificate")
        ->excludes(ca);
    enrol->add_flag("--again", orders.enrol.again, "replace an enrolled profile");
    enrol->callback([&] { result = ctl::enrol(orders.enrol, std::cout, std::cerr); });

    auto* card =
        app.add_subcommand("make-card", "a card's record from JSON, for simulated readers");
    card->add_option("document", orders.document)->required();
    card->add_option("record", orders.record)->required();
    card->callback([&] { result = ctl::make_card(orders.document, orders.record, std::cerr); });

    auto* code = app.add_subcommand("make-code", "a QR code of a card number or text, as PNG");
    code->add_option("text", orders.code_text)->required();
    code->add_option("png", orders.code_png)->required();
    code->callback([&] { result = ctl::make_code(orders.code_text, orders.code_png, std::cerr); });
}

void describe_rules(CLI::App& app, Orders& orders, int& result) {
    auto* may = app.add_subcommand("eligibility", "who may give what on a day, a JSON line a type");
    may->add_option("file", orders.eligibility.file, "an inquiry as JSON, - for standard input")
        ->required();
    may->add_option("--rulebooks", orders.eligibility.rulebooks, "folder of the rulebooks")
        ->type_name("DIR");
    may->add_option("--settings", orders.eligibility.settings, "a station's settings as JSON")
        ->type_name("FILE");
    may->callback(
        [&] { result = ctl::eligibility(orders.eligibility, std::cin, std::cout, std::cerr); });
}

void describe_honours(CLI::App& app, Orders& orders, int& result) {
    auto* command = app.add_subcommand(
        "honours", "awards, honour card and fee relief of a history, as one line of JSON");
    command->add_option("file", orders.honours.file, "a record as JSON, - for standard input")
        ->required();
    command->add_option("--assets", orders.honours.assets, "folder of rulebooks, awards …")
        ->type_name("DIR");
    command->callback(
        [&] { result = ctl::honours(orders.honours, std::cin, std::cout, std::cerr); });
}

void describe_benefits(CLI::App& app, Orders& orders, int& result) {
    auto* command = app.add_subcommand("benefits", "what places give to donors and holders");
    command->require_subcommand(1);
    ctl::BenefitsOrder& order = orders.benefits;
    const auto add = [&](const char* name, const char* what, auto run) {
        auto* one = command->add_subcommand(name, what);
        one->add_option("--assets", order.assets, "folder of benefits, awards …")->type_name("DIR");
        one->callback([&, run] {
            order.on = today();
            result = run(order, std::cout, std::cerr);
        });
        return one;
    };
    auto* list = add("list", "what is in force today, a JSON line each", ctl::list_benefits);
    list->add_option("--place", order.place, "valid there")->type_name("CODE");
    list->add_option("--kind", order.kind,
                     "transport, sights, clinic, checkup, partner, service …");
    list->add_option("--find", order.text, "words, in Chinese or English");
    auto* give = add("export", "the file of a place, for a spreadsheet", ctl::export_benefits);
    give->add_option("--place", order.place, "such as 370300")->required()->type_name("CODE");
    give->add_option("--format", order.format, "csv or json")->type_name("FORMAT");
    auto* check =
        add("check", "what is wrong with a file, by line and column", ctl::check_benefits);
    check->add_option("file", order.file, ".csv or .json")->required();
    auto* take = add("import", "check a file and write it as an asset", ctl::import_benefits);
    take->add_option("file", order.file, ".csv or .json")->required();
    take->add_option("--out", order.out, "folder of the written file")
        ->required()
        ->type_name("DIR");
}

void describe_outbox(CLI::App& app, Orders& orders, int& result) {
    auto* outbox = app.add_subcommand("outbox", "what a terminal still has to deliver");
    outbox->require_subcommand(1);
    const auto add_profile = [&](CLI::App* command) {
        command->add_option("--profile", orders.profile, "the terminal's profile")
            ->required()
            ->type_name("DIR");
    };
    auto* list = outbox->add_subcommand("list", "a JSON line an item, without what it says");
    add_profile(list);
    list->callback([&] { result = ctl::list_outbox(orders.profile, std::cout, std::cerr); });

    auto* requeue = outbox->add_subcommand(
        "requeue", "send again what the server refused, once its reason is gone");
    add_profile(requeue);
    auto* which = requeue->add_option_group("which items");
    which->add_option("id", orders.item_ids, "ids of quarantined items")->type_name("");
    which->add_flag("--all", orders.all_items, "every quarantined item");
    which->require_option(1);
    requeue->callback(
        [&] { result = ctl::requeue(orders.profile, orders.item_ids, std::cout, std::cerr); });
}

void describe_questionnaire(CLI::App& app, Orders& orders, int& result) {
    auto* command = app.add_subcommand(
        "questionnaire", "check a FHIR questionnaire and a response to it, as one line of JSON");
    command->add_option("questionnaire", orders.form)->required();
    command->add_option("response", orders.response);
    command->callback(
        [&] { result = ctl::questionnaire(orders.form, orders.response, std::cout); });
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"rexuectl: enrol terminals, read cards and codes, check numbers"};
    app.require_subcommand(1);
    Orders orders;
    int result = 0;
    describe_reading(app, orders, result);
    describe_making(app, orders, result);
    describe_rules(app, orders, result);
    describe_honours(app, orders, result);
    describe_benefits(app, orders, result);
    describe_outbox(app, orders, result);
    describe_questionnaire(app, orders, result);
    ctl::describe_card(app, REXUE_ASSETS, result);
    // What cannot be used ends with 2, an argument as well as a file.
    if (const auto ended = command_line::parse(app, argc, argv)) return *ended == 0 ? 0 : 2;
    return result;
}
