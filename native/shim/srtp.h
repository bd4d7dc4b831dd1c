// The worker is written for libsrtp 3 (opaque policies, separate in and out buffers); Debian 12 has
// libsrtp 2. This header gives the part of the newer interface that SrtpSession.cpp and
// DepLibSRTP.cpp call, over the older library. It can go when Debian ships libsrtp 3.
#pragma once

// Both versions have a type named srtp_policy_t: here a struct, there a pointer.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

#include <climits>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// Codes that only libsrtp 3 knows; libsrtp 2 ends at 27.
inline constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
inline constexpr auto srtp_err_status_cryptex_err = static_cast<srtp_err_status_t>(29);

namespace tongke {

struct SrtpPolicy {
  srtp2_policy_t settings{};
  srtp_profile_t profile{srtp_profile_reserved};
  std::uint8_t masterKeyAndSalt[SRTP_MAX_KEY_LEN]{};
};

// libsrtp 2 transforms one buffer in place. `growthBytes` is the most it may add to the packet.
template <typename Transform>
srtp_err_status_t CopyThenTransform(Transform transform, srtp_t session, const std::uint8_t* in, std::size_t inBytes,
                                    std::uint8_t* out, std::size_t* outBytes, std::size_t growthBytes) {
  if (inBytes > static_cast<std::size_t>(INT_MAX) - growthBytes) return srtp_err_status_bad_param;
  if (*outBytes < inBytes + growthBytes) return srtp_err_status_buffer_small;
  if (in != out) std::memmove(out, in, inBytes);

  int lengthBytes = static_cast<int>(inBytes);
  const srtp_err_status_t status = transform(session, out, &lengthBytes);
  if (status == srtp_err_status_ok) *outBytes = static_cast<std::size_t>(lengthBytes);
  return status;
}

}  // namespace tongke

using srtp_policy_t = tongke::SrtpPolicy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy) {
  *policy = new (std::nothrow) tongke::SrtpPolicy;
  return *policy == nullptr ? srtp_err_status_alloc_fail : srtp_err_status_ok;
}

inline void srtp_policy_destroy(srtp_policy_t policy) {
  if (policy == nullptr) return;
  // Through a volatile pointer, or the compiler drops the writes and the key stays in freed memory.
  volatile std::uint8_t* secret = policy->masterKeyAndSalt;
  for (std::size_t i = 0; i < sizeof policy->masterKeyAndSalt; ++i) secret[i] = 0;
  delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc) {
  policy->settings.ssrc = ssrc;
  return srtp_err_status_ok;
}

// RTCP keeps its 80 bit tag under the _32 profile too (RFC 5764, section 4.1.2); the library's
// "from profile" function for RTCP knows that.
inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile) {
  policy->profile = profile;
  const srtp_err_status_t status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->settings.rtp, profile);
  if (status != srtp_err_status_ok) return status;
  return srtp_crypto_policy_set_from_profile_for_rtcp(&policy->settings.rtcp, profile);
}

inline srtp_err_status_t srtp_policy_add_key(srtp_policy_t policy, const std::uint8_t* key, std::size_t keyBytes,
                                             const std::uint8_t* salt, std::size_t saltBytes,
                                             const std::uint8_t* /*mki*/, std::size_t mkiBytes) {
  const bool asProfileWants = keyBytes == srtp_profile_get_master_key_length(policy->profile) &&
                              saltBytes == srtp_profile_get_master_salt_length(policy->profile);
  if (mkiBytes != 0 || !asProfileWants || keyBytes + saltBytes > sizeof policy->masterKeyAndSalt) {
    return srtp_err_status_bad_param;
  }
  std::memcpy(policy->masterKeyAndSalt, key, keyBytes);
  std::memcpy(policy->masterKeyAndSalt + keyBytes, salt, saltBytes);
  policy->settings.key = policy->masterKeyAndSalt;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow) {
  policy->settings.allow_repeat_tx = allow ? 1 : 0;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, std::size_t packets) {
  policy->settings.window_size = packets;
  return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy) {
  return srtp_create(session, &policy->settings);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, std::uint32_t ssrc) {
  return srtp_remove_stream(session, ssrc);
}

// The four below overload the functions of libsrtp 2 that have the same name.

inline srtp_err_status_t srtp_protect(srtp_t session, const std::uint8_t* rtp, std::size_t rtpBytes, std::uint8_t* srtp,
                                      std::size_t* srtpBytes, std::size_t /*mkiIndex*/) {
  const auto transform = [](srtp_t s, void* packet, int* bytes) { return srtp_protect(s, packet, bytes); };
  return tongke::CopyThenTransform(transform, session, rtp, rtpBytes, srtp, srtpBytes, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_unprotect(srtp_t session, const std::uint8_t* srtp, std::size_t srtpBytes,
                                        std::uint8_t* rtp, std::size_t* rtpBytes) {
  const auto transform = [](srtp_t s, void* packet, int* bytes) { return srtp_unprotect(s, packet, bytes); };
  return tongke::CopyThenTransform(transform, session, srtp, srtpBytes, rtp, rtpBytes, 0);
}

inline srtp_err_status_t srtp_protect_rtcp(srtp_t session, const std::uint8_t* rtcp, std::size_t rtcpBytes,
                                           std::uint8_t* srtcp, std::size_t* srtcpBytes, std::size_t /*mkiIndex*/) {
  const auto transform = [](srtp_t s, void* packet, int* bytes) { return srtp_protect_rtcp(s, packet, bytes); };
  // SRTCP adds a 32 bit index to what the trailer holds (RFC 3711, section 3.4).
  constexpr std::size_t growthBytes = SRTP_MAX_TRAILER_LEN + sizeof(std::uint32_t);
  return tongke::CopyThenTransform(transform, session, rtcp, rtcpBytes, srtcp, srtcpBytes, growthBytes);
}

inline srtp_err_status_t srtp_unprotect_rtcp(srtp_t session, const std::uint8_t* srtcp, std::size_t srtcpBytes,
                                             std::uint8_t* rtcp, std::size_t* rtcpBytes) {
  const auto transform = [](srtp_t s, void* packet, int* bytes) { return srtp_unprotect_rtcp(s, packet, bytes); };
  return tongke::CopyThenTransform(transform, session, srtcp, srtcpBytes, rtcp, rtcpBytes, 0);
}
