#include "kiosk/flow/donor/answer_sheet.h"

#include <utility>

namespace rexue::flow::donor {

AnswerSheet::AnswerSheet(questionnaire::Answers answers)
    : answers_(new questionnaire::Answers(std::move(answers)), [](questionnaire::Answers* gone) {
          gone->wipe();
          delete gone;
      }) {}

} // namespace rexue::flow::donor
