// A network cable that can be pulled inside the program: for development and tests. A terminal in
// a house has none.
#pragma once

#include <mutex>
#include <set>

namespace rexue::client {

enum class Line { whole, cut };

// All functions: any thread. Outlives the clients that use it.
class LineSwitch {
  public:
    // Cut: what is open breaks off at once, streams too, and nothing new gets through.
    void set(Line line);
    Line line() const;

    // As socket(2) and close(2); -1 while the line is cut.
    int open_socket(int family, int type, int protocol);
    int close_socket(int socket);

  private:
    mutable std::mutex mutex_;
    Line line_ = Line::whole;
    std::set<int> open_;
};

} // namespace rexue::client
