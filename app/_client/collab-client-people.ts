import type { Awareness } from 'y-protocols/awareness'
import type { z } from 'zod'
import { planAccess, planCaretUser, type PlanAccess, type PlanCaretUser } from '#core/contract/plan.ts'

const planPerson = planCaretUser.extend({ access: planAccess })
/** Somebody who has the plan open. */
export type PlanPerson = z.infer<typeof planPerson>

/** Everybody with an account who has the plan open, each once, oneself first. */
export class PlanPeople {
  readonly #me: PlanCaretUser | null
  #others: readonly PlanPerson[] = []
  #people: readonly PlanPerson[] = []

  constructor(me: PlanCaretUser | null) {
    this.#me = me
  }

  look(awareness: Awareness): void {
    const byId = new Map<string, PlanPerson>()
    for (const state of awareness.getStates().values()) {
      const person = planPerson.safeParse({ ...Object(state['user']), access: state['access'] })
      if (person.success && person.data.personId !== this.#me?.personId) byId.set(person.data.personId, person.data)
    }
    this.#others = [...byId.values()]
  }

  /** The same list while nobody comes or goes; the server names the others to us, not us. */
  list(ownAccess: PlanAccess): readonly PlanPerson[] {
    const people = this.#me === null ? this.#others : [{ ...this.#me, access: ownAccess }, ...this.#others]
    const isChanged =
      people.length !== this.#people.length || people.some((person, n) => !isSame(person, this.#people[n]))
    if (isChanged) this.#people = people
    return this.#people
  }
}

const isSame = (a: PlanPerson, b: PlanPerson | undefined) =>
  a.personId === b?.personId && a.name === b.name && a.colour === b.colour && a.access === b.access
