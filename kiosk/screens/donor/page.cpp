#include "kiosk/screens/donor/page.h"

#include <algorithm>
#include <array>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/fit.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using flow::donor::Reach;
using ui::tr;

namespace {

constexpr float edge_mm = 6;      // between the foot and the screen's lower edge
constexpr float block_gap_mm = 6; // between blocks of the content
constexpr float row_gap_mm = 2;   // between rows of one list
constexpr float around_content_mm = 5;
constexpr float on_plane_x_mm = 16;
constexpr float on_plane_y_mm = 10;
constexpr float steps_per_capital = 2.7F;
constexpr float primary_extra_mm = 6; // a main answer is taller than it must be

FootButtons foot_buttons(const PageOptions& options) {
    if (!options.step) return FootButtons::help_only;
    return options.back == BackButton::shown ? FootButtons::back_and_leave : FootButtons::leave;
}

void draw_steps(ui::Frame& frame, VisitStep step, const ui::Rect& place) {
    const std::array labels{tr("Check in"), tr("Questions"), tr("Consent"), tr("Ticket")};
    frame.steps(place, labels.data(), static_cast<int>(labels.size()), static_cast<int>(step));
}

} // namespace

bool is_low(const View& view) {
    return view.session.preferences.reach == Reach::low;
}

Page::Page(ui::Frame& frame, const View& view, const PageOptions& options)
    : frame_(frame),
      view_(view),
      options_(options),
      low_(is_low(view)),
      places_(places()),
      upper_(frame.area().w - 2 * frame.metrics().margin_mm, block_gap_mm),
      question_(places_.content.w, block_gap_mm),
      content_(places_.content.w, block_gap_mm) {
    frame.screen(options.name);
}

// In low reach everything that is needed lies in the lower half; above it are the brand, how far
// the visit is, and a picture.
Page::Places Page::places() const {
    const ui::Metrics& metrics = frame_.metrics();
    const ui::Rect area = frame_.area();
    const float x = metrics.margin_mm;
    const float width = area.w - 2 * x;
    const float brand = brand_height(frame_);
    const float steps = options_.step ? metrics.small_mm * steps_per_capital : 0;
    const float buttons = foot_height(frame_, view_, foot_buttons(options_), width);

    Places places;
    places.tools = {x, low_ ? area.h / 2 + 2 : brand, width, tools_height(frame_)};
    places.buttons = {x, area.h - edge_mm - buttons, width, buttons};
    float bottom = places.buttons.y - metrics.gap_mm;
    if (low_) {
        places.steps = {x, brand, width, steps};
    } else if (steps > 0) {
        places.steps = {x, bottom - steps, width, steps};
        bottom = places.steps.y - metrics.gap_mm / 2;
    }
    const float top = places.tools.bottom() + around_content_mm;
    places.plane = {x, top, width, bottom - around_content_mm - top};
    const bool inset = options_.plane == Plane::invitation;
    places.content = inset ? places.plane.inset(on_plane_x_mm, on_plane_y_mm) : places.plane;
    return places;
}

ui::Column::Draw Page::drawn(std::string_view utf8, const ui::TextLook& look) const {
    std::optional<std::string> spoken;
    if (look.spoken) spoken = *look.spoken;
    return
        [this, words = std::string(utf8), look, spoken = std::move(spoken)](const ui::Rect& place) {
            ui::TextLook kept = look;
            if (spoken) kept.spoken = *spoken;
            frame_.text({place.x, place.y, place.w, place.h + 1}, words, kept);
        };
}

void Page::text(std::string_view utf8, const ui::TextLook& look, Presence presence) {
    const float height = frame_.measure(utf8, width(), look).h;
    const auto draw = drawn(utf8, look);
    add(height, draw, presence);
}

void Page::add(float height_mm, ui::Column::Draw draw, Presence presence) {
    if (presence == Presence::required) {
        content().add(height_mm, std::move(draw));
    } else {
        content().add_optional(height_mm, std::move(draw));
    }
}

ui::Column::Draw Page::drawn(const ui::widgets::Banner& banner) const {
    return [this, tone = banner.tone, words = std::string(banner.words),
            detail = std::string(banner.detail),
            icon = std::string(banner.icon)](const ui::Rect& place) {
        ui::widgets::banner(frame_, place,
                            {.tone = tone, .words = words, .detail = detail, .icon = icon});
    };
}

void Page::banner(const ui::widgets::Banner& banner, Presence presence) {
    add(ui::widgets::banner_height(frame_, width(), banner), drawn(banner), presence);
}

