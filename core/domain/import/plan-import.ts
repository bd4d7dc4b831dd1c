import type { ImportChange, ImportedRole, ImportFault, ImportLine } from '#core/contract/imports.ts'
import type { RoleGrant } from '#core/contract/roles.ts'
import { checkLine, shown, type CheckedLine } from './check-line.ts'
import { ROLE_FACTS } from './choices.ts'
import { OrganisationFinder, type KnownOrganisation, type OrganisationRef } from './organisation-finder.ts'

export interface KnownPerson {
  /** Null: an account that belongs to nobody. */
  personId: string | null
  name: string
  organisationId: string
  stage: string | null
  subject: string | null
  post: string | null
  grants: readonly RoleGrant[]
}

/** Of the city, what a list is compared with. */
export interface ImportWorld {
  organisations: readonly KnownOrganisation[]
  /** By user name; of those in the list. */
  people: ReadonlyMap<string, KnownPerson>
}

export interface PlannedGrant {
  role: ImportedRole
  scope: 'city' | 'district' | 'school'
  /** Null: of the organisation that the person belongs to. */
  scopeId: string | null
}

type Details = Pick<CheckedLine, 'stage' | 'subject' | 'post'>

export type PlannedRow = { number: number; organisation: string } & (
  | { kind: 'new'; line: CheckedLine; at: OrganisationRef; grant: PlannedGrant }
  | {
      kind: 'changed'
      personId: string
      before: Pick<KnownPerson, 'organisationId' | 'stage' | 'subject' | 'post'>
      /** Null: stays where they are. */
      at: OrganisationRef | null
      /** What is written; null where it stays. */
      set: Details
      grant: PlannedGrant | null
      changes: ImportChange[]
    }
  | { kind: 'same'; personId: string }
  | { kind: 'faulty'; faults: ImportFault[] }
)

export interface ImportPlan {
  rows: PlannedRow[]
  /** Those that a row without faults needs. */
  newSchools: Extract<OrganisationRef, { kind: 'new' }>[]
}

/** What writing these lines into this city would do. Nothing is decided by chance: the same of both gives the same plan. */
export function planImport(
  lines: readonly ImportLine[],
  { world, roles }: { world: ImportWorld; roles: readonly ImportedRole[] },
): ImportPlan {
  const finder = new OrganisationFinder(world.organisations)
  const checked = lines.map(({ number, cells }) => ({ number, ...checkLine(cells, { roles }) }))
  for (const { line } of checked) finder.announce(line)
  const firstRows = firstRowsOf(checked)
  const newSchools = new Map<string, Extract<OrganisationRef, { kind: 'new' }>>()
  const rows = checked.map(({ number, line, faults }): PlannedRow => {
    const found = [...faults]
    const other = firstRows.get(line.username)
    if (other !== undefined && other.rows > 1) {
      const otherRow = other.first === number ? other.second : other.first
      found.push({ kind: 'twice', column: 'username', found: shown(line.username), otherRow })
    }
    const known = world.people.get(line.username)
    found.push(...whoseName(line, known))
    const at = line.organisation === '' ? null : finder.find(line)
    if (at !== null && 'column' in at) found.push(at)
    const organisation = at !== null && !('column' in at) ? at.name : line.organisation
    const place = at !== null && !('column' in at) ? at : null
    if (place !== null) found.push(...rightPlace(line, place))
    if (found.length > 0 || place === null) return { number, organisation, kind: 'faulty', faults: found }
    if (place.kind === 'new') newSchools.set(place.key, place)
    if (known === undefined || known.personId === null) {
      const grant = grantOf(line.role ?? 'teacher', { bureauId: finder.bureauId })
      return { number, organisation, kind: 'new', line, at: place, grant }
    }
    return { number, organisation, ...changeOf(line, { known: { ...known, personId: known.personId }, place, finder }) }
  })
  return { rows, newSchools: [...newSchools.values()] }
}

/** For each user name, the first two rows that it stands in. */
function firstRowsOf(checked: readonly { number: number; line: CheckedLine }[]) {
  const found = new Map<string, { first: number; second: number; rows: number }>()
  for (const { number, line } of checked) {
    if (line.username === '') continue
    const one = found.get(line.username)
    if (one === undefined) found.set(line.username, { first: number, second: number, rows: 1 })
    else {
      one.rows += 1
      if (one.rows === 2) one.second = number
    }
  }
  return found
}

/** A user name is one person's for ever; a list does not give people other names. */
function whoseName(line: CheckedLine, known: KnownPerson | undefined): ImportFault[] {
  if (known === undefined || line.name === '') return []
  const at = { column: 'username' as const, found: shown(line.username) }
  if (known.personId === null) return [{ kind: 'taken', ...at }]
  return known.name === line.name ? [] : [{ kind: 'other-name', ...at, name: known.name }]
}

function rightPlace({ role }: CheckedLine, place: OrganisationRef): ImportFault[] {
  if (role === null) return []
  const { needs, label } = ROLE_FACTS[role]
  const is = place.kind === 'new' ? 'school' : place.is
  return needs === null || needs === is ? [] : [{ kind: 'wrong-place', column: 'role', found: label, needs }]
}

function grantOf(role: ImportedRole, { bureauId }: { bureauId: string }): PlannedGrant {
  const { scope } = ROLE_FACTS[role]
  return { role, scope, scopeId: scope === 'city' ? bureauId : null }
}

type Known = KnownPerson & { personId: string }

function changeOf(
  line: CheckedLine,
  { known, place, finder }: { known: Known; place: OrganisationRef; finder: OrganisationFinder },
) {
  const { personId, organisationId, stage, subject, post } = known
  const changes: ImportChange[] = []
  const moves = place.kind === 'new' || place.id !== organisationId
  if (moves) changes.push({ field: 'organisation', before: finder.nameOf(organisationId), after: place.name })
  const set: Details = { stage: null, subject: null, post: null }
  for (const field of ['stage', 'subject', 'post'] as const) {
    const after = line[field]
    // An empty cell says nothing: lists are often only half filled in.
    if (after === null || after === known[field]) continue
    set[field] = after
    changes.push({ field, before: known[field], after })
  }
  const grant = line.role === null ? null : grantOf(line.role, { bureauId: finder.bureauId })
  const gives = grant !== null && !alreadyHeld(known, { grant, place, moves })
  if (gives) changes.push({ field: 'role', before: null, after: ROLE_FACTS[grant.role].label })
  if (changes.length === 0) return { kind: 'same' as const, personId }
  const before = { organisationId, stage, subject, post }
  return {
    kind: 'changed' as const,
    personId,
    before,
    at: moves ? place : null,
    set,
    grant: gives ? grant : null,
    changes,
  }
}

/** Who moves to another school stays a teacher there: that right moves along, and need not be given anew. */
function alreadyHeld(
  { grants }: Known,
  { grant, place, moves }: { grant: PlannedGrant; place: OrganisationRef; moves: boolean },
): boolean {
  if (grant.role === 'teacher') return grants.some(({ role }) => role === 'teacher')
  if (moves && grant.scopeId === null && place.kind === 'new') return false
  const scopeId = grant.scopeId ?? (place.kind === 'known' ? place.id : null)
  return grants.some((one) => one.role === grant.role && one.scope === grant.scope && one.scopeId === scopeId)
}
