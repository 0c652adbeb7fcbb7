// How the terminal looks and speaks: every change is seen, or heard, at once.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using namespace flow::donor;
using ui::tr;

namespace {

std::string_view word_of(TextStep step) {
    switch (step) {
        case TextStep::standard:
            return tr("Standard");
        case TextStep::large:
            return tr("Large");
        case TextStep::larger:
            return tr("Larger");
        case TextStep::largest:
            return tr("Largest");
    }
    return {};
}

std::string_view word_of(Contrast contrast) {
    switch (contrast) {
        case Contrast::normal:
            return tr("Normal");
        case Contrast::white_on_black:
            return tr("Light on dark");
        case Contrast::black_on_white:
            return tr("Dark on light");
    }
    return {};
}

struct Choice {
    std::string id;
    std::string label;
    Event event;
    bool selected = false;
};

// A heading and its choices side by side, the chosen one marked.
void add_row(ui::Frame& frame, const View& view, Page& page, std::string_view title,
             std::vector<Choice> choices) {
    const ui::TextLook look{.weight = ui::Weight::bold, .max_lines = 1, .role = ui::Role::heading};
    const float title_height = is_low(view) ? 0 : frame.measure(title, page.width(), look).h + 2;
    const float button = std::max(17.0F, frame.metrics().target_mm);
    const Grid grid = grid_that_fits(frame, labels_of(choices), {.selected = true}, page.width());
    page.content().add(title_height + grid.height(button), [=, &frame, &view,
                                                            choices = std::move(choices)](
                                                               const ui::Rect& place) {
        if (title_height > 0) frame.text({place.x, place.y, place.w, title_height}, title, look);
        const ui::Rect cells{place.x, place.y + title_height, place.w, place.h - title_height};
        for (size_t i = 0; i < choices.size(); ++i) {
            const Choice& choice = choices[i];
            if (frame.button(
                    choice.id, grid.cell(cells, button, i), choice.label,
                    {.selected = choice.selected, .role = ui::Role::choice, .value = choice.id})) {
                view.emit(choice.event);
            }
        }
    });
}

} // namespace

void adjust(ui::Frame& frame, const View& view) {
    const Preferences& now = view.session.preferences;
    Page page(frame, view, {.name = "adjust", .step = std::nullopt});
    page.question(tr("How should the screen be?"),
                  tr("Everything goes back to normal when you leave."));

    std::vector<Choice> sizes;
    for (const TextStep step :
         {TextStep::standard, TextStep::large, TextStep::larger, TextStep::largest}) {
        sizes.push_back({"text_" + std::to_string(static_cast<int>(step)),
                         std::string(word_of(step)), TextStepTapped{.text = step},
                         now.text == step});
    }
    add_row(frame, view, page, tr("Size of the words"), std::move(sizes));

    std::vector<Choice> contrasts;
    for (const Contrast contrast :
         {Contrast::normal, Contrast::white_on_black, Contrast::black_on_white}) {
        contrasts.push_back({"contrast_" + std::to_string(static_cast<int>(contrast)),
                             std::string(word_of(contrast)), ContrastTapped{.contrast = contrast},
                             now.contrast == contrast});
    }
    add_row(frame, view, page, tr("Colours"), std::move(contrasts));

    const bool reads = now.read_aloud == ReadAloud::on;
    add_row(frame, view, page, tr("Voice"),
            {{"read_aloud", std::string(reads ? tr("Reading aloud") : tr("Read aloud")),
              ReadAloudTapped{}, reads},
             {"quieter", std::string(tr("Quieter")), VolumeTapped{.volume = now.volume - 1}},
             {"louder", std::string(tr("Louder")), VolumeTapped{.volume = now.volume + 1}}});
    page.text(say(tr("Volume {0} of {1}"), now.volume, Preferences::loudest),
              {.ink = ui::Ink::secondary, .role = ui::Role::status}, Presence::optional);

    page.answer({.id = "done", .label = tr("Go on"), .event = AdjustTapped{}});
    page.draw();
}

} // namespace rexue::screens::donor
