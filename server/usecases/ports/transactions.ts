import type { Accounts, OneTimeLinks } from '../identity/ports.ts'
import type { People } from '../people/ports.ts'
import type { AuditTrail, Notifications } from '../ports.ts'
import type { StudioWrites } from '../studios/ports.ts'

/** What is written about people and studios within one transaction. */
export interface CityWrites {
  people: People
  accounts: Accounts
  studioWrites: StudioWrites
  links: OneTimeLinks
  audit: AuditTrail
  notifications: Notifications
}

export interface Transactions {
  /** All that `work` writes, or, where it throws, nothing. */
  run<Result>(work: (writes: CityWrites) => Promise<Result>): Promise<Result>
}
