import { z } from 'zod'
import { planYear, yearPlanState } from '#core/contract/year-plans.ts'

const address = z.object({
  year: z.coerce.number().pipe(planYear).optional().catch(undefined),
  state: yearPlanState.exclude(['draft']).catch('submitted'),
  cursor: z.string().max(200).optional().catch(undefined),
})

/** The year that the address asks for, or that of `nowEpochMs` on the city's clock. */
export function readPlanQuery(parameters: unknown, { nowEpochMs }: { nowEpochMs: number }) {
  const { year, state, cursor } = address.parse(parameters)
  const format = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Asia/Shanghai' })
  return { state, cursor, year: year ?? Number(format.format(nowEpochMs)) }
}
