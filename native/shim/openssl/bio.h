// Keeps the worker from crashing in its first DTLS handshake with Debian's OpenSSL.
//
// mediasoup 3.27.1 sets a callback on its outgoing BIO (onSslBioOut in DtlsTransport.cpp) that
// answers 1 to every operation, where OpenSSL expects the operation's own result back
// (BIO_set_callback(3), "ret"). Debian's OpenSSL is built with kernel TLS and asks the BIO whether
// the kernel encrypts (BIO_CTRL_GET_KTLS_SEND); told 1, it allocates no write buffer and writes
// through a null pointer. The OpenSSL that mediasoup bundles has no kernel TLS. This shim can go
// when mediasoup returns `ret` for BIO_CB_CTRL | BIO_CB_RETURN.
#pragma once
#include_next <openssl/bio.h>

namespace tongke {

template <BIO_callback_fn_ex callback>
long AnswerWithResult(BIO* bio, int operation, const char* data, size_t length, int argi, long argl, int result,
                      size_t* processed) {
  const long answer = callback(bio, operation, data, length, argi, argl, result, processed);
  const bool afterOperation = (operation & BIO_CB_RETURN) != 0;
  return afterOperation ? result : answer;
}

}  // namespace tongke

// A macro does not expand inside its own expansion, so the inner name is OpenSSL's function.
#define BIO_set_callback_ex(bio, callback) BIO_set_callback_ex((bio), tongke::AnswerWithResult<(callback)>)
