import { dayOf, dayStart } from '../activity/city-days.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS
const FIRST_RETRY_MS = 15 * SECOND_MS
const LONGEST_RETRY_MS = 30 * MINUTE_MS
const GIVE_UP_AFTER_MS = 3 * DAY_MS
/** Before school begins. */
const DIGEST_AT_MS = 7 * 60 * MINUTE_MS

/** When the messages of a day go out together: the next 7:00 on the city's clock. */
export function nextDigestEpochMs(nowEpochMs: number): number {
  const today = dayStart(dayOf(nowEpochMs)) + DIGEST_AT_MS
  return nowEpochMs < today ? today : today + DAY_MS
}

/** How long to wait after the n-th attempt has failed (n from 1): longer each time, so that a server that comes back is not run over. */
export const retryAfterMs = (attempts: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS)

/** A message of three days ago is no news: it stands in the page anyway. */
export const isTooLate = ({
  createdAtEpochMs,
  nowEpochMs,
}: {
  createdAtEpochMs: number
  nowEpochMs: number
}): boolean => nowEpochMs - createdAtEpochMs > GIVE_UP_AFTER_MS
