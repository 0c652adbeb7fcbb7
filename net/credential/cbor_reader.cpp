#include "net/credential/cbor_reader.h"

#include <algorithm>
#include <array>

#include <cbor/callbacks.h>
#include <cbor/streaming.h>

#include "net/credential/cbor_writer.h"
#include "platform/base/utf8.h"

namespace rexue::credential::cbor {

namespace {

enum class Kind { none, positive, negative, bytes, text, array, map, tag, simple, refused };

// What libcbor tells of one head.
struct Head {
    Kind kind = Kind::none;
    std::uint64_t number = 0; // the value, the length or the tag
    Value simple{};           // of simple values and fractions
    cbor_data content = nullptr;
};

Head& head_of(void* context) {
    return *static_cast<Head*>(context);
}

template <Kind kind>
void number(void* context, auto value) {
    head_of(context) = {.kind = kind, .number = value};
}

template <Kind kind>
void string(void* context, cbor_data content, size_t length) {
    head_of(context) = {.kind = kind, .number = length, .content = content};
}

template <typename T>
void simple(void* context) {
    head_of(context) = {.kind = Kind::simple, .simple = {.is = T{}}};
}

void fraction(void* context, auto value) {
    head_of(context) = {.kind = Kind::simple, .simple = {.is = static_cast<double>(value)}};
}

void truth(void* context, bool value) {
    head_of(context) = {.kind = Kind::simple, .simple = {.is = value}};
}

void refuse(void* context) {
    head_of(context) = {.kind = Kind::refused};
}

const cbor_callbacks callbacks{
    .uint8 = number<Kind::positive, std::uint8_t>,
    .uint16 = number<Kind::positive, std::uint16_t>,
    .uint32 = number<Kind::positive, std::uint32_t>,
    .uint64 = number<Kind::positive, std::uint64_t>,
    .negint64 = number<Kind::negative, std::uint64_t>,
    .negint32 = number<Kind::negative, std::uint32_t>,
    .negint16 = number<Kind::negative, std::uint16_t>,
    .negint8 = number<Kind::negative, std::uint8_t>,
    .byte_string_start = refuse,
    .byte_string = string<Kind::bytes>,
    .string = string<Kind::text>,
    .string_start = refuse,
    .indef_array_start = refuse,
    .array_start = number<Kind::array, size_t>,
    .indef_map_start = refuse,
    .map_start = number<Kind::map, size_t>,
    .tag = number<Kind::tag, std::uint64_t>,
    .float2 = fraction<float>,
    .float4 = fraction<float>,
    .float8 = fraction<double>,
    .undefined = simple<Undefined>,
    .null = simple<Null>,
    .boolean = truth,
    .indef_break = refuse,
};

std::unexpected<base::Error> fault(const char* what) {
    return base::fail(base::ErrorCode::invalid_argument, std::string("CBOR: ") + what);
}

std::unexpected<base::Error> beyond(const char* what) {
    return base::fail(base::ErrorCode::limit_exceeded, std::string("CBOR: ") + what);
}

// RFC 8949, section 4.2.1: an argument has the shortest form that holds it.
bool is_shortest(std::byte first, std::uint64_t argument) {
    switch (std::to_integer<int>(first & std::byte{0x1F})) {
        case 24:
            return argument >= 24;
        case 25:
            return argument > 0xFF;
        case 26:
            return argument > 0xFFFF;
        case 27:
            return argument > 0xFFFF'FFFF;
        default:
            return true;
    }
}

class Reader {
  public:
    Reader(std::span<const std::byte> bytes, Form form, const Limits& limits)
        : rest_(bytes), form_(form), limits_(limits) {}

    bool at_end() const { return rest_.empty(); }

    base::Result<Value> item(int depth) {
        if (depth > limits_.max_depth) return beyond("too deep");
        if (++items_ > limits_.max_items) return beyond("too many items");
        const auto head = next_head();
        if (!head) return base::fail(head);
        switch (head->kind) {
            case Kind::positive:
                return Value{.is = head->number};
            case Kind::negative:
                return Value{.is = Negative{.n = head->number}};
            case Kind::bytes: {
                const auto content = std::as_bytes(std::span(head->content, head->number));
                return Value{.is = base::Bytes(content.begin(), content.end())};
            }
            case Kind::text:
                return text_of(*head);
            case Kind::array:
                return array_of(head->number, depth);
            case Kind::map:
                return map_of(head->number, depth);
            case Kind::tag:
                return tagged_of(head->number, depth);
            case Kind::simple:
                return simple_of(*head);
            case Kind::none:
            case Kind::refused:
                break;
        }
        return fault("an indefinite length");
    }

