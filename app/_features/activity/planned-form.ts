import type { HttpOutput } from '#core/contract/http-requests.ts'
import { roleOfTask } from '#core/domain/year-plan/role-of-task.ts'
import { personRow, type ActivityFormValues } from './form-values.ts'

type PlanView = Pick<HttpOutput<'year-plan.get'>, 'plan' | 'loads'>

/** The activity that an item of the year's plan speaks of, as far as the plan says: the day stays open where it has none. */
export function plannedForm(
  empty: ActivityFormValues,
  { view, itemId }: { view: PlanView; itemId: string },
): ActivityFormValues | null {
  const item = view.plan?.items.find(({ id }) => id === itemId)
  if (item === undefined || view.plan === null) return null
  const two = (number: number) => String(number).padStart(2, '0')
  const people = new Map(
    item.tasks.flatMap(({ title, assignee }) => {
      const role = roleOfTask(title)
      const person = view.loads.find((load) => load.person.id === assignee?.id)?.person
      return role === null || person === undefined ? [] : [[person.id, personRow(person, role)] as const]
    }),
  )
  return {
    ...empty,
    ...{ kind: item.kind, title: item.title },
    date: item.day === null ? null : `${view.plan.year}-${two(item.month)}-${two(item.day)}`,
    people: [...people.values()],
  }
}
