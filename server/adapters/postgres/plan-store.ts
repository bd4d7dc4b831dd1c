import { activityEntry, activityState } from '#core/contract/activity.ts'
import { personColour } from '#core/contract/fields.ts'
import { roomRole } from '#core/contract/roles.ts'
import type {
  AuthoredPlanUpdate,
  CompactedPlan,
  PlanRecord,
  PlanStore,
  PlanUpdateDraft,
  StoredPlan,
} from '#server/usecases/plans/ports.ts'
import type { Database, Queryable } from './database.ts'
import type { LessonPlanWhereUniqueInput } from './generated/models.ts'

/** Who has no row any more is shown in the first colour. */
const NAMELESS = { name: '', colour: 1 } as const

export class PostgresPlanStore implements PlanStore {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  findById(planId: string) {
    return this.#find({ id: planId })
  }

  findByActivity(activityId: string) {
    return this.#find({ activityId })
  }

  async open(planId: string, seed: () => PlanUpdateDraft): Promise<StoredPlan | null> {
    return this.#database.$transaction(async (tx) => {
      const [row] = await tx.$queryRaw<{ lastSeq: number; stateSeq: number; state: Uint8Array | null }[]>`
        SELECT "lastSeq", "stateSeq", "state" FROM "lesson_plan" WHERE "id" = ${planId} FOR UPDATE`
      if (row === undefined) return null
      if (row.lastSeq === 0) {
        const first = seed()
        const { lastSeq } = await appendTo(tx, planId, [first])
        return { state: null, updates: [{ ...first, seq: 1 }], lastSeq }
      }
      return await withUpdates(tx, planId, row)
    })
  }

  async read(planId: string): Promise<StoredPlan | null> {
    const select = { lastSeq: true, stateSeq: true, state: true } as const
    const row = await this.#database.lessonPlan.findUnique({ where: { id: planId }, select })
    // What is compacted between the two questions stands in the log all the same.
    return row === null ? null : withUpdates(this.#database, planId, row)
  }

  append(planId: string, updates: readonly PlanUpdateDraft[]): Promise<{ lastSeq: number }> {
    return this.#database.$transaction((tx) => appendTo(tx, planId, updates))
  }

  async compact(planId: string, { state, stateSeq, text, atEpochMs }: CompactedPlan): Promise<void> {
    await this.#database.lessonPlan.updateMany({
      where: { id: planId, stateSeq: { lte: stateSeq } },
      data: { state: new Uint8Array(state), stateSeq, text, updatedAt: new Date(atEpochMs) },
    })
  }

  async log(planId: string, { untilEpochMs }: { untilEpochMs: number }): Promise<AuthoredPlanUpdate[]> {
    const rows = await this.#database.lessonPlanUpdate.findMany({
      where: { planId, at: { lte: new Date(untilEpochMs) } },
      orderBy: { seq: 'asc' },
      select: { seq: true, update: true, personId: true, at: true },
    })
    const personIds = [...new Set(rows.flatMap((row) => row.personId ?? []))]
    const people = await this.#database.person.findMany({
      where: { id: { in: personIds } },
      select: { id: true, name: true, colour: true },
    })
    const authors = new Map(
      people.map((person) => [person.id, { name: person.name, colour: personColour.parse(person.colour) }]),
    )
    return rows.map(({ at, ...row }) => ({
      ...row,
      atEpochMs: at.getTime(),
      ...((row.personId === null ? undefined : authors.get(row.personId)) ?? NAMELESS),
    }))
  }

  async caretUser(personId: string) {
    const person = await this.#database.person.findUnique({
      where: { id: personId },
      select: { name: true, colour: true },
    })
    if (person === null) return null
    return { personId, name: person.name, colour: personColour.parse(person.colour) }
  }

  async #find(where: LessonPlanWhereUniqueInput): Promise<PlanRecord | null> {
    const row = await this.#database.lessonPlan.findUnique({ where, select: PLAN_SELECT })
    return row === null ? null : toRecord(row)
  }
}

/** The state with what stands after it in the log. */
async function withUpdates(
  from: Queryable,
  planId: string,
  { state, stateSeq, lastSeq }: { state: Uint8Array | null; stateSeq: number; lastSeq: number },
): Promise<StoredPlan> {
  const after = await from.lessonPlanUpdate.findMany({
    where: { planId, seq: { gt: state === null ? 0 : stateSeq } },
    orderBy: { seq: 'asc' },
    select: { seq: true, update: true, personId: true, at: true },
  })
  return { state, lastSeq, updates: after.map(({ at, ...update }) => ({ ...update, atEpochMs: at.getTime() })) }
}

async function appendTo(tx: Queryable, planId: string, updates: readonly PlanUpdateDraft[]) {
  // The row is locked by this, so the numbers have no gaps and no doubles whoever else appends.
  const { lastSeq } = await tx.lessonPlan.update({
    where: { id: planId },
    data: { lastSeq: { increment: updates.length } },
    select: { lastSeq: true },
  })
  await tx.lessonPlanUpdate.createMany({
    data: updates.map(({ update, personId, atEpochMs }, index) => ({
      planId,
      seq: lastSeq - updates.length + 1 + index,
      update: new Uint8Array(update),
      personId,
      at: new Date(atEpochMs),
    })),
  })
  return { lastSeq }
}

const PLAN_SELECT = {
  id: true,
  updatedAt: true,
  activity: {
    select: {
      id: true,
      title: true,
      state: true,
      entry: true,
      linkToken: true,
      hostId: true,
      studioId: true,
      districtId: true,
      roles: { select: { personId: true, role: true } },
      studio: {
        select: {
          hostSchoolId: true,
          masterId: true,
          memberships: { where: { state: 'active' }, select: { personId: true } },
        },
      },
    },
  },
} as const

interface PlanRow {
  id: string
  updatedAt: Date | null
  activity: {
    id: string
    title: string
    state: string
    entry: string
    linkToken: string
    hostId: string
    studioId: string | null
    districtId: string | null
    roles: { personId: string; role: string }[]
    studio: { hostSchoolId: string; masterId: string; memberships: { personId: string }[] } | null
  }
}

function toRecord({ id, updatedAt, activity }: PlanRow): PlanRecord {
  const { studio } = activity
  return {
    planId: id,
    activityId: activity.id,
    title: activity.title,
    linkToken: activity.linkToken,
    updatedAtEpochMs: updatedAt?.getTime() ?? null,
    facts: {
      state: activityState.parse(activity.state),
      entry: activityEntry.parse(activity.entry),
      studioId: activity.studioId,
      districtId: activity.districtId,
      schoolId: studio?.hostSchoolId ?? null,
      hostId: activity.hostId,
      assigned: new Map(activity.roles.map(({ personId, role }) => [personId, roomRole.parse(role)])),
      groupIds: new Set(studio === null ? [] : [studio.masterId, ...studio.memberships.map((m) => m.personId)]),
    },
  }
}
