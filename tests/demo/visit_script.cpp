#include "tests/demo/visit_script.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>
#include <poll.h>

#include "kiosk/ui/strings.h"
#include "platform/base/encoding.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"

namespace rexue::demo {

namespace {

namespace fs = std::filesystem;
using SteadyClock = std::chrono::steady_clock;
using support::WatchedKiosk;
using ui::tr;

// The sample people of assets/sample: clearly invented.
constexpr const char* first_document = "sample/cards/donor-1.json";
constexpr const char* third_document = "sample/cards/visitor.json";
constexpr const char* desk = "w1";
constexpr const char* nurse_number = "1001";
constexpr const char* nurse_pin = "246810";

std::chrono::milliseconds since(SteadyClock::time_point start) {
    return std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - start);
}

// Runs steps until one fails; the first failure is kept with the name of its act.
class Script {
  public:
    explicit Script(const Stage& stage) : stage_(stage) {}

    base::Result<Played> play() {
        const bool done =
            act("sign the nurse in", &Script::sign_in) &&
            act("check in by ID card", &Script::visit_by_card) &&
            act("check in by honour card", &Script::visit_by_code) &&
            act("volunteer verifies the card that the demo issued", &Script::verify_card) &&
            act("call the first", &Script::call_first) && act("call again", &Script::call_again) &&
            act("serve and call the second", &Script::serve_and_call) &&
            act("check in while the line is down", &Script::visit_offline) &&
            act("volunteer verifies it while the line is down", &Script::verify_offline) &&
            act("see the offline visit arrive", &Script::arrive_later) &&
            act("collect the slips", &Script::collect_slips);
        if (!done) return std::unexpected(*failure_);
        return std::move(played_);
    }

  private:
    bool act(const char* name, bool (Script::*steps)()) {
        if ((this->*steps)()) return true;
        failure_->detail = std::string(name) + ": " + failure_->detail;
        // What was on the screens when it failed is the quickest way to the cause.
        (void)stage_.donor.save_picture(stage_.out / "failed-donor.png");
        (void)stage_.staff.save_picture(stage_.out / "failed-staff.png");
        (void)stage_.board.save_picture(stage_.out / "failed-board.png");
        (void)stage_.volunteer.save_picture(stage_.out / "failed-volunteer.png");
        return false;
    }

    bool ok(const base::Status& step) {
        if (!step) failure_ = step.error();
        return step.has_value();
    }

    bool fails(std::string why) {
        return ok(base::fail(base::ErrorCode::internal, std::move(why)));
    }

    bool picture(WatchedKiosk& kiosk, const char* surface, const char* step) {
        const std::string name = fmt::format("{}-{:02}-{}", surface, ++step_number_, step);
        const fs::path file = stage_.out / (name + ".png");
        played_.screens.push_back({.name = name, .file = file.filename().string()});
        return ok(kiosk.save_picture(file));
    }

    bool type(std::string_view digits) {
        return std::ranges::all_of(
            digits, [&](char digit) { return ok(stage_.staff.tap(std::string(1, digit))); });
    }

    bool sign_in() {
        WatchedKiosk& staff = stage_.staff;
        return picture(staff, "staff", "sign-in") && type(nurse_number) &&
               ok(staff.tap(tr("Next"))) && type(nurse_pin) && ok(staff.tap(tr("Sign in"))) &&
               ok(staff.wait_for_screen("choose_desk")) && picture(staff, "staff", "choose-desk") &&
               ok(staff.tap(desk)) && ok(staff.wait_for_screen("desk")) &&
               picture(staff, "staff", "nobody-waits");
    }

