// Where the simulated camera's pictures come from: a folder that plays like a film, or a pipe.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "platform/devices/camera/camera.h"
#include "platform/devices/camera/simulated/picture_splitter.h"
#include "platform/image/grey_image.h"

namespace rexue::devices {

using Frame = std::shared_ptr<const image::GreyImage>;

// One thread. Frames are width × height; a picture of another shape stands in the middle as large
// as it fits.
class PictureSource {
  public:
    virtual ~PictureSource() = default;
    // streaming, or the misfortune that is played.
    virtual CameraCondition condition() = 0;
    // The picture due now; never null. Black when there is none.
    virtual Frame next() = 0;
};

// A folder of PNG and JPEG files in the order of their names, again and again. What is not (yet) a
// whole picture is passed over. A file `fault` holding "unplugged" or "silent" is a misfortune for
// as long as it is there; a folder that is not there is a camera that is not there.
std::unique_ptr<PictureSource> make_folder_source(std::filesystem::path folder, int width_px,
                                                  int height_px);

// A named pipe into which PNG and JPEG files are written one after the other. The last one stays in
// view until the next; writers may come and go. No pipe: no camera.
std::unique_ptr<PictureSource> make_pipe_source(std::filesystem::path pipe, int width_px,
                                                int height_px);

} // namespace rexue::devices
