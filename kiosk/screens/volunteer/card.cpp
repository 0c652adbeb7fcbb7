// The verdict, large; whom to compare; what is missing to the next award; which kinds of benefits
// the card gives its holder at this place today.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/benefit_words.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/volunteer/card_words.h"
#include "kiosk/screens/volunteer/chrome.h"
#include "kiosk/screens/volunteer/standing_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/list.h"

namespace rexue::screens::volunteer {

using flow::volunteer::Printer;
using flow::volunteer::Sheet;
using flow::volunteer::Source;
using flow::volunteer::Verdict;
using ui::tr;
using ui::widgets::Tone;

namespace {

constexpr float padding_mm = 5;

class CardScreen {
  public:
    CardScreen(ui::Frame& frame, const View& view)
        : frame_(frame),
          view_(view),
          session_(view.session),
          kinds_(kinds_of(
              flow::volunteer::offered(session_, flow::date_in(session_.house, view.now.wall)))) {}

    void draw() {
        frame_.screen("card");
        const ui::Rect box = draw_frame(frame_, view_, main_button(), buttons());
        ui::Column column = filled(box.w, Room::ample);
        // In the largest words the verdict and whom to compare come first; what it means gives way.
        if (column.least_height() > box.h) column = filled(box.w, Room::little);
        if (column.least_height() > box.h) column = filled(box.w, Room::least);
        column.draw(box);
    }

  private:
    enum class Room { ample, little, least };

    ui::Column filled(float width_mm, Room room) {
        ui::Column column(width_mm, room == Room::ample ? gap_mm : gap_mm / 2);
        if (session_.card) add_verdict(column, room);
        if (session_.card && session_.card->holder) add_holder(column, room);
        for (const std::string& line : standing_lines(session_))
            add_good_to_know(column, line, {.ink = ui::Ink::honour});
        if (gives_something() && !says_number_alone()) add_kinds(column, room);
        return column;
    }

    void add_good_to_know(ui::Column& column, const std::string& words, const ui::TextLook& look) {
        column.add_optional(
            frame_.measure(words, column.width(), look).h + 1,
            [this, words, look](const ui::Rect& at) { frame_.text(at, words, look); });
    }

    bool gives_something() const {
        return !session_.card || (session_.card->verdict == Verdict::valid && !is_unknown());
    }
    // The centre was asked and has no such number: the card is genuine, and may be withdrawn.
    bool is_unknown() const {
        return session_.card && std::ranges::count(session_.card->doubts,
                                                   flow::volunteer::Doubt::unknown_at_centre) > 0;
    }
    VerdictWords verdict_words() const {
        if (is_unknown()) {
            return {.title = tr("Please ask the station"),
                    .detail = tr("The centre does not know this number: it may be withdrawn."),
                    .tone = Tone::attention,
                    .icon = "help"};
        }
        if (says_number_alone() && session_.card->verdict == Verdict::valid) {
            return {.title = tr("The code is genuine"),
                    .detail = tr("Whose it is has still to be asked of the centre."),
                    .tone = Tone::attention,
                    .icon = "clock"};
        }
        return words_of(session_.card->verdict);
    }
    // A phone's code is a number: who that is, and what they hold, is at the centre.
    bool says_number_alone() const {
        return session_.card && session_.card->source == Source::live_code &&
               session_.card->holder && session_.card->holder->name.empty();
    }

    std::optional<FootButton> main_button() const {
        return FootButton{.id = "next",
                          .label = session_.card ? tr("Next card") : tr("Back"),
                          .icon = session_.card ? "next" : "back",
                          .event = flow::volunteer::NextTapped{}};
    }

    std::vector<FootButton> buttons() const {
        if (!gives_something() || says_number_alone()) return {};
        std::vector<FootButton> buttons{{.id = "places",
                                         .label = tr("Another city"),
                                         .icon = "search",
                                         .event = flow::volunteer::PlacesTapped{}}};
        if (session_.printer != Printer::absent) buttons.push_back(print_button(session_));
        return buttons;
    }

