import * as Y from 'yjs'
import { openRoom } from '#server/usecases/activities/open-room.ts'
import { publishedActivity } from './activities.ts'
import { bringPlan, settlePlan } from './bring-plan.ts'
import type { DemoTheme } from './demo-city.ts'
import { writePlan } from './finished-activity-plan.ts'

const RUNNING_FOR_MS = 42 * 60_000
const WRITTEN_BEFORE_MS = 20 * 60_000
/** Of the plan: what those in the room will write together. */
const LEFT_FOR_TONIGHT = ['goals', 'homework']

/** 《背影》第二课时, on now since forty-two minutes; anybody with the link may watch. */
export const openLiveSeminar: DemoTheme = async (deps, city) => {
  const startsAtEpochMs = Math.floor((city.nowEpochMs - RUNNING_FOR_MS) / 60_000) * 60_000
  const activityId = await publishedActivity(deps, city, {
    title: '《背影》第二课时',
    question: '父亲爬月台的那几个动词，该让学生读，还是让学生做？',
    kind: 'lesson-study',
    host: '翟雅琴',
    studio: '翟雅琴名师工作室',
    startsAtEpochMs,
    minutes: 90,
    entry: 'link',
    cover: 'cover-classroom.jpg',
    agenda: [
      { title: '签到与说明', minutes: 5, note: '翟雅琴' },
      { title: '说课：为什么从动词进去', minutes: 15, note: '荆文涛' },
      { title: '课堂片段回看', minutes: 20, note: '23:14 至 27:50' },
      { title: '议课：任务二 还原动作', minutes: 25, note: '全体，举手发言' },
      { title: '修改共案', minutes: 15, note: '荆文涛　毕晓雯' },
      { title: '小结与分工', minutes: 10, note: '翟雅琴' },
    ],
    roles: [
      ['荆文涛', 'presenter'],
      ['巩建民', 'speaker'],
      ['毕晓雯', 'note-taker'],
    ],
  })
  const doc = new Y.Doc()
  writePlan(doc, { title: '《背影》第二课时', unwritten: LEFT_FOR_TONIGHT })
  const atEpochMs = startsAtEpochMs - WRITTEN_BEFORE_MS
  const planId = await bringPlan(deps.plans, doc, { activityId, atEpochMs })
  await settlePlan(deps.plans, doc, { planId, atEpochMs })
  doc.destroy()
  const clock = { nowEpochMs: () => startsAtEpochMs }
  await openRoom({ ...deps, clock }, await city.actorOf('翟雅琴'), { activityId })
}