  private:
    // libcbor 0.8 refuses the tags 6 to 20 in their short form, COSE_Sign1's among them. A tag's
    // head is that of a number but for its first three bits: it is decoded as one.
    cbor_decoder_result decode(Head& head) const {
        constexpr std::byte major_bits{0xE0};
        constexpr std::byte tag_major{0xC0};
        if ((rest_.front() & major_bits) != tag_major) {
            return cbor_stream_decode(reinterpret_cast<cbor_data>(rest_.data()), rest_.size(),
                                      &callbacks, &head);
        }
        std::array<std::byte, 9> number{};
        const size_t size = std::min(number.size(), rest_.size());
        std::ranges::copy(rest_.first(size), number.begin());
        number.front() &= ~major_bits;
        const auto result =
            cbor_stream_decode(reinterpret_cast<cbor_data>(number.data()), size, &callbacks, &head);
        if (head.kind == Kind::positive) head.kind = Kind::tag;
        return result;
    }

    base::Result<Head> next_head() {
        if (rest_.empty()) return fault("ends too early");
        const std::byte first = rest_.front();
        Head head;
        const cbor_decoder_result result = decode(head);
        if (result.status == CBOR_DECODER_NEDATA) return fault("ends too early");
        if (result.status != CBOR_DECODER_FINISHED || result.read == 0) {
            return fault("a head without a meaning");
        }
        const bool has_argument = head.kind != Kind::simple && head.kind != Kind::refused;
        if (form_ == Form::deterministic && has_argument && !is_shortest(first, head.number)) {
            return fault("a head that is longer than it needs to be");
        }
        rest_ = rest_.subspan(result.read);
        return head;
    }

    static base::Result<Value> text_of(const Head& head) {
        std::string text(reinterpret_cast<const char*>(head.content), head.number);
        if (!base::is_valid_utf8(text)) return fault("text that is no UTF-8");
        return Value{.is = std::move(text)};
    }

    base::Result<Value> simple_of(const Head& head) const {
        if (form_ == Form::deterministic && head.simple.as<double>() != nullptr) {
            return fault("a fraction");
        }
        return head.simple;
    }

    // A length is a claim: it takes room only as items come in.
    base::Result<Value> array_of(std::uint64_t length, int depth) {
        if (length > rest_.size()) return fault("ends too early");
        Array items;
        for (std::uint64_t i = 0; i < length; ++i) {
            auto one = item(depth + 1);
            if (!one) return one;
            items.push_back(std::move(*one));
        }
        return array(std::move(items));
    }

    base::Result<Value> map_of(std::uint64_t length, int depth) {
        if (length > rest_.size()) return fault("ends too early");
        Map entries;
        for (std::uint64_t i = 0; i < length; ++i) {
            auto key = item(depth + 1);
            if (!key) return key;
            for (const auto& [known, value] : entries) {
                if (known == *key) return fault("a key that comes twice");
            }
            if (form_ == Form::deterministic && !entries.empty() &&
                write(*key) < write(entries.back().key)) {
                return fault("keys out of their order");
            }
            auto value = item(depth + 1);
            if (!value) return value;
            entries.push_back({.key = std::move(*key), .value = std::move(*value)});
        }
        return map(std::move(entries));
    }

    base::Result<Value> tagged_of(std::uint64_t tag, int depth) {
        auto one = item(depth + 1);
        if (!one) return one;
        return tagged(tag, std::move(*one));
    }

    std::span<const std::byte> rest_;
    Form form_;
    Limits limits_;
    size_t items_ = 0;
};

} // namespace

base::Result<Value> read(std::span<const std::byte> bytes, Form form, const Limits& limits) {
    if (bytes.size() > limits.max_bytes) return beyond("too long");
    Reader reader(bytes, form, limits);
    auto value = reader.item(1);
    if (value && !reader.at_end()) return fault("something behind the item");
    return value;
}

} // namespace rexue::credential::cbor
