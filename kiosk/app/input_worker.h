// Answers the keyboards' questions on a thread of its own, the newest first.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>

#include "kiosk/app/worker.h"
#include "platform/base/error.h"
#include "platform/input_method/input_method.h"

namespace rexue::app {

class InputWorker {
  public:
    struct Outcome {
        std::uint32_t question = 0;
        base::Result<input_method::Answer> answer;
    };

    // `wake` is called from the worker's thread when an outcome waits.
    InputWorker(input_method::Files files, std::function<void()> wake);

    // Window thread, never blocks. A question that still waits is taken back.
    void ask(input_method::Query query);
    // The newest outcome, once.
    std::optional<Outcome> take();
    // The end of a visit: what was asked and answered is overwritten, here and in the engines; an
    // answer on its way never comes.
    void forget();

  private:
    void answer_newest();
    void drop_outcome(); // under the lock

    input_method::InputMethod method_; // the worker's
    const std::function<void()> wake_;
    std::mutex mutex_;
    std::optional<input_method::Query> asked_;
    std::optional<Outcome> outcome_;
    int visit_ = 0;
    Worker worker_; // last: it uses all of them
};

} // namespace rexue::app
