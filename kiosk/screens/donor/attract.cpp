#include <algorithm>
#include <string>

#include "kiosk/rules/queue/estimate.h"
#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/donor/honour_words.h"
#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/moments.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

std::string needed_today(const flow::House& house) {
    std::string text(tr("Needed today"));
    for (const std::string& group : house.blood_needed)
        text += "  " + blood_group(group);
    return text;
}

std::string waiting_now(const Session& session) {
    const std::string stage =
        session.house.stages.empty() ? std::string() : session.house.stages.front();
    const auto wait =
        queue::estimate_wait(session.queue, stage, "", flow::points_of(session.house, stage));
    if (wait.people_ahead == 0) return std::string(tr("Nobody is waiting: come in"));
    return say(
        ui::tr_n("{0} person is waiting, {1}", "{0} people are waiting, {1}", wait.people_ahead),
        wait.people_ahead, minutes_to_expect(wait));
}

// What is so today, beside the line.
struct Fact {
    std::string words;
    std::string_view icon;
    ui::widgets::Tone tone = ui::widgets::Tone::calm;
};

// From the calendar alone: a donor's own days are for after they have said who they are. A terminal
// without the moments' files knows those of every year.
std::vector<std::string> moments_of(const Session& session, base::Date today) {
    std::vector<std::string> words;
    if (session.honours) {
        for (const honour::Moment& moment :
             flow::donor::celebrated_by_all(session.honours.get(), today))
            words.push_back(moment_words(moment));
    } else if (const auto moment = moment_of(today)) {
        words.emplace_back(*moment);
    }
    return words;
}

std::vector<Fact> facts_of(const Session& session, base::Instant wall) {
    std::vector<Fact> facts;
    const auto today = flow::date_in(session.house, wall);
    for (std::string& moment : moments_of(session, today))
        facts.push_back({std::move(moment), "heart", ui::widgets::Tone::honour});
    if (!session.house.blood_needed.empty()) facts.push_back({needed_today(session.house), "drop"});
    return facts;
}

// Cut off, this terminal knows only its own donors: it does not guess how long the line is.
std::optional<Fact> line_of(const Session& session) {
    if (session.link != flow::Link::online) return std::nullopt;
    return Fact{waiting_now(session), "clock"};
}

struct InvitationWords {
    std::string_view welcome;
    std::string_view or_else; // may be empty
};

// Never to what does not work.
InvitationWords words_of(const Session& session) {
    const bool camera = session.camera == flow::donor::Camera::working;
    if (!reader_is_down(session)) {
        return {
            tr("Welcome.\nPlease lay your\nID card on the reader"),
            camera ? tr("Or hold the QR code of your honour card\nin front of the camera") : ""};
    }
    if (!camera) {
        return {tr("Welcome.\nPlease come\nto our desk"), tr("Our staff check you in at once")};
    }
    return {tr("Welcome.\nPlease show your\nhonour card's code"),
            tr("Hold it in front of the camera,\nor come to our desk")};
}

// How long each of the things that take turns is there.
constexpr std::chrono::seconds turn_lasts{15};

// The words of the invitation: what to do, the slogan, and in turns what is so today, which blood
// is needed, and what the house has to say.
class Invitation {
  public:
    Invitation(ui::Frame& frame, const View& view, const ui::Rect& box)
        : frame_(frame),
          view_(view),
          session_(view.session),
          wall_(view.now.wall),
          box_(box),
          column_(box.w, gap_mm) {}

    void draw() {
        column_.add_space(above_mm);
        add_words();
        column_.add_space(1000);
        if (!is_low(view_)) add_turn(); // else it stands in the upper half
        column_.draw(box_);
    }

  private:
    static constexpr float above_mm = 8;
    static constexpr float gap_mm = 7;

    void add_text(std::string_view utf8, const ui::TextLook& look, bool required) {
        const float height = frame_.measure(utf8, box_.w, look).h;
        const auto draw = [this, words = std::string(utf8), look](const ui::Rect& place) {
            frame_.text({place.x, place.y, place.w, place.h + 1}, words, look);
        };
        if (required) {
            column_.add(height, draw);
        } else {
            column_.add_optional(height, draw);
        }
    }

    void add_words() {
        const ui::Metrics& metrics = frame_.metrics();
        const auto [welcome, or_else] = words_of(session_);
        const float tall = std::min({20.0F, box_.h / 12, metrics.title_mm * 1.9F});
        add_text(welcome,
                 {.weight = ui::Weight::bold,
                  .ink = ui::Ink::on_invitation,
                  .capital_mm = capital_that_fits(
                      frame_, welcome, box_.w, std::max(tall, metrics.large_mm), metrics.large_mm),
                  .role = ui::Role::heading},
                 true);
        if (!or_else.empty()) {
            add_text(or_else, {.size = ui::TextSize::large, .ink = ui::Ink::on_invitation}, false);
        }
        if (const std::string words = slogan(session_.house, frame_.theme()); !words.empty()) {
            add_text(words, {.ink = ui::Ink::on_invitation, .max_lines = 1}, false);
        }
    }

