import path from 'node:path'
import { activityInput } from '#core/contract/activity.ts'
import { PROTOCOL_VERSION } from '#core/contract/protocol.ts'
import { createDatabase, type Database } from '#server/adapters/postgres/database.ts'
import { EmbeddedPostgres } from '#server/adapters/postgres/embedded-postgres.ts'
import { createSeminarStores } from '#server/adapters/postgres/seminar-stores.ts'
import { LocalStorage } from '#server/adapters/storage/local-storage.ts'
import { createSystemClock } from '#server/adapters/system-clock.ts'
import { createCityDeps } from '#server/composition.ts'
import type { Film } from '#server/demo/finished-activity-film.ts'
import { DemoTape } from '#server/demo/finished-activity-tape.ts'
import { createRecordingParts } from '#server/start-recordings.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { publishActivity } from '#server/usecases/activities/move-activity.ts'
import { openRoom } from '#server/usecases/activities/open-room.ts'
import type { CityDeps } from '#server/usecases/http/use-cases.ts'
import type { PersonActor } from '#server/usecases/require-person.ts'
import { createSeminarDeps } from '#server/usecases/seminar/deps.ts'
import { endRoom } from '#server/usecases/seminar/ending.ts'
import { joinRoom } from '#server/usecases/seminar/join.ts'
import { recordSpeech, reflectMedia } from '#server/usecases/seminar/media.ts'
import { prepareRoom } from '#server/usecases/seminar/prepare.ts'
import { startRecording } from '#server/usecases/seminar/recording.ts'
import type { Seat } from '#server/usecases/seminar/seat.ts'
import { createKeptLog } from '#tests/support/city/kept-log.ts'

const YESTERDAY_MS = 24 * 3_600_000
const SPEECH_PIECE_MS = 20_000

export interface HeldSession {
  dataDir: string
  host: string
  /** Everybody else, all presenters; the first of them speaks all the time. */
  presenters: readonly string[]
  films: readonly Film[]
  seconds: number
}

/**
 * Holds a seminar beside a product that runs on this data folder, through the same use-cases and on a clock of yesterday: the
 * films go through the recorder's own path, and the product's own job makes the replay of them. Answers the activity.
 */
export async function holdSession({ dataDir, ...script }: HeldSession): Promise<{ activityId: string }> {
  // The product's own server: found running, and left so.
  const { url: databaseUrl } = await EmbeddedPostgres.start({ folder: path.join(dataDir, 'postgres') })
  const database = createDatabase(databaseUrl)
  const { log, errors } = createKeptLog()
  let nowEpochMs = Date.now() - YESTERDAY_MS
  const city = createCityDeps({ database, clock: { nowEpochMs: () => nowEpochMs }, log })
  const storage = new LocalStorage({ folder: path.join(dataDir, 'storage') })
  const present = { ...city, clock: createSystemClock() }
  const parts = await createRecordingParts({ database, databaseUrl, dataDir, storage, city: present })
  try {
    const at = (second: number) => (nowEpochMs = zeroEpochMs + second * 1_000)
    const zeroEpochMs = nowEpochMs
    const held = await hold({ city, database, parts, at }, script)
    if (errors.length > 0) throw new Error(`The seminar went wrong: ${JSON.stringify(errors)}`)
    return held
  } finally {
    await parts.queue.close()
    await database.$disconnect()
  }
}

interface Hall {
  city: CityDeps
  database: Database
  parts: Awaited<ReturnType<typeof createRecordingParts>>
  /** Sets the clock. */
  at: (second: number) => void
}

async function hold(
  { city, database, parts, at }: Hall,
  { host, presenters, films, seconds }: Omit<HeldSession, 'dataDir'>,
): Promise<{ activityId: string }> {
  const actorOf = async (name: string): Promise<PersonActor> => {
    const [found] = await city.people.search(name, { limit: 1 })
    const actor = found === undefined ? null : await city.people.actor(found.id)
    if (actor === null) throw new Error(`The demo city has no ${name}.`)
    return actor
  }
  const activityId = await announce(city, { host: await actorOf(host), presenters, actorOf, seconds })
  const { sessionId } = await openRoom(city, await actorOf(host), { activityId })
  const seats = new Map<string, Seat>()
  const participantIdOf = (name: string) => seats.get(name)?.participantId ?? ''
  const { clock, ids, log } = city
  const tape = new DemoTape({ ...parts, films, ids, participantIdOf })
  const stores = createSeminarStores(database)
  const seminar = createSeminarDeps({ clock, ids, log, stores, recordings: tape, nodeId: 'bench' })
  try {
    for (const name of [host, ...presenters]) {
      const { door } = await prepareRoom(seminar, await actorOf(name), { protocol: PROTOCOL_VERSION, activityId })
      seats.set(name, (await joinRoom(seminar, door, { wantsStage: true })).seat)
    }
    const hostSeat = seats.get(host)
    if (hostSeat === undefined) throw new Error('Nobody hosts.')
    for (const { shot } of films) {
      const participantId = participantIdOf(shot.name)
      await reflectMedia(seminar, { sessionId, participantId, source: shot.source, to: 'on' })
    }
    await startRecording(seminar, hostSeat)
    const speaker = participantIdOf(presenters[0] ?? host)
    for (let toMs = SPEECH_PIECE_MS; toMs <= seconds * 1_000; toMs += SPEECH_PIECE_MS) {
      at(toMs / 1_000)
      await recordSpeech(seminar, { sessionId, participantId: speaker, fromMs: toMs - SPEECH_PIECE_MS, toMs })
    }
    const ended = new Promise<void>((resolve) => {
      seminar.sessions.on('dropped', () => resolve())
    })
    at(seconds)
    const { endsAtMs } = await endRoom(seminar, hostSeat)
    at(endsAtMs / 1_000 + 1)
    await ended
    return { activityId }
  } finally {
    await seminar.sessions.close()
  }
}

interface Announced {
  host: PersonActor
  presenters: readonly string[]
  actorOf: (name: string) => Promise<PersonActor>
  seconds: number
}

async function announce(city: CityDeps, { host, presenters, actorOf, seconds }: Announced): Promise<string> {
  const startsAtMs = city.clock.nowEpochMs()
  const roles = await Promise.all(
    presenters.map(async (name) => ({ personId: (await actorOf(name)).personId, role: 'presenter' as const })),
  )
  const [studio] = await city.people.studiosOf(host.personId)
  const input = activityInput.parse({
    ...{
      studioId: studio?.id ?? null,
      kind: 'lesson-study',
      title: '回放的尺子',
      question: '',
      entry: 'city',
      agenda: [],
      roles,
    },
    startsAt: new Date(startsAtMs).toISOString(),
    endsAt: new Date(startsAtMs + Math.max(seconds * 1_000, 15 * 60_000)).toISOString(),
  })
  const { activityId } = await createActivity(city, host, input)
  await publishActivity(city, host, { activityId })
  return activityId
}
