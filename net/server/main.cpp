// rexue-server: the central server and what its operator does beside it.
#include <charconv>
#include <csignal>
#include <iostream>
#include <map>
#include <ranges>

#include <boost/json.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kiosk/rule_files/honours_files.h"
#include "net/server/server.h"
#include "net/server/setup.h"
#include "platform/base/date_text.h"
#include "platform/command_line/command_line.h"
#include "platform/image/picture.h"
#include "platform/json/codec.h"
#include "platform/qr/code_picture.h"
#include "platform/storage/file.h"

namespace {

using namespace rexue;

struct Arguments {
    server::SetupOptions setup;
    bool with_sample = false;
    std::string sample_folder = REXUE_ASSETS "/sample";
    std::string assets = REXUE_ASSETS;
    std::string station_settings;
    std::string listen = "127.0.0.1:8443";
    std::string port_file;
    std::string house;
    std::string letter;
    wire::SurfaceKind surface = wire::SurfaceKind::donor;
    server::StaffWish staff;
    std::string terminal;
    std::string file;
    std::string offer;
    std::optional<int> count;
    int card_years = 2;
    std::string card_issuer;
    int card_key_lead_hours = static_cast<int>(server::card_key_lead.count());
    std::string document;
    std::string card_number;
    std::string png;
};

int report(const base::Error& error) {
    fmt::print(stderr, "rexue-server: {}: {}\n", base::to_string(error.code), error.detail);
    return 1;
}

// What was done, for the person; stdout is for scripts.
template <typename... Values>
int say(fmt::format_string<Values...> format, Values&&... values) {
    fmt::print(stderr, format, std::forward<Values>(values)...);
    return 0;
}

int init(Arguments& arguments) {
    if (!arguments.card_issuer.empty()) arguments.setup.card_issuer = arguments.card_issuer;
    if (arguments.with_sample) arguments.setup.sample = arguments.sample_folder;
    const auto prepared = server::init(arguments.setup, time::SystemClock());
    if (!prepared) return report(prepared.error());
    return say("{} is ready. {} certificate, good for {}. Terminals trust {}.\n",
               arguments.setup.data.path.string(),
               prepared->new_certificate ? "A new server" : "The server keeps its",
               fmt::join(prepared->names.hosts, ", "),
               arguments.setup.data.authority_certificate().string());
}

// "127.0.0.1:8443", "[::1]:8443"
base::Status parse_listen(const std::string& text, server::ServerOptions& options) {
    const auto colon = text.rfind(':');
    const auto wrong = [] {
        return base::fail(base::ErrorCode::invalid_argument, "--listen wants ADDRESS:PORT");
    };
    if (colon == std::string::npos) return wrong();
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + colon + 1, end, options.port);
    if (error != std::errc() || stop != end) return wrong();
    options.address = text.substr(0, colon);
    if (options.address.starts_with('[') && options.address.ends_with(']')) {
        options.address = options.address.substr(1, options.address.size() - 2);
    }
    return {};
}

// Whole or not at all: who waits for the file never reads half a number.
base::Status write_port(const std::string& path, std::uint16_t port) {
    if (path.empty()) return {};
    return storage::write_file_atomically(path, base::bytes_of(fmt::format("{}\n", port)), 0644);
}

server::CardOptions card_options(const Arguments& arguments) {
    return {.valid = std::chrono::years(arguments.card_years)};
}

int run(const Arguments& arguments) {
    // Blocked before any thread starts, so that `sigwait` here is the only one to see them.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    const time::SystemClock clock;
    server::ServerOptions options{.data = arguments.setup.data,
                                  .assets = arguments.assets,
                                  .station_settings = arguments.station_settings,
                                  .clock = &clock};
    options.cards = card_options(arguments);
    if (const auto parsed = parse_listen(arguments.listen, options); !parsed) {
        return report(parsed.error());
    }
    const auto running = server::Server::create(options);
    if (!running) return report(running.error());
    const auto told = write_port(arguments.port_file, (*running)->port());
    if (!told) return report(told.error());
    int which = 0;
    sigwait(&ends, &which);
    return 0;
}

