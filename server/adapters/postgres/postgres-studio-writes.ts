import type { TitleLevel } from '#core/contract/activity.ts'
import type { NewStudio, StudioWrites } from '#server/usecases/studios/ports.ts'
import type { Queryable } from './database.ts'
import { spellTitle } from './spelling.ts'

export class PostgresStudioWrites implements StudioWrites {
  readonly #database: Queryable

  constructor(database: Queryable) {
    this.#database = database
  }

  async create(studio: NewStudio) {
    const data = { ...studio, spelling: spellTitle(studio.name) }
    await this.#database.studio.create({ data, select: { id: true } })
  }

  async addMember({
    sinceEpochMs,
    ...member
  }: {
    id: string
    studioId: string
    personId: string
    sinceEpochMs: number
  }) {
    await this.#database.membership.create({ data: { ...member, since: new Date(sinceEpochMs) }, select: { id: true } })
  }

  async addTitle(title: {
    id: string
    personId: string
    kind: 'teacher' | 'principal'
    level: TitleLevel
    batch: string
  }) {
    const { personId, kind, level } = title
    const held = await this.#database.masterTitle.count({ where: { personId, kind, level } })
    if (held === 0) await this.#database.masterTitle.create({ data: title, select: { id: true } })
  }
}
