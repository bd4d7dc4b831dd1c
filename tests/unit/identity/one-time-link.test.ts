import { describe, expect, it } from 'vitest'
import { linkExpiry, linkStands } from '#core/domain/identity/one-time-link.ts'
import { randomIds } from '#server/adapters/random-ids.ts'

const HOUR_MS = 3_600_000
const NOW = Date.UTC(2026, 10, 25)

describe('a one-time link', () => {
  it.each([
    ['set-up', 24],
    ['set-password', 168],
  ] as const)('[LINK1] to %s stands for %i hours, and not a millisecond longer', (purpose, hours) => {
    const expiresAtEpochMs = linkExpiry(purpose, { nowEpochMs: NOW })
    expect(linkStands({ expiresAtEpochMs }, { nowEpochMs: NOW })).toBe(true)
    expect(linkStands({ expiresAtEpochMs }, { nowEpochMs: NOW + hours * HOUR_MS - 1 })).toBe(true)
    expect(linkStands({ expiresAtEpochMs }, { nowEpochMs: NOW + hours * HOUR_MS })).toBe(false)
  })

  it('[LINK2] has a secret of 256 random bits that a link can carry as it is', () => {
    const secrets = Array.from({ length: 1_000 }, () => randomIds.secret())
    for (const secret of secrets) {
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
      expect(encodeURIComponent(secret)).toBe(secret)
    }
    expect(new Set(secrets).size).toBe(secrets.length)
  })
})