    bool confirm_and_choose(const char* choice) {
        WatchedKiosk& donor = stage_.donor;
        return ok(donor.wait_for_screen("confirm")) && picture(donor, "donor", "confirm") &&
               ok(donor.tap(tr("Yes, this is me"))) && ok(donor.wait_for_screen("choose")) &&
               ok(donor.tap(choice)) && ok(donor.wait_for(tr("Continue"))) &&
               picture(donor, "donor", "choose") && ok(donor.tap(tr("Continue"))) &&
               ok(donor.wait_for_screen("question")) && picture(donor, "donor", "question") &&
               talk() && ok(donor.wait_for_screen("ticket"));
    }

    // The heading on this screen, or nothing when it is another one.
    std::optional<std::string> heading_on(std::string_view screen) {
        const auto tree = stage_.donor.tree();
        if (!tree || tree->at("screen").as_string() != screen) return std::nullopt;
        for (const auto& node : tree->at("nodes").as_array()) {
            if (node.at("role").as_string() == "heading") {
                return std::string(node.at("label").as_string());
            }
        }
        return std::nullopt;
    }
    std::optional<std::string> question() { return heading_on("question"); }

    // Well, slept and fed, and nothing else: whatever is asked, in the language shown.
    bool answer(const std::string& asked) {
        const bool good = support::is_answered_yes(asked);
        const auto start = SteadyClock::now();
        if (!ok(stage_.donor.tap(good ? tr("Yes") : tr("No")))) return false;
        while (question() == asked) {
            if (since(start) > WatchedKiosk::usual_patience) return fails("no next question");
            poll(nullptr, 0, 2);
        }
        longest_wait_ = std::max(longest_wait_, since(start));
        return true;
    }

    bool turn_pages(const char* screen, std::string_view agree, const char* next_screen) {
        WatchedKiosk& donor = stage_.donor;
        while (!button_is_there(agree)) {
            const auto page = heading_on(screen);
            const auto start = SteadyClock::now();
            if (!ok(donor.tap(tr("Next page")))) return false;
            while (heading_on(screen) == page) {
                if (since(start) > WatchedKiosk::usual_patience) return fails("no next page");
                poll(nullptr, 0, 2);
            }
        }
        return ok(donor.tap(agree)) && ok(donor.wait_for_screen(next_screen));
    }

    bool button_is_there(std::string_view label) {
        const auto tree = stage_.donor.tree();
        return tree && std::ranges::any_of(tree->at("nodes").as_array(), [&](const auto& node) {
                   return node.at("label").as_string() == label;
               });
    }

    bool talk() {
        WatchedKiosk& donor = stage_.donor;
        longest_wait_ = {};
        while (const auto asked = question()) {
            if (!answer(*asked)) return false;
        }
        return ok(donor.wait_for_screen("result")) && picture(donor, "donor", "result") &&
               ok(donor.tap(tr("Continue"))) && ok(donor.wait_for_screen("notice")) &&
               picture(donor, "donor", "notice") &&
               turn_pages("notice", tr("I have read it and agree"), "data_use") &&
               turn_pages("data_use", tr("I agree"), "sign") &&
               ok(donor.draw_on(tr("Your signature"))) && picture(donor, "donor", "sign") &&
               ok(donor.tap(tr("Take my number")));
    }

    bool finish_visit(const char* entry, const char* server, std::chrono::milliseconds took) {
        WatchedKiosk& donor = stage_.donor;
        const auto ticket = donor.label_of("ticket");
        if (!ticket) return fails("the ticket screen has no number");
        played_.visits.push_back({.entry = entry,
                                  .ticket = *ticket,
                                  .from_entry_to_ticket = took,
                                  .longest_wait = longest_wait_,
                                  .server = server});
        return ok(donor.wait_for(tr("Please take your slip."))) &&
               picture(donor, "donor", "ticket") && ok(donor.tap(tr("All right"))) &&
               ok(donor.wait_for_screen("attract"));
    }

