import { applicationForm, handedInState, type HandedInState } from '#core/contract/applications.ts'
import { wordsOf } from '#core/domain/search/words.ts'
import type { ApplicationQuery, Applications, ApplicationScope } from '#server/usecases/applications/ports.ts'
import { headSelect, recordSelect, titlesSelect, toHead, toRecord, toTitles } from './application-rows.ts'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { districtOf, organisationSelect } from './person-rows.ts'
import { literally } from './search-conditions.ts'

export const within = (scope: ApplicationScope): Prisma.StudioApplicationWhereInput =>
  scope === 'city' ? {} : { districtId: { in: [...scope.districtIds] } }

export class PostgresApplications implements Applications {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async find(id: string) {
    const row = await this.#database.studioApplication.findUnique({ where: { id }, select: recordSelect })
    return row === null ? null : toRecord(row)
  }

  async newestOf(applicantId: string) {
    // Ids sort by time of making.
    const row = await this.#database.studioApplication.findFirst({
      where: { applicantId },
      orderBy: { id: 'desc' },
      select: recordSelect,
    })
    return row === null ? null : toRecord(row)
  }

  async beginner(personId: string) {
    const row = await this.#database.person.findUnique({
      where: { id: personId },
      select: {
        ...{ name: true, subject: true, post: true, titles: titlesSelect },
        organisation: { select: { id: true, name: true, kind: true } },
      },
    })
    if (row === null) return null
    const { organisation, titles, ...person } = row
    const school = organisation.kind === 'school' ? { id: organisation.id, name: organisation.name } : null
    return { ...person, school, titles: toTitles(titles) }
  }

  async list({ state, scope, order, after, limit }: ApplicationQuery) {
    const direction = order === 'newest-first' ? 'desc' : 'asc'
    const rows = await this.#database.studioApplication.findMany({
      where: { state, ...within(scope), ...(after === null ? {} : beyond(after, order)) },
      orderBy: [{ waitingSince: direction }, { id: direction }],
      take: limit,
      select: {
        ...{ id: true, version: true, state: true, applicantId: true, districtId: true, handedIn: true },
        waitingSince: true,
        applicant: { select: { name: true, titles: titlesSelect } },
        school: { select: { name: true } },
        district: { select: { shortName: true } },
        _count: { select: { events: { where: { step: 'return' } } } },
      },
    })
    return rows.map(({ applicant, handedIn, school, district, waitingSince, _count, ...row }) => ({
      ...row,
      state: handedInState.parse(row.state),
      form: applicationForm.parse(handedIn),
      applicantName: applicant.name,
      titles: toTitles(applicant.titles),
      schoolName: school?.name ?? '',
      district: district?.shortName ?? '',
      sinceEpochMs: waitingSince.getTime(),
      timesReturned: _count.events,
    }))
  }

  async count(scope: ApplicationScope) {
    const rows = await this.#database.studioApplication.groupBy({
      by: ['state'],
      where: { state: { not: 'draft' }, ...within(scope) },
      _count: true,
    })
    return new Map(rows.map(({ state, _count }): [HandedInState, number] => [handedInState.parse(state), _count]))
  }

  async school(schoolId: string) {
    const row = await this.#database.organisation.findUnique({
      where: { id: schoolId, kind: 'school' },
      select: organisationSelect,
    })
    return row === null ? null : { id: row.id, name: row.name, districtId: districtOf(row)?.id ?? null }
  }

  async withPhoto(key: string) {
    const rows = await this.#database.studioApplication.findMany({
      where: { OR: [{ photoKey: key }, { handedInPhotoKey: key }] },
      select: headSelect,
    })
    return rows.map(toHead)
  }

  async schools(query: string, { limit }: { limit: number }) {
    const has = (word: string) => ({ contains: literally(word), mode: 'insensitive' }) as const
    const rows = await this.#database.organisation.findMany({
      where: {
        kind: 'school',
        AND: wordsOf(query).map((word) => ({ OR: [{ name: has(word) }, { parent: { name: has(word) } }] })),
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: limit,
      select: organisationSelect,
    })
    return rows.map((row) => ({ id: row.id, name: row.name, district: districtOf(row)?.shortName ?? '' }))
  }
}

function beyond(
  [sinceEpochMs, id]: readonly [number, string],
  order: ApplicationQuery['order'],
): Prisma.StudioApplicationWhereInput {
  const waitingSince = new Date(sinceEpochMs)
  return order === 'newest-first'
    ? { OR: [{ waitingSince: { lt: waitingSince } }, { waitingSince, id: { lt: id } }] }
    : { OR: [{ waitingSince: { gt: waitingSince } }, { waitingSince, id: { gt: id } }] }
}
