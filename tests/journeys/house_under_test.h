// A donation house in one process: the real server over real TLS, terminals enrolled with it,
// the real drivers on simulated devices, and no window.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/narrator.h"
#include "kiosk/app/terminal.h"
#include "tests/journeys/journey_clock.h"
#include "tests/journeys/surface_under_test.h"
#include "tests/net/client/house_server.h"
#include "tests/support/test_folder.h"

namespace rexue::journeys {

enum class Enrolment {
    as_rexuectl, // the house is fetched and kept
    cut_short,   // the line broke behind the certificate
};

enum class Staff { nurse, physician };
enum class Tablet { first, second };

class HouseUnderTest {
  public:
    explicit HouseUnderTest(Enrolment enrolment = Enrolment::as_rexuectl);

    client::HouseServer& server() { return server_; }
    JourneyClock& clock() { return clock_; }
    // The speakers' own: stands still, so that what is being said goes on being said until a test
    // lets time pass.
    time::SimulatedClock& voice_clock() { return voice_clock_; }

    // Enrols a terminal once and opens its surface. Opened again: as after a restart.
    SurfaceUnderTest& open_donor(app::TerminalOptions options = {});
    SurfaceUnderTest& open_staff();
    SurfaceUnderTest& open_board();
    // A volunteer's, with a camera, a reader and a printer of its own.
    SurfaceUnderTest& open_volunteer(Tablet which = Tablet::first);
    void close_donor();
    // The terminal's profile without its ever having been started.
    void enrol_donor();
    void enrol_volunteer();
    // Where the donor terminal's profile is, to be copied to another machine.
    std::filesystem::path donor_profile() const { return folder_.path() / "donor"; }

    // What a person does at the donor terminal besides touching the glass.
    void lay_card(const char* sample = "donor-1");
    // The card of an invented person of this name, whom the server does not know.
    void lay_card_of(const std::string& name);
    void lift_card();
    // Laid and lifted by turns, as a hand does, until the reader has noticed: one that looks every
    // 300 ms may miss that a card was gone.
    bool lay_card_until_seen(SurfaceUnderTest& donor, const char* sample = "donor-1");
    void reader_fault(const std::string& fault); // "" mends it
    void show_code(const std::string& text);
    void hide_code();
    // The same before a volunteer's tablet.
    void show_code_to(Tablet which, const std::string& text);
    void hide_code_from(Tablet which);
    void lay_card_before(Tablet which, const char* sample);
    size_t sheets_of(Tablet which) const;
    void printer_state(const std::string& state);
    bool slip_was_printed(const std::string& ticket) const { return !slips(ticket).empty(); }
    // Where the donor terminal's simulated speaker tells what it plays.
    std::filesystem::path spoken_at_donor() const;
    // The slips of a number, of whatever day.
    std::vector<std::filesystem::path> slips(const std::string& ticket) const;

    // What the server reads in the sealed record behind a ticket, once it has come; none if it
    // never does.
    std::optional<wire::VisitRecord> record_of(const std::string& ticket);

    // Signs the sample nurse in at a service point, or the sample physician.
    bool sign_in(SurfaceUnderTest& staff, std::string_view service_point = "w1",
                 Staff who = Staff::nurse);
    // From a card that lies on the reader, or a code in view, to the number. Empty on failure.
    std::string go_to_ticket(SurfaceUnderTest& donor, std::string_view choice = "whole_400");
    // The same in parts: to the first question; one question answered as somebody answers who may
    // give; both documents and the signature; from the result to the number.
    bool go_to_questions(SurfaceUnderTest& donor, std::string_view choice = "whole_400");
    bool answer_well(SurfaceUnderTest& donor);
    // Answers well up to the question that shows `words`.
    bool go_to_question(SurfaceUnderTest& donor, std::string_view words);
    // All questions, as somebody who has had a tattoo today; to "not today".
    bool answer_with_tattoo(SurfaceUnderTest& donor);
    bool agree_and_sign(SurfaceUnderTest& donor);
    std::string go_from_result(SurfaceUnderTest& donor);

  private:
    struct Opened {
        // In this order: the surface goes first.
        std::unique_ptr<app::Terminal> terminal;
        std::unique_ptr<SurfaceUnderTest> surface;

        ~Opened();
    };

    void enrol(wire::SurfaceKind surface, const app::TerminalOptions& options);
    std::unique_ptr<app::Terminal> make_terminal(wire::SurfaceKind surface, const char* name,
                                                 app::TerminalOptions options);
    app::NarratorOptions narrator(const char* name) const;
    std::filesystem::path devices() const { return folder_.path() / "devices"; }
    std::filesystem::path devices_of(Tablet which) const;

    Enrolment enrolment_;
    support::TestFolder folder_;
    JourneyClock clock_;
    time::SimulatedClock voice_clock_{base::Instant{}};
    client::HouseServer server_;
    std::optional<Opened> donor_;
    std::optional<Opened> staff_;
    std::optional<Opened> board_;
    std::optional<Opened> tablets_[2];
};

// The sample card of assets/sample that has an honour card's number.
std::string sample_honour_card_text();

} // namespace rexue::journeys
