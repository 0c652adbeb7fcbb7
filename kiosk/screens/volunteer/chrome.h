// What frames every screen of the tablet: the house and the line above, buttons below.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/volunteer/volunteer_screens.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/widgets/banner.h"

namespace rexue::screens::volunteer {

inline constexpr float edge_mm = 7;
inline constexpr float gap_mm = 4;

struct FootButton {
    std::string_view id;
    std::string_view label;
    std::string_view icon;
    flow::volunteer::Event event;
    bool enabled = true;
};

// Head and foot; what is pressed most stands above the others, language and text size come last.
// Returns what is left between them.
ui::Rect draw_frame(ui::Frame& frame, const View& view, const std::optional<FootButton>& main,
                    std::vector<FootButton> buttons);

// Blocks that must be seen. The words live until the column is drawn.
void add_text(ui::Frame& frame, ui::Column& column, const std::string& words,
              const ui::TextLook& look);
void add_banner(ui::Frame& frame, ui::Column& column, const ui::widgets::Banner& banner);

// The sheet is being printed, or the printer will not.
FootButton print_button(const Session& session);

} // namespace rexue::screens::volunteer
