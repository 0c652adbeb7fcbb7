#include "kiosk/app/donor_devices.h"

#include <memory>
#include <utility>
#include <variant>

#include "kiosk/app/first_word.h"
#include "kiosk/app/reader_notes.h"
#include "kiosk/rules/identity/card_record.h"
#include "platform/log/catalogue.h"

namespace rexue::app {

namespace {

namespace donor = flow::donor;

donor::Reader reader_of(devices::IdReaderCondition condition) {
    using Device = devices::IdReaderCondition;
    switch (condition) {
        case Device::absent:
            return donor::Reader::absent;
        case Device::connecting:
            return donor::Reader::connecting;
        case Device::ready:
            return donor::Reader::ready;
        case Device::reading:
            return donor::Reader::reading;
        case Device::card_done:
            return donor::Reader::card_done;
        case Device::card_moved:
            return donor::Reader::card_moved;
        case Device::card_unread:
            return donor::Reader::card_unread;
        case Device::unplugged:
            return donor::Reader::unplugged;
        case Device::silent:
            return donor::Reader::silent;
        case Device::garbled:
            return donor::Reader::garbled;
        case Device::faulty:
            return donor::Reader::faulty;
    }
    return donor::Reader::faulty;
}

donor::Camera camera_of(devices::CameraCondition condition) {
    using Device = devices::CameraCondition;
    switch (condition) {
        case Device::absent:
            return donor::Camera::absent;
        case Device::connecting:
        case Device::paused:
        case Device::streaming:
            return donor::Camera::working;
        case Device::unplugged:
        case Device::silent:
        case Device::unsupported:
            return donor::Camera::broken;
    }
    return donor::Camera::broken;
}

donor::Printer printer_of(devices::TicketPrinterCondition condition) {
    using Device = devices::TicketPrinterCondition;
    switch (condition) {
        case Device::absent:
            return donor::Printer::absent;
        case Device::ready:
            return donor::Printer::ready;
        case Device::printing:
            return donor::Printer::printing;
        case Device::paper_low:
            return donor::Printer::low;
        case Device::out_of_paper:
            return donor::Printer::out_of_paper;
        case Device::cover_open:
        case Device::jammed:
        case Device::unplugged:
            return donor::Printer::broken;
    }
    return donor::Printer::broken;
}

void note(const char* device, std::string_view condition) {
    log::write(log::device_changed, {{"device", device}, {"condition", condition}});
}

donor::Event event_of(const devices::IdReaderEvent& event) {
    if (const auto* changed = std::get_if<devices::IdReaderChanged>(&event)) {
        return donor::ReaderChanged{.reader = reader_of(changed->condition)};
    }
    auto document = identity::parse_card_record(std::get<devices::CardRead>(event).text.bytes);
    if (!document) return donor::DocumentCorrupt{};
    return donor::DocumentRead{.document = std::move(*document)};
}

} // namespace

base::Result<std::unique_ptr<DonorDevices>> DonorDevices::create(const DeviceOptions& options,
                                                                 const Post& post) {
    std::unique_ptr<DonorDevices> made(new DonorDevices());
    made->scanner_ = std::make_unique<devices::BarcodeScanner>(
        [post](const devices::ScannedCode& code) { post(donor::CodeScanned{.text = code.text}); });

    const auto camera_word = std::make_shared<FirstWord>();
    auto camera = devices::make_camera(
        options.camera,
        {.frame =
             [scanner = made->scanner_.get()](std::shared_ptr<const image::GreyImage> frame) {
                 scanner->offer(std::move(frame));
             },
         .condition =
             [post, camera_word](devices::CameraCondition condition) {
                 note("camera", to_string(condition));
                 camera_word->say(
                     [&] { post(donor::CameraChanged{.camera = camera_of(condition)}); });
             }});
    if (!camera) return base::fail(camera);
    made->camera_ = std::move(*camera);

    const auto printer_word = std::make_shared<FirstWord>();
    auto printer = devices::make_ticket_printer(
        options.ticket_printer,
        {.condition =
             [post, printer_word](devices::TicketPrinterCondition condition) {
                 note("ticket_printer", to_string(condition));
                 printer_word->say(
                     [&] { post(donor::PrinterChanged{.printer = printer_of(condition)}); });
             },
         .done =
             [post](const std::string&, devices::PrintOutcome outcome) {
                 const bool printed = outcome == devices::PrintOutcome::printed;
                 post(
                     donor::SlipDone{.slip = printed ? donor::Slip::printed : donor::Slip::failed});
             }});
    if (!printer) return base::fail(printer);
    made->printer_ = std::move(*printer);

    const auto reader_word = std::make_shared<FirstWord>();
    auto reader = devices::make_id_reader(
        options.id_reader,
        [post, reader_word, notes = ReaderNotes()](const devices::IdReaderEvent& event) mutable {
            if (const auto condition = notes.worth_noting(event)) {
                note("id_reader", to_string(*condition));
            }
            reader_word->say([&] { post(event_of(event)); });
        });
    if (!reader) return base::fail(reader);
    made->id_reader_ = std::move(*reader);

    reader_word->say_unless_said(
        [&] { post(donor::ReaderChanged{.reader = reader_of(made->id_reader_->condition())}); });
    camera_word->say_unless_said(
        [&] { post(donor::CameraChanged{.camera = camera_of(made->camera_->condition())}); });
    printer_word->say_unless_said(
        [&] { post(donor::PrinterChanged{.printer = printer_of(made->printer_->condition())}); });
    return made;
}

} // namespace rexue::app