int enrolment_code(const Arguments& arguments) {
    const server::EnrolmentWish wish{.house = wire::HouseId(arguments.house),
                                     .surface = arguments.surface,
                                     .ticket_letter = arguments.letter};
    const auto code = server::make_enrolment_code(arguments.setup.data, wish, time::SystemClock());
    if (!code) return report(code.error());
    const auto fingerprint = server::authority_fingerprint(arguments.setup.data);
    if (!fingerprint) return report(fingerprint.error());
    // The code alone on stdout, for scripts; the rest is for the person.
    fmt::print("{}\n", *code);
    return say(
        "The code for a {} terminal of {} is good once, for 24 hours.\n"
        "Authority fingerprint (SHA-256): {}\n",
        json::to_json(wish.surface).as_string().c_str(), arguments.house, *fingerprint);
}

// From stdin: an argument would be seen by every user of the machine.
int staff_pin(Arguments& arguments) {
    arguments.staff.house = wire::HouseId(arguments.house);
    std::getline(std::cin, arguments.staff.pin);
    const auto set = server::set_staff_pin(arguments.setup.data, arguments.staff);
    if (!set) return report(set.error());
    return say("Staff number {} of {} has its PIN.\n", arguments.staff.number, arguments.house);
}

int revoke(const Arguments& arguments) {
    const wire::TerminalId terminal(arguments.terminal);
    const auto revoked =
        server::revoke_terminal(arguments.setup.data, terminal, time::SystemClock());
    if (!revoked) return report(revoked.error());
    return say("{} is refused from now on.\n", terminal.value);
}

int house(const Arguments& arguments) {
    const auto house = server::put_house(arguments.setup.data, arguments.file);
    if (!house) {
        return report({house.error().code, arguments.file + ": " + house.error().detail});
    }
    return say("The house {} is kept.\n", house->value);
}

int terminals(const Arguments& arguments) {
    const auto known = server::list_terminals(arguments.setup.data, wire::HouseId(arguments.house));
    if (!known) return report(known.error());
    const auto when = [](const std::optional<base::Instant>& instant) {
        return instant ? boost::json::value(base::format_instant(*instant)) : nullptr;
    };
    for (const auto& [terminal, heard_at] : *known) {
        const boost::json::object line{
            {"terminal", terminal.id.value},    {"surface", json::to_json(terminal.surface)},
            {"letter", terminal.ticket_letter}, {"enrolled", when(terminal.enrolled_at)},
            {"heard", when(heard_at)},          {"revoked", when(terminal.revoked_at)}};
        fmt::print("{}\n", boost::json::serialize(line));
    }
    return 0;
}

// A word mistyped would be counted and never offered: it must be one of the moments' files.
base::Status check_offer(const Arguments& arguments) {
    const auto honours = rule_files::read_honours(arguments.assets);
    if (!honours) return base::fail(honours);
    if (honours->find_offer(arguments.offer) != nullptr) return {};
    return base::fail(base::ErrorCode::invalid_argument,
                      "no moment of " + arguments.assets + "/moments offers " + arguments.offer);
}

int stock(const Arguments& arguments) {
    const wire::HouseId house(arguments.house);
    if (arguments.count) {
        if (const auto known = check_offer(arguments); !known) return report(known.error());
        const auto kept = server::put_stock(arguments.setup.data, house,
                                            {.offer = arguments.offer, .count = *arguments.count});
        if (!kept) return report(kept.error());
        return say("{} has {} of {}.\n", arguments.house, *arguments.count, arguments.offer);
    }
    const auto all = server::list_stock(arguments.setup.data, house);
    if (!all) return report(all.error());
    for (const wire::OfferStock& one : *all)
        fmt::print("{}\n", boost::json::serialize(json::to_json(one)));
    return 0;
}

int card_key(const Arguments& arguments) {
    const auto issuer =
        arguments.card_issuer.empty() ? std::nullopt : std::optional(arguments.card_issuer);
    const auto kid = server::add_card_key(arguments.setup.data, issuer,
                                          std::chrono::hours(arguments.card_key_lead_hours),
                                          time::SystemClock());
    if (!kid) return report(kid.error());
    fmt::print("{}\n", *kid);
    return say(
        "The first key signs at once; a later one {} hours from now, when terminals know it.\n",
        arguments.card_key_lead_hours);
}

