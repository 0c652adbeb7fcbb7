#include "tests/net/wire/openapi_document.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace rexue::tests {

const OpenApiDocument& OpenApiDocument::get() {
    static const OpenApiDocument document;
    return document;
}

OpenApiDocument::OpenApiDocument()
    : root_(YAML::LoadFile(REXUE_SOURCE_DIR "/net/wire/openapi.yaml")) {
    for (const auto& path : root_["paths"]) {
        for (const auto& method : path.second) {
            operations_.push_back({.method = method.first.as<std::string>(),
                                   .path = path.first.as<std::string>(),
                                   .node = method.second});
        }
    }
}

YAML::Node OpenApiDocument::resolve(const YAML::Node& node) const {
    if (!node["$ref"]) return node;
    std::istringstream parts(node["$ref"].as<std::string>());
    std::string part;
    std::getline(parts, part, '/');
    YAML::Node found = root_;
    while (std::getline(parts, part, '/'))
        found.reset(std::as_const(found)[part]);
    return found;
}

YAML::Node OpenApiDocument::schema(std::string_view name) const {
    return root_["components"]["schemas"][std::string(name)];
}

std::set<std::string> OpenApiDocument::schema_names() const {
    std::set<std::string> names;
    for (const auto& schema : root_["components"]["schemas"]) {
        names.insert(schema.first.as<std::string>());
    }
    return names;
}

std::string OpenApiDocument::why_undescribed(std::string_view operation, int status,
                                             std::string_view content_type) const {
    const auto found = std::ranges::find_if(operations_, [&](const Operation& one) {
        return one.node["operationId"].as<std::string>() == operation;
    });
    if (found == operations_.end()) return "no operation " + std::string(operation);
    const auto described = found->node["responses"][std::to_string(status)];
    if (!described) return std::string(operation) + " has no status " + std::to_string(status);
    const auto content = resolve(described)["content"];
    const auto type = std::string(content_type.substr(0, content_type.find(';')));
    if (!content) return type.empty() ? "" : std::string(operation) + " has no body here";
    return content[type] ? "" : std::string(operation) + " has no content type " + type;
}

} // namespace rexue::tests
