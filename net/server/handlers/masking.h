// What is left of names and numbers when they leave the server.
#pragma once

#include <string>
#include <string_view>

namespace rexue::server {

std::string masked_name(std::string_view name);
std::string masked_number(std::string_view document_number);
// "138****2046": the first three and the last four digits; empty when there are fewer than 11.
std::string masked_mobile(std::string_view mobile);

} // namespace rexue::server
