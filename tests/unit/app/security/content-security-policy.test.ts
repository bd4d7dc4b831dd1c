import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '#app/_security/content-security-policy.ts'

const policy = (host: string, isDevelopment = false) =>
  contentSecurityPolicy({ nonce: 'bm9uY2U=', host, isDevelopment })

describe('content security policy', () => {
  it('[CSP1] scripts run by nonce only', () => {
    expect(policy('tongke.example')).toContain(`script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';`)
    expect(policy('tongke.example')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/)
  })

  it('[CSP2] sockets of the same host are allowed, with its port', () => {
    expect(policy('192.168.1.7:3000')).toContain(`connect-src 'self' ws://192.168.1.7:3000 wss://192.168.1.7:3000;`)
  })

  it.each(['evil.example; script-src *', 'a b', '', "x'y"])(
    '[CSP3] a Host header that is no host adds nothing: %j',
    (host) => {
      expect(policy(host)).toContain(`connect-src 'self';`)
      expect(policy(host)).not.toContain('evil')
    },
  )

  it('[CSP4] only development may evaluate text', () => {
    expect(policy('localhost:3000', true)).toContain(`'unsafe-eval'`)
  })
})
