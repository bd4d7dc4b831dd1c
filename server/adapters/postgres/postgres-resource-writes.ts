import type { ResourceInput } from '#core/contract/resources.ts'
import type { Clock, Ids } from '#server/usecases/ports.ts'
import type { ResourceTransactions, ResourceWrites } from '#server/usecases/resources/ports.ts'
import { writeAudit } from './audit-rows.ts'
import type { Database, Queryable } from './database.ts'
import { addNotifications } from './notification-rows.ts'
import { spellTitle } from './spelling.ts'

type Deps = { clock: Clock; ids: Ids }

export class PostgresResourceTransactions implements ResourceTransactions {
  readonly #database: Database
  readonly #deps: Deps

  constructor(database: Database, deps: Deps) {
    this.#database = database
    this.#deps = deps
  }

  run<Result>(work: (writes: ResourceWrites) => Promise<Result>): Promise<Result> {
    return this.#database.$transaction((client) => work(writesWith(client, this.#deps)))
  }
}

const dataOf = (input: ResourceInput) => ({
  ...{ title: input.title, summary: input.summary, kind: input.kind, subject: input.subject, stage: input.stage },
  ...{ edition: input.edition, volume: input.volume, unit: input.unit },
  ...{ licence: input.licence, downloads: input.downloads, activityId: input.activityId },
  spelling: spellTitle(input.title),
})

const next = { version: { increment: 1 } } as const

function writesWith(client: Queryable, deps: Deps): ResourceWrites {
  const { resource, resourceVersion, storedFile } = client
  return {
    audit: { write: (entry) => writeAudit(client, entry, deps) },
    notifications: { add: (notifications) => addNotifications(client, notifications, deps) },
    keepFile: async ({ sha256, sizeBytes, mimeType, shape, objectKey, preview, createdAtEpochMs }) => {
      const createdAt = new Date(createdAtEpochMs)
      const data = [{ sha256, sizeBytes: BigInt(sizeBytes), mimeType, shape, objectKey, preview, createdAt }]
      await storedFile.createMany({ data, skipDuplicates: true })
    },
    create: async ({ id, studioId, uploaderId, shape, atEpochMs, ...input }) => {
      const data = { ...dataOf(input), id, studioId, uploaderId, shape, state: 'draft', at: new Date(atEpochMs) }
      await resource.create({ data, select: { id: true } })
    },
    addVersion: async ({ shape, addedAtEpochMs, ...version }) => {
      const { resourceId: id, number } = version
      await resourceVersion.create({
        data: { ...version, addedAt: new Date(addedAtEpochMs) },
        select: { number: true },
      })
      await resource.update({ where: { id }, data: { fileNumber: number, shape }, select: { id: true } })
    },
    change: async (id, { version, input }) =>
      (await resource.updateMany({ where: { id, version }, data: { ...dataOf(input), ...next } })).count === 1,
    move: async (id, { version, to, reason, atEpochMs }) => {
      const at = atEpochMs === null ? {} : { at: new Date(atEpochMs) }
      const data = { state: to, reason, ...at, ...next }
      return (await resource.updateMany({ where: { id, version }, data })).count === 1
    },
    addMaterial: async ({ activityId, resourceId, phase }) => {
      const position = await client.activityMaterial.count({ where: { activityId } })
      await client.activityMaterial.upsert({
        where: { activityId_resourceId: { activityId, resourceId } },
        create: { activityId, resourceId, phase, position },
        update: { phase },
        select: { resourceId: true },
      })
    },
    removeMaterial: async (where) => (await client.activityMaterial.deleteMany({ where })).count === 1,
    discard: async (id, { version }) => (await resource.deleteMany({ where: { id, version } })).count === 1,
  }
}
