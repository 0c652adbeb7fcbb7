// Written characters, by zinnia with the Tegaki project's model for simplified Chinese.
//
// The model knows the 6,763 characters of GB 2312 and no other: no rare name is ever among its
// answers. A keyboard that offers it offers another way beside it.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "platform/base/error.h"
#include "platform/input_method/query.h"

namespace rexue::input_method {

class Handwriting {
  public:
    // What lies beyond is left out: a finger that rests on the box draws no end of points.
    static constexpr size_t max_strokes = 40;
    static constexpr size_t max_points = 200; // of a stroke, thinned out evenly

    // Maps the model, a file of 26 MB that is read as it is needed: the first answer after a start
    // of the machine waits for the disk. not_found without it, corrupt when it is no model.
    static base::Result<std::unique_ptr<Handwriting>> create(const std::filesystem::path& path);
    ~Handwriting();
    Handwriting(const Handwriting&) = delete;
    Handwriting& operator=(const Handwriting&) = delete;

    // The `limit` likeliest characters, the best first; none without ink. Strokes in their order,
    // as they are written. 10 ms for one stroke, 30 ms for twenty: not for the window thread. One
    // thread at a time.
    std::vector<Candidate> recognise(const std::vector<Stroke>& ink, size_t limit) const;

  private:
    struct Model;
    explicit Handwriting(std::unique_ptr<Model> model);
    std::unique_ptr<Model> model_;
};

} // namespace rexue::input_method
