import type { Me } from '#core/contract/http-requests.ts'
import { placeOf } from './form-values.ts'

/**
 * Where the person may publish what they create: a member's activity stays a draft until the studio's master publishes
 * it (product.md §3). The server decides; this only spares a button that would be refused.
 */
export function publishablePlaces({ mayCreateIn, roles }: Me): string[] {
  const leads = roles.some(({ role }) => role === 'master' || role === 'office' || role === 'district-admin')
  return mayCreateIn.filter(({ studioId }) => studioId === null || leads).map(({ studioId }) => placeOf(studioId))
}
