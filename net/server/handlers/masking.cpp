#include "net/server/handlers/masking.h"

#include "kiosk/rules/identity/masking.h"

namespace rexue::server {

std::string masked_name(std::string_view name) {
    return identity::mask_name(name);
}

std::string masked_number(std::string_view document_number) {
    return identity::mask_number(document_number);
}

std::string masked_mobile(std::string_view mobile) {
    if (mobile.size() < 11) return {};
    return std::string(mobile.substr(0, 3)) + std::string(mobile.size() - 7, '*') +
           std::string(mobile.substr(mobile.size() - 4));
}

} // namespace rexue::server
