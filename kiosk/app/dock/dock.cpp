#include "kiosk/app/dock.h"

#include <condition_variable>
#include <mutex>
#include <span>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "kiosk/app/dock/device_files.h"
#include "kiosk/app/dock/drawer.h"
#include "kiosk/app/dock/offers.h"
#include "kiosk/app/dock/offset_clock.h"
#include "kiosk/ui/strings.h"
#include "platform/image/picture.h"
#include "platform/storage/file.h"

namespace rexue::app {

namespace {

using namespace std::chrono_literals;
namespace donor = flow::donor;

// packaging/cmake/holds_no_dock.cmake looks for it in what donors touch: kept whole in the program,
// whatever the optimiser makes of it.
[[gnu::used]] constexpr char title[] = "Rexue development dock (F12)";
constexpr ui::Colour mark{0xD0, 0x00, 0xC8};

constexpr auto between_looks = 200ms;

class DevelopmentDock final : public Dock {
  public:
    DevelopmentDock(const DockOptions& options, const time::Clock& machine)
        : kind_(options.kind),
          files_(options.folder, options.samples),
          cards_(files_.cards()),
          clock_(machine) {
        look();
        thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

    const time::Clock& clock() const override { return clock_; }
    client::LineSwitch& line() override { return line_; }

    void attach(Surface& surface, ui::Canvas canvas, std::function<void()> wake) override {
        surface_ = &surface;
        px_per_mm_ = canvas.px_per_mm();
        const std::lock_guard lock(mutex_);
        wake_ = std::move(wake);
    }

    void detach() override {
        surface_ = nullptr;
        const std::lock_guard lock(mutex_);
        wake_ = {};
    }

    bool take(const window::Input& input) override;
    bool wants_frame() const override;
    void draw(ui::Frame& frame) override;
    void after_frame(ui::Ui& ui, window::Window& window) override;

  private:
    void run(const std::stop_token& stop);
    void look();
    void redraw();
    void do_later(std::function<base::Status()> task);
    void use_language(const std::string& language);
    void save(const image::Picture& picture, const std::string& screen, const std::string& tree);

    DockHands hands();

    const DockKind kind_;
    const DeviceFiles files_;
    const std::vector<std::string> cards_;
    OffsetClock clock_;
    client::LineSwitch line_;
    const DockHands hands_ = hands();

    // Window thread.
    Surface* surface_ = nullptr;
    float px_per_mm_ = 1;
    Drawer drawer_;
    bool is_open_ = false;
    bool picture_wanted_ = false;

    mutable std::mutex mutex_; // guards what follows
    std::condition_variable_any changed_;
    std::function<void()> wake_;
    std::vector<std::function<base::Status()>> tasks_;
    DeviceState state_;
    std::string note_;
    bool redraw_ = true;

    std::jthread thread_; // last: it ends before what it uses
};

// ---- its thread: files ----

void DevelopmentDock::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        std::vector<std::function<base::Status()>> tasks;
        {
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, stop, between_looks, [this] { return !tasks_.empty(); });
            tasks.swap(tasks_);
        }
        for (const auto& task : tasks) {
            const base::Status done = task();
            if (done) continue;
            const std::lock_guard lock(mutex_);
            note_ = done.error().detail;
            redraw_ = true;
        }
        look();
    }
}

// A text editor may have written them as well.
void DevelopmentDock::look() {
    DeviceState seen = files_.state();
    clock_.set_offset(seen.clock_offset);
    line_.set(seen.line);
    const std::lock_guard lock(mutex_);
    redraw_ = redraw_ || !(seen == state_);
    state_ = std::move(seen);
    if (redraw_ && wake_) wake_();
}

void DevelopmentDock::do_later(std::function<base::Status()> task) {
    {
        const std::lock_guard lock(mutex_);
        note_.clear();
        tasks_.push_back(std::move(task));
    }
    changed_.notify_one();
}

void DevelopmentDock::save(const image::Picture& picture, const std::string& screen,
                           const std::string& tree) {
    do_later([this, picture, screen, tree]() -> base::Status {
        const auto name = files_.next_picture(screen);
        if (!name) return base::fail(name);
        if (auto written = image::write_png(name->string() + ".png", picture); !written) {
            return written;
        }
        if (auto written = storage::write_file_atomically(name->string() + ".txt",
                                                          std::as_bytes(std::span(tree)), 0600);
            !written) {
            return written;
        }
        const std::lock_guard lock(mutex_);
        note_ = "saved " + name->string() + ".png, .txt";
        redraw_ = true;
        return {};
    });
}

// ---- window thread ----

bool DevelopmentDock::take(const window::Input& input) {
    if (input.key && input.key->key == window::Key::f12) {
        is_open_ = !is_open_;
        if (!is_open_) drawer_.close();
        redraw();
        return true;
    }
    return input.pointer && drawer_.take(*input.pointer, px_per_mm_);
}

void DevelopmentDock::redraw() {
    const std::lock_guard lock(mutex_);
    redraw_ = true;
}

bool DevelopmentDock::wants_frame() const {
    const std::lock_guard lock(mutex_);
    return redraw_;
}

void DevelopmentDock::draw(ui::Frame& frame) {
    DeviceState state;
    std::string note;
    {
        const std::lock_guard lock(mutex_);
        redraw_ = false;
        state = state_;
        note = note_;
    }
    if (picture_wanted_) return; // as donors see it
    if (is_open_) {
        drawer_.draw(frame, title,
                     offers({.kind = kind_,
                             .cards = cards_,
                             .devices = state,
                             .language = std::string(ui::current_language()),
                             .note = note},
                            hands_));
    }
    const ui::Rect area = frame.area();
    const float side = std::min(area.w, area.h) / 40;
    frame.fill({area.right() - side, 0, side, side}, mark);
}

void DevelopmentDock::after_frame(ui::Ui& ui, window::Window& window) {
    if (!std::exchange(picture_wanted_, false)) return;
    std::string screen = "screen";
    for (const ui::Node& node : ui.tree().nodes()) {
        if (node.role == ui::Role::screen) screen = node.label;
    }
    if (const auto picture = window.read_pixels()) save(*picture, screen, ui.tree().as_text());
    const std::lock_guard lock(mutex_);
    redraw_ = true; // with the drawer again
    if (wake_) wake_();
}

DockHands DevelopmentDock::hands() {
    return {.change =
                [this](DockHands::Change change) {
                    do_later([this, change = std::move(change)] { return change(files_); });
                },
            .tap =
                [this](const donor::Event& event) {
                    if (surface_ != nullptr) surface_->take_tap(event);
                    redraw();
                },
            .use_language = [this](const std::string& language) { use_language(language); },
            .save_picture =
                [this] {
                    picture_wanted_ = true;
                    redraw();
                }};
}

void DevelopmentDock::use_language(const std::string& language) {
    if (kind_ == DockKind::donor) return hands_.tap(donor::LanguageTapped{.language = language});
    // The others are drawn in the window's language whatever it is.
    [[maybe_unused]] const base::Status set = ui::set_language(language);
    redraw();
}

} // namespace

std::unique_ptr<Dock> make_dock(const DockOptions& options, const time::Clock& machine) {
    return std::make_unique<DevelopmentDock>(options, machine);
}

} // namespace rexue::app
