import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import { findActivity } from '../activities/find-activity.ts'
import type { Activities } from '../activities/ports.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { findResource, presentResource, type LibraryResource, type ResourceDeps } from './resource-door.ts'
import type { MaterialRow } from './ports.ts'

type MaterialDeps = Pick<ResourceDeps, 'resources' | 'resourceTransactions'> & { activities: Activities }

const resourceOf = ({ summary, districtId, downloads }: MaterialRow): LibraryResource => ({
  ...{ kind: 'resource', districtId, downloads, state: summary.state },
  ...{ studioId: summary.studio.id, uploaderId: summary.uploader.id },
})

export async function listMaterials(
  deps: MaterialDeps,
  actor: Actor,
  input: HttpParsedInput<'activity.materials'>,
): Promise<HttpOutput<'activity.materials'>> {
  const { record, resource } = await findActivity(deps, actor, input)
  const rows = await deps.resources.materials(input.activityId)
  const mayManage = can(actor, 'activity.manage-materials', resource)
  return {
    materials: rows
      .filter((row) => can(actor, 'resource.see', resourceOf(row)))
      .map(({ summary, phase, cameFromIt }) => ({ resource: presentResource(summary), phase, cameFromIt })),
    manage: mayManage ? { studioId: record.facts.studioId } : null,
  }
}

/** Only what the host may see themselves: nothing is given out that is not theirs to know of. */
export async function addMaterial(
  deps: MaterialDeps,
  actor: Actor,
  { activityId, resourceId, phase }: HttpParsedInput<'activity.add-material'>,
): Promise<HttpOutput<'activity.add-material'>> {
  const { resource: activity } = await findActivity(deps, actor, { activityId })
  assertCan(actor, 'activity.manage-materials', activity)
  const { record } = await findResource(deps, actor, resourceId).catch((cause: unknown) => {
    if (!(cause instanceof AppError)) throw cause
    throw new AppError('INVALID', '没有这份资源。', { field: 'resourceId', cause })
  })
  await deps.resourceTransactions.run(async (writes) => {
    await writes.addMaterial({ activityId, resourceId, phase })
    const after = { title: record.title }
    const subject = `activity:${activityId}`
    await writes.audit.write(auditEntry(actor, { action: 'activity.add-material', subject, before: null, after }))
  })
  return {}
}

export async function removeMaterial(
  deps: MaterialDeps,
  actor: Actor,
  { activityId, resourceId }: HttpParsedInput<'activity.remove-material'>,
): Promise<HttpOutput<'activity.remove-material'>> {
  const { resource: activity } = await findActivity(deps, actor, { activityId })
  assertCan(actor, 'activity.manage-materials', activity)
  await deps.resourceTransactions.run(async (writes) => {
    if (!(await writes.removeMaterial({ activityId, resourceId }))) return
    const subject = `activity:${activityId}`
    const before = { title: (await deps.resources.find(resourceId))?.title ?? '' }
    await writes.audit.write(auditEntry(actor, { action: 'activity.remove-material', subject, before, after: null }))
  })
  return {}
}
