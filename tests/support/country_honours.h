// The honours' rules as they are shipped.
#pragma once

#include <memory>

#include "kiosk/rule_files/honours_files.h"
#include "platform/base/error.h"

namespace rexue::support {

inline std::shared_ptr<const honour::Honours> country_honours() {
    static const auto all = [] {
        auto read = rule_files::read_honours(REXUE_SOURCE_DIR "/assets");
        REXUE_ASSERT(read.has_value());
        return std::make_shared<const honour::Honours>(std::move(*read));
    }();
    return all;
}

} // namespace rexue::support
