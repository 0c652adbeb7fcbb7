#include "kiosk/app/board_surface.h"

#include <utility>

#include "kiosk/app/day_watch.h"
#include "kiosk/app/flow_runner.h"
#include "kiosk/flow/board/session.h"
#include "kiosk/screens/board/board_screen.h"

namespace rexue::app {

namespace {

namespace board = flow::board;

class BoardSurface final : public Surface {
  public:
    BoardSurface(Terminal& terminal, std::function<void()> wake)
        : terminal_(terminal),
          runner_(board::transition, {}, std::move(wake),
                  // The chime and the voice come with the speaker; the picture needs no effect.
                  [](const board::Effect&, const flow::Now&) {}) {
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
            runner_.post(board::QueueMoved{.queue = terminal_.queue()});
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
    Terminal& terminal_;
    FlowRunner<board::Session, board::Event, board::Effect> runner_;
    DayWatch day_;
};

} // namespace

std::unique_ptr<Surface> make_board_surface(Terminal& terminal, std::function<void()> wake) {
    return std::make_unique<BoardSurface>(terminal, std::move(wake));
}

} // namespace rexue::app
