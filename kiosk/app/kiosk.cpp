#include "kiosk/app/kiosk.h"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "kiosk/app/board_surface.h"
#include "kiosk/app/city_theme.h"
#include "kiosk/app/control.h"
#include "kiosk/app/dock.h"
#include "kiosk/app/donor_surface.h"
#include "kiosk/app/ending.h"
#include "kiosk/app/forms_files.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/staff_surface.h"
#include "kiosk/app/terminal.h"
#include "kiosk/app/volunteer_surface.h"
#include "kiosk/rule_files/honours_files.h"
#include "kiosk/ui/strings.h"
#include "net/client/profile.h"
#include "net/client/server_date.h"
#include "platform/log/catalogue.h"
#include "platform/window/window.h"

namespace rexue::app {

namespace {

int give_up(const char* what, const base::Error& error) {
    std::fprintf(stderr, "rexue-kiosk: %s: %s\n", what, error.detail.c_str());
    return 1;
}

// Null, and said, when they cannot be used: then staff talk with every donor.
DonorForms forms_of(const Options& options) {
    auto forms = load_forms(options.assets);
    if (forms) return std::move(*forms);
    log::write(log::forms_not_read, forms.error());
    return nullptr;
}

// Null, and said, when they cannot be used: then no honours are offered.
DonorHonours honours_of(const Options& options) {
    auto honours = rule_files::read_honours(options.assets);
    if (honours) return std::make_shared<const honour::Honours>(std::move(*honours));
    log::write(log::honours_not_read, honours.error());
    return nullptr;
}

base::Result<std::unique_ptr<Surface>> make_surface(const Options& options, Terminal& terminal,
                                                    const time::Clock& clock,
                                                    std::function<void()> wake) {
    switch (options.surface) {
        case wire::SurfaceKind::donor:
            return make_donor_surface(terminal, options.devices, options.narrator, wake,
                                      options.input / "han.tsv",
                                      {.forms = forms_of(options), .honours = honours_of(options)});
        case wire::SurfaceKind::staff:
            return make_staff_surface(terminal, clock, std::move(wake));
        case wire::SurfaceKind::board:
            return make_board_surface(terminal, options.narrator, std::move(wake));
        case wire::SurfaceKind::volunteer:
            return make_volunteer_surface(
                terminal, {.devices = options.devices, .honours = honours_of(options)},
                std::move(wake));
    }
    return base::fail(base::ErrorCode::unsupported, "there is no such surface");
}

base::Result<std::unique_ptr<Terminal>> open_terminal(const Options& options,
                                                      time::SystemClock& machine,
                                                      const time::Clock& clock,
                                                      client::LineSwitch* line) {
    auto terminal = Terminal::create(
        {.profile = options.profile,
         .on_server_date = [&machine](base::Instant date) { machine.raise_floor(date); },
         .clock_is_behind = [&machine] { return machine.below_floor(); },
         .line = line},
        clock);
    if (terminal && (*terminal)->profile().surface != options.surface) {
        return base::fail(base::ErrorCode::invalid_argument,
                          options.profile.string() + " was enrolled for another surface");
    }
    return terminal;
}

base::Status choose_words(const Options& options) {
    if (auto loaded = ui::load_strings(options.strings); !loaded) return loaded;
    return ui::set_language(options.language);
}

base::Result<ui::Theme> theme_of(const Options& options) {
    const ui::Look look{.contrast = options.contrast};
    if (options.theme.empty()) return ui::theme_of(look);
    const auto city = read_city_theme(options.theme);
    if (!city) return base::fail(city);
    return ui::theme_of(look, *city);
}

// Of a house's screens that one person looks after from afar, each has its name.
std::string title_of(wire::SurfaceKind surface) {
    switch (surface) {
        case wire::SurfaceKind::donor:
            return ui::say("Rexue · {}", ui::tr("Donors"));
        case wire::SurfaceKind::staff:
            return ui::say("Rexue · {}", ui::tr("Staff screen"));
        case wire::SurfaceKind::board:
            return ui::say("Rexue · {}", ui::tr("Board"));
        case wire::SurfaceKind::volunteer:
            return ui::say("Rexue · {}", ui::tr("Volunteers"));
    }
    return "Rexue";
}

base::Result<std::unique_ptr<window::Window>> open_window(const Options& options) {
    return window::make_window({.title = title_of(options.surface),
                                .width_px = options.canvas.width_px,
                                .height_px = options.canvas.height_px,
                                .fullscreen = options.fullscreen,
                                .show_cursor = options.show_cursor});
}

// Null when nobody asked for one.
base::Result<std::unique_ptr<Control>> open_control(const Options& options,
                                                    const ui::Canvas& canvas,
                                                    const std::function<void()>& wake) {
    if (options.control.empty()) return nullptr;
    return Control::create(options.control, canvas, wake);
}

DockKind dock_kind_of(wire::SurfaceKind surface) {
    if (surface == wire::SurfaceKind::donor) return DockKind::donor;
    return surface == wire::SurfaceKind::volunteer ? DockKind::volunteer : DockKind::other;
}

// A development build's drawer; null in the others.
std::unique_ptr<Dock> dock_of(const Options& options, const time::Clock& machine) {
    return make_dock(
        {.kind = dock_kind_of(options.surface),
         .folder = options.simulated.empty() ? options.profile / "dock" : options.simulated,
         .samples = options.assets / "sample"},
        machine);
}

} // namespace

int run_kiosk(const Options& options) {
    // Found out before anything is opened, locked or asked for.
    const char* display = std::getenv("DISPLAY");
    if (display == nullptr || *display == '\0') {
        return give_up("no display",
                       {.code = base::ErrorCode::unavailable,
                        .detail = "start it in an X session, or name one in DISPLAY"});
    }
    EndingSignals ending;
    time::SystemClock machine;
    const client::Profile profile{.folder = options.profile};
    if (const auto date = client::kept_server_date(profile.server_date_path())) {
        machine.raise_floor(*date);
    }
    if (machine.below_floor()) log::write(log::clock_wrong);
    const auto dock = dock_of(options, machine);
    const time::Clock& clock = dock ? dock->clock() : machine;
    auto terminal = open_terminal(options, machine, clock, dock ? &dock->line() : nullptr);
    if (!terminal) return give_up("the terminal cannot start", terminal.error());
    if (auto chosen = choose_words(options); !chosen) {
        return give_up("the words cannot be used", chosen.error());
    }
    const auto theme = theme_of(options);
    if (!theme) return give_up("the city's theme cannot be used", theme.error());
    auto window = open_window(options);
    if (!window) return give_up("no window", window.error());
    const auto wake = [raw = window->get()] { raw->wake(); };
    ui::Canvas canvas = options.canvas;
    canvas.width_px = (*window)->width_px();
    canvas.height_px = (*window)->height_px();
    auto ui = ui::Ui::create({.canvas = canvas,
                              .theme = *theme,
                              .metrics = ui::Metrics::for_terminal(options.viewing_distance_mm),
                              .assets = options.assets,
                              .motion = options.motion,
                              .wander_px = ui::terminal_wander_px});
    if (!ui) return give_up("nothing can be drawn", ui.error());

    const auto control = open_control(options, canvas, wake);
    if (!control) return give_up("no control socket", control.error());
    auto surface = make_surface(options, **terminal, clock, wake);
    if (!surface) return give_up("the surface cannot start", surface.error());
    if (dock) dock->attach(**surface, canvas, wake);
    run_loop({.window = **window,
              .ui = **ui,
              .surface = **surface,
              .clock = clock,
              .house_theme = *theme,
              .viewing_distance_mm = options.viewing_distance_mm,
              .control = control->get(),
              .dock = dock.get()},
             ending);
    if (dock) dock->detach();
    (*terminal)->stop();
    return 0;
}

} // namespace rexue::app
