// Each database that a server can keep its house in, for tests that every one of them must pass.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "net/server/store/sqlite_store.h"

namespace rexue::tests {

struct StoreKind {
    std::string name;
    std::function<std::unique_ptr<server::Store>(const std::filesystem::path& folder)> open;
};
inline void PrintTo(const StoreKind& kind, std::ostream* out) {
    *out << kind.name;
}

// Another database joins by another row here.
inline auto all_stores() {
    return testing::Values(StoreKind{
        "sqlite", [](const std::filesystem::path& folder) -> std::unique_ptr<server::Store> {
            auto store = server::SqliteStore::open(folder / "store.sqlite");
            return store ? std::move(*store) : nullptr;
        }});
}
inline std::string store_name(const testing::TestParamInfo<StoreKind>& row) {
    return row.param.name;
}

} // namespace rexue::tests
