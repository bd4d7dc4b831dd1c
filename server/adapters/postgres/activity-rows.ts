import { z } from 'zod'
import { activityEntry, activityKind, activityState, activityVenue, titleLevel } from '#core/contract/activity.ts'
import { registrationTerms } from '#core/contract/registration-terms.ts'
import { schoolStage, schoolSubject } from '#core/contract/schooling.ts'
import { roomRole } from '#core/contract/roles.ts'
import type { ActivityRecord, ActivitySummary } from '#server/usecases/activities/ports.ts'
import type { Prisma } from './generated/client.ts'
import { personSelect, toPersonSummary } from './person-rows.ts'

/** Recordings that can be watched. */
export const WATCHABLE = ['active', 'processing', 'ready']

/** Sessions that have become a replay. */
export const replayable = {
  endedAt: { not: null },
  recordings: { some: { status: { in: WATCHABLE } } },
} as const satisfies Prisma.SeminarSessionWhereInput

export const activitySelect = {
  id: true,
  kind: true,
  state: true,
  title: true,
  question: true,
  startsAt: true,
  endsAt: true,
  entry: true,
  isCityEvent: true,
  venueMode: true,
  venueWhere: true,
  subjects: true,
  stages: true,
  revision: true,
  updatedAt: true,
  linkToken: true,
  districtId: true,
  coverKey: true,
  studio: { select: { id: true, name: true, level: true, subject: true } },
  host: { select: personSelect },
  sessions: { where: replayable, orderBy: { zeroAt: 'desc' }, take: 1, select: { durationMs: true } },
} as const satisfies Prisma.ActivitySelect

export type ActivityRow = Prisma.ActivityGetPayload<{ select: typeof activitySelect }>

/** `districts` knows the short names of districts by id. */
export function toActivitySummary(row: ActivityRow, districts: ReadonlyMap<string, string>): ActivitySummary {
  return {
    id: row.id,
    kind: activityKind.parse(row.kind),
    state: activityState.parse(row.state),
    title: row.title,
    question: row.question,
    startsAtEpochMs: row.startsAt.getTime(),
    endsAtEpochMs: row.endsAt.getTime(),
    entry: activityEntry.parse(row.entry),
    isCityEvent: row.isCityEvent,
    venue: { mode: activityVenue.shape.mode.parse(row.venueMode), where: row.venueWhere },
    subjects: z.array(schoolSubject).parse(row.subjects),
    stages: z.array(schoolStage).parse(row.stages),
    revision: row.revision,
    updatedAtEpochMs: row.updatedAt.getTime(),
    linkToken: row.linkToken,
    studio: row.studio === null ? null : { ...row.studio, level: titleLevel.parse(row.studio.level) },
    district: row.districtId === null ? null : (districts.get(row.districtId) ?? null),
    host: toPersonSummary(row.host),
    replayDurationMs: row.sessions[0]?.durationMs ?? null,
    coverKey: row.coverKey,
  }
}

export const recordSelect = {
  hostId: true,
  willRecord: true,
  registrationMode: true,
  capacity: true,
  agenda: { orderBy: { position: 'asc' }, select: { id: true, title: true, minutes: true, note: true } },
  roles: {
    orderBy: { personId: 'asc' },
    select: { role: true, note: true, person: { select: { ...personSelect, note: true } } },
  },
  plan: { select: { id: true, updatedAt: true } },
} as const satisfies Prisma.ActivitySelect

type RecordRow = Prisma.ActivityGetPayload<{ select: typeof recordSelect }>

interface RecordParts {
  summary: ActivitySummary
  schoolId: string | null
  studioId: string | null
  districtId: string | null
  groupIds: ReadonlySet<string>
  sessionId: string | null
}

export function toActivityRecord(row: RecordRow, parts: RecordParts): ActivityRecord {
  const { summary, schoolId, studioId, districtId, groupIds, sessionId } = parts
  const people = row.roles.map(({ role, note, person }) => ({
    person: toPersonSummary(person),
    role: roomRole.parse(role),
    note: note ?? person.note,
  }))
  return {
    summary,
    facts: {
      state: summary.state,
      entry: summary.entry,
      studioId,
      districtId,
      schoolId,
      hostId: row.hostId,
      assigned: new Map(people.map(({ person, role }) => [person.id, role])),
      groupIds,
    },
    agenda: row.agenda,
    people,
    willRecord: row.willRecord,
    registration: registrationTerms.parse({ mode: row.registrationMode, capacity: row.capacity }),
    plan:
      row.plan === null
        ? null
        : { id: row.plan.id, title: summary.title, updatedAtEpochMs: row.plan.updatedAt?.getTime() ?? null },
    sessionId,
  }
}
