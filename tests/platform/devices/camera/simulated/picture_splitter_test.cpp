// Pictures come whole out of a stream, however it was cut into reads and whatever lies between.
#include "platform/devices/camera/simulated/picture_splitter.h"

#include <fstream>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/image/picture.h"
#include "tests/support/code_pictures.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using File = std::vector<std::byte>;

File png() {
    const support::TestFolder folder;
    const auto path = folder.path() / "a.png";
    EXPECT_TRUE(image::write_png(path, support::room_picture(40, 30, 1)));
    std::ifstream in(path, std::ios::binary);
    File file;
    for (char c = 0; in.get(c);)
        file.push_back(std::byte(c));
    return file;
}

RC_GTEST_PROP(PictureSplitter, gives_back_what_was_sent_at_any_cut, ()) {
    static const File a_png = png();
    static const File a_jpeg = support::jpeg_of(support::room_picture(40, 30, 2), 70);
    const auto kinds = *rc::gen::container<std::vector<bool>>(rc::gen::arbitrary<bool>());
    File stream;
    std::vector<File> sent;
    for (const bool is_png : kinds) {
        sent.push_back(is_png ? a_png : a_jpeg);
        const auto gap = *rc::gen::inRange(0, 5);
        stream.insert(stream.end(), size_t(gap), std::byte{'\n'});
        stream.insert(stream.end(), sent.back().begin(), sent.back().end());
    }
    PictureSplitter splitter;
    std::vector<File> got;
    for (size_t at = 0; at < stream.size();) {
        const size_t piece =
            std::min<size_t>(stream.size() - at, size_t(*rc::gen::inRange(1, 3000)));
        splitter.feed(std::span(stream).subspan(at, piece));
        at += piece;
        while (auto file = splitter.next())
            got.push_back(std::move(*file));
    }
    RC_ASSERT(got == sent);
}

TEST(PictureSplitter, rubbish_before_a_picture_is_stepped_over) {
    PictureSplitter splitter;
    splitter.feed(File(1000, std::byte{0x89}));
    EXPECT_FALSE(splitter.next());
    const File file = png();
    splitter.feed(file);
    EXPECT_EQ(splitter.next(), file);
}

TEST(PictureSplitter, a_chunk_said_to_be_endless_does_not_swallow_the_stream) {
    PictureSplitter splitter;
    File liar = png();
    for (size_t at = 8; at < 12; ++at)
        liar[at] = std::byte{0xFF};
    splitter.feed(liar);
    const File file = png();
    splitter.feed(file);
    EXPECT_EQ(splitter.next(), file);
}

} // namespace
} // namespace rexue::devices
