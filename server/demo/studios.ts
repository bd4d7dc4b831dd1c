import type { TitleLevel } from '#core/contract/activity.ts'
import type { NewNotification } from '#core/contract/notifications.ts'
import { SYSTEM } from '#core/domain/policy/actor.ts'
import { addMember, openStudio } from '#server/usecases/studios/open-studio.ts'
import type { DemoTheme } from './demo-city.ts'

interface DemoStudio {
  name: string
  kind: 'teacher' | 'principal'
  level: TitleLevel
  subject: string
  motto: string
  school: string
  master: string
  openedYear: number
  batch: string
  members: readonly string[]
}

const STUDIOS: readonly DemoStudio[] = [
  {
    name: '翟雅琴名师工作室',
    kind: 'teacher',
    level: 'qilu',
    subject: '初中语文',
    motto: '我们只做一件事：把一节课磨到学生愿意再读一遍。',
    school: '张店区实验中学',
    master: '翟雅琴',
    openedYear: 2019,
    batch: '第三批',
    members: ['荆文涛', '于欣然', '毕晓雯', '刘颖', '王若男', '李昊', '逯明月', '张文博', '崔志远'],
  },
  {
    name: '孙学军名师工作室',
    kind: 'teacher',
    level: 'qilu',
    subject: '高中数学',
    motto: '先让学生说清楚题目在问什么。',
    school: '高新区第一中学',
    master: '孙学军',
    openedYear: 2020,
    batch: '第四批',
    members: ['韩雪', '宗立新'],
  },
  {
    name: '边晓燕名师工作室',
    kind: 'teacher',
    level: 'city',
    subject: '小学数学',
    motto: '让每个孩子都有东西可摆，有话可说。',
    school: '周村区正阳路小学',
    master: '边晓燕',
    openedYear: 2021,
    batch: '第五批',
    members: ['巴玉婷', '谭思齐'],
  },
  {
    name: '国兆亮名师工作室',
    kind: 'teacher',
    level: 'city',
    subject: '初中物理',
    motto: '实验做不成的那一次，最值得讲。',
    school: '桓台县马踏湖学校',
    master: '国兆亮',
    openedYear: 2022,
    batch: '第五批',
    members: ['仇海燕', '高立强'],
  },
  {
    name: '耿丽娟名师工作室',
    kind: 'teacher',
    level: 'city',
    subject: '小学语文',
    motto: '山里的孩子，也要把一篇课文读透。',
    school: '沂源县鲁山路小学',
    master: '耿丽娟',
    openedYear: 2021,
    batch: '第五批',
    members: ['苗雨'],
  },
  {
    name: '商红梅名师工作室',
    kind: 'teacher',
    level: 'district',
    subject: '小学科学',
    motto: '从一只琉璃瓶开始。',
    school: '博山区中心路小学',
    master: '商红梅',
    openedYear: 2024,
    batch: '区第二批',
    members: ['岳晨曦'],
  },
  {
    name: '逯振东名校长工作室',
    kind: 'principal',
    level: 'city',
    subject: '九年一贯制学校',
    motto: '把会开短，把课听长。',
    school: '临淄区齐都学校',
    master: '逯振东',
    openedYear: 2020,
    batch: '第四批',
    members: ['司立群', '殷秀兰', '牟宗海'],
  },
]

const MEMBERS_JOIN_AFTER_DAYS = 150

/** Studios of each level, with their masters and members. */
export const openStudios: DemoTheme = async (deps, city) => {
  const masters: NewNotification[] = []
  for (const { school, master, members, ...studio } of STUDIOS) {
    const { studioId } = await openStudio(deps, SYSTEM, {
      ...studio,
      hostSchoolId: city.idOf('organisation', school),
      masterId: city.idOf('person', master),
    })
    city.remember('studio', studio.name, studioId)
    masters.push({
      personId: city.idOf('person', master),
      kind: 'studio.opened',
      params: { studioId, studioName: studio.name },
    })
    for (const [index, member] of members.entries()) {
      const days = MEMBERS_JOIN_AFTER_DAYS * (index + 1)
      const sinceEpochMs = Math.min(Date.UTC(studio.openedYear, 2, 1) + days * 86_400_000, city.nowEpochMs)
      await addMember(deps, SYSTEM, { studioId, personId: city.idOf('person', member), sinceEpochMs })
    }
  }
  await deps.transactions.run(({ notifications }) => notifications.add(masters))
}
