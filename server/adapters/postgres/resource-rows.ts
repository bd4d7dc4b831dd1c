import { schoolStage } from '#core/contract/schooling.ts'
import {
  fileShape,
  resourceDownloads,
  resourceKind,
  resourceLicence,
  resourceState,
  VIEW_PARTS,
} from '#core/contract/resources.ts'
import type { FileFacts, MaterialRow, ResourceRecord, ResourceSummary } from '#server/usecases/resources/ports.ts'
import type { Prisma } from './generated/client.ts'
import { districtOf, organisationSelect, personSelect, toPersonSummary } from './person-rows.ts'

export const fileSelect = {
  sha256: true,
  sizeBytes: true,
  mimeType: true,
  shape: true,
  objectKey: true,
  preview: true,
  thumbnailKey: true,
  shownKey: true,
} as const satisfies Prisma.StoredFileSelect

export const toFile = (row: Prisma.StoredFileGetPayload<{ select: typeof fileSelect }>): FileFacts => ({
  ...{ sha256: row.sha256, mimeType: row.mimeType, objectKey: row.objectKey, shownKey: row.shownKey },
  ...{ thumbnailKey: row.thumbnailKey, sizeBytes: Number(row.sizeBytes), shape: fileShape.parse(row.shape) },
  preview: row.preview === 'ready' || row.preview === 'none' ? row.preview : 'waiting',
})

const newestFile = {
  orderBy: { number: 'desc' },
  take: 1,
  select: { file: { select: { sizeBytes: true, thumbnailKey: true } } },
} as const satisfies Prisma.ResourceSelect['versions']

export const summarySelect = {
  id: true,
  title: true,
  kind: true,
  state: true,
  shape: true,
  subject: true,
  stage: true,
  at: true,
  fileNumber: true,
  studio: { select: { id: true, name: true } },
  uploader: { select: personSelect },
  versions: newestFile,
  _count: { select: { views: true, taken: true } },
} as const satisfies Prisma.ResourceSelect

type SummaryRow = Prisma.ResourceGetPayload<{ select: Omit<typeof summarySelect, 'versions'> }>

const toFields = (row: SummaryRow) => ({
  ...{ id: row.id, title: row.title, subject: row.subject, studio: row.studio, fileNumber: row.fileNumber },
  kind: resourceKind.parse(row.kind),
  state: resourceState.parse(row.state),
  shape: fileShape.parse(row.shape),
  stage: row.stage === null ? null : schoolStage.parse(row.stage),
  uploader: toPersonSummary(row.uploader),
  atEpochMs: row.at.getTime(),
  viewers: row._count.views,
  downloadCount: row._count.taken,
})

export function toSummary(row: Prisma.ResourceGetPayload<{ select: typeof summarySelect }>): ResourceSummary {
  const file = row.versions[0]?.file
  return {
    ...toFields(row),
    sizeBytes: Number(file?.sizeBytes ?? 0),
    hasThumbnail: (file?.thumbnailKey ?? null) !== null,
  }
}

/** With what the policy looks at. */
export const materialSelect = {
  ...summarySelect,
  downloads: true,
  studio: { select: { id: true, name: true, hostSchool: { select: organisationSelect } } },
} as const satisfies Prisma.ResourceSelect

export function toMaterial(
  row: Prisma.ResourceGetPayload<{ select: typeof materialSelect }>,
  more: Pick<MaterialRow, 'phase' | 'cameFromIt'>,
): MaterialRow {
  const { id, name, hostSchool } = row.studio
  return {
    ...more,
    summary: toSummary({ ...row, studio: { id, name } }),
    districtId: districtOf(hostSchool)?.id ?? null,
    downloads: resourceDownloads.parse(row.downloads),
  }
}

export const recordSelect = {
  ...summarySelect,
  summary: true,
  edition: true,
  volume: true,
  unit: true,
  licence: true,
  downloads: true,
  reason: true,
  version: true,
  activityId: true,
  studio: { select: { id: true, name: true, masterId: true, hostSchool: { select: organisationSelect } } },
  activity: { select: { id: true, title: true, state: true } },
  versions: {
    orderBy: { number: 'desc' },
    select: {
      number: true,
      fileName: true,
      note: true,
      addedAt: true,
      addedBy: { select: { name: true } },
      file: { select: fileSelect },
    },
  },
} as const satisfies Prisma.ResourceSelect

export function toRecord(
  row: Prisma.ResourceGetPayload<{ select: typeof recordSelect }>,
  { partsSeen }: { partsSeen: number },
): ResourceRecord {
  const versions = row.versions.map((one) => ({
    ...{ number: one.number, fileName: one.fileName, note: one.note, addedBy: one.addedBy.name },
    ...{ addedAtEpochMs: one.addedAt.getTime(), file: toFile(one.file) },
  }))
  const fields = toFields(row)
  const { id, name, masterId, hostSchool } = row.studio
  return {
    ...fields,
    ...{ summary: row.summary, edition: row.edition, volume: row.volume, unit: row.unit },
    ...{ activityId: row.activityId, reason: row.reason, version: row.version },
    activity:
      row.activity === null
        ? null
        : { id: row.activity.id, title: row.activity.title, isDraft: row.activity.state === 'draft' },
    studio: { id, name },
    ...{ masterId, districtId: districtOf(hostSchool)?.id ?? null },
    licence: resourceLicence.parse(row.licence),
    downloads: resourceDownloads.parse(row.downloads),
    sizeBytes: versions[0]?.file.sizeBytes ?? 0,
    hasThumbnail: (versions[0]?.file.thumbnailKey ?? null) !== null,
    meanCoverage: fields.viewers === 0 ? null : partsSeen / (fields.viewers * VIEW_PARTS),
    versions,
  }
}
