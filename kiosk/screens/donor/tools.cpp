#include <algorithm>
#include <array>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using flow::donor::Mode;
using ui::tr;

float tools_height(const ui::Frame& frame) {
    return std::max(17.0F, frame.metrics().target_mm);
}

void draw_tools(ui::Frame& frame, const View& view, const ui::Rect& place) {
    struct Tool {
        std::string_view id;
        std::string_view label;
        std::string_view icon;
        flow::donor::Event event;
        bool selected = false; // a switch that is on
    };
    const auto& preferences = view.session.preferences;
    const bool is_chinese = preferences.language == "zh_CN";
    const bool in_care = preferences.mode == Mode::care;
    const std::array tools{
        // Each language in its own words: who needs the button can read it.
        Tool{"language", is_chinese ? "English" : "中文", "language",
             flow::donor::LanguageTapped{.language = is_chinese ? "en" : "zh_CN"}},
        Tool{"care", tr("Care mode"), in_care ? "" : "care", flow::donor::CareTapped{}, in_care},
        Tool{"adjust", tr("Display"), "accessibility", flow::donor::AdjustTapped{}},
    };
    // What the words do not need is shared evenly; where they need more, icons make room.
    const float gap = frame.metrics().gap_mm;
    const auto count = static_cast<float>(tools.size());
    bool has_icons = true;
    const auto look_of = [&](const Tool& tool) {
        return ui::ButtonLook{.kind = ui::ButtonKind::quiet,
                              .icon = has_icons ? tool.icon : "",
                              .selected = tool.selected};
    };
    const auto share_of_rest = [&] {
        float rest = place.w - (count - 1) * gap;
        for (const Tool& tool : tools)
            rest -= frame.measure_button(tool.label, look_of(tool)).w;
        return rest / count;
    };
    has_icons = share_of_rest() >= 0;
    const float share = share_of_rest();
    float x = place.x;
    for (const Tool& tool : tools) {
        const ui::ButtonLook look = look_of(tool);
        const float width = frame.measure_button(tool.label, look).w + share;
        if (frame.button(tool.id, {x, place.y, width, place.h}, tool.label, look)) {
            view.emit(tool.event);
        }
        x += width + gap;
    }
}

} // namespace rexue::screens::donor
