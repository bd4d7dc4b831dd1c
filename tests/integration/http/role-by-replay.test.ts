import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { activityEntry, activityState } from '#core/contract/activity.ts'
import { httpRequestNames, httpSchemasOf, type HttpRequestName } from '#core/contract/http-requests.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import { GUEST, type Actor } from '#core/domain/policy/actor.ts'
import { can } from '#core/domain/policy/can.ts'
import { HTTP_REQUEST_NEEDS } from '#core/domain/policy/http-request-needs.ts'
import { createRecordingParts, type RecordingParts } from '#server/start-recordings.ts'
import { resourceOf } from '#server/usecases/activities/find-activity.ts'
import { everybody, everyRoomRole, type Comer } from '#tests/support/city/everybody.ts'
import { holdActivity, type HeldActivity, type HeldWorld } from '#tests/support/city/held-activity.ts'
import { codeOf, openHttpDoor, type HttpDoor } from '#tests/support/city/http-door.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

type ReplayRequest = Extract<HttpRequestName, `replay.${string}`>
const isOfReplay = (name: HttpRequestName): name is ReplayRequest => name.startsWith('replay.')
const NAMES = httpRequestNames.filter(isOfReplay)

const RECORDINGS = [null, 'active', 'processing', 'ready', 'failed'] as const
/** Every state with every entry; what became of the recording goes round, so that it meets every entry. */
const WORLDS: HeldWorld[] = activityState.options.flatMap((state, row) =>
  activityEntry.options.map((entry, column) => ({
    ...{ state, entry },
    recording: RECORDINGS[(row + 2 * column) % RECORDINGS.length] ?? null,
  })),
)
const LINKS = ['none', 'right', 'wrong'] as const
type Link = (typeof LINKS)[number]

let city: TestCity
let parts: RecordingParts
let door: HttpDoor
let comers: ReadonlyMap<string, Comer>
let roles: ReadonlyMap<RoomRole, string>

beforeAll(async () => {
  city = await foundTestCity()
  const { database, databaseUrl, dataDir, storage } = city
  parts = await createRecordingParts({ database, databaseUrl, dataDir, storage, city: city.city })
  door = await openHttpDoor({
    ...city.appWith(parts.useCases),
    limiter: { take: () => Promise.resolve({ allowed: true }) },
  })
  const inRoom = await everyRoomRole(city, door)
  comers = new Map([...(await everybody(city, door)), ...inRoom])
  roles = new Map([...inRoom].map(([role, { actor }]) => [role, actor.kind === 'person' ? actor.personId : '']))
})
afterAll(async () => {
  await door.close()
  await parts.queue.close()
  await city.close()
})

/** What the contract's table and the policy say of it; `NOT_FOUND` also where no session has been held. */
async function expectedCode(
  name: ReplayRequest,
  { actor, held, world, link }: { actor: Actor; held: HeldActivity; world: HeldWorld; link: string | undefined },
): Promise<string> {
  if (name === 'replay.finish-again') return await expectedOfFinishing({ actor, held, world })
  const needs = HTTP_REQUEST_NEEDS[name]
  const missing = actor.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
  if (needs === 'signed-in' && actor.kind === 'guest') return missing
  // Where one stopped is said by the session alone: no link goes with it.
  if (needs === 'signed-in' && world.recording === null) return 'NOT_FOUND'
  const record = await city.city.activities.record(held.activityId)
  if (record === null) throw new Error('the activity is gone')
  const resource = resourceOf(record, needs === 'signed-in' ? {} : { link })
  if (!can(actor, 'activity.see', resource)) return 'NOT_FOUND'
  if (!can(actor, 'replay.see', { ...resource, kind: 'replay' })) return missing
  return world.recording === null ? 'NOT_FOUND' : 'OK'
}

/** Asked for by the recording alone: who may not see it must not know of it. Only one that has failed is tried again. */
async function expectedOfFinishing(asked: { actor: Actor; held: HeldActivity; world: HeldWorld }): Promise<string> {
  const { actor, held, world } = asked
  if (world.recording === null) return 'NOT_FOUND'
  const record = await city.city.activities.record(held.activityId)
  if (record === null) throw new Error('the activity is gone')
  const resource = { ...resourceOf(record), kind: 'replay' } as const
  if (!can(actor, 'replay.see', resource)) return 'NOT_FOUND'
  const needs = HTTP_REQUEST_NEEDS['replay.finish-again']
  if (!can(actor, needs, resource)) return actor.kind === 'guest' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
  return world.recording === 'failed' ? 'OK' : 'CONFLICT'
}

