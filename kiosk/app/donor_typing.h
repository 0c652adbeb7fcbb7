// What the donor in front of the terminal is typing: a field that follows the flow's state, the
// engines that help, and the events that come of it.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "kiosk/app/input_worker.h"
#include "kiosk/flow/donor/event.h"
#include "kiosk/flow/donor/session.h"
#include "kiosk/ui/keyboard/keyboard.h"
#include "platform/base/date_text.h"

namespace rexue::app {

// Window thread.
class DonorTyping {
  public:
    DonorTyping(input_method::Files files, std::function<void()> wake)
        : engines_(std::move(files), std::move(wake)) {}
    ~DonorTyping() { wipe(); }
    DonorTyping(const DonorTyping&) = delete;
    DonorTyping& operator=(const DonorTyping&) = delete;

    // Begins, keeps or wipes the field as the session's state wants it.
    void follow(const flow::donor::Session& session);

    const ui::keyboard::Typing& typing() const { return typing_; }
    // Of a whole number: whether it can be one, on this day.
    ui::keyboard::Verdict verdict(base::Date today) const;

    // Kept until the frame that is being drawn is done.
    void strike(ui::keyboard::Keystroke keystroke) { struck_.push_back(std::move(keystroke)); }

    struct Pumped {
        bool changed = false;
        std::optional<flow::donor::Event> event; // the field is done with
    };
    // Applies what was struck, takes what was found, asks what is to be asked.
    Pumped pump(base::Date today);

    // Nothing that was typed, drawn, asked or answered remains.
    void wipe();

  private:
    std::optional<flow::donor::Event> finished(const ui::keyboard::Keystroke& keystroke,
                                               base::Date today) const;

    ui::keyboard::Typing typing_;
    std::optional<ui::keyboard::Field> field_; // none: nothing is being typed
    std::vector<ui::keyboard::Keystroke> struck_;
    InputWorker engines_;
};

} // namespace rexue::app
