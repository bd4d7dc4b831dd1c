import * as Y from 'yjs'
import { activityInput } from '#core/contract/activity.ts'
import { PROTOCOL_VERSION } from '#core/contract/protocol.ts'
import { SYSTEM } from '#core/domain/policy/actor.ts'
import { cityTime } from '#core/domain/activity/city-calendar.ts'
import { FfmpegMissingError } from '#server/recording/jobs/ffmpeg.ts'
import type { RecordingFolder } from '#server/recording/recording-folder.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { publishActivity } from '#server/usecases/activities/move-activity.ts'
import { openRoom } from '#server/usecases/activities/open-room.ts'
import type { CityDeps } from '#server/usecases/http/use-cases.ts'
import type { PlanStore } from '#server/usecases/plans/ports.ts'
import type { RecordingJobs, RecordingStore } from '#server/usecases/recording/ports.ts'
import { createSeminarDeps } from '#server/usecases/seminar/deps.ts'
import type { SeminarStores } from '#server/usecases/seminar/ports.ts'
import { endRoom } from '#server/usecases/seminar/ending.ts'
import type { PersonActor } from '#server/usecases/require-person.ts'
import { joinRoom } from '#server/usecases/seminar/join.ts'
import { prepareRoom } from '#server/usecases/seminar/prepare.ts'
import type { YearPlanDeps } from '#server/usecases/year-plans/plan-door.ts'
import { bringPlan, settlePlan } from './bring-plan.ts'
import { makeFilm, type Film } from './finished-activity-film.ts'
import { writePlan } from './finished-activity-plan.ts'
import { AGENDA, HOST, ROLES, SCRIPT, SEMINAR_SECONDS, SHOTS } from './finished-activity-script.ts'
import { playBeat, type Stage } from './finished-activity-stage.ts'
import { DemoTape } from './finished-activity-tape.ts'
import { linkPlanned } from './year-plans.ts'

const TITLE = '《背影》第二课时（试讲）'
const QUESTION = '父亲爬月台的那几个动词，该让学生读，还是让学生做？'
const STUDIO = '翟雅琴名师工作室'
const PLANNED_MINUTES = 30
const UNDO_MS = 10_000
/** Of the studio's plan for the year. */
const PLAN_ITEM = '散文阅读同课异构'
const NODE_ID = 'demo'

export interface FinishedActivityDeps extends CityDeps {
  stores: SeminarStores
  plans: PlanStore
  recordings: { store: RecordingStore; folder: RecordingFolder; jobs: RecordingJobs }
  yearPlans: YearPlanDeps
}

/**
 * Yesterday's seminar with its replay, held through the use-cases on a clock of its own. For a demo city that has none
 * yet; takes a minute of computing and can be cut short while it does. Without ffmpeg there is none.
 */
export async function holdFinishedActivity(deps: FinishedActivityDeps, { signal }: { signal: AbortSignal }) {
  const host = await findPerson(deps, HOST)
  if (host === null || (await isHeld(deps, host.personId))) return
  const films = await makeFilms(signal)
  if (films === null) {
    deps.log.info({}, 'demo_replay_left_out')
    return
  }
  signal.throwIfAborted()
  await hold(deps, films)
  deps.log.info({}, 'demo_replay_held')
}

async function makeFilms(signal: AbortSignal): Promise<Film[] | null> {
  const films: Film[] = []
  try {
    for (const shot of SHOTS) films.push(await makeFilm(shot, { signal }))
    return films
  } catch (error) {
    if (error instanceof FfmpegMissingError) return null
    throw error
  }
}

async function isHeld({ activities }: CityDeps, hostId: string): Promise<boolean> {
  const states = ['draft', 'published', 'live', 'ended', 'cancelled'] as const
  const query = { visibleTo: SYSTEM, states, hostedBy: hostId, search: TITLE, order: 'latest-first', limit: 1 } as const
  return (await activities.list(query)).length > 0
}

