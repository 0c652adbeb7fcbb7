#include "tests/demo/throw_away.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <string>

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rexue::demo {

namespace {

namespace fs = std::filesystem;

constexpr timespec last_patience{.tv_sec = 10, .tv_nsec = 0};

fs::path make_folder() {
    std::string pattern = (fs::temp_directory_path() / "rexue-demo-XXXXXX").string();
    return mkdtemp(pattern.data()) == nullptr ? fs::path() : fs::path(pattern);
}

sigset_t watched_signals() {
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGINT, SIGTERM, SIGCHLD})
        sigaddset(&set, signal);
    return set;
}

int exit_code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// Of this process and of those that it has taken over.
class Children {
  public:
    explicit Children(pid_t worker) : worker_(worker) {}

    // Takes leave of all that have ended. False when there is none left.
    bool reap() {
        int status = 0;
        pid_t ended = 0;
        while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
            if (ended != worker_) continue;
            worker_is_gone_ = true;
            exit_code_ = exit_code_of(status);
        }
        return ended == 0;
    }
    bool worker_is_gone() const { return worker_is_gone_; }
    int exit_code() const { return exit_code_; }

  private:
    pid_t worker_;
    bool worker_is_gone_ = false;
    int exit_code_ = 1;
};

// Where the kernel does not tell of them they end by the signal of their parent's death alone.
void kill_children() {
    std::ifstream list("/proc/thread-self/children");
    for (pid_t child = 0; list >> child;)
        kill(child, SIGKILL);
}

// Until the worker and what it left behind have ended: they may still write into the folder.
int wait_for_all(pid_t worker) {
    Children children(worker);
    const sigset_t set = watched_signals();
    bool was_made_to_end = false;
    while (children.reap()) {
        const int signal = children.worker_is_gone() ? sigtimedwait(&set, nullptr, &last_patience)
                                                     : sigwaitinfo(&set, nullptr);
        if ((signal == SIGINT || signal == SIGTERM) && !children.worker_is_gone()) {
            kill(worker, SIGTERM);
        }
        if (signal >= 0 || errno != EAGAIN) continue;
        // What the worker started ends with it, or is made to.
        if (was_made_to_end) break;
        kill_children();
        was_made_to_end = true;
    }
    return children.exit_code();
}

} // namespace

int work_in_throw_away_folder(const std::function<int(const fs::path&)>& work) {
    const fs::path folder = make_folder();
    if (folder.empty()) {
        std::fprintf(stderr, "rexue-demo: no folder can be made\n");
        return 1;
    }
    const sigset_t watched = watched_signals();
    sigset_t before;
    sigprocmask(SIG_BLOCK, &watched, &before);
    // Windows and server come to this process when the worker has gone, to be waited for.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    const pid_t self = getpid();
    const pid_t worker = fork();
    if (worker == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (getppid() != self) _exit(128 + SIGTERM);
        sigprocmask(SIG_SETMASK, &before, nullptr);
        std::exit(work(folder));
    }
    const int result = worker < 0 ? 1 : wait_for_all(worker);
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    sigprocmask(SIG_SETMASK, &before, nullptr);
    return result;
}

} // namespace rexue::demo
