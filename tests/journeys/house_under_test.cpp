#include "tests/journeys/house_under_test.h"

#include <fstream>
#include <iostream>

#include "kiosk/app/board_surface.h"
#include "kiosk/app/donor_surface.h"
#include "kiosk/app/forms_files.h"
#include "kiosk/app/staff_surface.h"
#include "kiosk/app/volunteer_surface.h"
#include "kiosk/ctl/make_card.h"
#include "kiosk/ctl/make_code.h"
#include "kiosk/rule_files/honours_files.h"
#include "kiosk/rules/identity/card_code.h"
#include "kiosk/ui/strings.h"
#include "net/client/first_house.h"
#include "net/server/keys/sealing.h"
#include "net/server/store/sqlite_store.h"
#include "platform/base/utf8.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"

namespace rexue::journeys {

namespace {

namespace fs = std::filesystem;

constexpr ui::Canvas upright{};
constexpr ui::Canvas on_the_wall{.width_px = 1920, .height_px = 1080, .width_mm = 941};
constexpr ui::Canvas wide{.width_px = 1920, .height_px = 1080, .width_mm = 531};
// As wide as a tablet at arm's length looks from where surfaces are tested.
constexpr ui::Canvas in_the_hand{.width_px = 1200, .height_px = 1920, .width_mm = 223};

fs::path sample_card(const std::string& name) {
    return fs::path(REXUE_SOURCE_DIR) / "assets" / "sample" / "cards" / name;
}

std::string instance_of(std::string_view name) {
    return std::string(64, name.front() == 'd' ? 'd' : 'e');
}

const char* name_of(Tablet which) {
    return which == Tablet::first ? "volunteer" : "volunteer-2";
}

std::shared_ptr<const honour::Honours> honours() {
    return std::make_shared<const honour::Honours>(
        rule_files::read_honours(REXUE_SOURCE_DIR "/assets").value());
}

void write(const fs::path& file, const std::string& text) {
    const auto written = storage::write_file_atomically(file, base::bytes_of(text), 0600);
    REXUE_ASSERT(written.has_value());
}

} // namespace

std::string sample_honour_card_text() {
    const auto number = storage::read_text_file(sample_card("honour-card.txt"), 64);
    REXUE_ASSERT(number.has_value());
    return identity::card_code_text({.card_number = std::string(base::trimmed(*number))});
}

HouseUnderTest::Opened::~Opened() {
    // No sink may reach a surface that has gone.
    if (terminal) terminal->stop();
    surface.reset();
}

HouseUnderTest::HouseUnderTest(Enrolment enrolment) : enrolment_(enrolment) {
    for (const char* device : {"id_reader", "camera", "ticket_printer"}) {
        fs::create_directories(devices() / device);
    }
    // Journeys read the screens in the language of the code.
    REXUE_ASSERT(ui::set_language("en").has_value());
}

void HouseUnderTest::enrol(wire::SurfaceKind surface, const app::TerminalOptions& options) {
    const auto profile = client::enrol(server_.plan(options.profile, surface), clock_);
    REXUE_ASSERT(profile.has_value());
    if (enrolment_ == Enrolment::cut_short) return;
    REXUE_ASSERT(client::keep_house(*profile, options.instance, clock_).has_value());
}

void HouseUnderTest::enrol_donor() {
    enrol(wire::SurfaceKind::donor, {.profile = donor_profile(), .instance = instance_of("donor")});
}

void HouseUnderTest::enrol_volunteer() {
    const char* name = name_of(Tablet::first);
    enrol(wire::SurfaceKind::volunteer,
          {.profile = folder_.path() / name, .instance = instance_of(name)});
}

std::unique_ptr<app::Terminal> HouseUnderTest::make_terminal(wire::SurfaceKind surface,
                                                             const char* name,
                                                             app::TerminalOptions options) {
    if (options.profile.empty()) options.profile = folder_.path() / name;
    if (options.instance.empty()) options.instance = instance_of(name);
    if (!client::is_enrolled(options.profile)) enrol(surface, options);
    auto terminal = app::Terminal::create(options, clock_);
    REXUE_ASSERT(terminal.has_value());
    return std::move(*terminal);
}

app::NarratorOptions HouseUnderTest::narrator(const char* name) const {
    return {.speaker = {.kind = devices::SpeakerKind::simulated,
                        .path = (devices() / name / "speaker").string(),
                        .clock = &voice_clock_},
            .packs = REXUE_VOICE_DIR,
            .recordings = {}};
}

SurfaceUnderTest& HouseUnderTest::open_donor(app::TerminalOptions options) {
    donor_.reset();
    donor_.emplace();
    donor_->terminal = make_terminal(wire::SurfaceKind::donor, "donor", std::move(options));
    auto surface = app::make_donor_surface(
        *donor_->terminal,
        {.id_reader = {.kind = devices::IdReaderKind::simulated,
                       .path = (devices() / "id_reader").string()},
         .camera = {.kind = devices::CameraKind::simulated,
                    .path = (devices() / "camera").string()},
         .ticket_printer = {.kind = devices::TicketPrinterKind::simulated,
                            .path = (devices() / "ticket_printer").string()}},
        narrator("donor"), [] {}, REXUE_HAN_TABLE,
        {.forms = app::load_forms(REXUE_SOURCE_DIR "/assets").value(), .honours = honours()});
    REXUE_ASSERT(surface.has_value());
    donor_->surface = std::make_unique<SurfaceUnderTest>(std::move(*surface), upright, clock_);
    return *donor_->surface;
}

void HouseUnderTest::close_donor() {
    donor_.reset();
}

SurfaceUnderTest& HouseUnderTest::open_staff() {
    staff_.reset();
    staff_.emplace();
    staff_->terminal = make_terminal(wire::SurfaceKind::staff, "staff", {});
    staff_->surface = std::make_unique<SurfaceUnderTest>(
        app::make_staff_surface(*staff_->terminal, clock_, [] {}), wide, clock_);
    return *staff_->surface;
}

SurfaceUnderTest& HouseUnderTest::open_board() {
    board_.reset();
    board_.emplace();
    board_->terminal = make_terminal(wire::SurfaceKind::board, "board", {});
    auto surface = app::make_board_surface(*board_->terminal, narrator("board"), [] {});
    REXUE_ASSERT(surface.has_value());
    board_->surface = std::make_unique<SurfaceUnderTest>(std::move(*surface), on_the_wall, clock_);
    return *board_->surface;
}

fs::path HouseUnderTest::devices_of(Tablet which) const {
    return devices() / name_of(which);
}

SurfaceUnderTest& HouseUnderTest::open_volunteer(Tablet which) {
    auto& opened = tablets_[static_cast<size_t>(which)];
    opened.reset();
    opened.emplace();
    opened->terminal = make_terminal(wire::SurfaceKind::volunteer, name_of(which), {});
    const fs::path own = devices_of(which);
    for (const char* device : {"id_reader", "camera", "ticket_printer"})
        fs::create_directories(own / device);
    auto surface = app::make_volunteer_surface(
        *opened->terminal,
        {.devices = {.id_reader = {.kind = devices::IdReaderKind::simulated,
                                   .path = (own / "id_reader").string()},
                     .camera = {.kind = devices::CameraKind::simulated,
                                .path = (own / "camera").string()},
                     .ticket_printer = {.kind = devices::TicketPrinterKind::simulated,
                                        .path = (own / "ticket_printer").string()}},
         .honours = honours()},
        [] {});
    REXUE_ASSERT(surface.has_value());
    opened->surface = std::make_unique<SurfaceUnderTest>(std::move(*surface), in_the_hand, clock_);
    return *opened->surface;
}

void HouseUnderTest::show_code_to(Tablet which, const std::string& text) {
    REXUE_ASSERT(ctl::make_code(text, devices_of(which) / "camera" / "code.png", std::cerr) == 0);
}

void HouseUnderTest::hide_code_from(Tablet which) {
    std::error_code ignored;
    fs::remove(devices_of(which) / "camera" / "code.png", ignored);
}

void HouseUnderTest::lay_card_before(Tablet which, const char* sample) {
    REXUE_ASSERT(ctl::make_card(sample_card(std::string(sample) + ".json"),
                                devices_of(which) / "id_reader" / "card.bin", std::cerr) == 0);
}

size_t HouseUnderTest::sheets_of(Tablet which) const {
    size_t count = 0;
    for (const auto& entry : fs::directory_iterator(devices_of(which) / "ticket_printer"))
        count += entry.path().extension() == ".png" ? 1 : 0;
    return count;
}

void HouseUnderTest::lay_card(const char* sample) {
    REXUE_ASSERT(ctl::make_card(sample_card(std::string(sample) + ".json"),
                                devices() / "id_reader" / "card.bin", std::cerr) == 0);
}

void HouseUnderTest::lay_card_of(const std::string& name) {
    const fs::path person = folder_.path() / "person.json";
    const boost::json::object card{
        {"kind", "resident"},     {"name", name},          {"number", "000000198001010013"},
        {"sex", "male"},          {"birth", "1980-01-01"}, {"valid_from", "2020-01-01"},
        {"valid_to", "long_term"}};
    write(person, boost::json::serialize(card));
    REXUE_ASSERT(ctl::make_card(person, devices() / "id_reader" / "card.bin", std::cerr) == 0);
}

void HouseUnderTest::lift_card() {
    std::error_code ignored;
    fs::remove(devices() / "id_reader" / "card.bin", ignored);
}

bool HouseUnderTest::lay_card_until_seen(SurfaceUnderTest& donor, const char* sample) {
    constexpr auto patience = std::chrono::milliseconds(1500);
    return support::eventually([&] {
        lay_card(sample);
        if (support::eventually([&] { return donor.is_on("confirm"); }, patience)) return true;
        lift_card();
        return support::eventually([&] { return donor.is_on("confirm"); }, patience / 3);
    });
}

void HouseUnderTest::reader_fault(const std::string& fault) {
    write(devices() / "id_reader" / "fault", fault);
}

void HouseUnderTest::show_code(const std::string& text) {
    REXUE_ASSERT(ctl::make_code(text, devices() / "camera" / "code.png", std::cerr) == 0);
}

void HouseUnderTest::hide_code() {
    std::error_code ignored;
    fs::remove(devices() / "camera" / "code.png", ignored);
}

void HouseUnderTest::printer_state(const std::string& state) {
    write(devices() / "ticket_printer" / "state", state);
}

fs::path HouseUnderTest::spoken_at_donor() const {
    return devices() / "donor" / "speaker" / "spoken.jsonl";
}

std::vector<fs::path> HouseUnderTest::slips(const std::string& ticket) const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(devices() / "ticket_printer")) {
        if (entry.path().filename().string().ends_with("-" + ticket + ".png")) {
            found.push_back(entry.path());
        }
    }
    return found;
}