async function hold(deps: FinishedActivityDeps, films: readonly Film[]): Promise<void> {
  const zeroEpochMs = cityTime(deps.clock.nowEpochMs(), { dayOffset: -1, hours: 19, minutes: 30 })
  let nowEpochMs = zeroEpochMs
  const clock = { nowEpochMs: () => nowEpochMs }
  const past = { ...deps, clock }
  const actorOf = async (name: string): Promise<PersonActor> => {
    const actor = await findPerson(deps, name)
    if (actor === null) throw new Error(`the demo city has no person ${name}`)
    return actor
  }
  const activityId = await announce(past, { zeroEpochMs, actorOf })
  const doc = new Y.Doc()
  writePlan(doc, { title: '《背影》第二课时' })
  const planId = await bringPlan(past.plans, doc, { activityId, atEpochMs: zeroEpochMs - 3_600_000 })
  const { sessionId } = await openRoom(past, await actorOf(HOST), { activityId })

  const seats: Stage['seats'] = new Map()
  const participantIdOf = (name: string) => seats.get(name)?.participantId ?? ''
  const { ids, log, stores } = past
  const tape = new DemoTape({ ...deps.recordings, films, ids, participantIdOf })
  const seminar = createSeminarDeps({ clock, ids, log, stores, recordings: tape, nodeId: NODE_ID })
  try {
    const join = async (name: string) => {
      const { door } = await prepareRoom(seminar, await actorOf(name), { protocol: PROTOCOL_VERSION, activityId })
      const { seat } = await joinRoom(seminar, door, { wantsStage: true })
      seats.set(name, seat)
    }
    const stage: Stage = { seminar, seats, join, sessionId, activityId, plan: { doc, planId, plans: deps.plans } }
    for (const beat of SCRIPT) {
      nowEpochMs = zeroEpochMs + beat.atS * 1_000
      await playBeat(stage, beat)
    }
    nowEpochMs = zeroEpochMs + SEMINAR_SECONDS * 1_000
    const host = seats.get(HOST)
    if (host === undefined) throw new Error('nobody hosts')
    const ended = new Promise<void>((resolve) => {
      seminar.sessions.on('dropped', () => resolve())
    })
    await endRoom(seminar, host)
    nowEpochMs += UNDO_MS
    await ended
    await settlePlan(past.plans, doc, { planId, atEpochMs: nowEpochMs })
  } finally {
    await seminar.sessions.close()
    doc.destroy()
  }
}

/** Created, given its parts and published by its host. */
async function announce(
  deps: CityDeps & Pick<FinishedActivityDeps, 'yearPlans'>,
  { zeroEpochMs, actorOf }: { zeroEpochMs: number; actorOf: (name: string) => Promise<PersonActor> },
): Promise<string> {
  const host = await actorOf(HOST)
  const [studio] = (await deps.people.studiosOf(host.personId)).filter(({ name }) => name === STUDIO)
  const roles = await Promise.all(
    ROLES.map(async ([name, role]) => ({ personId: (await actorOf(name)).personId, role })),
  )
  const input = activityInput.parse({
    ...{ studioId: studio?.id ?? null, kind: 'lesson-study', title: TITLE, question: QUESTION, entry: 'city' },
    startsAt: new Date(zeroEpochMs).toISOString(),
    endsAt: new Date(zeroEpochMs + PLANNED_MINUTES * 60_000).toISOString(),
    agenda: [...AGENDA],
    roles,
  })
  const { activityId } = await createActivity(deps, host, input)
  await publishActivity(deps, host, { activityId })
  if (studio !== undefined)
    await linkPlanned(deps.yearPlans, host, { studioId: studio.id, item: PLAN_ITEM, activityId })
  return activityId
}

async function findPerson({ people }: CityDeps, name: string): Promise<PersonActor | null> {
  const [found] = await people.search(name, { limit: 1 })
  return found === undefined ? null : await people.actor(found.id)
}
