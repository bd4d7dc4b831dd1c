// libwebrtc wants four names of abseil, which C++20's own library has under the same names.
// Debian 12's abseil is built for C++17 and would not link.
#pragma once
#include <optional>

namespace absl {
using std::make_optional;
using std::nullopt;
using std::nullopt_t;
using std::optional;
}  // namespace absl
