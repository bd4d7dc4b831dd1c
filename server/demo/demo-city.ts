import type { Actor } from '#core/domain/policy/actor.ts'
import type { CityDeps } from '#server/usecases/http/use-cases.ts'
import type { MembershipDeps } from '#server/usecases/memberships/step.ts'
import type { PlanStore } from '#server/usecases/plans/ports.ts'
import type { ApplicationDeps } from '#server/usecases/applications/application-door.ts'
import type { ApplicationPhotoDoor } from '#server/usecases/applications/application-photos.ts'
import type { YearPlanDeps } from '#server/usecases/year-plans/plan-door.ts'
import type { ResourceDeps } from '#server/usecases/resources/resource-door.ts'
import type { ObjectStorage } from '#server/usecases/ports.ts'

export interface DemoDeps extends CityDeps {
  storage: ObjectStorage
  plans: PlanStore
  yearPlans: YearPlanDeps
  memberships: MembershipDeps
  applications: ApplicationDeps
  applicationPhotos: ApplicationPhotoDoor
  library: ResourceDeps
}

/** What stands already, for the themes that come after. Lookups throw for a name that no theme made: a slip of the pen. */
export class DemoCity {
  readonly #ids = new Map<string, string>()
  readonly #deps: DemoDeps
  readonly passwords: ReadonlyMap<string, string>
  /** The moment of founding: everything is dated around it. */
  readonly nowEpochMs: number

  constructor(
    deps: DemoDeps,
    { passwords, nowEpochMs }: { passwords: ReadonlyMap<string, string>; nowEpochMs: number },
  ) {
    this.#deps = deps
    this.passwords = passwords
    this.nowEpochMs = nowEpochMs
  }

  remember(kind: 'organisation' | 'person' | 'studio' | 'activity', name: string, id: string): void {
    this.#ids.set(`${kind} ${name}`, id)
  }

  idOf(kind: 'organisation' | 'person' | 'studio' | 'activity', name: string): string {
    const id = this.#ids.get(`${kind} ${name}`)
    if (id === undefined) throw new Error(`the demo city has no ${kind} ${name}`)
    return id
  }

  /** A person as an actor, with the roles they hold by now. */
  async actorOf(name: string): Promise<Extract<Actor, { kind: 'person' }>> {
    const actor = await this.#deps.people.actor(this.idOf('person', name))
    if (actor === null) throw new Error(`the demo city has no person ${name}`)
    return actor
  }
}

/** One chapter of the founding. Works through use-cases only. */
export type DemoTheme = (deps: DemoDeps, city: DemoCity) => Promise<void>