bool Page::list_if_room(std::string_view heading, std::span<const ui::widgets::Banner> rows) {
    constexpr ui::TextLook look{.weight = ui::Weight::bold};
    ui::Column list(width(), row_gap_mm);
    list.add(frame_.measure(heading, width(), look).h, drawn(heading, look));
    for (const ui::widgets::Banner& row : rows)
        list.add(ui::widgets::banner_height(frame_, width(), row), drawn(row));
    const float height = list.least_height();
    if (!has_room_for(height)) return false;
    content().add(height, [list = std::move(list)](const ui::Rect& place) { list.draw(place); });
    return true;
}

void Page::question(std::string_view title, std::string_view explanation) {
    const ui::Metrics& metrics = frame_.metrics();
    // A question that nearly fits on one line is set on one.
    const float capital =
        capital_that_fits(frame_, title, width(), metrics.title_mm, metrics.title_mm * 0.8F);
    ui::TextLook look{.weight = ui::Weight::bold, .capital_mm = capital, .role = ui::Role::heading};
    // A long one leaves its answers room.
    for (const float smaller : {metrics.large_mm, metrics.body_mm}) {
        constexpr float most_lines = 2.5F;
        const float line = frame_.measure("献", width(), look).h;
        if (frame_.measure(title, width(), look).h < most_lines * line) break;
        look.capital_mm = std::min(capital, smaller);
    }
    question_.add(frame_.measure(title, width(), look).h, drawn(title, look));
    if (!explanation.empty()) {
        const ui::TextLook small{.ink = ui::Ink::secondary};
        question_.add_optional(frame_.measure(explanation, width(), small).h,
                               drawn(explanation, small));
    }
}

void Page::progress(std::string_view words, size_t place, size_t count) {
    constexpr float bar_mm = 3;
    const ui::TextLook look{.size = ui::TextSize::small, .ink = ui::Ink::secondary, .spoken = ""};
    const float height = frame_.measure(words, width(), look).h;
    const float share = static_cast<float>(place) / static_cast<float>(std::max<size_t>(count, 1));
    question_.add(height + bar_mm + 1, [this, words = std::string(words), look, height,
                                        share](const ui::Rect& at) {
        frame_.text({at.x, at.y, at.w, height + 1}, words, look);
        frame_.bar({at.x, at.y + height + 1, at.w, bar_mm}, share, ui::Ink::action, words);
    });
}

void Page::picture(std::string_view name, float least_mm, float most_mm) {
    if (low_) {
        upper_picture_ = name;
        return;
    }
    content().add_flexible(least_mm, most_mm,
                           [this, picture = std::string(name)](const ui::Rect& place) {
                               frame_.image(place, picture);
                           });
}

namespace {

ui::ButtonLook answer_look(const Answer& answer) {
    return {.kind = answer.kind,
            .enabled = answer.enabled,
            .selected = answer.selected,
            .size = ui::TextSize::large};
}

} // namespace

float Page::height_of_answers(float rows) const {
    const ui::Metrics& metrics = frame_.metrics();
    const float height = metrics.main_button_mm + (low_ ? 0 : primary_extra_mm);
    return rows * height + (rows - 1) * metrics.gap_mm;
}

// Beside each other where room is short and their words fit: in the lower half, and under much
// that must be seen.
float Page::answer_columns() const {
    if (answers_.empty()) return 1;
    const float stacked = height_of_answers(static_cast<float>(answers_.size())) + block_gap_mm;
    const bool is_short = low_ || least_height(Reading::with_content) + stacked > places_.content.h;
    if (!is_short) return 1;
    const auto columns = static_cast<float>(answers_.size());
    const float share = (width() - (columns - 1) * frame_.metrics().gap_mm) / columns;
    const bool fit = std::ranges::all_of(answers_, [&](const Answer& answer) {
        return frame_.measure_button(answer.label, answer_look(answer)).w <= share;
    });
    return fit ? columns : 1;
}

float Page::answers_height() const {
    if (answers_.empty()) return 0;
    return height_of_answers(static_cast<float>(answers_.size()) / answer_columns());
}

void Page::draw_answers(const ui::Rect& place) const {
    const float columns = answer_columns();
    const float rows = static_cast<float>(answers_.size()) / columns;
    const float gap = frame_.metrics().gap_mm;
    const float width = (place.w - (columns - 1) * gap) / columns;
    const float height = (place.h - (rows - 1) * gap) / rows;
    for (size_t i = 0; i < answers_.size(); ++i) {
        const Answer& answer = answers_[i];
        const auto index = static_cast<float>(i);
        const ui::Rect rect{place.x + (columns > 1 ? index * (width + gap) : 0),
                            place.y + (columns > 1 ? 0 : index * (height + gap)), width, height};
        ui::ButtonLook look = answer_look(answer);
        fit_label(frame_, answer.label, width, look);
        if (frame_.button(answer.id, rect, answer.label, look)) view_.emit(answer.event);
    }
}

