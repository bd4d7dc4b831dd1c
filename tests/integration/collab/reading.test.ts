import { afterEach, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { PlanBlock } from '#core/contract/plan-block.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { textOfBlock } from '#core/lesson-plan/text-of-block.ts'
import { PostgresPlanStore } from '#server/adapters/postgres/plan-store.ts'
import { getPlan } from '#server/usecases/plans/get-plan.ts'
import { noRoomRoles } from '#server/usecases/plans/ports.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts'
import { ACTIVITY_ID, LINK_TOKEN, PLAN_ID, seedPlanWorld } from '#tests/support/plan/seed-plan-world.ts'
import { makePlan, sectionParagraph, setText } from '../../unit/lesson-plan/make-plan.ts'

let world: TestDatabase
let plans: PostgresPlanStore

beforeEach(async () => {
  world = await createTestDatabase()
  await seedPlanWorld(world.database)
  plans = new PostgresPlanStore(world.database)
})
afterEach(() => world.close())

const TEACHER: Actor = { kind: 'person', personId: 'teacher', name: '毕晓雯', grants: [] }
const GUEST: Actor = { kind: 'guest', guestKey: null }
const read = (actor: Actor, link?: string) =>
  getPlan({ plans, roomRoles: noRoomRoles }, actor, { activityId: ACTIVITY_ID, link })
const linesOf = (blocks: readonly PlanBlock[]) => blocks.flatMap((block) => textOfBlock(block).split('\n'))
const at = { personId: null, atEpochMs: 0 }

it('[PLAN24] what is read is what is on disk: the compacted state with what the log has after it', async () => {
  const doc = makePlan('课题')
  setText(sectionParagraph(doc, 'goals'), '圈点动词')
  await plans.open(PLAN_ID, () => ({ update: Y.encodeStateAsUpdateV2(doc), ...at }))
  await plans.compact(PLAN_ID, { state: Y.encodeStateAsUpdateV2(doc), stateSeq: 1, text: '', atEpochMs: 0 })
  const known = Y.encodeStateVector(doc)
  setText(sectionParagraph(doc, 'homework'), '写一件小事')
  await plans.append(PLAN_ID, [{ update: Y.encodeStateAsUpdateV2(doc, known), ...at }])
  const { blocks, facts } = await read(TEACHER)
  expect(facts.access).not.toBe('none')
  expect(linesOf(blocks)).toEqual(expect.arrayContaining(['圈点动词', '写一件小事']))
})

it('[PLAN24] a plan that nobody has opened reads as its template, and reading writes nothing', async () => {
  const { blocks } = await read(TEACHER)
  expect(linesOf(blocks)).toEqual(expect.arrayContaining(['《背影》第二课时', '教学目标', '教师活动']))
  const { lastSeq, state } = await world.database.lessonPlan.findUniqueOrThrow({ where: { id: PLAN_ID } })
  expect({ lastSeq, state }).toEqual({ lastSeq: 0, state: null })
})

it('[PLAN24] a guest is told nothing, with whatever link, where an activity is not open by link', async () => {
  await expect(read(GUEST)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(read(GUEST, LINK_TOKEN)).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
