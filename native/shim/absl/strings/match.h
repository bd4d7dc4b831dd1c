// Included by libwebrtc, which calls nothing of it. See ../types/optional.h.
#pragma once
#include "absl/strings/string_view.h"
