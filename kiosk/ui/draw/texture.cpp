#include "kiosk/ui/draw/texture.h"

#include <GL/gl.h>
#include <GL/glext.h>

namespace rexue::ui::draw {

namespace {

// Pictures are drawn pixel for pixel, so the nearest texel is the exact one (and the cheapest).
GLuint new_texture() {
    GLuint id = 0;
    glGenTextures(1, &id);
    glBindTexture(GL_TEXTURE_2D, id);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    return id;
}

std::size_t area(int width_px, int height_px) {
    return static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px);
}

} // namespace

Texture Texture::coverage(int width_px, int height_px, int stride_bytes,
                          const std::uint8_t* pixels) {
    const GLuint id = new_texture();
    const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, stride_bytes);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width_px, height_px, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    return {id, width_px, height_px, area(width_px, height_px)};
}

Texture Texture::colour(int width_px, int height_px, const std::uint8_t* pixels) {
    const GLuint id = new_texture();
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width_px, height_px, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 pixels);
    return {id, width_px, height_px, area(width_px, height_px) * 4};
}

Texture::~Texture() {
    if (id_ != 0) glDeleteTextures(1, &id_);
}

} // namespace rexue::ui::draw
