import type { PersonColour } from '#core/contract/fields.ts'
import type { OrganisationCard, OrganisationKind } from '#core/contract/http-requests.ts'
import type { PlatformRole, RoleGrant, ScopeKind } from '#core/contract/roles.ts'
import type { Actor } from '#core/domain/policy/actor.ts'

export interface PersonSummary {
  id: string
  name: string
  organisation: string
  district: string | null
  colour: PersonColour
  portraitKey: string | null
}

export interface NewOrganisation {
  id: string
  parentId: string | null
  kind: OrganisationKind
  name: string
  shortName: string
}

export interface NewPerson {
  id: string
  userId: string
  organisationId: string
  name: string
  subject: string | null
  stage: string | null
  post: string | null
  note: string | null
  colour: PersonColour
  portraitKey: string | null
}

export interface People {
  summary(personId: string): Promise<PersonSummary | null>
  /** Each word in name, spelling, school or district; by name, then id. `after`: name and id of the last one seen. */
  search(
    query: string,
    options: { after?: readonly [string, string] | undefined; limit: number },
  ): Promise<PersonSummary[]>
  /** Null when the account belongs to nobody. */
  actorOfUser(userId: string): Promise<Actor | null>
  actor(personId: string): Promise<Extract<Actor, { kind: 'person' }> | null>
  /** Names of the organisations and studios that the grants are about, by scope id. */
  scopeNames(grants: readonly RoleGrant[]): Promise<ReadonlyMap<string, string>>
  studiosOf(personId: string): Promise<{ id: string; name: string; kind: 'teacher' | 'principal' }[]>
  portraitKey(personId: string): Promise<string | null>
  /** All of them, by name. */
  organisations(): Promise<OrganisationCard[]>
  /** `rootId`: of the city's bureau that it belongs to, or its own. */
  organisation(organisationId: string): Promise<{ kind: OrganisationKind; rootId: string } | null>
  createOrganisation(organisation: NewOrganisation): Promise<void>
  createPerson(person: NewPerson): Promise<void>
  grant(grant: { id: string; personId: string; role: PlatformRole; scope: ScopeKind; scopeId: string }): Promise<void>
  count(): Promise<number>
  /** People with an account who hold the role, in whatever scope. */
  countWithRole(role: PlatformRole): Promise<number>
}
