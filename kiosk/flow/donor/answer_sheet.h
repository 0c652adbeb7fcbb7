// The answers of the donor in front of the terminal.
#pragma once

#include <memory>

#include "kiosk/rules/questionnaire/answers.h"

namespace rexue::flow::donor {

// Copies share what cannot change; where the answers lay is wiped when the last of them goes.
class AnswerSheet {
  public:
    AnswerSheet() = default; // nothing has been asked
    explicit AnswerSheet(questionnaire::Answers answers);

    explicit operator bool() const { return answers_ != nullptr; }
    const questionnaire::Answers& operator*() const { return *answers_; }
    const questionnaire::Answers* operator->() const { return answers_.get(); }

    bool operator==(const AnswerSheet& other) const {
        return answers_ == other.answers_ ||
               (answers_ && other.answers_ && *answers_ == *other.answers_);
    }

  private:
    std::shared_ptr<const questionnaire::Answers> answers_;
};

} // namespace rexue::flow::donor
