import { z } from 'zod'
import { planYear, yearPlanFilter } from '#core/contract/year-plans.ts'
import { cityDateOf } from '#core/domain/activity/city-calendar.ts'

/** What of a plan its page shows. */
const planShow = z.enum(['held', 'announced', 'late', 'unclaimed'])
export type PlanShow = z.infer<typeof planShow>

const year = z.coerce.number().pipe(planYear).optional().catch(undefined)
const planAddress = z.object({ year, show: planShow.optional().catch(undefined) })
const officeAddress = z.object({
  year,
  show: yearPlanFilter.catch('submitted'),
  cursor: z.string().max(200).optional().catch(undefined),
})

/** The year that the address asks for, or that of `nowEpochMs` on the city's clock. */
export function readPlanQuery(parameters: unknown, { nowEpochMs }: { nowEpochMs: number }) {
  const { year: asked, show } = planAddress.parse(parameters)
  return { show, year: asked ?? cityDateOf(nowEpochMs).year }
}

/** The same of the office's list. */
export function readOfficePlansQuery(parameters: unknown, { nowEpochMs }: { nowEpochMs: number }) {
  const { year: asked, ...rest } = officeAddress.parse(parameters)
  return { ...rest, year: asked ?? cityDateOf(nowEpochMs).year }
}
