import { AppError, type ErrorCode } from '#core/contract/errors.ts'
import type { DecisionResult } from '#core/contract/applications.ts'
import type { NewNotification } from '#core/contract/notifications.ts'
import type { HttpOutput, HttpParsedInput } from '#core/contract/http-requests.ts'
import { transitionOf } from '#core/domain/application/application-states.ts'
import type { Actor } from '#core/domain/policy/actor.ts'
import { assertCan } from '#core/domain/policy/can.ts'
import { openAndTell } from '../studios/open-and-tell.ts'
import { lockApplication, noApplication, takeStep, type ApplicationDeps } from './application-door.ts'
import type { ApplicationHead } from './ports.ts'

type Verdict = Pick<HttpParsedInput<'applications.decide'>, 'decision' | 'reason' | 'notes'>
type Item = HttpParsedInput<'applications.decide'>['items'][number]

/** Each in a transaction of its own: what others have decided meanwhile is told, and the rest is done. */
export async function decideApplications(
  deps: ApplicationDeps,
  actor: Actor,
  { items, ...verdict }: HttpParsedInput<'applications.decide'>,
): Promise<HttpOutput<'applications.decide'>> {
  assertCan(actor, 'city.review-applications', { kind: 'city' })
  assertSaysWhy(verdict)
  const results: DecisionResult[] = []
  for (const item of items) results.push(await decideOne(deps, actor, { item, verdict }))
  return { results }
}

function assertSaysWhy({ decision, reason, notes }: Verdict): void {
  const hasNotes = Object.keys(notes).length > 0
  if (decision === 'reject' && reason === '')
    throw new AppError('INVALID', '请写明不予开通的理由。', { field: 'reason' })
  if (decision === 'return' && reason === '' && !hasNotes)
    throw new AppError('INVALID', '请写明要补正什么。', { field: 'reason' })
}

const OUTCOMES: Partial<Record<ErrorCode, DecisionResult['outcome']>> = {
  CONFLICT: 'changed',
  FORBIDDEN: 'refused',
  NOT_FOUND: 'refused',
}

async function decideOne(
  deps: ApplicationDeps,
  actor: Actor,
  { item, verdict }: { item: Item; verdict: Verdict },
): Promise<DecisionResult> {
  const { applicationId } = item
  try {
    await decide(deps, actor, { item, verdict })
    return { applicationId, outcome: 'done', message: '' }
  } catch (error) {
    const outcome = error instanceof AppError ? OUTCOMES[error.code] : undefined
    if (!(error instanceof AppError) || outcome === undefined) throw error
    return { applicationId, outcome, message: error.message }
  }
}

async function decide(
  deps: ApplicationDeps,
  actor: Actor,
  { item: { applicationId, version }, verdict: { decision, reason, notes } }: { item: Item; verdict: Verdict },
): Promise<void> {
  await deps.applicationTransactions.run(async (writes) => {
    const head = await lockApplication(writes.applications, actor, applicationId)
    const { handedIn } = head
    if (handedIn === null) throw noApplication()
    const { form, schoolId, districtId } = handedIn
    const opens = transitionOf(head.state, decision, { hasDistrict: districtId !== null })?.to === 'opened'
    const { kind, level, subject, name } = form
    const studio = { kind, level, subject, name, schoolId, masterId: head.applicantId }
    // The studio, its master's role and the step stand or fall together.
    const opened = opens ? await openAndTell(writes, actor, { studio, ids: deps.ids }) : {}
    const said = { head, step: decision, version, reason, more: opened }
    const { to } = await takeStep(deps, actor, writes, decision === 'return' ? { ...said, notes } : said)
    await writes.notifications.add(newsOf(head, { to, reason, studioName: name }))
  })
}

/** Whose studio is opened has been told by the opening. */
function newsOf(
  { applicantId: personId }: ApplicationHead,
  { to, reason, studioName }: { to: string; reason: string; studioName: string },
): NewNotification[] {
  if (to === 'office-review') return [{ personId, kind: 'application.passed-on', params: { studioName } }]
  if (to === 'returned') return [{ personId, kind: 'application.returned', params: { studioName } }]
  if (to === 'rejected') return [{ personId, kind: 'application.rejected', params: { studioName, reason } }]
  return []
}
