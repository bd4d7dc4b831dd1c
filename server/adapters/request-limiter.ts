import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { RequestLimiter } from '#server/usecases/http/ports.ts'

/** `requests` in every `seconds` for each key. */
export function createRequestLimiter({ requests, seconds }: { requests: number; seconds: number }): RequestLimiter {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds })
  return {
    take: async (key) => {
      try {
        await limiter.consume(key)
        return { allowed: true }
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { allowed: false, retryAfterMs: refusal.msBeforeNext }
      }
    },
  }
}
