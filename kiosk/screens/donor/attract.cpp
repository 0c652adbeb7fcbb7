#include <algorithm>
#include <string>

#include "kiosk/rules/queue/estimate.h"
#include "kiosk/screens/donor/chrome.h"
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

// The words of the invitation: what to do, slogan, and what is needed and waiting today.
class Invitation {
  public:
    Invitation(ui::Frame& frame, const View& view, const ui::Rect& box)
        : frame_(frame),
          session_(view.session),
          today_(base::local_time(view.now.wall, session_.house.utc_offset).date),
          box_(box),
          column_(box.w, gap_mm) {}

    void draw() {
        column_.add_space(above_mm);
        add_words();
        column_.add_space(1000);
        add_pills();
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

    void add_pill(std::string words, std::string_view icon,
                  ui::Ground ground = ui::Ground::action_pressed,
                  ui::Ink ink = ui::Ink::on_action) {
        ui::TextSize size = ui::TextSize::body;
        if (frame_.measure_pill(words, icon, size).w > box_.w) size = ui::TextSize::small;
        if (frame_.measure_pill(words, icon, size).w > box_.w) icon = {};
        const float height = frame_.measure_pill(words, icon, size).h;
        column_.add_optional(height, [this, words = std::move(words), icon, size, ground,
                                      ink](const ui::Rect& place) {
            frame_.pill(place.x, place.y, words, ground, ink, icon, size);
        });
    }

    void add_pills() {
        if (const auto moment = moment_of(today_)) {
            add_pill(std::string(*moment), "heart", ui::Ground::honour, ui::Ink::honour);
        }
        if (!session_.house.blood_needed.empty()) add_pill(needed_today(session_.house), "drop");
        // Cut off, this terminal knows only its own donors: it does not guess how long the line is.
        if (session_.link == flow::Link::online) add_pill(waiting_now(session_), "clock");
    }

    ui::Frame& frame_;
    const Session& session_;
    base::Date today_;
    ui::Rect box_;
    ui::Column column_;
};

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
    page.answer({.id = "start",
                 .label = tr("Touch here to begin"),
                 .event = flow::donor::StartTapped{},
                 .kind = ui::ButtonKind::inviting});
    page.draw();
}

} // namespace rexue::screens::donor
