import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import type { PlanStore } from '#server/usecases/plans/ports.ts'
import { loadPlanForReplay } from '#server/usecases/plans/load-plan-for-replay.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { openPlanChannel, textOf, until } from '#tests/support/plan/open-plan-channel.ts'
import { ACTIVITY_ID, PLAN_ID, seedPlanWorld } from '#tests/support/plan/seed-plan-world.ts'
import { startPlanServer, type PlanServer } from '#tests/support/plan/start-plan-server.ts'

let world: TestDatabase
let server: PlanServer
let store: PlanStore
const isSaved = (mark: number) => (message: { type: string; mark?: number | null }) =>
  message.type === 'saved' && message.mark === mark

beforeEach(async () => {
  world = await createTestDatabase()
  await seedPlanWorld(world.database)
  store = new PostgresPlanStore(world.database)
  server = await startPlanServer({ databaseUrl: world.url })
})
afterEach(async () => {
  await server.close()
  await world.close()
})

const stored = async () => {
  const doc = new Y.Doc()
  const plan = await store.open(PLAN_ID, () => {
    throw new Error('seeded twice')
  })
  if (plan?.state) Y.applyUpdateV2(doc, plan.state)
  for (const { update } of plan?.updates ?? []) Y.applyUpdateV2(doc, update)
  return doc
}

it('[PLAN1] what one writes the other reads, and `saved` comes when it is in the log under its author', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  const yu = await openPlanChannel({ url: server.url, person: 'note-taker' })
  jing.write('圈点动词')
  jing.mark(1)
  await jing.message(isSaved(1))
  const log = await store.log(PLAN_ID, { untilEpochMs: Date.now() + 1_000 })
  expect(log.map(({ seq, personId, name }) => ({ seq, personId, name }))).toEqual([
    { seq: 1, personId: null, name: '' },
    { seq: 2, personId: 'presenter', name: '荆文涛' },
  ])
  await until(yu.doc, () => textOf(yu.doc).includes('圈点动词'))
  jing.close()
  yu.close()
})

it('[PLAN2] a deletion is acknowledged like a word', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  jing.write('要删的话')
  jing.mark(1)
  await jing.message(isSaved(1))
  const fragment = jing.doc.getXmlFragment('plan')
  fragment.delete(fragment.length - 1, 1)
  jing.mark(2)
  await jing.message(isSaved(2))
  expect(textOf(await stored())).not.toContain('要删的话')
  jing.close()
})

