#include "net/client/enrolment.h"

#include <array>
#include <future>
#include <span>
#include <utility>

#include <sys/stat.h>

#include "net/client/answer.h"
#include "platform/base/encoding.h"
#include "platform/base/random.h"
#include "platform/storage/file.h"
#include "platform/storage/file_lock.h"

namespace rexue::client {

namespace {

namespace fs = std::filesystem;

constexpr size_t max_ca_file_bytes = 1024 * 1024;

base::Status write_text(const fs::path& path, std::string_view text, mode_t mode) {
    return storage::write_file_atomically(path, base::bytes_of(text), mode);
}

// The names of a first enrolment are plain. A repeated one writes beside the files that are still
// in force.
ProfileFiles fresh_names(const fs::path& folder) {
    ProfileFiles names;
    if (!is_enrolled(folder)) return names;
    std::array<std::byte, 4> random{};
    base::fill_random(random);
    const std::string mark = base::hex_encode(random);
    return {.key = "terminal-" + mark + ".key",
            .certificate = "terminal-" + mark + ".pem",
            .authority = "ca-" + mark + ".pem"};
}

// libcurl would call a missing file an untrusted server.
base::Status check_trust(const Trust& trust) {
    if (!trust.sha256_fingerprint.empty()) return {};
    if (trust.ca_file.empty()) {
        return base::fail(base::ErrorCode::invalid_argument,
                          "neither a CA file nor a fingerprint says whom to trust");
    }
    const std::string name = "CA file " + trust.ca_file.string();
    const auto pem = storage::read_text_file(trust.ca_file, max_ca_file_bytes);
    if (!pem && pem.error().code == base::ErrorCode::not_found) {
        return base::fail(base::ErrorCode::not_found, name + " is missing");
    }
    if (!pem) return base::fail(pem.error().code, name + ": " + pem.error().detail);
    if (!pem->contains("-----BEGIN CERTIFICATE-----")) {
        return base::fail(base::ErrorCode::corrupt, name + " holds no certificate");
    }
    return {};
}

base::Result<wire::Enrolment> ask(const EnrolmentPlan& plan, const std::string& csr_pem,
                                  const time::Clock& clock) {
    auto http =
        HttpClient::create({.base_url = plan.server_url, .trust = plan.trust, .now = [&clock] {
                                return clock.wall();
                            }});
    if (!http) return base::fail(http);
    std::promise<base::Result<Response>> answered;
    (*http)->send(
        {.method = Method::post,
         .path = "/v1/enrolments",
         .body = body_of(wire::EnrolmentRequest{plan.code, csr_pem}),
         .total_timeout = std::chrono::seconds(20)},
        [&](base::Result<Response> response) { answered.set_value(std::move(response)); });
    return read_answer<wire::Enrolment>(answered.get_future().get());
}

base::Result<Profile> profile_of(const EnrolmentPlan& plan, const wire::Enrolment& enrolment,
                                 ProfileFiles files, const time::Clock& clock) {
    const auto sealing_key = outbox::parse_sealing_key(enrolment.sealing_key);
    if (!sealing_key) return base::fail(base::ErrorCode::corrupt, "enrolment: the sealing key");
    return Profile{.folder = plan.folder,
                   .id = base::make_uuid_v7(clock.wall()),
                   .server_url = plan.server_url,
                   .terminal = enrolment.terminal,
                   .house = enrolment.house,
                   .surface = enrolment.surface,
                   .ticket_letter = enrolment.ticket_letter,
                   .sealing_key = *sealing_key,
                   .files = std::move(files)};
}

void remove_files(const fs::path& folder, const ProfileFiles& files) {
    std::error_code ignored;
    for (const auto& name : {files.key, files.certificate, files.authority}) {
        fs::remove(folder / name, ignored);
    }
}

// Everything but terminal.toml, without which none of it counts.
base::Result<Profile> prepare(const EnrolmentPlan& plan, const ProfileFiles& files,
                              const time::Clock& clock) {
    const auto key = outbox::TerminalKey::generate();
    if (!key) return base::fail(key);
    auto key_pem = key->to_pem();
    if (!key_pem) return base::fail(key_pem);
    // The key is on the disk before the code is spent: a full disk costs no code.
    const auto key_written = write_text(plan.folder / files.key, *key_pem, 0600);
    base::wipe(std::as_writable_bytes(std::span(key_pem->data(), key_pem->size())));
    if (!key_written) return base::fail(key_written);

    const auto csr_pem = key->signing_request_pem();
    if (!csr_pem) return base::fail(csr_pem);
    const auto enrolment = ask(plan, *csr_pem, clock);
    if (!enrolment) return base::fail(enrolment);
    if (!key->belongs_to(enrolment->certificate_pem)) {
        return base::fail(base::ErrorCode::corrupt, "enrolment: a certificate for another key");
    }
    auto profile = profile_of(plan, *enrolment, files, clock);
    if (!profile) return profile;
    const auto certificate =
        write_text(profile->certificate_path(), enrolment->certificate_pem, 0600);
    if (!certificate) return base::fail(certificate);
    const auto authority = write_text(profile->authority_path(), enrolment->ca_pem, 0600);
    if (!authority) return base::fail(authority);
    return profile;
}

} // namespace

base::Result<Profile> enrol(const EnrolmentPlan& plan, const time::Clock& clock) {
    if (const auto checked = check_trust(plan.trust); !checked) return base::fail(checked);
    std::error_code error;
    if (fs::create_directories(plan.folder, error)) {
        fs::permissions(plan.folder, fs::perms::owner_all, error);
    }
    if (error) return base::fail(base::ErrorCode::io, "profile folder: " + error.message());
    const auto lock = storage::FileLock::take(lock_path(plan.folder));
    if (!lock) return base::fail(lock);
    const bool enrolled = is_enrolled(plan.folder);
    if (enrolled && plan.repeat == Repeat::refuse) {
        return base::fail(base::ErrorCode::already_exists, "this terminal is enrolled already");
    }
    const auto before = load_profile(plan.folder);
    const ProfileFiles files = fresh_names(plan.folder);
    const auto profile = prepare(plan, files, clock);
    if (!profile) {
        remove_files(plan.folder, files);
        return profile;
    }
    // From here on the new files are in force; the old ones go last.
    const auto written = write_text(plan.folder / "terminal.toml", profile_text(*profile), 0600);
    if (!written) return base::fail(written);
    if (before) remove_files(plan.folder, before->files);
    return load_profile(plan.folder);
}

} // namespace rexue::client