    void add_verdict(ui::Column& column, Room room) {
        const auto& card = *session_.card;
        const VerdictWords words = verdict_words();
        const auto tone = ui::widgets::look_of(words.tone);
        const bool ample = room == Room::ample;
        const ui::TextLook title{.size = ample ? ui::TextSize::title : ui::TextSize::large,
                                 .weight = ui::Weight::bold,
                                 .ink = tone.ink,
                                 .role = ui::Role::status,
                                 .value = boost::describe::enum_to_string(card.verdict, "")};
        const ui::TextLook detail{.ink = tone.ink};
        const bool by_centre = card.source == Source::id_card && card.verdict == Verdict::valid;
        const std::string_view told =
            by_centre ? tr("So the centre's record says today.") : words.detail;
        const float icon = frame_.measure("Ag献", 0, title).h;
        const float width = column.width() - 2 * padding_mm - icon - gap_mm;
        const float title_mm = frame_.measure(words.title, width, title).h;
        const float detail_mm = ample ? frame_.measure(told, width, detail).h : 0;
        column.add(title_mm + detail_mm + 2 * padding_mm, [=, this](const ui::Rect& at) {
            frame_.panel(at, {.ground = tone.ground, .border = false});
            frame_.icon({at.x + padding_mm, at.y + padding_mm, icon, icon}, words.icon, tone.ink);
            const float x = at.x + padding_mm + icon + gap_mm;
            frame_.text({x, at.y + padding_mm, width, title_mm + 0.5F}, words.title, title);
            if (!ample) return;
            frame_.text({x, at.y + padding_mm + title_mm, width, detail_mm + 0.5F}, told, detail);
        });
        for (const auto doubt : card.doubts) {
            if (doubt == flow::volunteer::Doubt::unknown_at_centre) continue; // the verdict itself
            add_banner(frame_, column, {.tone = Tone::attention, .words = words_of(doubt)});
        }
        if (session_.sheet == Sheet::failed) {
            const ui::widgets::Banner failed{
                .tone = Tone::attention,
                .words = tr("Nothing was printed: look at the printer"),
                .icon = "printer"};
            column.add_optional(
                ui::widgets::banner_height(frame_, column.width(), failed),
                [this, failed](const ui::Rect& at) { ui::widgets::banner(frame_, at, failed); });
        }
    }

    void add_holder(ui::Column& column, Room room) {
        const auto& holder = *session_.card->holder;
        if (says_number_alone()) {
            return add_banner(frame_, column,
                              {.tone = Tone::attention,
                               .words = tr("Whose it is, and what it gives, only the centre knows"),
                               .icon = "network_off"});
        }
        add_text(frame_, column, holder.name.str(),
                 {.size = room == Room::ample ? ui::TextSize::large : ui::TextSize::body,
                  .weight = ui::Weight::bold});
        std::string held;
        const auto add = [&](const std::string& words) {
            held += (held.empty() ? "" : " · ") + words;
        };
        for (const std::string& id : flow::volunteer::held_by(session_)) {
            const auto* title =
                session_.honours == nullptr ? nullptr : session_.honours->title_of(id);
            if (title != nullptr) add(in_shown_language(*title));
        }
        if (holder.expires && session_.card->verdict != Verdict::revoked)
            add(say(tr("good until {}"), full_date(*holder.expires)));
        if (held.empty()) return;
        add_good_to_know(column, held, {.ink = ui::Ink::secondary});
    }

    void add_kinds(ui::Column& column, Room room) {
        const std::string& place = flow::volunteer::place_shown(session_);
        const std::string as_of = as_of_words(session_, place);
        const std::string title = say(tr("Benefits in {}"), place_name(session_, place));
        const ui::TextLook look{.weight = ui::Weight::bold, .role = ui::Role::heading};
        if (room == Room::ample) {
            add_text(frame_, column, title, look);
        } else {
            add_good_to_know(column, title, look);
        }
        // How old the list is stands there wherever it can: it may have changed since.
        const std::string told = as_of.empty() ? as_of : say(tr("as of {}"), as_of);
        if (!told.empty() && room == Room::least) {
            add_good_to_know(column, told, {.ink = ui::Ink::secondary});
        } else if (!told.empty()) {
            add_text(frame_, column, told, {.ink = ui::Ink::secondary});
        }
        const float row = frame_.metrics().target_mm;
        if (room == Room::ample && !kinds_.empty()) {
            std::vector<std::string_view> labels;
            for (const auto kind : kinds_)
                labels.push_back(kind_words(kind));
            const Grid grid = grid_that_fits(frame_, labels, {.icon = "bus"}, column.width());
            column.add(grid.height(row), [this, grid, row](const ui::Rect& at) {
                for (size_t i = 0; i < kinds_.size(); ++i)
                    draw_kind(kinds_[i], grid.cell(at, row, i));
            });
            return;
        }
        const float more = kinds_.size() > 1 ? row + gap_mm : 0; // the button that turns the page
        column.add_growing(row + more, 1000, [this, row](const ui::Rect& at) {
            ui::widgets::list(frame_, "kinds", at,
                              {.count = static_cast<int>(kinds_.size()),
                               .row_mm = row,
                               .empty = tr("Nothing on record for this place"),
                               .row = [&](int index, const ui::Rect& where) {
                                   draw_kind(kinds_[static_cast<size_t>(index)], where);
                               }});
        });
    }

    void draw_kind(honour::BenefitKind kind, const ui::Rect& where) {
        const std::string id = "kind_" + std::to_string(static_cast<int>(kind));
        const std::string_view label = kind_words(kind);
        ui::ButtonLook look{.icon = icon_of(kind), .align = ui::Align::left};
        fit_label(frame_, label, where.w, look);
        if (frame_.button(id, where, label, look)) {
            view_.emit(flow::volunteer::KindTapped{.kind = kind});
        }
    }

    ui::Frame& frame_;
    const View& view_;
    const Session& session_;
    std::vector<honour::BenefitKind> kinds_;
};

} // namespace

void card(ui::Frame& frame, const View& view) {
    CardScreen(frame, view).draw();
}

} // namespace rexue::screens::volunteer
