// The few kernel calls that the camera driver makes, so that tests can play a kernel.
#pragma once

#include <chrono>
#include <cstddef>

#include <poll.h>
#include <sys/types.h>

namespace rexue::devices {

// Every int is ≥ 0, or minus an errno value. Called from the capturing thread only.
class V4l2Kernel {
  public:
    virtual ~V4l2Kernel() = default;

    // Read and write, never blocking afterwards. A descriptor.
    virtual int open(const char* path) = 0;
    virtual void close(int descriptor) = 0;
    // ioctl, begun again when a signal interrupts it.
    virtual int control(int descriptor, unsigned long request, void* argument) = 0;
    // nullptr when the kernel refuses.
    virtual void* map(int descriptor, size_t bytes, off_t offset) = 0;
    virtual void unmap(void* memory, size_t bytes) = 0;
    // poll for input: its revents, 0 when nothing came in time.
    virtual int wait(int descriptor, std::chrono::milliseconds timeout) = 0;
};

// The kernel itself; lives as long as the program.
V4l2Kernel& linux_kernel();

} // namespace rexue::devices
