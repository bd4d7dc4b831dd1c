import { z } from 'zod'
import { materialPhase, type ResourceFilter } from '#core/contract/resources.ts'
import type {
  FileFacts,
  FilePreviews,
  MadePreview,
  MaterialRow,
  ResourceQuery,
  ResourceRecord,
  Resources,
  ResourceSummary,
} from '#server/usecases/resources/ports.ts'
import type { Database } from './database.ts'
import type { Prisma } from './generated/client.ts'
import {
  fileSelect,
  materialSelect,
  recordSelect,
  summarySelect,
  toFile,
  toMaterial,
  toRecord,
  toSummary,
} from './resource-rows.ts'
import { resourceHas } from './search-conditions.ts'

function shown(show: ResourceQuery['show']): Prisma.ResourceWhereInput {
  switch (show.kind) {
    case 'published':
      return { state: 'published' }
    case 'own':
      return { uploaderId: show.uploaderId }
    case 'waiting':
      return { state: 'submitted', studioId: { in: [...show.studioIds] } }
    default:
      return show satisfies never
  }
}

const narrowedTo = ({ kind, subject, stage, shape, studioId }: ResourceFilter): Prisma.ResourceWhereInput => ({
  ...(kind === undefined ? {} : { kind }),
  ...(subject === undefined ? {} : { subject }),
  ...(stage === undefined ? {} : { stage }),
  ...(shape === undefined ? {} : { shape }),
  ...(studioId === undefined ? {} : { studioId }),
})

export class PostgresResources implements Resources, FilePreviews {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  async find(resourceId: string): Promise<ResourceRecord | null> {
    const row = await this.#database.resource.findUnique({ where: { id: resourceId }, select: recordSelect })
    return row === null ? null : toRecord(row, { partsSeen: await this.#partsSeen(resourceId) })
  }

  async list({ show, filter, search, after, limit }: ResourceQuery): Promise<ResourceSummary[]> {
    const conditions = [shown(show), narrowedTo(filter), ...(search === undefined ? [] : resourceHas(search))]
    if (after !== null) {
      const [atEpochMs, id] = after
      const at = new Date(atEpochMs)
      conditions.push({ OR: [{ at: { lt: at } }, { at, id: { lt: id } }] })
    }
    const rows = await this.#database.resource.findMany({
      where: { AND: conditions },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: limit,
      select: summarySelect,
    })
    return rows.map(toSummary)
  }

  async materials(activityId: string): Promise<MaterialRow[]> {
    const [added, cameFromIt] = await Promise.all([
      this.#database.activityMaterial.findMany({
        where: { activityId },
        orderBy: [{ position: 'asc' }, { resourceId: 'asc' }],
        select: { phase: true, resource: { select: materialSelect } },
      }),
      this.#database.resource.findMany({
        where: { activityId, materials: { none: { activityId } } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        select: materialSelect,
      }),
    ])
    return [
      ...added.map(({ phase, resource }) =>
        toMaterial(resource, { phase: materialPhase.parse(phase), cameFromIt: false }),
      ),
      ...cameFromIt.map((row) => toMaterial(row, { phase: 'after', cameFromIt: true })),
    ]
  }

  async subjects(): Promise<{ value: string; count: number }[]> {
    const groups = await this.#database.resource.groupBy({
      by: ['subject'],
      where: { state: 'published', subject: { not: '' } },
      _count: { _all: true },
      orderBy: [{ _count: { subject: 'desc' } }, { subject: 'asc' }],
    })
    return groups.map(({ subject, _count }) => ({ value: subject, count: _count._all }))
  }

  async byUpload(uploadId: string) {
    return await this.#database.resourceVersion.findUnique({
      where: { uploadId },
      select: { resourceId: true, number: true, addedById: true },
    })
  }

  async file(sha256: string): Promise<FileFacts | null> {
    const row = await this.#database.storedFile.findUnique({ where: { sha256 }, select: fileSelect })
    return row === null ? null : toFile(row)
  }

  async keepPreview(sha256: string, made: MadePreview): Promise<void> {
    const data = { ...made, preview: 'ready' }
    await this.#database.storedFile.update({ where: { sha256 }, data, select: { sha256: true } })
  }

  async filesWithoutPreview(): Promise<string[]> {
    const rows = await this.#database.storedFile.findMany({ where: { preview: 'waiting' }, select: { sha256: true } })
    return rows.map(({ sha256 }) => sha256)
  }

  async isActivityOf(activityId: string, studioId: string): Promise<boolean> {
    return (await this.#database.activity.count({ where: { id: activityId, studioId } })) === 1
  }

  async noteView({ resourceId, personId, parts }: Parameters<Resources['noteView']>[0]): Promise<void> {
    await this.#database.$executeRaw`
      INSERT INTO resource_view ("resourceId", "personId", parts) VALUES (${resourceId}, ${personId}, ${parts})
      ON CONFLICT ("resourceId", "personId") DO UPDATE SET parts = resource_view.parts | EXCLUDED.parts`
  }

  async noteDownload({ resourceId, personId, day }: Parameters<Resources['noteDownload']>[0]): Promise<void> {
    const data = [{ resourceId, personId, day: new Date(`${day}T00:00:00Z`) }]
    await this.#database.resourceDownload.createMany({ data, skipDuplicates: true })
  }

  async #partsSeen(resourceId: string): Promise<number> {
    const found: unknown = await this.#database.$queryRaw`
      SELECT COALESCE(sum(bit_count(parts::bit(64))), 0)::int AS seen FROM resource_view WHERE "resourceId" = ${resourceId}`
    return z.tuple([z.object({ seen: z.number() })]).parse(found)[0].seen
  }
}