    bool visit_by_card() {
        WatchedKiosk& donor = stage_.donor;
        const bool begun =
            ok(donor.wait_for_screen("attract")) && picture(donor, "donor", "attract") &&
            ok(donor.tap(tr("Touch here to begin"))) && ok(donor.wait_for_screen("identify")) &&
            picture(donor, "donor", "identify");
        const auto start = SteadyClock::now();
        if (!begun || !ok(stage_.house.lay_card(stage_.assets / first_document)) ||
            !confirm_and_choose("whole_400")) {
            return false;
        }
        const auto took = since(start);
        stage_.house.lift_card();
        return finish_visit("resident_id", "online", took) &&
               ok(stage_.board.wait_for(played_.visits.back().ticket)) &&
               picture(stage_.board, "board", "one-waits");
    }

    bool visit_by_code() {
        const auto start = SteadyClock::now();
        if (!ok(stage_.house.show_honour_card(stage_.house.devices())) ||
            !confirm_and_choose("platelets_1")) {
            return false;
        }
        const auto took = since(start);
        DemoHouse::hide_code(stage_.house.devices());
        return finish_visit("honour_card", "online", took);
    }

    bool judge_card(const char* server, const char* step) {
        WatchedKiosk& volunteer = stage_.volunteer;
        const auto start = SteadyClock::now();
        if (!ok(stage_.house.show_honour_card(stage_.house.tablet_devices())) ||
            !ok(volunteer.wait_for_screen("card"))) {
            return false;
        }
        const auto took = since(start);
        DemoHouse::hide_code(stage_.house.tablet_devices());
        if (!volunteer.label_of("valid")) return fails("the house's own card is not valid");
        played_.verdicts.push_back(
            {.verdict = "valid", .from_code_to_verdict = took, .server = server});
        return picture(volunteer, "volunteer", step);
    }

    bool verify_card() {
        WatchedKiosk& volunteer = stage_.volunteer;
        return ok(volunteer.wait_for_screen("scan")) && picture(volunteer, "volunteer", "scan") &&
               judge_card("online", "valid") && ok(volunteer.tap(tr("Transport"))) &&
               ok(volunteer.wait_for_screen("benefits")) &&
               picture(volunteer, "volunteer", "benefits") && ok(volunteer.tap(tr("Back"))) &&
               ok(volunteer.wait_for_screen("card")) && ok(volunteer.tap(tr("Next card"))) &&
               ok(volunteer.wait_for_screen("scan"));
    }

    bool verify_offline() {
        return ok(stage_.volunteer.wait_for(tr("Line is down"), std::chrono::seconds(90))) &&
               judge_card("offline", "valid-offline");
    }

    bool see_call(const std::string& ticket, SteadyClock::time_point start) {
        const auto deadline = start + WatchedKiosk::usual_patience;
        while (stage_.board.label_of("called") != ticket) {
            if (SteadyClock::now() > deadline) return fails("the board does not show " + ticket);
            poll(nullptr, 0, 5);
        }
        played_.calls.push_back(
            {.ticket = ticket, .service_point = desk, .from_tap_to_board = since(start)});
        return true;
    }

    bool call_next(const std::string& ticket) {
        const auto start = SteadyClock::now();
        return ok(stage_.staff.tap(ticket)) && see_call(ticket, start);
    }

    bool call_first() {
        return ok(stage_.staff.wait_for(played_.visits[1].ticket)) &&
               picture(stage_.staff, "staff", "two-wait") && call_next(played_.visits[0].ticket) &&
               picture(stage_.board, "board", "called") && ok(stage_.staff.wait_for("at_desk")) &&
               picture(stage_.staff, "staff", "called");
    }

    bool call_again() {
        const std::string twice = ui::say(ui::tr_n("Called {} time", "Called {} times", 2), 2);
        return ok(stage_.staff.tap(tr("Call again"))) && ok(stage_.staff.wait_for(twice)) &&
               ok(stage_.staff.tap(tr("Is here"))) &&
               ok(stage_.staff.wait_for(tr("At the desk"))) &&
               picture(stage_.staff, "staff", "served");
    }

