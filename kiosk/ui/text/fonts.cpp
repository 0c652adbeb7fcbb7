#include "kiosk/ui/text/fonts.h"

#include <memory>

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>

#include "platform/base/error.h"

namespace rexue::ui::text {

namespace {

// Noto has the common characters in the forms of the mainland; BabelStone Han the extensions of
// the higher planes in the same forms, Hanazono what is left, in Japanese ones.
constexpr const char* families =
    "Noto Sans CJK SC,Noto Sans,BabelStone Han,HanaMinA,HanaMinB,DejaVu Sans";

// Noto Sans CJK's, for a machine whose font does not say.
constexpr float usual_capital_em = 0.733F;

// The machine's own configuration would bring its antialiasing, hinting and family preferences.
// Faces that never fit beside Noto Sans are left out, so that fallback cannot choose them.
constexpr const char* configuration = R"(<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <selectfont><rejectfont>
    <glob>*.woff</glob>
    <glob>*.woff2</glob>
    <glob>*/material-design-icons-iconfont/*</glob>
    <glob>*SerifCJK*</glob>
    <glob>*Mono*</glob>
    <glob>*Condensed*</glob>
    <glob>*Oblique*</glob>
    <glob>*Italic*</glob>
  </rejectfont></selectfont>
  <match target="font">
    <test name="weight" compare="less_eq"><const>medium</const></test>
    <test target="pattern" name="weight" compare="more_eq"><const>bold</const></test>
    <edit name="embolden" mode="assign"><bool>true</bool></edit>
  </match>
</fontconfig>)";

// Set before Pango starts: its thread then finds a configuration and does not read the machine's.
void set_configuration() {
    FcConfig* const config = FcConfigCreate();
    REXUE_ASSERT(config != nullptr);
    const auto* const text = reinterpret_cast<const FcChar8*>(configuration);
    REXUE_ASSERT(FcConfigParseAndLoadFromMemory(config, text, FcTrue) == FcTrue);
    REXUE_ASSERT(FcConfigSetCurrent(config) == FcTrue); // looks for the fonts, too
    FcConfigDestroy(config);
}

} // namespace

Fonts& Fonts::shared() {
    static Fonts fonts;
    return fonts;
}

Fonts::Fonts() {
    set_configuration();
    map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    REXUE_ASSERT(map_ != nullptr);

    context_.reset(pango_font_map_create_context(map_.get()));
    pango_context_set_language(context_.get(), pango_language_from_string("zh-cn"));
    pango_context_set_base_dir(context_.get(), PANGO_DIRECTION_LTR);
    // Cairo 1.16 puts glyphs on whole pixels anyway: rounded advances keep their distances even.
    pango_context_set_round_glyph_positions(context_.get(), TRUE);

    const std::unique_ptr<cairo_font_options_t, CairoRelease> options(cairo_font_options_create());
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context_.get(), options.get());

    capital_em_ = measured_capital_em();
}

ObjectPointer<PangoLayout> Fonts::new_layout(float em_px, Weight weight) const {
    const std::unique_ptr<PangoFontDescription, CairoRelease> description(
        pango_font_description_new());
    pango_font_description_set_family_static(description.get(), families);
    pango_font_description_set_weight(
        description.get(), weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(description.get(),
                                             static_cast<double>(em_px) * PANGO_SCALE);
    ObjectPointer<PangoLayout> layout(pango_layout_new(context_.get()));
    pango_layout_set_font_description(layout.get(), description.get());
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    return layout;
}

float Fonts::measured_capital_em() const {
    const std::unique_ptr<PangoFontDescription, CairoRelease> description(
        pango_font_description_new());
    pango_font_description_set_family_static(description.get(), families);
    pango_font_description_set_absolute_size(description.get(), 100.0 * PANGO_SCALE);
    const ObjectPointer<PangoFont> font(
        pango_font_map_load_font(map_.get(), context_.get(), description.get()));
    if (font == nullptr) return usual_capital_em;
    hb_font_t* const shaped = pango_font_get_hb_font(font.get());
    int scale_x = 0;
    int scale_y = 0;
    hb_font_get_scale(shaped, &scale_x, &scale_y);
    hb_position_t capital = 0;
    if (scale_y == 0 ||
        hb_ot_metrics_get_position(shaped, HB_OT_METRICS_TAG_CAP_HEIGHT, &capital) == 0 ||
        capital <= 0) {
        return usual_capital_em;
    }
    return static_cast<float>(capital) / static_cast<float>(scale_y);
}

} // namespace rexue::ui::text