it('[PLAN3] while the database writes nothing there is no `saved`; afterwards all is there', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  jing.write('之前')
  jing.mark(1)
  await jing.message(isSaved(1))
  // Another transaction has the row: what appends to the log must wait.
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let locked = () => {}
  const isLocked = new Promise<void>((resolve) => (locked = resolve))
  const blocker = world.database.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT "id" FROM "lesson_plan" WHERE "id" = ${PLAN_ID} FOR UPDATE`
      locked()
      await held
    },
    { timeout: 20_000 },
  )
  await isLocked
  jing.write('停着')
  jing.mark(2)
  await expect(jing.message(isSaved(2), { withinMs: 700 })).rejects.toThrow('no such message')
  release()
  await blocker
  await jing.message(isSaved(2))
  expect(textOf(await stored())).toContain('停着')
  jing.close()
})

it('[PLAN4] a failing database is told of, tried again, and nothing is lost', async () => {
  let isBroken = false
  const plans = new Proxy(store, {
    get: (target, name) =>
      name === 'append' && isBroken
        ? () => Promise.reject(new Error('disk full'))
        : Reflect.get(target, name).bind(target),
  })
  const flaky = await startPlanServer({ databaseUrl: world.url, deps: { plans } })
  const jing = await openPlanChannel({ url: flaky.url, person: 'presenter' })
  isBroken = true
  jing.write('写在断电时')
  jing.mark(1)
  await jing.message(({ type }) => type === 'saving-failed')
  expect(jing.told.some(isSaved(1))).toBe(false)
  isBroken = false
  await jing.message(isSaved(1))
  expect(textOf(await stored())).toContain('写在断电时')
  jing.close()
  await flaky.close()
})

it('[PLAN5] state and log after a crash make the same document as before it', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  for (let n = 1; n <= 20; n += 1) jing.write(`第 ${n} 句`)
  jing.mark(1)
  await jing.message(isSaved(1))
  // No flush, no compaction: what a killed process leaves behind.
  const after = await stored()
  expect(textOf(after)).toBe(textOf(jing.doc))
  jing.close()
  await server.close()
  server = await startPlanServer({ databaseUrl: world.url })
  const again = await openPlanChannel({ url: server.url, person: 'note-taker' })
  expect(textOf(again.doc)).toBe(textOf(after))
  again.close()
})

it('[PLAN6] closing compacts: a state of everything, and the text that search finds', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  jing.write('全班起立，跟着文字慢慢做一遍。')
  await jing.message(({ type }) => type === 'saved')
  await server.close()
  const row = await world.database.lessonPlan.findUniqueOrThrow({ where: { id: PLAN_ID } })
  expect(row.stateSeq).toBe(row.lastSeq)
  expect(row.text).toContain('全班起立，跟着文字慢慢做一遍。')
  expect(row.text.split('\n')[0]).toBe('《背影》第二课时')
  jing.close()
})

it('[PLAN7] twelve people who open an empty plan at once on two servers get one template', async () => {
  const second = await startPlanServer({ databaseUrl: world.url })
  const channels = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      openPlanChannel({ url: n % 2 === 0 ? server.url : second.url, person: 'presenter' }),
    ),
  )
  for (const channel of channels) {
    const titles = channel.doc
      .getXmlFragment('plan')
      .toArray()
      .filter((child) => child instanceof Y.XmlElement)
    expect(titles.filter((block) => block.nodeName === 'heading')).toHaveLength(10)
    channel.close()
  }
  expect(await store.log(PLAN_ID, { untilEpochMs: Date.now() + 1_000 })).toHaveLength(1)
  await second.close()
})

it('[PLAN8] the replay gets the document as it was, and each change at its time and under its author', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  jing.write('开场之前')
  jing.mark(1)
  await jing.message(isSaved(1))
  const zeroEpochMs = Date.now() + 1
  await expect.poll(() => Date.now()).toBeGreaterThan(zeroEpochMs)
  jing.write('研讨之中')
  jing.mark(2)
  await jing.message(isSaved(2))
  const replay = await loadPlanForReplay(
    { plans: store },
    { activityId: ACTIVITY_ID, zeroEpochMs, endEpochMs: Date.now() + 1_000 },
  )
  if (replay === null) throw new Error('no plan')
  const doc = new Y.Doc()
  Y.applyUpdateV2(doc, Buffer.from(replay.base, 'base64'))
  expect(textOf(doc)).toContain('开场之前')
  expect(textOf(doc)).not.toContain('研讨之中')
  expect(replay.updates).toHaveLength(1)
  const [change] = replay.updates
  expect(change).toMatchObject({ personId: 'presenter', name: '荆文涛', colour: 2 })
  Y.applyUpdateV2(doc, Buffer.from(change?.update ?? '', 'base64'))
  expect(textOf(doc)).toBe(textOf(jing.doc))
  jing.close()
})

it('[PLAN9] the timeline hears of the first edit at once, and then at most once in two seconds', async () => {
  const jing = await openPlanChannel({ url: server.url, person: 'presenter' })
  for (let n = 1; n <= 5; n += 1) {
    jing.write(`第 ${n} 句`)
    jing.mark(n)
    await jing.message(isSaved(n))
  }
  expect(server.edits).toEqual([
    { activityId: ACTIVITY_ID, personId: 'presenter', name: '荆文涛', colour: 2, section: '教学反思', updateSeq: 2 },
  ])
  jing.close()
  await server.close()
  expect(server.edits.at(-1)?.updateSeq).toBe(6)
  expect(server.edits).toHaveLength(2)
})
