// The power goes at every single write in turn; the disk fills up at every single write in turn.
// After each: nothing that was promised is lost, no half check-in stays, no number comes twice.
#include <csignal>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include "net/outbox/outbox.h"
#include "tests/net/outbox/failing_disk.h"
#include "tests/net/outbox/outbox_fixture.h"

namespace rexue::outbox {

namespace {

constexpr int visits = 4;

class CrashTest : public OutboxTest {
  protected:
    std::filesystem::path promises() const { return folder_.path() / "promises"; }

    // What a terminal says on its screen, and the server in its answers: outlives the machine.
    void promise(const std::string& line) const {
        std::ofstream(promises(), std::ios::app) << line << std::endl;
    }

    std::vector<std::string> all_promises() const {
        std::vector<std::string> lines;
        std::ifstream file(promises());
        for (std::string line; std::getline(file, line);)
            lines.push_back(line);
        return lines;
    }

    // Some visits, the older half of them sent. The bodies hold their ticket's number.
    void work(Outbox& outbox) const {
        for (int i = 0; i < visits; ++i) {
            const auto checked_in =
                outbox.check_in(a_day, [](int count) -> base::Result<std::vector<Item>> {
                    return std::vector{an_event(std::to_string(count)),
                                       a_record(std::to_string(count))};
                });
            if (checked_in) promise("ticket " + std::to_string(checked_in->ticket_count));
            if (i % 2 == 1) {
                const auto leased = outbox.lease(ItemKind::event, {.items = 1});
                if (leased && !leased->empty()) {
                    if (outbox.acknowledge(numbers_of(*leased))) promise("sent");
                }
            }
        }
    }

    // True when the child was cut off before it was done.
    bool cut_off_at(int operation) {
        const pid_t child = fork();
        if (child == 0) {
            use_failing_disk();
            fail_at(DiskFault::power_cut, operation);
            if (auto outbox = Outbox::open(path(), clock_)) work(**outbox);
            _exit(0);
        }
        int status = 0;
        waitpid(child, &status, 0);
        return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    }

    void check_after(int operation) {
        SCOPED_TRACE("the power went at write " + std::to_string(operation));
        const auto outbox = open();
        ASSERT_TRUE(outbox);
        const auto lines = all_promises();
        const auto tickets = std::ranges::count_if(
            lines, [](const auto& line) { return line.starts_with("ticket"); });
        const auto sent = std::ranges::count(lines, "sent");
        const auto counts = outbox->counts();
        // Promised is there; one more may have been stored in the moment of the cut.
        EXPECT_GE(counts->records, tickets);
        EXPECT_LE(counts->records, tickets + 1);
        EXPECT_GE(counts->events + sent, tickets);
        EXPECT_LE(counts->events + sent, counts->records);
        const auto next = next_number(*outbox, a_day);
        EXPECT_EQ(next, static_cast<int>(counts->records) + 1);
        EXPECT_EQ(counts->quarantined, 0);
    }
};

TEST_F(CrashTest, ThePowerGoesAtEveryWriteInTurn) {
    int operation = 1;
    for (; cut_off_at(operation); ++operation) {
        check_after(operation);
        if (HasFatalFailure()) return;
        for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
            std::filesystem::remove(entry.path());
        }
    }
    EXPECT_GT(operation, 20) << "the disk was not under the database";
}

TEST_F(CrashTest, TheDiskIsFullAtEveryWriteInTurn) {
    const pid_t child = fork();
    if (child == 0) {
        use_failing_disk();
        const auto outbox = std::move(*Outbox::open(path(), clock_));
        int full = 0;
        int last_given = 0;
        for (int operation = 1; full == operation - 1; ++operation) {
            const auto before = outbox->counts();
            fail_at(DiskFault::full, operation);
            const auto checked_in =
                outbox->check_in(a_day, [](int) -> base::Result<std::vector<Item>> {
                    return std::vector{an_event(), a_record(std::string(20'000, 'x'))};
                });
            fail_at(DiskFault::none, 0);
            if (!checked_in) {
                ++full;
                const auto code = checked_in.error().code;
                if (code != base::ErrorCode::storage_full && code != base::ErrorCode::io) _exit(2);
                if (*outbox->counts() != *before) _exit(3);
            } else if (checked_in->ticket_count != last_given + 1) {
                _exit(4);
            } else {
                last_given = checked_in->ticket_count;
            }
        }
        _exit(full > 5 ? 0 : 5);
    }
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
}

} // namespace

} // namespace rexue::outbox
