import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { replayManifest } from '#core/contract/replay.ts'
import { applyEvents } from '#core/domain/seminar/apply-event.ts'
import { INITIAL_ROOM_STATE } from '#core/domain/seminar/initial-room-state.ts'
import { planSearchText } from '#core/lesson-plan/plan-text.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import { createSeminarStores } from '#server/adapters/postgres/seminar-stores.ts'
import { createYearPlanDeps } from '#server/start-year-plans.ts'
import { holdFinishedActivity } from '#server/demo/finished-activity.ts'
import { createRecordingParts, type RecordingParts } from '#server/start-recordings.ts'
import { foundTestCity, type TestCity } from '#tests/support/city/test-city.ts'

const HOLDING_MS = 180_000
const OLD_WORDS = '请一名学生上台模仿'
const NEW_WORDS = '做不下去的地方停住，说说为什么停。'

let city: TestCity
let parts: RecordingParts

beforeAll(async () => {
  city = await foundTestCity()
  const { database, storage, dataDir } = city
  parts = await createRecordingParts({ database, databaseUrl: city.databaseUrl, dataDir, storage, city: city.city })
})

afterAll(async () => {
  await parts.queue.close()
  await city.close()
})

const hold = () => {
  const { database } = city
  const plans = new PostgresPlanStore(database)
  const stores = createSeminarStores(database)
  const deps = { ...city.city, stores, plans, recordings: parts, yearPlans: createYearPlanDeps(city) }
  return holdFinishedActivity(deps, { signal: new AbortController().signal })
}

it(
  'holds one finished seminar with its replay, once',
  async () => {
    await hold()
    await hold()
    const activities = await city.database.activity.findMany({ where: { title: { contains: '试讲' } } })
    expect(activities).toMatchObject([{ state: 'ended' }])
    const activityId = activities[0]?.id ?? ''
    const actor = await city.actorOf('周雨桐')
    const manifest = replayManifest.parse(await parts.useCases['replay.get']?.(actor, { activityId }, { address: '' }))
    expect(manifest.live).toBe(false)
    expect(manifest.durationMs).toBeGreaterThanOrEqual(240_000)
    expect(manifest.tracks.map(({ source, parts: files }) => [source, files.length])).toHaveLength(9)
    for (const { parts: files } of manifest.tracks) expect(files).toHaveLength(1)
    const screen = manifest.tracks.find(({ source }) => source === 'screen')?.parts[0]
    expect(Math.abs((screen?.startMs ?? 0) - 72_000)).toBeLessThan(100)
    expect(Math.abs((screen?.durationMs ?? 0) - 134_000)).toBeLessThan(500)
    expect(applyEvents(INITIAL_ROOM_STATE, manifest.events).status.status).toBe('ended')
    const plan = await parts.useCases['replay.plan']?.(actor, { activityId }, { address: '' })
    const textAt = (atMs: number) => {
      const doc = new Y.Doc()
      Y.applyUpdateV2(doc, Buffer.from(plan?.base ?? '', 'base64'))
      for (const { update } of plan?.updates.filter((one) => one.atMs <= atMs) ?? []) {
        Y.applyUpdateV2(doc, Buffer.from(update, 'base64'))
      }
      return planSearchText(doc)
    }
    expect(textAt(100_000)).toContain(OLD_WORDS)
    expect(textAt(100_000)).not.toContain(NEW_WORDS)
    expect(textAt(140_000)).toContain(NEW_WORDS)
    expect(textAt(140_000)).not.toContain(OLD_WORDS)
    expect(join(city.dataDir, 'recordings')).toBe(parts.folder.root)
    expect(city.errors).toEqual([])
  },
  HOLDING_MS,
)
