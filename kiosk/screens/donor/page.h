// What every donor screen stands on: brand and tools above, the question and its content, the
// answers in reach, the foot. One layout for every mode, text size and language.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/ui/column.h"

namespace rexue::screens::donor {

// Steps of a visit as the foot shows them (登记 · 征询 · 同意 · 取号).
enum class VisitStep { check_in, questions, consent, ticket };

enum class BackButton { hidden, shown };

// What a text may do where there is little room.
enum class Presence { required, optional };

// Whether something in the content is pressed; what is only read may stand out of reach.
enum class Content { pressed, read };

// What content, remarks and answers lie on.
enum class Plane { page, invitation };

struct PageOptions {
    std::string_view name;         // of the screen
    std::optional<VisitStep> step; // none: no visit is going on, there is nothing to leave
    BackButton back = BackButton::hidden;
    // What the donor should know right now; optional where a keyboard needs the room.
    Presence remarks = Presence::required;
    Content content = Content::pressed;
    Plane plane = Plane::page;
};

// At the bottom of the content. The first one is what most donors press.
struct Answer {
    std::string_view id;
    std::string_view label;
    flow::donor::Event event;
    ui::ButtonKind kind = ui::ButtonKind::primary;
    bool enabled = true;
    bool selected = false; // what was answered before
};

// All that is needed lies in the lower half of the screen.
bool is_low(const View& view);

class Page {
  public:
    Page(ui::Frame& frame, const View& view, const PageOptions& options);

    // Above the content, and the first thing that is read. In low reach it goes, as remarks do, to
    // the upper half where the lower one is full: what is only read need not be reached.
    void question(std::string_view title, std::string_view explanation = {});
    // All that follows stands below it, in the order of the calls; in low reach it goes with the
    // question if it is only read.
    void text(std::string_view utf8, const ui::TextLook& look,
              Presence presence = Presence::required);
    // What is so, in the colours and with the icon of its tone.
    void banner(const ui::widgets::Banner& banner, Presence presence = Presence::required);
    // All of them below a heading, or none: then there is no room. Answers count if they are there.
    bool list_if_room(std::string_view heading, std::span<const ui::widgets::Banner> rows);
    // How far something is of which several follow each other: a bar and its words.
    void progress(std::string_view words, size_t place, size_t count);
    // An illustration, centred; smaller or missing where words need the room. In low reach it
    // stands in the upper half.
    void picture(std::string_view name, float least_mm, float most_mm);
    // Room for one more block that must be seen, above the answers that are there already.
    bool has_room_for(float height_mm) const;
    ui::Column& content() { return options_.content == Content::read ? question_ : content_; }
    // In low reach: what is good to know stands in the upper half. Not drawn otherwise.
    ui::Column& upper_half() { return upper_; }
    const ui::Rect& plane() const { return places_.plane; }
    float width() const { return content_.width(); }

    void answer(Answer answer) { answers_.push_back(std::move(answer)); }

    // What the donor should know right now stands above the answers, so that its coming and going
    // moves nothing that can be pressed.
    void draw();

  private:
    // Where what is only read stands.
    enum class Reading { with_content, remarks_above, all_above };

    struct Places {
        ui::Rect tools;
        ui::Rect steps;
        ui::Rect buttons;
        ui::Rect plane; // with all that lies on it
        ui::Rect content;
    };
    Places places() const;
    Reading reading() const;
    float gap_above_answers() const;
    float room_above_answers() const;
    float room_for_content() const;
    float least_height(Reading reading) const;
    void draw_upper_half(Reading reading, const std::vector<Remark>& remarks) const;
    void draw_remarks(const std::vector<Remark>& remarks, const ui::Rect& place) const;
    void add(float height_mm, ui::Column::Draw draw, Presence presence);
    ui::Column::Draw drawn(std::string_view utf8, const ui::TextLook& look) const;
    ui::Column::Draw drawn(const ui::widgets::Banner& banner) const;
    std::vector<Remark> remarks(float room_mm) const;
    float height_of(const std::vector<Remark>& remarks) const;
    float height_of_answers(float rows) const;
    float answers_height() const;
    float answer_columns() const;
    void draw_answers(const ui::Rect& place) const;

    ui::Frame& frame_;
    const View& view_;
    PageOptions options_;
    bool low_ = false; // as long as all that is pressed fits into the lower half
    Places places_;
    std::string upper_picture_ = "heart_house"; // in low reach
    ui::Column upper_;
    ui::Column question_;
    ui::Column content_;
    std::vector<Answer> answers_;
};

} // namespace rexue::screens::donor
