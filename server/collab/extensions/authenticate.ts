import type { Extension } from '@hocuspocus/server'
import { parsePlanDocumentName } from '#core/contract/plan.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { planAccessOf } from '#server/usecases/plans/plan-access.ts'
import type { PlanStore, RoomRoles } from '#server/usecases/plans/ports.ts'
import type { Log } from '#server/usecases/ports.ts'
import { Refusal, sendTo, type PlanConnection, type PlanContext } from '../plan-connection.ts'

export interface AccessDeps {
  plans: PlanStore
  roomRoles: RoomRoles
  log: Log
  /** Who sends these headers; by cookies, never by what a message says. */
  actorOf(headers: Headers): Promise<Actor>
}

/** Guests have no name and no caret. They still hear their own echo, by which a browser knows that it is connected. */
const GUEST_STATE = { guest: true }

/** A guest's link is the longest thing that may come as a token. */
const LINK_TOKEN_MAX_CHARS = 64

/** Decides who comes in and what they may do: when they come, and again whenever rights change. */
export class PlanDoor {
  readonly #deps: AccessDeps
  #accessRound = 0

  constructor(deps: AccessDeps) {
    this.#deps = deps
  }

  /** The hooks for Hocuspocus. */
  readonly extension: Extension<PlanContext> = {
    extensionName: 'authenticate',
    onAuthenticate: async ({ token, documentName, requestHeaders, connectionConfig }) => {
      const linkToken = token.length > 0 && token.length <= LINK_TOKEN_MAX_CHARS ? token : null
      const context = await this.#decide(documentName, { headers: requestHeaders, linkToken })
      connectionConfig.readOnly = context.access !== 'edit'
      return context
    },
    connected: async ({ connection }) => {
      const { context } = connection
      // Rights may have changed between the decision and the moment from which `recheck` sees this connection.
      if (context.accessRound !== this.#accessRound) await this.#recheck(connection)
      else sendTo(connection, { type: 'access', access: context.access })
    },
    beforeHandleAwareness: ({ states, connection, document }) => {
      const user = connection?.context.user ?? null
      for (const [clientId, state] of states) {
        const isForeign = document
          .getConnections()
          .some((other) => other !== connection && document.getClients(other).has(clientId))
        // Nobody speaks for another. Hocuspocus adds an empty state of its own.
        if (isForeign || Object.keys(state).length === 0) states.delete(clientId)
        else if (user !== null) Object.assign(state, { user, access: connection?.context.access })
        else states.set(clientId, GUEST_STATE)
      }
      return Promise.resolve()
    },
  }

  /** Decides anew for these connections; what they have lost they have lost when this resolves. */
  async recheck(connections: readonly PlanConnection[]): Promise<void> {
    this.#accessRound += 1
    await Promise.all(connections.map((connection) => this.#recheck(connection)))
  }

  async #recheck(connection: PlanConnection): Promise<void> {
    const { document, request, context } = connection
    try {
      const after = await this.#decide(document.name, { headers: request.headers, linkToken: context.linkToken })
      connection.context = after
      connection.readOnly = after.access !== 'edit'
      sendTo(connection, { type: 'access', access: after.access })
    } catch (cause) {
      const reason = cause instanceof Refusal ? cause.reason : 'unavailable'
      if (reason === 'not-found') sendTo(connection, { type: 'access', access: 'none' })
      connection.close({ code: 4403, reason })
    }
  }

  async #decide(
    documentName: string,
    { headers, linkToken }: { headers: Headers; linkToken: string | null },
  ): Promise<PlanContext> {
    const accessRound = this.#accessRound
    const planId = parsePlanDocumentName(documentName)
    if (planId === null) throw new Refusal('not-found')
    const { plans, actorOf, log } = this.#deps
    try {
      const [actor, plan] = await Promise.all([actorOf(headers), plans.findById(planId)])
      const access = plan === null ? 'none' : await planAccessOf(this.#deps, actor, { plan, linkToken })
      if (plan === null || access === 'none') throw new Refusal('not-found')
      const personId = personIdOf(actor)
      const user = personId === null ? null : await plans.caretUser(personId)
      return { actor, plan, access, linkToken, user, accessRound }
    } catch (cause) {
      if (cause instanceof Refusal) throw cause
      log.warn({ err: cause, planId }, 'plan_access_undecided')
      throw new Refusal('unavailable')
    }
  }
}
