// A program started by a test, ended with it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <sys/types.h>

#include "platform/base/error.h"

namespace rexue::support {

class ChildProcess {
  public:
    struct Plan {
        std::vector<std::string> command;     // program and arguments
        std::vector<std::string> environment; // "NAME=value", added to ours
        std::filesystem::path log;            // stdout and stderr; empty: ours
        int inherited_fd = -1;                // stays open in the child under the same number
    };

    static base::Result<ChildProcess> start(const Plan& plan);

    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    ~ChildProcess(); // SIGTERM, after 5 s SIGKILL

    pid_t pid() const { return pid_; }
    // Ends it and gives its exit code; 128 + signal when a signal ended it.
    int stop();
    // Waits for it to end by itself.
    int wait();
    bool is_running();

  private:
    explicit ChildProcess(pid_t pid) : pid_(pid) {}

    pid_t pid_ = -1;
};

// Runs to the end; the exit code and what it wrote on stdout. What it says on stderr is added to
// `errors`, or to ours.
struct Finished {
    int exit_code = 0;
    std::string output;
};
base::Result<Finished> run_to_end(const std::vector<std::string>& command,
                                  const std::filesystem::path& errors = {});

} // namespace rexue::support