float Page::height_of(const std::vector<Remark>& remarks) const {
    float height = 0;
    for (const Remark& remark : remarks)
        height += ui::widgets::banner_height(frame_, width(), remark) + frame_.metrics().gap_mm;
    return height;
}

// All of them, or where they may be missing the first ones that leave room for the content.
std::vector<Remark> Page::remarks(float room_mm) const {
    std::vector<Remark> remarks = remarks_of(view_.session);
    if (options_.remarks == Presence::required) return remarks;
    while (!remarks.empty() && content_.least_height() + height_of(remarks) > room_mm)
        remarks.pop_back();
    return remarks;
}

// What must be seen in the content's place, all of it.
float Page::least_height(Reading reading) const {
    const float question = question_.least_height();
    const float content = content_.least_height();
    const bool is_above = reading == Reading::all_above;
    const float gap = question > 0 && content > 0 && !is_above ? block_gap_mm : 0;
    const bool with_remarks =
        reading == Reading::with_content && options_.remarks == Presence::required;
    return (is_above ? 0 : question) + gap + content +
           (with_remarks ? height_of(remarks_of(view_.session)) : 0);
}

float Page::gap_above_answers() const {
    return answers_.empty() ? 0 : block_gap_mm;
}

float Page::room_above_answers() const {
    return places_.content.h - answers_height() - gap_above_answers();
}

float Page::room_for_content() const {
    const float question = question_.least_height();
    return room_above_answers() - (question > 0 ? question + block_gap_mm : 0);
}

Page::Reading Page::reading() const {
    if (!low_) return Reading::with_content;
    const float room = room_above_answers();
    for (const Reading reading : {Reading::with_content, Reading::remarks_above}) {
        if (least_height(reading) <= room) return reading;
    }
    return Reading::all_above;
}

bool Page::has_room_for(float height_mm) const {
    // What is only read goes where the question goes: above, there may be less room than here.
    const bool is_pressed = options_.content == Content::pressed;
    const Reading reading = low_ && is_pressed ? Reading::all_above : Reading::with_content;
    const float above = least_height(reading);
    return above + (above > 0 ? block_gap_mm : 0) + height_mm <= room_above_answers();
}

void Page::draw_remarks(const std::vector<Remark>& remarks, const ui::Rect& place) const {
    float y = place.y;
    for (const Remark& remark : remarks) {
        const float height = ui::widgets::banner_height(frame_, place.w, remark);
        ui::widgets::banner(frame_, {place.x, y, place.w, height}, remark);
        y += height + frame_.metrics().gap_mm;
    }
}

// In low reach: what is only read, and a picture in the room that it leaves.
void Page::draw_upper_half(Reading reading, const std::vector<Remark>& remarks) const {
    const ui::Rect area = frame_.area();
    const float end = area.h / 2 - block_gap_mm;
    const float upper_left = frame_.metrics().margin_mm;
    ui::Rect room{places_.content.x, places_.steps.bottom() + block_gap_mm, width(), 0};
    room.h = end - room.y;
    if (reading == Reading::all_above) room.y = question_.draw(room) + block_gap_mm;
    if (reading != Reading::with_content) {
        draw_remarks(remarks, room);
        room.y += height_of(remarks);
    }
    room.y = upper_.draw({upper_left, room.y, upper_.width(), end - room.y}) + block_gap_mm;
    frame_.image({area.x, room.y, area.w, end - room.y}, upper_picture_);
}

void Page::draw() {
    if (low_ && least_height(Reading::all_above) > room_above_answers()) {
        // What is pressed does not fit into one half: better far away than on each other.
        low_ = false;
        places_ = places();
    }
    const Reading reading = this->reading();
    const std::vector<Remark> remarks = reading == Reading::with_content
                                            ? this->remarks(room_for_content())
                                            : remarks_of(view_.session);
    const bool remarks_here = reading == Reading::with_content;
    const float remarks_height = remarks_here ? height_of(remarks) : 0;

    ui::Rect room = places_.content;
    const float bottom = room.y + room_above_answers() - remarks_height;
    if (reading != Reading::all_above && question_.least_height() > 0) {
        room.h = bottom - room.y - block_gap_mm - content_.least_height();
        room.y = question_.draw(room) + block_gap_mm;
    }
    room.h = bottom - room.y;
    content_.draw(room);
    const ui::Rect below{room.x, bottom + gap_above_answers(), room.w, remarks_height};
    if (remarks_here) draw_remarks(remarks, below);
    draw_answers({room.x, below.bottom(), room.w, answers_height()});

    if (options_.step) draw_steps(frame_, *options_.step, places_.steps);
    draw_foot(frame_, view_, foot_buttons(options_), places_.buttons);
    draw_tools(frame_, view_, places_.tools);
    draw_brand(frame_, view_);
    if (low_) draw_upper_half(reading, remarks);
}

} // namespace rexue::screens::donor
