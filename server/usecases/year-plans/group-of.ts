import { AppError } from '#core/contract/errors.ts'
import type { PersonSummary } from '../people/ports.ts'
import type { YearPlanDeps } from './plan-door.ts'

/** The studio's name, and its master and members: those among whom the work of a year is divided. */
export async function groupOf(
  { studios }: Pick<YearPlanDeps, 'studios'>,
  studioId: string,
): Promise<{ name: string; people: PersonSummary[] }> {
  const [summary, members] = await Promise.all([studios.summary(studioId), studios.members(studioId)])
  if (summary === null) throw new AppError('NOT_FOUND', '没有这个工作室。')
  const others = members.map(({ person }) => person).filter(({ id }) => id !== summary.master.id)
  return { name: summary.name, people: [summary.master, ...others] }
}
