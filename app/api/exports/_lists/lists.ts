import type { ExportName } from '#core/contract/exports.ts'
import { activities, resources, studios } from './city-lists.ts'
import type { ExportList } from './export-list.ts'
import { applications, audit, registrations, yearPlans } from './office-lists.ts'

export const EXPORT_LISTS: Record<ExportName, ExportList> = {
  ...{ studios, activities, resources, registrations, applications, audit },
  'year-plans': yearPlans,
}
