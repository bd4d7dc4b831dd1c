/** Heavy: half as much again as the others, of those who have taken on something, have in the mean. */
const HEAVY_RATIO = 1.5

export type LoadWeight = 'none' | 'usual' | 'heavy'

export interface Load {
  tasks: number
  /** 学时. */
  hours: number
  /** Of `hours`, those of tasks that are done: their activity was held. */
  doneHours: number
  weight: LoadWeight
}

/** What each of `personIds` has taken on, in their order; `none` stands out as much as `heavy` does. */
export function memberLoads(
  personIds: readonly string[],
  { tasks }: { tasks: readonly { hours: number; assigneeId: string | null; isDone: boolean }[] },
): Map<string, Load> {
  const sums = new Map(personIds.map((personId) => [personId, { tasks: 0, hours: 0, doneHours: 0 }]))
  for (const { assigneeId, hours, isDone } of tasks) {
    const sum = assigneeId === null ? undefined : sums.get(assigneeId)
    if (sum === undefined) continue
    sum.tasks += 1
    sum.hours += hours
    if (isDone) sum.doneHours += hours
  }
  const busy = [...sums.values()].filter(({ tasks: count }) => count > 0)
  const total = busy.reduce((hours, sum) => hours + sum.hours, 0)
  const meanBeside = (hours: number) =>
    busy.length < 2 ? Number.POSITIVE_INFINITY : (total - hours) / (busy.length - 1)
  const weightOf = ({ tasks: count, hours }: { tasks: number; hours: number }): LoadWeight => {
    if (count === 0) return 'none'
    return hours > 0 && hours >= meanBeside(hours) * HEAVY_RATIO ? 'heavy' : 'usual'
  }
  return new Map([...sums].map(([personId, sum]) => [personId, { ...sum, weight: weightOf(sum) }]))
}
