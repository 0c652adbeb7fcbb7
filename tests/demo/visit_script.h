// The scripted visit: a donor by ID card, one by honour card, one while the line is down; a nurse
// calls; the board shows it; a volunteer verifies the honour card. Everything goes the way it goes
// in a house: bytes on a pseudo-terminal, a picture of a code, taps on a window, TLS.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "platform/base/error.h"
#include "tests/demo/demo_house.h"
#include "tests/support/watched_kiosk.h"

namespace rexue::demo {

struct PlayedVisit {
    std::string entry; // "resident_id", "honour_card"
    std::string ticket;
    std::chrono::milliseconds from_entry_to_ticket{0}; // with the talk, answered at once
    std::chrono::milliseconds longest_wait{0};         // from an answer to what comes next
    std::string server;                                // "online", "offline"
};

struct PlayedCall {
    std::string ticket;
    std::string service_point;
    std::chrono::milliseconds from_tap_to_board{0};
};

// The card that the house has issued, before the volunteer's tablet.
struct PlayedVerdict {
    std::string verdict; // "valid"
    std::chrono::milliseconds from_code_to_verdict{0};
    std::string server; // "online", "offline"
};

struct Screen {
    std::string name; // "donor-03-confirm"
    std::string file;
};

struct Played {
    std::vector<PlayedVisit> visits;
    std::vector<PlayedCall> calls;
    std::vector<PlayedVerdict> verdicts;
    std::vector<Screen> screens;
    std::vector<std::string> tickets; // pictures of the slips
};

struct Stage {
    DemoHouse& house;
    support::WatchedKiosk& donor;
    support::WatchedKiosk& staff;
    support::WatchedKiosk& board;
    support::WatchedKiosk& volunteer;
    std::filesystem::path assets;
    std::filesystem::path out;
};

base::Result<Played> play(const Stage& stage);

// summary.json in `out`.
base::Status write_summary(const Played& played, const std::filesystem::path& out);

} // namespace rexue::demo
