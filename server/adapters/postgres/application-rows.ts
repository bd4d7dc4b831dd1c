import { z } from 'zod'
import { titleLevel } from '#core/contract/activity.ts'
import { applicationForm, applicationState, applicationStep, mendingNotes } from '#core/contract/applications.ts'
import type { ApplicationHead, ApplicationRecord, HeldTitle } from '#server/usecases/applications/ports.ts'
import type { Prisma } from './generated/client.ts'

const titleSelect = { kind: true, level: true, batch: true } as const
const heldTitle: z.ZodType<HeldTitle> = z.object({
  kind: z.enum(['teacher', 'principal']),
  level: titleLevel,
  batch: z.string(),
})
export const toTitles = (rows: readonly unknown[]): HeldTitle[] => z.array(heldTitle).parse(rows)

export const titlesSelect = { select: titleSelect, orderBy: { id: 'desc' } } as const

export const headSelect = {
  ...{ id: true, applicantId: true, state: true, version: true, form: true, handedIn: true },
  ...{ schoolId: true, districtId: true, notes: true, reason: true, studioId: true },
  ...{ photoKey: true, handedInPhotoKey: true },
  applicant: { select: { name: true, organisation: { select: { name: true } }, titles: titlesSelect } },
} as const satisfies Prisma.StudioApplicationSelect

export const recordSelect = {
  ...headSelect,
  waitingSince: true,
  school: { select: { name: true } },
  district: { select: { shortName: true } },
  events: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.StudioApplicationSelect

type HeadRow = Prisma.StudioApplicationGetPayload<{ select: typeof headSelect }>
type RecordRow = Prisma.StudioApplicationGetPayload<{ select: typeof recordSelect }>

export function toHead({
  id,
  applicantId,
  applicant,
  version,
  reason,
  studioId,
  photoKey,
  ...row
}: HeadRow): ApplicationHead {
  const { schoolId, districtId, handedIn, handedInPhotoKey } = row
  return {
    ...{ id, applicantId, applicantName: applicant.name, version, reason, studioId, photoKey },
    state: applicationState.parse(row.state),
    form: applicationForm.parse(row.form),
    handedIn:
      handedIn === null || schoolId === null
        ? null
        : { form: applicationForm.parse(handedIn), schoolId, districtId, photoKey: handedInPhotoKey },
    notes: mendingNotes.parse(row.notes),
  }
}

export function toRecord(row: RecordRow): ApplicationRecord {
  return {
    ...toHead(row),
    organisation: row.applicant.organisation.name,
    titles: toTitles(row.applicant.titles),
    schoolName: row.school?.name ?? '',
    district: row.district?.shortName ?? '',
    sinceEpochMs: row.waitingSince.getTime(),
    events: row.events.map(({ id, at, actorName, step, to, reason }) => ({
      ...{ id, actorName, reason, atEpochMs: at.getTime() },
      step: applicationStep.parse(step),
      to: applicationState.parse(to),
    })),
  }
}