// The text is as good as the card: it goes to stdout alone.
int card_issue(const Arguments& arguments) {
    const auto card = server::issue_card(arguments.setup.data,
                                         {.document_number = arguments.document,
                                          .house = wire::HouseId(arguments.house),
                                          .assets = arguments.assets,
                                          .options = card_options(arguments)},
                                         time::SystemClock());
    if (!card) return report(card.error());
    const auto code = qr::encode(card->text, qr::Level::q);
    if (!code) return report(code.error());
    const auto written = image::write_png(arguments.png, qr::picture_of(*code));
    if (!written) return report(written.error());
    const boost::json::object line{{"text", card->text},
                                   {"index", card->index},
                                   {"expires", base::format_instant(card->expires)}};
    fmt::print("{}\n", boost::json::serialize(line));
    return 0;
}

int card_revoke(const Arguments& arguments) {
    const auto revoked =
        server::revoke_card(arguments.setup.data, arguments.card_number, time::SystemClock());
    if (!revoked) return report(revoked.error());
    return say("Its cards no longer count. Terminals know it when they next ask.\n");
}

int card_list(const Arguments& arguments) {
    const auto cards = server::list_cards(arguments.setup.data);
    if (!cards) return report(cards.error());
    for (const server::IssuedCard& card : *cards) {
        const boost::json::object line{
            {"card", card.number},
            {"index", card.index},
            {"issued", base::format_instant(card.issued)},
            {"expires", base::format_instant(card.expires)},
            {"revoked", card.revoked_at ? boost::json::value(base::format_instant(*card.revoked_at))
                                        : nullptr}};
        fmt::print("{}\n", boost::json::serialize(line));
    }
    return 0;
}

int card(const CLI::App& app, const Arguments& arguments) {
    const std::string chosen = app.get_subcommands().front()->get_name();
    if (chosen == "issue") return card_issue(arguments);
    if (chosen == "revoke") return card_revoke(arguments);
    return card_list(arguments);
}

// CLI11's own says "value in {donor->0,…} OR {0,…}"; the words stand in the option's description.
template <typename Enum>
CLI::Validator one_of(const std::map<std::string, Enum>& words) {
    const auto to_number = [words](std::string& word) {
        const auto found = words.find(word);
        if (found == words.end()) {
            return fmt::format("`{}` is not one of: {}", word,
                               fmt::join(std::views::keys(words), ", "));
        }
        word = std::to_string(static_cast<int>(found->second));
        return std::string();
    };
    return {to_number, ""};
}

void add_data(CLI::App* command, Arguments& arguments) {
    command->add_option("--data", arguments.setup.data.path, "data folder")->required();
}

void add_card_years(CLI::App* command, Arguments& arguments) {
    command
        ->add_option("--card-years", arguments.card_years,
                     "how long a new honour card is good: the station's own choice, as no "
                     "source says it; 2 without it")
        ->check(CLI::Range(1, 50));
}

void add_init(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("init", "make or complete a data folder");
    add_data(command, arguments);
    command->add_option("--host", arguments.setup.names.hosts,
                        "names and addresses the certificate is good for; without: as it is, or "
                        "localhost");
    command->add_option("--issuer", arguments.card_issuer,
                        "whose honour cards the first card key signs: a-z, 0-9, '-', '.', '_'");
    command->add_flag("--sample", arguments.with_sample, "load invented people to try it out");
    command->add_option("--sample-folder", arguments.sample_folder, "where the sample is");
}

void add_run(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("run", "serve until SIGTERM or SIGINT");
    add_data(command, arguments);
    command->add_option("--listen", arguments.listen, "ADDRESS:PORT, port 0 for any free one");
    command->add_option("--assets", arguments.assets, "where rulebooks and questionnaires are");
    command->add_option("--station-settings", arguments.station_settings,
                        "what this station sets where the rulebooks leave it open, with who and "
                        "when");
    add_card_years(command, arguments);
    command->add_option("--port-file", arguments.port_file, "write the port in use here");
}

void add_house(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("house", "add or change a house from its JSON");
    add_data(command, arguments);
    command->add_option("--file", arguments.file, "like one entry of the sample's houses.json")
        ->required();
}

void add_enrolment_code(CLI::App& app, Arguments& arguments) {
    const std::map<std::string, wire::SurfaceKind> surfaces{
        {"donor", wire::SurfaceKind::donor},
        {"board", wire::SurfaceKind::board},
        {"staff", wire::SurfaceKind::staff},
        {"volunteer", wire::SurfaceKind::volunteer}};
    auto* command = app.add_subcommand("enrolment-code", "print a one-time code for a terminal");
    add_data(command, arguments);
    command->add_option("--house", arguments.house, "house id")->required();
    command->add_option("--surface", arguments.surface, "donor, board, staff or volunteer")
        ->required()
        ->type_name("SURFACE")
        ->transform(one_of(surfaces));
    command->add_option("--letter", arguments.letter, "ticket letter of a donor terminal");
}