std::optional<wire::VisitRecord> HouseUnderTest::record_of(const std::string& ticket) {
    const auto store = server::SqliteStore::open(server_.data().database());
    REXUE_ASSERT(store.has_value());
    const auto secret = storage::read_file(server_.data().sealing_key(), 64);
    REXUE_ASSERT(secret.has_value());
    const auto keys = server::keys::SealingKeys::load(*secret);
    REXUE_ASSERT(keys.has_value());
    const auto day = base::local_time(clock_.wall(), client::sample_offset).date;
    std::optional<wire::VisitRecord> record;
    support::eventually([&] {
        const auto records = (*store)->records_of_day(client::sample_house, day);
        if (!records) return false;
        for (const server::TicketRecord& one : *records) {
            if (one.ticket != ticket) continue;
            const auto text = keys->open(base::base64_decode(one.record.ciphertext).value());
            REXUE_ASSERT(text.has_value());
            record = wire::record_from_json(json::parse(*text).value()).value();
        }
        return record.has_value();
    });
    return record;
}

bool HouseUnderTest::sign_in(SurfaceUnderTest& staff, std::string_view service_point, Staff who) {
    const auto type = [&](std::string_view digits) {
        for (const char digit : digits) {
            if (!staff.tap(std::string(1, digit))) return false;
        }
        return true;
    };
    const bool is_nurse = who == Staff::nurse;
    if (!staff.comes_to("sign_in") || !type(is_nurse ? "1001" : "1002") || !staff.tap("Next") ||
        !type(is_nurse ? "246810" : "135790") || !staff.tap("Sign in")) {
        return false;
    }
    // A desk keeps its place over a change of staff.
    return support::eventually([&] {
        if (staff.is_on("choose_desk")) staff.tap(service_point);
        return staff.is_on("desk");
    });
}