    void add_pill(const Fact& fact) {
        const bool is_moment = fact.tone == ui::widgets::Tone::honour;
        const auto ground = is_moment ? ui::Ground::honour : ui::Ground::action_pressed;
        const auto ink = is_moment ? ui::Ink::honour : ui::Ink::on_action;
        std::string_view icon = fact.icon;
        ui::TextSize size = ui::TextSize::body;
        if (frame_.measure_pill(fact.words, icon, size).w > box_.w) size = ui::TextSize::small;
        if (frame_.measure_pill(fact.words, icon, size).w > box_.w) icon = {};
        const float height = frame_.measure_pill(fact.words, icon, size).h;
        column_.add_optional(
            height, [this, words = fact.words, icon, size, ground, ink](const ui::Rect& place) {
                frame_.pill(place.x, place.y, words, ground, ink, icon, size);
            });
    }

    void add_turn() {
        const size_t of_today = 1;
        const size_t of_needs = session_.house.blood_needed.empty() ? 0 : 1;
        const auto& notices = session_.house.notices;
        // The house has written them in one language.
        const size_t of_notices = frame_.language().starts_with("zh") ? notices.size() : 0;
        const auto turns = of_today + of_needs + of_notices;
        const auto since_start = wall_.time_since_epoch();
        const auto turn = static_cast<size_t>(since_start / turn_lasts) % turns;
        if (turns > 1) {
            frame_.redraw_in(turn_lasts - since_start % turn_lasts + std::chrono::milliseconds(1));
        }
        if (turn < of_today) {
            for (const Fact& fact : facts_of(session_, wall_))
                add_pill(fact);
        } else if (turn < of_today + of_needs) {
            add_needs();
        } else {
            add_text(notices[turn - of_today - of_needs],
                     {.size = ui::TextSize::large, .ink = ui::Ink::on_invitation}, false);
        }
        if (const auto line = line_of(session_)) add_pill(*line);
    }

    // The groups as large as can be read from the door.
    void add_needs() {
        add_text(tr("Needed today"), {.size = ui::TextSize::large, .ink = ui::Ink::on_invitation},
                 false);
        std::string groups;
        for (const std::string& group : session_.house.blood_needed)
            groups += (groups.empty() ? "" : "   ") + blood_group(group);
        const float title = frame_.metrics().title_mm;
        add_text(groups,
                 {.weight = ui::Weight::bold,
                  .ink = ui::Ink::on_invitation,
                  .capital_mm = capital_that_fits(frame_, groups, box_.w, title * 1.6F, title),
                  .max_lines = 2},
                 false);
    }

    ui::Frame& frame_;
    const View& view_;
    const Session& session_;
    base::Instant wall_;
    ui::Rect box_;
    ui::Column column_;
};

void add_facts(ui::Frame& frame, const View& view, ui::Column& column) {
    auto facts = facts_of(view.session, view.now.wall);
    if (auto line = line_of(view.session)) facts.push_back(std::move(*line));
    for (const Fact& fact : facts) {
        const auto draw = [&frame, fact](const ui::Rect& place) {
            ui::widgets::banner(frame, place,
                                {.tone = fact.tone, .words = fact.words, .icon = fact.icon});
        };
        column.add_optional(ui::widgets::banner_height(frame, column.width(),
                                                       {.words = fact.words, .icon = fact.icon}),
                            draw);
    }
}

// The great plane in the house's colour. The button on it is the light one.
void draw_plane(ui::Frame& frame, const ui::Rect& plane) {
    constexpr float least_for_picture_mm = 230;
    frame.panel(plane, {.ground = ui::Ground::invitation, .radius_mm = 11});
    if (plane.h < least_for_picture_mm) return;
    const float width = std::min(150.0F, plane.w * 0.6F);
    const float height = width * 176 / 150;
    frame.image({plane.right() - width, plane.bottom() - height, width, height},
                frame.theme().attract_picture);
}

} // namespace

void attract(ui::Frame& frame, const View& view) {
    Page page(frame, view, {.name = "attract", .step = std::nullopt, .plane = Plane::invitation});
    draw_plane(frame, page.plane());
    page.content().add_flexible(frame.metrics().title_mm * 6, 1000, [&](const ui::Rect& place) {
        Invitation(frame, view, place).draw();
    });
    if (is_low(view)) add_facts(frame, view, page.upper_half());
    page.answer({.id = "start",
                 .label = tr("Touch here to begin"),
                 .event = flow::donor::StartTapped{},
                 .kind = ui::ButtonKind::inviting});
    page.draw();
}

} // namespace rexue::screens::donor
