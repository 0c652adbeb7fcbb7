#include <algorithm>
#include <array>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/fit.h"
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
    };
    const auto& preferences = view.session.preferences;
    const bool is_chinese = preferences.language == "zh_CN";
    const bool in_care = preferences.mode == Mode::care;
    const std::array tools{
        // Each language in its own words: who needs the button can read it.
        Tool{"language", is_chinese ? "English" : "中文", "language",
             flow::donor::LanguageTapped{.language = is_chinese ? "en" : "zh_CN"}},
        Tool{"care", in_care ? tr("Standard mode") : tr("Care mode"), "care",
             flow::donor::CareTapped{}},
        Tool{"adjust", tr("Display"), "accessibility", flow::donor::AdjustTapped{}},
    };
    const Grid grid{
        .count = tools.size(), .columns = tools.size(), .gap_mm = frame.metrics().gap_mm};
    for (size_t i = 0; i < tools.size(); ++i) {
        const Tool& tool = tools[i];
        const ui::Rect rect = grid.cell(place, place.h, i);
        ui::ButtonLook look{.kind = ui::ButtonKind::quiet, .icon = tool.icon};
        fit_label(frame, tool.label, rect.w, look);
        if (frame.button(tool.id, rect, tool.label, look)) view.emit(tool.event);
    }
}

} // namespace rexue::screens::donor