    bool serve_and_call() {
        return ok(stage_.staff.tap(tr("Done here"))) &&
               ok(stage_.staff.wait_for(tr("Nobody is at this desk"))) &&
               call_next(played_.visits[1].ticket) &&
               picture(stage_.board, "board", "second-called") &&
               picture(stage_.staff, "staff", "second-called");
    }

    bool visit_offline() {
        stage_.house.stop_server();
        WatchedKiosk& donor = stage_.donor;
        const std::string_view line_down =
            tr("The line to the centre is down. You can go on: nothing is lost.");
        if (!ok(donor.wait_for(line_down, std::chrono::seconds(90))) ||
            !picture(donor, "donor", "attract-offline")) {
            return false;
        }
        const auto start = SteadyClock::now();
        if (!ok(stage_.house.lay_card(stage_.assets / third_document)) ||
            !confirm_and_choose("whole_200")) {
            return false;
        }
        const auto took = since(start);
        stage_.house.lift_card();
        return finish_visit("resident_id", "offline", took);
    }

    bool arrive_later() {
        const std::string& ticket = played_.visits.back().ticket;
        constexpr auto patience = std::chrono::seconds(90);
        return picture(stage_.board, "board", "line-down") && ok(stage_.house.start_server()) &&
               ok(stage_.staff.wait_for(ticket, patience)) &&
               ok(stage_.board.wait_for(ticket, patience)) &&
               picture(stage_.staff, "staff", "offline-visit-arrived") &&
               picture(stage_.board, "board", "offline-visit-arrived");
    }

    bool collect_slips() {
        for (const fs::path& slip : stage_.house.slips()) {
            const fs::path copy = stage_.out / ("ticket-" + slip.filename().string());
            std::error_code error;
            fs::copy_file(slip, copy, fs::copy_options::overwrite_existing, error);
            if (error) return fails("a slip cannot be copied");
            played_.tickets.push_back(copy.filename().string());
        }
        return played_.tickets.size() == played_.visits.size() ||
               fails("not every visit has its slip");
    }

    const Stage& stage_;
    Played played_;
    int step_number_ = 0;
    std::chrono::milliseconds longest_wait_{0};
    std::optional<base::Error> failure_;
};

} // namespace

base::Result<Played> play(const Stage& stage) {
    return Script(stage).play();
}

base::Status write_summary(const Played& played, const fs::path& out) {
    boost::json::array visits;
    for (const PlayedVisit& visit : played.visits) {
        visits.push_back({{"entry", visit.entry},
                          {"ticket", visit.ticket},
                          {"ms", visit.from_entry_to_ticket.count()},
                          {"longest_wait_ms", visit.longest_wait.count()},
                          {"server", visit.server}});
    }
    boost::json::array calls;
    for (const PlayedCall& call : played.calls) {
        calls.push_back({{"ticket", call.ticket},
                         {"service_point", call.service_point},
                         {"ms", call.from_tap_to_board.count()}});
    }
    boost::json::array verdicts;
    for (const PlayedVerdict& judged : played.verdicts) {
        verdicts.push_back({{"verdict", judged.verdict},
                            {"server", judged.server},
                            {"ms", judged.from_code_to_verdict.count()}});
    }
    boost::json::array screens;
    for (const Screen& screen : played.screens) {
        screens.push_back({{"name", screen.name}, {"png", screen.file}});
    }
    boost::json::array tickets;
    for (const std::string& ticket : played.tickets) {
        tickets.push_back(boost::json::object{{"png", ticket}});
    }
    const std::string text = json::pretty({{"visits", visits},
                                           {"calls", calls},
                                           {"verdicts", verdicts},
                                           {"screens", screens},
                                           {"tickets", tickets}});
    return storage::write_file_atomically(out / "summary.json", base::bytes_of(text), 0644);
}

} // namespace rexue::demo
