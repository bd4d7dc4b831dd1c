import type { AnnouncementInput, AnnouncementState } from '#core/contract/announcements.ts'
import type { AuditAction } from '#core/contract/audit.ts'
import { AppError } from '#core/contract/errors.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import { requirePerson } from '../require-person.ts'
import { changedSince, findAnnouncement, type AnnouncementDeps } from './announcement-door.ts'
import { namePlaces } from './announcement-places.ts'
import type { AnnouncementContent, AnnouncementRecord } from './ports.ts'

const DAY_MS = 86_400_000
const subjectOf = (announcementId: string) => `announcement:${announcementId}`

/** What was typed, where the actor may write it; the last day ends at midnight of the city. */
async function contentOf(
  deps: Pick<AnnouncementDeps, 'announcements' | 'people'>,
  actor: Actor,
  { lastDay, ...input }: AnnouncementInput,
): Promise<AnnouncementContent> {
  requirePerson(actor)
  const { sender, audience, districtId } = await namePlaces(deps, actor, input)
  assertCan(actor, 'announcement.write', {
    ...{ kind: 'announcement', sender, state: 'draft', isAddressed: false },
    audience: { ...audience, districtId },
  })
  const expiresAtEpochMs = lastDay === null ? null : Date.parse(`${lastDay}T00:00:00+08:00`) + DAY_MS
  return { ...input, sender, audience, expiresAtEpochMs }
}

const factsOf = ({ title, sender, audience }: Pick<AnnouncementContent, 'title' | 'sender' | 'audience'>) => ({
  ...{ title, sender: sender.name, audience: audience.name },
})

const entry = (
  actor: Actor,
  {
    id,
    action,
    ...change
  }: { id: string; action: AuditAction; before: AnnouncementState | null } & {
    after: Record<string, string> | null
  },
) =>
  auditEntry(actor, {
    ...{ action, subject: subjectOf(id), after: change.after },
    before: change.before === null ? null : { state: change.before },
  })

/** A draft. */
export async function createAnnouncement(
  deps: AnnouncementDeps,
  actor: Actor,
  input: HttpParsedInput<'announcement.create'>,
): Promise<HttpOutput<'announcement.create'>> {
  const content = await contentOf(deps, actor, input)
  const { personId: authorId } = requirePerson(actor)
  const announcementId = deps.ids.next()
  await deps.transactions.run(async (writes) => {
    await writes.create(announcementId, { ...content, authorId })
    const after = { state: 'draft', ...factsOf(content) }
    await writes.audit.write(entry(actor, { id: announcementId, action: 'announcement.create', before: null, after }))
  })
  return { announcementId }
}

/** Of a draft that the actor may write. */
async function findDraft(deps: AnnouncementDeps, actor: Actor, announcementId: string): Promise<AnnouncementRecord> {
  const { record, resource } = await findAnnouncement(deps, actor, announcementId)
  assertCan(actor, 'announcement.write', resource)
  if (record.state !== 'draft') throw new AppError('CONFLICT', '发布过的公告不能再改，可以撤回后另发一则。')
  return record
}

export async function changeAnnouncement(
  deps: AnnouncementDeps,
  actor: Actor,
  { announcementId, version, input }: HttpParsedInput<'announcement.change'>,
): Promise<HttpOutput<'announcement.change'>> {
  const record = await findDraft(deps, actor, announcementId)
  const content = await contentOf(deps, actor, input)
  await deps.transactions.run(async (writes) => {
    if (!(await writes.change(announcementId, { ...content, version }))) throw changedSince()
    const change = { before: factsOf(record), after: factsOf(content) }
    await writes.audit.write(
      auditEntry(actor, { action: 'announcement.change', subject: subjectOf(announcementId), ...change }),
    )
  })
  return {}
}

export async function discardAnnouncement(
  deps: AnnouncementDeps,
  actor: Actor,
  { announcementId, version }: HttpParsedInput<'announcement.discard'>,
): Promise<HttpOutput<'announcement.discard'>> {
  const record = await findDraft(deps, actor, announcementId)
  await deps.transactions.run(async (writes) => {
    if (!(await writes.discard(announcementId, { version }))) throw changedSince()
    await writes.audit.write(
      auditEntry(actor, {
        ...{ action: 'announcement.discard', subject: subjectOf(announcementId) },
        ...{ before: factsOf(record), after: null },
      }),
    )
  })
  return {}
}

/** Published, and everybody whom it is for is told; whoever publishes it has read it. */
export async function publishAnnouncement(
  deps: AnnouncementDeps,
  actor: Actor,
  { announcementId, version }: HttpParsedInput<'announcement.publish'>,
): Promise<HttpOutput<'announcement.publish'>> {
  const record = await findDraft(deps, actor, announcementId)
  const { personId } = requirePerson(actor)
  const atEpochMs = deps.clock.nowEpochMs()
  const { expiresAtEpochMs } = record
  if (expiresAtEpochMs !== null && expiresAtEpochMs <= atEpochMs)
    throw new AppError('INVALID', '有效期已经过了，请改一个日期。', { field: 'input.lastDay' })
  const told = await deps.transactions.run(async (writes) => {
    if (!(await writes.publish(announcementId, { version, atEpochMs }))) throw changedSince()
    const after = { state: 'published', ...factsOf(record) }
    await writes.audit.write(
      entry(actor, { id: announcementId, action: 'announcement.publish', before: 'draft', after }),
    )
    if (record.asksReceipt) await writes.confirm(announcementId, { personId, atEpochMs })
    return writes.tellAudience(announcementId, { exceptPersonId: personId })
  })
  return { told }
}

export async function withdrawAnnouncement(
  deps: AnnouncementDeps,
  actor: Actor,
  { announcementId, version, reason }: HttpParsedInput<'announcement.withdraw'>,
): Promise<HttpOutput<'announcement.withdraw'>> {
  const { record, resource } = await findAnnouncement(deps, actor, announcementId)
  assertCan(actor, 'announcement.withdraw', resource)
  if (record.state !== 'published') throw new AppError('CONFLICT', '只有已发布的公告才能撤回。')
  await deps.transactions.run(async (writes) => {
    if (!(await writes.withdraw(announcementId, { version, reason }))) throw changedSince()
    const after = { state: 'withdrawn', reason }
    await writes.audit.write(
      entry(actor, { id: announcementId, action: 'announcement.withdraw', before: 'published', after }),
    )
  })
  return {}
}

/** 已阅. */
export async function confirmAnnouncement(
  deps: AnnouncementDeps,
  actor: Actor,
  { announcementId }: HttpParsedInput<'announcement.confirm'>,
): Promise<HttpOutput<'announcement.confirm'>> {
  const { resource } = await findAnnouncement(deps, actor, announcementId)
  assertCan(actor, 'announcement.confirm', resource)
  const { personId } = requirePerson(actor)
  await deps.transactions.run(({ confirm }) =>
    confirm(announcementId, { personId, atEpochMs: deps.clock.nowEpochMs() }),
  )
  return {}
}
