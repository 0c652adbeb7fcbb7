// net/wire/openapi.yaml as tests ask it.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <yaml-cpp/yaml.h>

namespace rexue::tests {

class OpenApiDocument {
  public:
    static const OpenApiDocument& get();

    struct Operation {
        std::string method; // "get"
        std::string path;   // "/v1/houses/{house}"
        YAML::Node node;
    };
    const std::vector<Operation>& operations() const { return operations_; }

    // Node behind "#/components/…"; a node without $ref is returned as it is.
    YAML::Node resolve(const YAML::Node& node) const;
    YAML::Node schema(std::string_view name) const;
    std::set<std::string> schema_names() const;

    // Why an answer with this status and type is not described for the operation; empty when it is.
    std::string why_undescribed(std::string_view operation, int status,
                                std::string_view content_type) const;

  private:
    OpenApiDocument();

    YAML::Node root_;
    std::vector<Operation> operations_;
};

} // namespace rexue::tests
