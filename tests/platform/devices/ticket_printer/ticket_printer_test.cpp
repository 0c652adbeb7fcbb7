// What every ticket printer promises, with its real thread.
#include "platform/devices/ticket_printer/ticket_printer.h"

#include <fstream>
#include <mutex>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/eventually.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using support::eventually;
using testing::ElementsAre;
using testing::Pair;

image::GreyImage slip() {
    return {.width_px = 40, .height_px = 80, .luminance = std::vector<std::uint8_t>(40 * 80, 255)};
}

class Told {
  public:
    TicketPrinter::Sinks sinks() {
        return {.condition = {}, .done = [this](std::string job, PrintOutcome outcome) {
                    const std::lock_guard lock(mutex_);
                    done_.emplace_back(std::move(job), outcome);
                }};
    }
    std::vector<std::pair<std::string, PrintOutcome>> done() const {
        const std::lock_guard lock(mutex_);
        return done_;
    }

  private:
    mutable std::mutex mutex_;
    std::vector<std::pair<std::string, PrintOutcome>> done_;
};

TEST(TicketPrinter, a_terminal_without_one_refuses_and_says_so) {
    Told told;
    const auto printer = make_ticket_printer({}, told.sinks());
    ASSERT_TRUE(printer);
    EXPECT_EQ((*printer)->condition(), TicketPrinterCondition::absent);
    (*printer)->print("A001", slip());
    ASSERT_TRUE(eventually([&] { return !told.done().empty(); }));
    EXPECT_THAT(told.done(), ElementsAre(Pair("A001", PrintOutcome::refused)));
}

TEST(TicketPrinter, a_simulated_one_prints_once_and_tells_its_state) {
    const support::TestFolder folder;
    Told told;
    const auto path = folder.path() / "made" / "by-the-printer";
    const auto printer =
        make_ticket_printer({.kind = TicketPrinterKind::simulated, .path = path}, told.sinks());
    ASSERT_TRUE(printer);
    (*printer)->print("A001", slip());
    ASSERT_TRUE(eventually([&] { return told.done().size() == 1; }));
    EXPECT_TRUE(std::filesystem::exists(path / "A001.png"));
    std::filesystem::remove(path / "A001.png");
    (*printer)->print("A001", slip());
    ASSERT_TRUE(eventually([&] { return told.done().size() == 2; }));
    EXPECT_THAT(told.done(), ElementsAre(Pair("A001", PrintOutcome::printed),
                                         Pair("A001", PrintOutcome::printed)));
    EXPECT_FALSE(std::filesystem::exists(path / "A001.png"));
    std::ofstream(path / "state") << "jammed";
    EXPECT_TRUE(
        eventually([&] { return (*printer)->condition() == TicketPrinterCondition::jammed; }));
}

TEST(TicketPrinter, a_folder_that_cannot_be_made_is_an_error) {
    const auto printer = make_ticket_printer(
        {.kind = TicketPrinterKind::simulated, .path = "/dev/null/printer"}, {});
    ASSERT_FALSE(printer);
    EXPECT_EQ(printer.error().code, base::ErrorCode::io);
}

} // namespace
} // namespace rexue::devices
