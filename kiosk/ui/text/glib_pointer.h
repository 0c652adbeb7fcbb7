// Owners for what Pango, Cairo and librsvg hand out.
#pragma once

#include <memory>

#include <cairo.h>
#include <pango/pangocairo.h>

namespace rexue::ui::text {

struct ObjectRelease {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using ObjectPointer = std::unique_ptr<T, ObjectRelease>;

struct CairoRelease {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
    void operator()(PangoFontDescription* description) const {
        pango_font_description_free(description);
    }
    void operator()(PangoLayoutIter* iterator) const { pango_layout_iter_free(iterator); }
};
using CairoPointer = std::unique_ptr<cairo_t, CairoRelease>;
using SurfacePointer = std::unique_ptr<cairo_surface_t, CairoRelease>;

} // namespace rexue::ui::text
