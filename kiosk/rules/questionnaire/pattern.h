// A regular expression of a form (FHIR's `regex` extension). The engine takes time linear in the
// text and bounded memory, so that no form can stop a terminal.
#pragma once

#include <memory>
#include <string_view>

#include "platform/base/error.h"

namespace rexue::questionnaire {

class Pattern {
  public:
    // limit_exceeded when it is too long or takes too much memory, unsupported when the engine does
    // not have what it uses (looking around, references back).
    static base::Result<Pattern> create(std::string_view expression);

    // FHIR's expressions are for the whole text. Any thread.
    bool matches(std::string_view text) const;

  private:
    struct Engine;
    explicit Pattern(std::shared_ptr<const Engine> engine) : engine_(std::move(engine)) {}

    std::shared_ptr<const Engine> engine_;
};

} // namespace rexue::questionnaire
