import type { TimelineDraft } from '#core/contract/timeline.ts'
import type { SeminarDeps } from './deps.ts'

type PlanEdited = Extract<TimelineDraft, { type: 'plan.edited' }>['payload']

/** Marks in the running session's log that somebody edited the plan; without a running session here, nothing happens. */
export async function recordPlanEdit(
  { sessions }: Pick<SeminarDeps, 'sessions'>,
  { activityId, edit }: { activityId: string; edit: PlanEdited },
): Promise<void> {
  const session = sessions.findByActivity(activityId)
  if (session === null || session.state.status.status === 'ended') return
  await session.decide((state) => {
    const author = Object.values(state.participants).find(({ personId }) => personId === edit.personId)
    return [{ type: 'plan.edited', actorId: author?.id ?? null, payload: edit }]
  })
}
