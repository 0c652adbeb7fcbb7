#include "kiosk/app/board_surface.h"

#include <utility>

#include "kiosk/app/day_watch.h"
#include "kiosk/app/flow_runner.h"
#include "kiosk/flow/board/session.h"
#include "kiosk/screens/board/board_screen.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::app {

namespace {

namespace board = flow::board;

class BoardSurface final : public Surface {
  public:
    BoardSurface(Terminal& terminal, std::unique_ptr<Narrator> narrator, std::function<void()> wake)
        : terminal_(terminal),
          narrator_(std::move(narrator)),
          runner_(board::transition, {}, std::move(wake),
                  [this](const board::Effect& effect, const flow::Now&) {
                      announce(std::get<board::AnnounceCall>(effect).call);
                  }) {
        terminal_.start(
            {.house =
                 [this](const flow::House& house) {
                     runner_.post(board::HouseChanged{.house = house});
                 },
             .queue =
                 [this](const queue::QueueState& queue) {
                     runner_.post(board::QueueMoved{.queue = queue});
                 },
             .link = [this](flow::Link link) { runner_.post(board::LinkChanged{.link = link}); }});
    }

    bool pump(const flow::Now& now) override {
        if (day_.changed(now, runner_.session().house.utc_offset)) {
            terminal_.tell_queue();
        }
        const auto deadline = next_deadline();
        if (deadline && now.steady >= *deadline) runner_.post(board::Ticked{});
        return runner_.pump(now);
    }

    void draw(ui::Frame& frame, const flow::Now& now) override {
        screens::board::draw(frame, {.session = runner_.session(), .now = now});
    }

    void touched() override {}

    std::optional<std::chrono::milliseconds> next_deadline() const override {
        return board::next_deadline(runner_.session());
    }

  private:
    // Calls never overlap: the speaker has a line of its own.
    void announce(const queue::StandingCall& call) {
        const auto* const point = flow::find_point(session().house, call.service_point);
        if (point == nullptr) return;
        narrator_->announce_call(call.ticket, screens::point_name(*point), ui::current_language());
    }

    const board::Session& session() const { return runner_.session(); }

    Terminal& terminal_;
    std::unique_ptr<Narrator> narrator_;
    FlowRunner<board::Session, board::Event, board::Effect> runner_;
    DayWatch day_;
};

} // namespace

base::Result<std::unique_ptr<Surface>> make_board_surface(Terminal& terminal,
                                                          NarratorOptions narrator,
                                                          std::function<void()> wake) {
    auto speaks = Narrator::create(std::move(narrator));
    if (!speaks) return base::fail(speaks);
    return std::make_unique<BoardSurface>(terminal, std::move(*speaks), std::move(wake));
}

} // namespace rexue::app