std::string HouseUnderTest::go_to_ticket(SurfaceUnderTest& donor, std::string_view choice) {
    if (!go_to_questions(donor, choice)) return {};
    while (donor.is_on("question")) {
        if (!answer_well(donor)) return {};
    }
    return go_from_result(donor);
}

bool HouseUnderTest::go_to_questions(SurfaceUnderTest& donor, std::string_view choice) {
    return donor.comes_to("confirm") && donor.tap("Yes, this is me") && donor.tap(choice) &&
           donor.tap("Continue") && donor.is_on("question");
}

bool HouseUnderTest::answer_well(SurfaceUnderTest& donor) {
    // To be well, and to have slept and eaten, is good news; everything else is none.
    const bool good = donor.shows("Do you feel well today") || donor.shows("Did you sleep well");
    return donor.tap(good ? "Yes" : "No");
}

bool HouseUnderTest::go_to_question(SurfaceUnderTest& donor, std::string_view words) {
    while (donor.is_on("question") && !donor.shows(words)) {
        if (!answer_well(donor)) return false;
    }
    return donor.shows(words);
}

bool HouseUnderTest::answer_with_tattoo(SurfaceUnderTest& donor) {
    static constexpr const char* months[] = {"January",   "February", "March",    "April",
                                             "May",       "June",     "July",     "August",
                                             "September", "October",  "November", "December"};
    const auto today = base::local_time(clock_.wall(), client::sample_offset).date;
    // The year page is shown first, then its month, then the day.
    const bool answered = go_to_question(donor, "did you have a tattoo") && donor.tap("Yes") &&
                          donor.tap("A tattoo") && donor.tap("Continue") &&
                          donor.tap(std::to_string(static_cast<int>(today.year()))) &&
                          donor.tap(months[static_cast<unsigned>(today.month()) - 1]) &&
                          donor.tap(std::to_string(static_cast<unsigned>(today.day())));
    if (!answered) return false;
    while (donor.is_on("question")) {
        if (!answer_well(donor)) return false;
    }
    return donor.is_on("not_today");
}

bool HouseUnderTest::agree_and_sign(SurfaceUnderTest& donor) {
    while (donor.tap("Next page")) {
    }
    if (!donor.tap("I have read it and agree")) return false;
    while (donor.tap("Next page")) {
    }
    if (!donor.tap("I agree") || !donor.is_on("sign")) return false;
    return donor.draw_on("Your signature") && donor.tap("Take my number");
}

std::string HouseUnderTest::go_from_result(SurfaceUnderTest& donor) {
    if (!donor.is_on("result") || !donor.tap("Continue") || !agree_and_sign(donor) ||
        !donor.comes_to("ticket")) {
        return {};
    }
    return donor.label_of("ticket");
}

} // namespace rexue::journeys
