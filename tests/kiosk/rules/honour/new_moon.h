// When the moon is new: Meeus, Astronomical Algorithms, chapter 49, good to seconds here.
#pragma once

#include <array>
#include <chrono>
#include <cmath>
#include <numbers>

namespace rexue::honour {

// New moon `k` (0: of 6 January 2000) in Beijing's time.
inline std::chrono::sys_seconds new_moon_in_beijing(int number) {
    struct Term {
        double weight;
        int sun, moon, latitude; // multiples of the arguments M, M', F
    };
    constexpr std::array<Term, 24> terms{{
        {-0.40720, 0, 1, 0}, {0.17241, 1, 0, 0},    {0.01608, 0, 2, 0},  {0.01039, 0, 0, 2},
        {0.00739, -1, 1, 0}, {-0.00514, 1, 1, 0},   {0.00208, 2, 0, 0},  {-0.00111, 0, 1, -2},
        {-0.00057, 0, 1, 2}, {0.00056, 1, 2, 0},    {-0.00042, 0, 3, 0}, {0.00042, 1, 0, 2},
        {0.00038, 1, 0, -2}, {-0.00024, -1, 2, 0},  {-0.00007, 2, 1, 0}, {0.00004, 0, 2, -2},
        {0.00004, 3, 0, 0},  {0.00003, 1, 1, -2},   {0.00003, 0, 2, 2},  {-0.00003, 1, 1, 2},
        {0.00003, -1, 1, 2}, {-0.00002, -1, 1, -2}, {-0.00002, 1, 3, 0}, {0.00002, 0, 4, 0},
    }};
    struct Planet {
        double at, speed, weight;
    };
    constexpr std::array<Planet, 14> planets{{
        {299.77, 0.107408, 325e-6},
        {251.88, 0.016321, 165e-6},
        {251.83, 26.651886, 164e-6},
        {349.42, 36.412478, 126e-6},
        {84.66, 18.206239, 110e-6},
        {141.74, 53.303771, 62e-6},
        {207.14, 2.453732, 60e-6},
        {154.84, 7.306860, 56e-6},
        {34.52, 27.261239, 47e-6},
        {207.19, 0.121824, 42e-6},
        {291.34, 1.844379, 40e-6},
        {161.72, 24.198154, 37e-6},
        {239.56, 25.513099, 35e-6},
        {331.55, 3.592518, 23e-6},
    }};
    const double k = number;
    const double t = k / 1236.85;
    const auto radians = [](double degrees) { return degrees * std::numbers::pi / 180; };
    const double sun = radians(2.5534 + 29.10535670 * k - 0.0000014 * t * t);
    const double moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
    const double latitude = radians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
    const double node = radians(124.7746 - 1.56375588 * k + 0.0020672 * t * t);
    const double eccentricity = 1 - 0.002516 * t;
    double day = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.00017 * std::sin(node);
    for (const Term& one : terms) {
        const double angle = one.sun * sun + one.moon * moon + one.latitude * latitude;
        day += one.weight * std::pow(eccentricity, std::abs(one.sun)) * std::sin(angle);
    }
    for (const Planet& one : planets)
        day += one.weight * std::sin(radians(one.at + one.speed * k));
    constexpr double epoch = 2440587.5; // 1970-01-01 as a Julian day
    constexpr double dynamical_s = 72;  // dynamical time runs ahead by so much
    const double seconds = (day - epoch) * 86400 - dynamical_s + 8 * 3600;
    return std::chrono::sys_seconds(std::chrono::seconds(std::llround(seconds)));
}

} // namespace rexue::honour
