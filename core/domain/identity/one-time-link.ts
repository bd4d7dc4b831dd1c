const HOUR_MS = 3_600_000

/** What a link lets its bearer do, once. `set-up`: become the city's first administrator. `confirm-mail`: show that an address is theirs. */
export type LinkPurpose = 'set-up' | 'set-password' | 'confirm-mail'

/** The first is used by who reads the terminal; the second travels to a teacher who may be away for the week. */
const VALID_MS: Record<LinkPurpose, number> = {
  'set-up': 24 * HOUR_MS,
  'set-password': 7 * 24 * HOUR_MS,
  'confirm-mail': 24 * HOUR_MS,
}

export const linkExpiry = (purpose: LinkPurpose, { nowEpochMs }: { nowEpochMs: number }): number =>
  nowEpochMs + VALID_MS[purpose]

/** A link that was used, or replaced by a newer one, does not exist any more; this is about its age. */
export const linkStands = (
  { expiresAtEpochMs }: { expiresAtEpochMs: number },
  { nowEpochMs }: { nowEpochMs: number },
): boolean => nowEpochMs < expiresAtEpochMs
