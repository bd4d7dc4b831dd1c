// unordered_dense is not packaged in Debian 12. The worker uses its map, set and hash as it would
// the standard ones, so these are the standard containers, over a hash that spreads integers.
#pragma once
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense {

template <typename Key>
struct hash {
  // std::hash of an integer or pointer is the value itself; SSRCs and ports then crowd into few
  // buckets. The multiply-xorshift steps are splitmix64's (Steele, Lea and Flood, 2014).
  std::uint64_t operator()(const Key& key) const {
    std::uint64_t bits = std::hash<Key>{}(key);
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;
    return bits ^ (bits >> 31);
  }
};

template <typename Key, typename Value, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
using map = std::unordered_map<Key, Value, Hash, Equal>;

template <typename Key, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
using set = std::unordered_set<Key, Hash, Equal>;

}  // namespace ankerl::unordered_dense
