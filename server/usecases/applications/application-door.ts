import { AppError } from '#core/contract/errors.ts'
import type { ApplicationStep, MendingNotes } from '#core/contract/applications.ts'
import { desksOf, transitionOf, whyNot, type ApplicationDesk } from '#core/domain/application/application-states.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan, can } from '#core/domain/policy/can.ts'
import type { CapabilityOf } from '#core/domain/policy/capabilities.ts'
import type { Resource } from '#core/domain/policy/resource.ts'
import { auditEntry } from '../audit/audit-entry.ts'
import type { Clock, Ids } from '../ports.ts'
import type { CityWrites } from '../ports/transactions.ts'
import type {
  ApplicationHead,
  ApplicationMove,
  Applications,
  ApplicationTransactions,
  ApplicationWrites,
} from './ports.ts'

export interface ApplicationDeps {
  applications: Applications
  applicationTransactions: ApplicationTransactions
  clock: Clock
  ids: Ids
}

const NEEDED_AT: Record<ApplicationDesk, CapabilityOf<'application'>> = {
  applicant: 'application.write',
  district: 'application.review-for-district',
  office: 'application.review-for-office',
}

export const noApplication = () => new AppError('NOT_FOUND', '没有这份申请，或者它不对您开放。')
const forbidden = () => new AppError('FORBIDDEN', '您没有做这件事的权限。')
const changedSince = () => new AppError('CONFLICT', '这份申请刚被改过，请看过新的内容再决定。')

type Facts = Pick<ApplicationHead, 'applicantId' | 'state'> & { districtId: string | null }

export const resourceOf = ({ applicantId, districtId, state }: Facts): Extract<Resource, { kind: 'application' }> => ({
  ...{ kind: 'application', applicantId, districtId, isHandedIn: state !== 'draft' },
})

export const resourceOfHead = ({ handedIn, ...head }: ApplicationHead) =>
  resourceOf({ ...head, districtId: handedIn?.districtId ?? null })

/** Whose turn it is, where they may take it. */
export function deskOf(actor: Actor, facts: Facts): ApplicationDesk | null {
  const resource = resourceOf(facts)
  const desk = facts.state === 'district-review' ? 'district' : 'office'
  return can(actor, NEEDED_AT[desk], resource) ? desk : null
}

/** Throws `NOT_FOUND` also for one that the actor must not know of. */
export async function findApplication(
  { applications }: Pick<ApplicationDeps, 'applications'>,
  actor: Actor,
  id: string,
) {
  const record = await applications.find(id)
  if (record === null || !can(actor, 'application.see', resourceOfHead(record))) throw noApplication()
  return record
}

/** As it stands, and nobody else changes it until the transaction ends. Throws `NOT_FOUND` as above. */
export async function lockApplication(writes: ApplicationWrites, actor: Actor, id: string): Promise<ApplicationHead> {
  const head = await writes.lock(id)
  if (head === null) throw noApplication()
  const resource = resourceOfHead(head)
  if (!can(actor, 'application.see', resource) && !can(actor, 'application.write', resource)) throw noApplication()
  return head
}

interface StepTaken {
  head: ApplicationHead
  step: ApplicationStep
  /** As whoever takes the step has seen it. */
  version: number
  reason?: string
  notes?: MendingNotes
  more?: Pick<ApplicationMove, 'handedIn' | 'studioId'>
}

/** Takes one step of the table: its right, its line of 经过 and its line in the audit log. Answers where it leads. */
export async function takeStep(
  { clock, ids }: Pick<ApplicationDeps, 'clock' | 'ids'>,
  actor: Actor,
  { applications, audit }: Pick<CityWrites, 'audit'> & { applications: ApplicationWrites },
  { head, step, version, reason = '', notes, more = {} }: StepTaken,
) {
  const districtId = (more.handedIn ?? head.handedIn)?.districtId ?? null
  const resource = resourceOf({ ...head, districtId })
  const desks = [...desksOf(step)]
  if (!desks.some((desk) => can(actor, NEEDED_AT[desk], resource))) throw forbidden()
  const transition = transitionOf(head.state, step, { hasDistrict: districtId !== null })
  if (transition === null) throw new AppError('CONFLICT', whyNot(head.state))
  if (head.version !== version) throw changedSince()
  assertCan(actor, NEEDED_AT[transition.by], resource)
  const { to } = transition
  const atEpochMs = clock.nowEpochMs()
  const move = { version, to, atEpochMs, reason, ...(notes === undefined ? {} : { notes }), ...more }
  if (!(await applications.move(head.id, move))) throw changedSince()
  const actorName = actor.kind === 'person' ? actor.name : ''
  await applications.addEvent(head.id, { id: ids.next(), atEpochMs, actorName, step, to, reason })
  await audit.write(
    auditEntry(actor, {
      action: `application.${step}`,
      subject: `application:${head.id}`,
      before: { state: head.state },
      after: {
        state: to,
        ...(reason === '' ? {} : { reason }),
        ...(notes === undefined || Object.keys(notes).length === 0 ? {} : { notes: Object.values(notes).join('；') }),
      },
    }),
  )
  return transition
}
