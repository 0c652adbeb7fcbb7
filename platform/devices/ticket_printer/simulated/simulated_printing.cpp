#include "platform/devices/ticket_printer/simulated/simulated_printing.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

#include "platform/base/utf8.h"
#include "platform/image/picture.h"

namespace rexue::devices {

namespace {

using Condition = TicketPrinterCondition;
using std::chrono::milliseconds;

// At the state file; a slip that is to be printed is told of at once.
constexpr milliseconds between_looks{50};
constexpr milliseconds between_idle_looks{250};

bool can_print(Condition state) {
    return state == Condition::ready || state == Condition::paper_low;
}

} // namespace

SimulatedPrinting::SimulatedPrinting(std::filesystem::path folder, const time::Clock& clock,
                                     SlipQueue& queue, ConditionCell<Condition>& condition)
    : folder_(std::move(folder)), clock_(clock), queue_(queue), condition_(condition) {}

Condition SimulatedPrinting::state() const {
    std::error_code error;
    if (!std::filesystem::is_directory(folder_, error)) return Condition::unplugged;
    std::string line;
    std::getline(std::ifstream(folder_ / "state"), line);
    const auto word = base::trimmed(line);
    constexpr std::array conditions{Condition::absent,       Condition::paper_low,
                                    Condition::out_of_paper, Condition::cover_open,
                                    Condition::jammed,       Condition::unplugged};
    const auto* const found =
        std::ranges::find(conditions, word, [](Condition c) { return to_string(c); });
    return found == conditions.end() ? Condition::ready : *found;
}

milliseconds SimulatedPrinting::step() {
    const Condition now = state();
    if (!can_print(now)) {
        slip_.reset();
        queue_.next(clock_.steady()); // what waits too long expires
        condition_.set(now);
        return between_looks;
    }
    if (!slip_) {
        slip_ = queue_.next(clock_.steady());
        if (!slip_) {
            condition_.set(now);
            return between_idle_looks;
        }
        const int length_mm = slip_->image.height_px / slip_px_per_mm;
        printed_at_ = clock_.steady() + milliseconds(1000 * length_mm / speed_mm_per_s);
        condition_.set(Condition::printing);
    }
    const milliseconds rest = printed_at_ - clock_.steady();
    if (rest > milliseconds(0)) return std::min(rest, between_looks);
    return finish();
}

milliseconds SimulatedPrinting::finish() {
    const auto slip = std::exchange(slip_, nullptr);
    const auto file = folder_ / (slip->job + ".png");
    std::error_code error;
    // Printed by an earlier run of the program: the same name is the same slip.
    if (!std::filesystem::exists(file, error) && !image::write_png(file, slip->image)) {
        condition_.set(Condition::jammed); // a full disk; tried again until the slip expires
        return between_looks;
    }
    queue_.printed(slip->job);
    return milliseconds(0);
}

} // namespace rexue::devices
