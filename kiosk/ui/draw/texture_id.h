// A texture as ImGui knows it: a pointer-sized handle that holds OpenGL's number.
#pragma once

#include <bit>
#include <cstdint>

#include <imgui.h>

#include "kiosk/ui/draw/texture.h"

namespace rexue::ui::draw {

inline ImTextureID texture_id(const Texture& texture) {
    return std::bit_cast<ImTextureID>(static_cast<std::uintptr_t>(texture.id()));
}

} // namespace rexue::ui::draw
