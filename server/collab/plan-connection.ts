import type { Connection, Document } from '@hocuspocus/server'
import type { PlanAccess, PlanCaretUser, PlanServerMessage } from '#core/contract/plan.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import type { PlanRecord } from '#server/usecases/plans/ports.ts'

/** What is known of a connection once it is let in. Replaced as a whole when rights change. */
export interface PlanContext {
  actor: Actor
  plan: PlanRecord
  access: PlanAccess
  linkToken: string | null
  /** Whose caret it is; null for guests, who show none. */
  user: PlanCaretUser | null
  /** Which round of rights `access` was decided in. */
  accessRound: number
}

export type PlanConnection = Connection<PlanContext>

export const connectionsOf = (document: Document): PlanConnection[] => document.getConnections()

export function sendTo(connection: PlanConnection, message: PlanServerMessage): void {
  connection.sendStateless(JSON.stringify(message))
}

/** Turns a connection away. Without a message, because Hocuspocus prints messages to the console. */
export class Refusal extends Error {
  readonly reason: 'not-found' | 'unavailable' | 'too-large'

  constructor(reason: Refusal['reason']) {
    super('')
    this.name = 'Refusal'
    this.reason = reason
  }
}
