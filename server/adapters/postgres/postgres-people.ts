import { z } from 'zod'
import { organisationKind } from '#core/contract/http-requests.ts'
import { roleGrant, type PlatformRole, type RoleGrant, type ScopeKind } from '#core/contract/roles.ts'
import type { Districts } from '#server/usecases/activities/ports.ts'
import type { NewOrganisation, NewPerson, People } from '#server/usecases/people/ports.ts'
import type { Queryable } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { districtOf, organisationSelect, personSelect, toPersonSummary } from './person-rows.ts'
import { personHas } from './search-conditions.ts'
import { spellName } from './spelling.ts'

const studioKind = z.enum(['teacher', 'principal'])

const actorSelect = {
  id: true,
  name: true,
  grants: { select: { role: true, scope: true, scopeId: true } },
} as const satisfies Prisma.PersonSelect

type ActorRow = Prisma.PersonGetPayload<{ select: typeof actorSelect }>

const toActor = ({ id, name, grants }: ActorRow) => ({
  kind: 'person' as const,
  personId: id,
  name,
  grants: grants.map((grant): RoleGrant => roleGrant.parse(grant)),
})

export class PostgresPeople implements People, Districts {
  readonly #database: Queryable

  constructor(database: Queryable) {
    this.#database = database
  }

  async summary(personId: string) {
    const row = await this.#database.person.findUnique({ where: { id: personId }, select: personSelect })
    return row === null ? null : toPersonSummary(row)
  }

  async search(query: string, { after, limit }: { after?: readonly [string, string] | undefined; limit: number }) {
    const conditions = personHas(query)
    if (after !== undefined)
      conditions.push({ OR: [{ name: { gt: after[0] } }, { name: after[0], id: { gt: after[1] } }] })
    const rows = await this.#database.person.findMany({
      where: { AND: conditions },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit,
      select: personSelect,
    })
    return rows.map(toPersonSummary)
  }

  async actorOfUser(userId: string) {
    const row = await this.#database.person.findUnique({ where: { userId }, select: actorSelect })
    return row === null ? null : toActor(row)
  }

  async actor(personId: string) {
    const row = await this.#database.person.findUnique({ where: { id: personId }, select: actorSelect })
    return row === null ? null : toActor(row)
  }

  async scopeNames(grants: readonly RoleGrant[]) {
    const where = { id: { in: grants.map(({ scopeId }) => scopeId) } }
    const [organisations, studios] = await Promise.all([
      this.#database.organisation.findMany({ where, select: { id: true, name: true } }),
      this.#database.studio.findMany({ where, select: { id: true, name: true } }),
    ])
    return new Map([...organisations, ...studios].map(({ id, name }) => [id, name]))
  }

  async studiosOf(personId: string) {
    const rows = await this.#database.studio.findMany({
      where: { OR: [{ masterId: personId }, { memberships: { some: { personId, state: 'active' } } }] },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true, kind: true },
    })
    return rows.map(({ id, name, kind }) => ({ id, name, kind: studioKind.parse(kind) }))
  }

  async portraitKey(personId: string) {
    const row = await this.#database.person.findUnique({ where: { id: personId }, select: { portraitKey: true } })
    return row?.portraitKey ?? null
  }

  async ofPerson(personId: string) {
    const row = await this.#database.person.findUnique({
      where: { id: personId },
      select: { organisation: { select: organisationSelect } },
    })
    return row === null ? null : (districtOf(row.organisation)?.id ?? null)
  }

  async organisations() {
    const rows = await this.#database.organisation.findMany({
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      select: { id: true, parentId: true, kind: true, name: true },
    })
    return rows.map(({ kind, ...organisation }) => ({ ...organisation, kind: organisationKind.parse(kind) }))
  }

  async organisation(organisationId: string) {
    const row = await this.#database.organisation.findUnique({
      where: { id: organisationId },
      // The tree is no deeper: bureau, district, school.
      select: { id: true, kind: true, parentId: true, parent: { select: { parentId: true } } },
    })
    if (row === null) return null
    return { kind: organisationKind.parse(row.kind), rootId: row.parent?.parentId ?? row.parentId ?? row.id }
  }

  async createOrganisation(organisation: NewOrganisation) {
    await this.#database.organisation.create({ data: organisation, select: { id: true } })
  }

  async createPerson(person: NewPerson) {
    const data = { ...person, spelling: spellName(person.name) }
    await this.#database.person.create({ data, select: { id: true } })
  }

  async grant(grant: { id: string; personId: string; role: PlatformRole; scope: ScopeKind; scopeId: string }) {
    await this.#database.roleGrant.create({ data: grant, select: { id: true } })
  }

  count() {
    return this.#database.person.count()
  }

  countWithRole(role: PlatformRole) {
    return this.#database.person.count({ where: { userId: { not: null }, grants: { some: { role } } } })
  }
}