async function linkOf({ activityId }: HeldActivity, link: Link): Promise<string | undefined> {
  if (link === 'none') return undefined
  if (link === 'wrong') return 'not-the-link-of-anything'
  const record = await city.city.activities.record(activityId)
  return record?.summary.linkToken
}

function inputFor(name: ReplayRequest, { held, link }: { held: HeldActivity; link: string | undefined }): unknown {
  switch (name) {
    case 'replay.get':
    case 'replay.plan':
    case 'replay.package':
      return { activityId: held.activityId, ...(link === undefined ? {} : { link }) }
    case 'replay.finish-again':
      return { recordingId: held.recordingId }
    case 'replay.save-progress':
      return { sessionId: held.sessionId, positionMs: 1_000 }
    default:
      return name satisfies never
  }
}

async function ask(name: ReplayRequest, comer: Comer, asked: { held: HeldActivity; link: string | undefined }) {
  const answer = await door.post(`/api/rpc/${name}`, {
    body: inputFor(name, asked),
    ...(comer.cookie === undefined ? {} : { cookie: comer.cookie }),
  })
  if (answer.body.ok) httpSchemasOf(name).output.parse(answer.body.data)
  // Whoever ordered it has changed the world; the next one meets it as it was.
  if (answer.body.ok && name === 'replay.finish-again') {
    await city.database.recording.update({ where: { id: asked.held.recordingId }, data: { status: 'failed' } })
  }
  return codeOf(answer)
}

const progressOf = (sessionId: string) =>
  city.database.replayProgress.findMany({ where: { sessionId }, select: { personId: true } })

describe('[ROLE4] every role × what is asked of a replay', () => {
  it.each(WORLDS)('$state, open to $entry, recording $recording: answered as the policy says', async (world) => {
    const held = await holdActivity(city, parts, { ...world, roles })
    const seen = new Set<string>()
    for (const name of NAMES) {
      for (const [role, comer] of comers) {
        // A link is a guest's; to show one does nobody else any harm or good.
        for (const kind of comer.cookie === undefined ? LINKS : (['none'] as const)) {
          const link = await linkOf(held, kind)
          const expected = await expectedCode(name, { actor: comer.actor, held, world, link })
          expect([name, role, kind, await ask(name, comer, { held, link })]).toEqual([name, role, kind, expected])
          seen.add(expected)
        }
      }
    }
    const mayKeep = await Promise.all(
      [...comers.values()].map(async ({ actor }) => {
        const code = await expectedCode('replay.save-progress', { actor, held, world, link: undefined })
        return code === 'OK' && actor.kind === 'person' ? [actor.personId] : []
      }),
    )
    const kept = (await progressOf(held.sessionId)).map(({ personId }) => personId)
    expect(kept.toSorted()).toEqual(mayKeep.flat().toSorted())
    // A matrix of nothing but refusals, or of none, would prove little.
    expect(seen.has('NOT_FOUND') || seen.has('UNAUTHENTICATED')).toBe(true)
    if (world.recording !== null) expect(seen.has('OK')).toBe(true)
  })
})

it('[ROLE4] what names nothing is not found, whoever asks', async () => {
  const nowhere = { activityId: 'nowhere', planId: 'x', imageId: 'x', sessionId: 'nowhere', recordingId: 'x' }
  const held = { ...nowhere, trackId: 'x', partId: 'x' }
  for (const comer of comers.values()) {
    for (const name of NAMES) {
      const isRefusedBefore = HTTP_REQUEST_NEEDS[name] === 'signed-in' && comer.actor.kind === GUEST.kind
      expect(await ask(name, comer, { held, link: undefined })).toBe(isRefusedBefore ? 'UNAUTHENTICATED' : 'NOT_FOUND')
    }
  }
})

it('[ROLE4] no request was answered by a bug', () => {
  expect(city.errors).toEqual([])
})
