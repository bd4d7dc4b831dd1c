import { AppError } from '#core/contract/errors.ts'
import type { AuditAction } from '#core/contract/audit.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { NewNotification } from '#core/contract/notifications.ts'
import type { ResourceState } from '#core/contract/resources.ts'
import { personIdOf, type Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import { canStep, isWritable, type ResourceStep } from '#core/domain/resource/resource-step.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { requirePerson } from '../require-person.ts'
import type { ResourceRecord } from './ports.ts'
import { assertActivity, changedSince, findResource, type ResourceDeps } from './resource-door.ts'

type MoveDeps = Pick<ResourceDeps, 'resources' | 'resourceTransactions' | 'clock'>
type Seen = { resourceId: string; version: number }

export async function changeResource(
  deps: MoveDeps,
  actor: Actor,
  { resourceId, version, input }: HttpParsedInput<'resource.change'>,
): Promise<HttpOutput<'resource.change'>> {
  const { record, resource } = await findResource(deps, actor, resourceId)
  assertCan(actor, 'resource.write', resource)
  // Who leads the studio also mends the words of what is out.
  if (!isWritable(record.state) && !can(actor, 'resource.decide', resource))
    throw new AppError('CONFLICT', '已经交给工作室审，或者已经发布，不能再改。')
  const { activityId } = input
  await assertActivity(deps, { activityId, studioId: record.studio.id, field: 'input.activityId' })
  await deps.resourceTransactions.run(async (writes) => {
    if (!(await writes.change(resourceId, { version, input }))) throw changedSince()
    await writes.audit.write(
      auditEntry(actor, {
        ...{ action: 'resource.change', subject: `resource:${resourceId}` },
        ...{ before: { title: record.title }, after: { title: input.title } },
      }),
    )
  })
  return { version: version + 1 }
}

export async function submitResource(
  deps: MoveDeps,
  actor: Actor,
  seen: HttpParsedInput<'resource.submit'>,
): Promise<HttpOutput<'resource.submit'>> {
  const { record, resource } = await findResource(deps, actor, seen.resourceId)
  assertCan(actor, 'resource.write', resource)
  const { name } = requirePerson(actor)
  if (can(actor, 'resource.decide', resource)) {
    await move(deps, actor, { record, seen, step: 'publish', to: 'published', reason: '' })
    return { state: 'published' }
  }
  const { id: resourceId, title, masterId } = record
  const told = { personId: masterId, kind: 'resource.submitted' as const, params: { resourceId, title, name } }
  await move(deps, actor, { record, seen, step: 'submit', to: 'submitted', reason: '', told })
  return { state: 'submitted' }
}

export async function decideResource(
  deps: MoveDeps,
  actor: Actor,
  { decision, ...seen }: HttpParsedInput<'resource.decide'>,
): Promise<HttpOutput<'resource.decide'>> {
  const { record, resource } = await findResource(deps, actor, seen.resourceId)
  assertCan(actor, 'resource.decide', resource)
  const { id: resourceId, title, uploader } = record
  const isOwn = uploader.id === personIdOf(actor)
  if (decision.to === 'published') {
    const told = { personId: uploader.id, kind: 'resource.published' as const, params: { resourceId, title } }
    await move(deps, actor, {
      ...{ record, seen, step: 'publish', to: 'published', reason: '' },
      ...(isOwn ? {} : { told }),
    })
    return {}
  }
  const { reason } = decision
  const told = { personId: uploader.id, kind: 'resource.returned' as const, params: { resourceId, title, reason } }
  await move(deps, actor, { record, seen, step: 'return', to: 'returned', reason, ...(isOwn ? {} : { told }) })
  return {}
}

export async function withdrawResource(
  deps: MoveDeps,
  actor: Actor,
  { reason, ...seen }: HttpParsedInput<'resource.withdraw'>,
): Promise<HttpOutput<'resource.withdraw'>> {
  const { record, resource } = await findResource(deps, actor, seen.resourceId)
  assertCan(actor, 'resource.withdraw', resource)
  await move(deps, actor, { record, seen, step: 'withdraw', to: 'withdrawn', reason })
  return {}
}

/** The bytes stay where they are: another resource may be of the same. */
export async function discardResource(
  deps: MoveDeps,
  actor: Actor,
  { resourceId, version }: HttpParsedInput<'resource.discard'>,
): Promise<HttpOutput<'resource.discard'>> {
  const { record, resource } = await findResource(deps, actor, resourceId)
  assertCan(actor, 'resource.write', resource)
  assertStep(record.state, 'discard')
  await deps.resourceTransactions.run(async (writes) => {
    if (!(await writes.discard(resourceId, { version }))) throw changedSince()
    const subject = `resource:${resourceId}`
    const before = { title: record.title }
    await writes.audit.write(auditEntry(actor, { action: 'resource.discard', subject, before, after: null }))
  })
  return {}
}

const ACTIONS: Record<Exclude<ResourceStep, 'discard'>, AuditAction> = {
  submit: 'resource.submit',
  publish: 'resource.publish',
  return: 'resource.return',
  withdraw: 'resource.withdraw',
}

interface Move {
  record: ResourceRecord
  seen: Seen
  step: Exclude<ResourceStep, 'discard'>
  to: ResourceState
  reason: string
  told?: NewNotification
}

async function move(deps: MoveDeps, actor: Actor, { record, seen, step, to, reason, told }: Move): Promise<void> {
  assertStep(record.state, step)
  const { resourceId, version } = seen
  await deps.resourceTransactions.run(async (writes) => {
    if (!(await writes.move(resourceId, { version, to, reason, atEpochMs: deps.clock.nowEpochMs() })))
      throw changedSince()
    const after = { state: to, ...(reason === '' ? {} : { reason }) }
    const change = { before: { state: record.state }, after }
    await writes.audit.write(auditEntry(actor, { action: ACTIONS[step], subject: `resource:${resourceId}`, ...change }))
    if (told !== undefined) await writes.notifications.add([told])
  })
}

function assertStep(state: ResourceState, step: ResourceStep): void {
  if (!canStep(state, step)) throw new AppError('CONFLICT', '这份资源已经到了下一步，请刷新后再看。')
}
