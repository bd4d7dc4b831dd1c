import type * as Y from 'yjs'
import type { PlanStore } from '#server/usecases/plans/ports.ts'
import { goToAgendaItem } from '#server/usecases/seminar/agenda.ts'
import { sendChat } from '#server/usecases/seminar/chat.ts'
import type { SeminarDeps } from '#server/usecases/seminar/deps.ts'
import { raiseHand } from '#server/usecases/seminar/hands.ts'
import { recordSpeech, reflectMedia } from '#server/usecases/seminar/media.ts'
import { recordPlanEdit } from '#server/usecases/seminar/plan-edits.ts'
import { startRecording } from '#server/usecases/seminar/recording.ts'
import type { Seat } from '#server/usecases/seminar/seat.ts'
import { bringOnStage, dismissFromStage } from '#server/usecases/seminar/stage.ts'
import { EDITS, makeEdit } from './finished-activity-plan.ts'
import { HOST, type Beat } from './finished-activity-script.ts'

/** The room while the script is played. */
export interface Stage {
  seminar: SeminarDeps
  activityId: string
  sessionId: string
  seats: Map<string, Seat>
  join: (name: string) => Promise<void>
  plan: { doc: Y.Doc; planId: string; plans: PlanStore }
}

/** Does one thing of the script, as the person would. The clock stands at its second. */
export async function playBeat(stage: Stage, beat: Beat): Promise<void> {
  const { seminar, sessionId } = stage
  switch (beat.type) {
    case 'join':
      await stage.join(beat.who)
      return
    case 'record':
      await startRecording(seminar, seatOf(stage, HOST))
      return
    case 'media': {
      const { participantId } = seatOf(stage, beat.who)
      await reflectMedia(seminar, { sessionId, participantId, source: beat.source, to: beat.to })
      return
    }
    case 'agenda': {
      const activity = await seminar.activities.record(stage.activityId)
      const item = activity?.agenda[beat.item]
      if (item !== undefined) await goToAgendaItem(seminar, seatOf(stage, HOST), { itemId: item.id })
      return
    }
    case 'say': {
      const dedupeKey = seminar.ids.next()
      await sendChat(seminar, seatOf(stage, beat.who), { text: beat.text, replyTo: null, dedupeKey })
      return
    }
    case 'hand':
      await raiseHand(seminar, seatOf(stage, beat.who))
      return
    case 'bring':
      await bringOnStage(seminar, seatOf(stage, HOST), seatOf(stage, beat.who))
      return
    case 'dismiss':
      await dismissFromStage(seminar, seatOf(stage, HOST), seatOf(stage, beat.who))
      return
    case 'spoke': {
      const { participantId } = seatOf(stage, beat.who)
      const span = { fromMs: beat.fromS * 1_000, toMs: beat.atS * 1_000 }
      await recordSpeech(seminar, { sessionId, participantId, ...span })
      return
    }
    case 'edit':
      await editPlan(stage, beat)
      return
    default:
      beat satisfies never
  }
}

async function editPlan(stage: Stage, beat: Extract<Beat, { type: 'edit' }>): Promise<void> {
  const { seminar, activityId, plan } = stage
  const edit = EDITS[beat.edit]
  if (edit === undefined) throw new Error('the script names an edit that is not there')
  const { actor } = seatOf(stage, edit.who)
  const personId = actor.kind === 'person' ? actor.personId : null
  const person = personId === null ? null : await plan.plans.caretUser(personId)
  if (person === null) throw new Error(`${edit.who} cannot edit`)
  const { update, section } = makeEdit(plan.doc, edit)
  const atEpochMs = seminar.clock.nowEpochMs()
  const { lastSeq } = await plan.plans.append(plan.planId, [{ update, personId: person.personId, atEpochMs }])
  await recordPlanEdit(seminar, { activityId, edit: { ...person, section, updateSeq: lastSeq } })
}

function seatOf({ seats }: Stage, name: string): Seat {
  const seat = seats.get(name)
  if (seat === undefined) throw new Error(`${name} has not sat down`)
  return seat
}
