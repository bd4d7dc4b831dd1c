import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ActivityEntry, ActivityKind, AgendaItemInput } from '#core/contract/activity.ts'
import { activityInput } from '#core/contract/activity.ts'
import { NO_REGISTRATION, type RegistrationTerms } from '#core/contract/registration-terms.ts'
import type { RoomRole } from '#core/contract/roles.ts'
import { cityTime } from '#core/domain/activity/city-calendar.ts'
import { createActivity } from '#server/usecases/activities/create-activity.ts'
import { publishActivity } from '#server/usecases/activities/move-activity.ts'
import type { DemoCity, DemoDeps, DemoTheme } from './demo-city.ts'

export interface DemoActivity {
  title: string
  question: string
  kind: ActivityKind
  host: string
  /** Null: held by the host's own organisation. */
  studio: string | null
  startsAtEpochMs: number
  minutes: number
  entry: ActivityEntry
  agenda?: readonly AgendaItemInput[]
  roles?: readonly (readonly [string, Exclude<RoomRole, 'participant' | 'viewer' | 'inspector'>])[]
  /** File among the assets. */
  cover?: string
  registration?: RegistrationTerms
  isCityEvent?: boolean
}

/** Creates an activity as its host would, and leaves it a draft. */
export async function draftActivity(deps: DemoDeps, city: DemoCity, activity: DemoActivity): Promise<string> {
  const { title, question, kind, studio, startsAtEpochMs, minutes, entry, agenda = [], roles = [] } = activity
  const { registration = NO_REGISTRATION, isCityEvent = false } = activity
  const input = activityInput.parse({
    studioId: studio === null ? null : city.idOf('studio', studio),
    kind,
    title,
    question,
    startsAt: new Date(startsAtEpochMs).toISOString(),
    endsAt: new Date(startsAtEpochMs + minutes * 60_000).toISOString(),
    entry,
    agenda: [...agenda],
    registration,
    isCityEvent,
    roles: roles.map(([name, role]) => ({ personId: city.idOf('person', name), role })),
  })
  const { activityId } = await createActivity(deps, await city.actorOf(activity.host), input)
  city.remember('activity', title, activityId)
  if (activity.cover !== undefined) await giveCover(deps, { activityId, cover: activity.cover })
  return activityId
}

export async function publishedActivity(deps: DemoDeps, city: DemoCity, activity: DemoActivity): Promise<string> {
  const activityId = await draftActivity(deps, city, activity)
  await publishActivity(deps, await city.actorOf(activity.host), { activityId })
  return activityId
}

async function giveCover(
  { storage, activityWrites }: DemoDeps,
  { activityId, cover }: { activityId: string; cover: string },
) {
  const key = `covers/${activityId}/${cover}`
  const picture = await readFile(join(import.meta.dirname, 'assets', cover))
  await storage.put(key, picture, { mimeType: 'image/jpeg' })
  await activityWrites.setCover(activityId, key)
}

type Coming = Omit<DemoActivity, 'startsAtEpochMs' | 'entry' | 'question'> & {
  at: readonly [dayOffset: number, hours: number, minutes: number]
  question?: string
  entry?: ActivityEntry
}

