import { decideRegistrations } from '#server/usecases/registrations/decide-registrations.ts'
import { listRegistrations } from '#server/usecases/registrations/list-registrations.ts'
import { register } from '#server/usecases/registrations/register.ts'
import type { DemoTheme } from './demo-city.ts'

/** Who registers for what, in this order. The first is full, and two wait; the second is the host's to approve. */
const COMERS: Readonly<Record<string, readonly string[]>> = {
  函数的单调性: ['左秀芬', '国兆亮', '仇海燕', '边晓燕', '巴玉婷', '谭思齐'],
  '《背影》再上课': ['刘颖', '于欣然', '韩雪', '商红梅', '宗立新'],
  单元作业设计: ['荆文涛', '刘颖', '逯明月', '韩雪', '孙学军', '商红梅', '边晓燕'],
}

/** How many of the second the host has let in already. */
const LET_IN = 2

export const registerTeachers: DemoTheme = async (deps, city) => {
  for (const [title, names] of Object.entries(COMERS)) {
    const activityId = city.idOf('activity', title)
    for (const name of names) await register(deps, await city.actorOf(name), { activityId })
  }
  const activityId = city.idOf('activity', '《背影》再上课')
  const host = await city.actorOf('翟雅琴')
  const { items } = await listRegistrations(deps, host, { activityId, state: 'asked', limit: LET_IN })
  const people = items.map(({ person, version }) => ({ personId: person.id, version }))
  await decideRegistrations(deps, host, { activityId, decision: 'approve', people, reason: '' })
}