void add_staff_pin(CLI::App& app, Arguments& arguments) {
    const std::map<std::string, wire::StaffRole> roles{{"nurse", wire::StaffRole::nurse},
                                                       {"physician", wire::StaffRole::physician},
                                                       {"operator", wire::StaffRole::operator_}};
    auto* command = app.add_subcommand("staff-pin", "set a PIN, read from standard input");
    add_data(command, arguments);
    command->add_option("--house", arguments.house, "house id")->required();
    command->add_option("--staff", arguments.staff.number, "staff number")->required();
    command->add_option("--name", arguments.staff.name, "needed for somebody new");
    command->add_option("--role", arguments.staff.role, "nurse, physician or operator")
        ->type_name("ROLE")
        ->transform(one_of(roles));
}

void add_terminals(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("terminals", "the terminals of a house, a JSON line each");
    add_data(command, arguments);
    command->add_option("--house", arguments.house, "house id")->required();
}

void add_stock(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand(
        "stock", "what a house has left to give out, a JSON line each; or set the count of one");
    add_data(command, arguments);
    command->add_option("--house", arguments.house, "house id")->required();
    auto* offer = command->add_option("--offer", arguments.offer, "id of an offer of a moment");
    auto* count = command->add_option("--count", arguments.count, "how many there are now");
    offer->needs(count);
    count->needs(offer);
    command->add_option("--assets", arguments.assets, "where the moments are");
}

void add_revoke(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("revoke", "refuse a terminal's certificate from now on");
    add_data(command, arguments);
    command->add_option("--terminal", arguments.terminal, "terminal id")->required();
}

void add_card_key(CLI::App& app, Arguments& arguments) {
    auto* command = app.add_subcommand("card-key", "make the next key for honour cards");
    add_data(command, arguments);
    command->add_option("--issuer", arguments.card_issuer, "without: as before");
    command
        ->add_option("--in-hours", arguments.card_key_lead_hours,
                     "when it follows the present one; 48 without it")
        ->check(CLI::Range(0, 24 * 366));
}

void add_card(CLI::App& app, Arguments& arguments) {
    auto* card = app.add_subcommand("card", "honour cards");
    card->require_subcommand(1);
    auto* issue = card->add_subcommand("issue", "issue one, or today's again");
    add_data(issue, arguments);
    issue->add_option("--document", arguments.document, "the donor's document number")->required();
    issue->add_option("--house", arguments.house, "whose place counts; needed where are several");
    issue->add_option("--out", arguments.png, "picture of its code, a PNG")->required();
    issue->add_option("--assets", arguments.assets, "where awards and honour cards are");
    add_card_years(issue, arguments);
    auto* revoke = card->add_subcommand("revoke", "all cards of a number count no longer");
    add_data(revoke, arguments);
    revoke->add_option("--card", arguments.card_number, "card number")->required();
    add_data(card->add_subcommand("list", "all that were issued, a JSON line each"), arguments);
}

} // namespace

int main(int argc, char** argv) {
    Arguments arguments;
    CLI::App app("rexue-server: the central server of Rexue");
    app.require_subcommand(1);
    add_init(app, arguments);
    add_run(app, arguments);
    add_house(app, arguments);
    add_enrolment_code(app, arguments);
    add_staff_pin(app, arguments);
    add_terminals(app, arguments);
    add_revoke(app, arguments);
    add_stock(app, arguments);
    add_card_key(app, arguments);
    add_card(app, arguments);
    if (const auto ended = command_line::parse(app, argc, argv)) return *ended;

    const std::string chosen = app.get_subcommands().front()->get_name();
    if (chosen == "init") return init(arguments);
    if (chosen == "run") return run(arguments);
    if (chosen == "house") return house(arguments);
    if (chosen == "enrolment-code") return enrolment_code(arguments);
    if (chosen == "staff-pin") return staff_pin(arguments);
    if (chosen == "terminals") return terminals(arguments);
    if (chosen == "stock") return stock(arguments);
    if (chosen == "card-key") return card_key(arguments);
    if (chosen == "card") return card(*app.get_subcommands().front(), arguments);
    return revoke(arguments);
}