const COMING: readonly Coming[] = [
  {
    at: [1, 9, 40],
    title: '一只琉璃瓶',
    kind: 'lesson-study',
    host: '商红梅',
    studio: '商红梅名师工作室',
    minutes: 80,
    question: '料、火、气，哪一样让孩子亲手试？',
    cover: 'cover-lesson.jpg',
  },
  { at: [1, 15, 0], title: '氧气的制取', kind: 'group-preparation', host: '成守业', studio: null, minutes: 60 },
  {
    at: [1, 19, 30],
    title: '作业公示之后',
    kind: 'case-study',
    host: '逯振东',
    studio: '逯振东名校长工作室',
    minutes: 90,
    question: '作业时长公示之后，学校怎样减得下来？',
  },
  {
    at: [2, 14, 30],
    title: '函数的单调性',
    kind: 'master-guidance',
    host: '孙学军',
    studio: '孙学军名师工作室',
    minutes: 90,
    roles: [['韩雪', 'presenter']],
    cover: 'cover-mathematics.jpg',
    registration: { mode: 'open', capacity: 4 },
  },
  {
    at: [2, 19, 0],
    title: '跨学科主题学习的中期检查',
    kind: 'research-project',
    host: '边晓燕',
    studio: '边晓燕名师工作室',
    minutes: 90,
  },
  {
    at: [3, 15, 20],
    title: '20 以内进位加法',
    kind: 'lesson-study',
    host: '边晓燕',
    studio: '边晓燕名师工作室',
    minutes: 80,
    question: '小棒什么时候可以放下？',
    roles: [
      ['巴玉婷', 'presenter'],
      ['付晓梅', 'speaker'],
    ],
  },
  {
    at: [4, 15, 0],
    title: '小规模学校的早晨',
    kind: 'experience-exchange',
    host: '逯振东',
    studio: '逯振东名校长工作室',
    minutes: 60,
    roles: [
      ['牟宗海', 'presenter'],
      ['司立群', 'speaker'],
    ],
  },
  {
    at: [5, 14, 0],
    title: '凸透镜成像',
    kind: 'lesson-study',
    host: '国兆亮',
    studio: '国兆亮名师工作室',
    minutes: 90,
    roles: [['仇海燕', 'presenter']],
  },
  {
    at: [5, 16, 10],
    title: 'Unit 6 项目写作',
    kind: 'online-seminar',
    host: '左秀芬',
    studio: null,
    minutes: 60,
    entry: 'link',
    roles: [['郗红艳', 'presenter']],
  },
  {
    at: [6, 9, 0],
    title: '单元作业设计',
    isCityEvent: true,
    registration: { mode: 'open', capacity: null },
    kind: 'online-seminar',
    host: '耿凤鸣',
    studio: null,
    minutes: 120,
    entry: 'link',
    roles: [
      ['翟雅琴', 'speaker'],
      ['付晓梅', 'speaker'],
    ],
  },
  {
    at: [13, 9, 0],
    title: '全市课堂教学改革现场会',
    isCityEvent: true,
    kind: 'experience-exchange',
    host: '耿凤鸣',
    studio: null,
    minutes: 180,
    question: '三年里，哪一条改变真的走进了每一间教室？',
    roles: [['逯振东', 'speaker']],
    registration: { mode: 'open', capacity: 300 },
  },
  {
    at: [7, 14, 30],
    title: '《背影》再上课',
    kind: 'lesson-study',
    host: '翟雅琴',
    studio: '翟雅琴名师工作室',
    minutes: 90,
    question: '全班慢慢做一遍之后，哪个字读不快了？',
    roles: [
      ['荆文涛', 'presenter'],
      ['巩建民', 'speaker'],
    ],
    cover: 'cover-classroom.jpg',
    registration: { mode: 'approval', capacity: 30 },
  },
  {
    at: [8, 19, 0],
    title: '组内磨课：《昆明的雨》任务三',
    kind: 'lesson-study',
    host: '翟雅琴',
    studio: '翟雅琴名师工作室',
    minutes: 60,
    entry: 'group',
    roles: [['刘颖', 'presenter']],
  },
  {
    at: [9, 19, 0],
    title: '整本书阅读的中期检查',
    kind: 'research-project',
    host: '翟雅琴',
    studio: '翟雅琴名师工作室',
    minutes: 90,
    roles: [['逯明月', 'presenter']],
  },
]

/** What the city will do today in a week and after, and one draft on a master's desk. */
export const planActivities: DemoTheme = async (deps, city) => {
  for (const { at, question = '', entry = 'city', ...activity } of COMING) {
    const [dayOffset, hours, minutes] = at
    const startsAtEpochMs = cityTime(city.nowEpochMs, { dayOffset, hours, minutes })
    await publishedActivity(deps, city, { ...activity, question, entry, startsAtEpochMs })
  }
  await draftActivity(deps, city, {
    title: '整本书阅读：《红星照耀中国》',
    question: '一本书读一个月，课上留给老师的只有四十五分钟，留给哪一问？',
    kind: 'lesson-study',
    host: '翟雅琴',
    studio: '翟雅琴名师工作室',
    startsAtEpochMs: cityTime(city.nowEpochMs, { dayOffset: 16, hours: 19, minutes: 0 }),
    minutes: 90,
    entry: 'city',
  })
}
