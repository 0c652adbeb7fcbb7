// What stands around the content of a donor screen.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/ui/widgets/banner.h"

namespace rexue::screens::donor {

// House, city, date, time; nothing to press. Returns its height, which does not depend on `y`.
float brand_height(ui::Frame& frame);
void draw_brand(ui::Frame& frame, const View& view);

// Language, care mode, text and sound: one row.
float tools_height(const ui::Frame& frame);
void draw_tools(ui::Frame& frame, const View& view, const ui::Rect& place);

// Back, call staff, lower half, leave: one row, or two where words are large.
enum class FootButtons { help_only, leave, back_and_leave };
float foot_height(ui::Frame& frame, const View& view, FootButtons wanted, float width_mm);
void draw_foot(ui::Frame& frame, const View& view, FootButtons wanted, const ui::Rect& place);

// What the donor should know right now: a notice, the reader's condition, the line being down; and
// what staff should, where no donor is.
using Remark = ui::widgets::Banner;
std::vector<Remark> remarks_of(const Session& session);

// No card can be read, and laying it down anew will not help.
bool reader_is_down(const Session& session);

} // namespace rexue::screens::donor
