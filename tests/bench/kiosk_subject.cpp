#include "tests/bench/kiosk_subject.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string_view>
#include <thread>

#include "kiosk/ui/strings.h"

namespace rexue::bench {

namespace {

namespace bj = boost::json;
using support::WatchedKiosk;
using ui::tr;

// What still fades or arrives from the server comes to rest.
constexpr auto settling = std::chrono::milliseconds(700);

struct Box {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;

    Place middle() const { return {x + w / 2, y + h / 2}; }
    bool holds(Place place) const {
        return place.x_px >= x && place.x_px < x + w && place.y_px >= y && place.y_px < y + h;
    }
};

base::Result<Box> button_box(WatchedKiosk& kiosk, std::string_view label) {
    const auto tree = kiosk.tree();
    if (!tree) return base::fail(tree);
    for (const bj::value& node : tree->at("nodes").as_array()) {
        if (node.at("role").as_string() != "button" || node.at("label").as_string() != label) {
            continue;
        }
        const auto pixels = [&](const char* name) {
            return static_cast<int>(node.at(name).to_number<double>());
        };
        return Box{.x = pixels("x"), .y = pixels("y"), .w = pixels("w"), .h = pixels("h")};
    }
    return base::fail(base::ErrorCode::not_found, "no button says " + std::string(label));
}

// Of one colour as far as a picture wanders, so that one pixel tells which screen there is.
bool is_flat(support::Finger& finger, const Spot& spot) {
    const auto colours = finger.pixels_around(spot.place.x_px, spot.place.y_px, wander_px);
    return !colours.empty() && std::ranges::count(colours, spot.colour) == std::ssize(colours);
}

struct Sample {
    Spot spot;
    bool flat = false;
};

std::vector<Sample> sample_screen(support::Finger& finger) {
    constexpr int step_px = 60;
    std::vector<Sample> samples;
    for (int y = step_px; y < 1920; y += step_px) {
        for (int x = step_px; x < 1080; x += step_px) {
            const Spot spot{.place = {x, y}, .colour = finger.pixel(x, y)};
            samples.push_back({.spot = spot, .flat = is_flat(finger, spot)});
        }
    }
    return samples;
}

bool is_same(const Sample& a, const Sample& b) {
    return a.spot.colour == b.spot.colour;
}

base::Status go(WatchedKiosk& kiosk, std::string_view label, std::string_view screen) {
    if (auto tapped = kiosk.tap(label); !tapped) return tapped;
    if (auto there = kiosk.wait_for_screen(screen); !there) return there;
    std::this_thread::sleep_for(settling);
    return {};
}

base::Status lay_card_and_confirm(WatchedKiosk& kiosk, const demo::DemoHouse& house,
                                  const std::filesystem::path& assets) {
    if (auto laid = house.lay_card(assets / "sample/cards/donor-1.json"); !laid) return laid;
    if (auto shown = kiosk.wait_for_screen("confirm"); !shown) return shown;
    if (auto yes = kiosk.tap(tr("Yes, this is me")); !yes) return yes;
    return kiosk.wait_for_screen("choose");
}

bool shows(const bj::object& tree, std::string_view label) {
    return std::ranges::any_of(tree.at("nodes").as_array(), [&](const bj::value& node) {
        return node.at("label").as_string() == label;
    });
}

bool asks_for_yes(const bj::object& tree) {
    return std::ranges::any_of(tree.at("nodes").as_array(), [](const bj::value& node) {
        return node.at("role").as_string() == "heading" &&
               support::is_answered_yes(std::string_view(node.at("label").as_string()));
    });
}

// Nothing to ask about, to the last page, and on to the number: what is said is not measured.
base::Status talk(WatchedKiosk& kiosk) {
    while (true) {
        const auto tree = kiosk.tree();
        if (!tree) return base::fail(tree);
        const std::string_view screen = tree->at("screen").as_string();
        std::string_view next;
        if (screen == "question") {
            next = asks_for_yes(*tree) ? tr("Yes") : tr("No");
        } else if (screen == "result") {
            next = tr("Continue");
        } else if (screen == "notice" || screen == "data_use") {
            next = shows(*tree, tr("Next page")) ? tr("Next page")
                   : screen == "notice"          ? tr("I have read it and agree")
                                                 : tr("I agree");
        } else if (screen == "sign") {
            return kiosk.tap(tr("Sign with our staff"));
        } else {
            return base::fail(base::ErrorCode::conflict, "no screen of a talk");
        }
        if (auto tapped = kiosk.tap(next); !tapped) return tapped;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

base::Status choose_and_take_ticket(WatchedKiosk& kiosk) {
    if (auto chosen = kiosk.tap("whole_400"); !chosen) return chosen;
    if (auto asked = kiosk.tap(tr("Continue")); !asked) return asked;
    if (auto there = kiosk.wait_for_screen("question"); !there) return there;
    if (auto talked = talk(kiosk); !talked) return talked;
    if (auto printed = kiosk.wait_for(tr("Please take your slip.")); !printed) return printed;
    if (auto done = kiosk.tap(tr("All right")); !done) return done;
    return kiosk.wait_for_screen("attract");
}

} // namespace

base::Result<KioskSights> find_sights(WatchedKiosk& kiosk) {
    if (auto there = kiosk.wait_for_screen("attract"); !there) return base::fail(there);
    std::this_thread::sleep_for(settling);
    const auto begin = button_box(kiosk, tr("Touch here to begin"));
    if (!begin) return base::fail(begin);
    KioskSights sights;
    sights.first_frame =
        letter_and_ground(kiosk.finger(), {begin->x, begin->y}, begin->w, begin->h);
    const auto attract = sample_screen(kiosk.finger());

    if (auto gone = go(kiosk, tr("Touch here to begin"), "identify"); !gone)
        return base::fail(gone);
    const auto back = button_box(kiosk, tr("Back"));
    if (!back) return base::fail(back);
    const auto identify = sample_screen(kiosk.finger());
    if (auto gone = go(kiosk, tr("Back"), "attract"); !gone) return base::fail(gone);

    const auto attract_again = sample_screen(kiosk.finger());
    for (size_t i = 0; i < attract.size(); ++i) {
        const Place place = attract[i].spot.place;
        // A pressed button changes its own colour at once: the answer is the other screen.
        if (begin->holds(place) || back->holds(place)) continue;
        if (!attract[i].flat || !attract_again[i].flat || !identify[i].flat) continue;
        if (!is_same(attract[i], attract_again[i]) || is_same(attract[i], identify[i])) continue;
        sights.begin = {.press = begin->middle(), .seen = identify[i].spot};
        sights.back = {.press = back->middle(), .seen = attract[i].spot};
        return sights;
    }
    return base::fail(base::ErrorCode::not_found, "the two screens do not differ");
}

base::Status play_visits(WatchedKiosk& kiosk, const demo::DemoHouse& house,
                         const std::filesystem::path& assets, int count) {
    for (int visit = 0; visit < count; ++visit) {
        if (auto begun = kiosk.tap(tr("Touch here to begin")); !begun) return begun;
        if (auto there = kiosk.wait_for_screen("identify"); !there) return there;
        if (auto known = lay_card_and_confirm(kiosk, house, assets); !known) return known;
        if (auto done = choose_and_take_ticket(kiosk); !done) return done;
        house.lift_card();
        // The reader must see the glass empty before it takes the next card.
        std::this_thread::sleep_for(settling);
    }
    return {};
}

} // namespace rexue::bench
