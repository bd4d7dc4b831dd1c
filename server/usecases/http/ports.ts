/** Holds back who asks too often; counts in this process alone. */
export interface RequestLimiter {
  /** `key` names who asks. */
  take(key: string): Promise<{ allowed: true } | { allowed: false; retryAfterMs: number }>
}
