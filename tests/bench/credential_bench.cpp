#include "tests/bench/credential_bench.h"

#include <chrono>
#include <string>

#include "net/credential/verify.h"
#include "platform/devices/barcode/barcode_scanner.h"
#include "tests/support/code_pictures.h"

namespace rexue::bench {

namespace {

using namespace credential;
using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

constexpr std::chrono::milliseconds scan_budget{1000};
constexpr int scans = 40;

base::Instant day(int year, unsigned month, unsigned number) {
    return std::chrono::sys_days(std::chrono::year(year) / static_cast<int>(month) /
                                 static_cast<int>(number));
}

HonourCard a_card() {
    return {.issuer = "qd-blood",
            .issued = day(2026, 6, 14),
            .expires = day(2031, 6, 14),
            .index = 1234,
            .claims = {.card_number = "3702000000001238",
                       .name = "示例甲",
                       .tier = "shandong",
                       .awards = {{.id = "dedication-gold", .year = 2024}},
                       .city = "370200",
                       .award_count = 43,
                       .whole_blood_count = 21}};
}

base::Result<double> verify_ms(const std::string& text, const Trust& trust, base::Instant now) {
    const auto start = Clock::now();
    int done = 0;
    Milliseconds spent{};
    while (spent < std::chrono::seconds(1)) {
        if (verify(text, trust, now).verdict != Verdict::valid) {
            return base::fail(base::ErrorCode::internal, "a good card is not valid");
        }
        ++done;
        spent = Clock::now() - start;
    }
    return spent.count() / done;
}

base::Result<double> scan_to_verdict_p95_ms(const std::string& text, const Trust& trust,
                                            base::Instant now) {
    std::vector<double> all;
    for (int i = 0; i < scans; ++i) {
        const auto picture = support::code_picture(devices::CodeFormat::qr, text,
                                                   {.width_px = 1280,
                                                    .height_px = 720,
                                                    .module_px = 5.0 + 0.3 * (i % 5),
                                                    .turned_degrees = 9.0 * i,
                                                    .blur_px = 0.8,
                                                    .contrast = 0.8,
                                                    .noise = 4.0,
                                                    .background = support::Background::textured,
                                                    .seed = static_cast<unsigned>(i) + 1});
        const auto start = Clock::now();
        const auto code = devices::find_code(picture, scan_budget);
        const bool valid = code && verify(code->text, trust, now).verdict == Verdict::valid;
        all.push_back(Milliseconds(Clock::now() - start).count());
        if (!valid) return base::fail(base::ErrorCode::internal, "a card's code was not read");
    }
    return percentile(std::move(all), 95);
}

} // namespace

base::Result<std::vector<Figure>> bench_credentials() {
    const auto key = SigningKey::generate();
    if (!key) return base::fail(key);
    KeySet keys;
    const auto added = keys.add(TrustedKey{.key = key->verification_key(), .issuer = "qd-blood"});
    if (!added) return base::fail(added);
    const auto text = issue(a_card(), *key);
    if (!text) return base::fail(text);
    const base::Instant now = day(2026, 11, 22);
    RevocationList list("qd-blood", now);
    if (const auto revoked = list.revoke(99'999); !revoked) return base::fail(revoked);
    const Trust trust{.keys = keys, .revocations = &list};
    const auto verified = verify_ms(*text, trust, now);
    if (!verified) return base::fail(verified);
    const auto scanned = scan_to_verdict_p95_ms(*text, trust, now);
    if (!scanned) return base::fail(scanned);
    return std::vector<Figure>{
        {.name = "card verified", .unit = "ms", .limit = 1, .rexue = *verified, .bare = {}},
        {.name = "card scan to verdict p95",
         .unit = "ms",
         .limit = 50,
         .rexue = *scanned,
         .bare = {}}};
}

} // namespace rexue::bench
