// One of the station's questions, and nothing else to decide.
#include <algorithm>
#include <string>

#include "kiosk/flow/donor/talk.h"
#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/widgets/choice_card.h"
#include "kiosk/ui/widgets/date_picker.h"
#include "kiosk/ui/widgets/list.h"
#include "platform/base/error.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

using flow::donor::AnswerTapped;
using questionnaire::Item;
using questionnaire::ItemType;
using questionnaire::Option;
using questionnaire::Value;

std::string_view words_in(const questionnaire::Words& words, std::string_view language) {
    return words.in(language.starts_with("zh") ? "zh" : language);
}

struct Asked {
    const questionnaire::Answers& answers;
    const questionnaire::Place& place;
    const Item& item;
    std::span<const Value> given; // what may be shown of it
};

Asked asked_by(const View& view) {
    const auto& visit = view.session.visit;
    const Item& item = visit.answers->form().item(visit.question->item);
    // What was answered in private is not shown again, not even to who answered.
    const auto given =
        item.is_private ? std::span<const Value>() : visit.answers->values(*visit.question);
    return {.answers = *visit.answers, .place = *visit.question, .item = item, .given = given};
}

void add_progress(Page& page, const Asked& asked) {
    const auto all = flow::donor::asked(asked.answers);
    const auto here = std::ranges::find(all, asked.place);
    const auto number = static_cast<size_t>(here - all.begin()) + 1;
    page.progress(say(tr("Question {0} of {1}"), number, all.size()), number, all.size());
}

bool is_given(const Asked& asked, const Value& value) {
    return std::ranges::any_of(asked.given,
                               [&](const Value& one) { return questionnaire::same(one, value); });
}

void ask_yes_or_no(Page& page, const Asked& asked) {
    page.content().add_space(20);
    page.picture(asked.item.is_private ? "two_talking" : "answer_sheet", 30, 120);
    for (const bool flag : {true, false}) {
        page.answer({.id = flag ? "yes" : "no",
                     .label = flag ? tr("Yes") : tr("No"),
                     .event = AnswerTapped{.question = asked.place, .values = {Value(flag)}},
                     .kind = ui::ButtonKind::secondary,
                     .selected = is_given(asked, Value(flag))});
    }
}

struct Card {
    std::string id;
    std::string label;
    bool selected = false;
    flow::donor::Event event;
};

std::vector<Card> cards_of(const ui::Frame& frame, const Asked& asked) {
    std::vector<Card> cards;
    for (size_t i = 0; i < asked.item.options.size(); ++i) {
        const Option& option = asked.item.options[i];
        const auto* coding = std::get_if<questionnaire::Coding>(&option.value);
        Card card{.id = coding != nullptr ? coding->code : std::to_string(i),
                  .label = std::string(words_in(option.words, frame.language())),
                  .selected = is_given(asked, option.value)};
        if (asked.item.repeats) {
            card.event = flow::donor::OptionTapped{.question = asked.place, .option = i};
        } else {
            card.event = AnswerTapped{.question = asked.place, .values = {option.value}};
        }
        cards.push_back(std::move(card));
    }
    return cards;
}

void ask_which(ui::Frame& frame, const View& view, Page& page, const Asked& asked) {
    namespace widgets = ui::widgets;
    const ui::Metrics& metrics = frame.metrics();
    const widgets::CardLook look{};
    const std::vector<Card> cards = cards_of(frame, asked);
    const auto choice_of = [](const Card& card) {
        return widgets::Choice{.id = card.id, .label = card.label};
    };
    float row = metrics.main_button_mm;
    constexpr float scroll_mark = 12;
    for (const Card& card : cards) {
        row = std::max(row, widgets::choice_card_height(frame, choice_of(card),
                                                        page.width() - scroll_mark, look));
    }
    const float gap = metrics.gap_mm;
    row += gap; // between the cards
    const auto count = static_cast<int>(cards.size());
    const float whole =
        widgets::list_height(frame, std::min(count, static_cast<int>(metrics.most_choices)), row);
    const float least = std::min(whole, row + gap + metrics.target_mm);
    if (asked.item.repeats) {
        const bool chosen = !asked.given.empty();
        page.answer({.id = "continue",
                     .label = chosen ? tr("Continue") : tr("Please choose above"),
                     .event = flow::donor::ContinueTapped{},
                     .enabled = chosen || !asked.item.required});
    }
    page.content().add_growing(least, whole, [=, &frame, &view](const ui::Rect& place) {
        widgets::list(frame, "options", place,
                      {.count = count, .row_mm = row, .row = [&](int index, const ui::Rect& at) {
                           const Card& card = cards[static_cast<size_t>(index)];
                           const ui::Rect rect{at.x, at.y, at.w, at.h - gap};
                           if (widgets::choice_card(frame, card.id, rect, choice_of(card), look,
                                                    card.selected)) {
                               view.emit(card.event);
                           }
                       }});
    });
}

void ask_when(ui::Frame& frame, const View& view, Page& page, const Asked& asked) {
    REXUE_ASSERT(view.drafts != nullptr);
    const auto today = flow::date_in(view.session.house, view.now.wall);
    const auto [first, last] = flow::donor::days_to_answer(view.session.visit, asked.place, today);
    const float least = ui::widgets::date_picker_height(frame);
    const ui::widgets::DateRange range{.first = first, .last = last};
    page.content().add_growing(
        least, least * 1.3F, [=, &frame, &view, question = asked.place](const ui::Rect& place) {
            const auto date =
                ui::widgets::date_picker(frame, "date", place, range, view.drafts->date);
            if (!date) return;
            view.emit(
                AnswerTapped{.question = question, .values = {questionnaire::FhirDate::of(*date)}});
        });
    if (!asked.given.empty()) {
        page.answer(
            {.id = "continue", .label = tr("Continue"), .event = flow::donor::ContinueTapped{}});
    }
    page.answer({.id = "unsure",
                 .label = tr("I cannot say"),
                 .event = AnswerTapped{.question = asked.place, .values = {}},
                 .kind = ui::ButtonKind::secondary});
}

// What "which of these?" is about: the question that was answered with yes.
std::string_view subject_of(const Asked& asked, std::string_view language) {
    if (asked.item.type == ItemType::boolean || !asked.item.parent) return {};
    const Item& parent = asked.answers.form().item(*asked.item.parent);
    return parent.is_question() ? words_in(parent.text, language) : std::string_view();
}

} // namespace

void question(ui::Frame& frame, const View& view) {
    const Asked asked = asked_by(view);
    Page page(frame, view,
              {.name = "question",
               .step = VisitStep::questions,
               .back = BackButton::shown,
               .remarks =
                   asked.item.type == ItemType::boolean ? Presence::required : Presence::optional});
    add_progress(page, asked);
    page.question(words_in(asked.item.text, frame.language()), subject_of(asked, frame.language()));
    if (asked.item.type == ItemType::boolean) {
        ask_yes_or_no(page, asked);
    } else if (asked.item.type == ItemType::date) {
        ask_when(frame, view, page, asked);
    } else {
        ask_which(frame, view, page, asked);
    }
    page.draw();
}

} // namespace rexue::screens::donor
