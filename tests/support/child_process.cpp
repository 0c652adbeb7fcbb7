#include "tests/support/child_process.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rexue::support {

namespace {

constexpr int patience_ms = 5000;

std::vector<char*> pointers(const std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (const std::string& text : texts)
        result.push_back(const_cast<char*>(text.c_str()));
    result.push_back(nullptr);
    return result;
}

int exit_code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// -1 for no log.
base::Result<int> open_log(const std::filesystem::path& path) {
    if (path.empty()) return -1;
    const int log = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (log < 0) return base::fail(base::ErrorCode::io, "the log cannot be opened");
    return log;
}

// Nothing a test or demo started outlives it, however it ends: even if it has ended just now.
void end_with(pid_t starter) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != starter) _exit(128 + SIGTERM);
}

// Between fork and exec: only what is safe there.
[[noreturn]] void become(const ChildProcess::Plan& plan, int log, pid_t starter) {
    end_with(starter);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    if (log >= 0) {
        dup2(log, STDOUT_FILENO);
        dup2(log, STDERR_FILENO);
    }
    if (plan.inherited_fd >= 0) fcntl(plan.inherited_fd, F_SETFD, 0);
    for (const std::string& variable : plan.environment) {
        putenv(const_cast<char*>(variable.c_str()));
    }
    execvp(plan.command.front().c_str(), pointers(plan.command).data());
    _exit(127);
}

} // namespace

base::Result<ChildProcess> ChildProcess::start(const Plan& plan) {
    const auto log = open_log(plan.log);
    if (!log) return base::fail(log);
    const pid_t starter = getpid();
    const pid_t pid = fork();
    if (pid == 0) become(plan, *log, starter);
    if (*log >= 0) close(*log);
    if (pid < 0) return base::fail(base::ErrorCode::io, "fork failed");
    return ChildProcess(pid);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept : pid_(std::exchange(other.pid_, -1)) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    if (this != &other) {
        stop();
        pid_ = std::exchange(other.pid_, -1);
    }
    return *this;
}

ChildProcess::~ChildProcess() {
    stop();
}

bool ChildProcess::is_running() {
    if (pid_ < 0) return false;
    siginfo_t info{};
    const int answered = waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | WNOHANG | WNOWAIT);
    return answered == 0 && info.si_pid == 0;
}

int ChildProcess::wait() {
    if (pid_ < 0) return 0;
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    return exit_code_of(status);
}

int ChildProcess::stop() {
    if (pid_ < 0) return 0;
    kill(pid_, SIGTERM);
    // A descriptor of the process tells its end without polling.
    const int handle = static_cast<int>(syscall(SYS_pidfd_open, pid_, 0));
    if (handle >= 0) {
        pollfd ended{.fd = handle, .events = POLLIN, .revents = 0};
        if (poll(&ended, 1, patience_ms) == 0) kill(pid_, SIGKILL);
        close(handle);
    }
    return wait();
}

base::Result<Finished> run_to_end(const std::vector<std::string>& command,
                                  const std::filesystem::path& errors) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return base::fail(base::ErrorCode::io, "no pipe");
    const auto log = open_log(errors);
    if (!log) {
        close(ends[0]);
        close(ends[1]);
        return base::fail(log);
    }
    const pid_t starter = getpid();
    const pid_t pid = fork();
    if (pid == 0) {
        end_with(starter);
        dup2(ends[1], STDOUT_FILENO);
        if (*log >= 0) dup2(*log, STDERR_FILENO);
        execvp(command.front().c_str(), pointers(command).data());
        _exit(127);
    }
    close(ends[1]);
    if (*log >= 0) close(*log);
    if (pid < 0) {
        close(ends[0]);
        return base::fail(base::ErrorCode::io, "fork failed");
    }
    Finished finished;
    std::array<char, 4096> chunk{};
    for (ssize_t got = 0; (got = read(ends[0], chunk.data(), chunk.size())) != 0;) {
        if (got > 0) finished.output.append(chunk.data(), static_cast<size_t>(got));
        if (got < 0 && errno != EINTR) break;
    }
    close(ends[0]);
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    finished.exit_code = exit_code_of(status);
    return finished;
}

} // namespace rexue::support
