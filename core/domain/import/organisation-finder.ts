import type { ImportFault } from '#core/contract/imports.ts'
import type { OrganisationKind } from '#core/contract/http-requests.ts'
import type { CheckedLine } from './check-line.ts'
import { shown } from './check-line.ts'

export interface KnownOrganisation {
  id: string
  parentId: string | null
  kind: OrganisationKind
  name: string
  shortName: string
}

/** An organisation that is there, or a school that the list brings; `key` names it within the plan. */
export type OrganisationRef =
  | { kind: 'known'; id: string; name: string; is: OrganisationKind }
  | { kind: 'new'; key: string; name: string; parentId: string; parentName: string }

const CHOICES_MAX = 12
const keyOf = (parentId: string, name: string) => `${parentId}/${name}`

/**
 * Finds the organisation that a row means. A school is known by its name below its parent; people leave the parent out
 * where there is only one of the name.
 */
export class OrganisationFinder {
  readonly #byName = new Map<string, KnownOrganisation[]>()
  readonly #byId = new Map<string, KnownOrganisation>()
  readonly #bureau: KnownOrganisation
  readonly #new = new Map<string, Extract<OrganisationRef, { kind: 'new' }>[]>()

  constructor(organisations: readonly KnownOrganisation[]) {
    const bureau = organisations.find(({ kind }) => kind === 'city-bureau')
    if (bureau === undefined) throw new Error('a city without its bureau')
    this.#bureau = bureau
    for (const organisation of organisations) {
      this.#byId.set(organisation.id, organisation)
      for (const name of new Set([organisation.name, organisation.shortName])) {
        this.#byName.set(name, [...(this.#byName.get(name) ?? []), organisation])
      }
    }
  }

  get bureauId(): string {
    return this.#bureau.id
  }

  nameOf(organisationId: string): string {
    return this.#byId.get(organisationId)?.name ?? ''
  }

  /** Lets rows that leave the parent out find a school that another row brings with it. Call it for all rows first. */
  announce({ organisation, parent }: CheckedLine): void {
    if (organisation === '' || parent === null) return
    const above = this.#parentCalled(parent)
    if (above === null || this.#below(above.id, organisation) !== undefined) return
    this.#announceBelow(above, organisation)
  }

  find({ organisation, parent }: CheckedLine): OrganisationRef | ImportFault {
    if (parent !== null) return this.#findBelow(organisation, parent)
    const known = this.#byName.get(organisation) ?? []
    const brought = this.#new.get(organisation) ?? []
    const ofCity = known.find(({ parentId }) => parentId === this.#bureau.id || parentId === null)
    if (ofCity !== undefined) return reference(ofCity)
    const [only] = known
    if (only !== undefined && known.length + brought.length === 1) return reference(only)
    const [onlyBrought] = brought
    if (onlyBrought !== undefined && known.length + brought.length === 1) return onlyBrought
    if (known.length + brought.length > 1) {
      const above = [
        ...known.map(({ parentId }) => this.nameOf(parentId ?? '')),
        ...brought.map((one) => one.parentName),
      ]
      const choices = [...new Set(above)].slice(0, CHOICES_MAX)
      return { kind: 'ambiguous', column: 'organisation', found: shown(organisation), choices }
    }
    return this.#announceBelow(this.#bureau, organisation)
  }

  #findBelow(organisation: string, parent: string): OrganisationRef | ImportFault {
    const above = this.#parentCalled(parent)
    if (above === null) {
      const choices = [...this.#byId.values()].filter(({ kind }) => kind === 'district').map((one) => one.shortName)
      return { kind: 'unknown-parent', column: 'parent', found: shown(parent), choices: choices.slice(0, CHOICES_MAX) }
    }
    const known = this.#below(above.id, organisation)
    return known === undefined ? this.#announceBelow(above, organisation) : reference(known)
  }

  #announceBelow(above: KnownOrganisation, name: string): OrganisationRef {
    const key = keyOf(above.id, name)
    const brought = this.#new.get(name) ?? []
    const same = brought.find((one) => one.key === key)
    if (same !== undefined) return same
    const made = { kind: 'new' as const, key, name, parentId: above.id, parentName: above.name }
    this.#new.set(name, [...brought, made])
    return made
  }

  #parentCalled(name: string): KnownOrganisation | null {
    const called = this.#byName.get(name) ?? []
    return called.find(({ kind }) => kind === 'district' || kind === 'city-bureau') ?? null
  }

  /** A district's own people name the district above itself, or the bureau: both mean the district. */
  #below(parentId: string, name: string): KnownOrganisation | undefined {
    return (this.#byName.get(name) ?? []).find((one) => one.parentId === parentId || one.id === parentId)
  }
}

const reference = ({ id, name, kind }: KnownOrganisation): OrganisationRef => ({ kind: 'known', id, name, is: kind })
