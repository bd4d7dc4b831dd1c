import type { ApplicationForm } from '#core/contract/applications.ts'
import { isDecided, isWritten } from '#core/domain/application/application-states.ts'
import { applicationState } from '#core/contract/applications.ts'
import type {
  ApplicationMove,
  ApplicationTransactions,
  ApplicationWrites,
  EventRecord,
} from '#server/usecases/applications/ports.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import type { CityWrites } from '#server/usecases/ports/transactions.ts'
import { headSelect, toHead } from './application-rows.ts'
import type { Database, Queryable } from './database.ts'
import { cityWrites } from './postgres-transactions.ts'

const WRITTEN = applicationState.options.filter(isWritten)

class PostgresApplicationWrites implements ApplicationWrites {
  readonly #database: Queryable

  constructor(database: Queryable) {
    this.#database = database
  }

  async begin({ id, applicantId, form, atEpochMs }: Parameters<ApplicationWrites['begin']>[0]) {
    const { count } = await this.#database.studioApplication.createMany({
      data: [
        {
          ...{ id, applicantId, openFor: applicantId, form },
          ...{ state: 'draft', version: 1, waitingSince: new Date(atEpochMs) },
        },
      ],
      skipDuplicates: true,
    })
    return count === 1
  }

  async lock(id: string) {
    await this.#database.$executeRaw`SELECT id FROM studio_application WHERE id = ${id} FOR UPDATE`
    const row = await this.#database.studioApplication.findUnique({ where: { id }, select: headSelect })
    return row === null ? null : toHead(row)
  }

  async save(id: string, { version, form }: { version: number; form: ApplicationForm }) {
    const { count } = await this.#database.studioApplication.updateMany({
      where: { id, version, state: { in: WRITTEN } },
      data: { form, version: { increment: 1 } },
    })
    return count === 1
  }

  async setPhoto(id: string, { photoKey }: { photoKey: string }) {
    const { count } = await this.#database.studioApplication.updateMany({
      where: { id, state: { in: WRITTEN } },
      // The words that stand there are untouched: whoever types goes on with their version.
      data: { photoKey },
    })
    return count === 1
  }

  async move(id: string, { version, to, atEpochMs, reason, notes, handedIn, studioId }: ApplicationMove) {
    const { count } = await this.#database.studioApplication.updateMany({
      where: { id, version },
      data: {
        ...{ state: to, reason, waitingSince: new Date(atEpochMs), version: { increment: 1 } },
        ...(isDecided(to) ? { openFor: null } : {}),
        ...(notes === undefined ? {} : { notes }),
        ...(studioId === undefined ? {} : { studioId }),
        ...(handedIn === undefined
          ? {}
          : {
              ...{ handedIn: handedIn.form, schoolId: handedIn.schoolId, districtId: handedIn.districtId },
              handedInPhotoKey: handedIn.photoKey,
            }),
      },
    })
    return count === 1
  }

  async addEvent(applicationId: string, { atEpochMs, ...event }: EventRecord) {
    const data = { ...event, applicationId, at: new Date(atEpochMs) }
    await this.#database.applicationEvent.create({ data, select: { id: true } })
  }
}

export class PostgresApplicationTransactions implements ApplicationTransactions {
  readonly #database: Database
  readonly #deps: { clock: Clock; ids: Ids }

  constructor(database: Database, deps: { clock: Clock; ids: Ids }) {
    this.#database = database
    this.#deps = deps
  }

  run<Result>(work: (writes: CityWrites & { applications: ApplicationWrites }) => Promise<Result>): Promise<Result> {
    return this.#database.$transaction((client) =>
      work({ ...cityWrites(client, this.#deps), applications: new PostgresApplicationWrites(client) }),
    )
  }
}
