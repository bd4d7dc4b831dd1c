import type { ActivityKind } from '#core/contract/activity.ts'
import { cityDateOf } from '#core/domain/activity/city-calendar.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { addTask, claimTask } from '#server/usecases/year-plans/divide-work.ts'
import { getYearPlan } from '#server/usecases/year-plans/get-year-plan.ts'
import { linkActivity } from '#server/usecases/year-plans/link-activities.ts'
import { fileYearPlan, returnYearPlan, submitYearPlan } from '#server/usecases/year-plans/move-year-plan.ts'
import { addItem, beginYearPlan, setGoals } from '#server/usecases/year-plans/write-items.ts'
import type { DemoCity, DemoDeps, DemoTheme } from './demo-city.ts'

type Task = readonly [title: string, hours: number, claimedBy?: string]

interface DemoItem {
  kind: ActivityKind
  title: string
  month: number
  day: number | null
  place: string
  hours: number
  tasks: readonly Task[]
}

interface DemoPlan {
  master: string
  /** From the year of the founding. */
  yearOffset: 0 | -1
  state: 'submitted' | 'returned' | 'filed'
  goals: string
  items: readonly DemoItem[]
}

const MEND = '下半年还没有排活动，请补上；课题研究请写明谁来主持。'
const OFFICE = '耿凤鸣'

const PLANS: readonly [DemoPlan, ...DemoPlan[]] = [
  {
    master: '翟雅琴',
    yearOffset: -1,
    state: 'filed',
    goals: '每位成员上一节研讨课，整理出可以复用的教案。',
    items: [
      {
        ...{ kind: 'lesson-study', title: '《背影》同课异构', month: 4, day: 16, place: '张店区实验中学', hours: 4 },
        tasks: [
          ['主讲', 6, '荆文涛'],
          ['课堂观察', 3, '毕晓雯'],
        ],
      },
    ],
  },
  {
    master: '翟雅琴',
    yearOffset: 0,
    state: 'filed',
    goals: '一年磨四节课，每节课至少改三稿。\n青年教师人人主讲一次，骨干人人带一位。',
    items: [
      {
        ...{ kind: 'master-guidance', title: '青年教师备课指导', month: 3, day: 12, place: '张店区实验中学', hours: 3 },
        tasks: [
          ['准备教案初稿', 4, '于欣然'],
          ['点评', 2, '翟雅琴'],
        ],
      },
      {
        ...{ kind: 'lesson-study', title: '散文阅读同课异构', month: 5, day: 21, place: '张店区实验中学', hours: 4 },
        tasks: [
          ['主讲', 8, '荆文涛'],
          ['同课主讲', 8, '刘颖'],
          ['课堂观察', 3, '毕晓雯'],
        ],
      },
      {
        ...{ kind: 'research-project', title: '整本书阅读课题中期汇报', month: 9, day: null, place: '', hours: 4 },
        tasks: [
          ['汇报', 6, '王若男'],
          ['整理资料', 4, '李昊'],
        ],
      },
      {
        ...{ kind: 'online-seminar', title: '全市在线研讨：昆明的雨', month: 11, day: 25, place: '线上', hours: 2 },
        tasks: [
          ['主讲', 6, '荆文涛'],
          ['整理成果', 4, '逯明月'],
        ],
      },
    ],
  },
  {
    master: '孙学军',
    yearOffset: 0,
    state: 'submitted',
    goals: '把“读题”做成一组可以推广的课。',
    items: [
      {
        ...{ kind: 'lesson-study', title: '函数单调性', month: 4, day: 9, place: '高新区第一中学', hours: 4 },
        tasks: [
          ['主讲', 6, '韩雪'],
          ['课堂观察', 3],
        ],
      },
      {
        ...{ kind: 'online-seminar', title: '读题错因研讨', month: 10, day: null, place: '线上', hours: 2 },
        tasks: [['整理错题', 4]],
      },
    ],
  },
  {
    master: '边晓燕',
    yearOffset: 0,
    state: 'returned',
    goals: '一节好课，从学具开始。',
    items: [
      {
        ...{ kind: 'lesson-study', title: '分数的初步认识', month: 4, day: null, place: '周村区正阳路小学', hours: 4 },
        tasks: [
          ['准备学具', 3, '巴玉婷'],
          ['主讲', 6],
        ],
      },
    ],
  },
]

/** Plans in several states, each written by its master, claimed by its members, decided by the office. */
export const writeYearPlans: DemoTheme = async ({ yearPlans }, city) => {
  for (const plan of PLANS) await write(yearPlans, city, plan)
}

async function write(deps: DemoDeps['yearPlans'], city: DemoCity, plan: DemoPlan): Promise<void> {
  const master = await city.actorOf(plan.master)
  const studioId = city.idOf('studio', `${plan.master}名师工作室`)
  const year = new Date(city.nowEpochMs).getUTCFullYear() + plan.yearOffset
  const { planId } = await beginYearPlan(deps, master, { studioId, year })
  await setGoals(deps, master, { planId, version: 1, goals: plan.goals })
  for (const { tasks, ...item } of plan.items) {
    const { itemId } = await addItem(deps, master, { planId, item })
    for (const [title, hours, claimedBy] of tasks) {
      const { taskId } = await addTask(deps, master, { planId, itemId, task: { title, hours, assigneeId: null } })
      if (claimedBy !== undefined) await claimTask(deps, await city.actorOf(claimedBy), { planId, taskId, version: 1 })
    }
  }
  await submitYearPlan(deps, master, { planId, version: 2 })
  const office = await city.actorOf(OFFICE)
  if (plan.state === 'filed') await fileYearPlan(deps, office, { planId, version: 3 })
  if (plan.state === 'returned') await returnYearPlan(deps, office, { planId, version: 3, mend: MEND })
}

/** What of the plan of the year is being held: the demo's activities, each with the item that it belongs to. */
const HELD: readonly (readonly [item: string, activity: string])[] = [
  ['整本书阅读课题中期汇报', '整本书阅读的中期检查'],
  ['全市在线研讨：昆明的雨', '组内磨课：《昆明的雨》任务三'],
]

export const linkYearPlans: DemoTheme = async ({ yearPlans }, city) => {
  const master = await city.actorOf(PLANS[0].master)
  const studioId = city.idOf('studio', `${PLANS[0].master}名师工作室`)
  for (const [item, activity] of HELD)
    await linkPlanned(yearPlans, master, { studioId, item, activityId: city.idOf('activity', activity) })
}

interface Planned {
  studioId: string
  /** By its title, in this year's plan. */
  item: string
  activityId: string
}

/** Nothing where the plan has no such item any more. */
export async function linkPlanned(deps: DemoDeps['yearPlans'], actor: Actor, { studioId, item, activityId }: Planned) {
  const { year } = cityDateOf(deps.clock.nowEpochMs())
  const { plan } = await getYearPlan(deps, actor, { studioId, year })
  const found = plan?.items.find(({ title }) => title === item)
  if (plan !== null && found !== undefined)
    await linkActivity(deps, actor, { planId: plan.id, itemId: found.id, activityId })
}
