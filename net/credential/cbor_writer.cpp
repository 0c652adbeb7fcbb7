#include "net/credential/cbor_writer.h"

#include <algorithm>
#include <array>
#include <span>

#include <cbor/encoding.h>

#include "platform/base/error.h"

namespace rexue::credential::cbor {

namespace {

class Writer {
  public:
    base::Bytes take() { return std::move(bytes_); }

    void put(const Value& value) {
        std::visit([this](const auto& held) { put_one(held); }, value.is);
    }

  private:
    // A head of libcbor's making: one byte to nine.
    template <typename Encode, typename... Argument>
    void head(Encode encode, Argument... argument) {
        std::array<unsigned char, 9> room{};
        const size_t size = encode(argument..., room.data(), room.size());
        REXUE_ASSERT(size > 0);
        append(std::as_bytes(std::span(room).first(size)));
    }
    void append(std::span<const std::byte> more) {
        bytes_.insert(bytes_.end(), more.begin(), more.end());
    }

    void put_one(std::uint64_t number) { head(cbor_encode_uint, number); }
    void put_one(const Negative& number) { head(cbor_encode_negint, number.n); }
    void put_one(const base::Bytes& content) {
        head(cbor_encode_bytestring_start, content.size());
        append(content);
    }
    void put_one(const std::string& utf8) {
        head(cbor_encode_string_start, utf8.size());
        append(base::bytes_of(utf8));
    }
    void put_one(const Array& items) {
        head(cbor_encode_array_start, items.size());
        for (const Value& item : items)
            put(item);
    }
    void put_one(const Map& entries) {
        std::vector<std::pair<base::Bytes, const Value*>> sorted;
        sorted.reserve(entries.size());
        for (const auto& [key, value] : entries)
            sorted.emplace_back(write(key), &value);
        std::ranges::sort(sorted, {}, &std::pair<base::Bytes, const Value*>::first);
        head(cbor_encode_map_start, entries.size());
        for (const auto& [key, value] : sorted) {
            append(key);
            put(*value);
        }
    }
    void put_one(const Tagged& tagged) {
        head(cbor_encode_tag, tagged.tag);
        put(tagged.item.front());
    }
    void put_one(bool value) { head(cbor_encode_bool, value); }
    void put_one(const Null& /*nothing*/) { head(cbor_encode_null); }
    void put_one(const Undefined& /*nothing*/) { head(cbor_encode_undef); }
    void put_one(double /*number*/) {
        base::stop_impossible("a credential holds no fractions", __FILE__, __LINE__);
    }

    base::Bytes bytes_;
};

} // namespace

base::Bytes write(const Value& value) {
    Writer writer;
    writer.put(value);
    return writer.take();
}

} // namespace rexue::credential::cbor
