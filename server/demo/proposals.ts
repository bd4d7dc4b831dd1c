import { answerProposal } from '#server/usecases/memberships/answer.ts'
import { proposeMember } from '#server/usecases/memberships/propose.ts'
import type { DemoTheme } from './demo-city.ts'

interface DemoProposal {
  master: string
  teacher: string
  reason: string
  hasConsented: boolean
}

const PROPOSALS: readonly DemoProposal[] = [
  {
    master: '翟雅琴',
    teacher: '周雨桐',
    reason: '两年来参加工作室研讨三十一场，提出的修改建议有十九条写进共案，其中《昆明的雨》任务三被六所学校沿用。',
    hasConsented: false,
  },
  {
    master: '翟雅琴',
    teacher: '苗雨',
    reason: '坚持把研讨的课带回山区学校再上一遍，写了七篇复备反思。',
    hasConsented: true,
  },
  { master: '国兆亮', teacher: '谭思齐', reason: '愿意承担实验改进的资料整理，去年来听课十二场。', hasConsented: true },
]

/** Proposals at both of their stops: one waits for the teacher, two wait for the office. */
export const proposeMembers: DemoTheme = async ({ memberships }, city) => {
  for (const { master, teacher, reason, hasConsented } of PROPOSALS) {
    const studioId = city.idOf('studio', `${master}名师工作室`)
    const personId = city.idOf('person', teacher)
    const { membershipId } = await proposeMember(memberships, await city.actorOf(master), {
      studioId,
      personId,
      reason,
    })
    if (!hasConsented) continue
    const answer = { membershipId, version: 1, answer: 'consent', reason: '' } as const
    await answerProposal(memberships, await city.actorOf(teacher), answer)
  }
}
