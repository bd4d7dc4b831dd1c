import { z } from 'zod'
import { id, instant } from './fields.ts'

/** Everything that is written into the audit log: an area adds its acts here, and their words to messages/<locale>/audit.json. */
export const auditAction = z.enum([
  'activity.cancel',
  'activity.add-material',
  'activity.create',
  'activity.open-room',
  'activity.publish',
  'activity.remove-material',
  'activity.unpublish',
  'activity.update',
  'announcement.change',
  'announcement.create',
  'announcement.discard',
  'announcement.publish',
  'announcement.withdraw',
  'application.approve',
  'application.reject',
  'application.return',
  'application.submit',
  'application.withdraw',
  'calendar.drop-token',
  'calendar.renew-token',
  'export.make',
  'import.confirm',
  'import.make-slips',
  'import.take-back',
  'import.taken-back',
  'import.upload',
  'import.written',
  'membership.answer',
  'membership.confirm',
  'membership.leave',
  'membership.propose',
  'membership.refuse',
  'membership.remove',
  'membership.withdraw',
  'organisation.add',
  'password.set',
  'person.add',
  'person.renew-link',
  'registration.approve',
  'registration.cancel',
  'registration.decline',
  'registration.invite',
  'registration.move-up',
  'registration.register',
  'resource.add',
  'resource.add-version',
  'resource.change',
  'resource.discard',
  'resource.publish',
  'resource.return',
  'resource.submit',
  'resource.withdraw',
  'setup.found',
  'studio.open',
  'studio.set-member-limit',
  'studio.set-motto',
  'studio.set-room',
  'year-plan.add-item',
  'year-plan.add-task',
  'year-plan.assign',
  'year-plan.begin',
  'year-plan.change-item',
  'year-plan.change-task',
  'year-plan.filed',
  'year-plan.link',
  'year-plan.note-changes',
  'year-plan.remove-item',
  'year-plan.remove-task',
  'year-plan.returned',
  'year-plan.submitted',
  'year-plan.unlink',
])
export type AuditAction = z.infer<typeof auditAction>

/** What acts are about: the part before the dot. */
export const auditArea = z.enum([
  'activity',
  'calendar',
  'registration',
  'studio',
  'membership',
  'application',
  'announcement',
  'person',
  'password',
  'organisation',
  'import',
  'export',
  'setup',
  'year-plan',
  'resource',
])
export type AuditArea = z.infer<typeof auditArea>

/** What was changed, by name of the field; only what tells something. */
const facts = z.record(z.string(), z.string())

export const auditLine = z.object({
  id,
  at: instant,
  /** As written; one of `auditAction` unless a newer version wrote it. */
  action: z.string(),
  /** Null: the server itself. */
  actor: z.object({ id, name: z.string(), organisation: z.string() }).nullable(),
  /** `name` is null where it is no longer there. */
  subject: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }),
  before: facts,
  after: facts,
  /** Of the machine that asked for it; null: the server itself, or before it was kept. */
  address: z.string().nullable(),
})
export type AuditLine = z.infer<typeof auditLine>
