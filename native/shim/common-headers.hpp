// What most sources of the worker include anyway, precompiled once. Changes nothing but the build time.
#include <cmath>
#include <cstring>
#include <deque>
#include <limits>
#include <list>
#include <map>
#include <mutex>
#include <numeric>
#include <random>
#include <ranges>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <ankerl/unordered_dense.h>
#include <openssl/ssl.h>
#include <srtp.h>
#include <uv.h>

#include "FBS/message.h"
#include "FBS/notification.h"
#include "FBS/request.h"
#include "FBS/response.h"
#include "common.hpp"
